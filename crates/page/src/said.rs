//! A whole page, as it is put into the browser or into a file.

use crate::Node;

/// What a page shows and what it is called.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// For the document's title.
    pub title: String,
    /// What the view shows, in a sentence, for screen readers when it changes.
    pub said: String,
    /// What is on it.
    pub nodes: Vec<Node>,
}
