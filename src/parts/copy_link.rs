//! "Copy link": the view on show, with its edition written out.

use leptos::prelude::*;
use leptos::task::spawn_local;
use tip::Atlas;
use words::text::{SHARE_COPIED, SHARE_COPY};
use words::{Message, say};

use crate::nav::use_nav;
use crate::reactive::effect;
use crate::shell::LiveRegion;
use dom::language::words;
use dom::{address, flag_of, text_of, value_of};

/// The field to copy from; a constant for the reason given in `pages/annex.rs`.
const ADDRESS: &str = "copy-address";

/// Copies the address of the view on show. Where the browser does not let it, shows the address to copy by
/// hand.
#[component]
pub fn CopyLink(
    /// The atlas.
    atlas: &'static Atlas,
) -> impl IntoView {
    let nav = use_nav();
    let live = LiveRegion::get();
    // What was copied is the view of then.
    effect(move || {
        nav.view();
        show(SHARE_COPY, None);
    });
    let copy = move |_| {
        let path = address::href(&nav.view_untracked().pinned(atlas));
        let address = format!("{}{path}", address::origin());
        spawn_local(async move {
            if dom::copied(&address).await {
                live.say(&words().text(&SHARE_COPIED));
                show(SHARE_COPIED, None);
            } else {
                show(SHARE_COPY, Some(&address));
            }
        });
    };
    view! {
        <span class="copy-link">
            <button type="button" id="copy" on:click=copy>{say!(words(), SHARE_COPY)}</button>
            <label id="copy-by-hand" hidden>
                {say!(words(), SHARE_BY_HAND)} " " <input id=ADDRESS type="text" readonly />
            </label>
        </span>
    }
}

/// Shows what the button says, and the address where it has to be copied by hand.
fn show(label: Message, by_hand: Option<&str>) {
    text_of("copy", &words().text(&label));
    flag_of("copy-by-hand", "hidden", by_hand.is_none());
    value_of(ADDRESS, by_hand.unwrap_or_default());
}
