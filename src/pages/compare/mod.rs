//! `/compare`: several countries side by side.

use leptos::prelude::*;
use page::compare::reasons_of;
use tip::permalink::View;
use words::text::{COMPARE_ADD, COMPARE_ADD_LABEL};

use crate::part::{Open, part};
use crate::parts::country_field::{Field, country_field};
use crate::parts::page_view::{Asked, Inset, Made, PageView};

/// Where the page has room for the field that adds a country.
const ADD: Inset = Inset { id: page::compare::ADD, view: || country_field(FIELD).into_any() };

part!(pages: Open = Open::of(|| view! { <PageView make=page inset=ADD /> }.into_any()));

fn page(asked: &Asked<'_>) -> Option<Made> {
    let View::Compare(view) = asked.view else { return None };
    let reasons = reasons_of(asked.atlas, view).map(|year| asked.store.reasons(year)).transpose();
    let settled = Made::is_settled(reasons.as_ref().err());
    let page = page::compare::page(asked.atlas, view, reasons.ok().flatten(), asked.setting);
    Some(Made { page, settled })
}

/// The field that adds a country to the comparison.
const FIELD: Field = Field {
    id: "pick",
    place: page::compare::ADD,
    label: COMPARE_ADD_LABEL,
    placeholder: COMPARE_ADD,
    in_words: false,
    choose: |nav, _, code| {
        if let View::Compare(view) = nav.view_untracked() {
            nav.go(View::Compare(view.with(code)));
        }
    },
};
