//! Small parts that more than one page is made of.

mod chip;
mod copy_link;
mod link;
mod picture;
mod states;
mod strip;
mod symbol;

use leptos::prelude::*;
use wasm_bindgen::JsCast;

pub use chip::TierChip;
pub use copy_link::CopyLink;
pub use link::{CountryLink, Link, Outward};
pub use picture::Picture;
pub use states::{Failure, Loading};
pub use strip::Strip;
pub use symbol::Symbol;

/// Moves the focus to an element without scrolling to it.
pub fn focus(id: &str) {
    let element =
        document().get_element_by_id(id).and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(element) = element
        && element.focus().is_err()
    {
        crate::boot::log("the focus could not be moved");
    }
}

/// Sets the title of the document.
pub fn title(text: &str) {
    document().set_title(&format!("{text} · Tier Atlas"));
}

/// Whether the reader asked for less motion.
pub fn reduced_motion() -> bool {
    window()
        .match_media("(prefers-reduced-motion: reduce)")
        .ok()
        .flatten()
        .is_some_and(|query| query.matches())
}
