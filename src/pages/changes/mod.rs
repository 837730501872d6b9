//! `/changes`: upgrades and downgrades of an edition, or between two.

use leptos::prelude::*;
use page::State;
use page::changes::{Files, reasons_of};
use tip::permalink::View;

use crate::part::{Open, part};
use crate::parts::page_view::{Asked, Made, PageView};
use crate::store::Store;

part!(moves: Open = Open { show: || view! { <PageView make=page /> }.into_any(), needs });

fn needs(view: &View, store: Store) -> Result<(), State> {
    let (View::Changes(view), Ok(atlas)) = (view, store.atlas()) else { return Ok(()) };
    // All are asked for before the first is waited for.
    let (world, consequences) = (store.world().map(drop), store.consequences().map(drop));
    let reasons = reasons_of(atlas, view).map_or(Ok(()), |year| store.reasons(year).map(drop));
    world.and(consequences).and(reasons)
}

fn page(asked: &Asked<'_>) -> Option<Made> {
    let View::Changes(view) = asked.view else { return None };
    let (world, consequences) = (asked.store.world(), asked.store.consequences());
    let reasons = reasons_of(asked.atlas, view).map(|year| asked.store.reasons(year)).transpose();
    let settled = Made::is_settled(world.as_ref().err())
        && Made::is_settled(consequences.as_ref().err())
        && Made::is_settled(reasons.as_ref().err());
    // Without the map, the lists have the same facts; without waivers and reasons, they are lists of moves.
    let files = Files { world: world.ok(), consequences: consequences.ok(), reasons: reasons.ok().flatten() };
    let page = page::changes::page(asked.atlas, view, files, asked.setting);
    Some(Made { page, settled })
}
