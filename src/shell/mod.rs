//! What stands around every page.

mod live;
mod search;

use leptos::prelude::*;
use tip::permalink::{MapView, View};

use crate::nav::use_nav;
use crate::parts::{Link, title};
use crate::store::use_store;

pub use live::LiveRegion;
use search::Search;

/// Name, pages and search.
#[component]
pub fn Header() -> impl IntoView {
    let nav = use_nav();
    let store = use_store();
    let on_map = Signal::derive(move || matches!(nav.view(), View::Map(_)));
    let on_about = Signal::derive(move || nav.view() == View::About);
    view! {
        <header class="masthead">
            <div class="measure">
                <p class="wordmark">
                    <Link to=View::default()>"Tier Atlas"</Link>
                </p>
                <nav aria-label="Pages">
                    <ul>
                        <li>
                            <Link to=View::Map(MapView::default()) current=on_map>
                                "Map"
                            </Link>
                        </li>
                        <li>
                            <Link to=View::About current=on_about>
                                "About"
                            </Link>
                        </li>
                    </ul>
                </nav>
                {move || store.atlas.get().ready().map(|atlas| view! { <Search atlas /> })}
            </div>
        </header>
    }
}

/// What this is, and whose words it gives.
#[component]
pub fn Footer() -> impl IntoView {
    let store = use_store();
    view! {
        <footer class="foot">
            <div class="measure">
                <p>
                    "Tier Atlas shows how the U.S. State Department’s annual Trafficking in Persons Report places countries and territories. It is not the work of the U.S. government. "
                    <Link to=View::About>"Sources, limits, how to cite"</Link> "."
                </p>
                <p>
                    {move || {
                        store.atlas.get().ready().map(|atlas| format!("Data version {}.", atlas.version()))
                    }}
                </p>
            </div>
        </footer>
    }
}

/// The page for an address that is none.
#[component]
pub fn NotFound(path: String) -> impl IntoView {
    title("No such page");
    view! {
        <article class="measure plain">
            <h1>"There is no such page"</h1>
            <p>
                "The atlas has nothing at " <code>{path}</code>
                ". Type a country’s name in the search field above, or go to the "
                <Link to=View::default()>"map of the newest edition"</Link> "."
            </p>
        </article>
    }
}
