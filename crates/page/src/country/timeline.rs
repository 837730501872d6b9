//! The timeline of a country as an SVG with points that can be focused.

use chart::number::{decimal, within};
use chart::plane::ChartError;
use chart::timeline::{ChartPoint, draw};
use tip::permalink::{CountryView, View, year_of};
use tip::{Atlas, CountryId, EditionId, sentence};

use words::say;

use crate::figure::{pointed_at, pointed_at_why};
use crate::parts::{english, shape};
use crate::{Element, el};

/// What a point of the timeline says: "2024: Tier 1, up from Tier 2".
pub fn point_name(atlas: &Atlas, country: CountryId, edition: EditionId) -> String {
    let cell = atlas.cell(country, edition);
    let change = sentence::change(atlas, country, edition);
    let words = atlas.words();
    let (year, tier) = (atlas.year(edition), cell.named(words));
    match change.is_empty() {
        true => say!(words, COUNTRY_POINT, year = year, tier = tier),
        false => say!(words, COUNTRY_POINT_CHANGE, year = year, tier = tier, change = change),
    }
}

/// The same with the source of the placement: the readout of a point or cell.
pub fn point_label(atlas: &Atlas, country: CountryId, edition: EditionId) -> String {
    let name = point_name(atlas, country, edition);
    match atlas.provenance(country, edition) {
        Some(told) => format!("{name}. {told}."),
        None => name,
    }
}

/// Why the country moved in an edition, in English; `None` where it did not, or nothing says why.
pub type Why<'a> = &'a dyn Fn(EditionId) -> Option<&'a str>;

/// The timeline with its heading, the links of its points, the line that tells what is pointed at, and the history in words.
pub(super) fn figure(
    atlas: &Atlas,
    country: CountryId,
    edition: EditionId,
    width: u32,
    why: Why<'_>,
    to: impl Fn(CountryView) -> View,
) -> Element {
    let words = atlas.words();
    let chart = match timeline(atlas, country, edition, width, why, to) {
        Ok(chart) => chart,
        // The history in words, below, says the same.
        Err(_) => el("p").class("remark").with(say!(words, COUNTRY_NO_CHART)),
    };
    let explained = atlas.editions().iter().any(|about| why(about.id).is_some());
    el("figure")
        .class("measure timeline")
        .with(el("figcaption").with(el("h2").with(say!(words, COUNTRY_EVERY))).with(pointed_at()).with(
            el("p").class("readout").attr("aria-hidden", "true").with(point_name(atlas, country, edition)),
        ))
        .with(el("div").class("timeline-place").with(chart))
        .maybe(explained.then(|| {
            let shown = english(words, el("p").class("readout-why").attr("aria-hidden", "true"));
            el("div")
                .class("timeline-why")
                .with(pointed_at_why())
                .with(shown.maybe(why(edition).map(str::to_owned)))
        }))
        .with(
            el("p")
                .class("history")
                .with(el("span").class("history-label").with(format!("{} ", say!(words, COUNTRY_WORDS))))
                .with(sentence::history(atlas, country)),
        )
}

/// The chart at a width in pixels, with the point of an edition marked. Each point has the id
/// `point-2024`, bears `data-year` and is a link to the edition; one can be reached with the Tab key, the
/// others from there with the arrow keys.
///
/// # Errors
/// Where it cannot be laid out at that width.
fn timeline(
    atlas: &Atlas,
    country: CountryId,
    edition: EditionId,
    width: u32,
    why: Why<'_>,
    to: impl Fn(CountryView) -> View,
) -> Result<Element, ChartError> {
    let drawn = draw(atlas, country, width)?;
    let (first, last) = atlas.years();
    let name = &atlas.country(country).name;
    let height = f64::from(drawn.height);
    let code = atlas.country(country).code;
    let points = drawn.points.iter().map(|p| {
        let to = to(CountryView { code, year: year_of(atlas, p.edition) });
        let label = point_label(atlas, country, p.edition);
        let point = point(atlas, label, edition, p, drawn.step, height).to(to);
        match why(p.edition) {
            Some(reason) => point.attr("aria-description", reason.to_owned()),
            None => point,
        }
    });
    Ok(el("svg")
        .class("timeline-chart")
        .attr("width", drawn.width.to_string())
        .attr("height", drawn.height.to_string())
        .attr("data-rove", "row")
        .attr("viewBox", format!("0 0 {} {}", drawn.width, drawn.height))
        .attr("role", "group")
        .attr("aria-label", say!(atlas.words(), COUNTRY_TIMELINE, name = name, first = first, last = last))
        .with(el("g").attr("aria-hidden", "true").all(drawn.shapes.iter().map(shape)))
        .all(points))
}

fn point(
    atlas: &Atlas,
    title: String,
    edition: EditionId,
    point: &ChartPoint,
    step: f64,
    height: f64,
) -> Element {
    let year = atlas.year(point.edition);
    let now = point.edition == edition;
    let (x, y) = point.at;
    let at = |x: f64| decimal(x, 1);
    // The symbol grows with the room that an edition has.
    let size = within(step * 0.24, 2.6, 5.5);
    // The years below the chart are no part of a point's area.
    let foot = at(height - 24.0);
    el("a")
        .attr("id", format!("point-{year}"))
        .class(if now { "point now" } else { "point" })
        .attr("data-year", year.to_string())
        .attr("data-tier", point.cell.code())
        .attr("aria-current", if now { "true" } else { "false" })
        .attr("aria-label", title.clone())
        .attr("tabindex", if now { "0" } else { "-1" })
        .with(el("title").with(title))
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
