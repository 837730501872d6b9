//! What the map says of the country under the pointer or in focus.

use leptos::prelude::*;
use tip::{CountryId, sentence};

use super::Shown;
use crate::parts::{Link, Strip, TierChip};
use tip::permalink::{CountryView, View, year_of};

/// What is pointed at, and where in the map's frame, in pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct Pointed {
    /// The country, or the name of a territory that nobody rates.
    pub what: What,
    /// The point the tooltip belongs to.
    pub at: (f64, f64),
    /// The width and height of the map's frame.
    pub frame: (f64, f64),
    /// Whether a finger did it: the way on is then in the tooltip, since a tap cannot hover.
    pub by_touch: bool,
}

/// A place on the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// A country of the atlas.
    Country(CountryId),
    /// A territory that the report has never placed.
    Unrated(String),
}

/// Name, tier in words, change since the edition before, all editions.
#[component]
pub fn Tooltip(shown: Shown, pointed: RwSignal<Option<Pointed>>) -> impl IntoView {
    let Shown { atlas, edition, .. } = shown;
    // Above the point in the lower half of the map, below it in the upper; kept within the frame's sides.
    let below = move || pointed.with(|p| p.as_ref().is_none_or(|p| p.at.1 < p.frame.1 / 2.0));
    let left = move || {
        pointed.with(|p| {
            p.as_ref().map_or(0.0, |p| {
                (p.at.0).clamp(150.0_f64.min(p.frame.0 / 2.0), (p.frame.0 - 150.0).max(p.frame.0 / 2.0))
            })
        })
    };
    let top = move || {
        pointed.with(|p| {
            p.as_ref().map_or(0.0, |p| if p.at.1 < p.frame.1 / 2.0 { p.at.1 + 18.0 } else { p.at.1 - 18.0 })
        })
    };
    let what = Memo::new(move |_| pointed.with(|p| p.as_ref().map(|p| (p.what.clone(), p.by_touch))));
    view! {
        <div
            class="tip"
            id="map-tip"
            role="tooltip"
            class:below=below
            hidden=move || what.with(Option::is_none)
            style:left=move || format!("{:.0}px", left())
            style:top=move || format!("{:.0}px", top())
        >
            {move || {
                what.get()
                    .map(|(what, by_touch)| match what {
                        What::Unrated(name) => {
                            view! {
                                <p class="tip-name">{name}</p>
                                <p>"Never placed by the report"</p>
                            }
                                .into_any()
                        }
                        What::Country(id) => {
                            let country = atlas.country(id);
                            let edition = edition.get();
                            let cell = atlas.cell(id, edition);
                            let to = View::Country(CountryView { code: country.code, year: year_of(atlas, edition) });
                            view! {
                                <p class="tip-name">{country.name.clone()}</p>
                                <p>
                                    <TierChip cell unsourced=atlas.is_unsourced(id, edition) /> " "
                                    <span class="tip-change">{sentence::change(atlas, id, edition)}</span>
                                </p>
                                <Strip atlas country=id edition />
                                {by_touch.then(|| view! { <p class="tip-open"><Link to>"Open its page"</Link></p> })}
                            }
                                .into_any()
                        }
                    })
            }}
        </div>
    }
}
