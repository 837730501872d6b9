//! Links as people send them: with a country's name, a two-letter code, capitals. What they mean is looked up once, when the
//! page starts; then the address bar has this site's own address for it.

use std::future::Future;
use std::pin::Pin;

use dom::Nodes;
use dom::language::words;
use leptos::prelude::*;
use page::{Element, State, el};
use tip::permalink::{self, Address, View};
use words::say;

use crate::nav::use_nav;
use crate::part::part;
use crate::parts::country_names;
use crate::reactive::{effect, until};
use crate::store::Store;

/// Looks an address up and replaces it; returns what is to be said of what names no country or region.
type LookUp = fn(Store, String) -> Pin<Box<dyn Future<Output = Option<Nodes>>>>;

part!(tools: LookUp = |store, typed| Box::pin(look_up(store, typed)));

/// Replaces an address that names countries or regions as this site does not. Where it cannot be looked up, it stays, and its
/// page says what was not understood. Returns what is to be said of what names none and is left out.
pub async fn canonical(store: Store) -> Option<Nodes> {
    let typed = dom::address::typed();
    if permalink::is_unclear(&typed)
        && let Ok(look_up) = part().await
    {
        return look_up(store, typed).await;
    }
    None
}

async fn look_up(store: Store, typed: String) -> Option<Nodes> {
    let meant = RwSignal::new(None::<Result<View, State>>);
    let address = typed.clone();
    effect(move || {
        let view = store.atlas().and_then(|atlas| {
            let index = country_names::index(atlas, store)?;
            let meant = |text: &str| index.meant(&dom::plain(text)).map(|id| atlas.country(id).code);
            Ok(permalink::clarified(&address, &meant))
        });
        if view != Err(State::Loading) {
            meant.set(Some(view));
        }
    });
    until(move || meant.with(Option::is_some)).await;
    let view = meant.get_untracked()?.ok()?;
    let left_out = permalink::left_out(&typed, &view);
    if !matches!(view, View::Unknown(_)) {
        dom::address::replace(&Address { view: view.clone(), lang: dom::language::asked() });
    }
    (!left_out.is_empty()).then(|| Nodes::new(move || in_vain(&left_out, use_nav().view() == view)))
}

/// Says what the address names in vain, while the view that it led to is on show.
fn in_vain(names: &[String], shown: bool) -> Element {
    let notice = el("p").class("measure notice").attr("role", "status");
    if !shown {
        return notice.attr("hidden", "");
    }
    let names = words().list(names.iter().map(|text| format!("“{text}”")));
    notice.with(say!(words(), NOTICE_LEFT_OUT, names = names))
}
