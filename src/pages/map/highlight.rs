//! What the map shows in the tiers' place: years on the Watch List, or the governments on a list. Fetched by who asks for it.

use dom::{Nodes, set, set_of};
use leptos::prelude::*;
use page::el;
use page::highlight::{marks, told};
use tip::permalink::Highlight;
use wasm_bindgen::JsCast;

use super::shown::Shown;
use crate::part::{Open, part};
use crate::parts::asks_again;
use crate::reactive::effect;
use crate::store::use_store;

part!(tools: Open = Open::of(|| view! { <Highlighted /> }.into_any()));

/// Marks the countries that are singled out on the map, and says who they are.
#[component]
fn Highlighted() -> impl IntoView {
    let Shown { atlas, edition, filter, .. } = use_context::<Shown>()?;
    let store = use_store();
    effect(move || {
        let filter = filter.get();
        let Some(highlight) = filter.highlight else { return };
        let known = store.consequences().ok();
        if known.is_none() && highlight != Highlight::WatchList {
            return;
        }
        store.world().map(drop).unwrap_or_default();
        let marks = marks(atlas, known, highlight, edition.get());
        set_of("world", "data-show", Some(highlight.slug()));
        each_place(|node, iso3| {
            let mark = marks.iter().find(|(id, _)| atlas.country(*id).code.as_str() == iso3);
            match mark {
                // Four and more share a colour.
                Some((_, n)) => set(node, "data-mark", &(*n).min(4).to_string()),
                None => node.remove_attribute("data-mark").unwrap_or_default(),
            }
        });
    });
    on_cleanup(|| {
        set_of("world", "data-show", None);
        each_place(|node, _| node.remove_attribute("data-mark").unwrap_or_default());
    });
    let nodes = move || {
        let filter = filter.get();
        let told = filter
            .highlight
            .map(|highlight| told(atlas, store.consequences(), highlight, edition.get(), filter.region));
        el("div").class("measure highlight").attr("role", "status").all(told.unwrap_or_default())
    };
    Some(Nodes::new(nodes).on("click", move |event| {
        if asks_again(event) {
            store.try_again();
        }
    }))
}

/// Runs for each place of the map, with its code.
fn each_place(mut run: impl FnMut(&web_sys::Element, &str)) {
    let Some(Ok(places)) = dom::by_id("world").map(|world| world.query_selector_all("[data-iso3]")) else {
        return;
    };
    for at in 0..places.length() {
        if let Some(node) = places.get(at).and_then(|node| node.dyn_into::<web_sys::Element>().ok())
            && let Some(iso3) = node.get_attribute("data-iso3")
        {
            run(&node, &iso3);
        }
    }
}
