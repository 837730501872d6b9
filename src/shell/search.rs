//! The search field: a combobox, as the ARIA Authoring Practices describe it (list with manual selection).

use leptos::ev::{FocusEvent, KeyboardEvent};
use leptos::prelude::*;
use tip::permalink::View;
use tip::search::{Hit, Index};
use tip::{Atlas, Cell};

use crate::nav::use_nav;
use crate::parts::Symbol;

/// Hits that are shown.
const MOST: usize = 8;

/// The browser's own `String.normalize("NFD")`: the crate for it would cost 47 kB.
fn decompose(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    js_sys::JsString::from(text).normalize("NFD").into()
}

/// Finds a country by name or code, and opens its page.
#[component]
pub fn Search(
    /// The atlas.
    atlas: &'static Atlas,
) -> impl IntoView {
    let nav = use_nav();
    let query = RwSignal::new(String::new());
    let open = RwSignal::new(false);
    let active = RwSignal::new(None::<usize>);
    // Made when the field is first used, not before the map is painted.
    let index = StoredValue::new(None::<Index>);
    let hits = Memo::new(move |_| {
        let query = query.get();
        if query.trim().is_empty() {
            return Vec::new();
        }
        index.update_value(|index| {
            index.get_or_insert_with(|| Index::new(atlas, decompose));
        });
        index
            .with_value(|index| index.as_ref().map(|index| index.find(&decompose(&query), MOST)))
            .unwrap_or_default()
    });
    let choose = move |hit: &Hit| {
        nav.go(View::country(atlas.country(hit.country).code));
        query.set(String::new());
        open.set(false);
        active.set(None);
    };
    let on_key = move |event: KeyboardEvent| {
        let n = hits.with(Vec::len);
        let towards = |forwards: bool| {
            active.update(|active| {
                *active = match (*active, forwards) {
                    _ if n == 0 => None,
                    (None, true) => Some(0),
                    (None, false) => Some(n - 1),
                    (Some(at), true) => Some((at + 1) % n),
                    (Some(at), false) => Some((at + n - 1) % n),
                }
            });
        };
        match event.key().as_str() {
            "ArrowDown" | "ArrowUp" => {
                event.prevent_default();
                open.set(true);
                towards(event.key() == "ArrowDown");
            }
            "Enter" => {
                event.prevent_default();
                let at = active.get_untracked().unwrap_or(0);
                if let Some(hit) = hits.with(|hits| hits.get(at).cloned()) {
                    choose(&hit);
                }
            }
            "Escape" => {
                if open.get_untracked() && n > 0 {
                    open.set(false);
                } else {
                    query.set(String::new());
                }
                active.set(None);
            }
            _ => {}
        }
    };
    let on_input = move |event| {
        query.set(event_target_value(&event));
        open.set(true);
        active.set(None);
    };
    let shown = Memo::new(move |_| open.get() && !query.with(|query| query.trim().is_empty()));
    let none = move || shown.get() && hits.with(Vec::is_empty);
    let option = move |at: usize, hit: Hit| {
        let country = atlas.country(hit.country);
        let cell = atlas.cell(hit.country, atlas.latest());
        let also = hit.also.clone().map(|also| view! { <span class="also">{format!(" ({also})")}</span> });
        view! {
            <li
                id=format!("search-{at}")
                role="option"
                data-tier=cell.code()
                aria-selected=move || (active.get() == Some(at)).to_string()
                // A press would take the focus from the field before the click is made.
                on:mousedown=move |event| event.prevent_default()
                on:click=move |_| choose(&hit)
            >
                <Symbol tier=cell.tier() />
                <span class="hit-name">{country.name.clone()} {also}</span>
                <span class="hit-tier">{standing(cell)}</span>
            </li>
        }
    };
    view! {
        <div class="search" role="search">
            <input
                type="text"
                role="combobox"
                id="search"
                aria-label="Find a country or territory"
                placeholder="Find a country"
                autocomplete="off"
                spellcheck="false"
                aria-autocomplete="list"
                aria-controls="search-hits"
                aria-expanded=move || (shown.get() && !hits.with(Vec::is_empty)).to_string()
                aria-activedescendant=move || active.get().map(|at| format!("search-{at}"))
                prop:value=query
                on:input=on_input
                on:keydown=on_key
                on:focus=move |_: FocusEvent| open.set(true)
                on:blur=move |_: FocusEvent| open.set(false)
            />
            <ul
                id="search-hits"
                role="listbox"
                aria-label="Countries and territories"
                hidden=move || !shown.get() || hits.with(Vec::is_empty)
            >
                {move || hits.get().into_iter().enumerate().map(|(at, hit)| option(at, hit)).collect_view()}
            </ul>
            <p class="search-none" role="status" hidden=move || !none()>
                {move || none().then_some("No country or territory of that name")}
            </p>
        </div>
    }
}

fn standing(cell: Cell) -> &'static str {
    match cell {
        Cell::Placed(tier) => tier.name(),
        _ => "Not in the newest edition",
    }
}
