//! Shapes of the chart crate as SVG nodes.

use chart::shape::{Shape, svg_points};
use leptos::prelude::*;

/// A list of shapes, to stand within an `svg`.
#[component]
pub fn Picture(
    /// The shapes, in the order they are painted.
    shapes: Vec<Shape>,
) -> impl IntoView {
    shapes
        .into_iter()
        .map(|shape| match shape {
            Shape::Line { points, width, ink } => view! {
                <polyline
                    class=ink.class()
                    data-tier=ink.tier().map(tip::Tier::code)
                    points=svg_points(&points)
                    stroke-width=width
                    fill="none"
                />
            }
            .into_any(),
            Shape::Area { points, ink } => view! {
                <polygon class=ink.class() data-tier=ink.tier().map(tip::Tier::code) points=svg_points(&points) />
            }
            .into_any(),
            Shape::Text { at, text, size, anchor, ink } => view! {
                <text class=ink.class() x=at.0 y=at.1 font-size=size text-anchor=anchor.name()>
                    {text}
                </text>
            }
            .into_any(),
        })
        .collect_view()
}
