//! The page in the document, changed where the next one differs.

use leptos::prelude::*;
use page::{NODES, Node, Page, STATUS};
use tip::permalink::View;
use wasm_bindgen::JsCast;

use super::super::roving::Roving;
use super::super::{copy_link, share};
use super::focus::Focus;
use super::made::Inset;

/// The page as it was last rendered, which the next one is compared with.
#[derive(Default)]
pub struct Rendered {
    nodes: Option<Vec<Node>>,
    /// The page's path and sentence. A new sentence under the same path is announced.
    path: String,
    status: String,
    /// The whole address: when it changes, fields say what it says.
    address: String,
    /// A component within the page, and the owner of its signals.
    inset: Option<(Inset, Owner)>,
    /// Keeps that component mounted for as long as the page is shown.
    mounted: Option<Box<dyn std::any::Any>>,
}

impl Rendered {
    /// Nothing rendered yet.
    pub fn with_inset(inset: Option<(Inset, Owner)>) -> Rendered {
        Rendered { inset, ..Rendered::default() }
    }

    /// Adopts the page of the file, which is made of the same nodes, unchanged.
    pub fn adopt(&mut self, view: &View, page: Page, opens: bool) {
        self.address = view.to_string();
        if !opens {
            self.address.split('?').next().unwrap_or_default().clone_into(&mut self.path);
            dom::by_id(NODES).iter().for_each(reveal);
        }
        self.nodes = Some(page.nodes);
        self.status = page.status;
        if let Some(place) = self.inset.as_ref().and_then(|(Inset { id, .. }, _)| dom::by_id(id)) {
            dom::adopt(&place.clone(), || self.mount(place));
        }
        dom::title(&page.title);
    }

    /// Shows a page: changes what differs from the one before, and keeps the focus.
    pub fn show(&mut self, view: &View, page: Page, roving: Roving) {
        let Some(place) = dom::by_id(NODES) else { return };
        let address = view.to_string();
        let path = address.split('?').next().unwrap_or_default();
        let focused = Focus::in_place(&place);
        let held = roving.lift();
        match &self.nodes {
            Some(nodes) => dom::patch(&place, nodes, &page.nodes),
            None => dom::put(&place, &page.nodes),
        }
        self.nodes = Some(page.nodes);
        if self.path != path {
            reveal(&place);
        } else if self.status != page.status {
            // A new page is read from its beginning, where the focus is.
            dom::text_of(STATUS, &page.status);
        }
        path.clone_into(&mut self.path);
        self.status = page.status;
        let moved = self.address != address;
        self.address = address;
        choose(&place, moved);
        if !held.is_some_and(|held| roving.hold_again(&place, &held))
            && let Some(focused) = focused
        {
            focused.keep(&place);
        }
        roving.tell_again();
        share::reset();
        copy_link::show(false, None);
        copy_link::reset_text();
        dom::title(&page.title);
        self.fill_inset();
    }

    /// Puts the component into its place, where the page has one that is empty.
    fn fill_inset(&mut self) {
        let Some((Inset { id, .. }, _)) = &self.inset else { return };
        if let Some(place) = dom::by_id(id).filter(|place| place.child_element_count() == 0) {
            self.mount(place);
        }
    }

    fn mount(&mut self, place: web_sys::Element) {
        if let Some((Inset { view, .. }, owner)) = &self.inset {
            let mounted = owner.with(|| leptos::mount::mount_to(place.unchecked_into(), *view));
            self.mounted = Some(Box::new(mounted));
        }
    }
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
