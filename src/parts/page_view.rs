//! A page that is a function of the view, the files it reads, and the window: made as nodes, and changed where what it was made
//! from changes.

use std::ops::RangeInclusive;

use dom::Nodes;
use dom::language::words;
use leptos::ev;
use leptos::prelude::*;
use page::{NODES, Node, Page, SAID, Setting, State, WIDTH, static_page};
use tip::permalink::{SearchView, Sought, TrendsView, View};
use tip::{Atlas, Region};
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};
use words::say;

use super::roving::Roving;
use super::{asks_again, copy_link, pins, share, site};
use crate::nav::{Nav, use_nav};
use crate::reactive::effect;
use crate::store::{Store, use_store};

/// The widths that charts are drawn for, in pixels.
const WIDTHS: RangeInclusive<i32> = 260..=1136;

/// What a page is made from.
pub struct Asked<'a> {
    /// The atlas.
    pub atlas: &'static Atlas,
    /// The view on show.
    pub view: &'a View,
    /// Width, site, language, pins.
    pub setting: &'a Setting,
    /// The files.
    pub store: Store,
}

/// A page as it can be made now.
pub struct Made {
    /// The page.
    pub page: Page,
    /// Whether the files that it reads besides the atlas are here, or not to be had: the page that stands in a file has all of
    /// it, and is not to give way to less.
    pub settled: bool,
}

impl Made {
    /// The page as it stands in a file, from the page for a narrow and for a wide window.
    fn of_two_widths((narrow, wide): (Made, Made)) -> Made {
        let nodes = static_page::of_two_widths(narrow.page.nodes, wide.page.nodes);
        Made { page: Page { nodes, ..wide.page }, settled: wide.settled }
    }

    /// Whether a file that a page lacks is not on its way.
    pub fn is_settled(lacks: Option<&State>) -> bool {
        lacks != Some(&State::Loading)
    }
}

