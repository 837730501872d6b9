//! What followed from a country's placement: the determination for Tier 3, the waiver and the next edition on the Watch List, the
//! report's two lists; and the outcomes of all editions on Tier 3.

use tip::{Atlas, Consequences, CountryId, EditionId, List, law};
use words::say;

use crate::followed::{
    chip, counted, detail, document, list_name, listed, outcome_of, outcomes, prospect, read_at, rule, since,
    strip, waived,
};
use crate::{Element, Node, el};

/// The section; `None` where nothing is known to have followed, and nothing comes.
pub(super) fn section(
    atlas: &Atlas,
    country: CountryId,
    edition: EditionId,
    consequences: &Consequences,
) -> Option<Element> {
    let words = atlas.words();
    let mut nodes = of_edition(atlas, country, edition, consequences);
    nodes.extend(on_tier_3(atlas, country, consequences));
    (!nodes.is_empty()).then(|| {
        el("section")
            .class("measure followed")
            .attr("id", "followed")
            .with(el("h2").with(say!(words, FOLLOWED_HEADING)))
            .all(nodes)
    })
}

/// What followed from the placement of an edition.
pub(super) fn of_edition(
    atlas: &Atlas,
    country: CountryId,
    edition: EditionId,
    consequences: &Consequences,
) -> Vec<Node> {
    let words = atlas.words();
    let (code, year) = (atlas.country(country).code, atlas.year(edition));
    let mut nodes: Vec<Node> = Vec::new();
    if let Some(outcome) = outcome_of(atlas, consequences, country, edition) {
        let told = el("p").class("followed-outcome").with(chip(words, outcome)).with(" ");
        match consequences.determination(code, year) {
            Some(row) => {
                nodes.push(told.all(detail(words, row, None)).into());
                let source = el("p").class("entry-sources").all(document(words, &row.determination, year));
                nodes.push(source.with(" ").all(read_at(words, &row.document)).into());
            }
            None => nodes.push(told.with(say!(words, FOLLOWED_UNRECORDED)).into()),
        }
    }
    if let Some(told) = waived(atlas, consequences, country, edition, None) {
        nodes.push(el("p").class("followed-waiver").all(told).into());
    }
    if let Some(stay) = law::stay(atlas, country, edition) {
        let expected = law::prospect(atlas, country, edition);
        let told = prospect(atlas, consequences, country, edition, (stay, expected));
        let told = el("p").class("followed-prospect").with(format!("{told} "));
        nodes.push(match expected {
            Some(expected) => told.all(rule(words, expected.rule(year))).into(),
            None => told.into(),
        });
    }
    for list in List::ALL {
        if let Some(listing) = consequences.listing(code, list, year) {
            nodes.push(el("p").class("followed-list").all(listed(words, listing, None)).into());
        } else if consequences.not_whole.contains(&(list, year)) {
            let name = atlas.country(country).name_in_a_sentence(words);
            let told =
                say!(words, FOLLOWED_LIST_UNKNOWN, list = list_name(words, list), year = year, name = name);
            nodes.push(el("p").class("followed-list remark").with(told).into());
        }
    }
    nodes
}

/// What was determined on all editions that had the country on Tier 3.
fn on_tier_3(atlas: &Atlas, country: CountryId, consequences: &Consequences) -> Vec<Node> {
    let words = atlas.words();
    let editions = atlas.editions().iter();
    let all: Vec<_> =
        editions.filter_map(|about| outcome_of(atlas, consequences, country, about.id)).collect();
    if all.is_empty() {
        return Vec::new();
    }
    let parts = outcomes().filter_map(|outcome| {
        let n = all.iter().filter(|known| **known == outcome).count();
        (n > 0).then(|| counted(words, outcome, u16::try_from(n).unwrap_or(u16::MAX)))
    });
    let told = say!(words, FOLLOWED_TIMES, n = all.len(), since = since(), outcomes = words.list(parts));
    let mut nodes: Vec<Node> = vec![el("p").with(told).into()];
    if all.len() > 1 {
        nodes.push(strip(atlas, consequences, country).into());
    }
    nodes
}
