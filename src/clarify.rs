//! Links as people send them: with a country's name, a two-letter code, capitals. What they mean is looked up once, when the
//! page starts; then the address bar has this site's own address for it.

use leptos::prelude::*;
use page::State;
use tip::permalink::{self, Address, View};

use crate::parts::country_names;
use crate::reactive::{effect, until};
use crate::store::Store;

/// Replaces an address that names countries or regions as this site does not. Where it cannot be looked up, it stays, and its
/// page says what was not understood.
pub async fn canonical(store: Store) {
    let typed = dom::address::typed();
    if !permalink::is_unclear(&typed) {
        return;
    }
    let meant = RwSignal::new(None::<Result<View, State>>);
    effect(move || {
        let view = store.atlas().and_then(|atlas| country_names::clarify(atlas, store, &typed));
        if view != Err(State::Loading) {
            meant.set(Some(view));
        }
    });
    until(move || meant.with(Option::is_some)).await;
    if let Some(Ok(view)) = meant.get_untracked()
        && !matches!(view, View::Unknown(_))
    {
        dom::address::replace(&Address { view, lang: dom::language::asked() });
    }
}
