//! The app: the shell around every page, and the page that the view asks for.

use leptos::prelude::*;
use tip::permalink::View;

use crate::nav::Nav;
use crate::pages::{AnnexPage, MapPage};
use crate::parts::asks_again;
use crate::reactive::{effect, fill};
use crate::shell::{Footer, Header, LiveRegion};
use crate::store::Store;
use dom::language::words;
use page::{State, What, waiting};
use words::say;

/// Where it is told how far the atlas is.
const ATLAS_WAIT: &str = "atlas-wait";

/// The whole app. Long-lived state is made here, above the pages.
#[component]
pub fn App(
    /// Whether the words of the reader's language are here.
    spoken: bool,
) -> impl IntoView {
    let nav = Nav::start();
    provide_context(nav);
    let store = Store::start();
    provide_context(store);
    let live = LiveRegion::provide();
    on_page_change(nav);
    report_state(nav, store);
    // In another site's page, the atlas stands without its own around it.
    if matches!(nav.view_untracked(), View::Embed(_))
        && let Some(root) = document().document_element()
    {
        dom::set(&root, "data-embed", "");
    }
    fill(ATLAS_WAIT, move || waiting(words(), &store.atlas.state(), What::ATLAS));
    let again = move |event: leptos::ev::MouseEvent| {
        if asks_again(&event) {
            store.load_atlas();
        }
    };
    let shown = move || {
        store.atlas.get().map(|atlas| match nav.is_map() {
            true => view! { <MapPage atlas /> }.into_any(),
            false => view! { <AnnexPage /> }.into_any(),
        })
    };
    view! {
        // The browser's own way: it moves the focus.
        <a class="skip" href="#main" rel="external">{say!(words(), SHELL_SKIP)}</a>
        <Header />
        <main id="main" tabindex="-1">
            {(!spoken).then(unspoken)}
            <div class="measure" id=ATLAS_WAIT on:click=again></div>
            {shown}
        </main>
        <Footer />
        <p class="unseen" role="status" aria-live="polite">{live.said()}</p>
    }
}

/// Says that the page is in English because other words did not arrive, and how to try again.
fn unspoken() -> impl IntoView {
    view! {
        <p class="measure notice" role="status">
            {dom::language::failed()} " " <a href="" rel="external">{say!(words(), SHELL_TRY_AGAIN)}</a>
        </p>
    }
}

/// On a new page the reader begins at its top, by eye and by screen reader.
fn on_page_change(nav: Nav) {
    let mut before = None;
    effect(move || {
        let now = nav.page();
        if before.as_ref().is_some_and(|before| *before != now) {
            // In this order: the focus brings its element into sight, and the top is above it.
            dom::focus("main");
            window().scroll_to_with_x_and_y(0.0, 0.0);
        }
        before = Some(now);
    });
}

/// Tells the outside when the map page can be used: once the atlas is here, and the map too, here or not to be
/// had. The other pages tell it themselves.
fn report_state(nav: Nav, store: Store) {
    effect(move || {
        let map_settled = store.world.state() != State::Loading;
        let is_map = nav.is_map();
        match store.atlas.state() {
            State::Ready if map_settled && is_map => dom::state::ready(),
            State::Failed(_) => dom::state::failed(),
            _ => {}
        }
    });
}
