//! All editions of a country in a row of cells.

use leptos::prelude::*;
use tip::{Atlas, CountryId, EditionId};

/// The strip of a country: a cell an edition, in its tier's colour with its tier's symbol, the edition on
/// show marked. A picture to screen readers, with the history as its text.
#[component]
pub fn Strip(
    /// The atlas.
    atlas: &'static Atlas,
    /// The country.
    country: CountryId,
    /// The edition to mark.
    edition: EditionId,
) -> impl IntoView {
    let n = atlas.editions().len();
    let cells: Vec<_> = atlas
        .editions()
        .iter()
        .enumerate()
        .map(|(x, edition)| {
            let cell = atlas.cell(country, edition.id);
            let symbol = chart::symbol::path(cell.tier());
            view! {
                <g data-tier=cell.code() transform=format!("translate({} 0)", x * 10)>
                    <rect width="9.4" height="14" />
                    <path d=symbol transform="translate(4.7 7) scale(2.9)" />
                </g>
            }
        })
        .collect();
    let (first, last) = atlas.years();
    view! {
        <span class="strip">
            <svg
                viewBox=format!("-1 -2 {} 18", n * 10 + 2)
                role="img"
                aria-label=tip::sentence::history(atlas, country)
            >
                {cells}
                <rect class="strip-now" x=edition.index() * 10 width="9.4" height="14" />
            </svg>
            <span class="strip-ends" aria-hidden="true">
                <span>{first}</span>
                <span>{last}</span>
            </span>
        </span>
    }
}
