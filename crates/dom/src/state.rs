//! The page's state for those who watch it from outside: `<html data-app="ready">`, `data-app="failed"`.
//!
//! `assets/boot.js` does the same for what can go wrong before any of this runs, or ends it.

use crate::{by_id, document, log, set};

/// Says that the page can be used. What stood there from the file before goes, in the same moment as the app is seen.
pub fn ready() {
    take_over();
    say("ready");
}

/// Puts the app into the place of the page that stood in the file. A reader who had come to a link or a field in it finds
/// themselves at the same one.
fn take_over() {
    let Some((still, document)) = by_id("still").zip(document()) else { return };
    let focused = document.active_element().filter(|element| still.contains(Some(element)));
    let same = focused.and_then(|element| match (element.id(), element.get_attribute("href")) {
        (id, _) if !id.is_empty() => Some(format!("#app #{id}")),
        (_, Some(href)) => Some(format!("#app a[href='{href}']")),
        _ => None,
    });
    still.remove();
    if let Some(root) = document.document_element()
        && root.remove_attribute("data-still").is_err()
    {
        log("the page could not be taken over");
    }
    if let Some(element) = same.and_then(|selector| document.query_selector(&selector).ok().flatten()) {
        crate::focus_on(&element);
    }
}

/// Says that a part of the page could not be had; the page's own message tells which.
pub fn failed() {
    say("failed");
}

/// A panic ends the program that it is in for good. Here it is written down for whoever looks after the site;
/// `boot.js` tells the reader.
pub fn catch_panics() {
    std::panic::set_hook(Box::new(|info| log(&info.to_string())));
}

/// Where one of the two programs on the page has broken, it stays so, whatever the other still does.
fn say(state: &str) {
    if let Some(root) = document().and_then(|document| document.document_element())
        && !root.has_attribute("data-broken")
    {
        set(&root, "data-app", state);
    }
}
