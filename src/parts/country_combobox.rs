//! A field that finds a country by its name or code: a combobox, as the ARIA Authoring Practices describe it (list with manual
//! selection). The header and the comparison have one each.

use dom::language::words;
use dom::{Nodes, closest, flag_of, set_of, value_of};
use leptos::prelude::*;
use page::search::{Asked, MOST, combobox};
use page::{Node, State, el};
use tip::{Atlas, Code, permalink};
use wasm_bindgen::JsCast;
use web_sys::{Event, FocusEvent, HtmlInputElement, KeyboardEvent};
use words::say;

use super::country_names;
use crate::nav::use_nav;
use crate::reactive::{effect, fill};
use crate::store::use_store;

/// Takes the country that a reader chose.
pub type Choose = Box<dyn Fn(Code) + Send + Sync>;

/// The field.
#[component]
pub fn CountryCombobox(
    /// The atlas.
    atlas: &'static Atlas,
    /// Its id, with which the ids of what belongs to it begin.
    field: &'static str,
    /// What it is called.
    label: String,
    /// The placeholder.
    placeholder: String,
    /// Takes the country that a reader chose.
    choose: Choose,
    /// Whether what is no country's name can be looked for in findings and excerpts.
    #[prop(optional)]
    in_words: bool,
) -> impl IntoView {
    let (nav, store) = (use_nav(), use_store());
    let choose = StoredValue::new(choose);
    let (hits, none) = (leaked(field, "hits"), leaked(field, "none"));
    // What was typed before the app was here.
    let query = if dom::adopting() { dom::value(field) } else { String::new() };
    let state = RwSignal::new(Asked { query: query.clone(), ..Asked::default() });
    let typed = RwSignal::new(String::new());
    let ask = move |query: String| {
        state.update(|state| {
            state.query.clone_from(&query);
            state.undecided = false;
        });
        if state.with_untracked(|state| state.failed) {
            store.try_again();
        }
        typed.set(query);
    };
    if !query.is_empty() {
        ask(query);
    }
    effect(move || {
        let query = typed.get();
        if query.is_empty() {
            return;
        }
        let found = country_names::find(atlas, store, &query, MOST);
        // What was typed was taken or given up meanwhile.
        if state.with_untracked(|state| state.query != query) {
            return;
        }
        let edition = permalink::edition(atlas, nav.view_untracked().year());
        match found {
            Ok(hits) => {
                state.set(Asked { query, hits, open: true, edition: Some(edition), ..Asked::default() });
            }
            Err(State::Failed(_)) => state.update(|state| state.failed = true),
            Err(_) => {}
        }
    });
    let take = move |at: usize| {
        let chosen =
            state.with_untracked(|state| state.hits.get(at).map(|hit| atlas.country(hit.country).code));
        if let Some(code) = chosen {
            state.set(Asked::default());
            choose.with_value(|choose| choose(code));
        }
    };
    // Only what was chosen, or what alone can be meant, is taken. Else all that fits is shown.
    let enter = move || {
        let chosen = state.with_untracked(|state| state.active.or_else(|| state.sure()));
        match chosen {
            Some(at) => take(at),
            None if in_words => {
                let year = nav.view_untracked().year();
                if let Some(view) = state.with_untracked(|state| state.all(year)) {
                    state.set(Asked::default());
                    nav.go(view);
                }
            }
            None => state.update(|state| {
                state.undecided = !state.hits.is_empty();
                state.open = true;
            }),
        }
    };
    let on_key = move |event: &KeyboardEvent| match event.key().as_str() {
        key @ ("ArrowDown" | "ArrowUp") => {
            event.prevent_default();
            state.update(|state| state.walk(key == "ArrowDown"));
        }
        "Enter" if closest(event, "input").is_some() => {
            event.prevent_default();
            enter();
        }
        "Escape" => state.update(Asked::leave),
        _ => {}
    };
    let on_click = move |event: &Event| {
        // A click into the field is no choice.
        if closest(event, "input").is_some() {
            return;
        }
        let hit = closest(event, "[data-at]").and_then(|hit| hit.get_attribute("data-at"));
        match hit.and_then(|at| at.parse().ok()) {
            Some(at) => take(at),
            // The way to the search in words leads there by itself.
            None => state.set(Asked::default()),
        }
    };
    let leave = move |event: &Event| {
        let to = event.dyn_ref::<FocusEvent>().and_then(FocusEvent::related_target);
        let to = to.and_then(|to| to.dyn_into::<web_sys::Element>().ok());
        // The way to the search in words is a part of the field.
        let stays = to.and_then(|to| to.closest(".combobox").ok().flatten());
        if stays.is_none_or(|stays| dom::by_id(field).is_none_or(|input| !stays.contains(Some(&input)))) {
            state.update(|state| state.open = false);
        }
    };
    let on_input = move |event: &Event| {
        let input = closest(event, "input").and_then(|input| input.dyn_into::<HtmlInputElement>().ok());
        if let Some(input) = input {
            ask(input.value());
        }
    };
    let focused = move |event: &Event| {
        if closest(event, "input").is_some() {
            state.update(|state| state.open = true);
        }
    };
    // A press would take the focus from the field before the click is made.
    let pressed = |event: &Event| {
        if closest(event, "input").is_none() {
            event.prevent_default();
        }
    };
    fill(hits, move || state.with(|state| state.options(atlas, field)));
    fill(none, move || state.with(|state| vain(state, in_words)));
    effect(move || {
        state.with(|state| {
            let active = state.active.map(|at| format!("{field}-{at}"));
            set_of(field, "aria-activedescendant", active.as_deref());
            set_of(field, "aria-expanded", Some(if state.is_listed() { "true" } else { "false" }));
            value_of(field, &state.query);
            flag_of(hits, "hidden", !state.is_listed());
            flag_of(none, "hidden", !(state.is_in_vain() || state.failed || state.undecided));
        });
    });
    Nodes::new(move || combobox(words(), field, label.clone(), placeholder.clone()))
        .on_key(on_key)
        .on("click", on_click)
        .on("focusout", leave)
        .on("input", on_input)
        .on("focusin", focused)
        .on("mousedown", pressed)
}

/// That nothing fits, and the way to look for it in words; or that the names did not arrive.
fn vain(state: &Asked, in_words: bool) -> Vec<Node> {
    if state.failed {
        return vec![el("span").attr("role", "status").with(say!(words(), SHARE_LATE)).into()];
    }
    if state.undecided {
        return vec![el("span").attr("role", "status").with(say!(words(), SHELL_UNDECIDED)).into()];
    }
    match (in_words, state.is_in_vain()) {
        (true, _) => state.vain(words()),
        (false, true) => vec![el("span").attr("role", "status").with(say!(words(), SHELL_NOT_FOUND)).into()],
        (false, false) => Vec::new(),
    }
}

/// An id for as long as the browser's page lives; there are two fields.
fn leaked(field: &str, what: &str) -> &'static str {
    Box::leak(format!("{field}-{what}").into_boxed_str())
}