/// Makes a page; `None` for a view of another page.
pub type Make = fn(&Asked<'_>) -> Option<Made>;

/// A component that stands within the nodes of a page: in the element with an id, where the page has it.
#[derive(Clone, Copy)]
pub struct Inset {
    /// The id of its place.
    pub id: &'static str,
    /// The component.
    pub view: fn() -> AnyView,
}

/// Shows a page, and answers to the reader: links are [`Nav`]'s, all else is heard here.
#[component]
pub fn PageView(
    /// Makes it.
    make: Make,
    /// A component that stands in it.
    #[prop(optional, into)]
    inset: Option<Inset>,
) -> impl IntoView {
    let nav = use_nav();
    let store = use_store();
    let atlas = store.atlas().ok()?;
    let pinned = RwSignal::new(pins::all());
    let again = RwSignal::new(());
    let roving = Roving::new(atlas, store);
    let width = StoredValue::new(0);
    let listener = window_event_listener(ev::resize, move |_| {
        if width.get_value() != measured() {
            again.set(());
        }
    });
    on_cleanup(move || listener.remove());
    // The rendered page is kept from one rendering to the next.
    let mut shown = Shown { inset: inset.zip(Owner::current()), ..Shown::default() };
    let shares = RwSignal::new(false);
    // In the page of a file charts stand at two widths. So they stay until the window or the view is another.
    let mut as_in_file = dom::adopting().then(|| nav.view_untracked());
    let mut in_place = as_in_file.is_some();
    // What the address asks for besides is shown next, as a page that was just opened.
    let opens = in_place && dom::address::current() != nav.view_untracked();
    effect(move || {
        again.track();
        store.has_sources();
        let view = nav.view();
        let now = measured();
        let resized = width.get_value() != 0 && width.get_value() != now;
        if resized || as_in_file.as_ref().is_some_and(|file| *file != view) {
            as_in_file = None;
        }
        width.set_value(now);
        // A file knows neither the device nor where it is read.
        let own = Setting {
            width: now,
            site: site(),
            lang: dom::language::asked(),
            pins: pinned.get(),
            shares: shares.get(),
        };
        let setting = if in_place { Setting::default() } else { own };
        let made_for = |width: u32| {
            let setting = Setting { width, ..setting.clone() };
            make(&Asked { atlas, view: &view, setting: &setting, store })
        };
        let made = match as_in_file.is_some() {
            true => {
                let [narrow, wide] = static_page::WIDTHS.map(made_for);
                narrow.zip(wide).map(Made::of_two_widths)
            }
            false => made_for(now),
        };
        match made {
            Some(made) if std::mem::take(&mut in_place) => {
                shown.adopt(&view, made, opens);
                // What this device adds to the page of the file.
                if !pinned.get_untracked().is_empty() {
                    again.set(());
                }
            }
            Some(made) => shown.show(&view, made, roving),
            None => {}
        }
    });
    on_cleanup(move || roving.forget());

    let go = move |view: Option<View>| {
        if let Some(view) = view {
            nav.go(view);
        }
    };
    let click = move |event: &Event| {
        if share::clicked(event, nav, store) || copied(event, nav, atlas) {
            return;
        }
        let pin = dom::closest(event, "[data-pin]").and_then(|pin| pin.get_attribute("data-pin"));
        if let Some(code) = pin.as_deref().and_then(tip::Code::parse) {
            pins::toggle(code);
            pinned.set(pins::all());
        } else if asks_again(event) {
            store.try_again();
        } else if dom::closest(event, "#take > summary").is_some() {
            shares.set(true);
        } else if let Some(cell) = dom::closest(event, "[data-rove=grid] td") {
            go(marked(roving, nav, atlas, &cell));
        }
    };
    let key = move |event: &KeyboardEvent| {
        // Links open by themselves.
        let enters = matches!(event.key().as_str(), "Enter" | " ");
        match dom::closest(event, "[data-rove=grid] td").filter(|_| enters) {
            Some(cell) => {
                event.prevent_default();
                go(marked(roving, nav, atlas, &cell));
            }
            None => roving.key(event),
        }
    };
    // A field whose options lead to views, or narrow a search.
    let choose = move |event: &Event| {
        let field = dom::closest(event, "select[data-go]");
        if let Some(field) = field.and_then(|field| field.dyn_into::<web_sys::HtmlSelectElement>().ok()) {
            nav.go(View::parse(&field.value()));
        } else if let Some(field) = dom::closest(event, "form[data-search] select")
            && let Ok(Some(form)) = field.closest("form")
        {
            go(sought(&form, &nav.view_untracked()));
        }
    };
    let send = move |event: &Event| {
        if let Some(form) = dom::closest(event, "form[data-search]") {
            event.prevent_default();
            go(sought(&form, &nav.view_untracked()));
        }
    };
    Some(
        Nodes::new(page::frame)
            .on("click", click)
            .on_key(key)
            .on("change", choose)
            .on("submit", send)
            .on("focusin", move |event| roving.pointed(event))
            .on("pointerover", move |event| roving.pointed(event))
            .on("focusout", move |event| roving.left(event))
            .on("pointerout", move |event| roving.left(event)),
    )
}

/// How wide a chart can be.
fn measured() -> u32 {
    let inner = dom::by_id(WIDTH).map_or(0, |probe| probe.client_width());
    inner.clamp(*WIDTHS.start(), *WIDTHS.end()).unsigned_abs()
}

/// "Copy link"; `false` where the click is for something else.
fn copied(event: &web_sys::Event, nav: Nav, atlas: &'static Atlas) -> bool {
    let is_copy = dom::closest(event, "#copy").is_some();
    if is_copy {
        copy_link::copy(copy_link::address(atlas, &nav.view_untracked()), || {
            dom::text_of(SAID, &say!(words(), SHARE_COPIED));
        });
    }
    is_copy
}

/// The view in which a cell's country and edition are marked, or no longer are.
fn marked(roving: Roving, nav: Nav, atlas: &'static Atlas, cell: &web_sys::Element) -> Option<View> {
    let (country, edition) = roving.of_cell(cell)?;
    let View::Trends(view) = nav.view_untracked() else { return None };
    let (code, year) = (Some(atlas.country(country).code), Some(atlas.year(edition)));
    let again = (view.country, view.year) == (code, year);
    Some(View::Trends(TrendsView { country: code.filter(|_| !again), year: year.filter(|_| !again), ..view }))
}

/// What a form of the search asks for.
fn sought(form: &web_sys::Element, view: &View) -> Option<View> {
    let value = |name: &str| {
        let field = form.query_selector(&format!("[name={name}]")).ok().flatten()?;
        match field.dyn_ref::<web_sys::HtmlInputElement>() {
            Some(field) => Some(field.value()),
            None => field.dyn_ref::<web_sys::HtmlSelectElement>().map(web_sys::HtmlSelectElement::value),
        }
    };
    let text = |name: &str| value(name).unwrap_or_default();
    let sought = Sought::new(&text("q"));
    match view {
        View::Country(view, _) => Some(View::Country(*view, sought)),
        View::Search(_) => Some(View::Search(SearchView {
            sought,
            year: text("year").parse().ok(),
            region: Region::from_slug(&text("region")),
            more: 0,
        })),
        _ => None,
    }
}

/// What was put into the page, for what comes next to be set against it.
#[derive(Default)]
struct Shown {
    nodes: Option<Vec<Node>>,
    /// The page's path and sentence: while the path stays and the sentence changes, it is said.
    path: String,
    said: String,
    /// The whole address: when it changes, fields say what it says.
    address: String,
    /// A component that stands in the page, and the owner of its signals.
    inset: Option<(Inset, Owner)>,
    /// Keeps that component for as long as the page stands.
    mounted: Option<Box<dyn std::any::Any>>,
}

impl Shown {
    /// Takes the page of the file, which is made of the same nodes, as it stands.
    fn adopt(&mut self, view: &View, made: Made, opens: bool) {
        let Made { page, settled } = made;
        self.address = view.to_string();
        if !opens {
            self.address.split('?').next().unwrap_or_default().clone_into(&mut self.path);
            dom::by_id(NODES).iter().for_each(reveal);
        }
        self.nodes = Some(page.nodes);
        self.said = page.said;
        if let Some(place) = self.inset.as_ref().and_then(|(Inset { id, .. }, _)| dom::by_id(id)) {
            dom::adopt(&place.clone(), || self.mount(place));
        }
        dom::title(&page.title);
        if settled {
            dom::state::ready();
        }
    }

    fn show(&mut self, view: &View, made: Made, roving: Roving) {
        let Some(place) = dom::by_id(NODES) else { return };
        let Made { page, settled } = made;
        let address = view.to_string();
        let path = address.split('?').next().unwrap_or_default();
        let focused = Focused::in_place(&place);
        let held = roving.lift();
        match &self.nodes {
            Some(nodes) => dom::patch(&place, nodes, &page.nodes),
            None => dom::put(&place, &page.nodes),
        }
        self.nodes = Some(page.nodes);
        if self.path != path {
            reveal(&place);
        } else if self.said != page.said {
            // A new page is read from its beginning, where the focus is.
            dom::text_of(SAID, &page.said);
        }
        path.clone_into(&mut self.path);
        self.said = page.said;
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
        dom::title(&page.title);
        if settled {
            dom::state::ready();
        }
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
            let options = web_sys::FocusOptions::new();
            options.set_prevent_scroll(true);
            if home.focus_with_options(&options).is_err() {
                dom::log("the focus could not be kept");
            }
        }
    }
}
