//! The part of the map in sight, and how it moves.

use chart::map::{Frame, Point, World};
use chart::number::{decimal, within};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::reactive::effect;
use dom::{reduced_motion, set};

/// How long a glide takes, in milliseconds.
const GLIDE: f64 = 420.0;

/// The frame on show and, while it glides, where it is going. It writes what depends on it into the map's
/// `svg` itself: `viewBox`, the size of markers (`--unit`) and of textures.
#[derive(Clone, Copy)]
pub struct Camera {
    whole: Frame,
    frame: StoredValue<Frame>,
    /// Counts the glides, so that a new one ends the one before.
    glide: StoredValue<u32>,
    is_whole: RwSignal<bool>,
}

impl Camera {
    /// A camera on the whole map.
    pub fn new(world: &World) -> Camera {
        let whole = world.whole();
        let camera = Camera {
            whole,
            frame: StoredValue::new(whole),
            glide: StoredValue::new(0),
            is_whole: RwSignal::new(true),
        };
        // The static page has the whole map already, and the style sheet sizes its markers.
        let mut in_place = dom::adopting();
        effect(move || {
            if !std::mem::take(&mut in_place) {
                camera.write();
            }
        });
        let listener = window_event_listener(leptos::ev::resize, move |_| camera.write());
        on_cleanup(move || listener.remove());
        camera
    }

    /// The map's node, while it is in the page.
    fn node(&self) -> Option<web_sys::Element> {
        dom::by_id("world")
    }

    fn write(&self) {
        let Some(svg) = self.node() else { return };
        let frame = self.frame();
        let width = svg.get_bounding_client_rect().width();
        set(&svg, "viewBox", &frame.view_box());
        if width > 0.0 {
            // Map units in a pixel.
            let unit = frame.width() / width;
            // Markers keep their size on the screen, a little smaller on a small one, where they would crowd.
            let marker = unit * within(width / 1000.0, 0.55, 1.1);
            let style = svg.unchecked_ref::<web_sys::SvgElement>().style();
            if style.set_property("--unit", &decimal(marker, 4)).is_err() {
                dom::log("markers could not be sized");
            }
            let scale = format!("scale({})", decimal(unit, 4));
            let textures = svg.get_elements_by_tag_name("pattern");
            for at in 0..textures.length() {
                if let Some(texture) = textures.item(at) {
                    set(&texture, "patternTransform", &scale);
                }
            }
        }
        if self.is_whole.get_untracked() != frame.is_whole() {
            self.is_whole.set(frame.is_whole());
        }
    }

    /// The map's point under a point of the window.
    pub fn at(&self, client: (f64, f64)) -> Option<Point> {
        let rect = self.node()?.get_bounding_client_rect();
        let frame = self.frame();
        Some(Point {
            x: frame.origin.x + (client.0 - rect.left()) / rect.width() * frame.width(),
            y: frame.origin.y + (client.1 - rect.top()) / rect.height() * frame.height(),
        })
    }

    /// Whether the whole map is in sight, tracked.
    pub fn is_whole(&self) -> bool {
        self.is_whole.get()
    }

    /// The frame on show.
    pub fn frame(&self) -> Frame {
        self.frame.get_value()
    }

    /// Shows another frame at once.
    pub fn set(&self, frame: Frame) {
        self.glide.update_value(|glide| *glide += 1);
        self.frame.set_value(frame);
        self.write();
    }

    /// Moves to another frame, gliding where motion is wanted.
    pub fn glide_to(&self, goal: Frame) {
        if reduced_motion() {
            self.set(goal);
            return;
        }
        self.glide.update_value(|glide| *glide += 1);
        advance(*self, self.glide.get_value(), self.frame(), goal, now());
    }

    /// Enlarges by a factor around a point, else around the middle.
    pub fn zoom(&self, factor: f64, around: Option<Point>) {
        let frame = self.frame();
        self.glide_to(frame.zoomed(factor, around.unwrap_or_else(|| frame.middle())));
    }

    /// Shows the whole map.
    pub fn reset(&self) {
        self.glide_to(self.whole);
    }

    /// Brings a point into sight.
    pub fn show(&self, point: Point) {
        let frame = self.frame();
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
        let t = within((now() - start) / GLIDE, 0.0, 1.0);
        // Slow at both ends.
        let eased = t * t * (3.0 - 2.0 * t);
        camera.frame.set_value(from.towards(&goal, eased));
        camera.write();
        if t < 1.0 {
            advance(camera, glide, from, goal, start);
        }
    });
}
