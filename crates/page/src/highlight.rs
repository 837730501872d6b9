//! What the map and the table may show in the tiers' place: years on the Watch List, or the governments on a list.

use tip::consequences::Known;
use tip::permalink::{Highlight, View, WatchListView, year_of};
use tip::{Atlas, Consequences, CountryId, EditionId, Region, law};
use words::{Words, say};

use crate::followed::{list_known, list_name};
use crate::parts::{country_link, link};
use crate::{Element, LoadMessages, Node, State, el, waiting};

/// The countries that are singled out in an edition, by name: each with how many consecutive editions it has been on the Watch
/// List, or with 1 where it is on the list.
pub fn marks(
    atlas: &Atlas,
    consequences: Option<&Consequences>,
    highlight: Highlight,
    edition: EditionId,
) -> Vec<(CountryId, usize)> {
    let mark = |country: &tip::Country| {
        let n = match highlight {
            Highlight::WatchList => law::stay(atlas, country.id, edition)?.editions,
            Highlight::List(list) => {
                consequences?.listing(country.code, list, atlas.year(edition))?;
                1
            }
        };
        Some((country.id, n))
    };
    atlas.countries().iter().filter_map(mark).collect()
}

/// What stands in the place of [`told`] while the map shows the tiers.
pub fn nothing() -> Element {
    el("div")
}

/// What is shown in the tiers' place.
pub fn name(words: &Words, highlight: Highlight) -> String {
    match highlight {
        Highlight::WatchList => say!(words, MAP_SHOW_WATCH_LIST),
        Highlight::List(list) => list_name(words, list),
    }
}

/// The options of the field that picks what the map shows.
pub fn options(words: &Words, chosen: Option<Highlight>) -> Vec<Node> {
    let option = |highlight: Option<Highlight>| {
        let option = el("option").attr("value", highlight.map_or("", Highlight::slug));
        let option = if highlight == chosen { option.attr("selected", "") } else { option };
        let name = highlight.map_or_else(|| say!(words, MAP_SHOW_TIERS), |highlight| name(words, highlight));
        option.with(name).into()
    };
    std::iter::once(None).chain(Highlight::ALL.map(Some)).map(option).collect()
}

/// What stands below the map: what is shown, how far it is known, and who it is, in words.
pub fn told(
    atlas: &Atlas,
    consequences: Result<&Consequences, State>,
    highlight: Highlight,
    edition: EditionId,
    region: Option<Region>,
) -> Vec<Node> {
    let words = atlas.words();
    let (year, needs) = (atlas.year(edition), highlight != Highlight::WatchList);
    let known = match consequences {
        Ok(known) => Some(known),
        Err(state) if needs => return waiting(words, &state, LoadMessages::CONSEQUENCES),
        Err(_) => None,
    };
    let marks = marks(atlas, known, highlight, edition);
    let here = |country: &CountryId| region.is_none_or(|region| atlas.country(*country).region == region);
    match highlight {
        Highlight::WatchList => {
            let longest = marks.iter().map(|(_, n)| *n).max().unwrap_or_default();
            let groups = (1..=longest).rev().filter_map(|n| {
                let own: Vec<CountryId> =
                    marks.iter().filter(|(_, known)| *known == n).map(|(id, _)| *id).filter(here).collect();
                (!own.is_empty()).then(|| {
                    el("li")
                        .with(el("span").class("swatch").attr("data-mark", n.min(4).to_string()))
                        .with(el("strong").with(say!(words, MAP_YEARS, n = n)))
                        .with(" ")
                        .all(names(atlas, &own, edition))
                })
            });
            let view = WatchListView { year: year_of(atlas, edition), region };
            vec![
                el("p").with(say!(words, MAP_WATCH_LIST_TOLD, year = year)).into(),
                el("ul").class("highlighted").all(groups).into(),
                el("p").with(link(View::WatchList(view), say!(words, MAP_WATCH_LIST_MORE))).into(),
            ]
        }
        Highlight::List(list) => {
            let own: Vec<CountryId> = marks.iter().map(|(id, _)| *id).filter(here).collect();
            let known = known.map_or(Known::Not, |known| known.known(list, year));
            let limits = list_known(words, known, list, year, marks.len());
            let all: Element = el("p").class("highlighted").all(names(atlas, &own, edition));
            vec![el("p").with(format!("{}, {year}: {limits}", list_name(words, list))).into(), all.into()]
        }
    }
}

/// Links to countries, with commas.
fn names(atlas: &Atlas, countries: &[CountryId], edition: EditionId) -> Vec<Node> {
    let mut nodes: Vec<Node> = Vec::new();
    for (at, country) in countries.iter().enumerate() {
        if at > 0 {
            nodes.push(", ".into());
        }
        nodes.push(country_link(atlas, *country, edition).into());
    }
    nodes
}
