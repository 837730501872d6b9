//! The timeline of a country: a step chart over all editions, with its runs named on the line.

use plotters::chart::ChartBuilder;
use plotters::coord::Shift;
use plotters::prelude::{DrawingArea, IntoDrawingArea, LineSeries, PathElement, Text};
use plotters::style::text_anchor::{HPos, VPos};
use tip::{Atlas, Cell, CountryId, EditionId, Tier, Timeline, sorted};
use words::say;

use crate::axis::Axis;
use crate::backend::{Collector, FINE};
use crate::number::within;
use crate::plane::{ChartError, Error, LETTERS, Plane, followed, letters, mesh, pixels, span, years};
use crate::shape::{Ink, Shape, text_width, widest_tier};

/// The height of one tier's row, in pixels.
const ROW: u32 = 46;
/// Room for the years below the rows and for a label above the first, in pixels.
const FOOT: u32 = 30;

/// A country's timeline, drawn.
#[derive(Clone, Debug)]
pub struct TimelineChart {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Lines and texts, in the order they are painted.
    pub shapes: Vec<Shape>,
    /// One point an edition, oldest first, painted over the shapes.
    pub points: Vec<ChartPoint>,
    /// The width of one edition's column, in pixels: how wide a point's hit area may be.
    pub step: f64,
}

/// An edition's point on the chart.
#[derive(Clone, Copy, Debug)]
pub struct ChartPoint {
    /// The edition.
    pub edition: EditionId,
    /// What the record holds.
    pub cell: Cell,
    /// Where the point is, in pixels.
    pub at: (f64, f64),
}

/// Draws the timeline of a country, at a width in pixels. The height follows from the tiers shown: the four
/// tiers, and Special Case where the country ever was one.
///
/// # Errors
/// [`ChartError`] where plotters cannot lay it out.
pub fn draw(atlas: &Atlas, country: CountryId, width: u32) -> Result<TimelineChart, ChartError> {
    let timeline = atlas.timeline(country);
    let rows = Rows::of(&timeline);
    let height = ROW * rows.len() + FOOT;
    let mut shapes = Vec::new();
    let (points, step) = {
        let area = Collector::new((width, height), &mut shapes).into_drawing_area();
        paint(atlas, &timeline, &rows, &area).map_err(|error| ChartError(error.to_string()))?
    };
    Ok(TimelineChart { width, height, shapes, points, step })
}

/// The tiers that get a row, from the top.
struct Rows(Vec<Tier>);

impl Rows {
    fn of(timeline: &Timeline) -> Rows {
        let special = timeline.years_on(Tier::SpecialCase) > 0;
        Rows(Tier::ALL.into_iter().filter(|tier| special || *tier != Tier::SpecialCase).collect())
    }

    fn len(&self) -> u32 {
        u32::try_from(self.0.len()).unwrap_or_default()
    }

    /// The height of a tier on the plane: 0 for the first row, −1 for the second.
    fn level(&self, tier: Tier) -> f64 {
        self.0.iter().position(|row| *row == tier).map_or(0.0, |row| -(row as f64))
    }

    fn lowest(&self) -> f64 {
        1.0 - f64::from(self.len())
    }
}

fn paint<'b>(
    atlas: &Atlas,
    timeline: &Timeline,
    rows: &Rows,
    area: &DrawingArea<Collector<'b>, Shift>,
) -> Result<(Vec<ChartPoint>, f64), Error<'b>> {
    let (first, last) = atlas.years();
    let (first, last) = (f64::from(first), f64::from(last));
    let wide = area.dim_in_pixel().0 >= 560 * FINE;
    let levels = rows.0.iter().map(|tier| (rows.level(*tier), tier.short(atlas.words()))).collect();
    let names = widest_tier(atlas.words(), LETTERS) + 10.0;
    let mut plane: Plane = ChartBuilder::on(area)
        .x_label_area_size(24 * FINE)
        .y_label_area_size(names as u32 * FINE)
        .margin_right(12 * FINE)
        .build_cartesian_2d(years(atlas, wide), Axis::new(rows.lowest() - 0.45..0.6, levels))?;
    mesh(&mut plane)?;
    steps(atlas, timeline, rows, &mut plane)?;
    let note = letters(Ink::Note, HPos::Center, VPos::Bottom);
    for RunLabel { at, text } in labels(atlas, timeline, rows, &plane) {
        plane.draw_series([Text::new(text, at, note.clone())])?;
    }
    let points = timeline
        .cells()
        .map(|(edition, cell)| {
            // An edition without a placement is marked at the foot, where no tier is.
            let level = cell.tier().map_or(rows.lowest() - 0.45, |tier| rows.level(tier));
            ChartPoint { edition, cell, at: pixels(&plane, (f64::from(atlas.year(edition)), level)) }
        })
        .collect();
    let step = f64::from(plane.plotting_area().dim_in_pixel().0) / (last - first + 1.0) / f64::from(FINE);
    Ok((points, step))
}

