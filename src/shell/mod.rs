//! What stands around every page.

mod live;
mod search;
mod shortcuts;

use leptos::prelude::*;
use page::el;
use page::parts::link;
use tip::permalink::View;

use crate::nav::use_nav;
use crate::reactive::fill;
use crate::store::use_store;
use dom::address;
use dom::language::words;
use words::say;

pub use live::LiveRegion;
use search::Search;
use shortcuts::Shortcuts;

/// Constants for the reason given in `pages/annex.rs`.
const PAGES: &str = "ways";
const WORDS: &str = "foot-words";
const LANGUAGES: &str = "languages";

/// Name, pages and search.
#[component]
pub fn Header() -> impl IntoView {
    let nav = use_nav();
    let store = use_store();
    fill(PAGES, move || {
        nav.page();
        page::shell::pages(words(), &nav.view_untracked())
    });
    view! {
        <header class="masthead">
            <div class="measure">
                <p class="wordmark"><a href=address::href(&View::default())>{say!(words(), SHELL_TITLE)}</a></p>
                <nav aria-label=say!(words(), SHELL_PAGES)>
                    <ul id=PAGES></ul>
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
    let nav = use_nav();
    fill(LANGUAGES, move || {
        let view = nav.rested();
        page::shell::languages(words(), |lang| address::href_in(&view, Some(lang)))
    });
    fill(WORDS, move || {
        let version = store.atlas.get().map(|atlas| say!(words(), SHELL_VERSION, version = atlas.version()));
        vec![
            el("p")
                .with(format!("{} ", say!(words(), SHELL_WHAT)))
                .with(link(View::About, say!(words(), SHELL_SOURCES)))
                .with(".")
                .into(),
            el("p").maybe(version).into(),
        ]
    });
    view! {
        <footer class="foot">
            <div class="measure">
                <div class="foot-words" id=WORDS></div>
                <nav class="languages" aria-label=say!(words(), SHELL_LANGUAGE)>
                    <div id=LANGUAGES></div>
                </nav>
                <Shortcuts />
            </div>
        </footer>
    }
}
