//! "Copy link": the view on show, with its edition written out, so that the link goes on meaning what was seen.

use dom::language::words;
use leptos::task::spawn_local;
use page::{COPY_TEXT, STATUS, TEXT_BY_HAND};
use tip::Atlas;
use tip::permalink::{Address, View};
use words::say;
use words::text::{SHARE_COPIED, SHARE_COPY};

use super::site;

/// The link to a view.
pub fn address(atlas: &Atlas, view: &View) -> String {
    let address = Address { view: view.clone().pinned(atlas), lang: dom::language::asked() };
    format!("{}{address}", site())
}

/// Copies an address, and runs `done` once that is done. Where the browser does not let it, shows the address to copy by hand.
pub fn copy(address: String, done: impl FnOnce() + 'static) {
    spawn_local(async move {
        if dom::copied(&address).await {
            done();
            show(true, None);
        } else {
            show(false, Some(&address));
            dom::select("copy-address");
        }
    });
}

/// "Copy as text": copies a page's text. Where the browser does not let it, shows the text to copy by hand.
pub fn copy_text(text: String) {
    spawn_local(async move {
        let copied = dom::copied(&text).await;
        if copied {
            dom::text_of(COPY_TEXT, &say!(words(), CHANGES_STORY_COPIED));
            dom::text_of(STATUS, &say!(words(), CHANGES_STORY_COPIED));
        } else if let Ok(Some(field)) =
            dom::by_id(TEXT_BY_HAND).map_or(Ok(None), |by_hand| by_hand.query_selector("textarea"))
        {
            field.set_text_content(Some(&text));
        }
        dom::flag_of(TEXT_BY_HAND, "hidden", copied);
    });
}

/// Puts the button for the text back as it was.
pub fn reset_text() {
    dom::text_of(COPY_TEXT, &say!(words(), CHANGES_COPY_STORY));
    dom::flag_of(TEXT_BY_HAND, "hidden", true);
}

/// Sets the button's text. Shows the address, if it has to be copied by hand.
pub fn show(copied: bool, by_hand: Option<&str>) {
    dom::text_of("copy", &words().text(&if copied { SHARE_COPIED } else { SHARE_COPY }));
    dom::flag_of("copy-by-hand", "hidden", by_hand.is_none());
    dom::value_of("copy-address", by_hand.unwrap_or_default());
}
