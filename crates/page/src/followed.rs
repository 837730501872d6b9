//! What followed from a placement, in small parts: an outcome with its symbol, a country's outcomes as a strip, the sentences on
//! waivers and on the next edition.

use tip::consequences::{Document, Known, Listing, PresidentialDetermination, Read, fiscal_year};
use tip::law::{self, Prospect, Stay};
use tip::passages::Terms;
use tip::{Atlas, Cell, Consequences, CountryId, EditionId, List, Outcome, Tier};
use words::{Message, Words, say, text};

use crate::parts::{LINK, around, english, outward, strip_ends};
use crate::passages::marked;
use crate::{Element, Node, el};

/// The name of an outcome in `data-outcome`.
pub fn code(outcome: Option<Outcome>) -> &'static str {
    outcome.map_or("unrecorded", Outcome::name)
}

/// The name of an outcome.
pub fn name(words: &Words, outcome: Option<Outcome>) -> String {
    outcome.map_or_else(|| say!(words, OUTCOME_UNRECORDED), |outcome| outcome.named(words))
}

/// An outcome counted, as a part of a list: “7 restricted”.
pub fn counted(words: &Words, outcome: Option<Outcome>, n: u16) -> String {
    match outcome {
        Some(Outcome::Restricted) => say!(words, OUTCOME_N_RESTRICTED, n = n),
        Some(Outcome::PartialWaiver) => say!(words, OUTCOME_N_PARTIAL, n = n),
        Some(Outcome::FullWaiver) => say!(words, OUTCOME_N_FULL, n = n),
        Some(Outcome::Complied) => say!(words, OUTCOME_N_COMPLIED, n = n),
        None => say!(words, OUTCOME_N_UNRECORDED, n = n),
    }
}

/// All outcomes, and none in our record.
pub fn outcomes() -> impl Iterator<Item = Option<Outcome>> + Clone {
    Outcome::ALL.into_iter().map(Some).chain([None])
}

/// The symbol of an outcome around the origin, from −1 to 1: a frame that is full, half full, empty, empty with a stroke through
/// it, or a question mark.
pub(crate) const fn symbol_path(outcome: Option<Outcome>) -> &'static str {
    const FRAME: &str = "M-.9-.9H.9V.9H-.9ZM-.62-.62V.62H.62V-.62Z";
    match outcome {
        Some(Outcome::Restricted) => "M-.9-.9H.9V.9H-.9Z",
        Some(Outcome::PartialWaiver) => "M-.9-.9H.9V.9H-.9ZM0-.62V.62H.62V-.62Z",
        Some(Outcome::FullWaiver) => FRAME,
        Some(Outcome::Complied) => "M-.95.05-.7-.2-.3.2.7-.8.95-.55-.3.7Z",
        None => "M-.5-.45A.5.5 0 1 1 .14.02V.3H-.14V-.2H0A.22.22 0 1 0-.22-.45ZM-.14.55H.14V.85H-.14Z",
    }
}

/// The symbol of an outcome. Hidden from screen readers, since the name is always next to it.
pub fn symbol(outcome: Option<Outcome>) -> Element {
    el("svg")
        .class("symbol outcome-symbol")
        .attr("viewBox", "-1.25 -1.25 2.5 2.5")
        .attr("aria-hidden", "true")
        .with(el("path").attr("d", symbol_path(outcome)).attr("fill-rule", "evenodd"))
}

/// Symbol and name of an outcome.
pub fn chip(words: &Words, outcome: Option<Outcome>) -> Element {
    el("span")
        .class("outcome")
        .attr("data-outcome", code(outcome))
        .with(symbol(outcome))
        .with(name(words, outcome))
}

/// The first edition that a determination is in our record of.
pub fn since() -> u16 {
    law::rule(law::RuleId::Determinations).first
}

/// What was determined for a country on an edition that has it on Tier 3: the outcome, or `None` in it where our record has none.
/// Nothing for the editions before determinations.
pub fn outcome_of(
    atlas: &Atlas,
    consequences: &Consequences,
    country: CountryId,
    edition: EditionId,
) -> Option<Option<Outcome>> {
    let on_it = atlas.cell(country, edition) == Cell::Placed(Tier::Three);
    (on_it && atlas.year(edition) >= since()).then(|| {
        let (code, year) = (atlas.country(country).code, atlas.year(edition));
        consequences.determination(code, year).map(|row| row.outcome)
    })
}

