//! The page's state for those who watch it from outside: `<html data-app="ready">`, `data-app="failed"`.
//!
//! `assets/boot.js` does the same for what can go wrong before any of this runs.

use dom::log;
use leptos::prelude::document;
use words::say;

/// Says that the page can be used.
pub fn ready() {
    set("ready");
}

/// Says that the page cannot be used, and why, in the message that the page keeps for that.
pub fn failed(message: &str) {
    set("failed");
    if let Some(place) = document().get_element_by_id("boot-message") {
        place.set_text_content(Some(message));
        dom::set_of("boot-message", "data-slow", None);
        // Failing to unhide it leaves the text in the page, where a reader of the source finds it.
        if place.remove_attribute("hidden").is_err() {
            log(message);
        }
    }
}

/// Says that a part of the data could not be had; the page's own message tells which.
pub fn failed_part() {
    set("failed");
}

/// Says that the page stands in another site's page.
pub fn embedded() {
    if let Some(root) = document().document_element() {
        dom::set(&root, "data-embed", "");
    }
}

/// A panic ends the app for good, so it is told like a failed start, with the address kept for the reload.
pub fn catch_panics() {
    std::panic::set_hook(Box::new(|info| {
        log(&info.to_string());
        failed(&say!(dom::language::words(), SHELL_BROKEN));
    }));
}

fn set(state: &str) {
    let root = document().document_element();
    if let Some(root) = root
        && root.set_attribute("data-app", state).is_err()
    {
        log("the state of the page could not be set");
    }
}
