//! The place in a page that a reader left: what had the focus, and how far the page was scrolled. Kept in the entry of the
//! history, and found again by Back and Forward.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

/// How often the place is looked for, while the page is on its way, and how long after each other.
const TRIES: u32 = 60;
const PAUSE: Duration = Duration::from_millis(50);

/// The place now, as the history keeps it: pixels scrolled, a selector, and which of the elements that fit it has the focus.
pub fn here() -> JsValue {
    let document = document();
    let focused = document.active_element().and_then(|element| {
        let name = ["id", "href", "data-iso3"].into_iter().find(|name| element.has_attribute(name))?;
        let selector = format!("[{name}=\"{}\"]", element.get_attribute(name)?);
        let all = document.query_selector_all(&selector).ok()?;
        let at = (0..all.length()).find(|at| all.item(*at).as_ref() == Some(element.as_ref()))?;
        Some((selector, at))
    });
    let (selector, at) = focused.unwrap_or_default();
    let scrolled = window().scroll_y().unwrap_or_default();
    js_sys::Array::of3(&scrolled.into(), &selector.into(), &at.into()).into()
}

/// Goes to a place as soon as it is in the page, if `still` holds.
pub fn go_back_to(place: JsValue, still: impl Fn() -> bool + 'static) {
    if let Ok(place) = place.dyn_into::<js_sys::Array>() {
        look_for(place, Box::new(still), TRIES);
    }
}

fn look_for(place: js_sys::Array, still: Box<dyn Fn() -> bool>, tries: u32) {
    let run = move || {
        let number = |at: u32| place.get(at).as_f64().unwrap_or_default();
        let selector = place.get(1).as_string().unwrap_or_default();
        let found = document().query_selector_all(&selector).ok().and_then(|all| all.item(number(2) as u32));
        let element = found.and_then(|node| node.dyn_into::<web_sys::Element>().ok());
        if !still() {
            return;
        }
        match element {
            Some(element) => {
                dom::focus_on(&element);
                window().scroll_to_with_x_and_y(0.0, number(0));
            }
            None if tries > 0 => look_for(place, still, tries - 1),
            None => {}
        }
    };
    set_timeout(run, PAUSE);
}
