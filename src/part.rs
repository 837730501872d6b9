//! The parts of the program: code that is fetched when something first needs it.
//!
//! A part is declared next to its code, by the macro `part!`. Built with the feature `split`
//! (`cargo xtask dist`) it is a file of its own; without it (Trunk, tests) it is in the program already. [`Parts`] holds how far
//! each is.

use std::future::Future;
use std::pin::Pin;

use dom::language::words;
use dom::{Nodes, switch};
use leptos::prelude::*;
use leptos::task::spawn_local;
use page::{LoadMessages, State, el, waiting};
use tip::permalink::View;
use words::say;

use crate::parts::asks_again;
use crate::reactive::effect;
use crate::store::Store;

/// Why there is no part: it could not be fetched, or was not as built.
#[derive(Clone, Copy, Debug)]
pub struct NotLoaded;

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for NotLoaded {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> NotLoaded {
        // The loader has written the reason into the console.
        NotLoaded
    }
}

/// Declares `part()`, which fetches a part and returns what is in it: `part!(country: Open = open)`. Several may name the same
/// part, which is then one file. There are five, since code that only some of them share is a file for each set of them:
///
/// - `map`: the map's page;
/// - `country`: a country's page;
/// - `moves`: what moved, the Watch List, and what followed for Tier 3;
/// - `pages`: all other pages;
/// - `tools`: what the first view of no page needs (names for the search field, table, keys, share, files).
macro_rules! part {
    ($name:ident: $type:ty = $value:expr) => {
        /// Fetches the part, and returns what is in it.
        #[cfg(feature = "split")]
        #[wasm_split_helpers::wasm_split($name, fallible)]
        pub fn part() -> Result<$type, $crate::part::NotLoaded> {
            Ok($value)
        }

        /// The same in a program that is whole.
        #[cfg(not(feature = "split"))]
        pub async fn part() -> Result<$type, $crate::part::NotLoaded> {
            Ok($value)
        }
    };
}
pub(crate) use part;

/// What a part of the program shows, and which files that needs.
#[derive(Clone, Copy, Debug)]
pub struct Open {
    /// Shows it.
    pub show: fn() -> AnyView,
    /// How far the files are that a view of it needs besides the atlas.
    pub needs: Needs,
}

/// How far the files are that a view needs; tracked, and fetched the first time.
pub type Needs = fn(&View, Store) -> Result<(), State>;

impl Open {
    /// What needs no file of its own.
    pub const fn of(show: fn() -> AnyView) -> Open {
        Open { show, needs: |_, _| Ok(()) }
    }
}

/// The parts that show something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Name {
    /// `/`, and `/embed` with the map.
    Map,
    /// `/country/…`, and `/embed` with a country.
    Country,
    /// `/compare`.
    Compare,
    /// `/changes`.
    Changes,
    /// `/consequences`.
    Consequences,
    /// `/watch-list`.
    WatchList,
    /// `/trends`.
    Trends,
    /// `/search`.
    Search,
    /// `/about`.
    About,
    /// Any other address.
    Unknown,
    /// The table of an edition, on the map's page.
    Table,
    /// What the map shows in the tiers' place.
    Highlight,
    /// What can be taken along of the map's page.
    Share,
    /// The list of keys.
    Keys,
}

/// A part on its way.
pub type Fetch = Pin<Box<dyn Future<Output = Result<Open, NotLoaded>>>>;

impl Name {
    const ALL: [Name; 14] = [
        Name::Map,
        Name::Country,
        Name::Compare,
        Name::Changes,
        Name::Consequences,
        Name::WatchList,
        Name::Trends,
        Name::Search,
        Name::About,
        Name::Unknown,
        Name::Table,
        Name::Highlight,
        Name::Share,
        Name::Keys,
    ];
}

impl Name {
    /// Asks for the style sheet of what is no part of the map's page, where it is not there: what to wait for.
    fn style(self) -> Option<js_sys::Promise> {
        match self {
            Name::Map | Name::Table | Name::Highlight | Name::Share | Name::Keys => None,
            _ => dom::style::pages(),
        }
    }
}

