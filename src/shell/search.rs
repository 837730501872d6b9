//! The search field: a combobox, as the ARIA Authoring Practices describe it (list with manual selection).

use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::html::Ul;
use leptos::prelude::*;
use page::{Node, el, parts};
use tip::permalink::View;
use tip::search::{Hit, Index};
use tip::{Atlas, Cell};

use crate::dom::{closest, fill, flag, text};
use crate::nav::use_nav;

/// Hits that are shown.
const MOST: usize = 8;

/// In lower case and decomposed, by the browser's own means.
fn plain(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    js_sys::JsString::from(text).to_lower_case().normalize("NFD").into()
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
            index.get_or_insert_with(|| Index::new(atlas, plain));
        });
        let found = index.with_value(|index| index.as_ref().map(|index| index.find(&plain(&query), MOST)));
        found.unwrap_or_default()
    });
    let choose = move |at: usize| {
        if let Some(hit) = hits.with_untracked(|hits| hits.get(at).cloned()) {
            nav.go(View::country(atlas.country(hit.country).code));
            query.set(String::new());
            open.set(false);
            active.set(None);
        }
    };
    let on_key = move |event: KeyboardEvent| {
        let n = hits.with_untracked(Vec::len);
        match event.key().as_str() {
            key @ ("ArrowDown" | "ArrowUp") => {
                event.prevent_default();
                open.set(true);
                active.update(|active| *active = beside(*active, n, key == "ArrowDown"));
            }
            "Enter" => {
                event.prevent_default();
                choose(active.get_untracked().unwrap_or(0));
            }
            "Escape" => {
                // First the list goes, then what was typed.
                if !open.get_untracked() || n == 0 {
                    query.set(String::new());
                }
                open.set(false);
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
    let on_choose = move |event: MouseEvent| {
        if let Some(at) =
            closest(&event, "[data-at]").and_then(|hit| hit.get_attribute("data-at")?.parse().ok())
        {
            choose(at);
        }
    };
    let asked = Memo::new(move |_| open.get() && !query.with(|query| query.trim().is_empty()));
    let listed = Memo::new(move |_| asked.get() && !hits.with(Vec::is_empty));
    let list = NodeRef::<Ul>::new();
    fill(list, move || {
        let active = active.get();
        hits.get().iter().enumerate().map(|(at, hit)| option(atlas, at, hit, active == Some(at))).collect()
    });
    let none = text(move || match asked.get() && !listed.get() {
        true => "No country or territory of that name".to_owned(),
        false => String::new(),
    });
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
                aria-expanded=text(move || listed.get().to_string())
                aria-activedescendant=text(move || active.get().map(|at| format!("search-{at}")).unwrap_or_default())
                prop:value=query
                on:input=on_input
                on:keydown=on_key
                on:focus=move |_| open.set(true)
                on:blur=move |_| open.set(false)
            />
            <ul
                id="search-hits"
                role="listbox"
                aria-label="Countries and territories"
                node_ref=list
                hidden=flag(move || !listed.get())
                // A press would take the focus from the field before the click is made.
                on:mousedown=move |event| event.prevent_default()
                on:click=on_choose
            ></ul>
            <p class="search-none" role="status" hidden=flag(move || none.with(String::is_empty))>{none}</p>
        </div>
    }
}

/// The next or the previous of `n` options, around the ends.
fn beside(at: Option<usize>, n: usize, forwards: bool) -> Option<usize> {
    match (at, forwards) {
        _ if n == 0 => None,
        (None, true) => Some(0),
        (None, false) => Some(n - 1),
        (Some(at), true) => Some((at + 1) % n),
        (Some(at), false) => Some((at + n - 1) % n),
    }
}

fn option(atlas: &Atlas, at: usize, hit: &Hit, active: bool) -> Node {
    let cell = atlas.cell(hit.country, atlas.latest());
    let also = hit.also.as_ref().map(|also| el("span").class("also").with(format!(" ({also})")));
    let standing = match cell {
        Cell::Placed(tier) => tier.name(),
        _ => "Not in the newest edition",
    };
    el("li")
        .attr("id", format!("search-{at}"))
        .attr("role", "option")
        .attr("data-at", at.to_string())
        .attr("data-tier", cell.code())
        .attr("aria-selected", if active { "true" } else { "false" })
        .with(parts::symbol(cell.tier()))
        .with(el("span").class("hit-name").with(atlas.country(hit.country).name.clone()).maybe(also))
        .with(el("span").class("hit-tier").with(standing))
        .into()
}
