//! `/`: one edition, as a map or as a table.

mod controls;
mod table;
mod world;
mod year;

use leptos::html::{Div, Section};
use leptos::prelude::*;
use page::parts::outward;
use page::{edition as said, el};
use tip::permalink::{self, MapView, View};
use tip::sentence::headline;
use tip::{Atlas, EditionId};

use crate::dom::{fill, text, title};
use crate::nav::use_nav;
use crate::parts::{CopyLink, Failure, Loading};
use crate::shell::LiveRegion;
use crate::store::{Remote, use_store};

use controls::{Filters, Legend};
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
    let shown = Shown { atlas, view, edition };
    let head = Memo::new(move |_| headline(atlas, edition.get(), view.get().region));
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
    let below = NodeRef::<Div>::new();
    fill(below, move || {
        let head = head.get();
        let report = outward(atlas.edition(edition.get()).url.clone(), "The report");
        let mut nodes = vec![
            el("p").class("deck").with(head.deck).into(),
            el("p").class("dates").with(head.dates).with(" ").with(report).into(),
        ];
        if let Some(notice) = permalink::notice(atlas, view.get().year) {
            nodes.push(el("p").class("notice").attr("role", "status").with(notice).into());
        }
        nodes.extend(head.remarks.into_iter().map(|remark| el("p").class("remark").with(remark).into()));
        nodes
    });
    let moves = NodeRef::<Section>::new();
    fill(moves, move || said::moves(atlas, edition.get(), view.get().region));
    let is_table = Memo::new(move |_| view.get().table);
    let retry = Callback::new(move |()| store.load_world());
    let main = move || {
        if is_table.get() {
            return view! { <EditionTable shown /> }.into_any();
        }
        match store.world.get() {
            Remote::Ready(world) => view! { <WorldMap shown world /> }.into_any(),
            Remote::Loading => {
                view! { <div class="map-frame waiting"><Loading what="the map" /></div> }.into_any()
            }
            // The table has the same facts.
            Remote::Failed(reason) => view! {
                <div class="measure"><Failure reason what="The map" retry /></div>
                <EditionTable shown />
            }
            .into_any(),
        }
    };
    view! {
        <article class="map-page">
            <header class="measure headline">
                <p class="kicker">"Trafficking in Persons Report"</p>
                <h1>{text(move || head.get().title)}</h1>
                <div node_ref=below></div>
            </header>
            <div class="measure controls">
                <Legend shown />
                <Filters shown />
            </div>
            {main}
            <div class="measure">
                <YearControl shown />
                <div class="share"><CopyLink atlas /></div>
                <section class="moves" node_ref=moves></section>
            </div>
        </article>
    }
}
