//! A whole page, as it is put into the browser or into a file.

use tip::Code;
use words::Lang;

use crate::{Element, Node, el};

/// The id of the probe for how wide a chart may be.
pub const WIDTH: &str = "page-width";
/// The id of the element that announces changes of the page.
pub const STATUS: &str = "page-said";
/// The id of the button that copies a page as text.
pub const COPY_TEXT: &str = "copy-text";
/// The id of the field that shows that text, where the browser does not let it be copied.
pub const TEXT_BY_HAND: &str = "text-by-hand";
/// The nodes of the page.
pub const NODES: &str = "page";

/// What is around the nodes of a page.
pub fn frame() -> Element {
    el("div")
        .with(el("div").class("measure").with(el("div").attr("id", WIDTH)))
        .with(el("p").class("unseen").attr("role", "status").attr("id", STATUS))
        .with(el("div").attr("id", NODES))
}

/// What a page shows and what it is called.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// For the document's title.
    pub title: String,
    /// What the view shows, in a sentence, for screen readers when it changes.
    pub status: String,
    /// What is on it.
    pub nodes: Vec<Node>,
    /// The page as plain text: what goes along with a shared link, and what "Copy as text" ([`COPY_TEXT`]) gives.
    pub text: Option<String>,
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
    /// Whether a pin was asked for that their browser does not keep.
    pub unkept: bool,
    /// Whether "Share and download" has been opened: what is in it names the site's address.
    pub shares: bool,
}
