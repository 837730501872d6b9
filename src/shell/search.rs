//! The search field: a combobox, as the ARIA Authoring Practices describe it (list with manual selection).

use leptos::ev::{FocusEvent, KeyboardEvent, MouseEvent};
use leptos::prelude::*;
use page::search::{Asked, MOST};
use tip::Atlas;
use tip::permalink::View;
use tip::search::Index;
use wasm_bindgen::JsCast;
use words::say;

use crate::nav::use_nav;
use crate::reactive::{effect, fill};
use dom::language::words;
use dom::{closest, flag_of, set_of, value_of};

/// The list, and what says that there is none; constants for the reason given in `pages/annex.rs`.
const HITS: &str = "search-hits";
const NONE: &str = "search-none";

/// Finds a country by name or code, and opens its page.
#[component]
pub fn Search(
    /// The atlas.
    atlas: &'static Atlas,
) -> impl IntoView {
    let nav = use_nav();
    // Made when the field is first used, not before the map is painted.
    let index = StoredValue::new(None::<Index>);
    let state = RwSignal::new(Asked::default());
    let ask = move |query: String| {
        index.update_value(|index| {
            index.get_or_insert_with(|| Index::new(atlas, dom::plain, dom::language::also_named()));
        });
        let hits =
            index.with_value(|index| index.as_ref().map(|index| index.find(&dom::plain(&query), MOST)));
        state.set(Asked { query, hits: hits.unwrap_or_default(), open: true, active: None });
    };
    let choose = move |at: usize| {
        let to = state.with_untracked(|state| match state.hits.get(at) {
            Some(hit) => Some(View::country(atlas.country(hit.country).code)),
            None => state.in_words(),
        });
        if let Some(to) = to {
            nav.go(to);
            state.set(Asked::default());
        }
    };
    let on_key = move |event: KeyboardEvent| match event.key().as_str() {
        key @ ("ArrowDown" | "ArrowUp") => {
            event.prevent_default();
            state.update(|state| state.walk(key == "ArrowDown"));
        }
        "Enter" => {
            event.prevent_default();
            choose(state.with_untracked(|state| state.active.unwrap_or(0)));
        }
        "Escape" => state.update(Asked::leave),
        _ => {}
    };
    let on_choose = move |event: MouseEvent| {
        let hit = closest(&event, "[data-at]").and_then(|hit| hit.get_attribute("data-at"));
        match hit.and_then(|at| at.parse().ok()) {
            Some(at) => choose(at),
            // The way to the search in words leads there by itself.
            None => state.set(Asked::default()),
        }
    };
    let leave = move |event: FocusEvent| {
        let to = event.related_target().and_then(|to| to.dyn_into::<web_sys::Element>().ok());
        // The way to the search in words is a part of the field.
        if !to.is_some_and(|to| to.closest(".search").is_ok_and(|search| search.is_some())) {
            state.update(|state| state.open = false);
        }
    };
    fill(HITS, move || state.with(|state| state.options(atlas, "search")));
    fill(NONE, move || state.with(|state| state.vain(words())));
    effect(move || {
        state.with(|state| {
            let active = state.active.map(|at| format!("search-{at}"));
            set_of("search", "aria-activedescendant", active.as_deref());
            set_of("search", "aria-expanded", Some(if state.is_listed() { "true" } else { "false" }));
            value_of("search", &state.query);
            flag_of(HITS, "hidden", !state.is_listed());
            flag_of(NONE, "hidden", !state.is_in_vain());
        });
    });
    view! {
        <div class="search" role="search" on:focusout=leave>
            <input
                type="text"
                role="combobox"
                id="search"
                aria-label=say!(words(), SHELL_FIND_LABEL)
                placeholder=say!(words(), SHELL_FIND)
                autocomplete="off"
                spellcheck="false"
                aria-autocomplete="list"
                aria-controls="search-hits"
                aria-expanded="false"
                on:input=move |event| ask(event_target_value(&event))
                on:keydown=on_key
                on:focus=move |_| state.update(|state| state.open = true)
            />
            // A press would take the focus from the field before the click is made.
            <div on:mousedown=move |event| event.prevent_default() on:click=on_choose>
                <ul
                    id=HITS
                    class="search-hits"
                    role="listbox"
                    aria-label=say!(words(), SHELL_FOUND)
                    hidden
                ></ul>
                <div class="search-none" id=NONE hidden></div>
            </div>
        </div>
    }
}
