//! Trees of nodes put into the page.

use page::{Element, Node};
use wasm_bindgen::JsValue;

use crate::{address, log};

const SVG: &str = "http://www.w3.org/2000/svg";

/// Replaces an element's contents by nodes.
pub fn put(place: &web_sys::Element, nodes: &[Node]) {
    place.replace_children_with_node_0();
    let svg = place.namespace_uri().as_deref() == Some(SVG);
    let Some(document) = place.owner_document() else { return };
    let base = address::base();
    if append(&base, &document, place, nodes, svg).is_err() {
        log("a part of the page could not be made");
    }
}

fn append(
    base: &str,
    document: &web_sys::Document,
    place: &web_sys::Element,
    nodes: &[Node],
    svg: bool,
) -> Result<(), JsValue> {
    for node in nodes {
        match node {
            Node::Text(text) => place.append_child(&document.create_text_node(text))?,
            Node::Element(element) => {
                let child = made(base, document, element, svg)?;
                place.append_child(&child)?
            }
        };
    }
    Ok(())
}

fn made(
    base: &str,
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
        node.set_attribute("href", &address::under(base, view))?;
    }
    if let Some(path) = &element.file {
        node.set_attribute("href", &format!("{base}{path}"))?;
    }
    append(base, document, &node, &element.children, svg)?;
    Ok(node)
}
