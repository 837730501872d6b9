//! Edition by edition, newest first: what the report found and said.

use leptos::prelude::*;
use tip::{Dossier, EditionId, sentence};

use super::Shown;
use super::record::{Said, Sources};
use crate::parts::{Failure, Loading, Outward, TierChip};
use crate::store::{Remote, use_store};

/// All editions of the country's life in the report.
#[component]
pub fn Editions(shown: Shown) -> impl IntoView {
    let store = use_store();
    let Shown { atlas, country, dossier, .. } = shown;
    let code = atlas.country(country).code;
    view! {
        <section class="measure editions">
            <h2>"Edition by edition"</h2>
            {move || match dossier.get() {
                Remote::Loading => view! { <Loading what="findings and sources" /> }.into_any(),
                Remote::Failed(reason) => {
                    view! {
                        <Failure
                            what="What the editions found"
                            reason
                            retry=move || store.load_dossier(code, dossier)
                        />
                        <List shown dossier=None />
                    }
                        .into_any()
                }
                Remote::Ready(dossier) => {
                    view! {
                        <p class="explained">
                            "Summaries are in our own words. Quotations are the report’s, and stand only where we have them word for word."
                        </p>
                        <List shown dossier=Some(dossier) />
                    }
                        .into_any()
                }
            }}
        </section>
    }
}

/// The editions from the newest to the first that has a placement.
#[component]
fn List(shown: Shown, dossier: Option<Dossier>) -> impl IntoView {
    let Shown { atlas, country, .. } = shown;
    let placed: Vec<EditionId> = atlas.timeline(country).runs().iter().map(|run| run.first).collect();
    let first = placed.first().copied();
    let editions: Vec<EditionId> =
        atlas.editions().iter().rev().map(|edition| edition.id).filter(|id| Some(*id) >= first).collect();
    view! {
        <ol class="edition-list">
            {editions.into_iter().map(|id| view! { <Entry shown id dossier=dossier.clone() /> }).collect_view()}
        </ol>
    }
}

#[component]
fn Entry(shown: Shown, id: EditionId, dossier: Option<Dossier>) -> impl IntoView {
    let Shown { atlas, country, edition, .. } = shown;
    let about = atlas.edition(id);
    let cell = atlas.cell(country, id);
    let unsourced = atlas.is_unsourced(country, id);
    let said = dossier.as_ref().is_some_and(|dossier| {
        dossier.finding(about.year).is_some() || dossier.excerpts(about.year).next().is_some()
    });
    view! {
        <li
            id=format!("edition-{}", about.year)
            class="entry"
            class:brief=!said
            class:now=move || edition.get() == id
            data-tier=cell.code()
        >
            <h3>
                <span class="entry-year">{about.year}</span>
                <TierChip cell unsourced />
                <span class="entry-change">{sentence::change(atlas, country, id)}</span>
            </h3>
            {dossier
                .map(|dossier| {
                    view! {
                        <Said dossier=dossier.clone() year=about.year />
                        <p class="entry-sources">
                            {(!said && cell.tier().is_some()).then_some("No summary or quotation of this edition here yet. ")}
                            <Outward href=about.url.clone()>{format!("Official {} report", about.year)}</Outward>
                        </p>
                        <Sources provenance=dossier.provenance(about.year).cloned() />
                    }
                })}
        </li>
    }
}
