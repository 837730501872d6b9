//! Plain shapes: what a chart consists of once plotters has drawn it.

use plotters::style::{Color, RGBColor, ShapeStyle};
use tip::{Outcome, Tier};
use words::Words;

use crate::number::decimal;

/// What a stroke or a text stands for. It takes the place of a colour: the page's style sheet, or whoever
/// else paints the shapes, decides how an ink looks in its theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// A line that helps the eye along.
    Grid,
    /// An axis and its ticks.
    Axis,
    /// A figure or name at an axis.
    Label,
    /// A name or figure on the chart itself.
    Note,
    /// A change from one tier to another.
    Riser,
    /// Something of a tier.
    Tier(Tier),
    /// What followed for countries on Tier 3; `None` where that is not in our record.
    Outcome(Option<Outcome>),
    /// The line of one country among several, counted from 0.
    Series(u8),
}

impl Ink {
    const PLAIN: [Ink; 5] = [Ink::Grid, Ink::Axis, Ink::Label, Ink::Note, Ink::Riser];
    const OUTCOMES: [Option<Outcome>; 5] = [
        Some(Outcome::Restricted),
        Some(Outcome::PartialWaiver),
        Some(Outcome::FullWaiver),
        Some(Outcome::Complied),
        None,
    ];
    const FIRST_OUTCOME: usize = Ink::PLAIN.len() + Tier::ALL.len();
    const FIRST_SERIES: usize = Ink::FIRST_OUTCOME + Ink::OUTCOMES.len();

    /// The class of the shape: `ink-grid`, `ink-tier`.
    pub const fn class(self) -> &'static str {
        match self {
            Ink::Grid => "ink-grid",
            Ink::Axis => "ink-axis",
            Ink::Label => "ink-label",
            Ink::Note => "ink-note",
            Ink::Riser => "ink-riser",
            Ink::Tier(_) => "ink-tier",
            Ink::Outcome(_) => "ink-outcome",
            Ink::Series(_) => "ink-series",
        }
    }

    /// The outcome, for `data-outcome`: its name in the data, or `unrecorded`.
    pub fn outcome(self) -> Option<&'static str> {
        match self {
            Ink::Outcome(outcome) => Some(outcome.map_or("unrecorded", Outcome::name)),
            _ => None,
        }
    }

    /// The tier, for `data-tier`.
    pub const fn tier(self) -> Option<Tier> {
        match self {
            Ink::Tier(tier) => Some(tier),
            _ => None,
        }
    }

    /// The number of the line, for `data-series`.
    pub const fn series(self) -> Option<u8> {
        match self {
            Ink::Series(number) => Some(number),
            _ => None,
        }
    }

    /// plotters knows only colours, so an ink travels through it as one: its number in the red channel.
    pub(crate) fn colour(self) -> RGBColor {
        let number = match self {
            Ink::Series(number) => Ink::FIRST_SERIES + usize::from(number),
            Ink::Tier(tier) => Ink::PLAIN.len() + tier.index(),
            Ink::Outcome(outcome) => {
                let at = Ink::OUTCOMES.iter().position(|known| *known == outcome);
                Ink::FIRST_OUTCOME + at.unwrap_or_default()
            }
            plain => Ink::PLAIN.iter().position(|ink| *ink == plain).unwrap_or_default(),
        };
        RGBColor(u8::try_from(number).unwrap_or_default(), 0, 0)
    }

    pub(crate) fn of_colour(red: u8) -> Ink {
        let number = usize::from(red);
        let series = || u8::try_from(number.checked_sub(Ink::FIRST_SERIES)?).ok().map(Ink::Series);
        let tier = || Tier::ALL.get(number.checked_sub(Ink::PLAIN.len())?).copied().map(Ink::Tier);
        let outcome =
            || Ink::OUTCOMES.get(number.checked_sub(Ink::FIRST_OUTCOME)?).copied().map(Ink::Outcome);
        Ink::PLAIN.get(number).copied().or_else(tier).or_else(outcome).or_else(series).unwrap_or(Ink::Axis)
    }

    pub(crate) fn stroke(self, width: u32) -> ShapeStyle {
        self.colour().stroke_width(width)
    }
}

/// How a text is aligned to its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// It begins there.
    Start,
    /// Its middle is there.
    Middle,
    /// It ends there.
    End,
}

impl Anchor {
    /// The value of `text-anchor`.
    pub const fn name(self) -> &'static str {
        match self {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        }
    }
}

/// One shape, in pixels of the chart's own size.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A line through points.
    Line {
        /// Its points.
        points: Vec<(f64, f64)>,
        /// Its thickness.
        width: f64,
        /// Its role.
        ink: Ink,
    },
    /// A closed area.
    Area {
        /// Its corners.
        points: Vec<(f64, f64)>,
        /// Its role.
        ink: Ink,
    },
    /// A line of text.
    Text {
        /// The point it is anchored to.
        at: (f64, f64),
        /// Its words.
        text: String,
        /// The height of its letters.
        size: f64,
        /// How it is aligned to the point.
        anchor: Anchor,
        /// Its role.
        ink: Ink,
    },
}

/// The points as the `points` of an SVG `polyline`.
pub fn svg_points(points: &[(f64, f64)]) -> String {
    let points: Vec<String> =
        points.iter().map(|(x, y)| format!("{},{}", decimal(*x, 1), decimal(*y, 1))).collect();
    points.join(" ")
}

/// About how wide a text is, in the unit of its size: 0.56 of it for each letter, which is a little more
/// than the mean of the system's sans-serif fonts, so that what is laid out by it fits; the whole of it for the
/// letters of Korean and its neighbours, which are square.
pub fn text_width(text: &str, size: f64) -> f64 {
    let square = |letter: char| matches!(letter, '\u{1100}'..='\u{11ff}' | '\u{2e80}'..);
    text.chars().map(|letter| if square(letter) { 1.0 } else { 0.56 }).sum::<f64>() * size
}

/// The width of the widest name of a tier on an axis.
pub(crate) fn widest_tier(words: &Words, size: f64) -> f64 {
    Tier::ALL.into_iter().map(|tier| text_width(&tier.short(words), size)).fold(0.0, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inks_survive_the_way_through_plotters() {
        let tiers = Tier::ALL.into_iter().map(Ink::Tier);
        for ink in Ink::PLAIN.into_iter().chain(tiers).chain((0..8).map(Ink::Series)) {
            assert_eq!(Ink::of_colour(ink.colour().0), ink);
        }
    }
}
