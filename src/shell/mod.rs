//! The frame of every page: header, navigation and footer.

pub mod keyboard_help;
mod live;

use dom::language::words;
use dom::{Nodes, address, switch};
use leptos::prelude::*;
use page::shell::{FIND, KEYS, MAIN, shell};

use tip::permalink::{self, CountryView, View};
use words::text::{SHELL_FIND, SHELL_FIND_LABEL};

use crate::nav::use_nav;
use crate::parts::country_field::{Field, country_field};
use crate::store::use_store;
use keyboard_help::KeyboardHelp;
pub use live::LiveRegion;

/// The search field.
const FIELD: Field = Field {
    id: "search",
    place: FIND,
    label: SHELL_FIND_LABEL,
    placeholder: SHELL_FIND,
    in_words: true,
    // The edition on show stays.
    choose: |nav, atlas, code| {
        let edition = permalink::edition(atlas, nav.view_untracked().year());
        nav.go(View::from(CountryView { code, year: permalink::year_of(atlas, edition) }));
    },
};

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
    let find = switch(move || match has_atlas.get() {
        true => country_field(FIELD).into_any(),
        false => ().into_any(),
    });
    let keys = view! { <KeyboardHelp /> }.into_any();
    Nodes::new(tree).with(FIND, find).with(MAIN, main).with(KEYS, keys)
}
