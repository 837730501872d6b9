//! The part of the map that is in sight.

use super::{Bounds, Point};
use crate::number::{decimal, within};

/// How far the map can be enlarged.
pub const MAX_ZOOM: f64 = 24.0;

/// The part of the map in sight: a window of the map's own proportions, never beyond its edges.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Upper left corner, in map units.
    pub origin: Point,
    /// 1 shows the whole map, 2 half its width.
    pub zoom: f64,
    width: f64,
    height: f64,
}

impl Frame {
    /// The whole of a map of this size.
    pub const fn whole(width: f64, height: f64) -> Frame {
        Frame { origin: Point { x: 0.0, y: 0.0 }, zoom: 1.0, width, height }
    }

    /// Whether the whole map is in sight.
    pub fn is_whole(&self) -> bool {
        self.zoom <= 1.0
    }

    /// Width in sight, in map units.
    pub fn width(&self) -> f64 {
        self.width / self.zoom
    }

    /// Height in sight, in map units.
    pub fn height(&self) -> f64 {
        self.height / self.zoom
    }

    /// The `viewBox` of the map's `svg`.
    pub fn view_box(&self) -> String {
        [self.origin.x, self.origin.y, self.width(), self.height()].map(|n| decimal(n, 1)).join(" ")
    }

    /// Around a box, with a margin of a tenth of it on each side.
    #[must_use]
    pub fn fit(&self, bounds: Bounds) -> Frame {
        let across = (bounds.width() / self.width).max(bounds.height() / self.height) * 1.2;
        let zoom = if across > 0.0 { 1.0 / across } else { MAX_ZOOM };
        let middle = bounds.middle();
        Frame { zoom: within(zoom, 1.0, MAX_ZOOM), ..*self }.centred(middle)
    }

    /// Enlarged by a factor, with the map's point under `fixed` kept where it is.
    #[must_use]
    pub fn zoomed(&self, factor: f64, fixed: Point) -> Frame {
        let zoom = within(self.zoom * factor, 1.0, MAX_ZOOM);
        let share = self.zoom / zoom;
        let origin = Point {
            x: fixed.x - (fixed.x - self.origin.x) * share,
            y: fixed.y - (fixed.y - self.origin.y) * share,
        };
        Frame { origin, zoom, ..*self }.kept_inside()
    }

    /// Moved by map units.
    #[must_use]
    pub fn moved(&self, dx: f64, dy: f64) -> Frame {
        let origin = Point { x: self.origin.x + dx, y: self.origin.y + dy };
        Frame { origin, ..*self }.kept_inside()
    }

    /// The point in the middle of what is in sight.
    pub fn middle(&self) -> Point {
        Point { x: self.origin.x + self.width() / 2.0, y: self.origin.y + self.height() / 2.0 }
    }

    /// Moved just so far that a point is in sight, a tenth from the edge.
    #[must_use]
    pub fn showing(&self, point: Point) -> Frame {
        let (mx, my) = (self.width() / 10.0, self.height() / 10.0);
        let aside = |at: f64, from: f64, to: f64| (at - from).min(0.0) + (at - to).max(0.0);
        self.moved(
            aside(point.x, self.origin.x + mx, self.origin.x + self.width() - mx),
            aside(point.y, self.origin.y + my, self.origin.y + self.height() - my),
        )
    }

    /// Part of the way to another frame, `t` from 0 to 1.
    #[must_use]
    pub fn towards(&self, other: &Frame, t: f64) -> Frame {
        if t >= 1.0 {
            return *other;
        }
        let mix = |a: f64, b: f64| a + (b - a) * t;
        let (from, to) = (self.middle(), other.middle());
        // Evenly in what is in sight, not in the zoom, which would rush at one end.
        let zoom = 1.0 / mix(1.0 / self.zoom, 1.0 / other.zoom);
        Frame { zoom, ..*self }.centred(Point { x: mix(from.x, to.x), y: mix(from.y, to.y) })
    }

    fn centred(self, middle: Point) -> Frame {
        let origin = Point { x: middle.x - self.width() / 2.0, y: middle.y - self.height() / 2.0 };
        Frame { origin, ..self }.kept_inside()
    }

    fn kept_inside(self) -> Frame {
        let most = |whole: f64, part: f64| (whole - part).max(0.0);
        Frame {
            origin: Point {
                x: within(self.origin.x, 0.0, most(self.width, self.width())),
                y: within(self.origin.y, 0.0, most(self.height, self.height())),
            },
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const WHOLE: Frame = Frame::whole(2000.0, 900.0);

    #[test]
    fn a_box_that_is_fitted_is_in_sight() {
        let bounds = Bounds { min: Point { x: 100.0, y: 300.0 }, max: Point { x: 300.0, y: 350.0 } };
        let frame = WHOLE.fit(bounds);
        assert!(frame.origin.x <= 100.0 && frame.origin.x + frame.width() >= 300.0);
        assert!(frame.zoom > 5.0);
        assert_eq!(WHOLE.fit(WHOLE_BOUNDS), WHOLE);
    }

    const WHOLE_BOUNDS: Bounds = Bounds { min: Point { x: 0.0, y: 0.0 }, max: Point { x: 2000.0, y: 900.0 } };

    proptest! {
        #[test]
        fn no_step_leaves_the_map(steps in prop::collection::vec((0.2f64..5.0, 0.0f64..2000.0, 0.0f64..900.0, -900f64..900.0), 1..20)) {
            let mut frame = WHOLE;
            for (factor, x, y, by) in steps {
                frame = frame.zoomed(factor, Point { x, y }).moved(by, -by);
                prop_assert!((1.0..=MAX_ZOOM).contains(&frame.zoom));
                prop_assert!(frame.origin.x >= 0.0 && frame.origin.x + frame.width() <= 2000.0 + 1e-6);
                prop_assert!(frame.origin.y >= 0.0 && frame.origin.y + frame.height() <= 900.0 + 1e-6);
                let shown = frame.showing(Point { x, y });
                prop_assert!(shown.origin.x <= x && x <= shown.origin.x + shown.width());
            }
        }
    }
}
