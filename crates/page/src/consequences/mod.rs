//! `/consequences`: what followed for the countries on Tier 3.

mod countries;
mod determined;
mod editions;
mod lists;

use tip::consequences::Tally;
use tip::permalink::{self, ConsequencesView, View, year_of};
use tip::{Atlas, Cell, Consequences, CountryId, EditionId, Region, Tier};
use words::{Words, capitalised, say};

use crate::followed::{counted, document, outcomes};
use crate::share::bar;
use crate::{Element, LoadMessages, Node, Page, Setting, State, el, pickers, waiting};

/// The page of a view; without the consequences, what the atlas knows: who was on Tier 3.
pub fn page(
    atlas: &Atlas,
    view: &ConsequencesView,
    consequences: Result<&Consequences, State>,
    setting: &Setting,
) -> Page {
    let words = atlas.words();
    let edition = permalink::edition(atlas, view.year);
    let title = title(atlas, edition, view.region);
    let mut nodes = Vec::new();
    let status = match consequences {
        Ok(consequences) => {
            let tally = consequences.tally(atlas, edition, view.region);
            let summary = summary(words, tally);
            nodes.push(head(atlas, view, edition, &title, Some((consequences, &summary)), setting));
            if tally.total() > 0 {
                nodes.push(determined::section(atlas, consequences, edition, view.region));
            }
            nodes.push(law(words));
            nodes.push(editions::section(atlas, consequences, view, edition, setting.width));
            nodes.push(countries::section(atlas, consequences, view));
            nodes.push(lists::section(atlas, consequences, edition, view.region));
            format!("{title}. {summary}")
        }
        Err(state) => {
            nodes.push(head(atlas, view, edition, &title, None, setting));
            nodes.push(
                el("div").class("measure").all(waiting(words, &state, LoadMessages::CONSEQUENCES)).into(),
            );
            format!("{title}.")
        }
    };
    Page { title, status, nodes, text: None }
}

/// The countries on Tier 3 of an edition, by name.
fn on_tier_3(atlas: &Atlas, edition: EditionId, region: Option<Region>) -> Vec<CountryId> {
    atlas
        .countries()
        .iter()
        .filter(|country| region.is_none_or(|region| country.region == region))
        .map(|country| country.id)
        .filter(|country| atlas.cell(*country, edition) == Cell::Placed(Tier::Three))
        .collect()
}

/// The headline.
pub(crate) fn title(atlas: &Atlas, edition: EditionId, region: Option<Region>) -> String {
    let words = atlas.words();
    let (n, year) = (on_tier_3(atlas, edition, region).len(), atlas.year(edition));
    match (n, region.map(|region| region.within(words))) {
        (0, place) => say!(words, CONSEQUENCES_NOBODY, year = year, place = place.unwrap_or_default()),
        (_, None) => say!(words, CONSEQUENCES_TITLE, year = year, n = n),
        (_, Some(place)) => say!(words, CONSEQUENCES_TITLE_IN, year = year, n = n, place = place),
    }
}

/// "7 restricted, 9 waived in part and 5 waived."
pub(crate) fn summary(words: &Words, tally: Tally) -> String {
    let parts = outcomes().filter(|outcome| tally.of(*outcome) > 0);
    let parts: Vec<String> = parts.map(|outcome| counted(words, outcome, tally.of(outcome))).collect();
    if parts.is_empty() { String::new() } else { format!("{}.", capitalised(&words.list(parts))) }
}

fn head(
    atlas: &Atlas,
    view: &ConsequencesView,
    edition: EditionId,
    title: &str,
    told: Option<(&Consequences, &str)>,
    setting: &Setting,
) -> Node {
    let words = atlas.words();
    let year = atlas.year(edition);
    let share = bar(atlas, &View::Consequences(*view), setting);
    let of =
        |edition: EditionId| View::Consequences(ConsequencesView { year: year_of(atlas, edition), ..*view });
    let to =
        pickers::edition(atlas, "year", say!(words, CHANGES_EDITION), edition, |edition| Some(of(edition)));
    let region = pickers::region(words, view.region, |region| {
        View::Consequences(ConsequencesView { region, ..*view })
    });
    let notice = permalink::notice(atlas, view.year);
    let mut deck: Vec<Element> = Vec::new();
    if let Some((consequences, summary)) = told {
        deck.push(el("p").class("deck").with(summary.to_owned()));
        let row = consequences.determinations.iter().find(|row| row.edition == year);
        match (row, consequences.since()) {
            (Some(row), _) => {
                deck.push(el("p").class("dates").all(document(words, &row.determination, year)));
            }
            (None, Some(since)) if year < since => {
                deck.push(el("p").class("remark").with(say!(words, CONSEQUENCES_SINCE, year = since)));
            }
            _ if !on_tier_3(atlas, edition, view.region).is_empty() => {
                deck.push(el("p").class("remark").with(say!(words, CONSEQUENCES_NONE)));
            }
            _ => {}
        }
        let hidden = consequences
            .determinations
            .iter()
            .filter(|row| row.edition == year && row.may_hide_a_waiver())
            .filter_map(|row| atlas.find(row.code))
            .filter(|country| view.region.is_none_or(|region| country.region == region))
            .count();
        if hidden > 0 {
            deck.push(el("p").class("remark").with(say!(words, CONSEQUENCES_HIDDEN, n = hidden)));
        }
    }
    el("header")
        .class("measure headline")
        .with(el("p").class("kicker").with(say!(words, CONSEQUENCES_KICKER)))
        .with(el("h1").with(title.to_owned()))
        .all(notice.map(|notice| el("p").class("notice").attr("role", "status").with(notice)))
        .all(deck)
        .with(
            el("div")
                .class("pickers")
                .maybe(pickers::before(atlas, edition, of))
                .with(to)
                .maybe(pickers::after(atlas, edition, of))
                .with(region),
        )
        .with(share)
        .into()
}

/// What the law could withhold.
fn law(words: &Words) -> Node {
    let items = [
        say!(words, CONSEQUENCES_LAW_ASSISTANCE),
        say!(words, CONSEQUENCES_LAW_EXCHANGES),
        say!(words, CONSEQUENCES_LAW_BANKS),
        say!(words, CONSEQUENCES_LAW_WAIVER),
    ];
    el("section")
        .class("measure withheld")
        .attr("id", "withheld")
        .with(el("h2").with(say!(words, CONSEQUENCES_LAW)))
        .with(el("ul").all(items.map(|item| el("li").with(item))))
        .with(el("p").with(crate::parts::link(View::About, say!(words, CONSEQUENCES_LAW_MORE))))
        .into()
}
