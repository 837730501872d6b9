//! What an edition found and said of a country, and where its placement comes from.

use leptos::prelude::*;
use tip::{Dossier, Excerpt, Finding, Provenance, Source};

use crate::parts::Outward;

/// Finding and excerpts of an edition, where there are any.
#[component]
pub fn Said(dossier: Dossier, year: u16) -> impl IntoView {
    let excerpts: Vec<Excerpt> = dossier.excerpts(year).cloned().collect();
    view! {
        {dossier.finding(year).cloned().map(|finding| view! { <Found finding /> })}
        {(!excerpts.is_empty()).then(|| view! { <Quoted excerpts /> })}
    }
}

#[component]
fn Found(finding: Finding) -> impl IntoView {
    let list = |name: &'static str, class: &'static str, items: Vec<String>| {
        (!items.is_empty()).then(|| {
            view! {
                <div class=class>
                    <h4>{name}</h4>
                    <ul>{items.into_iter().map(|item| view! { <li>{item}</li> }).collect_view()}</ul>
                </div>
            }
        })
    };
    let figures = finding.figures;
    view! {
        <p class="found">{finding.summary}</p>
        <p class="determination">
            {finding.determination.sentence()}
            {finding.waiver.then_some(" A downgrade to Tier 3 was waived.")}
            {(!finding.note.is_empty()).then(|| format!(" Noted: {}.", finding.note))}
        </p>
        <div class="both-sides">
            {list("Progress", "progress", finding.progress)}
            {list("Gaps", "gaps", finding.gaps)}
        </div>
        {(!figures.is_empty())
            .then(|| {
                view! {
                    <dl class="figures">
                        {figures
                            .into_iter()
                            .map(|(name, n)| view! { <div><dt>{name}</dt><dd>{n}</dd></div> })
                            .collect_view()}
                    </dl>
                }
            })}
        <p class="entry-sources">
            {match finding.read_at {
                Some(href) => {
                    view! { "Our summary, from " <Outward href>"the narrative as copied here"</Outward> "." }.into_any()
                }
                None => view! { "Our summary, from a press account of the report; we have not read the narrative itself." }.into_any(),
            }}
        </p>
    }
}

#[component]
fn Quoted(excerpts: Vec<Excerpt>) -> impl IntoView {
    let source = excerpts.first().map(|excerpt| excerpt.source.clone());
    let same = excerpts.iter().all(|excerpt| Some(&excerpt.source) == source.as_ref());
    view! {
        <figure class="quoted">
            <blockquote>
                {excerpts
                    .into_iter()
                    .map(|excerpt| {
                        view! {
                            <p>{excerpt.text}</p>
                            {(!same).then(|| view! { <p class="entry-sources">{excerpt.source}</p> })}
                        }
                    })
                    .collect_view()}
            </blockquote>
            {same.then(|| view! { <figcaption>"The report’s words: " {source}</figcaption> })}
        </figure>
    }
}

/// How far the placement was checked, and its sources.
#[component]
pub fn Sources(provenance: Option<Provenance>) -> impl IntoView {
    provenance.map(|provenance| {
        view! {
            <details class="sources">
                <summary>"Source of the placement"</summary>
                <p>{provenance.confidence.in_words()} "."</p>
                <ul>{provenance.sources.into_iter().map(|source| view! { <SourceItem source /> }).collect_view()}</ul>
            </details>
        }
    })
}

#[component]
fn SourceItem(source: Source) -> impl IntoView {
    let title = source.title;
    view! {
        <li>
            {match source.url {
                Some(href) => view! { <Outward href>{title}</Outward> }.into_any(),
                None => view! { {title} }.into_any(),
            }}
            ", " {source.publisher} <span class="kind">{format!(" ({})", source.kind)}</span>
        </li>
    }
}
