//! `/`: one edition, as a map or as a table.

mod controls;
pub mod highlight;
mod shown;
pub mod table;
mod world;
mod year;

use leptos::prelude::*;
use page::embedding::source;
use page::parts::link;
use page::{LoadMessages, State, edition, map as tree, waiting};
use tip::permalink::{self, EmbedView, Embedded, MapView, View};
use tip::sentence::headline;
use words::say;

use self::shown::Shown;
use crate::nav::use_nav;
use crate::part::{Name, Open, Shown as PartShown, part, use_parts};
use crate::parts::share::ShareMenu;
use crate::parts::{asks_again, copy_link, share};
use crate::reactive::{effect, fill};
use crate::shell::LiveRegion;
use crate::store::{Store, use_store};
use dom::language::words;
use dom::{Nodes, Text, closest, switch, title};

part!(map: Open = Open { show: || view! { <MapPage /> }.into_any(), needs });

fn needs(_: &View, store: Store) -> Result<(), State> {
    store.world().map(drop)
}

/// The parts’ ids.
const HEADLINE: &str = "headline";
const BELOW: &str = "below";
const WAIT: &str = "map-wait";
const WHOLE: &str = "whole-page";
const MOVES: &str = "moves";

/// The map page.
#[component]
fn MapPage() -> impl IntoView {
    let nav = use_nav();
    let store = use_store();
    let atlas = store.atlas().ok()?;
    let view = Memo::new(move |before: Option<&MapView>| match nav.view() {
        View::Map(view) | View::Embed(EmbedView { shows: Embedded::Map(view), .. }) => view,
        // On the way to another page the map keeps what it shows.
        _ => before.copied().unwrap_or_default(),
    });
    let edition = Memo::new(move |_| permalink::edition(atlas, view.get().year));
    let filter = Memo::new(move |_| MapView { year: None, ..view.get() });
    let embedded = match nav.view_untracked() {
        View::Embed(frame) => Some(frame),
        _ => None,
    };
    let shown = Shown { atlas, view, edition, filter, embedded };
    provide_context(shown);
    let live = LiveRegion::get();
    // The document's title, the announcement and the lists of moves wait until the years rest.
    let rested = Memo::new(move |before: Option<&MapView>| match nav.rested() {
        View::Map(view) | View::Embed(EmbedView { shows: Embedded::Map(view), .. }) => view,
        _ => before.copied().unwrap_or_default(),
    });
    let mut before = None;
    effect(move || {
        let view = rested.get();
        let edition = permalink::edition(atlas, view.year);
        let head = headline(atlas, edition, view.region);
        title(&head.title);
        if before.is_some_and(|before| before != edition) {
            live.say(&head.title);
        }
        before = Some(edition);
    });
    // Both are made of one headline, since counting who moved costs more than the rest of a step of the year.
    let mut set_title = Text::of(HEADLINE);
    fill(BELOW, move || {
        let (edition, view) = (edition.get(), view.get());
        let head = headline(atlas, edition, view.region);
        set_title.set(&edition::title(&head));
        edition::below(atlas, head, edition, view)
    });
    fill(MOVES, move || {
        let view = rested.get();
        edition::moves(atlas, permalink::edition(atlas, view.year), view.region)
    });
    // The way out of another site's page.
    fill(WHOLE, move || match embedded.is_some() {
        true => source(words(), link(View::Map(rested.get()), say!(words(), MAP_WHOLE_PAGE))).into(),
        false => Vec::new(),
    });
    // What is shown in the middle follows this alone.
    let kind = Memo::new(move |_| MapView { table: view.get().table, ..MapView::default() });
    fill(WAIT, move || match (kind.get().table, store.world()) {
        (false, Err(state)) => waiting(words(), &state, LoadMessages::MAP),
        _ => Vec::new(),
    });
    let main = switch(move || {
        // Without the map, the table has the same facts.
        let table = || view! { <PartShown name=Name::Table messages=LoadMessages::TABLE /> }.into_any();
        match store.world() {
            _ if kind.get().table => table(),
            Err(State::Failed(_)) => table(),
            Ok(world) => world::map(shown, world).into_any(),
            Err(_) => ().into_any(),
        }
    });
    let highlights = Memo::new(move |_| filter.get().highlight.is_some());
    let highlight = switch(move || match highlights.get() {
        true => view! { <PartShown name=Name::Highlight messages=LoadMessages::PAGE /> }.into_any(),
        false => Nodes::new(page::highlight::nothing).into_any(),
    });
    // The page is ready once the map or the table is shown or has failed to load.
    let parts = use_parts();
    effect(move || {
        let world = store.world().map_or_else(|state| state, |_| State::Ready);
        let settled = match kind.get().table || matches!(world, State::Failed(_)) {
            true => parts.get(Name::Table).map_or_else(|state| state, |_| State::Ready),
            false => world,
        };
        if nav.has_arrived() && settled != State::Loading {
            dom::state::ready();
        }
    });
    // A new view resets the button's "Copied".
    let copied = StoredValue::new(false);
    effect(move || {
        nav.view();
        if copied.try_update_value(std::mem::take) == Some(true) {
            copy_link::show(false, None);
        }
    });
    let click = move |event: &web_sys::Event| {
        if asks_again(event) {
            store.try_again();
        } else if closest(event, "#copy").is_some() {
            copied.set_value(true);
            let done = move || live.say(&say!(words(), SHARE_COPIED));
            copy_link::copy(copy_link::address(atlas, &nav.view_untracked()), done);
        } else if !share::clicked(event, nav, store, None)
            && let Some(to) = controls::clicked(shown, event)
        {
            nav.go(to);
        }
    };
    let choose = move |event: &web_sys::Event| {
        if let Some(to) = controls::chosen(shown, event) {
            nav.go(to);
        }
    };
    controls::follow(shown);
    Some(
        Nodes::new(|| tree::page(words()))
            .on("click", click)
            .on("change", choose)
            .with(tree::SHOWN, main)
            .with(tree::HIGHLIGHT, highlight)
            .with(tree::YEAR, year::control(shown).into_any())
            .with(tree::SHARE, view! { <ShareMenu /> }.into_any()),
    )
}
