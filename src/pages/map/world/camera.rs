//! The part of the map in sight, and how it moves.

use chart::map::{Frame, Point, World};
use leptos::prelude::*;
use leptos::svg::Svg;
use wasm_bindgen::JsCast;

use crate::dom::reduced_motion;

/// How long a glide takes, in milliseconds.
const GLIDE: f64 = 420.0;

/// The frame on show and, while it glides, where it is going.
#[derive(Clone, Copy)]
pub struct Camera {
    whole: Frame,
    frame: RwSignal<Frame>,
    /// Counts the glides, so that a new one ends the one before.
    glide: StoredValue<u32>,
    /// The map's width on the screen, in pixels; 1000 until it is laid out.
    width: RwSignal<f64>,
    svg: NodeRef<Svg>,
}

impl Camera {
    /// A camera on the whole map.
    pub fn new(world: &World, svg: NodeRef<Svg>) -> Camera {
        let whole = world.whole();
        let camera = Camera {
            whole,
            frame: RwSignal::new(whole),
            glide: StoredValue::new(0),
            width: RwSignal::new(1000.0),
            svg,
        };
        Effect::new(move |_| {
            if svg.get().is_some() {
                request_animation_frame(move || camera.measure());
            }
        });
        let listener = window_event_listener(leptos::ev::resize, move |_| camera.measure());
        on_cleanup(move || listener.remove());
        camera
    }

    fn measure(&self) {
        if let Some(rect) = self.rect()
            && rect.width() > 0.0
        {
            self.width.try_set(rect.width());
        }
    }

    /// Where the map is on the screen.
    pub fn rect(&self) -> Option<web_sys::DomRect> {
        let svg = self.svg.try_get_untracked().flatten()?;
        Some(svg.unchecked_ref::<web_sys::Element>().get_bounding_client_rect())
    }

    /// The map's point under a point of the window.
    pub fn at(&self, client: (f64, f64)) -> Option<Point> {
        let rect = self.rect()?;
        let frame = self.frame.get_untracked();
        Some(Point {
            x: frame.origin.x + (client.0 - rect.left()) / rect.width() * frame.width(),
            y: frame.origin.y + (client.1 - rect.top()) / rect.height() * frame.height(),
        })
    }

    /// The `viewBox`, tracked.
    pub fn view_box(&self) -> String {
        self.frame.get().view_box()
    }

    /// Whether the whole map is in sight, tracked.
    pub fn is_whole(&self) -> bool {
        self.frame.with(Frame::is_whole)
    }

    /// Map units in a pixel, tracked.
    pub fn unit(&self) -> f64 {
        self.frame.with(Frame::width) / self.width.get()
    }

    /// How many map units a marker's unit is, tracked: markers keep their size on the screen, a little
    /// smaller on a small one, where they would crowd.
    pub fn marker_scale(&self) -> f64 {
        self.unit() * (self.width.get() / 1000.0).clamp(0.55, 1.1)
    }

    /// Shows another frame at once.
    pub fn set(&self, frame: Frame) {
        self.glide.update_value(|glide| *glide += 1);
        self.frame.set(frame);
    }

    /// The frame on show.
    pub fn frame(&self) -> Frame {
        self.frame.get_untracked()
    }

    /// Moves to another frame, gliding where motion is wanted.
    pub fn glide_to(&self, goal: Frame) {
        self.glide.update_value(|glide| *glide += 1);
        if reduced_motion() {
            self.frame.set(goal);
            return;
        }
        let from = self.frame.get_untracked();
        advance(*self, self.glide.get_value(), from, goal, now());
    }

    /// Enlarges by a factor around a point, else around the middle.
    pub fn zoom(&self, factor: f64, around: Option<Point>) {
        let frame = self.frame.get_untracked();
        self.glide_to(frame.zoomed(factor, around.unwrap_or_else(|| frame.middle())));
    }

    /// Shows the whole map.
    pub fn reset(&self) {
        self.glide_to(self.whole);
    }

    /// Brings a point into sight.
    pub fn show(&self, point: Point) {
        let frame = self.frame.get_untracked();
        let shown = frame.showing(point);
        if shown != frame {
            self.glide_to(shown);
        }
    }
}

fn now() -> f64 {
    window().performance().map_or(0.0, |clock| clock.now())
}

fn advance(camera: Camera, glide: u32, from: Frame, goal: Frame, start: f64) {
    request_animation_frame(move || {
        // The page may be gone, or another glide have begun.
        if camera.glide.try_get_value() != Some(glide) {
            return;
        }
        let t = ((now() - start) / GLIDE).clamp(0.0, 1.0);
        // Slow at both ends.
        let eased = t * t * (3.0 - 2.0 * t);
        camera.frame.set(from.towards(&goal, eased));
        if t < 1.0 {
            advance(camera, glide, from, goal, start);
        }
    });
}
