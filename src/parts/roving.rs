//! Roving tabindex (ARIA Authoring Practices): of the items of a chart, a grid or the map, the Tab key reaches one, and the
//! arrow keys move from there.
//!
//! Where a reader has moved a stop, which cell bears a name, and what is told in a line, is held here and laid over the
//! page's tree of nodes: taken off before the tree changes ([`Roving::lift`]), and laid on again after.

use leptos::prelude::*;
use tip::{Atlas, CountryId, EditionId};
use wasm_bindgen::JsCast;

use crate::store::Store;

/// Gives the Tab stop to another item.
pub fn move_stop(from: Option<&web_sys::Element>, to: &web_sys::Element) {
    if let Some(from) = from {
        dom::set(from, "tabindex", "-1");
    }
    dom::set(to, "tabindex", "0");
}

/// A stop that a reader has moved.
#[derive(Clone)]
struct Moved {
    /// The chart or grid.
    walk: web_sys::Element,
    /// The position in the tree.
    from: web_sys::Element,
    /// Where it is.
    to: web_sys::Element,
}

/// What lies over the tree.
#[derive(Default)]
struct Over {
    stops: Vec<Moved>,
    named: Vec<web_sys::Element>,
    /// The item that its figure's readout describes.
    readout: Option<web_sys::Element>,
}

/// The charts and grids of a page. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Roving {
    atlas: &'static Atlas,
    store: Store,
    over: StoredValue<Over, LocalStorage>,
}

/// Which cell of a grid has the focus: by its country, since rows change their places.
#[derive(Debug)]
pub struct Held {
    code: String,
    column: u32,
}

const ITEM: &str = "[data-rove] [tabindex]";

impl Roving {
    /// Nothing moved yet.
    pub fn new(atlas: &'static Atlas, store: Store) -> Roving {
        Roving { atlas, store, over: StoredValue::new_local(Over::default()) }
    }

    /// Moves the focus, and the stop with it, where a key asks for that.
    pub fn key(&self, event: &web_sys::KeyboardEvent) {
        // With these, keys are the browser's.
        if event.alt_key() || event.ctrl_key() || event.meta_key() {
            return;
        }
        let Some(item) = dom::closest(event, ITEM) else { return };
        let Ok(Some(walk)) = item.closest("[data-rove]") else { return };
        let grid = walk.get_attribute("data-rove").as_deref() == Some("grid");
        let to = match event.key().as_str() {
            "ArrowLeft" => beside(&item, false),
            "ArrowRight" => beside(&item, true),
            "ArrowUp" if grid => above(&item, &walk, false),
            "ArrowDown" if grid => above(&item, &walk, true),
            "Home" => end(&item, &walk, false),
            "End" => end(&item, &walk, true),
            _ => return,
        };
        event.prevent_default();
        if let Some(to) = to {
            self.stop_at(&walk, &to);
            dom::focus_on(&to);
        }
    }

    /// Has the Tab key reach an item, and no other of its walk.
    fn stop_at(&self, walk: &web_sys::Element, item: &web_sys::Element) {
        self.over.update_value(|over| {
            if let Some(moved) = over.stops.iter_mut().find(|moved| moved.walk == *walk) {
                move_stop(Some(&moved.to), item);
                moved.to = item.clone();
            } else if let Ok(Some(from)) = walk.query_selector("[tabindex='0']") {
                move_stop(Some(&from), item);
                over.stops.push(Moved { walk: walk.clone(), from, to: item.clone() });
            }
        });
    }

    /// Describes the item under the pointer or the focus in its figure's readout, and names a cell of the grid. The names of
    /// sources are fetched by who points at the first placement.
    pub fn pointed(&self, event: &web_sys::Event) {
        if dom::closest(event, "[data-tier]").is_some() {
            self.store.load_sources(self.atlas);
        }
        if let Some(item) = dom::closest(event, ITEM) {
            self.tell(&item);
            self.over.update_value(|over| over.readout = Some(item));
        }
    }

    /// Clears the readout when the pointer or the focus leaves.
    pub fn left(&self, event: &web_sys::Event) {
        if let Some(item) = dom::closest(event, ITEM) {
            clear(&item);
        }
        self.over.update_value(|over| over.readout = None);
    }

    fn tell(&self, item: &web_sys::Element) {
        self.name(item);
        for (line, told) in [(LINE, "aria-label"), (WHY, "aria-description")] {
            if let Some(line) = line_of(item, line) {
                line.set_text_content(item.get_attribute(told).as_deref());
            }
        }
    }

