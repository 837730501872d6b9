//! Small parts that more than one page is made of.

mod copy_link;

use page::{Node, el};

use crate::store::State;
use dom::closest;

pub use copy_link::CopyLink;

/// What stands in a file's place while it is on its way or cannot be had; nothing once it is here. The button
/// is for [`asks_again`].
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

/// Whether a click asks to fetch a file again.
pub fn asks_again(event: &web_sys::Event) -> bool {
    closest(event, "[data-again]").is_some()
}
