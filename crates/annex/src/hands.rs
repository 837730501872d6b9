//! What a reader does: keys that walk charts and grids, fields that lead to a view, pointing that tells.

use std::cell::RefCell;

use tip::permalink::View;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use crate::{door, files, pins, room, rove, seek, share};

/// Listens for as long as the browser's page lives.
pub fn listen() {
    let Some(document) = dom::document() else { return };
    on(&document, "annex-view", |_| room::show());
    on(&document, "change", choose);
    on(&document, "submit", send);
    on(&document, "keydown", key);
    on(&document, "click", click);
    on(&document, "focusin", point);
    on(&document, "pointerover", point);
    on(&document, "focusout", unpoint);
    on(&document, "pointerout", unpoint);
    if let Some(window) = web_sys::window() {
        on(&window, "resize", |_| room::show_if_resized());
    }
}

fn on(target: &web_sys::EventTarget, name: &str, run: fn(&web_sys::Event)) {
    let listener = Closure::<dyn Fn(web_sys::Event)>::new(move |event| run(&event));
    if target.add_event_listener_with_callback(name, listener.as_ref().unchecked_ref()).is_err() {
        dom::log("the page cannot be listened to");
    }
    listener.forget();
}

/// A search that was sent.
fn send(event: &web_sys::Event) {
    if let Some(form) = dom::closest(event, "#annex form[data-search]") {
        event.prevent_default();
        seek::ask(&form);
    }
}

/// A field whose options lead to views, or narrow a search.
fn choose(event: &web_sys::Event) {
    if let Some(form) = dom::closest(event, "#annex form[data-search] select")
        .and_then(|field| field.closest("form").ok().flatten())
    {
        seek::ask(&form);
    }
    let field = dom::closest(event, "#annex select[data-go]");
    if let Some(field) = field.and_then(|field| field.dyn_into::<web_sys::HtmlSelectElement>().ok()) {
        door::go(&field.value());
    }
}

fn click(event: &web_sys::Event) {
    if share::click(event) {
        return;
    }
    let pin = dom::closest(event, "#annex [data-pin]").and_then(|pin| pin.get_attribute("data-pin"));
    if let Some(code) = pin.as_deref().and_then(tip::Code::parse) {
        pins::toggle(code);
        room::show();
    } else if dom::closest(event, "#annex [data-again]").is_some() {
        files::again();
        room::show();
    } else if let Some(cell) = dom::closest(event, "#annex [data-rove=grid] td") {
        mark(&cell);
    }
}

fn key(event: &web_sys::Event) {
    let Some(event) = event.dyn_ref::<web_sys::KeyboardEvent>() else { return };
    // With these, keys are the browser's.
    if event.alt_key() || event.ctrl_key() || event.meta_key() {
        return;
    }
    let Some(item) = dom::closest(event, "#annex [data-rove] [tabindex]") else { return };
    let Ok(Some(walk)) = item.closest("[data-rove]") else { return };
    let grid = walk.get_attribute("data-rove").as_deref() == Some("grid");
    let to = match event.key().as_str() {
        "ArrowLeft" => rove::beside(&item, false),
        "ArrowRight" => rove::beside(&item, true),
        "ArrowUp" if grid => rove::above(&item, &walk, false),
        "ArrowDown" if grid => rove::above(&item, &walk, true),
        "Home" => rove::end(&item, &walk, false),
        "End" => rove::end(&item, &walk, true),
        // Links open by themselves.
        "Enter" | " " if item.tag_name() == "TD" => {
            event.prevent_default();
            mark(&item);
            return;
        }
        _ => return,
    };
    event.prevent_default();
    if let Some(to) = to {
        rove::stop_at(&walk, &to);
        dom::focus_on(&to);
    }
}

/// Marks a cell's country and edition in all views of the page, or takes the mark away.
fn mark(cell: &web_sys::Element) {
    let (Some((country, edition)), Some(View::Trends(view)), Ok(atlas)) =
        (rove::of_cell(cell), door::view(), files::atlas())
    else {
        return;
    };
    let (code, year) = (Some(atlas.country(country).code), Some(atlas.year(edition)));
    let again = (view.country, view.year) == (code, year);
    let marked = tip::permalink::TrendsView {
        country: code.filter(|_| !again),
        year: year.filter(|_| !again),
        ..view
    };
    door::go(&View::Trends(marked).to_string());
}

/// What is pointed at or focused is told in its figure's line, and a cell of the grid gets its name. The names of sources
/// are fetched by who points at the first placement.
fn point(event: &web_sys::Event) {
    if dom::closest(event, "#annex [data-tier]").is_some() {
        files::sources();
    }
    if let Some(item) = dom::closest(event, "#annex [data-rove] [tabindex]") {
        tell(&item);
        POINTED.set(Some(item));
    }
}

thread_local! {
    /// What is told in a line now.
    static POINTED: RefCell<Option<web_sys::Element>> = const { RefCell::new(None) };
}

fn tell(item: &web_sys::Element) {
    rove::name(item);
    if let Some(line) = line_of(item) {
        line.set_text_content(item.get_attribute("aria-label").as_deref());
    }
}

/// Tells what is pointed at again, after the page was changed under the pointer.
pub fn tell_again() {
    POINTED.with_borrow(|item| {
        if let Some(item) = item.as_ref().filter(|item| item.is_connected()) {
            tell(item);
        }
    });
}

/// What is pointed at no more is told no more.
fn unpoint(event: &web_sys::Event) {
    let item = dom::closest(event, "#annex [data-rove] [tabindex]");
    if let Some(line) = item.and_then(|item| line_of(&item)) {
        line.set_text_content(None);
    }
    POINTED.set(None);
}

/// The line of the figure that an item stands in; nothing else writes there.
fn line_of(item: &web_sys::Element) -> Option<web_sys::Element> {
    item.closest("figure, section").ok()??.query_selector(".pointed-at").ok()?
}
