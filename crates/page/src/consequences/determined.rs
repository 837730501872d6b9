//! What was determined on an edition, country by country, the hardest outcomes first.

use tip::{Atlas, Consequences, EditionId, Region, sorted};
use words::{say, text};

use super::on_tier_3;
use crate::followed::{chip, code, detail, outcomes, read_at};
use crate::parts::country_link;
use crate::{Element, Node, el};

pub(super) fn section(
    atlas: &Atlas,
    consequences: &Consequences,
    edition: EditionId,
    region: Option<Region>,
) -> Node {
    let words = atlas.words();
    let year = atlas.year(edition);
    let row = |id| consequences.determination(atlas.country(id).code, year);
    let countries = on_tier_3(atlas, edition, region);
    let place = |id| {
        let outcome = row(id).map(|row| row.outcome);
        outcomes().position(|known| known == outcome).unwrap_or_default() as u64
    };
    // Where all was read in one document, that is said once.
    let mut documents = countries.iter().filter_map(|id| row(*id)).map(|row| &row.document);
    let first = documents.next();
    let shared = first.filter(|first| documents.all(|document| document == *first));
    let rows = sorted(&countries, |id| place(*id)).into_iter().map(|id| {
        let determination = row(*id);
        let outcome = determination.map(|row| row.outcome);
        let source: Vec<Node> = determination.map(|row| read_at(words, &row.document)).unwrap_or_default();
        let told: Vec<Node> = determination.map(|row| detail(words, row, None)).unwrap_or_default();
        el("tr")
            .attr("data-iso3", atlas.country(*id).code.to_string())
            .attr("data-outcome", code(outcome))
            .with(el("th").attr("scope", "row").with(country_link(atlas, *id, edition)))
            .with(el("td").with(chip(words, outcome)))
            .with(el("td").class("restriction").all(told))
            .maybe(shared.is_none().then(|| el("td").class("read").all(source)))
    });
    let heads = [text::CONSEQUENCES_COUNTRY, text::CONSEQUENCES_OUTCOME, text::CONSEQUENCES_DETAIL]
        .into_iter()
        .chain(shared.is_none().then_some(text::CONSEQUENCES_READ))
        .map(|name| el("th").attr("scope", "col").with(words.text(&name)));
    let table: Element = el("table")
        .with(el("caption").class("unseen").with(say!(words, CONSEQUENCES_DETERMINED_CAPTION)))
        .with(el("thead").with(el("tr").all(heads)))
        .with(el("tbody").all(rows));
    el("section")
        .class("measure determined")
        .attr("id", "determined")
        .with(el("h2").with(say!(words, CONSEQUENCES_DETERMINED)))
        .with(el("p").class("remark").with(say!(words, CONSEQUENCES_DETERMINED_KEY)))
        .with(table)
        .maybe(shared.map(|document| el("p").class("entry-sources").all(read_at(words, document))))
        .into()
}