/// The x of each change of tier without a gap, with the levels it runs between.
fn risers(atlas: &Atlas, timeline: &Timeline, rows: &Rows) -> Vec<(f64, f64, f64)> {
    followed(timeline)
        .map(|(run, next)| (span(atlas, next).0, rows.level(run.tier), rows.level(next.tier)))
        .collect()
}

fn steps<'b>(
    atlas: &Atlas,
    timeline: &Timeline,
    rows: &Rows,
    plane: &mut Plane<'_, 'b>,
) -> Result<(), Error<'b>> {
    for (x, from, to) in risers(atlas, timeline, rows) {
        plane.draw_series([PathElement::new(vec![(x, from), (x, to)], Ink::Riser.stroke(3 * FINE / 2))])?;
    }
    for run in timeline.runs() {
        let (start, end) = span(atlas, run);
        let level = rows.level(run.tier);
        plane.draw_series(LineSeries::new(
            [(start, level), (end, level)],
            Ink::Tier(run.tier).stroke(4 * FINE),
        ))?;
    }
    Ok(())
}

struct RunLabel {
    at: (f64, f64),
    text: String,
}

/// Names the runs, each above its line, where there is room between the changes of tier on either side:
/// in full, else the number of editions, else not at all.
fn labels(atlas: &Atlas, timeline: &Timeline, rows: &Rows, plane: &Plane) -> Vec<RunLabel> {
    let (first, last) = atlas.years();
    let (left, right) = (f64::from(first) - 0.5, f64::from(last) + 0.5);
    let pixels = f64::from(plane.plotting_area().dim_in_pixel().0) / f64::from(FINE);
    let per_year = pixels / (right - left);
    let risers = risers(atlas, timeline, rows);
    let mut taken: Vec<(f64, f64, f64)> = Vec::new();
    let mut labels = Vec::new();
    // The longest first: it has the best claim to room.
    for run in sorted(timeline.runs(), |run| u64::MAX - run.len() as u64) {
        let (start, end) = span(atlas, run);
        let (level, middle) = (rows.level(run.tier), f64::midpoint(start, end));
        // The labels in the band just above the run's line: changes of tier, and labels already there.
        let through = risers.iter().filter(|(_, from, to)| from.max(*to) > level && from.min(*to) <= level);
        let beside = taken.iter().filter(|(at, ..)| *at == level);
        let walls = through.map(|(x, ..)| (*x, *x)).chain(beside.map(|(_, from, to)| (*from, *to)));
        let (mut from, mut to) = (left, right);
        for (start, end) in walls {
            if end <= middle {
                from = from.max(end);
            } else if start >= middle {
                to = to.min(start);
            } else {
                (from, to) = (middle, middle);
            }
        }
        let words = atlas.words();
        let count = say!(words, COUNT_EDITIONS_SHORT, n = run.len());
        let full = say!(words, COUNTRY_RUN, tier = run.tier.short(words), n = run.len());
        let fitting = [full, count].into_iter().find_map(|text| {
            let half = (text_width(&text, LETTERS) + 10.0) / per_year / 2.0;
            (to - from >= 2.0 * half).then(|| (within(middle, from + half, to - half), half, text))
        });
        if let Some((x, half, text)) = fitting {
            taken.push((level, x - half, x + half));
            labels.push(RunLabel { at: (x, level + 0.2), text });
        }
    }
    labels
}