/// All editions of a country in a row of cells: an outcome's symbol where it was on Tier 3. A picture to screen readers, with
/// its text.
pub fn strip(atlas: &Atlas, consequences: &Consequences, country: CountryId) -> Element {
    let words = atlas.words();
    let mut told: Vec<String> = Vec::new();
    let cells: Vec<Element> = atlas
        .editions()
        .iter()
        .map(|about| {
            let at = format!("translate({} 0)", about.id.index() * 12);
            match outcome_of(atlas, consequences, country, about.id) {
                Some(outcome) => {
                    let outcome_name = name(words, outcome);
                    told.push(say!(words, FOLLOWED_STRIP_EDITION, year = about.year, outcome = outcome_name));
                    el("path")
                        .attr("data-outcome", code(outcome))
                        .attr("d", symbol_path(outcome))
                        .attr("fill-rule", "evenodd")
                        .attr("transform", format!("{at} translate(6 7) scale(5)"))
                }
                None => el("rect")
                    .attr("transform", at)
                    .attr("x", "5")
                    .attr("y", "6")
                    .attr("width", "2")
                    .attr("height", "2"),
            }
        })
        .collect();
    el("span")
        .class("strip outcome-strip")
        .with(
            el("svg")
                .attr("viewBox", format!("0 0 {} 14", atlas.editions().len() * 12))
                .attr("role", "img")
                .attr("aria-label", told.join("; "))
                .all(cells),
        )
        .with(strip_ends(atlas))
}

/// Where something was read: a link to the document, or the host's name.
pub fn read_at(words: &Words, document: &Document) -> Vec<Node> {
    let told = say!(words, FOLLOWED_READ, host = LINK);
    let host = document.host.clone();
    match &document.url {
        Some(url) => around(&told, outward(url.clone(), host)),
        None => around(&told, el("span").with(host)),
    }
}

/// How a determination was read, where that limits what is known of it.
pub fn limits(words: &Words, row: &PresidentialDetermination) -> Option<String> {
    let read = match row.read {
        Read::Opening if row.may_hide_a_waiver() => return Some(say!(words, FOLLOWED_OPENING)),
        Read::Press => say!(words, FOLLOWED_PRESS),
        Read::Summary => say!(words, FOLLOWED_SUMMARY),
        Read::Full | Read::List | Read::Opening => return None,
    };
    Some(match row.may_hide_a_waiver() {
        true => format!("{read} {}", say!(words, FOLLOWED_HIDDEN)),
        false => read,
    })
}

/// A determination's number and date, and the fiscal year it holds for.
pub fn document(words: &Words, determination: &str, edition: u16) -> Vec<Node> {
    let fiscal = fiscal_year(edition);
    let told = say!(words, FOLLOWED_DETERMINED, document = LINK, fiscal = fiscal, year = edition);
    around(&told, english(words, el("span").with(words::capitalised(determination))))
}

/// What a determination restricted or allowed, with what is looked for marked, and how it was read.
pub fn detail(words: &Words, row: &PresidentialDetermination, terms: Option<&Terms>) -> Vec<Node> {
    let mut nodes: Vec<Node> = Vec::new();
    if !row.detail.is_empty() {
        let told = sentence(&row.detail);
        let marks = terms.map(|terms| terms.marks(&told)).unwrap_or_default();
        let span = english(words, el("span").class("outcome-detail"));
        nodes.push(span.all(marked(&told, 0..told.len(), &marks)).into());
    }
    if let Some(limits) = limits(words, row) {
        nodes.push(" ".into());
        nodes.push(el("span").class("remark").with(limits).into());
    }
    nodes
}

/// A clause of the data as a sentence: its first letter a capital, and a full stop.
fn sentence(clause: &str) -> String {
    format!("{}.", words::capitalised(clause))
}

/// How far a list of an edition is known; `n` is how many are on it.
pub fn list_known(words: &Words, known: Known, list: List, year: u16, n: usize) -> String {
    let first = list.first();
    match known {
        _ if year < first => say!(words, CONSEQUENCES_LIST_LATER, year = first),
        Known::Whole => say!(words, CONSEQUENCES_LIST_WHOLE, n = n),
        Known::Partly => say!(words, CONSEQUENCES_LIST_PARTLY, year = year),
        Known::Not => say!(words, CONSEQUENCES_LIST_NOT, year = year),
    }
}

/// The name of a list.
pub fn list_name(words: &Words, list: List) -> String {
    words.text(&list_message(list))
}

