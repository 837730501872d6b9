//! The field that adds a country to a comparison: a combobox like the search in the header.

use std::cell::RefCell;

use page::search::{Asked, MOST};
use page::{Node, el};
use tip::Atlas;
use tip::permalink::View;
use tip::search::Index;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use words::say;

use crate::door;

#[derive(Default)]
struct Picker {
    index: Option<Index>,
    asked: Asked,
}

thread_local! {
    static PICKER: RefCell<Picker> = RefCell::default();
}

/// Puts the field into its place, where the page has one that is empty.
pub fn mount(atlas: &'static Atlas) {
    let Some(place) = dom::by_id("picker").filter(|place| place.child_element_count() == 0) else { return };
    let field = el("input")
        .attr("type", "text")
        .attr("role", "combobox")
        .attr("id", "pick")
        .attr("aria-label", say!(atlas.words(), COMPARE_ADD_LABEL))
        .attr("placeholder", say!(atlas.words(), COMPARE_ADD))
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("aria-autocomplete", "list")
        .attr("aria-controls", "pick-hits")
        .attr("aria-expanded", "false");
    let list = el("ul")
        .attr("id", "pick-hits")
        .class("search-hits")
        .attr("role", "listbox")
        .attr("aria-label", say!(atlas.words(), SHELL_FOUND))
        .attr("hidden", "");
    let none = el("p").attr("id", "pick-none").class("search-none").attr("role", "status").attr("hidden", "");
    dom::put(&place, &[Node::from(field), list.into(), none.into()]);
    PICKER.with_borrow_mut(|picker| picker.asked = Asked::default());
    let on = |id: &str, name: &str, run: fn(&'static Atlas, &web_sys::Event)| {
        let Some(node) = dom::by_id(id) else { return };
        let listener = Closure::<dyn Fn(web_sys::Event)>::new(move |event| run(atlas, &event));
        if node.add_event_listener_with_callback(name, listener.as_ref().unchecked_ref()).is_err() {
            dom::log("the field cannot be listened to");
        }
        listener.forget();
    };
    on("pick", "input", |atlas, event| {
        let field = event.target().and_then(|node| node.dyn_into::<web_sys::HtmlInputElement>().ok());
        ask(atlas, field.map(|field| field.value()).unwrap_or_default());
    });
    on("pick", "keydown", key);
    on("pick", "focus", |atlas, _| change(atlas, |asked| asked.open = true));
    on("pick", "blur", |atlas, _| change(atlas, |asked| asked.open = false));
    // A press would take the focus from the field before the click is made.
    on("pick-hits", "mousedown", |_, event| event.prevent_default());
    on("pick-hits", "click", |atlas, event| {
        let hit = dom::closest(event, "[data-at]").and_then(|hit| hit.get_attribute("data-at")?.parse().ok());
        if let Some(at) = hit {
            choose(atlas, at);
        }
    });
}

fn ask(atlas: &'static Atlas, query: String) {
    PICKER.with_borrow_mut(|picker| {
        let index =
            picker.index.get_or_insert_with(|| Index::new(atlas, dom::plain, dom::language::also_named()));
        let hits = index.find(&dom::plain(&query), MOST);
        picker.asked = Asked { query, hits, open: true, active: None };
    });
    draw(atlas);
}

fn change(atlas: &'static Atlas, how: impl FnOnce(&mut Asked)) {
    PICKER.with_borrow_mut(|picker| how(&mut picker.asked));
    draw(atlas);
}

fn key(atlas: &'static Atlas, event: &web_sys::Event) {
    let Some(event) = event.dyn_ref::<web_sys::KeyboardEvent>() else { return };
    match event.key().as_str() {
        key @ ("ArrowDown" | "ArrowUp") => {
            event.prevent_default();
            change(atlas, |asked| asked.walk(key == "ArrowDown"));
        }
        "Enter" => {
            event.prevent_default();
            choose(atlas, PICKER.with_borrow(|picker| picker.asked.active.unwrap_or(0)));
        }
        "Escape" => change(atlas, Asked::leave),
        _ => {}
    }
}

fn choose(atlas: &'static Atlas, at: usize) {
    let chosen = PICKER.with_borrow(|picker| picker.asked.hits.get(at).map(|hit| hit.country));
    if let (Some(country), Some(View::Compare(view))) = (chosen, door::view()) {
        change(atlas, |asked| *asked = Asked::default());
        door::go(&View::Compare(view.with(atlas.country(country).code)).to_string());
    }
}

fn draw(atlas: &Atlas) {
    PICKER.with_borrow(|Picker { asked, .. }| {
        let active = asked.active.map(|at| format!("pick-{at}"));
        dom::set_of("pick", "aria-activedescendant", active.as_deref());
        dom::set_of("pick", "aria-expanded", Some(if asked.is_listed() { "true" } else { "false" }));
        dom::value_of("pick", &asked.query);
        dom::flag_of("pick-hits", "hidden", !asked.is_listed());
        dom::flag_of("pick-none", "hidden", !asked.is_in_vain());
        let none = if asked.is_in_vain() { say!(atlas.words(), SHELL_NOT_FOUND) } else { String::new() };
        dom::text_of("pick-none", &none);
        if let Some(list) = dom::by_id("pick-hits") {
            dom::put(&list, &asked.options(atlas, "pick"));
        }
    });
}
