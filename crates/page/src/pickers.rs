//! Fields that pick an edition, a region, an order: each option leads to a view.

use tip::permalink::View;
use tip::{Atlas, EditionId, Region};
use words::{Words, say};

use crate::edition::region_name;
use crate::{Element, el};

/// An option that leads to a view.
pub fn option(to: View, chosen: bool, text: String) -> Element {
    let option = el("option").attr("value", to.to_string());
    let option = if chosen { option.attr("selected", "") } else { option };
    option.with(text)
}

/// A field that picks an edition, newest first; those without a view are left out.
pub fn edition(
    atlas: &Atlas,
    id: &'static str,
    label: String,
    chosen: EditionId,
    to: impl Fn(EditionId) -> Option<View>,
) -> Element {
    let options = atlas
        .editions()
        .iter()
        .rev()
        .filter_map(|about| Some(option(to(about.id)?, about.id == chosen, about.year.to_string())));
    el("label")
        .with(label)
        .with(" ")
        .with(el("select").attr("id", format!("pick-{id}")).attr("name", id).attr("data-go", "").all(options))
}

/// The way to the edition before, where there is one.
pub fn before(atlas: &Atlas, chosen: EditionId, to: impl Fn(EditionId) -> View) -> Option<Element> {
    chosen.previous().map(|edition| beside(atlas, ("before", "‹"), edition, to(edition)))
}

/// The way to the edition after, where there is one.
pub fn after(atlas: &Atlas, chosen: EditionId, to: impl Fn(EditionId) -> View) -> Option<Element> {
    let next = atlas.editions().get(chosen.index() + 1);
    next.map(|about| beside(atlas, ("after", "›"), about.id, to(about.id)))
}

fn beside(atlas: &Atlas, (id, arrow): (&'static str, &'static str), edition: EditionId, to: View) -> Element {
    el("a")
        .class("button")
        .attr("id", id)
        .to(to)
        .attr("aria-label", say!(atlas.words(), CHANGES_EDITION_OF, year = atlas.year(edition)))
        .with(arrow)
}

/// A field that picks a region, or all.
pub fn region(words: &Words, chosen: Option<Region>, to: impl Fn(Option<Region>) -> View) -> Element {
    let options = std::iter::once(None)
        .chain(Region::ALL.map(Some))
        .map(|region| option(to(region), region == chosen, region_name(words, region)));
    el("select")
        .attr("id", "pick-region")
        .attr("name", "region")
        .attr("aria-label", say!(words, MAP_REGION))
        .attr("data-go", "")
        .all(options)
}
