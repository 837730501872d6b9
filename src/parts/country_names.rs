//! What countries are found by: their names in several languages and their codes, fetched by who searches.

use page::State;
use tip::Atlas;
use tip::search::{Hit, Index};

use crate::store::Store;

/// The names; tracked, and fetched the first time.
///
/// # Errors
/// How far the file is.
pub fn index(atlas: &'static Atlas, store: Store) -> Result<&'static Index, State> {
    store.get("data/names.json", move |json| {
        Index::from_json(json, atlas, dom::plain, dom::language::also_named())
    })
}

/// The countries that fit what a reader typed, best first, at most `most`.
///
/// # Errors
/// How far the file is.
pub fn find(atlas: &'static Atlas, store: Store, typed: &str, most: usize) -> Result<Vec<Hit>, State> {
    index(atlas, store).map(|index| index.find(&dom::plain(typed), most))
}
