//! Several countries on one chart: a step line for each, in lanes of its own beside the others of its tier,
//! named at its end.

use plotters::chart::ChartBuilder;
use plotters::coord::Shift;
use plotters::prelude::{DrawingArea, IntoDrawingArea, LineSeries};
use tip::{Atlas, CountryId, Tier, Timeline};

use crate::axis::Axis;
use crate::backend::{Collector, FINE};
use crate::number::within;
use crate::plane::{
    ChartError, EditionColumn, Error, LETTERS, Plane, columns, followed, mesh, pixels, span, years,
};
use crate::shape::{Anchor, Ink, Shape, text_width, widest_tier};

/// The distance of two lanes, in pixels.
const LANE: f64 = 6.0;
/// The height of a tier's row beyond its lanes, in pixels.
const AIR: f64 = 26.0;
/// Room for the years, in pixels.
const FOOT: f64 = 30.0;
/// The least distance between the names at the lines' ends, in pixels.
const NAME: f64 = 16.0;

/// A chart of several countries, drawn.
#[derive(Clone, Debug)]
pub struct LinesChart {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Lines and texts, in the order they are painted; a country's have its [`Ink::Series`].
    pub shapes: Vec<Shape>,
    /// The columns of the editions.
    pub columns: Vec<EditionColumn>,
    /// The width of one column, in pixels.
    pub step: f64,
    /// The lower end of the columns, in pixels: the years begin below it.
    pub foot: f64,
}

/// Draws the histories of countries, at a width in pixels. Below 560 pixels the lines' ends bear codes in the
/// place of names.
///
/// # Errors
/// [`ChartError`] where plotters cannot lay it out.
pub fn draw(atlas: &Atlas, countries: &[CountryId], width: u32) -> Result<LinesChart, ChartError> {
    let timelines: Vec<Timeline> = countries.iter().map(|country| atlas.timeline(*country)).collect();
    let special = timelines.iter().any(|timeline| timeline.years_on(Tier::SpecialCase) > 0);
    let rows: Vec<Tier> =
        Tier::ALL.into_iter().filter(|tier| special || *tier != Tier::SpecialCase).collect();
    let wide = width >= 560;
    let names: Vec<String> = countries
        .iter()
        .map(|country| {
            let about = atlas.country(*country);
            if wide { about.name.clone() } else { about.code.to_string() }
        })
        .collect();
    let row = AIR + LANE * countries.len() as f64;
    let margin = names.iter().map(|name| text_width(name, LETTERS)).fold(0.0, f64::max) + 36.0;
    let margin = within(margin, 40.0, f64::from(width) * 0.34);
    let lanes = Lanes { rows, row, lines: countries.len() };
    // All names have to find a place below each other as well.
    let height = (row * lanes.rows.len() as f64).max(NAME * names.len() as f64) + FOOT;
    let mut chart = LinesChart {
        width,
        height: height.round() as u32,
        shapes: Vec::new(),
        columns: Vec::new(),
        step: 0.0,
        foot: height - FOOT,
    };
    let mut shapes = Vec::new();
    let ends = {
        let area = Collector::new((width, chart.height), &mut shapes).into_drawing_area();
        paint(atlas, &timelines, &lanes, margin, &area, &mut chart).map_err(|e| ChartError(e.to_string()))?
    };
    name_ends(&mut shapes, &names, &ends, chart.foot);
    chart.shapes = shapes;
    Ok(chart)
}

/// Where each line runs within the row of a tier.
struct Lanes {
    rows: Vec<Tier>,
    /// The height of a row, in pixels.
    row: f64,
    lines: usize,
}

impl Lanes {
    /// The level of a line on a tier: 0 for the middle of the first row, −1 for that of the second.
    fn level(&self, tier: Tier, line: usize) -> f64 {
        let row = self.rows.iter().position(|row| *row == tier).map_or(0.0, |row| row as f64);
        let lane = line as f64 - (self.lines as f64 - 1.0) / 2.0;
        -row - lane * LANE / self.row
    }
}

