//! Dragging, pinching and wheeling the map, so that the page's own scrolling is never trapped: one finger
//! and the plain wheel always scroll the page; two fingers, the wheel with Ctrl (a pinch on a touchpad) and
//! the mouse's drag move the map.

use chart::map::Point;
use chart::number::within;
use leptos::ev::{PointerEvent, WheelEvent};
use leptos::prelude::*;

use super::camera::Camera;

/// Pixels that a mouse may move while it clicks.
const CLICK_TOLERANCE: f64 = 5.0;

/// The pointers that are down, and what they do to the camera.
#[derive(Clone, Copy)]
pub struct Gestures {
    camera: Camera,
    down: StoredValue<Vec<Pointer>>,
    /// Whether the last press became a drag, whose click is none.
    dragged: StoredValue<bool>,
    touch: StoredValue<bool>,
}

#[derive(Clone, Copy, PartialEq)]
struct Pointer {
    id: i32,
    at: (f64, f64),
    from: (f64, f64),
}

impl Gestures {
    /// Gestures for a camera.
    pub fn new(camera: Camera) -> Gestures {
        Gestures {
            camera,
            down: StoredValue::new(Vec::new()),
            dragged: StoredValue::new(false),
            touch: StoredValue::new(false),
        }
    }

    /// Whether the last press was a finger's.
    pub fn by_touch(&self) -> bool {
        self.touch.get_value()
    }

    /// Whether the click that comes now ends a drag.
    pub fn was_drag(&self) -> bool {
        self.dragged.get_value()
    }

    /// A pointer goes down.
    pub fn pressed(&self, event: &PointerEvent) {
        self.touch.set_value(event.pointer_type() == "touch");
        if event.is_primary() {
            self.dragged.set_value(false);
        }
        if event.button() == 0 {
            let at = client(event);
            self.down.update_value(|down| down.push(Pointer { id: event.pointer_id(), at, from: at }));
        }
    }

    /// A pointer goes up, or is taken by the page's scrolling.
    pub fn released(&self, event: &PointerEvent) {
        self.down.update_value(|down| down.retain(|pointer| pointer.id != event.pointer_id()));
    }

    /// A pointer moves. Returns whether that moved the map.
    pub fn moved(&self, event: &PointerEvent) -> bool {
        let before = self.down.get_value();
        let to = client(event);
        self.down.update_value(|down| {
            for pointer in down.iter_mut().filter(|pointer| pointer.id == event.pointer_id()) {
                pointer.at = to;
            }
        });
        match before.as_slice() {
            [one] if one.id == event.pointer_id() && event.pointer_type() != "touch" => self.drag(one, to),
            [a, b] => {
                let moved =
                    |pointer: &Pointer| if pointer.id == event.pointer_id() { to } else { pointer.at };
                self.pinch((a.at, b.at), (moved(a), moved(b)));
                self.dragged.set_value(true);
                true
            }
            _ => false,
        }
    }

    /// Turns the wheel: zooms with Ctrl, else leaves it to the page.
    pub fn wheel(&self, event: &WheelEvent) {
        if !event.ctrl_key() {
            return;
        }
        event.prevent_default();
        let at = (f64::from(event.client_x()), f64::from(event.client_y()));
        if let Some(point) = self.camera.at(at) {
            self.camera
                .set(self.camera.frame().zoomed(within(1.0 - event.delta_y() * 0.01, 0.5, 2.0), point));
        }
    }

    fn drag(&self, pointer: &Pointer, to: (f64, f64)) -> bool {
        let far = (to.0 - pointer.from.0).hypot(to.1 - pointer.from.1) > CLICK_TOLERANCE;
        if self.camera.frame().is_whole() || !(far || self.dragged.get_value()) {
            return false;
        }
        self.dragged.set_value(true);
        if let (Some(a), Some(b)) = (self.camera.at(pointer.at), self.camera.at(to)) {
            self.camera.set(self.camera.frame().moved(a.x - b.x, a.y - b.y));
        }
        true
    }

    fn pinch(&self, from: ((f64, f64), (f64, f64)), to: ((f64, f64), (f64, f64))) {
        let spread = |(a, b): ((f64, f64), (f64, f64))| (a.0 - b.0).hypot(a.1 - b.1).max(1.0);
        let middle = |(a, b): ((f64, f64), (f64, f64))| (f64::midpoint(a.0, b.0), f64::midpoint(a.1, b.1));
        let (Some(was), Some(is)) = (self.camera.at(middle(from)), self.camera.at(middle(to))) else {
            return;
        };
        let frame = self.camera.frame().moved(was.x - is.x, was.y - is.y);
        let fixed: Point = was;
        self.camera.set(frame.zoomed(spread(to) / spread(from), fixed));
    }
}

fn client(event: &PointerEvent) -> (f64, f64) {
    (f64::from(event.client_x()), f64::from(event.client_y()))
}
