//! `/compare`: several countries side by side.

use leptos::prelude::*;
use page::compare::reasons_of;
use tip::permalink::View;
use words::say;

use crate::nav::use_nav;
use crate::part::{Open, part};
use crate::parts::country_combobox::CountryCombobox;
use crate::parts::page_view::{Asked, Inset, Made, PageView};
use crate::store::use_store;
use dom::language::words;

/// Where the page has room for the field that adds a country.
const ADD: Inset = Inset { id: page::compare::ADD, view: || view! { <AddCountry /> }.into_any() };

part!(pages: Open = Open::of(|| view! { <PageView make=page inset=ADD /> }.into_any()));

fn page(asked: &Asked<'_>) -> Option<Made> {
    let View::Compare(view) = asked.view else { return None };
    let reasons = reasons_of(asked.atlas, view).map(|year| asked.store.reasons(year)).transpose();
    let settled = Made::is_settled(reasons.as_ref().err());
    let page = page::compare::page(asked.atlas, view, reasons.ok().flatten(), asked.setting);
    Some(Made { page, settled })
}

/// The field that adds a country to the comparison.
#[component]
fn AddCountry() -> impl IntoView {
    let nav = use_nav();
    let atlas = use_store().atlas().ok();
    let choose = move |code| {
        if let View::Compare(view) = nav.view_untracked() {
            nav.go(View::Compare(view.with(code)));
        }
    };
    atlas.map(|atlas| {
        view! {
            <CountryCombobox
                atlas
                field="pick"
                label=say!(words(), COMPARE_ADD_LABEL)
                placeholder=say!(words(), COMPARE_ADD)
                choose=Box::new(choose)
            />
        }
    })
}
