//! Small parts that more than one page is made of.

use chart::number::decimal;
use chart::shape::{Shape, svg_points};
use tip::permalink::{CountryView, View, year_of};
use tip::{Atlas, Cell, Confidence, CountryId, EditionId, Tier};
use words::{Words, say};

use crate::{Element, Node, el};

/// The symbol of a tier, or of no placement. Hidden from screen readers, since the name is always next to it.
pub fn symbol(tier: Option<Tier>) -> Element {
    el("svg")
        .class("symbol")
        .attr("viewBox", "-1.25 -1.25 2.5 2.5")
        .attr("aria-hidden", "true")
        .with(el("path").attr("d", chart::symbol::path(tier)))
}

/// Symbol and name of what the record can hold.
pub fn chip(words: &Words, cell: Cell) -> Element {
    el("span").class("chip").attr("data-tier", cell.code()).with(symbol(cell.tier())).with(cell.named(words))
}

/// What the record holds of a country in an edition: a chip, marked where no source was retrieved. Who points at it is told
/// where it comes from.
pub fn placement(atlas: &Atlas, country: CountryId, edition: EditionId) -> Element {
    let words = atlas.words();
    let unsourced = atlas.confidence(country, edition) == Some(Confidence::Unsourced);
    let mark = || el("span").class("unsourced").with(format!(" {}", say!(words, TIER_UNSOURCED)));
    let chip = chip(words, atlas.cell(country, edition)).maybe(unsourced.then(mark));
    match atlas.provenance(country, edition) {
        Some(told) => chip.attr("title", told),
        None => chip,
    }
}

/// A link to a view.
pub fn link(to: View, text: impl Into<Node>) -> Element {
    el("a").to(to).with(text)
}

/// A link to a country's page, in the edition on show.
pub fn country_link(atlas: &Atlas, country: CountryId, edition: EditionId) -> Element {
    let country = atlas.country(country);
    let view = CountryView { code: country.code, year: year_of(atlas, edition) };
    link(View::from(view), country.name.clone())
}

/// Stands for a link in a message, until the link takes its place.
pub const LINK: &str = "\u{fffc}";

/// A message with a link in the place of [`LINK`].
pub fn around(message: &str, link: Element) -> Vec<Node> {
    let (before, after) = message.split_once(LINK).unwrap_or((message, ""));
    vec![before.to_owned().into(), link.into(), after.to_owned().into()]
}

/// Marks a text as English. Texts of the data are English in every language of the page.
pub fn english(words: &Words, element: Element) -> Element {
    if words.is_english() { element } else { element.attr("lang", "en").attr("dir", "ltr") }
}

/// The name of a section of a narrative below its opening; `None` for what else excerpts are about.
pub fn section_name(words: &Words, about: &str) -> Option<String> {
    Some(match about {
        "recommendations" => say!(words, SECTION_RECOMMENDATIONS),
        "prosecution" => say!(words, SECTION_PROSECUTION),
        "protection" => say!(words, SECTION_PROTECTION),
        "prevention" => say!(words, SECTION_PREVENTION),
        "profile" => say!(words, SECTION_PROFILE),
        _ => return None,
    })
}

/// A link out of the atlas.
pub fn outward(href: String, text: impl Into<Node>) -> Element {
    el("a").class("outward").attr("href", href).attr("rel", "external noopener noreferrer").with(text)
}

/// All editions of a country in a row of cells, each in its tier's colour with its tier's symbol, the edition
/// on show marked. A picture to screen readers, with the history as its text.
pub fn strip(atlas: &Atlas, country: CountryId, edition: EditionId) -> Element {
    const WIDE: &str = "9.4";
    const HIGH: &str = "14";
    let cells = atlas.editions().iter().map(|about| {
        let cell = atlas.cell(country, about.id);
        el("g")
            .attr("data-tier", cell.code())
            .attr("transform", format!("translate({} 0)", about.id.index() * 10))
            .with(el("rect").attr("width", WIDE).attr("height", HIGH))
            .with(
                el("path")
                    .attr("d", chart::symbol::path(cell.tier()))
                    .attr("transform", "translate(4.7 7) scale(2.9)"),
            )
    });
    let now = el("rect")
        .class("strip-now")
        .attr("x", (edition.index() * 10).to_string())
        .attr("width", WIDE)
        .attr("height", HIGH);
    el("span")
        .class("strip")
        .with(
            el("svg")
                .attr("viewBox", format!("-1 -2 {} 18", atlas.editions().len() * 10 + 2))
                .attr("role", "img")
                .attr("aria-label", tip::sentence::history(atlas, country))
                .all(cells)
                .with(now),
        )
        .with(strip_ends(atlas))
}

/// The first and the last edition below a strip.
pub fn strip_ends(atlas: &Atlas) -> Element {
    let (first, last) = atlas.years();
    el("span")
        .class("strip-ends")
        .attr("aria-hidden", "true")
        .with(el("span").with(first.to_string()))
        .with(el("span").with(last.to_string()))
}

/// A shape of the chart crate, as an element of an `svg`.
pub fn shape(shape: &Shape) -> Element {
    let (ink, element) = match shape {
        Shape::Line { points, width, ink } => (
            ink,
            el("polyline")
                .attr("points", svg_points(points))
                .attr("stroke-width", decimal(*width, 1))
                .attr("fill", "none"),
        ),
        Shape::Area { points, ink } => (ink, el("polygon").attr("points", svg_points(points))),
        Shape::Text { at, text, size, anchor, ink } => (
            ink,
            el("text")
                .attr("x", decimal(at.0, 1))
                .attr("y", decimal(at.1, 1))
                .attr("font-size", decimal(*size, 1))
                .attr("text-anchor", anchor.name())
                .with(text.clone()),
        ),
    };
    let element = element.class(ink.class());
    match (ink.tier(), ink.outcome(), ink.series()) {
        (Some(tier), ..) => element.attr("data-tier", tier.code()),
        (_, Some(outcome), _) => element.attr("data-outcome", outcome),
        (.., Some(series)) => element.attr("data-series", series.to_string()),
        _ => element,
    }
}
