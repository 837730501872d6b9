//! How many countries stand on each tier, over all editions: a column for each edition, joined to an area
//! with steps, since nothing is known of the time between two editions.

use plotters::chart::ChartBuilder;
use plotters::coord::Shift;
use plotters::element::Polygon;
use plotters::prelude::{DrawingArea, IntoDrawingArea};
use plotters::style::ShapeStyle;
use tip::{Atlas, Counts, Region, Tier};

use crate::axis::Axis;
use crate::backend::{Collector, FINE};
use crate::plane::{ChartError, EditionColumn, Error, LETTERS, Plane, columns, mesh, pixels, years};
use crate::shape::{Anchor, Ink, Shape, text_width, widest_tier};

/// The least distance between the names at the right, in pixels.
const NAME: f64 = 16.0;
/// Room for the years, in pixels.
const FOOT: u32 = 26;

/// What is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stack {
    /// The region; `None` for all.
    pub region: Option<Region>,
    /// Whether shares of the countries placed are drawn, not how many there are.
    pub shares: bool,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Whether the tiers are named at the right; a small one among many is not.
    pub named: bool,
}

/// The areas, drawn.
#[derive(Clone, Debug)]
pub struct StackChart {
    /// Areas, lines and texts, in the order they are painted.
    pub shapes: Vec<Shape>,
    /// The columns of the editions.
    pub columns: Vec<EditionColumn>,
    /// The width of one column, in pixels.
    pub step: f64,
    /// The lower end of the columns, in pixels.
    pub foot: f64,
}

impl Stack {
    /// Draws it.
    ///
    /// # Errors
    /// [`ChartError`] where plotters cannot lay it out.
    pub fn draw(&self, atlas: &Atlas) -> Result<StackChart, ChartError> {
        let mut chart = StackChart {
            shapes: Vec::new(),
            columns: Vec::new(),
            step: 0.0,
            foot: f64::from(self.height.saturating_sub(FOOT)),
        };
        let mut shapes = Vec::new();
        let ends = {
            let area = Collector::new((self.width, self.height), &mut shapes).into_drawing_area();
            self.paint(atlas, &area, &mut chart).map_err(|error| ChartError(error.to_string()))?
        };
        if self.named {
            name(&mut shapes, &ends);
        }
        chart.shapes = shapes;
        Ok(chart)
    }

    /// The counts of all editions.
    fn counts(&self, atlas: &Atlas) -> Vec<(f64, Counts)> {
        let editions = atlas.editions().iter();
        editions.map(|about| (f64::from(about.year), atlas.counts(about.id, self.region))).collect()
    }

    fn paint<'b>(
        &self,
        atlas: &Atlas,
        area: &DrawingArea<Collector<'b>, Shift>,
        chart: &mut StackChart,
    ) -> Result<Vec<(Tier, f64, f64, String)>, Error<'b>> {
        let words = atlas.words();
        let counts = self.counts(atlas);
        let tallest = counts.iter().map(|(_, counts)| counts.total()).max().unwrap_or_default().max(1);
        let top = if self.shares { 100.0 } else { f64::from(tallest) };
        let every = if self.shares { 50.0 } else { tick(top) };
        let unit = if self.shares { " %" } else { "" };
        let ticks = (0..=8)
            .map(|n| f64::from(n) * every)
            .filter(|value| *value <= top)
            .map(|value| (value, format!("{}{unit}", crate::number::decimal(value, 0))))
            .collect();
        let names = (widest_tier(words, LETTERS) + text_width(" 100 %", LETTERS)) as u32 + 14;
        let mut plane: Plane = ChartBuilder::on(area)
            .x_label_area_size(FOOT * FINE)
            .y_label_area_size(if self.shares { 48 } else { 34 } * FINE)
            .margin_top(8 * FINE)
            .margin_right(if self.named { names } else { 14 } * FINE)
            .build_cartesian_2d(years(atlas, self.width >= 560), Axis::new(0.0..top, ticks))?;
        mesh(&mut plane)?;
        let share = |n: u16, counts: &Counts| match self.shares {
            true => f64::from(n) * 100.0 / f64::from(counts.total().max(1)),
            false => f64::from(n),
        };
        // Tier 1 at the foot, as in the year control.
        let mut below: Vec<f64> = vec![0.0; counts.len()];
        let mut ends = Vec::new();
        for tier in Tier::ALL {
            let above: Vec<f64> = counts
                .iter()
                .zip(&below)
                .map(|((_, counts), below)| below + share(counts.of(tier), counts))
                .collect();
            let upper = counts.iter().zip(&above).map(|((year, _), level)| (*year, *level));
            let lower = counts.iter().zip(&below).map(|((year, _), level)| (*year, *level));
            let mut corners: Vec<(f64, f64)> = steps(upper).collect();
            let back: Vec<(f64, f64)> = steps(lower).collect();
            corners.extend(back.into_iter().rev());
            let filled = ShapeStyle { color: Ink::Tier(tier).colour().into(), filled: true, stroke_width: 0 };
            plane.draw_series([Polygon::new(corners, filled)])?;
            if let (Some((year, counts)), Some(low), Some(high)) = (counts.last(), below.last(), above.last())
                && counts.of(tier) > 0
            {
                let value = match self.shares {
                    true => format!("{} %", crate::number::decimal(share(counts.of(tier), counts), 0)),
                    false => counts.of(tier).to_string(),
                };
                let (x, y) = pixels(&plane, (year + 0.5, f64::midpoint(*low, *high)));
                ends.push((tier, x, y, format!("{} {value}", tier.short(words))));
            }
            below = above;
        }
        (chart.columns, chart.step) = columns(atlas, &plane);
        Ok(ends)
    }
}

