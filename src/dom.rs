//! Trees of nodes put into the DOM: text as text, never parsed as HTML.

use leptos::html::ElementType;
use leptos::prelude::*;
use page::{Element, Node};
use wasm_bindgen::{JsCast, JsValue};

use crate::boot;
use crate::nav::{Nav, use_nav};

const SVG: &str = "http://www.w3.org/2000/svg";

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
    let nav = use_nav();
    effect(move || {
        if let Some(place) = place() {
            put(nav, &place, &nodes());
        }
    });
}

/// Runs once the page is made, and again when what it read changes. One type for all, for the same reason.
pub fn effect(run: impl FnMut() + 'static) {
    let mut run: Box<dyn FnMut()> = Box::new(run);
    Effect::new(move |_| run());
}

/// Replaces an element's contents by nodes.
pub fn put(nav: Nav, place: &web_sys::Element, nodes: &[Node]) {
    place.replace_children_with_node_0();
    let svg = place.namespace_uri().as_deref() == Some(SVG);
    let document = document();
    if append(nav, &document, place, nodes, svg).is_err() {
        boot::log("a part of the page could not be made");
    }
}

fn append(
    nav: Nav,
    document: &web_sys::Document,
    place: &web_sys::Element,
    nodes: &[Node],
    svg: bool,
) -> Result<(), JsValue> {
    for node in nodes {
        match node {
            Node::Text(text) => place.append_child(&document.create_text_node(text))?,
            Node::Element(element) => {
                let child = made(nav, document, element, svg)?;
                place.append_child(&child)?
            }
        };
    }
    Ok(())
}

fn made(
    nav: Nav,
    document: &web_sys::Document,
    element: &Element,
    svg: bool,
) -> Result<web_sys::Element, JsValue> {
    let svg = svg || element.tag == "svg";
    let node = if svg {
        document.create_element_ns(Some(SVG), element.tag)?
    } else {
        document.create_element(element.tag)?
    };
    for (name, value) in &element.attributes {
        node.set_attribute(name, value)?;
    }
    if let Some(view) = &element.to {
        node.set_attribute("href", &nav.href(view))?;
    }
    if let Some(path) = &element.file {
        node.set_attribute("href", &nav.file(path))?;
    }
    append(nav, document, &node, &element.children, svg)?;
    Ok(node)
}

/// The element that an event is about, or one around it, that fits a selector.
pub fn closest(event: &web_sys::Event, selector: &str) -> Option<web_sys::Element> {
    let target: web_sys::Element = event.target()?.dyn_into().ok()?;
    target.closest(selector).ok().flatten()
}

/// Moves the focus to an element, HTML or SVG, by its id.
pub fn focus(id: &str) {
    let Some(element) = document().get_element_by_id(id) else { return };
    let moved = match element.dyn_ref::<web_sys::HtmlElement>() {
        Some(element) => element.focus(),
        None => element.unchecked_ref::<web_sys::SvgElement>().focus(),
    };
    if moved.is_err() {
        boot::log("the focus could not be moved");
    }
}

/// Sets an attribute.
pub fn set(node: &web_sys::Element, name: &str, value: &str) {
    if node.set_attribute(name, value).is_err() {
        boot::log("a node could not be changed");
    }
}

/// Sets an attribute of the element with an id, or takes it away. Where a page keeps several of its nodes up
/// to date, one effect that calls this is a tenth of the code of as many reactive attributes.
pub fn set_of(id: &str, name: &str, value: Option<&str>) {
    let Some(node) = document().get_element_by_id(id) else { return };
    match value {
        Some(value) => set(&node, name, value),
        None => {
            if node.remove_attribute(name).is_err() {
                boot::log("a node could not be changed");
            }
        }
    }
}

/// Sets or takes away an attribute that has no value: `hidden`, `disabled`.
pub fn flag_of(id: &str, name: &str, on: bool) {
    set_of(id, name, on.then_some(""));
}

/// Sets the text of the element with an id.
pub fn text_of(id: &str, text: &str) {
    if let Some(node) = document().get_element_by_id(id) {
        node.set_text_content(Some(text));
    }
}

/// Sets what stands in an input field.
pub fn value_of(id: &str, value: &str) {
    let node = document().get_element_by_id(id);
    if let Some(input) = node.and_then(|node| node.dyn_into::<web_sys::HtmlInputElement>().ok())
        && input.value() != value
    {
        input.set_value(value);
    }
}

/// Sets the title of the document.
pub fn title(text: &str) {
    document().set_title(&format!("{text} · Tier Atlas"));
}

/// Whether the reader asked for less motion.
pub fn reduced_motion() -> bool {
    window()
        .match_media("(prefers-reduced-motion: reduce)")
        .ok()
        .flatten()
        .is_some_and(|query| query.matches())
}
