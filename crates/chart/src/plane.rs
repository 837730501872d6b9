//! What the charts over editions share: the plane, its axis of years, its letters.

use std::fmt;

use plotters::chart::ChartContext;
use plotters::coord::cartesian::Cartesian2d;
use plotters::prelude::DrawingBackend;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{IntoFont, TRANSPARENT, TextStyle};
use tip::{Atlas, EditionId, Run, Timeline};

use crate::axis::Axis;
use crate::backend::{Collector, FINE};
use crate::shape::Ink;

/// The height of letters, in pixels.
pub const LETTERS: f64 = 13.0;

/// A chart that could not be drawn: a width too small for its own labels.
#[derive(Clone, Debug)]
pub struct ChartError(pub(crate) String);

impl fmt::Display for ChartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the chart could not be drawn: {}", self.0)
    }
}

impl std::error::Error for ChartError {}

/// What a chart is drawn on.
pub type Plane<'a, 'b> = ChartContext<'a, Collector<'b>, Cartesian2d<Axis, Axis>>;

/// What plotters can fail with here.
pub type Error<'a> = plotters::drawing::DrawingAreaErrorKind<<Collector<'a> as DrawingBackend>::ErrorType>;

/// The column of an edition on a chart: where to point at it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EditionColumn {
    /// The edition.
    pub edition: EditionId,
    /// Its middle, in pixels from the left.
    pub x: f64,
}

/// The axis of years, half a year wider than the editions on both sides. Every fifth year has its figure
/// where there is room, else every tenth; the first and the last have theirs in any case, and one too close
/// to them gives way.
pub fn years(atlas: &Atlas, wide: bool) -> Axis {
    let (from, to) = atlas.years();
    let (first, last) = (f64::from(from), f64::from(to));
    let (every, apart) = if wide { (5, 2.0) } else { (10, 5.0) };
    let ticks = (from..=to)
        .filter(|year| year % every == 0 || *year == from || *year == to)
        .map(|year| (f64::from(year), year.to_string()))
        .filter(|(year, _)| {
            *year == first || *year == last || ((year - first) > apart && (last - year) > apart)
        })
        .collect();
    Axis::new(first - 0.5..last + 0.5, ticks)
}

/// Draws the axes and the lines across.
pub fn mesh<'b>(plane: &mut Plane<'_, 'b>) -> Result<(), Error<'b>> {
    plane
        .configure_mesh()
        .disable_x_mesh()
        .light_line_style(TRANSPARENT)
        .bold_line_style(Ink::Grid.stroke(FINE))
        .axis_style(Ink::Axis.stroke(FINE))
        .set_all_tick_mark_size(4 * FINE)
        .label_style(letters(Ink::Label, HPos::Left, VPos::Top))
        .draw()
}

/// The letters of a label.
pub fn letters(ink: Ink, h_pos: HPos, v_pos: VPos) -> TextStyle<'static> {
    let font = ("sans-serif", LETTERS * f64::from(FINE)).into_font();
    font.color(&ink.colour()).pos(Pos::new(h_pos, v_pos))
}

/// Where a run begins and ends on the plane, half a year beyond its editions.
pub fn span(atlas: &Atlas, run: &Run) -> (f64, f64) {
    (f64::from(atlas.year(run.first)) - 0.5, f64::from(atlas.year(run.last)) + 0.5)
}

/// The pairs of runs that follow each other without a gap.
pub fn followed(timeline: &Timeline) -> impl Iterator<Item = (&Run, &Run)> {
    let runs = timeline.runs();
    runs.iter().zip(runs.iter().skip(1)).filter(|(run, next)| next.first.previous() == Some(run.last))
}

/// A point of the plane in pixels of the chart.
pub fn pixels(plane: &Plane, at: (f64, f64)) -> (f64, f64) {
    let (x, y) = plane.backend_coord(&at);
    (f64::from(x) / f64::from(FINE), f64::from(y) / f64::from(FINE))
}

/// The columns of all editions, and how wide one is, in pixels.
pub fn columns(atlas: &Atlas, plane: &Plane) -> (Vec<EditionColumn>, f64) {
    let columns = atlas
        .editions()
        .iter()
        .map(|about| EditionColumn { edition: about.id, x: pixels(plane, (f64::from(about.year), 0.0)).0 });
    let (first, last) = atlas.years();
    let wide = f64::from(plane.plotting_area().dim_in_pixel().0) / f64::from(FINE);
    (columns.collect(), wide / (f64::from(last) - f64::from(first) + 1.0))
}
