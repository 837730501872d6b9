//! The app: the shell around every page, and the page that the view asks for.

use leptos::html::Div;
use leptos::prelude::*;
use tip::Code;
use tip::permalink::View;

use crate::boot;
use crate::nav::Nav;
use crate::pages::{AboutPage, CountryPage, MapPage, UnknownCountry, UnknownPage};
use crate::parts::{asks_again, waiting};
use crate::reactive::{effect, fill};
use crate::shell::{Footer, Header, LiveRegion};
use crate::store::{State, Store};

/// Which page a view is on: while it stays the same, the page stays and follows the view.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Page {
    Map,
    Country(Code),
    About,
    Unknown(String),
}

impl From<View> for Page {
    fn from(view: View) -> Page {
        match view {
            View::Map(_) => Page::Map,
            View::Country(view) => Page::Country(view.code),
            View::About => Page::About,
            View::Unknown(path) => Page::Unknown(path),
        }
    }
}

/// The whole app. Long-lived state is made here, above the pages.
#[component]
pub fn App() -> impl IntoView {
    let nav = Nav::start();
    provide_context(nav);
    let store = Store::start();
    provide_context(store);
    let live = LiveRegion::provide();
    let page = Memo::new(move |_| Page::from(nav.view()));
    on_page_change(page);
    report_state(nav, store);
    let place = NodeRef::<Div>::new();
    fill(place, move || waiting(&store.atlas.state(), "the atlas"));
    let again = move |event: leptos::ev::MouseEvent| {
        if asks_again(&event) {
            store.load_atlas();
        }
    };
    let shown = move || {
        store.atlas.get().map(|atlas| match page.get() {
            Page::Map => view! { <MapPage atlas /> }.into_any(),
            Page::Country(code) => match atlas.find(code) {
                Some(country) => view! { <CountryPage atlas country=country.id /> }.into_any(),
                None => view! { <UnknownCountry code /> }.into_any(),
            },
            Page::About => view! { <AboutPage atlas /> }.into_any(),
            Page::Unknown(path) => view! { <UnknownPage path /> }.into_any(),
        })
    };
    view! {
        // The browser's own way: it moves the focus.
        <a class="skip" href="#main" rel="external">"Skip to the content"</a>
        <Header />
        <main id="main" tabindex="-1">
            <div class="measure" node_ref=place on:click=again></div>
            {shown}
        </main>
        <Footer />
        <p class="unseen" role="status" aria-live="polite">{live.said()}</p>
    }
}

/// On a new page the reader begins at its top, by eye and by screen reader.
fn on_page_change(page: Memo<Page>) {
    let mut before = None;
    effect(move || {
        let now = page.get();
        if before.as_ref().is_some_and(|before| *before != now) {
            // In this order: the focus brings its element into sight, and the top is above it.
            dom::focus("main");
            window().scroll_to_with_x_and_y(0.0, 0.0);
        }
        before = Some(now);
    });
}

/// Tells the outside when the page can be used: once the atlas is here, and on the map page the map too,
/// here or not to be had.
fn report_state(nav: Nav, store: Store) {
    effect(move || {
        let map_settled = store.world.state() != State::Loading;
        let needs_map = matches!(nav.view(), View::Map(_));
        match store.atlas.state() {
            State::Ready if map_settled || !needs_map => boot::ready(),
            State::Failed(_) => boot::failed_part(),
            _ => {}
        }
    });
}
