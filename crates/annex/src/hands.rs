//! What a reader does: keys that walk charts and grids, fields that lead to a view, pointing that tells.

use tip::permalink::View;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use crate::{door, files, pins, room, share};

/// Listens for as long as the browser's page lives.
pub fn listen() {
    let Some(document) = dom::document() else { return };
    on(&document, "annex-view", |_| room::show());
    on(&document, "change", choose);
    on(&document, "keydown", key);
    on(&document, "click", click);
    on(&document, "focusin", point);
    on(&document, "pointerover", point);
    if let Some(window) = web_sys::window() {
        on(&window, "resize", |_| room::show());
    }
}

fn on(target: &web_sys::EventTarget, name: &str, run: fn(&web_sys::Event)) {
    let listener = Closure::<dyn Fn(web_sys::Event)>::new(move |event| run(&event));
    if target.add_event_listener_with_callback(name, listener.as_ref().unchecked_ref()).is_err() {
        dom::log("the page cannot be listened to");
    }
    listener.forget();
}

/// A field whose options lead to views.
fn choose(event: &web_sys::Event) {
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
    let Some(item) = dom::closest(event, "#annex [data-rove] [tabindex]") else { return };
    let Ok(Some(walk)) = item.closest("[data-rove]") else { return };
    let grid = walk.get_attribute("data-rove").as_deref() == Some("grid");
    let to = match event.key().as_str() {
        "ArrowLeft" => beside(&item, false),
        "ArrowRight" => beside(&item, true),
        "ArrowUp" if grid => above(&item, false),
        "ArrowDown" if grid => above(&item, true),
        "Home" => walk_end(&item, &walk, grid, false),
        "End" => walk_end(&item, &walk, grid, true),
        // Links open by themselves.
        "Enter" | " " if grid => {
            event.prevent_default();
            mark(&item);
            return;
        }
        _ => return,
    };
    event.prevent_default();
    if let Some(to) = to {
        dom::set(&item, "tabindex", "-1");
        dom::set(&to, "tabindex", "0");
        dom::focus_on(&to);
    }
}

/// The item before or after one, in the same row.
fn beside(item: &web_sys::Element, forwards: bool) -> Option<web_sys::Element> {
    let next = if forwards { item.next_element_sibling() } else { item.previous_element_sibling() };
    next.filter(|next| next.has_attribute("tabindex"))
}

/// The item in the same column of the next row that has items.
fn above(item: &web_sys::Element, down: bool) -> Option<web_sys::Element> {
    let column = column(item);
    let mut row = item.parent_element()?;
    loop {
        row = if down { row.next_element_sibling()? } else { row.previous_element_sibling()? };
        if let Some(found) = row.children().item(column).filter(|found| found.has_attribute("tabindex")) {
            return Some(found);
        }
    }
}

/// How many elements stand before this one in its row.
fn column(item: &web_sys::Element) -> u32 {
    let before =
        std::iter::successors(item.previous_element_sibling(), |before| before.previous_element_sibling());
    u32::try_from(before.count()).unwrap_or_default()
}

/// The first or the last item: of a grid's row, of a chart.
fn walk_end(
    item: &web_sys::Element,
    walk: &web_sys::Element,
    grid: bool,
    last: bool,
) -> Option<web_sys::Element> {
    let row = if grid { item.parent_element()? } else { walk.clone() };
    let items = row.query_selector_all("[tabindex]").ok()?;
    let at = if last { items.length().checked_sub(1)? } else { 0 };
    items.item(at)?.dyn_into().ok()
}

/// Which country and year a cell of the grid stands for.
fn of_cell(cell: &web_sys::Element) -> Option<(tip::CountryId, tip::EditionId)> {
    let atlas = files::atlas().ok()?;
    let code = cell.parent_element()?.get_attribute("data-iso3")?;
    let country = atlas.find(tip::Code::parse(&code)?)?;
    let at = usize::try_from(column(cell)).ok()?.checked_sub(1)?;
    Some((country.id, atlas.editions().get(at)?.id))
}

/// Marks a cell's country and edition in all views of the page, or takes the mark away.
fn mark(cell: &web_sys::Element) {
    let (Some((country, edition)), Some(View::Trends(view)), Ok(atlas)) =
        (of_cell(cell), door::view(), files::atlas())
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

/// What is pointed at or focused is told in its figure's line, and a cell of the grid gets its name.
fn point(event: &web_sys::Event) {
    let Some(item) = dom::closest(event, "#annex [data-rove] [tabindex]") else { return };
    if !item.has_attribute("aria-label")
        && let (Some((country, edition)), Ok(atlas)) = (of_cell(&item), files::atlas())
    {
        let name = &atlas.country(country).name;
        dom::set(
            &item,
            "aria-label",
            &format!("{name}, {}", page::country::point_name(atlas, country, edition)),
        );
    }
    let said = item.get_attribute("aria-label").unwrap_or_default();
    let place = item.closest("figure, section").ok().flatten();
    if let Some(line) = place.and_then(|place| place.query_selector(".readout").ok().flatten()) {
        line.set_text_content(Some(&said));
    }
}
