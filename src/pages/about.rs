//! `/about`.

use leptos::html::Div;
use leptos::prelude::*;
use page::{Node, about, el};
use tip::Atlas;

use crate::parts::{asks_again, waiting};
use crate::reactive::fill;
use crate::store::{State, use_store};
use dom::{address, title};

/// The tiers explained, the record, its limits.
#[component]
pub fn AboutPage(
    /// The atlas.
    atlas: &'static Atlas,
) -> impl IntoView {
    let store = use_store();
    title("About");
    if store.record.get().is_none() {
        store.load_record();
    }
    let origin = format!("{}{}", address::origin(), address::file(""));
    let place = NodeRef::<Div>::new();
    fill(place, move || {
        let state = store.record.state();
        let record = match store.record.get() {
            Some(record) if state == State::Ready => about::record(record),
            _ => waiting(&state, "the record’s coverage"),
        };
        let mut nodes: Vec<Node> = vec![about::head(atlas).into()];
        nodes.extend(about::law());
        nodes.push(el("section").attr("id", "record").all(about::compiled()).all(record).into());
        nodes.extend(about::rest(atlas, &origin));
        nodes
    });
    let again = move |event: leptos::ev::MouseEvent| {
        if asks_again(&event) {
            store.load_record();
        }
    };
    view! {
        <article class="measure about">
            <div node_ref=place on:click=again></div>
        </article>
    }
}