    /// Gives a cell of the grid its name, by its country and edition as they are now.
    fn name(&self, item: &web_sys::Element) {
        if let Some((country, edition)) = self.of_cell(item) {
            let name = &self.atlas.country(country).name;
            let label = page::country::point_label(self.atlas, country, edition);
            dom::set(item, "aria-label", &format!("{name}, {label}"));
            self.over.update_value(|over| over.named.push(item.clone()));
        }
    }

    /// Returns the country and the edition of a cell of the grid.
    pub fn of_cell(&self, cell: &web_sys::Element) -> Option<(CountryId, EditionId)> {
        if cell.tag_name() != "TD" {
            return None;
        }
        let code = cell.parent_element()?.get_attribute("data-iso3")?;
        let country = self.atlas.find(tip::Code::parse(&code)?)?;
        let at = usize::try_from(column(cell)).ok()?.checked_sub(1)?;
        Some((country.id, self.atlas.editions().get(at)?.id))
    }

    /// Removes what was added over the tree, so that the page equals the tree. Returns the focused cell.
    pub fn lift(&self) -> Option<Held> {
        let focused = dom::document().and_then(|document| document.active_element());
        let held = focused.filter(|cell| self.of_cell(cell).is_some()).and_then(|cell| {
            Some(Held { code: cell.parent_element()?.get_attribute("data-iso3")?, column: column(&cell) })
        });
        self.over.update_value(|over| {
            for cell in over.named.drain(..) {
                if cell.remove_attribute("aria-label").is_err() {
                    dom::log("a node could not be changed");
                }
            }
            for moved in over.stops.drain(..) {
                move_stop(Some(&moved.to), &moved.from);
            }
            over.readout.iter().for_each(clear);
        });
        held
    }

    /// Gives focus and Tab stop back to the cell, wherever its row is now. Returns `false` if the cell is gone.
    pub fn hold_again(&self, place: &web_sys::Element, held: &Held) -> bool {
        let row =
            place.query_selector(&format!("[data-rove=grid] tr[data-iso3={}]", held.code)).ok().flatten();
        let cell = row.and_then(|row| row.children().item(held.column));
        let walk = cell.as_ref().and_then(|cell| cell.closest("[data-rove]").ok().flatten());
        if let (Some(cell), Some(walk)) = (&cell, walk) {
            self.stop_at(&walk, cell);
            dom::focus_on(cell);
            self.name(cell);
        }
        cell.is_some()
    }

    /// Tells what is pointed at again, after the page was changed under the pointer.
    pub fn tell_again(&self) {
        let readout = self.over.with_value(|over| over.readout.clone());
        if let Some(item) = readout.filter(|item| item.is_connected()) {
            self.tell(&item);
        }
    }

    /// Lets go of the page's elements.
    pub fn forget(&self) {
        self.over.try_update_value(|over| *over = Over::default());
    }
}

/// The item before or after one, in the same row.
fn beside(item: &web_sys::Element, forwards: bool) -> Option<web_sys::Element> {
    let cell = cell(item);
    let next = if forwards { cell.next_element_sibling() } else { cell.previous_element_sibling() };
    next.and_then(item_in)
}

/// The item in the same column of the next row that has items.
fn above(item: &web_sys::Element, walk: &web_sys::Element, down: bool) -> Option<web_sys::Element> {
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
fn end(item: &web_sys::Element, walk: &web_sys::Element, last: bool) -> Option<web_sys::Element> {
    let row = cell(item).closest("tr").ok().flatten().unwrap_or_else(|| walk.clone());
    let items = elements(&row, "[tabindex]");
    if last { items.last().cloned() } else { items.first().cloned() }
}

/// The lines of a figure that tell what is pointed at, and why a country moved.
const LINE: &str = ".pointed-at";
const WHY: &str = ".pointed-why";

/// Clears what is told of an item.
fn clear(item: &web_sys::Element) {
    for line in [LINE, WHY].into_iter().filter_map(|line| line_of(item, line)) {
        line.set_text_content(None);
    }
}

/// Returns a line of an item's figure. Nothing else writes to it.
fn line_of(item: &web_sys::Element, line: &str) -> Option<web_sys::Element> {
    item.closest("figure, section").ok()??.query_selector(line).ok()?
}

/// Returns the element that represents an item in a row: in a grid, the cell around it.
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

/// Returns the index of an item's cell in its row.
fn column(item: &web_sys::Element) -> u32 {
    let before =
        std::iter::successors(cell(item).previous_element_sibling(), |cell| cell.previous_element_sibling());
    u32::try_from(before.count()).unwrap_or_default()
}

fn elements(place: &web_sys::Element, selector: &str) -> Vec<web_sys::Element> {
    let Ok(list) = place.query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|at| list.item(at)?.dyn_into().ok()).collect()
}
