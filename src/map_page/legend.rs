//! The legend: every tier with its symbol, name and count, which filters.

use leptos::prelude::*;
use tip::Tier;
use tip::permalink::{MapView, View};

use super::Shown;
use crate::nav::use_nav;
use crate::parts::Symbol;

/// The tiers as buttons: pressed ones are singled out on the map and in the table.
#[component]
pub fn Legend(shown: Shown) -> impl IntoView {
    let nav = use_nav();
    let Shown { atlas, view, edition } = shown;
    let region = Memo::new(move |_| view.get().region);
    let counts = Memo::new(move |_| atlas.counts(edition.get(), region.get()));
    let tiers = Memo::new(move |_| view.get().tiers);
    let chip = move |tier: Tier| {
        let toggle = move |_| {
            let view = view.get_untracked();
            nav.go(View::Map(MapView { tiers: view.tiers.toggled(tier), ..view }));
        };
        view! {
            <li>
                <button
                    type="button"
                    class="chip"
                    data-tier=tier.code()
                    aria-pressed=move || tiers.get().contains(tier).to_string()
                    on:click=toggle
                >
                    <Symbol tier=Some(tier) />
                    {tier.name()}
                    <span class="count">{move || counts.get().of(tier)}</span>
                </button>
            </li>
        }
    };
    let clear = move |_| nav.go(View::Map(MapView { tiers: Default::default(), ..view.get_untracked() }));
    view! {
        <div class="legend">
            <h2 class="unseen">"Tiers: choose which to single out"</h2>
            <ul>
                {Tier::ALL.map(chip).collect_view()}
                <li class="key" data-tier="none">
                    <span class="swatch"></span>
                    "No placement"
                </li>
                <li class="key" data-tier="unrated">
                    <span class="swatch"></span>
                    "Never in the report"
                </li>
            </ul>
            <button type="button" class="quiet" hidden=move || tiers.get().is_empty() on:click=clear>
                "Show all tiers"
            </button>
        </div>
    }
}
