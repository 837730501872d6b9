//! Each paragraph of a narrative held against its country: what is said of another country's government, or of another
//! tier, is not taken.

use std::sync::LazyLock;

use regex::Regex;

use super::agrees::{phrases, placements};
use super::{Narrative, Paragraph, head, is_opening};
use crate::heading::Section;
use crate::names::{Adjective, Names};
use crate::text::pattern;

/// A narrative with its own paragraphs alone, and a sentence for what was left out.
#[derive(Debug)]
pub struct Held {
    /// The narrative.
    pub narrative: Narrative,
    /// What was left out.
    pub unread: Vec<String>,
}

/// Holds the paragraphs of a narrative against its country. From a paragraph on that is about another country, or that states
/// another tier, the rest is left out too: it may be another country's. A paragraph that speaks of another's government within
/// is left out alone, and so is what is before the opening and names the country nowhere.
pub fn held(narrative: &Narrative, code: &str, names: &Names) -> Held {
    let mut own = Narrative { paragraphs: Vec::new(), ..narrative.clone() };
    let mut unread = Vec::new();
    for (at, paragraph) in narrative.paragraphs.iter().enumerate() {
        let told = format!("{}: “{}”", paragraph.place, head(&paragraph.text));
        let mut leave_out = |why: String| unread.push(format!("{told} {why}"));
        match about(paragraph, narrative, code, names) {
            About::It if own.paragraphs.is_empty() && !opens(paragraph, code, names) => {
                leave_out("is before the opening, and is left out".to_owned());
            }
            About::It => own.paragraphs.push(paragraph.clone()),
            About::ItAndAnother(other) => leave_out(format!("is about {other} too, and is left out")),
            About::Another(why) => {
                let rest = narrative.paragraphs.len() - at - 1;
                leave_out(format!(
                    "{why}: it and the rest of {code}’s narrative, {rest} paragraphs, are left out"
                ));
                break;
            }
        }
    }
    Held { narrative: own, unread }
}

/// Whom a paragraph is about.
enum About {
    It,
    /// A part of it is about another country.
    ItAndAnother(String),
    /// Why it is another's.
    Another(String),
}

fn about(paragraph: &Paragraph, narrative: &Narrative, code: &str, names: &Names) -> About {
    let text = &paragraph.text;
    let sentences = sentences(text);
    let first = sentences.first().map_or("", String::as_str);
    let mentioned = names.within(first).contains(&code);
    let another = first_country(first, names)
        .or_else(|| subject(first, names))
        .into_iter()
        .chain(placed(text, names))
        .chain(
            sentences
                .iter()
                .filter(|sentence| is_opening(sentence))
                .filter_map(|sentence| subject(sentence, names)),
        )
        .find(|other| other != code);
    match another {
        Some(other) if mentioned && !is_opening(text) => return About::ItAndAnother(other),
        Some(other) => return About::Another(format!("is about {other}")),
        None => {}
    }
    let tier = placements(&text.to_lowercase()).into_iter().find(|(_, tier)| *tier != narrative.tier);
    if let Some((_, tier)) = tier.filter(|_| paragraph.section != Section::Opening) {
        return About::Another(format!("says tier {}, the heading {}", tier.code(), narrative.tier.code()));
    }
    match sentences.iter().skip(1).filter_map(|sentence| subject(sentence, names)).find(|other| other != code)
    {
        Some(other) => About::ItAndAnother(other),
        None => About::It,
    }
}

/// Whether a paragraph can be the first of a narrative: it has the words of an opening, or names the country.
fn opens(paragraph: &Paragraph, code: &str, names: &Names) -> bool {
    paragraph.section != Section::Opening
        || is_opening(&paragraph.text)
        || names.within(&paragraph.text).contains(&code)
}

/// The country that a paragraph begins with, and is about: “Gabon is primarily …”, “Libya, long a place of …”; or, as profiles
/// begin, “As reported over the past five years, traffickers exploit victims in Gabon”.
fn first_country(sentence: &str, names: &Names) -> Option<String> {
    if sentence.starts_with("As reported") {
        let named = names.within(sentence);
        return named.first().map(|code| (*code).to_owned());
    }
    let (code, rest) = names.leading(sentence.strip_prefix("The ").unwrap_or(sentence))?;
    // “Gabon, France and others are its neighbors”, “Gabon-based groups”.
    let listed = rest.trim_start_matches([',', ' ']).starts_with("and ")
        || rest.starts_with('-')
        || rest.starts_with(',') && names.leading(rest.trim_start_matches([',', ' '])).is_some();
    (!listed).then(|| code.to_owned())
}

/// “The Government of Gabon …”, “The Governments of …”.
static GOVERNMENT: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^(?:[A-Z][a-z]+(?: \w+){0,6}, )?[Tt]he [Gg]overnments? of (?:the )?"));

/// “The Gabonese government …”, “Gabonese authorities …”.
static ADJECTIVE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:The )?([A-Z][a-zéè]+) (?:[a-z]+ )?(?:[Gg]overnment|[Rr]epublic|Kingdom|authorities|police|courts?|officials|prosecutors|judiciary|law enforcement|security forces|parliament)\b",
    )
});

/// What follows a country's name where it is the subject of its sentence.
static VERB: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?x)^ (?: [’']s?\ (?: [Gg]overnment | authorities | police | courts | prosecutors | officials | judiciary | law\ enforcement | parliament )
        | [’']?\ (?: [Gg]overnment | authorities | police | is\ (?: a | an | not | on | again | primarily | principally | mainly ) | was | remain\w* | has | does | did
        | fully | prosecuted | convicted | investigated | identified | reported | made | continued ) ) \b",
    )
});

