//! The page of a country.

mod editions;
mod timeline;

use tip::permalink::{MapView, View, year_of};
use tip::{Atlas, CountryId, EditionId, TierSet};

use crate::parts::{chip, country_link, link};
use crate::{Element, Node, el};

pub use editions::editions;
pub use timeline::{point_name, timeline};

/// Ways to the countries before and after this one, by name.
pub fn beside(atlas: &Atlas, country: CountryId) -> Vec<Node> {
    let (before, after) = atlas.beside(country);
    let to = |id: CountryId| View::country(atlas.country(id).code);
    let name = |id: CountryId| atlas.country(id).name.clone();
    let arrow = |text: &'static str| el("span").attr("aria-hidden", "true").with(text);
    vec![
        el("a")
            .class("before")
            .to(to(before))
            .with(arrow("← "))
            .with(el("span").class("unseen").with("Previous: "))
            .with(name(before))
            .into(),
        el("a")
            .class("after")
            .to(to(after))
            .with(el("span").class("unseen").with("Next: "))
            .with(name(after))
            .with(arrow(" →"))
            .into(),
    ]
}

/// Name, and what the report calls it.
pub fn name(atlas: &Atlas, country: CountryId) -> Vec<Node> {
    let about = atlas.country(country);
    let mut nodes: Vec<Node> = vec![
        el("p").class("kicker").with(about.region.name()).into(),
        el("h1").with(about.name.clone()).into(),
    ];
    if let Some(name) = &about.report_name {
        nodes.push(el("p").class("also-named").with(format!("In the report: {name}")).into());
    }
    nodes
}

/// Where the country stands in an edition: tier, sentence, how it got there, remarks.
pub fn standing(atlas: &Atlas, country: CountryId, edition: EditionId) -> Vec<Node> {
    let about = atlas.country(country);
    let cell = atlas.cell(country, edition);
    let statement = tip::sentence::statement(atlas, country, edition);
    let background = statement.background.map(|text| el("span").class("background").with(format!(" {text}")));
    let mut nodes: Vec<Node> = vec![
        el("p")
            .class("standing-tier")
            .attr("data-iso3", about.code.to_string())
            .attr("data-tier", cell.code())
            .with(chip(cell, atlas.is_unsourced(country, edition)))
            .with(" ")
            .with(el("span").class("standing-year").with(format!("{} edition", atlas.year(edition))))
            .into(),
        el("p").class("statement").with(statement.lead).maybe(background).into(),
    ];
    if !about.note.is_empty() {
        nodes.push(el("p").class("remark").with(format!("{}.", about.note)).into());
    }
    nodes
}

/// The countries of the region on the same tier, and the way to them on the map.
pub fn neighbours(atlas: &Atlas, country: CountryId, edition: EditionId) -> Vec<Node> {
    let Some(tier) = atlas.cell(country, edition).tier() else {
        return Vec::new();
    };
    let region = atlas.country(country).region;
    let others = atlas.neighbours(country, edition);
    let on_map = View::Map(MapView {
        year: year_of(atlas, edition),
        region: Some(region),
        tiers: TierSet::from_iter([tier]),
        table: false,
    });
    let list: Element = if others.is_empty() {
        el("p").with("No other country of the region.")
    } else {
        el("ul").all(others.into_iter().map(|other| el("li").with(country_link(atlas, other, edition))))
    };
    let heading = format!("Also {} in {}, {}", tier.standing(), region.in_a_sentence(), atlas.year(edition));
    vec![
        el("h2").with(heading).into(),
        list.into(),
        el("p").with(link(on_map, "Show them on the map")).into(),
    ]
}
