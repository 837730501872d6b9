//! Shapes of charts with colours of their own, as plain attributes that any reader of SVG 1.1 knows.

use chart::number::decimal;
use chart::shape::{Ink, Shape, svg_points};
use tip::{Outcome, Tier};

use super::sheet::{Area, Face, Sheet};
use crate::{Element, el};

/// The dash of each line of a comparison, so that colour is not the only thing that tells them apart.
const DASHES: [&str; 8] = ["", "9 3", "3 3", "12 3 3 3", "6 2", "2 2", "14 4", "6 2 2 2 2 2"];

impl Sheet {
    /// The shapes of a chart that was laid out at a width and height of its own, enlarged to the width of an area, at its top;
    /// with where it ends.
    pub fn chart(&self, shapes: &[Shape], (width, height): (u32, u32), area: Area) -> (Element, f64) {
        let (width, height) = (f64::from(width.max(1)), f64::from(height.max(1)));
        let scale = (area.width / width).min(area.height / height);
        let x = area.x + (area.width - width * scale) / 2.0;
        let shapes = shapes.iter().flat_map(|shape| self.shape(shape));
        (self.enlarged((x, area.y), scale).all(shapes), area.y + height * scale)
    }

    /// A group at a place, enlarged.
    pub fn enlarged(&self, (x, y): (f64, f64), scale: f64) -> Element {
        let place = format!("translate({} {}) scale({})", decimal(x, 1), decimal(y, 1), decimal(scale, 4));
        el("g").attr("transform", place)
    }

    fn shape(&self, shape: &Shape) -> Vec<Element> {
        match shape {
            Shape::Line { points, width, ink } => {
                let line = el("polyline")
                    .attr("points", svg_points(points))
                    .attr("fill", "none")
                    .attr("stroke", self.stroke(*ink))
                    .attr("stroke-width", decimal(*width, 1));
                let dash =
                    ink.series().and_then(|at| DASHES.get(usize::from(at))).filter(|dash| !dash.is_empty());
                vec![match dash {
                    Some(dash) => line.attr("stroke-dasharray", *dash),
                    None => line,
                }]
            }
            Shape::Area { points, ink } => {
                let area = |fill: String| el("polygon").attr("points", svg_points(points)).attr("fill", fill);
                match ink {
                    Ink::Tier(tier) => {
                        let ground = area(self.colours.of(Some(*tier)).fill.to_owned())
                            .attr("stroke", self.colours.paper)
                            .attr("stroke-width", "0.75");
                        vec![ground, area(texture_of(*tier))]
                    }
                    Ink::Outcome(outcome) => self.bar(*outcome, points),
                    _ => vec![area(self.colours.hair.to_owned())],
                }
            }
            Shape::Text { at, text, size, anchor, ink } => {
                let bold = matches!(ink, Ink::Note | Ink::Tier(_) | Ink::Series(_));
                let face = if bold { Face::Strong } else { Face::Sans };
                let line = || self.text(*at, *size, face, text.clone()).attr("text-anchor", anchor.name());
                let fill = match ink {
                    Ink::Note | Ink::Tier(_) => self.colours.ink,
                    Ink::Series(at) => self.colours.series(*at),
                    _ => self.colours.soft,
                };
                // Paper around the letters, since `paint-order` is of SVG 2.
                let around = matches!(ink, Ink::Note).then(|| {
                    line()
                        .attr("fill", self.colours.paper)
                        .attr("stroke", self.colours.paper)
                        .attr("stroke-width", "3")
                        .attr("stroke-linejoin", "round")
                });
                around.into_iter().chain([line().attr("fill", fill)]).collect()
            }
        }
    }

    /// A part of a bar: full, hatched, empty, striped, or dashed around.
    fn bar(&self, outcome: Option<Outcome>, points: &[(f64, f64)]) -> Vec<Element> {
        let part = el("polygon").attr("points", svg_points(points)).attr("stroke-width", "1");
        let fill = match outcome {
            Some(Outcome::Restricted) => self.colours.ink,
            Some(Outcome::PartialWaiver) => "url(#outcome-partial)",
            Some(Outcome::FullWaiver) => self.colours.paper,
            Some(Outcome::Complied) => "url(#outcome-complied)",
            None => "url(#outcome-unrecorded)",
        };
        let part = part.attr("fill", fill);
        vec![match outcome {
            Some(_) => part.attr("stroke", self.colours.ink),
            None => part.attr("stroke", self.colours.of(None).line).attr("stroke-dasharray", "2 2"),
        }]
    }

    /// The colour of a line.
    fn stroke(&self, ink: Ink) -> &'static str {
        match ink {
            Ink::Grid => self.colours.hair,
            Ink::Axis => self.colours.of(None).line,
            Ink::Label | Ink::Riser => self.colours.soft,
            Ink::Note | Ink::Outcome(_) => self.colours.ink,
            Ink::Tier(tier) => self.colours.of(Some(tier)).line,
            Ink::Series(at) => self.colours.series(at),
        }
    }

    /// The tiers' symbols as textures, enlarged: what [`texture_of`] refers to. They have no ground, since tiles leave seams.
    pub fn textures(&self, scale: f64) -> Element {
        let pattern = |tier: Tier| {
            let symbol = |at: &'static str| {
                el("path")
                    .attr("d", chart::symbol::path(Some(tier)))
                    .attr("fill", self.colours.of(Some(tier)).mark)
                    .attr("transform", at)
            };
            el("pattern")
                .attr("id", format!("tier-{}", tier.code()))
                .attr("width", "18")
                .attr("height", "18")
                .attr("patternUnits", "userSpaceOnUse")
                .attr("patternTransform", format!("scale({})", decimal(scale, 4)))
                .with(symbol("translate(4.5 4.5) scale(2.5)"))
                .with(symbol("translate(13.5 13.5) scale(2.5)"))
        };
        el("defs").all(Tier::ALL.map(pattern))
    }

    /// The textures of the parts of bars that are neither full nor empty.
    pub fn outcome_textures(&self) -> Element {
        let texture = |id: &'static str, d: &'static str, stroke: &'static str| {
            el("pattern")
                .attr("id", id)
                .attr("width", "6")
                .attr("height", "6")
                .attr("patternUnits", "userSpaceOnUse")
                .with(
                    el("path")
                        .attr("d", d)
                        .attr("fill", "none")
                        .attr("stroke", stroke)
                        .attr("stroke-width", "1.5"),
                )
        };
        let ink = self.colours.ink;
        el("defs")
            .with(texture("outcome-partial", "M-1 7 7-1M-1 1 1-1M5 7 7 5", ink))
            .with(texture("outcome-complied", "M0 3H6", ink))
            .with(texture("outcome-unrecorded", "M2.4 3h1.2", self.colours.of(None).line))
    }
}

/// The fill that is a tier's texture.
pub(super) fn texture_of(tier: Tier) -> String {
    format!("url(#tier-{})", tier.code())
}
