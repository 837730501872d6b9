//! In the page of another site: tells that page how high this one is, so that the frame can be made as high. The message is
//! documented on `/embed/about`, and is an interface: `{ type: "tier-atlas:height", height: 640 }`, in CSS pixels.

use std::cell::Cell;

use dom::by_id;
use js_sys::{Object, Reflect};
use leptos::prelude::window;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

use crate::part::part;

/// The type of the message.
pub const HEIGHT: &str = "tier-atlas:height";

part!(tools: fn() = tell_height);

/// Tells the height now, and whenever it changes.
fn tell_height() {
    let Some(app) = by_id("app") else { return };
    let told = Cell::new(0.0);
    let measured = app.clone();
    let tell = Closure::<dyn FnMut()>::new(move || {
        let height = measured.get_bounding_client_rect().height().ceil();
        if height > 0.0 && told.replace(height).to_bits() != height.to_bits() && post(height).is_err() {
            dom::log("the page around this one could not be told its height");
        }
    });
    if let Ok(observer) = web_sys::ResizeObserver::new(tell.as_ref().unchecked_ref()) {
        observer.observe(&app);
        // It ends with the page.
        tell.forget();
    }
}

/// Posts it to the page around this one, whichever that is: a height is no secret.
fn post(height: f64) -> Result<(), JsValue> {
    let message = Object::new();
    Reflect::set(&message, &"type".into(), &HEIGHT.into())?;
    Reflect::set(&message, &"height".into(), &height.into())?;
    window().parent()?.map_or(Ok(()), |parent| parent.post_message(&message, "*"))
}
