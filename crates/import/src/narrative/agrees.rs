//! A narrative's heading held against what its text says of the tier.

use std::sync::LazyLock;

use regex::Regex;
use tip::Tier;

use super::Narrative;
use crate::heading::Section;
use crate::text::pattern;

/// What a text says of a placement, before the tier: “remained on”, “was downgraded from Tier 2 to”, “is ranked”.
static PLACED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?x)\b(?<verb> (?: remain | upgrad | downgrad | plac | return | mov | lower | rais | elevat | rank | stay | fell | drop ) \w* | is | kept )
        (?: \s from \s (?: the \s )? (?: tier \s [123] )? \s? (?: watch[\s-]?list )? )? (?: \s (?: on | to | as | at | in ) )?
        \s (?: the \s )? (?: tier \s [123] | watch )",
    )
});

static NOT_FULLY: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\b(?:do|does) not (?:yet |currently |still )?(?:fully )?(?:meet|comply)\b"));

static FULLY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"\bfully (?:meets?|compl(?:y|ies))(?: with)?(?: the)?(?: \w+’s)? minimum standards")
});

impl Narrative {
    /// Whether what its text says of the tier is what its heading says. A heading by itself, as in a list, is not enough.
    ///
    /// # Errors
    /// What each says, where they differ; or that the text says nothing of it.
    pub fn agrees(&self) -> Result<(), String> {
        let opening = self.paragraphs.iter().filter(|paragraph| paragraph.section == Section::Opening);
        let text =
            opening.map(|paragraph| paragraph.text.as_str()).collect::<Vec<_>>().join(" ").to_lowercase();
        let heading = self.tier.code();
        let (says_not, fully) = (NOT_FULLY.is_match(&text), FULLY.is_match(&text));
        if text.starts_with("countries whose") || text.starts_with("governments ") {
            return Err("its text is about a tier, and no country".to_owned());
        }
        let mut told = match self.tier {
            Tier::SpecialCase => text.contains("special case"),
            Tier::One => fully && !says_not,
            _ => says_not,
        };
        if self.tier == Tier::One && says_not {
            return Err(
                "its heading says Tier 1, its text that the government does not fully meet the standards"
                    .to_owned(),
            );
        }
        if self.tier != Tier::One && !says_not && fully {
            return Err(format!(
                "its heading says tier {heading}, its text that the government fully meets the standards"
            ));
        }
        let idle = ["is not making significant efforts", "are not making significant efforts"];
        if self.tier != Tier::Three && idle.iter().any(|words| text.contains(words)) {
            return Err(format!(
                "its heading says tier {heading}, its text that no significant efforts are made"
            ));
        }
        for (phrase, tier) in placements(&text) {
            if tier != self.tier {
                return Err(format!(
                    "its heading says tier {heading}, its text “{phrase}tier {}”",
                    tier.code()
                ));
            }
            told = true;
        }
        match told {
            true => Ok(()),
            false => Err(format!("its heading says tier {heading}, and its text nothing of it")),
        }
    }
}

/// The placements that a text in lower case states: the words before the tier, and the tier. One of another year, or that only
/// would have been, is none.
pub fn placements(text: &str) -> Vec<(String, Tier)> {
    let mut found = Vec::new();
    for (at, end) in phrases(text) {
        let rest = text.get(end..).unwrap_or_default();
        let phrase = text.get(at..end).unwrap_or_default();
        found.extend(leading(rest).map(|tier| (phrase.to_owned(), tier)));
    }
    found
}

/// Where the words for a placement begin, and where the tier behind them does.
pub fn phrases(text: &str) -> Vec<(usize, usize)> {
    let all = PLACED.captures_iter(text).filter_map(|found| {
        let (whole, verb) = (found.get(0)?, found.name("verb")?);
        let open = ["would be ", "would have been ", "could be ", "to be ", "otherwise be ", "not be "];
        let before = text.get(..verb.start())?;
        let tier = whole.as_str().rfind("tier").or_else(|| whole.as_str().rfind("watch"))?;
        (!open.iter().any(|words| before.ends_with(words))).then_some((verb.start(), whole.start() + tier))
    });
    all.collect()
}

/// The tier that a text in lower case begins with, unless it goes on with a time: “tier 3 in 2013” and “tier 2 watch list for
/// the last two years” are of other editions.
fn leading(text: &str) -> Option<Tier> {
    let watch = |text: &str| -> Option<usize> {
        let rest = text.trim_start_matches([' ', '-', '–', '(', ',']);
        let after = rest.strip_prefix("watch list").or_else(|| rest.strip_prefix("watchlist"))?;
        Some(text.len() - after.len())
    };
    let (tier, rest) = match text.strip_prefix("tier ") {
        None => (Tier::TwoWatchList, text.get(watch(text)?..)?),
        Some(rest) => {
            let (number, rest) = (rest.chars().next()?, rest.get(1..)?);
            match (number, watch(rest)) {
                ('1', None) => (Tier::One, rest),
                ('2', None) => (Tier::Two, rest),
                ('2', Some(used)) => (Tier::TwoWatchList, rest.get(used..)?),
                ('3', None) => (Tier::Three, rest),
                _ => return None,
            }
        }
    };
    let rest = rest.trim_start_matches([' ', ')']);
    let year = rest.strip_prefix("in ").or_else(|| rest.strip_prefix("from ")).and_then(|year| year.get(..4));
    let dated = year.is_some_and(|year| year.bytes().all(|byte| byte.is_ascii_digit()));
    let past =
        ["for the last ", "for the past ", "for the previous "].iter().any(|words| rest.starts_with(words));
    (!dated && !past).then_some(tier)
}
