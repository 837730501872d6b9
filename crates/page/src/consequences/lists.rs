//! The report's two lists of governments in an edition.

use tip::consequences::Document;
use tip::{Atlas, Consequences, EditionId, List, Region, sorted};
use words::say;

use crate::followed::{list_known, list_name, read_at};
use crate::parts::country_link;
use crate::{Element, Node, el};

pub(super) fn section(
    atlas: &Atlas,
    consequences: &Consequences,
    edition: EditionId,
    region: Option<Region>,
) -> Node {
    let words = atlas.words();
    let lists = List::ALL.map(|list| one(atlas, consequences, edition, region, list));
    el("section")
        .class("measure government-lists")
        .attr("id", "lists")
        .with(el("h2").with(say!(words, CONSEQUENCES_LISTS, year = atlas.year(edition))))
        .with(el("div").class("both-sides").all(lists))
        .into()
}

fn one(
    atlas: &Atlas,
    consequences: &Consequences,
    edition: EditionId,
    region: Option<Region>,
    list: List,
) -> Element {
    let words = atlas.words();
    let year = atlas.year(edition);
    let rows: Vec<_> = consequences
        .listings
        .iter()
        .filter(|row| row.list == list && row.edition == year)
        .filter_map(|row| Some((atlas.find(row.code)?, row)))
        .collect();
    let said = list_known(words, consequences.known(list, year), list, year, rows.len());
    let here = rows.iter().filter(|(country, _)| region.is_none_or(|region| country.region == region));
    let items: Vec<_> = here.map(|(country, _)| country.id).collect();
    let items: Vec<Element> = sorted(&items, |id| id.index() as u64)
        .into_iter()
        .map(|id| {
            let iso3 = atlas.country(*id).code.to_string();
            el("li").attr("data-iso3", iso3).with(country_link(atlas, *id, edition))
        })
        .collect();
    // Some lists were put together from two documents.
    let mut documents: Vec<&Document> = Vec::new();
    for (_, row) in &rows {
        if !documents.contains(&&row.document) {
            documents.push(&row.document);
        }
    }
    let read =
        documents.into_iter().map(|document| el("p").class("entry-sources").all(read_at(words, document)));
    el("section")
        .attr("id", list.name().replace('_', "-"))
        .with(el("h3").with(list_name(words, list)))
        .with(el("p").class("remark").with(said))
        .maybe((!items.is_empty()).then(|| el("ul").all(items)))
        .all(read)
}
