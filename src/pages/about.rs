//! `/about`.

use leptos::html::Div;
use leptos::prelude::*;
use page::about;
use tip::Atlas;

use crate::dom::{fill, title};
use crate::nav::use_nav;
use crate::parts::{Failure, Loading};
use crate::store::{Remote, use_store};

/// The tiers explained, the record, its limits.
#[component]
pub fn AboutPage(
    /// The atlas.
    atlas: &'static Atlas,
) -> impl IntoView {
    let nav = use_nav();
    let store = use_store();
    title("About");
    let record = RwSignal::new(Remote::Loading);
    store.load_record(record);
    let (top, compiled, tables, rest) =
        (NodeRef::<Div>::new(), NodeRef::<Div>::new(), NodeRef::<Div>::new(), NodeRef::<Div>::new());
    fill(top, move || {
        let mut nodes = vec![about::head(atlas).into()];
        nodes.extend(about::law());
        nodes
    });
    fill(compiled, about::compiled);
    fill(tables, move || {
        record.with(|record| match record {
            Remote::Ready(record) => about::record(atlas, record),
            _ => Vec::new(),
        })
    });
    let origin = format!("{}{}", window().location().origin().unwrap_or_default(), nav.file(""));
    fill(rest, move || about::rest(atlas, &origin));
    let retry = Callback::new(move |()| store.load_record(record));
    let state = move || {
        record.with(|record| match record {
            Remote::Loading => Some(view! { <Loading what="coverage and sources" /> }.into_any()),
            Remote::Failed(reason) => Some(
                view! { <Failure what="The record’s coverage" reason=reason.clone() retry /> }.into_any(),
            ),
            Remote::Ready(_) => None,
        })
    };
    view! {
        <article class="measure about">
            <div node_ref=top></div>
            <section id="record">
                <div node_ref=compiled></div>
                {state}
                <div node_ref=tables></div>
            </section>
            <div node_ref=rest></div>
        </article>
    }
}
