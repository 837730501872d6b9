//! What a page is made from, and the page that is made.

use leptos::prelude::*;
use page::{Page, Setting, State, static_page};
use tip::Atlas;
use tip::permalink::View;

use crate::store::Store;

/// What a page is made from.
pub struct Asked<'a> {
    /// The atlas.
    pub atlas: &'static Atlas,
    /// The view on show.
    pub view: &'a View,
    /// Width, site, language, pins.
    pub setting: &'a Setting,
    /// The files.
    pub store: Store,
}

/// A page as it can be made now.
pub struct Made {
    /// The page.
    pub page: Page,
    /// Whether the files that it reads besides the atlas are here, or not to be had: the page that stands in a file has all of
    /// it, and is not to give way to less.
    pub settled: bool,
}

impl Made {
    /// Merges the pages for a narrow and for a wide window into the page of a static file.
    pub fn of_two_widths((narrow, wide): (Made, Made)) -> Made {
        let nodes = static_page::of_two_widths(narrow.page.nodes, wide.page.nodes);
        Made { page: Page { nodes, ..wide.page }, settled: wide.settled }
    }

    /// Whether a file that a page lacks is not on its way.
    pub fn is_settled(lacks: Option<&State>) -> bool {
        lacks != Some(&State::Loading)
    }
}

/// Makes a page; `None` for a view of another page.
pub type Make = fn(&Asked<'_>) -> Option<Made>;

/// A component within the nodes of a page, mounted into the element with an id, if the page has it.
#[derive(Clone, Copy)]
pub struct Inset {
    /// The id of its place.
    pub id: &'static str,
    /// The component.
    pub view: fn() -> AnyView,
}
