//! What was determined for the countries on Tier 3, edition by edition: a bar an edition, its parts the shares of each outcome.

use plotters::chart::ChartBuilder;
use plotters::coord::Shift;
use plotters::element::Rectangle;
use plotters::prelude::{DrawingArea, IntoDrawingArea};
use plotters::style::ShapeStyle;
use tip::consequences::Tally;
use tip::{Atlas, Outcome};

use crate::axis::Axis;
use crate::backend::{Collector, FINE};
use crate::plane::{ChartError, EditionColumn, Error, Plane, columns, mesh, years};
use crate::shape::{Ink, Shape};

/// Room for the years, in pixels.
const FOOT: u32 = 26;

/// Half of a bar's width, in years.
const HALF: f64 = 0.42;

/// The bars, drawn.
#[derive(Clone, Debug)]
pub struct OutcomeBars {
    /// Bars, lines and texts, in the order they are painted.
    pub shapes: Vec<Shape>,
    /// The columns of the editions.
    pub columns: Vec<EditionColumn>,
    /// The width of one column, in pixels.
    pub step: f64,
    /// The lower end of the columns, in pixels.
    pub foot: f64,
}

/// Draws the bars of all editions into a width and a height in pixels; `tallies` has one an edition, oldest first.
///
/// # Errors
/// [`ChartError`] where plotters cannot lay it out.
pub fn draw(
    atlas: &Atlas,
    tallies: &[Tally],
    (width, height): (u32, u32),
) -> Result<OutcomeBars, ChartError> {
    let mut shapes = Vec::new();
    let (columns, step) = {
        let area = Collector::new((width, height), &mut shapes).into_drawing_area();
        paint(atlas, tallies, &area, width >= 560).map_err(|error| ChartError(error.to_string()))?
    };
    Ok(OutcomeBars { shapes, columns, step, foot: f64::from(height.saturating_sub(FOOT)) })
}

fn paint<'b>(
    atlas: &Atlas,
    tallies: &[Tally],
    area: &DrawingArea<Collector<'b>, Shift>,
    wide: bool,
) -> Result<(Vec<EditionColumn>, f64), Error<'b>> {
    let ticks = [0.0, 50.0, 100.0].map(|share| (share, format!("{} %", crate::number::decimal(share, 0))));
    let mut plane: Plane = ChartBuilder::on(area)
        .x_label_area_size(FOOT * FINE)
        .y_label_area_size(48 * FINE)
        .margin_top(8 * FINE)
        .margin_right(8 * FINE)
        .build_cartesian_2d(years(atlas, wide), Axis::new(0.0..100.0, ticks.to_vec()))?;
    mesh(&mut plane)?;
    let kinds = Outcome::ALL.into_iter().map(Some).chain([None]);
    for (about, tally) in atlas.editions().iter().zip(tallies).filter(|(_, tally)| tally.total() > 0) {
        let year = f64::from(about.year);
        let mut below = 0.0;
        for outcome in kinds.clone().filter(|outcome| tally.of(*outcome) > 0) {
            let above = below + f64::from(tally.of(outcome)) * 100.0 / f64::from(tally.total());
            let color = Ink::Outcome(outcome).colour().into();
            let filled = ShapeStyle { color, filled: true, stroke_width: 0 };
            plane.draw_series([Rectangle::new([(year - HALF, below), (year + HALF, above)], filled)])?;
            below = above;
        }
    }
    Ok(columns(atlas, &plane))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_of_a_bar_fill_it_in_proportion() {
        let atlas = Atlas::from_json(&testdata::atlas_until(2025).unwrap()).unwrap();
        let mut tallies = vec![Tally::default(); atlas.editions().len()];
        tallies[23] = Tally { restricted: 1, full: 2, unrecorded: 1, ..Tally::default() };
        let drawn = draw(&atlas, &tallies, (700, 240)).unwrap();
        let high = |wanted: Option<Outcome>| {
            let areas = drawn.shapes.iter().filter_map(|shape| match shape {
                Shape::Area { points, ink: Ink::Outcome(outcome) } if *outcome == wanted => Some(points),
                _ => None,
            });
            areas.map(|points| points[0].1 - points[2].1).map(f64::abs).sum::<f64>()
        };
        let one = high(Some(Outcome::Restricted));
        assert!(one > 40.0, "{one}");
        assert!((high(Some(Outcome::FullWaiver)) - 2.0 * one).abs() < 0.5);
        assert!((high(None) - one).abs() < 0.5);
        assert!(high(Some(Outcome::Complied)).abs() < f64::EPSILON, "nobody complied");
    }
}
