//! The app: the shell around every page, and the page of the view.

use dom::language::words;
use dom::{Nodes, switch};
use leptos::prelude::*;
use leptos::task::{spawn_local, tick};
use page::{Element, LoadMessages, State, el, waiting};
use tip::permalink::View;
use words::say;

use crate::nav::Nav;
use crate::pages;
use crate::part::{Name, Parts, Shown};
use crate::parts::asks_again;
use crate::reactive::effect;
use crate::registry;
use crate::shell::{LiveRegion, Shell};
use crate::store::Store;

/// The whole app. Long-lived state is made here, above the pages.
#[component]
pub fn App(
    /// Whether the words of the reader's language are here.
    spoken: bool,
    /// The view of the page that is taken over. What the address asks for besides is shown once that is done.
    #[prop(optional)]
    file: Option<View>,
    /// What is said above the page.
    #[prop(default = None)]
    notice: Option<Nodes>,
) -> impl IntoView {
    let adopts = file.is_some();
    let nav = Nav::start(file);
    provide_context(nav);
    let store = use_context().unwrap_or_else(Store::start);
    provide_context(store);
    let parts = use_context().unwrap_or_else(|| Parts::start(registry::fetch));
    provide_context(parts);
    LiveRegion::provide();
    on_page_change(nav);
    fetch_ahead(nav, parts);
    effect(move || {
        if matches!(store.atlas(), Err(State::Failed(_))) {
            dom::state::failed();
        }
    });
    let page = Memo::new(move |_| pages::of(&nav.view()));
    // The part is fetched while the atlas is on its way, and shown once both are here.
    effect(move || drop(parts.get(page.get())));
    let atlas = Memo::new(move |_| store.atlas().map_or_else(|state| state, |_| State::Ready));
    let main = switch(move || match atlas.get() {
        State::Ready => {
            let name = page.get();
            view! { <Shown name messages=LoadMessages::PAGE is_page=true /> }.into_any()
        }
        state => {
            Nodes::new(move || el("div").class("measure").all(waiting(words(), &state, LoadMessages::ATLAS)))
                .on("click", move |event| {
                    if asks_again(event) {
                        store.try_again();
                    }
                })
                .into_any()
        }
    });
    let main = match if spoken { notice } else { Some(Nodes::new(unspoken)) } {
        Some(notice) => (notice, main).into_any(),
        None => main,
    };
    let shell = view! { <Shell main /> };
    if adopts {
        spawn_local(async move {
            // Once all first effects have taken what they found.
            tick().await;
            dom::adopted();
            nav.go_on();
        });
    }
    shell
}

/// Says that the page is in English because other words did not arrive, and how to try again.
fn unspoken() -> Element {
    let again = el("a").attr("href", "").attr("rel", "external").with(say!(words(), SHELL_TRY_AGAIN));
    el("p")
        .class("measure notice")
        .attr("role", "status")
        .with(format!("{} ", dom::language::failed()))
        .with(again)
}

/// On a new page the reader begins at its top, by eye and by screen reader.
fn on_page_change(nav: Nav) {
    let mut before = None;
    effect(move || {
        let now = nav.page();
        if before.as_ref().is_some_and(|before| *before != now) {
            // In this order: the focus brings its element into sight, and the top is above it.
            dom::focus("main");
            window().scroll_to_with_x_and_y(0.0, 0.0);
        }
        before = Some(now);
    });
}

/// Fetches the part of a page ahead where a link to it is pointed at, focused or touched; never where the reader saves data.
fn fetch_ahead(nav: Nav, parts: Parts) {
    // One type of listener for all: each type of event would be code of its own.
    let listeners = ["pointerover", "focusin", "touchstart"].map(|name| {
        window_event_listener_untyped(name, move |event| {
            let link = dom::closest(&event, "a[href]:not([rel~=external])");
            let view = link.and_then(|link| dom::address::view_of(&link.get_attribute("href")?));
            if let Some(view) = view
                && !dom::saves_data()
            {
                parts.fetch_ahead(pages::of(&view));
            }
        })
    });
    on_cleanup(move || listeners.into_iter().for_each(|listener| listener.remove()));
    // What most readers open from a map, or come to a map for.
    let next = match pages::of(&nav.view_untracked()) {
        Name::Map => Name::Country,
        _ => Name::Map,
    };
    dom::when_idle(move || {
        if !dom::saves_data() {
            parts.fetch_ahead(next);
        }
    });
}
