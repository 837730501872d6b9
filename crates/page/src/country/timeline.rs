//! The timeline of a country as an SVG with points that can be focused.

use chart::number::{decimal, within};
use chart::plane::ChartError;
use chart::timeline::{ChartPoint, draw};
use tip::{Atlas, CountryId, EditionId, sentence};

use crate::parts::shape;
use crate::{Element, el};

/// What a point of the timeline says: "2024: Tier 1, up from Tier 2".
pub fn point_name(atlas: &Atlas, country: CountryId, edition: EditionId) -> String {
    let cell = atlas.cell(country, edition);
    let change = sentence::change(atlas, country, edition);
    let comma = if change.is_empty() { "" } else { ", " };
    format!("{}: {}{comma}{change}", atlas.year(edition), cell.name())
}

/// The chart at a width in pixels, with the point of an edition marked. Each point has the id
/// `point-2024`, is a button to screen readers and bears `data-year`.
///
/// # Errors
/// Where it cannot be laid out at that width.
pub fn timeline(
    atlas: &Atlas,
    country: CountryId,
    edition: EditionId,
    width: u32,
) -> Result<Element, ChartError> {
    let drawn = draw(atlas, country, width)?;
    let (first, last) = atlas.years();
    let name = &atlas.country(country).name;
    let height = f64::from(drawn.height);
    let points = drawn.points.iter().map(|p| point(atlas, country, edition, p, drawn.step, height));
    Ok(el("svg")
        .class("timeline-chart")
        .attr("width", drawn.width.to_string())
        .attr("height", drawn.height.to_string())
        .attr("viewBox", format!("0 0 {} {}", drawn.width, drawn.height))
        .attr("role", "group")
        .attr(
            "aria-label",
            format!("Timeline of {name}, {first} to {last}. Arrow keys move from edition to edition, Enter shows one."),
        )
        .with(el("g").attr("aria-hidden", "true").all(drawn.shapes.iter().map(shape)))
        .all(points))
}

fn point(
    atlas: &Atlas,
    country: CountryId,
    edition: EditionId,
    point: &ChartPoint,
    step: f64,
    height: f64,
) -> Element {
    let year = atlas.year(point.edition);
    let now = point.edition == edition;
    let name = point_name(atlas, country, point.edition);
    let (x, y) = point.at;
    let at = |x: f64| decimal(x, 1);
    // The symbol grows with the room that an edition has.
    let size = within(step * 0.24, 2.6, 5.5);
    // The years below the chart are no part of a point's area.
    let foot = at(height - 24.0);
    el("g")
        .attr("id", format!("point-{year}"))
        .class(if now { "point now" } else { "point" })
        .attr("data-year", year.to_string())
        .attr("data-tier", point.cell.code())
        .attr("role", "button")
        .attr("aria-pressed", if now { "true" } else { "false" })
        .attr("aria-label", name.clone())
        .attr("tabindex", if now { "0" } else { "-1" })
        .with(el("title").with(name))
        .with(
            el("rect")
                .class("hit")
                .attr("x", at(x - step / 2.0))
                .attr("y", "0")
                .attr("width", at(step))
                .attr("height", foot.clone()),
        )
        .with(
            el("line").class("now-line").attr("x1", at(x)).attr("x2", at(x)).attr("y1", "0").attr("y2", foot),
        )
        .with(
            el("path")
                .attr("d", chart::symbol::path(point.cell.tier()))
                .attr("transform", format!("translate({} {}) scale({})", at(x), at(y), decimal(size, 2))),
        )
}
