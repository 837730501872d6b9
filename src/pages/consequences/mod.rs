//! `/consequences`: what followed for the countries on Tier 3.

use leptos::prelude::*;
use page::State;
use tip::permalink::View;

use crate::part::{Open, part};
use crate::parts::page_view::{Asked, Made, PageView};
use crate::store::Store;

part!(moves: Open = Open { show: || view! { <PageView make=page /> }.into_any(), needs });

fn needs(_: &View, store: Store) -> Result<(), State> {
    store.consequences().map(drop)
}

fn page(asked: &Asked<'_>) -> Option<Made> {
    let View::Consequences(view) = asked.view else { return None };
    let consequences = asked.store.consequences();
    let settled = Made::is_settled(consequences.as_ref().err());
    let page = page::consequences::page(asked.atlas, view, consequences, asked.setting);
    Some(Made { page, settled })
}
