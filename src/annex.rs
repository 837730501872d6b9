//! The annex: the part of the atlas that the first view does not need, fetched when it is first asked for. It
//! draws all pages but the map, and what the map's page offers to take along.
//!
//! It knows this app by the page alone: an element with the view's address in `data-address` (`#annex` for a
//! page, `#annex-share` for what can be taken along), the event `annex-view` that tells it to look there, and
//! the event `annex-go` by which it asks for another view.

use std::rc::Rc;

use chart::number::decimal;
use leptos::prelude::document;
use tip::permalink::View;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Has the annex look at a view.
pub fn show(place: &str, view: &View) {
    dom::set_of(place, "data-address", Some(&view.to_string()));
    dom::tell("annex-view");
}

/// Fetches the annex, once, by a script element whose address stands in the page, where the build put it. Tells
/// each who asks whether it came: the annex itself says so, or that it cannot start.
pub fn load(done: impl Fn(bool) + 'static) {
    let root = document().document_element();
    if root.is_some_and(|root| root.has_attribute("data-annex-here")) {
        return done(true);
    }
    let done: Rc<dyn Fn(bool)> = Rc::new(done);
    let came = done.clone();
    listen(&document(), "annex-here", Rc::new(move || came(true)));
    listen(&document(), "annex-failed", Rc::new(move || done(false)));
    if dom::by_id("annex-script").is_none() && add().is_none() {
        dom::tell("annex-failed");
    }
}

fn add() -> Option<()> {
    let page = document();
    let root = page.document_element()?;
    let url = dom::address::file(&dom::file::built("data-annex")?);
    // A script that failed is not fetched again under the same address.
    let url = match root.has_attribute("data-annex-failed") {
        true => format!("{url}?{}", decimal(js_sys::Date::now(), 0)),
        false => url,
    };
    let script = page.create_element("script").ok()?;
    dom::set(&script, "type", "module");
    dom::set(&script, "id", "annex-script");
    if let Some(integrity) = dom::file::built("data-annex-integrity") {
        dom::set(&script, "integrity", &integrity);
    }
    dom::set(&script, "src", &url);
    listen(&script, "error", Rc::new(|| dom::tell("annex-failed")));
    let node = script.clone();
    let gone = move || {
        node.remove();
        dom::set(&root, "data-annex-failed", "");
    };
    listen(&page, "annex-failed", Rc::new(gone));
    page.body()?.append_child(&script).ok()?;
    Some(())
}

/// Listens once.
fn listen(target: &web_sys::EventTarget, event: &str, run: Rc<dyn Fn()>) {
    let once = web_sys::AddEventListenerOptions::new();
    once.set_once(true);
    let listener = Closure::<dyn Fn()>::new(move || run());
    let heard = target.add_event_listener_with_callback_and_add_event_listener_options(
        event,
        listener.as_ref().unchecked_ref(),
        &once,
    );
    if heard.is_err() {
        dom::log("the annex cannot be heard");
    }
    listener.forget();
}
