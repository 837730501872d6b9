//! Links as people send them: with a country's name, a two-letter code, capitals. What they mean is looked up once, when the
//! page starts, with the names of countries; then the address bar has the address of this site for it.

use leptos::prelude::*;
use page::State;
use tip::Atlas;
use tip::permalink::{self, Address, View};

use crate::part::part;
use crate::parts::country_names;
use crate::reactive::{effect, until};
use crate::store::Store;

/// Reads an address with the names of countries at hand.
type Clarify = fn(&'static Atlas, Store, &str) -> Result<View, State>;

part!(tools: Clarify = clarify);

fn clarify(atlas: &'static Atlas, store: Store, address: &str) -> Result<View, State> {
    let index = country_names::index(atlas, store)?;
    let meant = |text: &str| index.meant(&dom::plain(text)).map(|id| atlas.country(id).code);
    Ok(permalink::clarified(address, &meant))
}

/// Replaces an address that names countries or regions as this site does not. Where it cannot be looked up, it stays, and its
/// page says what was not understood.
pub async fn canonical(store: Store) {
    let typed = dom::address::typed();
    if !permalink::is_unclear(&typed) {
        return;
    }
    let Ok(clarify) = part().await else { return };
    let meant = RwSignal::new(None::<Option<View>>);
    let address = typed.clone();
    effect(move || match store.atlas().and_then(|atlas| clarify(atlas, store, &address)) {
        Ok(view) => meant.set(Some(Some(view))),
        Err(State::Failed(_)) => meant.set(Some(None)),
        Err(_) => {}
    });
    until(move || meant.get().is_some()).await;
    let view = meant.get_untracked().flatten().filter(|view| !matches!(view, View::Unknown(_)));
    if let Some(view) = view {
        let address = Address { view, lang: dom::language::asked() };
        dom::address::replace(&address);
    }
}
