//! The page in the browser: nodes put into it, small changes to it, the addresses of the site.
//!
//! Text is put in as text and never parsed as HTML. [`Nodes`] is a tree of nodes as a Leptos view; nothing else here knows of
//! Leptos.

pub mod address;
pub mod file;
pub mod language;
mod nodes;
mod patch;
pub mod state;
pub mod style;
mod view;
pub mod words_file;

use wasm_bindgen::{JsCast, JsValue};

pub use nodes::put;
pub use patch::patch;
pub use view::{Nodes, adopt, adopted, adopting, composes, switch};

/// The page's document. Without one there is no page, and nothing here is called.
pub fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}

/// The element with an id.
pub fn by_id(id: &str) -> Option<web_sys::Element> {
    document()?.get_element_by_id(id)
}

/// For those who look into the browser's console.
pub fn log(message: &str) {
    web_sys::console::error_1(&JsValue::from_str(message));
}

/// A text in lower case and decomposed (Unicode NFD), by the browser's own means: as [`tip::search`] wants it.
pub fn plain(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    js_sys::JsString::from(text).to_lower_case().normalize("NFD").into()
}

/// The element that an event is about, or one around it, that fits a selector.
pub fn closest(event: &web_sys::Event, selector: &str) -> Option<web_sys::Element> {
    let target: web_sys::Element = event.target()?.dyn_into().ok()?;
    target.closest(selector).ok().flatten()
}

/// Moves the focus to an element, HTML or SVG, by its id.
pub fn focus(id: &str) {
    if let Some(element) = by_id(id) {
        focus_on(&element);
    }
}

/// Moves the focus to an element, HTML or SVG.
pub fn focus_on(element: &web_sys::Element) {
    let moved = match element.dyn_ref::<web_sys::HtmlElement>() {
        Some(element) => element.focus(),
        None => element.unchecked_ref::<web_sys::SvgElement>().focus(),
    };
    if moved.is_err() {
        log("the focus could not be moved");
    }
}

/// Moves the focus to the first element in a place that fits a selector.
pub fn focus_on_first(place: &web_sys::Element, selector: &str) {
    if let Ok(Some(element)) = place.query_selector(selector) {
        focus_on(&element);
    }
}

/// Sets an attribute.
pub fn set(node: &web_sys::Element, name: &str, value: &str) {
    if node.set_attribute(name, value).is_err() {
        log("a node could not be changed");
    }
}

/// Sets an attribute of the element with an id, or takes it away. Where a page keeps several of its nodes up
/// to date, one effect that calls this is a tenth of the code of as many reactive attributes.
pub fn set_of(id: &str, name: &str, value: Option<&str>) {
    let Some(node) = by_id(id) else { return };
    // Reading costs less than a write, after which the browser computes styles anew.
    if node.get_attribute(name).as_deref() == value {
        return;
    }
    match value {
        Some(value) => set(&node, name, value),
        None => {
            if node.remove_attribute(name).is_err() {
                log("a node could not be changed");
            }
        }
    }
}

/// Sets or takes away an attribute that has no value: `hidden`, `disabled`.
pub fn flag_of(id: &str, name: &str, on: bool) {
    set_of(id, name, on.then_some(""));
}

/// Sets the text of the element with an id.
pub fn text_of(id: &str, text: &str) {
    if let Some(node) = by_id(id)
        && node.text_content().as_deref() != Some(text)
    {
        node.set_text_content(Some(text));
    }
}

/// The text of the element with an id, for what changes often: the text node is looked up once, and written only where the
/// text is another than the last one.
#[derive(Debug)]
pub struct Text {
    id: String,
    node: Option<web_sys::Node>,
    last: String,
}

impl Text {
    /// Of the element with an id, which may not be in the page yet.
    pub fn of(id: &str) -> Text {
        Text { id: id.to_owned(), node: None, last: String::new() }
    }

    /// Sets the text.
    pub fn set(&mut self, text: &str) {
        if self.node.is_none() {
            let Some(place) = by_id(&self.id) else { return };
            self.last = place.text_content().unwrap_or_default();
            if self.last.is_empty() {
                place.set_text_content(Some(text));
                text.clone_into(&mut self.last);
            }
            self.node = place.first_child();
        }
        if let Some(node) = &self.node
            && self.last != text
        {
            node.set_node_value(Some(text));
            text.clone_into(&mut self.last);
        }
    }
}

/// Returns the text of an input field or the choice of a select, or an empty text where there is no such field.
pub fn value(id: &str) -> String {
    let Some(node) = by_id(id) else { return String::new() };
    match node.dyn_ref::<web_sys::HtmlInputElement>() {
        Some(input) => input.value(),
        None => node.dyn_ref::<web_sys::HtmlSelectElement>().map(|select| select.value()).unwrap_or_default(),
    }
}

/// Sets the text of an input field.
pub fn value_of(id: &str, value: &str) {
    if let Some(input) = by_id(id).and_then(|node| node.dyn_into::<web_sys::HtmlInputElement>().ok())
        && input.value() != value
    {
        input.set_value(value);
    }
}

/// Moves the focus to an input field and selects what is in it.
pub fn select(id: &str) {
    focus(id);
    if let Some(input) = by_id(id).and_then(|node| node.dyn_into::<web_sys::HtmlInputElement>().ok()) {
        input.select();
    }
}

/// Puts a text into the clipboard, where the browser has one (not on pages without https) and lets us. Whether
/// it is there.
pub async fn copied(text: &str) -> bool {
    let Some(navigator) = web_sys::window().map(|window| window.navigator()) else { return false };
    match js_sys::Reflect::get(&navigator, &"clipboard".into()) {
        Ok(clipboard) if !clipboard.is_undefined() => {
            wasm_bindgen_futures::JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok()
        }
        _ => false,
    }
}

/// Sets the title of the document.
pub fn title(text: &str) {
    if let Some(document) = document() {
        let title = format!("{text} · Tier Atlas");
        if document.title() != title {
            document.set_title(&title);
        }
    }
}

/// Whether the reader asked for less motion.
pub fn reduced_motion() -> bool {
    web_sys::window()
        .and_then(|window| window.match_media("(prefers-reduced-motion: reduce)").ok().flatten())
        .is_some_and(|query| query.matches())
}

/// Whether the reader asked for fewer bytes.
pub fn saves_data() -> bool {
    let Some(navigator) = web_sys::window().map(|window| window.navigator()) else { return false };
    let of = |object: &JsValue, name: &str| js_sys::Reflect::get(object, &name.into()).unwrap_or_default();
    of(&of(&navigator, "connection"), "saveData").is_truthy()
}

/// Runs a function when the browser is idle, or after two seconds if it has no `requestIdleCallback`.
pub fn when_idle(run: impl FnOnce() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let run = wasm_bindgen::closure::Closure::once_into_js(run);
    let has = js_sys::Reflect::has(&window, &"requestIdleCallback".into()).unwrap_or(false);
    let set = match has {
        true => window.request_idle_callback(run.unchecked_ref()).map(drop),
        false => {
            window.set_timeout_with_callback_and_timeout_and_arguments_0(run.unchecked_ref(), 2000).map(drop)
        }
    };
    if set.is_err() {
        log("the browser does not wait");
    }
}
