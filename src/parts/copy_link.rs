//! "Copy link": the view on show, with its edition written out.

use leptos::prelude::*;
use leptos::task::spawn_local;
use tip::Atlas;
use wasm_bindgen_futures::JsFuture;

use crate::dom::{effect, flag};
use crate::nav::use_nav;
use crate::shell::LiveRegion;

const LABEL: &str = "Copy link";
const COPIED: &str = "Link copied";

/// Copies the address of the view on show. Where the browser does not let it, shows the address to copy by
/// hand.
#[component]
pub fn CopyLink(
    /// The atlas.
    atlas: &'static Atlas,
) -> impl IntoView {
    let nav = use_nav();
    let live = LiveRegion::get();
    let label = RwSignal::new(LABEL.to_owned());
    let by_hand = RwSignal::new(String::new());
    // What was copied is the view of then.
    effect(move || {
        nav.view();
        label.set(LABEL.to_owned());
        by_hand.set(String::new());
    });
    let copy = move |_| {
        let path = nav.href(&nav.view_untracked().pinned(atlas));
        let address = format!("{}{path}", window().location().origin().unwrap_or_default());
        spawn_local(async move {
            if written(&address).await {
                live.say(COPIED);
                label.try_set(COPIED.to_owned());
            } else {
                by_hand.try_set(address);
            }
        });
    };
    view! {
        <span class="copy-link">
            <button type="button" on:click=copy>{label}</button>
            <label hidden=flag(move || by_hand.with(String::is_empty))>
                "Copy this address: " <input type="text" readonly=true prop:value=by_hand />
            </label>
        </span>
    }
}

/// Puts a text into the clipboard, where the browser has one (not on pages without https) and lets us.
async fn written(text: &str) -> bool {
    let navigator = window().navigator();
    match js_sys::Reflect::get(&navigator, &"clipboard".into()) {
        Ok(clipboard) if !clipboard.is_undefined() => {
            JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok()
        }
        _ => false,
    }
}