const fn list_message(list: List) -> Message {
    match list {
        List::StateSponsored => text::FOLLOWED_STATE_SPONSORED,
        List::ChildSoldiers => text::FOLLOWED_CHILD_SOLDIERS,
    }
}

/// That an edition has a country on a list, with what is looked for marked.
pub fn listed(words: &Words, listing: &Listing, terms: Option<&Terms>) -> Vec<Node> {
    let mut nodes = searched(listing.list.names(words, listing.edition), terms);
    nodes.push(" ".into());
    nodes.extend(read_at(words, &listing.document));
    nodes
}

/// A sentence with what is looked for marked.
fn searched(told: String, terms: Option<&Terms>) -> Vec<Node> {
    match terms.map(|terms| terms.marks(&told)).filter(|marks| !marks.is_empty()) {
        Some(marks) => marked(&told, 0..told.len(), &marks),
        None => vec![told.into()],
    }
}

/// Consecutive editions, waivers used, and what the law says of the next edition, as sentences.
pub fn prospect(
    atlas: &Atlas,
    consequences: &Consequences,
    country: CountryId,
    edition: EditionId,
    (stay, prospect): (Stay, Option<Prospect>),
) -> String {
    let words = atlas.words();
    let (year, first) = (atlas.year(edition), atlas.year(stay.first));
    let next = year + 1;
    let mut told = vec![say!(words, FOLLOWED_RUN, n = stay.editions, first = first)];
    let waivers = law::waivers(atlas, consequences, country, edition);
    if prospect == Some(Prospect::Tier3) && !waivers.is_empty() {
        let year = |(edition, _): &(EditionId, bool)| atlas.year(*edition).to_string();
        let years = words.list(waivers.iter().map(year));
        let implied: Vec<String> = waivers.iter().filter(|(_, stated)| !stated).map(year).collect();
        told.push(match implied.is_empty() {
            true => say!(words, FOLLOWED_USED, years = years),
            false => say!(words, FOLLOWED_USED_IMPLIED, years = years, implied = words.list(implied)),
        });
    }
    match prospect {
        Some(Prospect::Tier3) => told.push(say!(words, FOLLOWED_MUST, next = next)),
        Some(Prospect::OneYear) => told.push(say!(words, FOLLOWED_ONE_YEAR, next = next)),
        Some(Prospect::Tier3OrWaiver) => told.push(say!(words, FOLLOWED_MUST_OR_WAIVED, next = next)),
        Some(Prospect::MayStay) => {
            told.push(say!(words, FOLLOWED_MAY_STAY, next = next, after = next + 1));
        }
        None => {}
    }
    if stay.earlier && prospect.is_some() && next >= law::CHANGED && stay.editions < 3 {
        told.push(say!(words, FOLLOWED_EARLIER));
    }
    // The edition just before the change came out under the old law.
    if next == law::CHANGED && matches!(prospect, Some(Prospect::Tier3 | Prospect::OneYear)) {
        told.push(say!(words, FOLLOWED_CHANGED));
    }
    told.join(" ")
}

/// The act and section of a rule, linked to where it was read.
pub fn rule(words: &Words, id: law::RuleId) -> Vec<Node> {
    let rule = law::rule(id);
    let source = rule.sources.first().copied().unwrap_or_default();
    let told = say!(words, FOLLOWED_RULE, act = rule.act.number, section = rule.section);
    vec![english(words, outward(source.to_owned(), told)).into()]
}

/// That a waiver holds a country on the Watch List of an edition, stated or implied; nothing where none does.
pub fn waived(
    atlas: &Atlas,
    consequences: &Consequences,
    country: CountryId,
    edition: EditionId,
    terms: Option<&Terms>,
) -> Option<Vec<Node>> {
    let words = atlas.words();
    let (code, year) = (atlas.country(country).code, atlas.year(edition));
    if let Some(waiver) = consequences.waiver(code, year) {
        let mut nodes = searched(say!(words, FOLLOWED_WAIVED, year = year), terms);
        nodes.push(" ".into());
        match &waiver.document {
            Some(document) => nodes.extend(read_at(words, document)),
            None => nodes.push(say!(words, FOLLOWED_WAIVED_FINDING).into()),
        }
        return Some(nodes);
    }
    (law::result(atlas, consequences, country, edition) == Some(law::Result::WaivedAsImplied))
        .then(|| vec![say!(words, FOLLOWED_WAIVED_IMPLIED, year = year).into()])
}
