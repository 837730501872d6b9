//! Charts and grids that keys walk: one item of each can be reached with the Tab key, the others from there.
//!
//! Where the stop is moved to, and what cells are called, is not in the page's tree of nodes; so both are taken
//! back before the tree is changed ([`restore`]), and done again after ([`Held::again`]).

use wasm_bindgen::JsCast;

use crate::files;

/// The item before or after one, in the same row.
pub fn beside(item: &web_sys::Element, forwards: bool) -> Option<web_sys::Element> {
    let cell = cell(item);
    let next = if forwards { cell.next_element_sibling() } else { cell.previous_element_sibling() };
    next.and_then(item_in)
}

/// The item in the same column of the next row that has items.
pub fn above(item: &web_sys::Element, walk: &web_sys::Element, down: bool) -> Option<web_sys::Element> {
    let column = column(item);
    let row = cell(item).parent_element()?;
    let rows = elements(walk, "tr");
    let at = rows.iter().position(|known| *known == row)?;
    let (before, after) = rows.split_at(at);
    let find = |row: &web_sys::Element| row.children().item(column).and_then(item_in);
    match down {
        true => after.iter().skip(1).find_map(find),
        false => before.iter().rev().find_map(find),
    }
}

/// The first or the last item: of a grid's row, of a chart.
pub fn end(item: &web_sys::Element, walk: &web_sys::Element, last: bool) -> Option<web_sys::Element> {
    let row = cell(item).closest("tr").ok().flatten().unwrap_or_else(|| walk.clone());
    let items = elements(&row, "[tabindex]");
    if last { items.last().cloned() } else { items.first().cloned() }
}

/// Has the Tab key reach an item, and no other of its walk.
pub fn stop_at(walk: &web_sys::Element, item: &web_sys::Element) {
    for before in elements(walk, "[tabindex='0']") {
        // What the tree has for a stop is told by this from what was moved.
        let moved = !elements(walk, "[data-stop]").is_empty();
        if !moved {
            dom::set(&before, "data-stop", "");
        }
        dom::set(&before, "tabindex", "-1");
    }
    dom::set(item, "tabindex", "0");
}

/// Gives a cell of the grid its name, by its country and edition as they are now.
pub fn name(item: &web_sys::Element) {
    if let (Some((country, edition)), Ok(atlas)) = (of_cell(item), files::atlas()) {
        let name = &atlas.country(country).name;
        let told = page::country::point_told(atlas, country, edition);
        dom::set(item, "aria-label", &format!("{name}, {told}"));
    }
}

/// Which country and edition a cell of the grid stands for.
pub fn of_cell(cell: &web_sys::Element) -> Option<(tip::CountryId, tip::EditionId)> {
    if cell.tag_name() != "TD" {
        return None;
    }
    let atlas = files::atlas().ok()?;
    let code = cell.parent_element()?.get_attribute("data-iso3")?;
    let country = atlas.find(tip::Code::parse(&code)?)?;
    let at = usize::try_from(column(cell)).ok()?.checked_sub(1)?;
    Some((country.id, atlas.editions().get(at)?.id))
}

/// Which cell of a grid has the focus: by its country, since rows change their places.
#[derive(Debug)]
pub struct Held {
    code: String,
    column: u32,
}

/// Takes back what is not in the tree: names, stops that were moved, what lines say. Returns the cell in focus.
pub fn restore(place: &web_sys::Element) -> Option<Held> {
    let focused = elements(place, "[data-rove=grid] td:focus").pop();
    let held = focused.and_then(|cell| {
        Some(Held { code: cell.parent_element()?.get_attribute("data-iso3")?, column: column(&cell) })
    });
    for cell in elements(place, "td[aria-label]") {
        remove(&cell, "aria-label");
    }
    for walk in elements(place, "[data-rove]") {
        for stop in elements(&walk, "[data-stop]") {
            for moved in elements(&walk, "[tabindex='0']") {
                dom::set(&moved, "tabindex", "-1");
            }
            dom::set(&stop, "tabindex", "0");
            remove(&stop, "data-stop");
        }
    }
    for line in elements(place, ".pointed-at") {
        line.set_text_content(None);
    }
    held
}

impl Held {
    /// Gives the cell the focus and the stop again, wherever its row is now; `false` where it is no more.
    pub fn again(&self, place: &web_sys::Element) -> bool {
        let row = elements(place, &format!("[data-rove=grid] tr[data-iso3={}]", self.code)).pop();
        let cell = row.and_then(|row| row.children().item(self.column));
        let walk = cell.as_ref().and_then(|cell| cell.closest("[data-rove]").ok().flatten());
        if let (Some(cell), Some(walk)) = (&cell, walk) {
            stop_at(&walk, cell);
            dom::focus_on(cell);
            name(cell);
        }
        cell.is_some()
    }
}

fn remove(node: &web_sys::Element, attribute: &str) {
    if node.remove_attribute(attribute).is_err() {
        dom::log("a node could not be changed");
    }
}

/// The element that stands in a row for an item: the cell around it, in a grid.
fn cell(item: &web_sys::Element) -> web_sys::Element {
    item.closest("td, th").ok().flatten().unwrap_or_else(|| item.clone())
}

/// The item that an element is or holds.
fn item_in(element: web_sys::Element) -> Option<web_sys::Element> {
    if element.has_attribute("tabindex") {
        return Some(element);
    }
    element.query_selector("[tabindex]").ok().flatten()
}

/// How many elements stand before an item's cell in its row.
fn column(item: &web_sys::Element) -> u32 {
    let before =
        std::iter::successors(cell(item).previous_element_sibling(), |cell| cell.previous_element_sibling());
    u32::try_from(before.count()).unwrap_or_default()
}

fn elements(place: &web_sys::Element, selector: &str) -> Vec<web_sys::Element> {
    let Ok(list) = place.query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|at| list.item(at)?.dyn_into().ok()).collect()
}
