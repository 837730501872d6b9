//! The table of an edition: the same facts as the map.

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use page::edition::{Column, Order, table_caption, table_rows};
use page::highlight::marks;
use page::{Node, el};
use tip::permalink::Highlight;

use super::shown::Shown;
use crate::part::{Open, part};
use crate::reactive::{effect, fill};
use crate::store::use_store;
use dom::language::words;
use dom::{closest, text_of};
use words::say;

/// The parts’ ids. Constants, because `view!` makes HTML text of an element all of whose attributes and texts are literals,
/// and the page’s policy (Trusted Types) has browsers refuse that.
const CAPTION: &str = "table-caption";
const HEAD: &str = "table-head";
const ROWS: &str = "table-rows";

part!(tools: Open = Open::of(|| view! { <EditionTable /> }.into_any()));

/// Every country of the edition, as the legend and the region filter them; sorted by its headings.
#[component]
fn EditionTable() -> impl IntoView {
    let Shown { atlas, view, edition, .. } = use_context::<Shown>()?;
    let store = use_store();
    store.load_sources(atlas);
    let order = RwSignal::new(Order { by: Column::Name, backwards: false });
    // Who is singled out otherwise than by tier and region.
    let marked = move || {
        let highlight = view.get().highlight?;
        let known = store.consequences().ok();
        // Until the lists are here, nobody is left out.
        (known.is_some() || highlight == Highlight::WatchList)
            .then(|| marks(atlas, known, highlight, edition.get()))
    };
    fill(HEAD, move || Column::ALL.map(|column| heading(column, order.get())).to_vec());
    fill(ROWS, move || {
        // From then on, sources are named.
        store.has_sources();
        table_rows(atlas, edition.get(), view.get(), order.get(), marked().as_deref())
    });
    let sort = move |event: MouseEvent| {
        let chosen = closest(&event, "[data-column]").and_then(|button| button.get_attribute("data-column"));
        let Some(by) = Column::ALL.into_iter().find(|by| chosen.as_deref() == Some(&(*by as u8).to_string()))
        else {
            return;
        };
        order.update(|order| *order = Order { by, backwards: order.by == by && !order.backwards });
        // The headings are new; the one that was pressed keeps the focus.
        request_animation_frame(move || dom::focus(&format!("sort-{}", by as u8)));
    };
    effect(move || text_of(CAPTION, &table_caption(atlas, edition.get(), view.get(), marked().as_deref())));
    Some(view! {
        <div class="measure table-scroll" role="region" tabindex="0" aria-label=say!(words(), TABLE_LABEL)>
            <table class="edition-table rowwise" role="table">
                <caption id=CAPTION></caption>
                <thead role="rowgroup"><tr role="row" id=HEAD on:click=sort></tr></thead>
                <tbody role="rowgroup" id=ROWS></tbody>
            </table>
        </div>
    })
}

fn heading(column: Column, order: Order) -> Node {
    let (direction, arrow) = match (order.by == column, order.backwards) {
        (true, false) => ("ascending", "▲"),
        (true, true) => ("descending", "▼"),
        (false, _) => ("none", ""),
    };
    el("th")
        .attr("scope", "col")
        .attr("role", "columnheader")
        .attr("aria-sort", direction)
        .with(
            el("button")
                .attr("type", "button")
                .attr("id", format!("sort-{}", column as u8))
                .attr("data-column", (column as u8).to_string())
                .with(words().text(&column.heading()))
                .with(el("span").class("sort").attr("aria-hidden", "true").with(arrow)),
        )
        .into()
}
