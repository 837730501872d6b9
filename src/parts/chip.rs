//! A tier, named: its symbol in its colour, and its name.

use leptos::prelude::*;
use tip::Cell;

use super::Symbol;

/// What the record holds, as symbol and name.
#[component]
pub fn TierChip(
    /// What the record holds.
    cell: Cell,
    /// Whether to mark it as without a retrieved source.
    #[prop(optional)]
    unsourced: bool,
) -> impl IntoView {
    view! {
        <span class="chip" data-tier=cell.code()>
            <Symbol tier=cell.tier() />
            {cell.name()}
            {unsourced.then(|| view! { <span class="unsourced">" (no source retrieved)"</span> })}
        </span>
    }
}
