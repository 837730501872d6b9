//! A tree of elements and texts.

use std::borrow::Cow;

use tip::permalink::View;

/// An element or a text.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// An element.
    Element(Element),
    /// A text, to be shown as it is.
    Text(Cow<'static, str>),
}

/// An element, HTML or, from an `svg` on down, SVG.
#[derive(Clone, Debug, PartialEq)]
pub struct Element {
    /// Its name.
    pub tag: &'static str,
    /// Its attributes, in the order they were given.
    pub attributes: Vec<(&'static str, Cow<'static, str>)>,
    /// The view that it links to. Its `href` depends on the site's base path.
    pub to: Option<View>,
    /// Whether `href` is a file of this site, to be put behind its base path.
    pub file: Option<Cow<'static, str>>,
    /// What is in it.
    pub children: Vec<Node>,
}

/// An element without anything in it.
pub const fn el(tag: &'static str) -> Element {
    Element { tag, attributes: Vec::new(), to: None, file: None, children: Vec::new() }
}

impl Element {
    /// With a class.
    #[must_use]
    pub fn class(self, class: &'static str) -> Element {
        self.attr("class", class)
    }

    /// With an attribute.
    #[must_use]
    pub fn attr(mut self, name: &'static str, value: impl Into<Cow<'static, str>>) -> Element {
        self.attributes.push((name, value.into()));
        self
    }

    /// With an `href` to a view.
    #[must_use]
    pub fn to(mut self, view: View) -> Element {
        self.to = Some(view);
        self
    }

    /// With an `href` to a file of this site, given from the site's base on.
    #[must_use]
    pub fn file(mut self, path: impl Into<Cow<'static, str>>) -> Element {
        self.file = Some(path.into());
        self
    }

    /// With one more node in it.
    #[must_use]
    pub fn with(mut self, child: impl Into<Node>) -> Element {
        self.push(child.into());
        self
    }

    /// Texts beside each other become one, and an empty one none: HTML does not tell them apart, and a tree has to be what a
    /// browser makes of its HTML.
    fn push(&mut self, child: Node) {
        match (self.children.last_mut(), child) {
            (_, Node::Text(text)) if text.is_empty() => {}
            (Some(Node::Text(before)), Node::Text(text)) => before.to_mut().push_str(&text),
            (_, child) => self.children.push(child),
        }
    }

    /// With one more node in it, where there is one.
    #[must_use]
    pub fn maybe<N: Into<Node>>(self, child: Option<N>) -> Element {
        match child {
            Some(child) => self.with(child),
            None => self,
        }
    }

    /// With more nodes in it.
    #[must_use]
    pub fn all<N: Into<Node>>(mut self, children: impl IntoIterator<Item = N>) -> Element {
        for child in children {
            self.push(child.into());
        }
        self
    }

    /// The element with an id, itself or within.
    pub fn at(&mut self, id: &str) -> Option<&mut Element> {
        if self.get("id") == Some(id) {
            return Some(self);
        }
        self.children.iter_mut().find_map(|child| match child {
            Node::Element(element) => element.at(id),
            Node::Text(_) => None,
        })
    }

    /// Sets an attribute, or takes it away.
    pub fn set(&mut self, name: &'static str, value: Option<impl Into<Cow<'static, str>>>) {
        self.attributes.retain(|(known, _)| *known != name);
        if let Some(value) = value {
            self.attributes.push((name, value.into()));
        }
    }

    /// The value of an attribute.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_ref())
    }
}

impl Node {
    /// All text in it, in reading order, as a screen reader would come by it: without what is hidden from
    /// one.
    pub fn text(&self) -> String {
        match self {
            Node::Text(text) => text.to_string(),
            Node::Element(element) if element.get("aria-hidden") == Some("true") => String::new(),
            Node::Element(element) => element.children.iter().map(Node::text).collect(),
        }
    }

    /// All elements in it, itself first, in document order.
    pub fn elements(&self) -> Vec<&Element> {
        match self {
            Node::Text(_) => Vec::new(),
            Node::Element(element) => {
                std::iter::once(element).chain(element.children.iter().flat_map(Node::elements)).collect()
            }
        }
    }
}

impl From<Element> for Node {
    fn from(element: Element) -> Node {
        Node::Element(element)
    }
}

impl From<&'static str> for Node {
    fn from(text: &'static str) -> Node {
        Node::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Node {
    fn from(text: String) -> Node {
        Node::Text(Cow::Owned(text))
    }
}
