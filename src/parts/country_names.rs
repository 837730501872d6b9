//! Countries by what readers type and links say: names in several languages, codes; fetched by who needs them.

use leptos::prelude::*;
use leptos::task::spawn_local;
use page::State;
use tip::Atlas;
use tip::search::{Hit, Index};
use words::say;

use crate::part::part;
use crate::store::{Find, Store};
use dom::language::words;

part!(tools: Find = find);

/// The code that finds countries, for who is not a part with it; tracked, fetched the first time and after a failure.
///
/// # Errors
/// How far it is.
pub fn finder(store: Store) -> Result<Find, State> {
    let state = store.finder_state;
    match (state.get(), store.finder.get_value()) {
        (Some(_), Some(find)) => Ok(find),
        (Some(state), None) => Err(state),
        (None, _) => {
            spawn_local(async move {
                state.set(Some(match part().await {
                    Ok(find) => {
                        store.finder.set_value(Some(find));
                        State::Ready
                    }
                    Err(_) => State::Failed(say!(words(), WAITING_PART)),
                }));
            });
            Err(State::Loading)
        }
    }
}

/// The names and codes; tracked, and fetched the first time.
///
/// # Errors
/// How far the file is.
pub fn index(atlas: &'static Atlas, store: Store) -> Result<&'static Index, State> {
    store.get("data/names.json", move |json| {
        Index::from_json(json, atlas, dom::plain, dom::language::also_named())
    })
}

/// The countries that fit what a reader typed, best first, at most `most`; tracked.
///
/// # Errors
/// How far the names are.
pub fn find(atlas: &'static Atlas, store: Store, typed: &str, most: usize) -> Result<Vec<Hit>, State> {
    index(atlas, store).map(|index| index.find(&dom::plain(typed), most))
}
