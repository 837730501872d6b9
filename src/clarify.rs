//! Links as people send them: with a country's name, a two-letter code, capitals. What they mean is looked up once, when the
//! page starts; then the address bar has this site's own address for it.

use std::future::Future;
use std::pin::Pin;

use leptos::prelude::*;
use page::State;
use tip::permalink::{self, Address, View};

use crate::part::part;
use crate::parts::country_names;
use crate::reactive::{effect, until};
use crate::store::Store;

/// Looks an address up and replaces it.
type LookUp = fn(Store, String) -> Pin<Box<dyn Future<Output = ()>>>;

part!(tools: LookUp = |store, typed| Box::pin(look_up(store, typed)));

/// Replaces an address that names countries or regions as this site does not. Where it cannot be looked up, it stays, and its
/// page says what was not understood.
pub async fn canonical(store: Store) {
    let typed = dom::address::typed();
    if permalink::is_unclear(&typed)
        && let Ok(look_up) = part().await
    {
        look_up(store, typed).await;
    }
}

async fn look_up(store: Store, typed: String) {
    let meant = RwSignal::new(None::<Result<View, State>>);
    effect(move || {
        let view = store.atlas().and_then(|atlas| {
            let index = country_names::index(atlas, store)?;
            let meant = |text: &str| index.meant(&dom::plain(text)).map(|id| atlas.country(id).code);
            Ok(permalink::clarified(&typed, &meant))
        });
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
