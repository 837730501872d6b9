//! What stands around every page.

mod live;
mod search;
mod shortcuts;

use leptos::html::{Div, Ul};
use leptos::prelude::*;
use page::el;
use page::parts::link;
use tip::permalink::View;

use crate::nav::use_nav;
use crate::reactive::fill;
use crate::store::use_store;
use dom::address;

pub use live::LiveRegion;
use search::Search;
use shortcuts::Shortcuts;

/// Name, pages and search.
#[component]
pub fn Header() -> impl IntoView {
    let nav = use_nav();
    let store = use_store();
    let pages = NodeRef::<Ul>::new();
    let shown = Memo::new(move |_| std::mem::discriminant(&nav.view()));
    fill(pages, move || {
        shown.track();
        page::shell::pages(&nav.view_untracked())
    });
    view! {
        <header class="masthead">
            <div class="measure">
                <p class="wordmark"><a href=address::href(&View::default())>"Tier Atlas"</a></p>
                <nav aria-label="Pages">
                    <ul node_ref=pages></ul>
                </nav>
                {move || store.atlas.get().map(|atlas| view! { <Search atlas /> })}
            </div>
        </header>
    }
}

/// What this is, and whose words it gives.
#[component]
pub fn Footer() -> impl IntoView {
    let store = use_store();
    let place = NodeRef::<Div>::new();
    fill(place, move || {
        let version = store.atlas.get().map(|atlas| format!("Data version {}.", atlas.version()));
        vec![
            el("p")
                .with("Tier Atlas shows how the U.S. State Department’s annual Trafficking in Persons Report places countries and territories. It is not the work of the U.S. government. ")
                .with(link(View::About, "Sources, limits, how to cite"))
                .with(".")
                .into(),
            el("p").maybe(version).into(),
        ]
    });
    view! {
        <footer class="foot">
            <div class="measure">
                <div class="foot-words" node_ref=place></div>
                <Shortcuts />
            </div>
        </footer>
    }
}
