//! Edition by edition, newest first: what the report found and said, and where the placement comes from.

use tip::file::FigureRow;
use tip::passages::Terms;
use tip::{Atlas, CountryId, Dossier, EditionId, Excerpt, Finding, List, Provenance, Source, sentence};

use words::{Words, say};

use super::record_search::Found;
use crate::followed::{chip, detail, listed, waived};
use crate::parts::{LINK, around, english, outward, placement, section_name};
use crate::passages::marked;
use crate::{Element, Node, el};

/// The editions from the newest to the country's first. Without a dossier, what the atlas knows: tier and
/// change. With something looked for, only the editions that have it, marked.
pub(super) fn editions(
    atlas: &Atlas,
    country: CountryId,
    edition: EditionId,
    dossier: Option<&Dossier>,
    sought: Option<&Found>,
) -> Element {
    let terms = sought.map(|found| &found.terms);
    let first = atlas.timeline(country).runs().first().map(|run| run.first);
    let entries = atlas
        .editions()
        .iter()
        .rev()
        .filter(|about| Some(about.id) >= first)
        .filter(|about| {
            sought.and_then(|found| found.years.as_ref()).is_none_or(|years| years.contains(&about.year))
        })
        .map(|about| entry(atlas, country, about.id, about.id == edition, dossier, terms));
    el("ol").class("edition-list").all(entries)
}

fn entry(
    atlas: &Atlas,
    country: CountryId,
    id: EditionId,
    now: bool,
    dossier: Option<&Dossier>,
    terms: Option<&Terms>,
) -> Element {
    let words = atlas.words();
    let about = atlas.edition(id);
    let cell = atlas.cell(country, id);
    let finding = dossier.and_then(|dossier| dossier.finding(about.year));
    let excerpts: Vec<&Excerpt> =
        dossier.map(|dossier| dossier.excerpts(about.year).collect()).unwrap_or_default();
    let figures = dossier.map(|dossier| dossier.figures(about.year)).unwrap_or_default();
    let followed = dossier.map(|dossier| followed(atlas, country, id, dossier, terms)).unwrap_or_default();
    let has_content =
        finding.is_some() || !excerpts.is_empty() || !figures.is_empty() || !followed.is_empty();
    let class = match (has_content, now) {
        (true, false) => "entry",
        (true, true) => "entry now",
        (false, false) => "entry brief",
        (false, true) => "entry brief now",
    };
    let heading = el("h3")
        .with(el("span").class("entry-year").with(about.year.to_string()))
        .with(" ")
        .with(placement(atlas, country, id))
        .with(" ")
        .with(el("span").class("entry-change").with(sentence::change(atlas, country, id)));
    let report = outward(about.url.clone(), say!(words, COUNTRY_REPORT, year = about.year));
    let nothing = dossier.is_some() && !has_content && cell.tier().is_some();
    let entry = el("li")
        .attr("id", format!("edition-{}", about.year))
        .class(class)
        .attr("data-tier", cell.code())
        .with(heading)
        .maybe(finding.map(|finding| found(words, finding, terms)))
        .maybe((!figures.is_empty()).then(|| counted(words, finding, &figures)))
        .all(followed)
        .all(quotations(words, &excerpts, terms))
        .with(
            el("p")
                .class("entry-sources")
                .maybe(nothing.then(|| format!("{} ", say!(words, COUNTRY_NOTHING))))
                .with(report),
        );
    entry.maybe(dossier.and_then(|dossier| dossier.provenance(about.year)).map(|row| sources(words, row)))
}

