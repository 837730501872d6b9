//! A field that finds a country by its name or code: a combobox, as the ARIA Authoring Practices describe it (list with manual
//! selection). The header and the comparison have one each.

use dom::language::words;
use dom::{Nodes, closest, flag_of, set_of, value_of};
use leptos::prelude::*;
use leptos::task::spawn_local;
use page::search::{Asked, MOST, combobox};
use page::{Node, el};
use tip::search::{Hit, Index};
use tip::{Atlas, Code};
use wasm_bindgen::JsCast;
use web_sys::{Event, FocusEvent, HtmlInputElement, KeyboardEvent};
use words::say;

use crate::nav::use_nav;
use crate::part::part;
use crate::reactive::{effect, fill};

/// Finds countries by what was typed, best first.
type Find = Box<dyn Fn(&str) -> Vec<Hit>>;

part!(tools: fn(&'static Atlas) -> Find = finder);

/// The index of all names; made when a field is first used, not before the map is painted.
fn finder(atlas: &'static Atlas) -> Find {
    let index = Index::new(atlas, dom::plain, dom::language::also_named());
    Box::new(move |query| index.find(&dom::plain(query), MOST))
}

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
    let nav = use_nav();
    let choose = StoredValue::new(choose);
    let (hits, none) = (leaked(field, "hits"), leaked(field, "none"));
    let find = StoredValue::new_local(None::<Find>);
    // What was typed before the app was here.
    let query = if dom::adopting() { dom::value(field) } else { String::new() };
    let state = RwSignal::new(Asked { query: query.clone(), ..Asked::default() });
    if !query.is_empty() {
        ask(atlas, state, find, query);
    }
    let take = move |at: usize| {
        let chosen =
            state.with_untracked(|state| state.hits.get(at).map(|hit| atlas.country(hit.country).code));
        let words = state.with_untracked(Asked::in_words).filter(|_| in_words);
        match (chosen, words) {
            (Some(code), _) => choose.with_value(|choose| choose(code)),
            (None, Some(view)) => nav.go(view),
            (None, None) => return,
        }
        state.set(Asked::default());
    };
    let on_key = move |event: &KeyboardEvent| match event.key().as_str() {
        key @ ("ArrowDown" | "ArrowUp") => {
            event.prevent_default();
            state.update(|state| state.walk(key == "ArrowDown"));
        }
        "Enter" => {
            event.prevent_default();
            take(state.with_untracked(|state| state.active.unwrap_or(0)));
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
    let typed = move |event: &Event| {
        let input = closest(event, "input").and_then(|input| input.dyn_into::<HtmlInputElement>().ok());
        if let Some(input) = input {
            ask(atlas, state, find, input.value());
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
            flag_of(none, "hidden", !(state.is_in_vain() || state.failed));
        });
    });
    Nodes::new(move || combobox(words(), field, label.clone(), placeholder.clone()))
        .on_key(on_key)
        .on("click", on_click)
        .on("focusout", leave)
        .on("input", typed)
        .on("focusin", focused)
        .on("mousedown", pressed)
}

/// Finds what was typed, once the index of names is here.
fn ask(
    atlas: &'static Atlas,
    state: RwSignal<Asked>,
    find: StoredValue<Option<Find>, LocalStorage>,
    query: String,
) {
    state.update(|state| state.query.clone_from(&query));
    spawn_local(async move {
        if find.try_with_value(Option::is_none) == Some(true) {
            match part().await {
                Ok(finder) => find.set_value(Some(finder(atlas))),
                Err(_) => {
                    state.try_update(|state| state.failed = true);
                    return;
                }
            }
        }
        // What was typed meanwhile is asked for by itself.
        if state.try_with_untracked(|state| state.query == query) == Some(true) {
            let hits = find.try_with_value(|find| find.as_ref().map(|find| find(&query)));
            let hits = hits.flatten().unwrap_or_default();
            state.try_set(Asked { query, hits, open: true, active: None, failed: false });
        }
    });
}

/// That nothing fits, and the way to look for it in words; or that the names did not arrive.
fn vain(state: &Asked, in_words: bool) -> Vec<Node> {
    if state.failed {
        return vec![el("span").attr("role", "status").with(say!(words(), SHARE_LATE)).into()];
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
