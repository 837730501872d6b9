//! Figures that a narrative gives, with the words they were read from, for a person to accept. What could be read in two ways
//! is not read, and said; what is said of another time, or of what is not known, is no figure.

use super::heading::Section;
use super::narrative::Narrative;

/// A figure of a narrative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// As in `findings.jsonl`: `investigations`, `prosecutions`, `convictions`, `victims_identified`.
    pub kind: &'static str,
    /// The number.
    pub value: u32,
    /// The sentence.
    pub words: String,
}

struct Kind {
    name: &'static str,
    section: Section,
    /// `… investigated 15 …`
    verb: &'static str,
    /// `… 15 new investigations …`
    noun: &'static str,
    /// What has to follow the number of the verb, if anything: much is identified that is no victim.
    of: Option<&'static str>,
}

const KINDS: [Kind; 4] = [
    Kind {
        name: "investigations",
        section: Section::Prosecution,
        verb: "investigated",
        noun: "investigations",
        of: None,
    },
    Kind {
        name: "prosecutions",
        section: Section::Prosecution,
        verb: "prosecuted",
        noun: "prosecutions",
        of: None,
    },
    Kind {
        name: "convictions",
        section: Section::Prosecution,
        verb: "convicted",
        noun: "convictions",
        of: None,
    },
    Kind {
        name: "victims_identified",
        section: Section::Protection,
        verb: "identified",
        noun: "",
        of: Some("victims"),
    },
];

/// Where what a verb counts ends.
const ENDS: [&str; 18] = [
    "sentenced",
    "sentencing",
    "sentences",
    "under",
    "article",
    "articles",
    "section",
    "sections",
    "in",
    "for",
    "to",
    "at",
    "during",
    "since",
    "years",
    "percent",
    "including",
    "of",
];

/// A number of another time, or of something unknown, is not a figure of the reporting period.
const NOT_OF_THIS: [&str; 8] = [
    "previous",
    "prior",
    "did not report",
    "did not provide",
    "whether",
    "not known",
    "last year",
    "the year before,",
];

/// Whether a sentence is about the reporting period.
fn is_of_this_year(sentence: &str) -> bool {
    let plain = of_this_year(sentence).to_lowercase();
    !NOT_OF_THIS.iter().any(|words| plain.contains(words))
}

/// The figures of a narrative, and the sentences that could not be read.
pub fn figures(narrative: &Narrative) -> (Vec<Figure>, Vec<String>) {
    let (mut found, mut unread) = (Vec::new(), Vec::new());
    for kind in &KINDS {
        let texts = narrative.paragraphs.iter().filter(|(section, _)| *section == kind.section);
        let sentences =
            texts.flat_map(|(_, text)| sentences(text)).filter(|sentence| is_of_this_year(sentence));
        let mut read: Vec<Figure> = Vec::new();
        let mut doubtful = None;
        for sentence in sentences {
            let mut values = kind.values(&of_this_year(&sentence));
            values.dedup();
            match values.as_slice() {
                [] => {}
                [value] => read.push(Figure { kind: kind.name, value: *value, words: sentence }),
                _ => doubtful = Some(format!("{}: more than one figure in “{sentence}”", kind.name)),
            }
        }
        let Some(first) = read.first().cloned() else {
            unread.extend(doubtful);
            continue;
        };
        match read.iter().find(|other| other.value != first.value) {
            Some(other) => unread.push(format!(
                "{}: {} in “{}”, {} in “{}”",
                kind.name, first.value, first.words, other.value, other.words
            )),
            None if doubtful.is_some() => unread.extend(doubtful),
            None => found.push(first),
        }
    }
    (found, unread)
}

impl Kind {
    /// The numbers that a sentence gives for it.
    fn values(&self, sentence: &str) -> Vec<u32> {
        let words: Vec<String> = sentence
            .split_whitespace()
            .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase())
            .collect();
        let mut values = Vec::new();
        for (at, word) in words.iter().enumerate() {
            if word == self.verb {
                // Up to what is not counted any more: another figure, a sentence, a law, a place or a time.
                let clause = words.get(at + 1..).unwrap_or_default();
                let verbs = KINDS.map(|kind| kind.verb);
                let ends = |word: &String| verbs.contains(&word.as_str()) || ENDS.contains(&word.as_str());
                let clause = clause.split(ends).next().unwrap_or_default();
                let fits = self.of.is_none_or(|of| clause.iter().any(|word| word == of));
                if fits {
                    values.extend(clause.iter().filter_map(|word| number(word)));
                }
            } else if !self.noun.is_empty() && word == self.noun {
                const NEAR: usize = 4;
                let before = words.get(at.saturating_sub(NEAR)..at).unwrap_or_default();
                values.extend(before.iter().rev().find_map(|word| number(word)));
            }
        }
        values
    }
}

