//! Nodes kept up to date: where Leptos's signals meet the page.

use leptos::html::ElementType;
use leptos::prelude::*;
use page::Node;
use wasm_bindgen::JsCast;

/// Keeps an element's contents the same as a tree of nodes, which is made again when what it read changes.
pub fn fill<E>(place: NodeRef<E>, nodes: impl Fn() -> Vec<Node> + 'static)
where
    E: ElementType,
    E::Output: JsCast + Clone + 'static,
{
    follow(
        Box::new(move || place.get().map(|element| element.unchecked_ref::<web_sys::Element>().clone())),
        Box::new(nodes),
    );
}

/// [`fill`] without its types, so that there is one of it in the download.
fn follow(place: Box<dyn Fn() -> Option<web_sys::Element>>, nodes: Box<dyn Fn() -> Vec<Node>>) {
    let mut before: Option<Vec<Node>> = None;
    effect(move || {
        if let Some(place) = place() {
            let now = nodes();
            match &before {
                Some(before) => dom::patch(&place, before, &now),
                // Leptos may give the element of a component that was here before, with what stood in it.
                None => dom::put(&place, &now),
            }
            before = Some(now);
        }
    });
}

/// Runs once the page is made, and again when what it read changes. One type for all, for the same reason.
pub fn effect(run: impl FnMut() + 'static) {
    let mut run: Box<dyn FnMut()> = Box::new(run);
    Effect::new(move |_| run());
}
