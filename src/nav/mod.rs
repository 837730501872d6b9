//! The view on show and the browser's address bar, kept the same.
//!
//! No router crate: the one that goes with Leptos skips a `pushState` when its own record of the history has
//! drifted (after a replaced entry and a Back), which would leave an address that does not open what is
//! shown; see ARCHITECTURE.md.

mod reading_place;

use std::time::Duration;

use leptos::ev;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use tip::permalink::{EmbedView, Embedded, View};
use wasm_bindgen::JsValue;

use dom::address;

/// Steps of one series closer together than this, in milliseconds, are one entry of the history.
const SERIES: f64 = 1000.0;
/// How long a series rests before its address is written and [`Nav::rested`] follows. Writing an address costs
/// more than all else that a step of the year does, and browsers refuse hundreds of writes in a few seconds.
const REST: Duration = Duration::from_millis(250);

/// The view on show. Cheap to copy; pages take it from the context with [`use_nav`].
#[derive(Clone, Copy, Debug)]
pub struct Nav {
    view: RwSignal<View>,
    rested: RwSignal<View>,
    page: RwSignal<String>,
    /// See [`Nav::has_arrived`].
    arrived: RwSignal<bool>,
    series: StoredValue<Series>,
    /// Runs until a series of steps rests: the address of the view then replaces the one in the address bar.
    waiting: StoredValue<Option<TimeoutHandle>>,
}

/// A drag or a play goes on until it is ended; single steps belong together while they follow each other
/// fast.
#[derive(Clone, Copy, Debug, Default)]
struct Series {
    open: bool,
    last: Option<f64>,
}

impl Nav {
    /// Reads the address bar and makes the address canonical; from then on follows Back and Forward. Begins with another
    /// view where one is given, until [`Nav::go_on`].
    pub fn start(first: Option<View>) -> Nav {
        let asked = address::current();
        let view = first.unwrap_or_else(|| asked.clone());
        let page = page_of(&view);
        canonical();
        let nav = Nav {
            arrived: RwSignal::new(view == asked),
            view: RwSignal::new(view.clone()),
            page: RwSignal::new(page),
            rested: RwSignal::new(view),
            series: StoredValue::new(Series::default()),
            waiting: StoredValue::new(None),
        };
        let back = window_event_listener(ev::popstate, move |event| {
            nav.end_series();
            // What waited belongs to an entry that is left.
            if let Some(timer) = nav.waiting.try_update_value(Option::take).flatten() {
                timer.clear();
            }
            let view = address::current();
            nav.set(view.clone());
            nav.rested.set(view.clone());
            reading_place::go_back_to(event.state(), move || nav.view_untracked() == view);
        });
        let click = window_event_listener(ev::click, move |event| nav.follow(&event));
        on_cleanup(move || {
            back.remove();
            click.remove();
        });
        nav
    }

    /// Shows the view of the address, where it began with another.
    pub fn go_on(&self) {
        let view = address::current();
        if view != self.view_untracked() {
            self.set(view.clone());
            self.rested.set(view);
            self.arrived.set(true);
        }
    }

    /// Whether the view of the address is on show, and not yet that of the file which the app takes over; tracked.
    pub fn has_arrived(&self) -> bool {
        self.arrived.get()
    }

    /// Follows a click on a link to a view within the app. Clicks with a modifier, links out of the atlas and
    /// links to files (`rel="external"`) are the browser's.
    fn follow(&self, event: &web_sys::MouseEvent) {
        let modified = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
        if event.button() != 0 || modified || event.default_prevented() {
            return;
        }
        // In another site's page, a link out of the atlas would take its place there.
        if matches!(self.view_untracked(), View::Embed(_))
            && let Some(link) = dom::closest(event, "a[rel~=external]")
        {
            dom::set(&link, "target", "_blank");
        }
        let Some(link) = dom::closest(event, "a[href]:not([rel~=external])") else { return };
        if let Some(view) = link.get_attribute("href").and_then(|href| address::view_of(&href)) {
            event.prevent_default();
            self.go(view);
        }
    }

    /// The view, tracked.
    pub fn view(&self) -> View {
        self.view.get()
    }

    /// The view once a series of steps rests, tracked. For work that is not worth doing while a drag passes over
    /// views that nobody reads.
    pub fn rested(&self) -> View {
        self.rested.get()
    }

    /// The page of the view, tracked: its path, empty for the map, with another site's page around it or not. While it
    /// stays the same, the page stays and follows the view.
    pub fn page(&self) -> String {
        self.page.get()
    }

    /// The view, without following it.
    pub fn view_untracked(&self) -> View {
        self.view.get_untracked()
    }

