//! Legend, region, and the switch between map and table.

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use page::edition::{legend, regions};
use tip::permalink::MapView;
use tip::{Region, Tier, TierSet};
use words::say;

use super::Shown;
use crate::nav::use_nav;
use crate::reactive::{effect, fill};
use dom::language::words;
use dom::{closest, flag_of, set_of, text_of};

/// Constants for the reason given in `parts/page_view.rs`.
const LEGEND: &str = "legend";
const REGION: &str = "region";

/// The tiers as buttons, each with symbol, name and count: pressed ones are singled out on the map and in
/// the table.
#[component]
pub fn Legend(shown: Shown) -> impl IntoView {
    let nav = use_nav();
    let Shown { atlas, view, edition, filter, .. } = shown;
    fill(LEGEND, || legend(words()));
    // The buttons are made above, once.
    effect(move || {
        let tiers = filter.get().tiers;
        for tier in Tier::ALL {
            let pressed = if tiers.contains(tier) { "true" } else { "false" };
            set_of(&format!("legend-{}", tier.code()), "aria-pressed", Some(pressed));
        }
        flag_of("legend-all", "hidden", tiers.is_empty());
    });
    effect(move || {
        let counts = atlas.counts(edition.get(), filter.get().region);
        for tier in Tier::ALL {
            text_of(&format!("count-{}", tier.code()), &counts.of(tier).to_string());
        }
    });
    let choose = move |event: MouseEvent| {
        let Some(button) = closest(&event, "button") else { return };
        let view = view.get_untracked();
        let tier = button.get_attribute("data-tier").as_deref().and_then(Tier::from_code);
        let tiers = tier.map_or(TierSet::default(), |tier| view.tiers.toggled(tier));
        nav.go(shown.view_of(MapView { tiers, ..view }));
    };
    view! { <div class="legend" id=LEGEND on:click=choose></div> }
}

/// The region in focus, and map or table.
#[component]
pub fn Filters(shown: Shown) -> impl IntoView {
    let nav = use_nav();
    let Shown { view, filter, .. } = shown;
    let choose = move |event| {
        let region = Region::from_slug(&event_target_value(&event));
        nav.go(shown.view_of(MapView { region, ..view.get_untracked() }));
    };
    let switch = move |event: MouseEvent| {
        if let Some(button) = closest(&event, "button") {
            let table = button.id() == "as-table";
            nav.go(shown.view_of(MapView { table, ..view.get_untracked() }));
        }
    };
    fill(REGION, move || regions(words(), filter.get().region));
    effect(move || {
        let (map, table) = if filter.get().table { ("false", "true") } else { ("true", "false") };
        set_of("as-map", "aria-pressed", Some(map));
        set_of("as-table", "aria-pressed", Some(table));
    });
    view! {
        <div class="filters">
            <select aria-label=say!(words(), MAP_REGION) id=REGION on:change=choose></select>
            <div class="switch" role="group" aria-label=say!(words(), MAP_SHOW_AS) on:click=switch>
                <button type="button" id="as-map">{say!(words(), MAP_AS_MAP)}</button>
                <button type="button" id="as-table">{say!(words(), MAP_AS_TABLE)}</button>
            </div>
        </div>
    }
}
