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

/// Fetches the annex, once, by a script element; tells whether it came. Its address stands in the page, where
/// the build put it.
pub fn load(done: impl Fn(bool) + 'static) {
    let done: Rc<dyn Fn(bool)> = Rc::new(done);
    if dom::by_id("annex-script").is_some() {
        done(true);
    } else if add(done.clone()).is_none() {
        done(false);
    }
}

fn add(done: Rc<dyn Fn(bool)>) -> Option<()> {
    let page = document();
    let root = page.document_element()?;
    let file = root.get_attribute("data-annex")?;
    // A script that failed is not fetched again under the same address.
    let first = !root.has_attribute("data-annex-failed");
    let url = dom::address::file(&file);
    let url = if first { url } else { format!("{url}?{}", decimal(js_sys::Date::now(), 0)) };
    let script = page.create_element("script").ok()?;
    dom::set(&script, "type", "module");
    dom::set(&script, "id", "annex-script");
    dom::set(&script, "src", &url);
    let came = done.clone();
    listen(&script, "load", Rc::new(move || came(true)))?;
    let failed: Rc<dyn Fn()> = Rc::new(move || {
        if let Some(script) = dom::by_id("annex-script") {
            script.remove();
        }
        dom::set(&root, "data-annex-failed", "");
        done(false);
    });
    // The script may come and its WebAssembly not: then it tells the document.
    listen(&page, "annex-failed", failed.clone())?;
    listen(&script, "error", failed)?;
    page.body()?.append_child(&script).ok()?;
    Some(())
}

fn listen(target: &web_sys::EventTarget, event: &str, run: Rc<dyn Fn()>) -> Option<()> {
    let listener = Closure::<dyn Fn()>::new(move || run());
    target.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref()).ok()?;
    listener.forget();
    Some(())
}
