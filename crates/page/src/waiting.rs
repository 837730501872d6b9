//! What stands in a file's place while it is on its way, or cannot be had.

use words::{Message, Words, say, text};

use crate::{Node, el};

/// How far a file is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// On its way.
    Loading,
    /// Here, and checked.
    Ready,
    /// Not to be had: why, as a sentence.
    Failed(String),
}

/// A file, as a reader knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// The placements of all editions.
    Atlas,
    /// The map's shapes.
    Map,
    /// A page that is not the map.
    Page,
    /// What the editions found on a country.
    Country,
    /// How the record was compiled.
    Record,
}

impl What {
    /// What is said while it is on its way, and where it cannot be had.
    const fn said(self) -> (Message, Message) {
        match self {
            What::Atlas => (text::WAITING_ATLAS, text::WAITING_ATLAS_FAILED),
            What::Map => (text::WAITING_MAP, text::WAITING_MAP_FAILED),
            What::Page => (text::WAITING_PAGE, text::WAITING_PAGE_FAILED),
            What::Country => (text::WAITING_COUNTRY, text::WAITING_COUNTRY_FAILED),
            What::Record => (text::WAITING_RECORD, text::WAITING_RECORD_FAILED),
        }
    }
}

/// What stands in a file's place; nothing once it is here. The button bears `data-again`.
pub fn waiting(words: &Words, state: &State, what: What) -> Vec<Node> {
    let (loading, failed) = what.said();
    match state {
        State::Ready => Vec::new(),
        State::Loading => {
            vec![el("p").class("loading").attr("role", "status").with(words.text(&loading)).into()]
        }
        State::Failed(reason) => {
            let said = el("p").with(el("strong").with(words.text(&failed))).with(format!(" {reason}"));
            let again = el("button").attr("type", "button").attr("data-again", "");
            let again = again.with(say!(words, WAITING_AGAIN));
            vec![el("div").class("failure").attr("role", "alert").with(said).with(again).into()]
        }
    }
}