/// Waits for a style sheet. A page without it can be read, so a failure ends the wait too.
async fn styled(style: Option<js_sys::Promise>) {
    if let Some(style) = style {
        // The promise of an event is never refused.
        drop(wasm_bindgen_futures::JsFuture::from(style).await);
    }
}

/// A part: how far it is, and what it shows.
#[derive(Clone, Copy, Debug)]
struct Part {
    state: RwSignal<Option<State>>,
    open: StoredValue<Option<Open>>,
}

/// All parts. Cheap to copy; from the context with [`use_parts`].
#[derive(Clone, Copy, Debug)]
pub struct Parts {
    parts: StoredValue<[Part; Name::ALL.len()]>,
    /// Fetches the part of a name. Given from outside, since each part's code uses this module.
    fetch: fn(Name) -> Fetch,
}

impl Parts {
    /// None fetched yet. Made above the pages, so that the signals outlive each of them.
    pub fn start(fetch: fn(Name) -> Fetch) -> Parts {
        let part = |_| Part { state: RwSignal::new(None), open: StoredValue::new(None) };
        Parts { parts: StoredValue::new(Name::ALL.map(part)), fetch }
    }

    #[expect(clippy::indexing_slicing, reason = "there is one for each name, in their order")]
    fn part(&self, name: Name) -> Part {
        self.parts.with_value(|parts| parts[name as usize])
    }

    /// What a part shows, or how far it is; tracked. Fetched the first time it is asked for.
    ///
    /// # Errors
    /// How far it is.
    pub fn get(&self, name: Name) -> Result<Open, State> {
        let part = self.part(name);
        let state = part.state.get();
        if let Some(open) = part.open.get_value() {
            return Ok(open);
        }
        if state.is_none() {
            self.load(name);
        }
        Err(state.unwrap_or(State::Loading))
    }

    /// Fetches a part ahead. A failure is ignored, and the part is requested again when it is needed.
    pub fn fetch_ahead(&self, name: Name) {
        let (part, fetch) = (self.part(name), self.fetch);
        if part.state.with_untracked(Option::is_none) {
            let style = name.style();
            spawn_local(async move {
                let fetched = fetch(name).await;
                styled(style).await;
                if let Ok(open) = fetched {
                    part.open.set_value(Some(open));
                    part.state.set(Some(State::Ready));
                }
            });
        }
    }

    /// Fetches a part, also after a failure.
    pub fn load(&self, name: Name) {
        let (part, fetch) = (self.part(name), self.fetch);
        part.state.set(Some(State::Loading));
        let style = name.style();
        spawn_local(async move {
            let fetched = fetch(name).await;
            styled(style).await;
            let state = match fetched {
                Ok(open) => {
                    part.open.set_value(Some(open));
                    State::Ready
                }
                Err(NotLoaded) => State::Failed(say!(words(), WAITING_PART)),
            };
            part.state.set(Some(state));
        });
    }
}

/// The parts, from the context.
#[expect(
    clippy::expect_used,
    reason = "App provides them above every page; without them there is no app to go on"
)]
pub fn use_parts() -> Parts {
    use_context().expect("Parts are provided by App")
}

/// Shows a part of the program, or a message while it loads and after a failure, with "Try again". `is_page`: whether
/// it is the page of the address, so that a failure sets `data-app="failed"`.
#[component]
pub fn Shown(
    /// The part.
    name: Name,
    /// The messages while it loads and after a failure.
    messages: LoadMessages,
    /// Whether it is the page of the address.
    #[prop(optional)]
    is_page: bool,
) -> impl IntoView {
    let parts = use_parts();
    if is_page {
        effect(move || {
            if matches!(parts.get(name), Err(State::Failed(_))) {
                dom::state::failed();
            }
        });
    }
    switch(move || match parts.get(name) {
        Ok(open) => (open.show)(),
        Err(state) => Nodes::new(move || el("div").class("measure").all(waiting(words(), &state, messages)))
            .on("click", move |event| {
                if asks_again(event) {
                    parts.load(name);
                }
            })
            .into_any(),
    })
}
