//! A tier's symbol, inline.

use leptos::prelude::*;
use tip::Tier;

/// The symbol of a tier, or of no placement; for the eye only, since its name always stands by.
#[component]
pub fn Symbol(tier: Option<Tier>) -> impl IntoView {
    view! {
        <svg class="symbol" viewBox="-1.25 -1.25 2.5 2.5" aria-hidden="true">
            <path d=chart::symbol::path(tier) />
        </svg>
    }
}
