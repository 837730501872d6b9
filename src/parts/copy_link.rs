//! "Copy link": the view on show, with its edition written out.

use leptos::prelude::*;
use leptos::task::spawn_local;
use tip::Atlas;
use wasm_bindgen_futures::JsFuture;

use crate::dom::{flag, text};
use crate::nav::use_nav;
use crate::shell::LiveRegion;

/// Copies the address of the view on show. Where the browser does not let it, shows the address to copy by
/// hand.
#[component]
pub fn CopyLink(
    /// The atlas.
    atlas: &'static Atlas,
) -> impl IntoView {
    let nav = use_nav();
    let live = LiveRegion::get();
    let copied = RwSignal::new(None::<Result<(), String>>);
    // What was copied is the view of then.
    Effect::new(move |_| {
        nav.view();
        copied.set(None);
    });
    let copy = move |_| {
        let path = nav.href(&nav.view_untracked().pinned(atlas));
        let address = format!("{}{path}", window().location().origin().unwrap_or_default());
        spawn_local(async move {
            // Browsers have no clipboard on pages that were not loaded over https.
            let clipboard = js_sys::Reflect::get(&window().navigator(), &"clipboard".into()).ok();
            let done = match clipboard.filter(|clipboard| !clipboard.is_undefined()) {
                Some(_) => {
                    JsFuture::from(window().navigator().clipboard().write_text(&address)).await.is_ok()
                }
                None => false,
            };
            if done {
                live.say("Link copied");
            }
            copied.try_set(Some(if done { Ok(()) } else { Err(address) }));
        });
    };
    let label =
        text(move || if copied.get() == Some(Ok(())) { "Link copied" } else { "Copy link" }.to_owned());
    let by_hand = text(move || copied.get().and_then(Result::err).unwrap_or_default());
    view! {
        <span class="copy-link">
            <button type="button" on:click=copy>{label}</button>
            <label hidden=flag(move || by_hand.with(String::is_empty))>
                "Copy this address: " <input type="text" readonly=true prop:value=by_hand />
            </label>
        </span>
    }
}
