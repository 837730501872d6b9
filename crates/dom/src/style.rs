//! The style sheet of all pages but the map's, which the map's document does not bring along.

use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};

use crate::{address, file};

/// The id of its element.
pub const PAGES: &str = "pages-style";

/// Asks for the style sheet of the pages, where it is not there yet. The promise is kept when it has loaded or failed; after a
/// failure, what asks next tries again.
pub fn pages() -> Option<js_sys::Promise> {
    let Some(link) = crate::by_id(PAGES) else { return added() };
    // A link has its sheet once that has loaded.
    let sheet = js_sys::Reflect::get(&link, &"sheet".into()).ok()?;
    sheet.is_null().then(|| {
        js_sys::Promise::new(&mut |done, _| {
            for event in ["load", "error"] {
                if link.add_event_listener_with_callback(event, &done).is_err() {
                    done.call0(&JsValue::UNDEFINED).map(drop).unwrap_or_default();
                }
            }
        })
    })
}

/// Adds the element, where the build names a style sheet; the promise is kept when it has loaded or failed.
fn added() -> Option<js_sys::Promise> {
    let built = file::built("data-style")?;
    let (path, integrity) = built.split_once(' ')?;
    let document = crate::document()?;
    let link: web_sys::HtmlLinkElement = document.create_element("link").ok()?.dyn_into().ok()?;
    link.set_id(PAGES);
    link.set_rel("stylesheet");
    link.set_integrity(integrity);
    link.set_href(&address::file(path));
    let head = document.head()?;
    Some(js_sys::Promise::new(&mut |done, _| {
        let failed = link.clone();
        let settled = done.clone();
        let on_error = Closure::once_into_js(move || {
            failed.remove();
            settled.call0(&JsValue::UNDEFINED).map(drop).unwrap_or_default();
        });
        link.set_onload(Some(&done));
        link.set_onerror(Some(on_error.unchecked_ref()));
        if head.append_child(&link).is_err() {
            done.call0(&JsValue::UNDEFINED).map(drop).unwrap_or_default();
        }
    }))
}