/// What was determined for a country on Tier 3, or that a waiver held it on the Watch List; the report's lists that it is on.
fn followed(
    atlas: &Atlas,
    country: CountryId,
    edition: EditionId,
    dossier: &Dossier,
    terms: Option<&Terms>,
) -> Vec<Element> {
    let words = atlas.words();
    let (code, year) = (atlas.country(country).code, atlas.year(edition));
    let consequences = &dossier.consequences;
    let outcome = match consequences.determination(code, year) {
        Some(row) => Some(
            el("p")
                .class("followed-outcome")
                .with(format!("{} ", say!(words, FOLLOWED_COLON)))
                .with(chip(words, Some(row.outcome)))
                .with(" ")
                .all(detail(words, row, terms)),
        ),
        None => waived(atlas, consequences, country, edition, terms)
            .map(|told| el("p").class("followed-waiver").all(told)),
    };
    let lists = List::ALL.into_iter().filter_map(|list| consequences.listing(code, list, year));
    let lists = lists.map(|listing| el("p").class("followed-list").all(listed(words, listing, terms)));
    outcome.into_iter().chain(lists).collect()
}

/// A finding: the summary, the determination in law, progress and gaps side by side, figures.
fn found(words: &Words, finding: &Finding, terms: Option<&Terms>) -> Element {
    let list = |name: String, class: &'static str, items: &[String]| {
        (!items.is_empty()).then(|| {
            el("div")
                .class(class)
                .with(el("h4").with(name))
                .with(english(words, el("ul")).all(items.iter().map(|item| el("li").all(text(item, terms)))))
        })
    };
    let figures = finding.figures.iter().map(|(name, n)| {
        el("div").with(el("dt").with(figure(words, name))).with(el("dd").with(n.to_string()))
    });
    let determination = el("p")
        .class("determination")
        .with(finding.determination.sentence(words))
        .maybe(finding.waiver.then(|| format!(" {}", say!(words, COUNTRY_WAIVED))))
        .all(noted(words, &finding.note, terms));
    let read = match &finding.read_at {
        Some(href) => el("p").class("entry-sources").all(around(
            &say!(words, COUNTRY_READ, link = LINK),
            outward(href.clone(), say!(words, COUNTRY_READ_LINK)),
        )),
        None => el("p").class("entry-sources").with(say!(words, COUNTRY_UNREAD)),
    };
    el("div")
        .class("finding")
        .with(english(words, el("p").class("found")).all(text(&finding.summary, terms)))
        .with(determination)
        .with(
            el("div")
                .class("both-sides")
                .maybe(list(say!(words, COUNTRY_PROGRESS), "progress", &finding.progress))
                .maybe(list(say!(words, COUNTRY_GAPS), "gaps", &finding.gaps)),
        )
        .maybe((!finding.figures.is_empty()).then(|| el("dl").class("figures").all(figures)))
        .with(read)
}

/// A text of the data, with what is looked for marked.
fn text(text: &str, terms: Option<&Terms>) -> Vec<Node> {
    match terms {
        Some(terms) => marked(text, 0..text.len(), &terms.marks(text)),
        None => vec![text.to_owned().into()],
    }
}

/// A remark on the placement, in English as in the data, or nothing.
fn noted(words: &Words, note: &str, terms: Option<&Terms>) -> Vec<Node> {
    if note.is_empty() {
        return Vec::new();
    }
    let note_text = format!(" {}", say!(words, COUNTRY_NOTED, note = LINK));
    around(&note_text, english(words, el("span").all(text(note, terms))))
}

/// The name of a figure; one that the atlas has no words for keeps the data's.
fn figure(words: &Words, name: &str) -> String {
    match name {
        "investigations" => say!(words, FIGURES_INVESTIGATIONS),
        "prosecutions" => say!(words, FIGURES_PROSECUTIONS),
        "convictions" => say!(words, FIGURES_CONVICTIONS),
        "victims_identified" => say!(words, FIGURES_VICTIMS_IDENTIFIED),
        "victims_assisted" => say!(words, FIGURES_VICTIMS_ASSISTED),
        other => other.replace('_', " "),
    }
}

/// The number of a figure as the report means it: “at least 120”.
fn counted_as(words: &Words, row: &FigureRow) -> String {
    let n = row.value;
    match row.qualifier.as_str() {
        "at least" => say!(words, FIGURES_AT_LEAST, n = n),
        "more than" => say!(words, FIGURES_MORE_THAN, n = n),
        "nearly" => say!(words, FIGURES_NEARLY, n = n),
        _ => n.to_string(),
    }
}

