//! A whole page, as it is put into the browser or into a file.

use tip::Code;
use words::Lang;

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

/// What a page is made for, besides its view.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Setting {
    /// How wide a chart may be, in pixels.
    pub width: u32,
    /// The address of the site, with its base path and without a slash at its end.
    pub site: String,
    /// The language that the address asks for, which links to the site then ask for too.
    pub lang: Option<Lang>,
    /// The countries that the reader has pinned; known to their device alone.
    pub pins: Vec<Code>,
}
