//! `/`: one edition, as a map or as a table.

mod filters;
mod legend;
mod moves;
mod table;
mod tooltip;
mod world;
mod year;

use leptos::prelude::*;
use tip::permalink::{self, MapView, View};
use tip::sentence::headline;
use tip::{Atlas, EditionId};

use crate::nav::use_nav;
use crate::parts::{CopyLink, Failure, Loading, Outward, title};
use crate::shell::LiveRegion;
use crate::store::{Remote, use_store};

use filters::Filters;
use legend::Legend;
use moves::Moves;
use table::EditionTable;
use world::WorldMap;
use year::YearControl;

/// What every part of the page reads.
#[derive(Clone, Copy)]
struct Shown {
    atlas: &'static Atlas,
    view: Memo<MapView>,
    edition: Memo<EditionId>,
}

impl Shown {
    /// The view with another edition.
    fn in_edition(&self, edition: EditionId) -> View {
        View::Map(MapView { year: permalink::year_of(self.atlas, edition), ..self.view.get_untracked() })
    }
}

/// The map page.
#[component]
pub fn MapPage(
    /// The atlas.
    atlas: &'static Atlas,
) -> impl IntoView {
    let nav = use_nav();
    let store = use_store();
    let view = Memo::new(move |before: Option<&MapView>| match nav.view() {
        View::Map(view) => view,
        // On the way to another page the map keeps what it shows.
        _ => before.copied().unwrap_or_default(),
    });
    let edition = Memo::new(move |_| permalink::edition(atlas, view.get().year));
    let region = Memo::new(move |_| view.get().region);
    let shown = Shown { atlas, view, edition };
    let head = Memo::new(move |_| headline(atlas, edition.get(), region.get()));
    let live = LiveRegion::get();
    Effect::new(move |before: Option<EditionId>| {
        let head = head.get();
        title(&head.title);
        let edition = edition.get();
        if before.is_some_and(|before| before != edition) {
            live.say(&head.title);
        }
        edition
    });
    let is_table = Memo::new(move |_| view.get().table);
    view! {
        <article class="map-page">
            <header class="measure headline">
                <p class="kicker">"Trafficking in Persons Report"</p>
                <h1>{move || head.get().title}</h1>
                <p class="deck">{move || head.get().deck}</p>
                <p class="dates">
                    {move || head.get().dates} " "
                    {move || {
                        let href = atlas.edition(edition.get()).url.clone();
                        view! { <Outward href>"The report"</Outward> }
                    }}
                </p>
                {move || permalink::notice(atlas, view.get().year).map(|notice| view! { <p class="notice" role="status">{notice}</p> })}
                {move || head.get().remarks.into_iter().map(|remark| view! { <p class="remark">{remark}</p> }).collect_view()}
            </header>
            <div class="measure controls">
                <Legend shown />
                <Filters shown />
            </div>
            {move || {
                if is_table.get() {
                    view! { <EditionTable shown /> }.into_any()
                } else {
                    match store.world.get() {
                        Remote::Loading => {
                            view! {
                                <div class="map-frame waiting">
                                    <Loading what="the map" />
                                </div>
                            }
                                .into_any()
                        }
                        Remote::Failed(reason) => {
                            view! {
                                <div class="measure">
                                    <Failure reason what="The map" retry=move || store.load_world() />
                                    <p>"The table below has the same facts."</p>
                                </div>
                                <EditionTable shown />
                            }
                                .into_any()
                        }
                        Remote::Ready(world) => view! { <WorldMap shown world /> }.into_any(),
                    }
                }
            }}
            <div class="measure">
                <YearControl shown />
                <div class="share">
                    <CopyLink atlas />
                </div>
                <Moves shown />
            </div>
        </article>
    }
}
