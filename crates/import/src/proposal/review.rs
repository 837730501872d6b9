//! What a person has to know of a proposal besides the changes, as Markdown.

use super::{Found, Proposal, Source};
use crate::narrative::{head, tail};

/// The review of a proposal: what is in doubt first, then where each narrative begins and ends, then each fact with the place
/// that it was read from.
pub fn review(proposal: &Proposal, source: &Source) -> String {
    let mut text = format!("# The {} edition, as it was read\n", source.edition);
    let mut part = |title: &str, none: &str, lines: Vec<String>| {
        text.push_str(&format!("\n## {title}: {}\n\n", lines.len()));
        match lines.is_empty() {
            true => text.push_str(&format!("{none}\n")),
            false => lines.iter().for_each(|line| text.push_str(&format!("- {line}\n"))),
        }
    };
    let place = |code: &str| proposal.narratives.get(code).map_or_else(String::new, at);
    part("Contradictions, left as they are", "None.", proposal.contradictions.clone());
    part("Not read", "Everything was.", proposal.unread.clone());
    part("In the edition before, and in none of the files", "Nobody.", proposal.absent.clone());
    let narratives = proposal.narratives.iter().map(|(code, one)| format!("{code}: {}", extent(one)));
    part("Narratives, with their first and last words", "None.", narratives.collect());
    let placed = proposal.placed.iter().map(|placed| {
        let instead = placed.instead_of.as_ref().map_or_else(String::new, |old| format!(" instead of {old}"));
        format!("{} {}{instead} ({})", placed.code, placed.tier.code(), place(&placed.code))
    });
    part("Placed", "Nobody.", placed.collect());
    let agreed = proposal.agreed.iter().map(|code| format!("{code} ({})", place(code)));
    part("Known already, and the same", "Nobody.", agreed.collect());
    let figures = proposal.figures.iter().flat_map(|(code, figures)| {
        let file = proposal.narratives.get(code).map_or("", |one| one.file.as_str());
        figures.iter().map(move |figure| {
            let meant = figure.qualifier.name();
            let space = if meant.is_empty() { "" } else { " " };
            format!(
                "{code}, {}: {meant}{space}{} ({file}, {}: “{}”)",
                figure.kind, figure.value, figure.place, figure.words
            )
        })
    });
    part("Figures, with the words they were read from", "None.", figures.collect());
    let quoted =
        proposal.quoted.iter().map(|quoted| format!("{} {} ({})", quoted.code, quoted.about, quoted.place));
    part("Excerpts", "None.", quoted.collect());
    text
}

/// File and place of a narrative's heading.
fn at(one: &Found) -> String {
    format!("{}, {}", one.file, one.narrative.place)
}

/// Where a narrative begins and ends.
fn extent(one: &Found) -> String {
    let paragraphs = &one.narrative.paragraphs;
    let first = paragraphs.first().map_or_else(String::new, |paragraph| head(&paragraph.text));
    let last = paragraphs.last().map_or_else(String::new, |last| tail(&last.text));
    let end = paragraphs.last().map_or("", |last| last.place.as_str());
    format!(
        "“{}” ({}), {} paragraphs, from “{first}” to “{last}” ({end})",
        one.narrative.heading,
        at(one),
        paragraphs.len()
    )
}