/// Figures with the words they were read from; those that the finding has stand there.
fn counted(words: &Words, finding: Option<&Finding>, figures: &[&FigureRow]) -> Element {
    let told =
        |name: &str| finding.is_some_and(|finding| finding.figures.iter().any(|(known, _)| known == name));
    let rows = figures.iter().filter(|row| !told(&row.name)).map(|row| {
        el("div").with(el("dt").with(figure(words, &row.name))).with(el("dd").with(counted_as(words, row)))
    });
    // One sentence may give several.
    let mut sentences: Vec<(&str, Vec<String>)> = Vec::new();
    for row in figures {
        let name = figure(words, &row.name);
        match sentences.iter_mut().find(|(sentence, _)| *sentence == row.words) {
            Some((_, names)) => names.push(name),
            None => sentences.push((&row.words, vec![name])),
        }
    }
    let read = sentences.into_iter().map(|(sentence, names)| {
        el("li")
            .with(format!("{}: ", words.list(names)))
            .with(english(words, el("q")).with(sentence.to_owned()))
    });
    el("div").class("counted").with(el("dl").class("figures").all(rows)).with(
        el("details")
            .class("sources")
            .with(el("summary").with(say!(words, COUNTRY_COUNTED)))
            .with(el("ul").all(read)),
    )
}

/// The report's words: what is short as it is, each section of a narrative behind its name, open where it has what is looked
/// for.
fn quotations(words: &Words, excerpts: &[&Excerpt], terms: Option<&Terms>) -> Vec<Node> {
    let (sections, short): (Vec<&Excerpt>, Vec<&Excerpt>) =
        excerpts.iter().partition(|excerpt| section_name(words, &excerpt.about).is_some());
    let mut nodes: Vec<Node> = Vec::new();
    if !short.is_empty() {
        nodes.push(quoted(words, &short, terms).into());
    }
    for about in Excerpt::ABOUT {
        let own: Vec<&Excerpt> = sections.iter().copied().filter(|excerpt| excerpt.about == about).collect();
        let Some(name) = section_name(words, about).filter(|_| !own.is_empty()) else { continue };
        let found =
            terms.is_some_and(|terms| own.iter().any(|excerpt| !terms.marks(&excerpt.text).is_empty()));
        let details = el("details").class("section");
        let details = if found { details.attr("open", "") } else { details };
        nodes.push(details.with(el("summary").with(name)).with(quoted(words, &own, terms)).into());
    }
    nodes
}

/// The report's words, with their source once where it is the same for all.
fn quoted(words: &Words, excerpts: &[&Excerpt], terms: Option<&Terms>) -> Element {
    let first = excerpts.first().map(|excerpt| excerpt.source.as_str());
    let same = first.filter(|first| excerpts.iter().all(|excerpt| excerpt.source == *first));
    let quotes = excerpts.iter().map(|excerpt| {
        let own = same.is_none().then(|| el("cite").with(excerpt.source.clone()));
        el("p").with(el("q").all(text(&excerpt.text, terms))).maybe(own)
    });
    let caption = same.map(|source| {
        let source = english(words, el("span").with(source.to_owned()));
        el("figcaption").all(around(&say!(words, COUNTRY_QUOTED, source = LINK), source))
    });
    el("figure").class("quoted").with(english(words, el("blockquote")).all(quotes)).maybe(caption)
}

fn sources(words: &Words, provenance: &Provenance) -> Element {
    el("details")
        .class("sources")
        .with(el("summary").with(say!(words, COUNTRY_SOURCE)))
        .with(el("p").with(format!("{}.", provenance.confidence.in_words(words))))
        .with(english(words, el("ul")).all(provenance.sources.iter().map(source)))
}

fn source(source: &Source) -> Element {
    let title = source.title.clone();
    let rest = format!(", {} ({})", source.publisher, source.kind);
    match &source.url {
        Some(href) => el("li").with(outward(href.clone(), title)).with(rest),
        None => el("li").with(title).with(rest),
    }
}
