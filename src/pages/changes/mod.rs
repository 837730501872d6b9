//! `/changes`: upgrades and downgrades of an edition, or between two.

use leptos::prelude::*;
use tip::permalink::View;

use crate::part::{Open, part};
use crate::parts::page_view::{Asked, Made, PageView};

part!(pages: Open = || view! { <PageView make=page /> }.into_any());

fn page(asked: &Asked<'_>) -> Option<Made> {
    let View::Changes(view) = asked.view else { return None };
    let world = asked.store.world();
    let settled = Made::is_settled(world.as_ref().err());
    // Without the map, the lists have the same facts.
    let page = page::changes::page(asked.atlas, view, world.ok(), asked.setting);
    Some(Made { page, settled })
}
