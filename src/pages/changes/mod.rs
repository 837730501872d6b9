//! `/changes`: upgrades and downgrades of an edition, or between two.

use leptos::prelude::*;
use page::State;
use tip::permalink::View;

use crate::part::{Open, part};
use crate::parts::page_view::{Asked, Made, PageView};
use crate::store::Store;

part!(pages: Open = Open { show: || view! { <PageView make=page /> }.into_any(), needs });

fn needs(_: &View, store: Store) -> Result<(), State> {
    store.world().map(drop)
}

fn page(asked: &Asked<'_>) -> Option<Made> {
    let View::Changes(view) = asked.view else { return None };
    let world = asked.store.world();
    let settled = Made::is_settled(world.as_ref().err());
    // Without the map, the lists have the same facts.
    let page = page::changes::page(asked.atlas, view, world.ok(), asked.setting);
    Some(Made { page, settled })
}
