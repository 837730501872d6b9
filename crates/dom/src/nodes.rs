//! Trees of nodes put into the page.

use page::{Element, Node};
use wasm_bindgen::{JsCast, JsValue};

use words::Lang;

use crate::{address, language, log};

/// The namespace of SVG.
pub const SVG: &str = "http://www.w3.org/2000/svg";

/// Replaces an element's contents by nodes.
pub fn put(place: &web_sys::Element, nodes: &[Node]) {
    place.replace_children_with_node_0();
    let Some(document) = place.owner_document() else { return };
    let svg = place.namespace_uri().as_deref() == Some(SVG);
    if Maker::new(document).append(place, nodes, svg).is_err() {
        log("a part of the page could not be made");
    }
}

/// Makes an element with what is in it.
///
/// # Errors
/// Where the browser refuses a name.
pub fn make(element: &Element) -> Result<web_sys::Element, JsValue> {
    let document = crate::document().ok_or(JsValue::NULL)?;
    Maker::new(document).element(element, false)?.dyn_into().map_err(JsValue::from)
}

/// Makes nodes for a document of this site.
pub struct Maker {
    document: web_sys::Document,
    base: &'static str,
    lang: Option<Lang>,
}

impl Maker {
    /// Reads the site's base path and the language asked for once for all nodes.
    pub fn new(document: web_sys::Document) -> Maker {
        Maker { document, base: address::base(), lang: language::asked() }
    }

    fn append(&self, place: &web_sys::Element, nodes: &[Node], svg: bool) -> Result<(), JsValue> {
        for node in nodes {
            place.append_child(&self.node(node, svg)?)?;
        }
        Ok(())
    }

    /// A node. From an `svg` on down, elements are SVG.
    pub fn node(&self, node: &Node, svg: bool) -> Result<web_sys::Node, JsValue> {
        match node {
            Node::Text(text) => Ok(self.document.create_text_node(text).unchecked_into()),
            Node::Element(element) => self.element(element, svg),
        }
    }

    fn element(&self, element: &Element, svg: bool) -> Result<web_sys::Node, JsValue> {
        let svg = svg || element.tag == "svg";
        let node = if svg {
            self.document.create_element_ns(Some(SVG), element.tag)?
        } else {
            self.document.create_element(element.tag)?
        };
        for (name, value) in &element.attributes {
            node.set_attribute(name, value)?;
        }
        if let Some(href) = self.href(element) {
            node.set_attribute("href", &href)?;
        }
        self.append(&node, &element.children, svg)?;
        Ok(node.unchecked_into())
    }

    /// Where an element links to, if it links to this site.
    pub fn href(&self, element: &Element) -> Option<String> {
        match (&element.to, &element.file) {
            (Some(view), _) => Some(address::under(self.base, view, self.lang)),
            (_, Some(path)) => Some(format!("{}{path}", self.base)),
            _ => None,
        }
    }
}
