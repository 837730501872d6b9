//! A tree in the page made into another, with as few changes as its nodes allow.

use page::{Element, Node};
use wasm_bindgen::{JsCast, JsValue};

use crate::log;
use crate::nodes::{Maker, SVG};

/// Changes an element's contents from what [`crate::put`] or `patch` made of one list of nodes to what another
/// list asks for. What is equal is not touched: it keeps focus, scroll and all that the browser knows of it.
/// An element stays where its name and id stay.
pub fn patch(place: &web_sys::Element, old: &[Node], new: &[Node]) {
    let Some(document) = place.owner_document() else { return };
    let maker = Maker::new(document);
    if children(&maker, place, old, new).is_err() {
        log("a part of the page could not be changed");
        // The page is then made anew, which cannot meet what it does not expect.
        crate::put(place, new);
    }
}

/// Changes an element, its attributes and what is in it, from what one element asked for to what another does.
pub fn patch_element(node: &web_sys::Element, old: &Element, new: &Element) {
    let Some(document) = node.owner_document() else { return };
    let maker = Maker::new(document);
    let changed = attributes(&maker, node, old, new);
    if changed.and_then(|()| children(&maker, node, &old.children, &new.children)).is_err() {
        log("a part of the page could not be changed");
        crate::put(node, &new.children);
    }
}

fn children(maker: &Maker, place: &web_sys::Element, old: &[Node], new: &[Node]) -> Result<(), JsValue> {
    let svg = place.namespace_uri().as_deref() == Some(SVG);
    let nodes = place.child_nodes();
    for (at, wanted) in new.iter().enumerate() {
        let there = || {
            let at = u32::try_from(at).unwrap_or(u32::MAX);
            nodes.item(at).ok_or_else(|| JsValue::from_str("a node is missing"))
        };
        match (old.get(at), wanted) {
            (Some(known), wanted) if known == wanted => {}
            (Some(Node::Text(_)), Node::Text(text)) => there()?.set_node_value(Some(text)),
            (Some(Node::Element(known)), Node::Element(wanted)) if same(known, wanted) => {
                let node: web_sys::Element = there()?.dyn_into()?;
                attributes(maker, &node, known, wanted)?;
                children(maker, &node, &known.children, &wanted.children)?;
            }
            (Some(_), wanted) => {
                place.replace_child(&maker.node(wanted, svg)?, &there()?)?;
            }
            (None, wanted) => {
                place.append_child(&maker.node(wanted, svg)?)?;
            }
        }
    }
    for _ in new.len()..old.len() {
        if let Some(last) = place.last_child() {
            place.remove_child(&last)?;
        }
    }
    Ok(())
}

/// Whether an element can be changed into another: both have the same name and the same id, or no id.
fn same(known: &Element, wanted: &Element) -> bool {
    known.tag == wanted.tag && known.get("id") == wanted.get("id")
}

fn attributes(
    maker: &Maker,
    node: &web_sys::Element,
    known: &Element,
    wanted: &Element,
) -> Result<(), JsValue> {
    for (name, value) in &wanted.attributes {
        if known.get(name) != Some(value.as_ref()) {
            node.set_attribute(name, value)?;
        }
    }
    for (name, _) in &known.attributes {
        if wanted.get(name).is_none() {
            node.remove_attribute(name)?;
        }
    }
    if (&known.to, &known.file) != (&wanted.to, &wanted.file) {
        match maker.href(wanted) {
            Some(href) => node.set_attribute("href", &href)?,
            None => node.remove_attribute("href")?,
        }
    }
    Ok(())
}
