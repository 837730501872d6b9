//! Region, and the switch between map and table.

use leptos::prelude::*;
use tip::Region;
use tip::permalink::{MapView, View};

use super::Shown;
use crate::nav::use_nav;

/// The region in focus, and map or table.
#[component]
pub fn Filters(shown: Shown) -> impl IntoView {
    let nav = use_nav();
    let view = shown.view;
    let region = Memo::new(move |_| view.get().region);
    let table = Memo::new(move |_| view.get().table);
    let choose = move |event| {
        let region = Region::from_slug(&event_target_value(&event));
        nav.go(View::Map(MapView { region, ..view.get_untracked() }));
    };
    let switch = move |table: bool| {
        move |_| {
            nav.go(View::Map(MapView { table, ..view.get_untracked() }));
        }
    };
    view! {
        <div class="filters">
            <label>
                <span class="unseen">"Region"</span>
                <select
                    on:change=choose
                    prop:value=move || region.get().map(Region::slug).unwrap_or_default()
                >
                    <option value="">"All regions"</option>
                    {Region::ALL
                        .map(|region| view! { <option value=region.slug()>{region.name()}</option> })
                        .collect_view()}
                </select>
            </label>
            <div class="switch" role="group" aria-label="Show as">
                <button type="button" aria-pressed=move || (!table.get()).to_string() on:click=switch(false)>
                    "Map"
                </button>
                <button type="button" aria-pressed=move || table.get().to_string() on:click=switch(true)>
                    "Table"
                </button>
            </div>
        </div>
    }
}