/// Paints all but the names; returns the end of each line, in pixels.
fn paint<'b>(
    atlas: &Atlas,
    timelines: &[Timeline],
    lanes: &Lanes,
    margin: f64,
    area: &DrawingArea<Collector<'b>, Shift>,
    chart: &mut LinesChart,
) -> Result<Vec<Option<(f64, f64)>>, Error<'b>> {
    let levels = lanes.rows.iter().enumerate().map(|(row, tier)| (-(row as f64), tier.short(atlas.words())));
    let tiers = widest_tier(atlas.words(), LETTERS) + 10.0;
    let mut plane: Plane = ChartBuilder::on(area)
        .x_label_area_size(24 * FINE)
        .y_label_area_size(tiers as u32 * FINE)
        .margin_right(margin as u32 * FINE)
        .build_cartesian_2d(
            years(atlas, chart.width >= 720),
            Axis::new(0.5 - lanes.rows.len() as f64..0.5, levels.collect()),
        )?;
    mesh(&mut plane)?;
    for (line, timeline) in timelines.iter().enumerate() {
        let ink = Ink::Series(u8::try_from(line).unwrap_or_default());
        for (run, next) in followed(timeline) {
            let x = span(atlas, next).0;
            let ends = [(x, lanes.level(run.tier, line)), (x, lanes.level(next.tier, line))];
            plane.draw_series(LineSeries::new(ends, ink.stroke(3 * FINE / 2)))?;
        }
        for run in timeline.runs() {
            let (start, end) = span(atlas, run);
            let level = lanes.level(run.tier, line);
            plane.draw_series(LineSeries::new([(start, level), (end, level)], ink.stroke(4 * FINE)))?;
        }
    }
    (chart.columns, chart.step) = columns(atlas, &plane);
    Ok(timelines
        .iter()
        .enumerate()
        .map(|(line, timeline)| {
            let run = timeline.runs().last()?;
            Some(pixels(&plane, (span(atlas, run).1, lanes.level(run.tier, line))))
        })
        .collect())
}

/// Puts each name beside the end of its line, moved up or down as far as others need, with a line to the end
/// where it was moved.
fn name_ends(shapes: &mut Vec<Shape>, names: &[String], ends: &[Option<(f64, f64)>], foot: f64) {
    let right = ends.iter().flatten().map(|(x, _)| *x).fold(0.0, f64::max);
    let mut order: Vec<(usize, f64, f64)> =
        ends.iter().enumerate().filter_map(|(line, end)| end.map(|(x, y)| (line, x, y))).collect();
    order.sort_by(|(_, _, a), (_, _, b)| a.total_cmp(b));
    let mut at: Vec<f64> = order.iter().map(|(_, _, y)| *y).collect();
    // Each gives way by half; a few rounds settle eight names.
    for _ in 0..60 {
        for i in 1..at.len() {
            if let [.., above, below] = at.get_mut(..=i).unwrap_or_default() {
                let overlap = NAME - (*below - *above);
                if overlap > 0.0 {
                    *above -= overlap / 2.0;
                    *below += overlap / 2.0;
                }
            }
        }
        for y in &mut at {
            *y = within(*y, NAME / 2.0, foot - NAME / 4.0);
        }
    }
    for ((line, x, y), named) in order.into_iter().zip(at) {
        let ink = Ink::Series(u8::try_from(line).unwrap_or_default());
        let text = right + 20.0;
        shapes.push(Shape::Line {
            points: vec![(x + 2.0, y), (right + 6.0, y), (text - 4.0, named)],
            width: 1.0,
            ink,
        });
        shapes.push(Shape::Text {
            at: (text, named + LETTERS * 0.36),
            text: names.get(line).cloned().unwrap_or_default(),
            size: LETTERS,
            anchor: Anchor::Start,
            ink,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tip::Code;

    fn atlas() -> Atlas {
        Atlas::from_json(&testdata::atlas_until(2025).unwrap()).unwrap()
    }

    fn chart(codes: &str, width: u32) -> LinesChart {
        let atlas = atlas();
        let ids: Vec<CountryId> =
            codes.split(',').map(|code| atlas.find(Code::parse(code).unwrap()).unwrap().id).collect();
        draw(&atlas, &ids, width).unwrap()
    }

    const EIGHT: &str = "KOR,PRK,JPN,CHN,THA,VNM,PHL,MMR";

    #[test]
    fn each_line_is_named_once_and_no_name_covers_another() {
        for width in [320, 640, 1200] {
            let chart = chart(EIGHT, width);
            let mut names: Vec<(f64, &str)> = chart
                .shapes
                .iter()
                .filter_map(|shape| match shape {
                    Shape::Text { at, text, ink: Ink::Series(_), .. } => Some((at.1, text.as_str())),
                    _ => None,
                })
                .collect();
            assert_eq!(names.len(), 8, "{width}");
            names.sort_by(|a, b| a.0.total_cmp(&b.0));
            for pair in names.windows(2) {
                assert!(pair[1].0 - pair[0].0 > NAME - 3.0, "{pair:?} at {width}");
            }
        }
    }

    #[test]
    fn no_two_lines_lie_on_each_other() {
        let chart = chart(EIGHT, 900);
        let level = |series: u8, x: f64| {
            chart.shapes.iter().find_map(|shape| match shape {
                Shape::Line { points, width, ink: Ink::Series(line) }
                    if *line == series && *width > 3.0 && points[0].0 <= x && x <= points[1].0 =>
                {
                    Some(points[0].1)
                }
                _ => None,
            })
        };
        for column in &chart.columns {
            let mut levels: Vec<f64> = (0..8).filter_map(|series| level(series, column.x)).collect();
            assert!(levels.len() > 4);
            levels.sort_by(f64::total_cmp);
            assert!(levels.windows(2).all(|pair| pair[1] - pair[0] > LANE - 0.5));
        }
    }
}
