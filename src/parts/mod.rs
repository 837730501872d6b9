//! What several pages are made of.

pub mod copy_link;
pub mod country_combobox;
pub mod country_field;
pub mod country_names;
pub mod page_view;
pub mod pins;
pub mod roving;
pub mod share;

use dom::closest;

/// Whether a click asks to fetch a file again.
pub fn asks_again(event: &web_sys::Event) -> bool {
    closest(event, "[data-again]").is_some()
}

/// The address of the site, with its base path, without a slash at its end.
pub fn site() -> String {
    format!("{}{}", dom::address::origin(), dom::address::base().trim_end_matches('/'))
}
