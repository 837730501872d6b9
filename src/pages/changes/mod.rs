//! `/changes`: upgrades and downgrades of an edition, or between two.

use leptos::prelude::*;
use page::State;
use page::changes::{Files, reasons_of};
use tip::permalink::{ChangesView, View};
use words::text::{CHANGES_LOOK, CHANGES_LOOK_LABEL};

use crate::part::{Open, part};
use crate::parts::country_field::{Field, country_field};
use crate::parts::page_view::{Asked, Inset, Made, PageView};
use crate::store::Store;

/// Where the page has room for the field that looks a country up.
const LOOK_UP: Inset = Inset { id: page::changes::LOOK_UP, view: || country_field(FIELD).into_any() };

part!(moves: Open = Open { show: || view! { <PageView make=page inset=LOOK_UP /> }.into_any(), needs });

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

/// The field that looks up whether a country moved.
const FIELD: Field = Field {
    id: "look",
    place: page::changes::LOOK_UP,
    label: CHANGES_LOOK_LABEL,
    placeholder: CHANGES_LOOK,
    in_words: false,
    choose: |nav, _, code| {
        if let View::Changes(view) = nav.view_untracked() {
            nav.go(View::Changes(ChangesView { country: Some(code), ..view }));
        }
    },
};
