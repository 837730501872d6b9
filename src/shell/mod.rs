//! What stands around every page.

pub mod keyboard_help;
mod live;

use dom::language::words;
use dom::{Nodes, address};
use leptos::prelude::*;
use page::el;
use page::parts::link;
use tip::permalink::{CountryView, View};
use words::say;

use crate::nav::use_nav;
use crate::parts::country_combobox::CountryCombobox;
use crate::store::use_store;
use keyboard_help::KeyboardHelp;
pub use live::LiveRegion;

/// Name, pages and search.
#[component]
pub fn Header() -> impl IntoView {
    let nav = use_nav();
    let store = use_store();
    let pages = Nodes::new(move || {
        nav.page();
        el("ul").all(page::shell::pages(words(), &nav.view_untracked()))
    });
    let has_atlas = Memo::new(move |_| store.atlas().is_ok());
    let open = move |code| nav.go(View::from(CountryView { code, year: None }));
    let search = move || {
        let atlas = has_atlas.get().then(|| store.atlas().ok()).flatten()?;
        Some(view! {
            <div class="search" role="search">
                <CountryCombobox
                    atlas
                    field="search"
                    label=say!(words(), SHELL_FIND_LABEL)
                    placeholder=say!(words(), SHELL_FIND)
                    choose=open
                    in_words=true
                />
            </div>
        })
    };
    view! {
        <header class="masthead">
            <div class="measure">
                <p class="wordmark"><a href=address::href(&View::default())>{say!(words(), SHELL_TITLE)}</a></p>
                <nav aria-label=say!(words(), SHELL_PAGES)>{pages}</nav>
                {search}
            </div>
        </header>
    }
}

/// What this is, and whose words it gives.
#[component]
pub fn Footer() -> impl IntoView {
    let store = use_store();
    let nav = use_nav();
    let languages = Nodes::new(move || {
        let view = nav.rested();
        el("div").all(page::shell::languages(words(), |lang| address::href_in(&view, Some(lang))))
    });
    let says = Nodes::new(move || {
        let version = store.atlas().ok().map(|atlas| say!(words(), SHELL_VERSION, version = atlas.version()));
        el("div")
            .class("foot-words")
            .with(
                el("p")
                    .with(format!("{} ", say!(words(), SHELL_WHAT)))
                    .with(link(View::About, say!(words(), SHELL_SOURCES)))
                    .with("."),
            )
            .with(el("p").maybe(version))
    });
    view! {
        <footer class="foot">
            <div class="measure">
                {says}
                <nav class="languages" aria-label=say!(words(), SHELL_LANGUAGE)>{languages}</nav>
                <KeyboardHelp />
            </div>
        </footer>
    }
}