/// A line through levels that each last a year.
fn steps(levels: impl Iterator<Item = (f64, f64)>) -> impl Iterator<Item = (f64, f64)> {
    levels.flat_map(|(year, level)| [(year - 0.5, level), (year + 0.5, level)])
}

/// The distance of two ticks: 10, 20, 50 or 100, so that there are some four of them.
fn tick(top: f64) -> f64 {
    [1.0, 2.0, 5.0, 10.0, 20.0, 50.0].into_iter().find(|every| top / every <= 5.0).unwrap_or(100.0)
}

/// Names the tiers at the right, from the top down, none over another.
fn name(shapes: &mut Vec<Shape>, ends: &[(Tier, f64, f64, String)]) {
    let mut lowest = f64::MIN;
    for (tier, x, y, text) in ends.iter().rev() {
        let y = y.max(lowest + NAME);
        lowest = y;
        shapes.push(Shape::Text {
            at: (x + 8.0, y + LETTERS * 0.36),
            text: text.clone(),
            size: LETTERS,
            anchor: Anchor::Start,
            ink: Ink::Tier(*tier),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn atlas() -> Atlas {
        Atlas::from_json(&testdata::atlas_until(2025).unwrap()).unwrap()
    }

    const ALL: Stack = Stack { region: None, shares: false, width: 900, height: 400, named: true };

    fn area(chart: &StackChart, of: Tier) -> f64 {
        let corners = chart.shapes.iter().find_map(|shape| match shape {
            Shape::Area { points, ink: Ink::Tier(tier) } if *tier == of => Some(points),
            _ => None,
        });
        let corners = corners.unwrap();
        let next = corners.iter().cycle().skip(1);
        (corners.iter().zip(next).map(|(a, b)| a.0 * b.1 - b.0 * a.1).sum::<f64>() / 2.0).abs()
    }

    #[test]
    fn areas_are_as_large_as_the_counts() {
        let atlas = atlas();
        let chart = ALL.draw(&atlas).unwrap();
        let placed = |tier| -> f64 {
            atlas.editions().iter().map(|edition| f64::from(atlas.counts(edition.id, None).of(tier))).sum()
        };
        let scale = area(&chart, Tier::Two) / placed(Tier::Two);
        for tier in Tier::ALL {
            let expected = placed(tier) * scale;
            assert!((area(&chart, tier) - expected).abs() < expected * 0.02 + 40.0, "{tier}");
        }
    }

    #[test]
    fn shares_fill_the_height_in_every_edition() {
        let chart = Stack { shares: true, ..ALL }.draw(&atlas()).unwrap();
        let all: f64 = Tier::ALL.into_iter().map(|tier| area(&chart, tier)).sum();
        let whole = chart.step * 25.0 * (chart.foot - 8.0);
        assert!((all - whole).abs() < whole * 0.01, "{all} {whole}");
    }

    #[test]
    fn the_tiers_are_named_with_their_newest_counts() {
        let texts: Vec<String> = ALL
            .draw(&atlas())
            .unwrap()
            .shapes
            .into_iter()
            .filter_map(|shape| match shape {
                Shape::Text { text, ink: Ink::Tier(_), .. } => Some(text),
                _ => None,
            })
            .collect();
        assert!(texts.contains(&"Tier 1 33".to_owned()), "{texts:?}");
    }
}
