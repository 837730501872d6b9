//! The frame of every page: header, navigation and footer.

pub mod keyboard_help;
mod live;

use dom::language::words;
use dom::{Nodes, address, switch};
use leptos::prelude::*;
use page::shell::{FIND, KEYS, MAIN, shell};
use tip::permalink::{self, CountryView, View};
use words::say;

use crate::nav::use_nav;
use crate::parts::country_combobox::CountryCombobox;
use crate::store::use_store;
use keyboard_help::KeyboardHelp;
pub use live::LiveRegion;

/// Name, pages and search; the page; what this is, and whose words it gives.
#[component]
pub fn Shell(
    /// The page.
    main: AnyView,
) -> impl IntoView {
    let nav = use_nav();
    let store = use_store();
    let live = LiveRegion::get();
    let tree = move || {
        nav.page();
        let rested = nav.rested();
        let atlas = store.atlas().ok();
        let version = atlas.map(tip::Atlas::version);
        let address = |lang| address::href_in(&rested, Some(lang));
        shell(words(), &nav.view_untracked(), version, &live.message(), address)
    };
    let has_atlas = Memo::new(move |_| store.atlas().is_ok());
    let find = switch(move || match has_atlas.get().then(|| store.atlas()) {
        Some(Ok(atlas)) => {
            // The edition on show stays.
            let open = move |code| {
                let edition = permalink::edition(atlas, nav.view_untracked().year());
                nav.go(View::from(CountryView { code, year: permalink::year_of(atlas, edition) }));
            };
            view! {
                <CountryCombobox
                    atlas
                    field="search"
                    label=say!(words(), SHELL_FIND_LABEL)
                    placeholder=say!(words(), SHELL_FIND)
                    choose=Box::new(open)
                    in_words=true
                />
            }
            .into_any()
        }
        _ => ().into_any(),
    });
    let keys = view! { <KeyboardHelp /> }.into_any();
    Nodes::new(tree).with(FIND, find).with(MAIN, main).with(KEYS, keys)
}
