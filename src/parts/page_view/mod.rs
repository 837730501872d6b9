//! A page that is a function of the view, the files it reads, and the window: made as nodes, and changed where what it was made
//! from changes.

mod focus;
mod made;
mod rendered;

use std::ops::RangeInclusive;

use dom::Nodes;
use dom::language::words;
use leptos::ev;
use leptos::prelude::*;
use page::{COPY_TEXT, STATUS, Setting, WIDTH, static_page};
use tip::permalink::{SearchQuery, SearchView, TrendsView, View};
use tip::{Atlas, Region};
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};
use words::say;

pub use self::made::{Asked, Inset, Made, Make};
use self::rendered::Rendered;
use super::roving::Roving;
use super::{asks_again, copy_link, pins, share, site};
use crate::nav::{Nav, use_nav};
use crate::reactive::effect;
use crate::store::use_store;

/// The longest text, in bytes, that goes along with a shared link.
const SHARED: usize = 1000;

/// The widths that charts are drawn for, in pixels.
const WIDTHS: RangeInclusive<i32> = 260..=1136;

/// Shows a page, and answers to the reader: links are [`Nav`]'s, all else is heard here.
#[component]
pub fn PageView(
    /// Makes it.
    make: Make,
    /// A component within the page.
    #[prop(optional, into)]
    inset: Option<Inset>,
) -> impl IntoView {
    let nav = use_nav();
    let store = use_store();
    let atlas = store.atlas().ok()?;
    let pinned = RwSignal::new(pins::all());
    let unkept = RwSignal::new(false);
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
    let mut rendered = Rendered::with_inset(inset.zip(Owner::current()));
    let shares = RwSignal::new(false);
    // The page as text, where it offers that.
    let text = StoredValue::new(None::<String>);
    // The page of a file has its charts at two widths. They are kept until the window's width or the view changes.
    let mut as_in_file = dom::adopting().then(|| nav.view_untracked());
    let mut in_place = as_in_file.is_some();
    // What the address asks for besides is shown next, as a page that was just opened.
    let opens = in_place && !untrack(|| nav.has_arrived());
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
        // A static page does not depend on the device or the host.
        let own = Setting {
            width: now,
            site: site(),
            lang: dom::language::asked(),
            pins: pinned.get(),
            unkept: unkept.get(),
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
        let settled = made.as_ref().is_some_and(|made| made.settled);
        text.set_value(made.as_ref().and_then(|made| made.page.text.clone()));
        match made {
            Some(made) if std::mem::take(&mut in_place) => {
                rendered.adopt(&view, made.page, opens);
                // What this device and this host add to the page of the file.
                if !pinned.get_untracked().is_empty() || matches!(view, View::EmbedAbout) {
                    again.set(());
                }
            }
            Some(made) => rendered.show(&view, made.page, roving),
            None => {}
        }
        if settled && nav.has_arrived() {
            dom::state::ready();
        }
    });
    on_cleanup(move || roving.forget());

    let go = move |view: Option<View>| {
        if let Some(view) = view {
            nav.go(view);
        }
    };
    let click = move |event: &Event| {
        let shared = text.get_value().filter(|text| text.len() <= SHARED);
        if share::clicked(event, nav, store, shared) || copied(event, nav, atlas) {
            return;
        }
        if dom::closest(event, &format!("#{COPY_TEXT}")).is_some() {
            copy_link::copy_text(text.get_value().unwrap_or_default());
            return;
        }
        let pin = dom::closest(event, "[data-pin]").and_then(|pin| pin.get_attribute("data-pin"));
        if let Some(code) = pin.as_deref().and_then(tip::Code::parse) {
            unkept.set(!pins::toggle(code));
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
            dom::text_of(STATUS, &say!(words(), SHARE_COPIED));
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
    let sought = SearchQuery::new(&text("q"));
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
