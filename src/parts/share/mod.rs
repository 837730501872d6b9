//! "Share and download": the system's share sheet, and files made in the browser.

pub mod menu;
mod png;
mod save;

use dom::language::words;
use dom::{Nodes, switch};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;
use words::say;

use super::copy_link;
use crate::nav::Nav;
use crate::part::{Name, use_parts};
use crate::reactive::effect;
use crate::store::Store;
use page::State;
use page::share::{LATE, PLACE};

pub use menu::part;

/// Does what a button is for; `false` for a click on anything else. `text` goes with the link, where a page has one.
pub fn clicked(event: &web_sys::Event, nav: Nav, store: Store, text: Option<String>) -> bool {
    if dom::closest(event, "#share").is_some() {
        sheet(nav, store, text);
    } else if let Some(button) = dom::closest(event, "[data-save]") {
        let kind = button.get_attribute("data-save").unwrap_or_default();
        spawn_local(async move {
            let saved = match save::part().await {
                Ok(save) => save(store, nav.view_untracked(), kind).await,
                Err(_) => Err(say!(words(), SHARE_LATE)),
            };
            if let Err(reason) = saved {
                dom::text_of("save-failed", &reason);
                dom::flag_of("save-failed", "hidden", false);
            }
        });
    } else {
        return false;
    }
    true
}

/// The system's share sheet.
fn sheet(nav: Nav, store: Store, text: Option<String>) {
    let (Some(window), Ok(atlas)) = (web_sys::window(), store.atlas()) else { return };
    let data = web_sys::ShareData::new();
    data.set_title(&dom::document().map(|document| document.title()).unwrap_or_default());
    if let Some(text) = text {
        data.set_text(&text);
    }
    data.set_url(&copy_link::address(atlas, &nav.view_untracked()));
    let shared = window.navigator().share_with_data(&data);
    // A reader who closes the sheet has shared nothing, and wants no message.
    spawn_local(async move { JsFuture::from(shared).await.map(drop).unwrap_or_default() });
}

/// Hides the error of the previous view, and the share button where the browser has no share sheet.
pub fn reset() {
    dom::flag_of("save-failed", "hidden", true);
    let able = web_sys::window()
        .is_some_and(|window| js_sys::Reflect::has(&window.navigator(), &"share".into()).unwrap_or(false));
    dom::flag_of("share", "hidden", !able);
}

/// On the map's page: a button, and in its place the menu, fetched when it is asked for.
#[component]
pub fn ShareMenu() -> impl IntoView {
    let parts = use_parts();
    let asked = RwSignal::new(false);
    let menu = Memo::new(move |_| asked.get() && parts.get(Name::Share).is_ok());
    effect(move || {
        let late = asked.get() && matches!(parts.get(Name::Share), Err(State::Failed(_)));
        dom::flag_of(LATE, "hidden", !late);
    });
    let menu = switch(move || match menu.get().then(|| parts.get(Name::Share)) {
        Some(Ok(open)) => (open.show)(),
        _ => Nodes::new(|| page::share::button(words()))
            .on("click", move |_| match asked.get_untracked() {
                false => asked.set(true),
                true => parts.load(Name::Share),
            })
            .into_any(),
    });
    Nodes::new(|| page::share::place(words())).with(PLACE, menu)
}
