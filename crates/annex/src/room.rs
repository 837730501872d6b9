//! What stands in the page now, and how it becomes what the view asks for.

use std::cell::RefCell;

use page::{Node, Page, Setting, el, waiting};
use tip::Atlas;
use tip::permalink::{EmbedView, View};
use wasm_bindgen::JsCast;

use crate::{door, files, picker, pins, share};

/// The widths that charts are drawn for, in pixels.
const WIDTHS: std::ops::RangeInclusive<i32> = 260..=1136;

/// What was put into the page, for what comes next to be set against it.
#[derive(Debug, Default)]
struct Shown {
    /// The element it was put into: another one begins empty.
    place: Option<web_sys::Element>,
    nodes: Vec<Node>,
    /// The page's path and sentence: while the path stays and the sentence changes, it is said.
    path: String,
    said: String,
}

thread_local! {
    static SHOWN: RefCell<Shown> = RefCell::default();
}

/// Shows what the app asks for.
pub fn show() {
    let Some(view) = door::view() else { return };
    let Some(place) = dom::by_id("annex-pages") else {
        share::beside_the_map(&view);
        return;
    };
    let page = match files::atlas() {
        Ok(atlas) => page(atlas, &view),
        Err(state) => Err(waiting(&state, "the atlas")),
    };
    let (page, ready) = match page {
        Ok(page) => (page, true),
        Err(nodes) => {
            let place = el("div").class("measure").all(nodes);
            (Page { title: String::new(), said: String::new(), nodes: vec![place.into()] }, false)
        }
    };
    // What had the focus, for the case that it is made anew.
    let focused = place.owner_document().and_then(|document| document.active_element());
    let focused = focused.filter(|element| place.contains(Some(element))).map(|element| element.id());
    SHOWN.with_borrow_mut(|shown| {
        if shown.place.as_ref() == Some(&place) {
            dom::patch(&place, &shown.nodes, &page.nodes);
        } else {
            dom::put(&place, &page.nodes);
            shown.place = Some(place.clone());
            reveal(&place);
        }
        shown.nodes = page.nodes;
        let address = view.to_string();
        let path = address.split('?').next().unwrap_or_default();
        // A new page is read from its beginning, where the focus is.
        if shown.path == path && !shown.said.is_empty() && shown.said != page.said {
            dom::text_of("annex-said", &page.said);
        }
        shown.path = path.to_owned();
        shown.said = page.said;
    });
    settle(&place, focused.as_deref());
    share::reset();
    if ready {
        dom::title(&page.title);
        door::say_state("ready");
        if let Ok(atlas) = files::atlas() {
            picker::mount(atlas);
        }
    } else if place.query_selector("[role=alert]").ok().flatten().is_some() {
        door::say_state("failed");
    }
}

/// The page of a view, or what is to be seen until it can be made.
fn page(atlas: &'static Atlas, view: &View) -> Result<Page, Vec<Node>> {
    let setting = Setting { width: width(), site: share::site(), pins: pins::all() };
    match view {
        View::Compare(view) => Ok(page::compare::page(atlas, view, &setting)),
        View::Changes(view) => match files::world() {
            Ok(world) => Ok(page::changes::page(atlas, view, Some(world), &setting)),
            // Without the map, the lists have the same facts.
            Err(_) => Ok(page::changes::page(atlas, view, None, &setting)),
        },
        View::Trends(view) => Ok(page::trends::page(atlas, view, &setting)),
        View::Country(view) => Ok(match atlas.find(view.code) {
            Some(country) => page::country::page(atlas, country, *view, files::dossier(view.code), &setting),
            None => page::unknown::country(view.code),
        }),
        View::About => Ok(page::about::page(atlas, files::record(), &format!("{}/", setting.site))),
        View::Unknown(path) => Ok(page::unknown::page(path)),
        View::Embed(EmbedView::Country(view)) => Ok(match atlas.find(view.code) {
            Some(country) => page::country::embedded(atlas, country, *view, setting.width),
            None => page::unknown::country(view.code),
        }),
        // The app draws the map itself.
        View::Map(_) | View::Embed(EmbedView::Map(_)) => Err(Vec::new()),
    }
}

/// How wide a chart can be.
fn width() -> u32 {
    let inner = dom::by_id("annex-width").map_or(0, |probe| probe.client_width());
    inner.clamp(*WIDTHS.start(), *WIDTHS.end()).unsigned_abs()
}

/// Brings the cell of the overview that is marked, or the newest edition, into its frame.
fn reveal(place: &web_sys::Element) {
    let find = |selector| place.query_selector(selector).ok().flatten();
    if let (Some(frame), Some(cell)) = (find(".grid-scroll"), find(".grid [tabindex='0']")) {
        let (frame_box, cell_box) = (frame.get_bounding_client_rect(), cell.get_bounding_client_rect());
        let beyond = |by: f64| if by > 0.0 { by as i32 } else { 0 };
        frame.set_scroll_left(beyond(cell_box.right() - frame_box.right() + 8.0));
        // Two rows stay visible below it.
        frame.set_scroll_top(beyond(cell_box.bottom() - frame_box.bottom() + 56.0));
    }
}

/// What attributes cannot say: the choice of a field, the focus.
fn settle(place: &web_sys::Element, focused: Option<&str>) {
    if let Ok(fields) = place.query_selector_all("select[data-go]") {
        for at in 0..fields.length() {
            let Some(field) =
                fields.item(at).and_then(|node| node.dyn_into::<web_sys::HtmlSelectElement>().ok())
            else {
                continue;
            };
            if let Ok(Some(chosen)) = field.query_selector("option[selected]") {
                field.set_value(&chosen.get_attribute("value").unwrap_or_default());
            }
        }
    }
    if let Some(id) = focused.filter(|id| !id.is_empty()) {
        let held = place.owner_document().and_then(|document| document.active_element());
        if held.is_none_or(|held| held.id() != id) {
            dom::focus(id);
        }
    }
}

/// Something failed that nothing here can mend.
pub fn broken() {
    dom::text_of(
        "annex-said",
        "Something went wrong in this page. Please load it again; the address keeps what you were looking at.",
    );
    dom::set_of("annex-said", "class", Some("failure measure"));
    door::say_state("failed");
}