/// A sentence without what it says of other years: brackets, and comparisons up to the next comma.
fn of_this_year(sentence: &str) -> String {
    let mut text = String::new();
    let mut depth = 0usize;
    for c in sentence.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            c if depth == 0 => text.push(c),
            _ => {}
        }
    }
    for start in
        ["compared with", "compared to", "down from", "up from", "an increase from", "a decrease from"]
    {
        while let Some(at) = text.to_ascii_lowercase().find(start) {
            let rest = text.get(at..).unwrap_or_default();
            let end = rest.find([',', ';']).map_or(text.len(), |length| at + length);
            text.replace_range(at..end, "");
        }
    }
    text
}

/// A number in figures or words; a year is none.
fn number(word: &str) -> Option<u32> {
    const WORDS: [&str; 21] = [
        "no",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
    ];
    if let Some(value) = WORDS.iter().position(|known| *known == word) {
        return u32::try_from(value).ok();
    }
    let value: u32 = word.replace(',', "").parse().ok()?;
    (word.contains(',') || !(1990..=2100).contains(&value)).then_some(value)
}

/// The sentences of a paragraph: each ends with a stop before a capital.
fn sentences(text: &str) -> Vec<String> {
    let mut sentences = Vec::new();
    let mut rest = text;
    let mut from = 0;
    while let Some(at) = rest.get(from..).and_then(|later| later.find(". ")).map(|at| at + from) {
        let (sentence, after) = rest.split_at(at + 1);
        if after.trim_start().starts_with(|c: char| c.is_uppercase() || c == '“')
            && !sentence.ends_with("U.S.")
        {
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
    use tip::Tier;

    use super::*;

    fn of(section: Section, text: &str) -> (Vec<Figure>, Vec<String>) {
        let paragraphs = vec![(section, text.to_owned())];
        figures(&Narrative { name: "X".to_owned(), before: None, tier: Tier::Two, paragraphs })
    }

    fn values(section: Section, text: &str) -> Vec<(&'static str, u32)> {
        of(section, text).0.into_iter().map(|figure| (figure.kind, figure.value)).collect()
    }

    #[test]
    fn figures_of_the_reporting_period_are_read_with_their_words() {
        let text = "The law of 2013 is in force. In 2025, police investigated 1,204 cases (compared with 900 in 2024), \
            prosecuted 40 suspects, and convicted eight traffickers, compared with 12 convictions the year before.";
        let expected = [("investigations", 1204), ("prosecutions", 40), ("convictions", 8)];
        assert_eq!(values(Section::Prosecution, text), expected);
        let (found, _) = of(Section::Prosecution, text);
        assert!(found[0].words.starts_with("In 2025, police investigated 1,204"), "{}", found[0].words);
    }

    #[test]
    fn none_is_a_figure_too() {
        let text = "The government reported no prosecutions and initiated 15 new trafficking investigations.";
        assert_eq!(values(Section::Prosecution, text), [("investigations", 15), ("prosecutions", 0)]);
    }

    #[test]
    fn what_only_looks_like_a_figure_is_none() {
        for text in [
            "Courts convicted traffickers and sentenced most of them to at least 10 years’ imprisonment.",
            "In the previous reporting period, authorities convicted 31 traffickers.",
            "Officials prosecuted suspects under article 240 of the penal code.",
            "Officials prosecuted suspects under Section 370.",
            "Police investigated cases in 14 of the country’s provinces.",
            "The government did not report whether it prosecuted any of the 12 suspects.",
        ] {
            assert_eq!(of(Section::Prosecution, text), (vec![], vec![]), "{text}");
        }
    }

    #[test]
    fn sentences_that_differ_are_told_and_not_read() {
        let (found, unread) = of(
            Section::Prosecution,
            "Police investigated 12 cases. The prosecutor investigated 40 suspects.",
        );
        assert_eq!(found, []);
        assert!(unread[0].starts_with("investigations: 12 in “Police"), "{unread:?}");
    }

    #[test]
    fn what_can_be_read_in_two_ways_is_not_read() {
        let (found, unread) =
            of(Section::Prosecution, "Courts convicted 10 sex traffickers and five labor traffickers.");
        assert_eq!(found, []);
        assert!(unread[0].starts_with("convictions: more than one figure"), "{unread:?}");
    }

    #[test]
    fn victims_are_those_identified() {
        let text = "The U.S. Embassy helped. Officials identified 75 trafficking victims.";
        assert_eq!(values(Section::Protection, text), [("victims_identified", 75)]);
        assert_eq!(values(Section::Protection, "Officials identified three gaps in the law."), []);
    }
}