/// The country whose government is the subject of a sentence; `None` where it is none that is known, or said without its name.
pub fn subject(sentence: &str, names: &Names) -> Option<String> {
    if let Some(found) = GOVERNMENT.find(sentence) {
        let rest = sentence.get(found.end()..)?;
        return names.leading(rest).map(|(code, _)| code.to_owned());
    }
    if let Some((code, rest)) = names.leading(sentence.strip_prefix("The ").unwrap_or(sentence))
        && VERB.is_match(after_name(sentence, rest))
    {
        return Some(code.to_owned());
    }
    let word = ADJECTIVE.captures(sentence)?.get(1)?;
    match names.adjective(word.as_str()) {
        Adjective::Of(code) => Some(code),
        Adjective::Shared | Adjective::Unknown => None,
    }
}

/// What follows a name, with the possessive that belongs to it.
fn after_name<'a>(sentence: &'a str, rest: &'a str) -> &'a str {
    let at = sentence.len() - rest.len();
    let possessive =
        ["’s", "'s"].iter().find(|mark| sentence.get(..at).is_some_and(|name| name.ends_with(**mark)));
    possessive.and_then(|mark| sentence.get(at - mark.len()..)).unwrap_or(rest)
}

/// The country that a text says was placed on a tier: “therefore Gabon remained on Tier 2”.
fn placed(text: &str, names: &Names) -> Option<String> {
    const BETWEEN: [&str; 6] = [" was", " is", " has", " were", " again", " has been"];
    let lower = text.to_ascii_lowercase();
    phrases(&lower).into_iter().find_map(|(at, _)| {
        let before = text.get(..at)?.trim_end();
        let before = BETWEEN.iter().find_map(|word| before.strip_suffix(word)).unwrap_or(before).trim_end();
        names.trailing(before).map(str::to_owned)
    })
}

/// The sentences of a paragraph: each ends with a stop before a capital.
pub fn sentences(text: &str) -> Vec<String> {
    let mut sentences = Vec::new();
    let mut rest = text;
    let mut from = 0;
    while let Some(at) = rest.get(from..).and_then(|later| later.find(". ")).map(|at| at + from) {
        let Some((sentence, after)) = rest.split_at_checked(at + 1) else { break };
        let begins =
            after.trim_start().starts_with(|c: char| c.is_uppercase() || c == '“' || c.is_ascii_digit());
        // “U.S. officials”, “No. 45”, “Dr. X”.
        let last = sentence.rsplit(' ').next().unwrap_or_default();
        let abbreviated = last.trim_end_matches('.').contains('.')
            || ["No.", "Dr.", "Mr.", "Ms.", "St.", "Art."].contains(&last);
        if begins && !abbreviated {
            sentences.push(sentence.trim().to_owned());
            rest = after;
            from = 0;
        } else {
            from = at + 1;
        }
    }
    sentences.push(rest.trim().to_owned());
    sentences
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> Names {
        Names::of([
            ("FRA", "France"),
            ("GAB", "Gabon"),
            ("COD", "Democratic Republic of the Congo"),
            ("COG", "Republic of the Congo"),
            ("THA", "Thailand"),
            ("GIN", "Guinea"),
            ("GNQ", "Equatorial Guinea"),
        ])
    }

    #[test]
    fn the_subject_of_a_sentence_is_the_government_it_speaks_of() {
        for (sentence, code) in [
            ("The Government of Gabon prosecuted 12 suspects.", Some("GAB")),
            ("The Government of the Republic of the Congo (ROC) does not.", Some("COG")),
            ("The Government of the Democratic Republic of the Congo did.", Some("COD")),
            ("The Government of the Kingdom of Thailand does.", Some("THA")),
            ("During the year, the Government of Gabon did.", Some("GAB")),
            ("Gabon’s government did.", Some("GAB")),
            ("Gabon's authorities did.", Some("GAB")),
            ("Gabon remained on Tier 2.", Some("GAB")),
            ("Gabon is a source country.", Some("GAB")),
            ("The Gabonese government did.", Some("GAB")),
            ("Gabonese police did.", Some("GAB")),
            ("The government did.", None),
            ("Guinean police did.", None),
            ("The Central government did.", None),
            ("Gabon, France and others are its neighbors.", None),
            ("The Gabonese Government did.", Some("GAB")),
            ("Gabon’s prosecutors did.", Some("GAB")),
            ("Gabonese law enforcement did.", Some("GAB")),
            ("Gabon is primarily a source country.", Some("GAB")),
            ("French authorities did.", Some("FRA")),
        ] {
            assert_eq!(subject(sentence, &names()).as_deref(), code, "{sentence}");
        }
    }

    #[test]
    fn the_country_that_a_paragraph_begins_with_is_the_one_it_is_about() {
        for (sentence, code) in [
            ("Gabon, long a place of transit, is again a special case.", Some("GAB")),
            ("Gabon has no such law.", Some("GAB")),
            ("As reported over the past five years, traffickers exploit victims in Gabon.", Some("GAB")),
            (
                "As reported over the past five years, traffickers exploit victims from France in Gabon.",
                Some("FRA"),
            ),
            ("Gabon, France and others are its neighbors.", None),
            ("Gabon-based groups did.", None),
            ("Traffickers in Gabon did.", None),
        ] {
            assert_eq!(first_country(sentence, &names()).as_deref(), code, "{sentence}");
        }
    }

    #[test]
    fn sentences_end_with_a_stop_before_a_capital() {
        assert_eq!(
            sentences("The U.S. Embassy helped. Law No. 45 is in force. 12 did."),
            ["The U.S. Embassy helped.", "Law No. 45 is in force.", "12 did."]
        );
    }
}
