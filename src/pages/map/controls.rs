//! Legend, region, and the switch between map and table.

use leptos::ev::MouseEvent;
use leptos::html::{Select, Ul};
use leptos::prelude::*;
use page::{Node, el};
use tip::permalink::{MapView, View};
use tip::{Region, Tier, TierSet};

use super::Shown;
use crate::dom::{closest, fill, flag, text};
use crate::nav::use_nav;

/// The tiers as buttons, each with symbol, name and count: pressed ones are singled out on the map and in
/// the table.
#[component]
pub fn Legend(shown: Shown) -> impl IntoView {
    let nav = use_nav();
    let Shown { atlas, view, edition } = shown;
    let filter = move |tiers: TierSet| nav.go(View::Map(MapView { tiers, ..view.get_untracked() }));
    let chip = move |tier: Tier| {
        let pressed = text(move || view.get().tiers.contains(tier).to_string());
        let count = text(move || atlas.counts(edition.get(), view.get().region).of(tier).to_string());
        view! {
            <li>
                <button
                    type="button"
                    class="chip"
                    data-tier=tier.code()
                    aria-pressed=pressed
                    on:click=move |_| filter(view.get_untracked().tiers.toggled(tier))
                >
                    <svg class="symbol" viewBox="-1.25 -1.25 2.5 2.5" aria-hidden="true">
                        <path d=chart::symbol::path(Some(tier)) />
                    </svg>
                    {tier.name()}
                    <span class="count">{count}</span>
                </button>
            </li>
        }
    };
    let keys = NodeRef::<Ul>::new();
    let key = |tier: &'static str, name: &'static str| -> Node {
        el("li").class("key").attr("data-tier", tier).with(el("span").class("swatch")).with(name).into()
    };
    fill(keys, move || vec![key("none", "No placement"), key("unrated", "Never in the report")]);
    view! {
        <div class="legend">
            <ul aria-label="Tiers: choose which to single out">{Tier::ALL.map(chip).collect_view()}</ul>
            <ul node_ref=keys></ul>
            <button
                type="button"
                class="quiet"
                hidden=flag(move || view.get().tiers.is_empty())
                on:click=move |_| filter(TierSet::default())
            >
                "Show all tiers"
            </button>
        </div>
    }
}

/// The region in focus, and map or table.
#[component]
pub fn Filters(shown: Shown) -> impl IntoView {
    let nav = use_nav();
    let view = shown.view;
    let choose = move |event| {
        let region = Region::from_slug(&event_target_value(&event));
        nav.go(View::Map(MapView { region, ..view.get_untracked() }));
    };
    let switch = move |event: MouseEvent| {
        if let Some(button) = closest(&event, "[data-view]") {
            let table = button.get_attribute("data-view").as_deref() == Some("table");
            nav.go(View::Map(MapView { table, ..view.get_untracked() }));
        }
    };
    let region = text(move || view.get().region.map(Region::slug).unwrap_or_default().to_owned());
    let regions = NodeRef::<Select>::new();
    fill(regions, move || {
        let chosen = region.get();
        let option = |slug: &'static str, name: &'static str| -> Node {
            let option = el("option").attr("value", slug).with(name);
            if slug == chosen { option.attr("selected", "").into() } else { option.into() }
        };
        let mut options = vec![option("", "All regions")];
        options.extend(Region::ALL.map(|region| option(region.slug(), region.name())));
        options
    });
    view! {
        <div class="filters">
            <select aria-label="Region" node_ref=regions on:change=choose></select>
            <div class="switch" role="group" aria-label="Show as" on:click=switch>
                <button type="button" data-view="map" aria-pressed=text(move || (!view.get().table).to_string())>
                    "Map"
                </button>
                <button type="button" data-view="table" aria-pressed=text(move || view.get().table.to_string())>
                    "Table"
                </button>
            </div>
        </div>
    }
}