#[cfg(test)]
mod tests {
    use super::*;
    use tip::Code;

    fn atlas() -> Atlas {
        Atlas::from_json(&testdata::file("assets/data/atlas.json").unwrap()).unwrap()
    }

    fn chart(atlas: &Atlas, code: &str, width: u32) -> TimelineChart {
        let country = atlas.find(Code::parse(code).unwrap()).unwrap().id;
        draw(atlas, country, width).unwrap()
    }

    fn texts(chart: &TimelineChart) -> Vec<&str> {
        let texts = chart.shapes.iter().filter_map(|shape| match shape {
            Shape::Text { text, .. } => Some(text.as_str()),
            _ => None,
        });
        texts.collect()
    }

    #[test]
    fn a_run_is_named_on_its_line() {
        let atlas = Atlas::from_json(&testdata::atlas_until(2025).unwrap()).unwrap();
        let chart = chart(&atlas, "KOR", 900);
        let texts = texts(&chart);
        for expected in ["Tier 1 · 20 editions", "Tier 1", "Tier 2", "Watch List", "Tier 3", "2001", "2025"]
        {
            assert!(texts.contains(&expected), "{expected} is not among {texts:?}");
        }
        assert!(!texts.contains(&"Special"));
    }

    #[test]
    fn each_placement_is_a_point_on_its_tiers_line() {
        let atlas = atlas();
        for country in atlas.countries() {
            let chart = draw(&atlas, country.id, 640).unwrap();
            assert_eq!(chart.points.len(), atlas.editions().len());
            for point in &chart.points {
                assert_eq!(point.cell, atlas.cell(country.id, point.edition));
                let on_line = chart.shapes.iter().any(|shape| match shape {
                    Shape::Line { points, ink: Ink::Tier(tier), .. } => {
                        Some(*tier) == point.cell.tier()
                            && points.iter().all(|(_, y)| (y - point.at.1).abs() < 0.2)
                            && points[0].0 <= point.at.0
                            && points[1].0 >= point.at.0
                    }
                    _ => false,
                });
                assert_eq!(on_line, point.cell.tier().is_some(), "{} {:?}", country.name, point);
            }
        }
    }

    #[test]
    fn nothing_leaves_the_canvas_and_no_two_labels_meet() {
        let atlas = atlas();
        for width in [288, 640, 1100] {
            for country in atlas.countries() {
                let chart = draw(&atlas, country.id, width).unwrap();
                let mut boxes: Vec<(f64, f64, f64)> = Vec::new();
                for shape in &chart.shapes {
                    if let Shape::Text { at, text, size, anchor, .. } = shape {
                        let wide = text_width(text, *size);
                        let left = match anchor {
                            crate::shape::Anchor::Start => at.0,
                            crate::shape::Anchor::Middle => at.0 - wide / 2.0,
                            crate::shape::Anchor::End => at.0 - wide,
                        };
                        assert!(
                            left > -1.0 && left + wide < f64::from(width) + 10.0,
                            "{} {text} {width}",
                            country.name
                        );
                        assert!(at.1 > 0.0 && at.1 < f64::from(chart.height), "{text}");
                        for (y, from, to) in &boxes {
                            let meet = (y - at.1).abs() < 5.0 && left < *to && left + wide > *from;
                            assert!(!meet, "{}: {text} at {width}", country.name);
                        }
                        boxes.push((at.1, left, left + wide));
                    }
                }
            }
        }
    }

    #[test]
    fn a_gap_is_a_gap() {
        // Sweden is not in the 2002 edition, between two that place it.
        let chart = chart(&atlas(), "SWE", 640);
        let gap = chart.points.iter().find(|point| point.edition.index() == 1).unwrap();
        assert_eq!(gap.cell, Cell::NotInEdition);
        let across = chart.shapes.iter().any(|shape| match shape {
            Shape::Line { points, ink: Ink::Tier(_), .. } => points[0].0 < gap.at.0 && points[1].0 > gap.at.0,
            _ => false,
        });
        assert!(!across);
    }

    #[test]
    fn special_cases_have_a_row_of_their_own() {
        assert!(texts(&chart(&atlas(), "SOM", 640)).contains(&"Special"));
    }
}
