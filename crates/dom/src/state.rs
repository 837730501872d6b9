//! The page's state for those who watch it from outside: `<html data-app="ready">`, `data-app="failed"`.
//!
//! `assets/boot.js` does the same for what can go wrong before any of this runs, or ends it.

use crate::{by_id, document, log, set};

/// Says that the page can be used.
pub fn ready() {
    shown();
    say("ready");
}

/// Whether the page is a copy of the site's file in another place, such as an archive.
pub fn is_copy() -> bool {
    document()
        .and_then(|document| document.document_element())
        .is_some_and(|root| root.has_attribute("data-copy"))
}

/// What is in the page is for the view of the address, and not what a file says of another.
fn shown() {
    if let Some(root) = document().and_then(|document| document.document_element())
        && root.has_attribute("data-other")
        && root.remove_attribute("data-other").is_err()
    {
        log("the page could not be taken over");
    }
}

/// The app makes the page itself: what the file says meanwhile is over.
pub fn own() {
    shown();
    if let Some(waits) = by_id("waits") {
        waits.remove();
    }
}

/// Sets `data-app="failed"`: a part of the page could not be loaded. The page's own message says which.
pub fn failed() {
    say("failed");
}

/// Logs panics to the console. A panic ends the program for good;
/// `boot.js` shows a message.
pub fn catch_panics() {
    std::panic::set_hook(Box::new(|info| log(&info.to_string())));
}

/// Where the program has broken, it stays so.
fn say(state: &str) {
    if let Some(root) = document().and_then(|document| document.document_element())
        && !root.has_attribute("data-broken")
    {
        set(&root, "data-app", state);
    }
}
