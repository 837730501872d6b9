//! Coverage, gaps, conflicts, borders, sources: all from `data/`.

use leptos::prelude::*;
use tip::{Atlas, Code, Conflict, Coverage, Source, Tier};

use crate::parts::Outward;

/// Counts here beside the published ones, edition by edition.
#[component]
pub fn CoverageTable(coverage: Vec<Coverage>) -> impl IntoView {
    let row = |row: Coverage| {
        let here: u16 = row.recorded.iter().sum();
        let figure = |here: u16, published: Option<u16>| {
            let differs = published.is_some_and(|published| published != here);
            let published = match published {
                Some(published) if row.sourced => published.to_string(),
                Some(published) => format!("~{published}"),
                None => "–".to_owned(),
            };
            view! { <td class="figure" class:differs=differs>{here} " / " {published}</td> }
        };
        view! {
            <tr>
                <th scope="row">{row.year}</th>
                {row.recorded.into_iter().zip(row.published).map(|(here, published)| figure(here, published)).collect_view()}
                {figure(here, row.published_total)}
                {row.confidence.map(|n| view! { <td class="figure">{n}</td> }).collect_view()}
                <td class="why">{row.explained.join(" ")}</td>
            </tr>
        }
    };
    view! {
        <h3 id="coverage">"Coverage, edition by edition"</h3>
        <p>
            "Placements here / as published. A figure with ~ was recalled and not retrieved; – means that none was found."
        </p>
        <div class="table-scroll" role="region" tabindex="0" aria-label="Coverage by edition">
            <table class="coverage">
                <caption class="unseen">"Placements in the record beside the published counts"</caption>
                <thead>
                    <tr>
                        <th scope="col">"Edition"</th>
                        {Tier::ALL.map(|tier| view! { <th scope="col">{tier.short_name()}</th> }).collect_view()}
                        <th scope="col">"All"</th>
                        <th scope="col">"Confirmed"</th>
                        <th scope="col">"Single source"</th>
                        <th scope="col">"Unsourced"</th>
                        <th scope="col">"Why it differs"</th>
                    </tr>
                </thead>
                <tbody>{coverage.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}

/// What was left out, and why.
#[component]
pub fn LeftOut(atlas: &'static Atlas, rows: Vec<(String, String)>) -> impl IntoView {
    view! {
        <h3 id="missing">"What is missing, on purpose"</h3>
        <dl class="reasons">
            {rows
                .into_iter()
                .map(|(what, why)| view! { <div><dt>{spelled_out(atlas, &what)}</dt><dd>{why}</dd></div> })
                .collect_view()}
        </dl>
    }
}

/// Where sources disagree, and what was taken.
#[component]
pub fn Conflicts(atlas: &'static Atlas, rows: Vec<Conflict>) -> impl IntoView {
    let row = |row: Conflict| {
        view! {
            <tr>
                <th scope="row">{spelled_out(atlas, &row.cell)}</th>
                <td>{row.says}</td>
                <td>{row.used}</td>
                <td>{row.why}</td>
            </tr>
        }
    };
    view! {
        <h3 id="conflicts">"Where sources disagree"</h3>
        <div class="table-scroll" role="region" tabindex="0" aria-label="Conflicts between sources">
            <table class="conflicts">
                <caption class="unseen">"Placements on which sources disagree"</caption>
                <thead>
                    <tr>
                        <th scope="col">"Placement"</th>
                        <th scope="col">"What each says"</th>
                        <th scope="col">"Used"</th>
                        <th scope="col">"Why"</th>
                    </tr>
                </thead>
                <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}

/// How borders are drawn, and why.
#[component]
pub fn Borders(rows: Vec<(String, String)>) -> impl IntoView {
    view! {
        <h3 id="borders">"Borders"</h3>
        <p>
            "The map shows what the report places, on today’s borders as the map source draws them; that is no statement on anybody’s claims. Hong Kong, Macau, Taiwan, Aruba, Curaçao and Sint Maarten have places of their own because the report gives them one. Crimea is drawn with Ukraine, as the Department of State does. Western Sahara, Greenland and other territories that the report does not place are drawn, unlike any tier."
        </p>
        <ul>{rows.into_iter().map(|(_, why)| view! { <li>{why}</li> }).collect_view()}</ul>
    }
}

/// Every source.
#[component]
pub fn SourcesTable(sources: Vec<Source>) -> impl IntoView {
    let n = sources.len();
    let row = |source: Source| {
        view! {
            <tr>
                <th scope="row">
                    {match source.url {
                        Some(href) => view! { <Outward href>{source.title}</Outward> }.into_any(),
                        None => view! { {source.title} }.into_any(),
                    }}
                </th>
                <td>{source.publisher}</td>
                <td>{source.kind}</td>
                <td>{source.covers}</td>
            </tr>
        }
    };
    view! {
        <h3 id="sources">"Sources"</h3>
        <p>
            "We link to the report, to governments, to datasets and to copies of the report’s text; the press is named and not linked."
        </p>
        <details>
            <summary>{format!("All {n} sources")}</summary>
            <div class="table-scroll" role="region" tabindex="0" aria-label="Sources">
                <table class="sources-table">
                    <caption class="unseen">"Sources of the placements"</caption>
                    <thead>
                        <tr>
                            <th scope="col">"Source"</th>
                            <th scope="col">"Publisher"</th>
                            <th scope="col">"Kind"</th>
                            <th scope="col">"Covers"</th>
                        </tr>
                    </thead>
                    <tbody>{sources.into_iter().map(row).collect_view()}</tbody>
                </table>
            </div>
        </details>
    }
}

/// A text of `data/` with its country codes as names: "COG 2023" becomes "Republic of the Congo 2023".
fn spelled_out(atlas: &Atlas, text: &str) -> String {
    let name = |word: &str| {
        let bare = word.trim_end_matches([',', ';']);
        let country =
            Code::parse(bare).filter(|code| code.as_str() == bare).and_then(|code| atlas.find(code));
        country.map_or_else(|| word.to_owned(), |country| word.replacen(bare, &country.name, 1))
    };
    text.split(' ').map(name).collect::<Vec<_>>().join(" ")
}
