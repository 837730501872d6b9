//! The message shown while a file is loading, or when it cannot be loaded.

use words::{Message, Words, say, text};

use crate::{Node, el};

/// How far a file is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// On its way.
    Loading,
    /// Here, and checked.
    Ready,
    /// Failed to load: the reason, as a sentence.
    Failed(String),
}

/// The messages for a file: while it is loading, and where it cannot be loaded.
#[derive(Clone, Copy, Debug)]
pub struct LoadMessages(Message, Message);

// Constants, so that no part of the program carries words for files that only another fetches.
impl LoadMessages {
    /// The placements of all editions.
    pub const ATLAS: LoadMessages = LoadMessages(text::WAITING_ATLAS, text::WAITING_ATLAS_FAILED);
    /// The map's shapes.
    pub const MAP: LoadMessages = LoadMessages(text::WAITING_MAP, text::WAITING_MAP_FAILED);
    /// The table of an edition.
    pub const TABLE: LoadMessages = LoadMessages::PAGE;
    /// The list of keys.
    pub const KEYS: LoadMessages = LoadMessages::PAGE;
    /// A page.
    pub const PAGE: LoadMessages = LoadMessages(text::WAITING_PAGE, text::WAITING_PAGE_FAILED);
    /// What the editions found on a country.
    pub const COUNTRY: LoadMessages = LoadMessages(text::WAITING_COUNTRY, text::WAITING_COUNTRY_FAILED);
    /// How the record was compiled.
    pub const RECORD: LoadMessages = LoadMessages(text::WAITING_RECORD, text::WAITING_RECORD_FAILED);
    /// What followed from placements.
    pub const CONSEQUENCES: LoadMessages =
        LoadMessages(text::WAITING_CONSEQUENCES, text::WAITING_CONSEQUENCES_FAILED);
    /// The index of the search.
    pub const SEARCH: LoadMessages = LoadMessages(text::WAITING_SEARCH, text::WAITING_SEARCH_FAILED);
}

/// Returns the message for a file that is loading or failed, or nothing once it is loaded. The button has `data-again`.
pub fn waiting(words: &Words, state: &State, messages: LoadMessages) -> Vec<Node> {
    let LoadMessages(loading, failed) = messages;
    match state {
        State::Ready => Vec::new(),
        State::Loading => {
            vec![el("p").class("loading").attr("role", "status").with(words.text(&loading)).into()]
        }
        State::Failed(reason) => {
            let reason = el("p").with(el("strong").with(words.text(&failed))).with(format!(" {reason}"));
            let again = el("button").attr("type", "button").attr("data-again", "");
            let again = again.with(say!(words, WAITING_AGAIN));
            vec![el("div").class("failure").attr("role", "alert").with(reason).with(again).into()]
        }
    }
}
