//! Taking a view along: its link.

use crate::{Element, el};

/// What the button says.
pub const COPY: &str = "Copy link";
/// What it says once it has done so.
pub const COPIED: &str = "Link copied";

/// The button that copies the link, and the field it is shown in where the browser does not let it.
pub fn copy_link() -> Element {
    el("span")
        .class("copy-link")
        .with(el("button").attr("type", "button").attr("id", "copy").with(COPY))
        .with(
            el("label")
                .attr("id", "copy-by-hand")
                .attr("hidden", "")
                .with("Copy this address: ")
                .with(el("input").attr("id", "copy-address").attr("type", "text").attr("readonly", "")),
        )
}
