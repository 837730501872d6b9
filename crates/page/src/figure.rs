//! A chart over editions as an SVG that can be read with keys: one column an edition.

use chart::number::decimal;
use chart::plane::EditionColumn;
use chart::shape::Shape;
use tip::permalink::View;
use tip::{Atlas, EditionId};

use crate::parts::shape;
use crate::{Element, Node, el};

/// What a chart consists of.
#[derive(Debug)]
pub struct Figure<'a> {
    /// Its id: one figure of a page each.
    pub id: &'static str,
    /// What screen readers call it.
    pub name: String,
    /// Width and height in pixels.
    pub size: (u32, u32),
    /// What is painted.
    pub shapes: &'a [Shape],
    /// The columns of the editions.
    pub columns: &'a [EditionColumn],
    /// The width of a column, in pixels.
    pub step: f64,
    /// The lower end of the columns, in pixels.
    pub foot: f64,
    /// The edition that is marked.
    pub now: Option<EditionId>,
}

impl Figure<'_> {
    /// The SVG. Each column is a link to a view with its edition marked; one of them can be reached with the
    /// Tab key, the others from there with the arrow keys. What a column says is its name.
    pub fn svg(
        &self,
        atlas: &Atlas,
        says: impl Fn(EditionId) -> String,
        to: impl Fn(EditionId) -> View,
    ) -> Element {
        let (width, height) = self.size;
        let stop = self.now.unwrap_or(atlas.latest());
        let columns = self.columns.iter().map(|column| {
            let edition = column.edition;
            let now = self.now == Some(edition);
            let at = |x: f64| decimal(x, 1);
            el("a")
                .attr("id", format!("{}-{}", self.id, atlas.year(edition)))
                .class(if now { "point now" } else { "point" })
                .attr("tabindex", if edition == stop { "0" } else { "-1" })
                .attr("aria-current", if now { "true" } else { "false" })
                .attr("aria-label", says(edition))
                .to(to(edition))
                .with(
                    el("rect")
                        .class("hit")
                        .attr("x", at(column.x - self.step / 2.0))
                        .attr("y", "0")
                        .attr("width", at(self.step))
                        .attr("height", at(self.foot)),
                )
                .with(
                    el("line")
                        .class("now-line")
                        .attr("x1", at(column.x))
                        .attr("x2", at(column.x))
                        .attr("y1", "0")
                        .attr("y2", at(self.foot)),
                )
        });
        let columns: Vec<Element> = columns.collect();
        el("svg")
            .class("chart")
            .attr("id", self.id)
            .attr("data-rove", "row")
            .attr("width", width.to_string())
            .attr("height", height.to_string())
            .attr("viewBox", format!("0 0 {width} {height}"))
            .attr("role", "group")
            .attr("aria-label", self.name.clone())
            .with(el("g").attr("aria-hidden", "true").all(self.shapes.iter().map(shape)))
            .all(columns)
    }
}

/// The line that tells what is pointed at: empty here, and filled by whoever hears the pointing. While it says
/// something, the readout after it is hidden.
pub fn pointed_at() -> Element {
    el("p").class("pointed-at").attr("aria-hidden", "true")
}

/// The line that tells why a country moved where a point says it (`aria-description`), in English; filled in as [`pointed_at`].
pub fn pointed_at_why() -> Element {
    el("p").class("pointed-why").attr("lang", "en").attr("aria-hidden", "true")
}

/// A figure of a page: heading, the line that repeats what is pointed at, and the chart.
pub fn framed(heading: impl Into<Node>, readout: String, chart: Element) -> Element {
    el("figure")
        .class("framed")
        .with(
            el("figcaption")
                .with(el("h2").with(heading))
                .with(pointed_at())
                .with(el("p").class("readout").attr("aria-hidden", "true").with(readout)),
        )
        .with(el("div").class("chart-place").with(chart))
}
