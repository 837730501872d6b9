//! Edition by edition, newest first: what the report found and said, and where the placement comes from.

use tip::{Atlas, CountryId, Dossier, EditionId, Excerpt, Finding, Provenance, Source, sentence};

use crate::parts::{chip, outward};
use crate::{Element, el};

/// The editions from the newest to the country's first. Without a dossier, what the atlas knows: tier and
/// change.
pub(super) fn editions(
    atlas: &Atlas,
    country: CountryId,
    edition: EditionId,
    dossier: Option<&Dossier>,
) -> Element {
    let first = atlas.timeline(country).runs().first().map(|run| run.first);
    let entries = atlas
        .editions()
        .iter()
        .rev()
        .filter(|about| Some(about.id) >= first)
        .map(|about| entry(atlas, country, about.id, about.id == edition, dossier));
    el("ol").class("edition-list").all(entries)
}

fn entry(atlas: &Atlas, country: CountryId, id: EditionId, now: bool, dossier: Option<&Dossier>) -> Element {
    let about = atlas.edition(id);
    let cell = atlas.cell(country, id);
    let finding = dossier.and_then(|dossier| dossier.finding(about.year));
    let excerpts: Vec<&Excerpt> =
        dossier.map(|dossier| dossier.excerpts(about.year).collect()).unwrap_or_default();
    let said = finding.is_some() || !excerpts.is_empty();
    let class = match (said, now) {
        (true, false) => "entry",
        (true, true) => "entry now",
        (false, false) => "entry brief",
        (false, true) => "entry brief now",
    };
    let heading = el("h3")
        .with(el("span").class("entry-year").with(about.year.to_string()))
        .with(" ")
        .with(chip(cell, atlas.is_unsourced(country, id)))
        .with(" ")
        .with(el("span").class("entry-change").with(sentence::change(atlas, country, id)));
    let report = outward(about.url.clone(), format!("Official {} report", about.year));
    let nothing = dossier.is_some() && !said && cell.tier().is_some();
    let entry = el("li")
        .attr("id", format!("edition-{}", about.year))
        .class(class)
        .attr("data-tier", cell.code())
        .with(heading)
        .maybe(finding.map(found))
        .maybe((!excerpts.is_empty()).then(|| quoted(&excerpts)))
        .with(
            el("p")
                .class("entry-sources")
                .maybe(nothing.then_some("No summary or quotation here yet. "))
                .with(report),
        );
    entry.maybe(dossier.and_then(|dossier| dossier.provenance(about.year)).map(sources))
}

/// A finding: the summary, the determination in law, progress and gaps side by side, figures.
fn found(finding: &Finding) -> Element {
    let list = |name: &'static str, class: &'static str, items: &[String]| {
        (!items.is_empty()).then(|| {
            el("div")
                .class(class)
                .with(el("h4").with(name))
                .with(el("ul").all(items.iter().map(|item| el("li").with(item.clone()))))
        })
    };
    let figures = finding
        .figures
        .iter()
        .map(|(name, n)| el("div").with(el("dt").with(name.clone())).with(el("dd").with(n.to_string())));
    let determination = el("p")
        .class("determination")
        .with(finding.determination.sentence())
        .maybe(finding.waiver.then_some(" A downgrade to Tier 3 was waived."))
        .maybe((!finding.note.is_empty()).then(|| format!(" Noted: {}.", finding.note)));
    let read = match &finding.read_at {
        Some(href) => el("p")
            .class("entry-sources")
            .with("Our summary, from ")
            .with(outward(href.clone(), "the narrative as copied here"))
            .with("."),
        None => el("p")
            .class("entry-sources")
            .with("Our summary, from a press account of the report; we have not read the narrative itself."),
    };
    el("div")
        .class("finding")
        .with(el("p").class("found").with(finding.summary.clone()))
        .with(determination)
        .with(
            el("div").class("both-sides").maybe(list("Progress", "progress", &finding.progress)).maybe(list(
                "Gaps",
                "gaps",
                &finding.gaps,
            )),
        )
        .maybe((!finding.figures.is_empty()).then(|| el("dl").class("figures").all(figures)))
        .with(read)
}

/// The report's words, with their source once where it is the same for all.
fn quoted(excerpts: &[&Excerpt]) -> Element {
    let first = excerpts.first().map(|excerpt| excerpt.source.as_str());
    let same = first.filter(|first| excerpts.iter().all(|excerpt| excerpt.source == *first));
    let words = excerpts.iter().map(|excerpt| {
        let own = same.is_none().then(|| el("cite").with(excerpt.source.clone()));
        el("p").with(el("q").with(excerpt.text.clone())).maybe(own)
    });
    let caption = same.map(|source| el("figcaption").with(format!("The report’s words: {source}.")));
    el("figure").class("quoted").with(el("blockquote").all(words)).maybe(caption)
}

fn sources(provenance: &Provenance) -> Element {
    el("details")
        .class("sources")
        .with(el("summary").with("Source of the placement"))
        .with(el("p").with(format!("{}.", provenance.confidence.in_words())))
        .with(el("ul").all(provenance.sources.iter().map(source)))
}

fn source(source: &Source) -> Element {
    let title = source.title.clone();
    let rest = format!(", {} ({})", source.publisher, source.kind);
    match &source.url {
        Some(href) => el("li").with(outward(href.clone(), title)).with(rest),
        None => el("li").with(title).with(rest),
    }
}
