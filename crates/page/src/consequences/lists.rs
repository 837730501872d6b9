//! The report's two lists of governments in an edition.

use tip::consequences::Known;
use tip::law::{self, RuleId};
use tip::{Atlas, Consequences, EditionId, List, Region, sorted};
use words::say;

use crate::followed::{list_name, read_at};
use crate::parts::country_link;
use crate::{Element, Node, el};

const fn rule(list: List) -> RuleId {
    match list {
        List::StateSponsored => RuleId::StateSponsored,
        List::ChildSoldiers => RuleId::ChildSoldiers,
    }
}

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
    let first = law::rule(rule(list)).first;
    let said = match consequences.known(list, year) {
        _ if year < first => say!(words, CONSEQUENCES_LIST_LATER, year = first),
        Known::Whole => say!(words, CONSEQUENCES_LIST_WHOLE, n = rows.len()),
        Known::Partly => say!(words, CONSEQUENCES_LIST_PARTLY, year = year),
        Known::Not => say!(words, CONSEQUENCES_LIST_NOT, year = year),
    };
    let here = rows.iter().filter(|(country, _)| region.is_none_or(|region| country.region == region));
    let items: Vec<_> = here.map(|(country, _)| country.id).collect();
    let items: Vec<Element> = sorted(&items, |id| id.index() as u64)
        .into_iter()
        .map(|id| {
            let iso3 = atlas.country(*id).code.to_string();
            el("li").attr("data-iso3", iso3).with(country_link(atlas, *id, edition))
        })
        .collect();
    let read = rows.first().map(|(_, row)| el("p").class("entry-sources").all(read_at(words, &row.document)));
    el("section")
        .attr("id", list.name().replace('_', "-"))
        .with(el("h3").with(list_name(words, list)))
        .with(el("p").class("remark").with(said))
        .maybe((!items.is_empty()).then(|| el("ul").all(items)))
        .maybe(read)
}
