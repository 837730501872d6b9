//! Countries by what readers type and links say: names in several languages, codes. The code and the names are fetched by who
//! needs them.

use leptos::prelude::*;
use leptos::task::spawn_local;
use page::State;
use tip::Atlas;
use tip::permalink::{self, View};
use tip::search::{Hit, Index};
use words::say;

use crate::part::part;
use crate::store::Store;
use dom::language::words;

/// What the names of countries are used for.
#[derive(Clone, Copy, Debug)]
pub struct Names {
    find: fn(&'static Atlas, Store, &str, usize) -> Result<Vec<Hit>, State>,
    clarify: fn(&'static Atlas, Store, &str) -> Result<View, State>,
}

part!(tools: Names = Names { find: fitting, clarify: clear });

/// The countries that fit what a reader typed, best first, at most `most`; tracked.
///
/// # Errors
/// How far the names are.
pub fn find(atlas: &'static Atlas, store: Store, typed: &str, most: usize) -> Result<Vec<Hit>, State> {
    (names(store)?.find)(atlas, store, typed, most)
}

/// The view of an address in which countries and regions go by any of their names; tracked.
///
/// # Errors
/// How far the names are.
pub fn clarify(atlas: &'static Atlas, store: Store, address: &str) -> Result<View, State> {
    (names(store)?.clarify)(atlas, store, address)
}

/// The code, fetched the first time and after a failure.
fn names(store: Store) -> Result<Names, State> {
    let signal = store.names;
    match signal.get() {
        Some(names) => names,
        None => {
            spawn_local(async move {
                let fetched = part().await.map_err(|_| State::Failed(say!(words(), WAITING_PART)));
                signal.set(Some(fetched));
            });
            Err(State::Loading)
        }
    }
}

fn index(atlas: &'static Atlas, store: Store) -> Result<&'static Index, State> {
    store.get("data/names.json", move |json| {
        Index::from_json(json, atlas, dom::plain, dom::language::also_named())
    })
}

fn fitting(atlas: &'static Atlas, store: Store, typed: &str, most: usize) -> Result<Vec<Hit>, State> {
    index(atlas, store).map(|index| index.find(&dom::plain(typed), most))
}

fn clear(atlas: &'static Atlas, store: Store, address: &str) -> Result<View, State> {
    let index = index(atlas, store)?;
    let meant = |text: &str| index.meant(&dom::plain(text)).map(|id| atlas.country(id).code);
    Ok(permalink::clarified(address, &meant))
}