    /// Shows another view: a new entry in the history. From within another site's page, what is not made for
    /// that opens by itself.
    pub fn go(&self, view: View) {
        let embedded = |view: &View| matches!(view, View::Embed(_));
        if embedded(&self.view_untracked()) && !embedded(&view) {
            let opened =
                window().open_with_url_and_target_and_features(&address::href(&view), "_blank", "noopener");
            if opened.is_err() {
                dom::log("the browser did not open the page");
            }
            return;
        }
        self.end_series();
        self.show(view, false);
    }

    /// Shows the next of a series of views (the years of a drag, of a play, of a held key): the first is a
    /// new entry in the history, the others replace it.
    pub fn step(&self, view: View) {
        let now = js_sys::Date::now();
        let within = self
            .series
            .with_value(|series| series.last.is_some_and(|last| series.open || now - last < SERIES));
        self.series.update_value(|series| series.last = Some(now));
        self.show(view, within);
    }

    /// Begins a series that lasts until [`Nav::end_series`], however slow its steps.
    pub fn begin_series(&self) {
        self.series.set_value(Series { open: true, last: None });
    }

    /// Ends a series: the next step is a new entry.
    pub fn end_series(&self) {
        self.series.set_value(Series::default());
    }

    /// Sets the view; its page only where that is another, so that what follows the page alone stays.
    fn set(&self, view: View) {
        let page = page_of(&view);
        if page != self.page.get_untracked() {
            self.page.set(page);
        }
        self.view.set(view);
    }

    fn show(&self, view: View, replace: bool) {
        if view == self.view_untracked() {
            return;
        }
        if replace {
            self.set(view);
            // One timer for a whole series: setting a timer costs as much as painting some countries.
            if self.waiting.with_value(Option::is_none) {
                self.wait(REST);
            }
        } else {
            self.settle();
            write_with(&reading_place::here(), None, true);
            self.set(view.clone());
            write(&address::href(&view), false);
            self.rested.set(view);
        }
    }

    /// Waits until the series rests.
    fn wait(&self, time: Duration) {
        let nav = *self;
        let ended = move || {
            let last = nav.series.with_value(|series| series.last).unwrap_or_default();
            // The clock may have been set back.
            let since = Duration::from_secs_f64((js_sys::Date::now() - last).max(0.0) / 1000.0);
            match REST.checked_sub(since).filter(|left| !left.is_zero()) {
                Some(left) => nav.wait(left),
                None => nav.settle(),
            }
        };
        match set_timeout_with_handle(ended, time) {
            Ok(timer) => self.waiting.set_value(Some(timer)),
            Err(_) => self.write_view(),
        }
    }

    /// Writes the address of the view on show now, where that waits.
    fn settle(&self) {
        if let Some(timer) = self.waiting.try_update_value(Option::take).flatten() {
            timer.clear();
            self.write_view();
        }
    }

    fn write_view(&self) {
        let view = self.view_untracked();
        write(&address::href(&view), true);
        self.rested.set(view);
    }
}

/// The page of a view; see [`Nav::page`].
fn page_of(view: &View) -> String {
    match view {
        // Nothing is written for a step of the year.
        View::Map(_) | View::Embed(EmbedView { shows: Embedded::Map(_), .. }) => String::new(),
        view => view.to_string().split('?').next().unwrap_or_default().to_owned(),
    }
}

/// Replaces an address that says more than its view (unknown parameters, defaults written out, `index.html`) by the view's
/// own; a place within the page (`#coverage`) stays. An address that is no page's is left as it was typed.
fn canonical() {
    let view = address::current();
    let location = window().location();
    let part = |part: Result<String, JsValue>| part.unwrap_or_default();
    let typed = format!("{}{}", part(location.pathname()), part(location.search()));
    let address = address::href(&view);
    if typed != address && !matches!(view, View::Unknown(_)) {
        write(&format!("{address}{}", part(location.hash())), true);
    }
}

/// Writes an address into the address bar.
fn write(address: &str, replace: bool) {
    write_with(&JsValue::NULL, Some(address), replace);
}

/// The same with what the entry of the history keeps; without an address, that stays. Within a frame, no entry is added to the
/// history of the page around it.
fn write_with(state: &JsValue, address: Option<&str>, replace: bool) {
    let framed = window().parent().is_ok_and(|parent| parent.as_ref() != Some(&window()));
    let written = window().history().and_then(|history| match replace || framed {
        true => history.replace_state_with_url(state, "", address),
        false => history.push_state_with_url(state, "", address),
    });
    if written.is_err() {
        // The view is right all the same, and the next step writes its address.
        dom::log("the browser did not take the new address");
    }
}

/// The view on show, from the context.
#[expect(
    clippy::expect_used,
    reason = "App provides it above every page; without it there is no app to go on"
)]
pub fn use_nav() -> Nav {
    use_context().expect("Nav is provided by App")
}
