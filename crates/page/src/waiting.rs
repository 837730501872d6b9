//! What stands in a file's place while it is on its way, or cannot be had.

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

/// What stands in a file's place; nothing once it is here. The button bears `data-again`.
pub fn waiting(state: &State, what: &'static str) -> Vec<Node> {
    match state {
        State::Ready => Vec::new(),
        State::Loading => {
            vec![el("p").class("loading").attr("role", "status").with(format!("Loading {what} …")).into()]
        }
        State::Failed(reason) => {
            let what = tip::words::capitalised(what);
            let said = el("p")
                .with(el("strong").with(format!("{what} could not be loaded.")))
                .with(format!(" {reason}"));
            let again = el("button").attr("type", "button").attr("data-again", "").with("Try again");
            vec![el("div").class("failure").attr("role", "alert").with(said).with(again).into()]
        }
    }
}
