//! The rule held against the record: of every country for which an edition decided, what the edition did.

use tip::law::{self, Result as Came};
use tip::permalink::{View, WatchListView, year_of};
use tip::{Atlas, Consequences, CountryId, Region, sentence};
use words::{Message, say, text};

use crate::parts::link;
use crate::{Element, Node, el};

const COLUMNS: [(Came, Message); 6] = [
    (Came::Fell, text::WATCH_RESULT_FELL),
    (Came::Upgraded, text::WATCH_RESULT_UPGRADED),
    (Came::WaivedAsStated, text::WATCH_RESULT_STATED),
    (Came::WaivedAsImplied, text::WATCH_RESULT_IMPLIED),
    (Came::Contradiction, text::WATCH_RESULT_CONTRADICTION),
    (Came::Outside, text::WATCH_RESULT_OUTSIDE),
];

pub(super) fn section(atlas: &Atlas, consequences: &Consequences, region: Option<Region>) -> Node {
    let words = atlas.words();
    let editions: Vec<(&tip::Edition, Vec<(CountryId, Came)>)> = atlas
        .editions()
        .iter()
        .rev()
        .map(|about| (about, law::decided(atlas, consequences, about.id, region)))
        .filter(|(_, decided)| !decided.is_empty())
        .collect();
    let all: Vec<(CountryId, Came)> = editions.iter().flat_map(|(_, decided)| decided.clone()).collect();
    let heads = [text::WATCH_HISTORY_EDITION, text::WATCH_HISTORY_DECIDED]
        .into_iter()
        .chain(COLUMNS.map(|(_, name)| name))
        .map(|name| el("th").attr("scope", "col").with(words.text(&name)));
    let rows = editions.iter().map(|(about, decided)| {
        let to = View::WatchList(WatchListView {
            year: about.id.previous().and_then(|id| year_of(atlas, id)),
            region,
        });
        row(link(to, about.year.to_string()), decided).attr("data-year", about.year.to_string())
    });
    let total = row(el("span").with(say!(words, WATCH_ALL)), &all).class("total");
    let table = el("table")
        .with(el("caption").class("unseen").with(say!(words, WATCH_HISTORY_CAPTION)))
        .with(el("thead").with(el("tr").all(heads)))
        .with(el("tbody").all(rows).with(total));
    let against: Vec<String> = editions
        .iter()
        .flat_map(|(about, decided)| decided.iter().map(move |one| (about.year, one)))
        .filter(|(_, (_, came))| *came == Came::Contradiction)
        .map(|(year, (country, _))| {
            say!(words, WATCH_RETURNED_STAY, name = &atlas.country(*country).name, span = year)
        })
        .collect();
    let verdict = match against.is_empty() {
        true => say!(words, WATCH_FITS),
        false => say!(words, WATCH_AGAINST, countries = words.list(against)),
    };
    let stayed: Vec<String> = law::returned_and_stayed(atlas)
        .into_iter()
        .filter(|(country, ..)| region.is_none_or(|region| atlas.country(*country).region == region))
        .map(|(country, first, last)| {
            let span = sentence::span(words, atlas.year(first), atlas.year(last));
            say!(words, WATCH_RETURNED_STAY, name = &atlas.country(country).name, span = span)
        })
        .collect();
    let returned = (!stayed.is_empty())
        .then(|| el("p").class("returned").with(say!(words, WATCH_RETURNED, countries = words.list(stayed))));
    el("section")
        .class("measure watch-history")
        .attr("id", "history")
        .with(el("h2").with(say!(words, WATCH_HISTORY)))
        .with(el("p").class("remark").with(say!(words, WATCH_HISTORY_EXPLAINED)))
        .with(
            el("div")
                .class("table-scroll")
                .attr("role", "region")
                .attr("tabindex", "0")
                .attr("aria-label", say!(words, WATCH_HISTORY_CAPTION))
                .with(table),
        )
        .with(el("p").class("verdict").with(verdict))
        .maybe(returned)
        .into()
}

fn row(name: Element, decided: &[(CountryId, Came)]) -> Element {
    let cell = |n: usize| match n {
        0 => el("td").class("figure none").with("–"),
        n => el("td").class("figure").with(n.to_string()),
    };
    let of = |wanted: Came| decided.iter().filter(|(_, came)| *came == wanted).count();
    el("tr")
        .with(el("th").attr("scope", "row").with(name))
        .with(cell(decided.len()))
        .all(COLUMNS.map(|(came, _)| cell(of(came))))
}
