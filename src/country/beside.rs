//! Ways on from a country: by the alphabet, and to those of its region on the same tier.

use leptos::prelude::*;
use tip::permalink::{MapView, View, year_of};
use tip::{Atlas, CountryId, TierSet};

use super::Shown;
use crate::parts::{CountryLink, Link};

/// The countries before and after this one, by name.
#[component]
pub fn Beside(atlas: &'static Atlas, country: CountryId) -> impl IntoView {
    let (before, after) = atlas.beside(country);
    let to = |id: CountryId| View::country(atlas.country(id).code);
    view! {
        <nav class="measure beside" aria-label="Countries by name">
            <Link to=to(before) class="before">
                <span aria-hidden="true">"← "</span>
                <span class="unseen">"Previous: "</span>
                {atlas.country(before).name.clone()}
            </Link>
            <Link to=to(after) class="after">
                <span class="unseen">"Next: "</span>
                {atlas.country(after).name.clone()}
                <span aria-hidden="true">" →"</span>
            </Link>
        </nav>
    }
}

/// The countries of the region on the same tier in the edition on show.
#[component]
pub fn Neighbours(shown: Shown) -> impl IntoView {
    let Shown { atlas, country, edition, .. } = shown;
    let region = atlas.country(country).region;
    view! {
        <section class="measure neighbours">
            {move || {
                let edition = edition.get();
                let tier = atlas.cell(country, edition).tier()?;
                let others = atlas.neighbours(country, edition);
                let on_map = View::Map(MapView {
                    year: year_of(atlas, edition),
                    region: Some(region),
                    tiers: TierSet::from_iter([tier]),
                    table: false,
                });
                let year = year_of(atlas, edition);
                Some(view! {
                    <h2>{format!("Also {} in {}, {}", tier.standing(), region.in_a_sentence(), atlas.year(edition))}</h2>
                    {if others.is_empty() {
                        view! { <p>"No other country of the region."</p> }.into_any()
                    } else {
                        view! {
                            <ul>
                                {others
                                    .into_iter()
                                    .map(|country| match year {
                                        Some(year) => view! { <li><CountryLink atlas country year /></li> }.into_any(),
                                        None => view! { <li><CountryLink atlas country /></li> }.into_any(),
                                    })
                                    .collect_view()}
                            </ul>
                        }
                            .into_any()
                    }}
                    <p><Link to=on_map>"Show them on the map"</Link></p>
                })
            }}
        </section>
    }
}
