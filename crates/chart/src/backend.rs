//! The plotters backend that collects shapes instead of painting them.
//!
//! plotters draws on whole pixels; so it is given a canvas [`FINE`] times as large, and what it draws is
//! divided again. Text is measured by [`text_width`], never by a browser.

use std::convert::Infallible;

use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};

use crate::shape::{Anchor, Ink, Shape, text_width};

/// How much finer than a pixel plotters draws.
pub const FINE: u32 = 10;

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// Collects into a list that outlives the drawing area that owns the backend.
pub struct Collector<'a> {
    shapes: &'a mut Vec<Shape>,
    size: (u32, u32),
}

impl<'a> Collector<'a> {
    /// A canvas of a size in pixels.
    pub fn new(size: (u32, u32), shapes: &'a mut Vec<Shape>) -> Collector<'a> {
        Collector { shapes, size: (size.0 * FINE, size.1 * FINE) }
    }

    fn line(&mut self, points: Vec<(f64, f64)>, width: u32, colour: BackendColor) {
        if colour.alpha > 0.0 && points.len() > 1 {
            let width = f64::from(width) / f64::from(FINE);
            self.shapes.push(Shape::Line { points, width, ink: ink(colour) });
        }
    }

    fn area(&mut self, points: Vec<(f64, f64)>, colour: BackendColor) {
        if colour.alpha > 0.0 && points.len() > 2 {
            self.shapes.push(Shape::Area { points, ink: ink(colour) });
        }
    }
}

fn pixels(at: BackendCoord) -> (f64, f64) {
    (f64::from(at.0) / f64::from(FINE), f64::from(at.1) / f64::from(FINE))
}

fn ink(colour: BackendColor) -> Ink {
    Ink::of_colour(colour.rgb.0)
}

impl DrawingBackend for Collector<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, _: BackendCoord, _: BackendColor) -> Drawn {
        // Only bitmaps are drawn by the pixel, and a chart has none.
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.line(vec![pixels(from), pixels(to)], style.stroke_width(), style.color());
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.line(path.into_iter().map(pixels).collect(), style.stroke_width(), style.color());
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let ((left, top), (right, bottom)) = (pixels(upper_left), pixels(bottom_right));
        let mut corners = vec![(left, top), (right, top), (right, bottom), (left, bottom)];
        if fill {
            self.area(corners, style.color());
        } else {
            corners.push((left, top));
            self.line(corners, style.stroke_width(), style.color());
        }
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        vert: I,
        style: &S,
    ) -> Drawn {
        self.area(vert.into_iter().map(pixels).collect(), style.color());
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn {
        let size = style.size() / f64::from(FINE);
        let (x, y) = pixels(at);
        let anchor = match style.anchor().h_pos {
            HPos::Left => Anchor::Start,
            HPos::Center => Anchor::Middle,
            HPos::Right => Anchor::End,
        };
        // A text's point is on its base line; capitals are some 0.7 of the size high.
        let y = match style.anchor().v_pos {
            VPos::Top => y + 0.72 * size,
            VPos::Center => y + 0.36 * size,
            VPos::Bottom => y,
        };
        self.shapes.push(Shape::Text {
            at: (x, y),
            text: text.to_owned(),
            size,
            anchor,
            ink: ink(style.color()),
        });
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        // Both are small and positive: `as` drops nothing but fractions.
        Ok((text_width(text, style.size()) as u32, style.size() as u32))
    }
}
