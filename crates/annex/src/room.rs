//! What stands in the page now, and how it becomes what the view asks for.

use std::cell::RefCell;

use dom::language::words;
use page::{Node, Page, Setting, State, What, el, waiting};
use tip::Atlas;
use tip::permalink::{EmbedView, View};
use wasm_bindgen::JsCast;

use crate::{door, files, hands, picker, pins, rove, seek, share};

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
    /// The whole address: when it changes, fields say what it says.
    address: String,
    said: String,
    /// The width that its charts were drawn for.
    width: u32,
}

thread_local! {
    static SHOWN: RefCell<Shown> = RefCell::default();
}

/// Shows it anew where the window has another width.
pub fn show_if_resized() {
    if SHOWN.with_borrow(|shown| shown.width) != width() {
        show();
    }
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
        Err(state) => Err(waiting(words(), &state, What::ATLAS)),
    };
    let (page, ready, settled) = match page {
        Ok((page, settled)) => (page, true, settled),
        Err(nodes) => {
            let place = el("div").class("measure").all(nodes);
            (Page { title: String::new(), said: String::new(), nodes: vec![place.into()] }, false, false)
        }
    };
    let focused = Focused::in_place(&place);
    let held = rove::restore(&place);
    let address = view.to_string();
    let path = address.split('?').next().unwrap_or_default();
    SHOWN.with_borrow_mut(|shown| {
        if shown.place.as_ref() == Some(&place) {
            dom::patch(&place, &shown.nodes, &page.nodes);
        } else {
            dom::put(&place, &page.nodes);
            shown.place = Some(place.clone());
            shown.path.clear();
        }
        shown.nodes = page.nodes;
        if !ready {
            return;
        }
        if shown.path != path {
            reveal(&place);
        } else if shown.said != page.said {
            // A new page is read from its beginning, where the focus is.
            dom::text_of("annex-said", &page.said);
        }
        shown.path = path.to_owned();
        shown.said = page.said;
        shown.width = width();
    });
    let moved =
        SHOWN.with_borrow_mut(|shown| std::mem::replace(&mut shown.address, address.clone()) != address);
    choose(&place, moved);
    if !held.is_some_and(|held| held.again(&place))
        && let Some(focused) = focused
    {
        focused.keep(&place);
    }
    hands::tell_again();
    share::reset();
    if ready {
        dom::title(&page.title);
        // The page that stood in the file has all of it, and is not to give way to less.
        if settled {
            dom::state::ready();
        }
        if let Ok(atlas) = files::atlas() {
            picker::mount(atlas);
        }
    } else if place.query_selector("[role=alert]").ok().flatten().is_some() {
        dom::state::failed();
    }
}

/// What pages are made for, besides their view.
pub fn setting() -> Setting {
    Setting { width: width(), site: share::site(), lang: dom::language::asked(), pins: pins::all() }
}

/// The page of a view, and whether the files that it reads besides the atlas are here or not to be had; or what is to be seen
/// until it can be made.
fn page(atlas: &'static Atlas, view: &View) -> Result<(Page, bool), Vec<Node>> {
    let setting = setting();
    let words = atlas.words();
    let mut loading = false;
    let mut on_its_way = |state: Option<&State>| loading = state == Some(&State::Loading);
    let page = match view {
        View::Compare(view) => page::compare::page(atlas, view, &setting),
        View::Changes(view) => {
            let world = files::world();
            on_its_way(world.as_ref().err());
            // Without the map, the lists have the same facts.
            page::changes::page(atlas, view, world.ok(), &setting)
        }
        View::Trends(view) => page::trends::page(atlas, view, &setting),
        View::Country(view, sought) => match atlas.find(view.code) {
            Some(country) => {
                let dossier = files::dossier(view.code);
                on_its_way(dossier.as_ref().err());
                page::country::page(atlas, country, (*view, sought), dossier, &setting)
            }
            None => page::unknown::country(words, view.code),
        },
        View::Search(view) => {
            let results = seek::results(atlas, view);
            on_its_way(match &results {
                Ok(results) => results.rest.as_ref(),
                Err(state) => Some(state),
            });
            page::passages::page(atlas, view, results)
        }
        View::About => {
            let record = files::record();
            on_its_way(record.as_ref().err());
            page::about::page(atlas, record, &format!("{}/", setting.site))
        }
        View::Unknown(path) => page::unknown::page(words, path),
        View::Embed(EmbedView::Country(view)) => match atlas.find(view.code) {
            Some(country) => page::country::embedded(atlas, country, *view, setting.width),
            None => page::unknown::country(words, view.code),
        },
        // The app draws the map itself.
        View::Map(_) | View::Embed(EmbedView::Map(_)) => return Err(Vec::new()),
    };
    Ok((page, !loading))
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

/// What an attribute cannot say: which option of a field is chosen; and, where the view `moved`, what is in the field for
/// words, which is the reader's until then.
fn choose(place: &web_sys::Element, moved: bool) {
    let typed = place.query_selector("#sought").ok().flatten().filter(|_| moved);
    if let Some(field) = typed.and_then(|field| field.dyn_into::<web_sys::HtmlInputElement>().ok()) {
        field.set_value(&field.get_attribute("value").unwrap_or_default());
    }
    let Ok(fields) = place.query_selector_all("select[data-go], form[data-search] select") else { return };
    for at in 0..fields.length() {
        let field = fields.item(at).and_then(|node| node.dyn_into::<web_sys::HtmlSelectElement>().ok());
        if let Some(field) = field
            && let Ok(Some(chosen)) = field.query_selector("option[selected]")
        {
            field.set_value(&chosen.get_attribute("value").unwrap_or_default());
        }
    }
}

/// What had the focus before the page was changed.
struct Focused {
    id: String,
    /// What it stood in.
    home: Option<web_sys::Element>,
}

impl Focused {
    fn in_place(place: &web_sys::Element) -> Option<Focused> {
        let element = place.owner_document()?.active_element()?;
        place.contains(Some(&element)).then(|| Focused {
            id: element.id(),
            home: element.closest("section, header, figure").ok().flatten(),
        })
    }

    /// Gives the focus back where it was lost: to what now has the same id, else to what it stood in, so that a
    /// reader at the keys goes on from there.
    fn keep(&self, place: &web_sys::Element) {
        let now = place.owner_document().and_then(|document| document.active_element());
        if now.is_some_and(|now| place.contains(Some(&now))) {
            return;
        }
        if !self.id.is_empty() && dom::by_id(&self.id).is_some() {
            dom::focus(&self.id);
            return;
        }
        let home = self.home.clone().filter(|home| place.contains(Some(home)));
        if let Some(home) = home.and_then(|home| home.dyn_into::<web_sys::HtmlElement>().ok()) {
            home.set_tab_index(-1);
            let still = web_sys::FocusOptions::new();
            still.set_prevent_scroll(true);
            if home.focus_with_options(&still).is_err() {
                dom::log("the focus could not be kept");
            }
        }
    }
}
