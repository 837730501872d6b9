//! Legend, region, and the switch between map and table.

use dom::language::words;
use dom::{Text, closest, flag_of, set_of};
use leptos::prelude::*;
use page::edition::regions;
use page::highlight::options;
use tip::permalink::{Highlight, MapView, View};
use tip::{Region, Tier, TierSet};
use wasm_bindgen::JsCast;

use super::shown::Shown;
use crate::reactive::{effect, fill};

/// Keeps the controls in step with the view: tier buttons with their counts, pressed if they filter.
pub fn follow(shown: Shown) {
    let Shown { atlas, edition, filter, .. } = shown;
    effect(move || {
        let tiers = filter.get().tiers;
        for tier in Tier::ALL {
            let pressed = if tiers.contains(tier) { "true" } else { "false" };
            set_of(&format!("legend-{}", tier.code()), "aria-pressed", Some(pressed));
        }
        flag_of("legend-all", "hidden", tiers.is_empty());
    });
    let mut numbers = Tier::ALL.map(|tier| (tier, Text::of(&format!("count-{}", tier.code()))));
    effect(move || {
        let counts = atlas.counts(edition.get(), filter.get().region);
        for (tier, number) in &mut numbers {
            number.set(&counts.of(*tier).to_string());
        }
    });
    fill("region", move || regions(words(), filter.get().region));
    fill("show", move || options(words(), filter.get().highlight));
    effect(move || {
        let (map, table) = if filter.get().table { ("false", "true") } else { ("true", "false") };
        set_of("as-map", "aria-pressed", Some(map));
        set_of("as-table", "aria-pressed", Some(table));
    });
}

/// The view that a click on one of them asks for.
pub fn clicked(shown: Shown, event: &web_sys::Event) -> Option<View> {
    let view = shown.view.get_untracked();
    if let Some(button) = closest(event, ".legend button") {
        let tier = button.get_attribute("data-tier").as_deref().and_then(Tier::from_code);
        let tiers = tier.map_or(TierSet::default(), |tier| view.tiers.toggled(tier));
        return Some(shown.view_of(MapView { tiers, ..view }));
    }
    let button = closest(event, ".switch button")?;
    Some(shown.view_of(MapView { table: button.id() == "as-table", ..view }))
}

/// The view that one of the fields asks for.
pub fn chosen(shown: Shown, event: &web_sys::Event) -> Option<View> {
    let field = closest(event, ".filters select")?.dyn_into::<web_sys::HtmlSelectElement>().ok()?;
    let (view, value) = (shown.view.get_untracked(), field.value());
    Some(shown.view_of(match field.id() == "region" {
        true => MapView { region: Region::from_slug(&value), ..view },
        false => MapView { highlight: Highlight::from_slug(&value), ..view },
    }))
}
