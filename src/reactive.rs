//! Where Leptos's signals meet the page.

use std::rc::Rc;

use leptos::prelude::*;
use page::Node;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Keeps the contents of the element with an id the same as a tree of nodes, which is made again when what it read changes.
///
/// By id, and not by `NodeRef`, which is code of its own for each kind of element.
pub fn fill(id: &'static str, nodes: impl FnMut() -> Vec<Node> + 'static) {
    let mut nodes: Box<dyn FnMut() -> Vec<Node>> = Box::new(nodes);
    let mut before: Option<Vec<Node>> = None;
    let mut in_place = dom::adopting();
    effect(move || {
        let now = nodes();
        if let Some(place) = dom::by_id(id) {
            match &before {
                Some(before) => dom::patch(&place, before, &now),
                // The file's, made of the same nodes.
                None if std::mem::take(&mut in_place) => {}
                // Leptos may give the element of a component that was here before, with what stood in it.
                None => dom::put(&place, &now),
            }
            before = Some(now);
        }
    });
}

/// Runs once the page is made, and again when what it read changes. One type for all, where each closure would be code of
/// its own.
pub fn effect(run: impl FnMut() + 'static) {
    let mut run: Box<dyn FnMut()> = Box::new(run);
    Effect::new(move |_| run());
}

/// Waits until something is so.
pub async fn until(is: impl Fn() -> bool + 'static) {
    let is = Rc::new(is);
    let waited = js_sys::Promise::new(&mut |done, _| {
        let is = is.clone();
        effect(move || {
            if is() && done.call0(&JsValue::NULL).is_err() {
                dom::log("the page cannot be taken over");
            }
        });
    });
    // This promise is never refused.
    drop(JsFuture::from(waited).await);
}
