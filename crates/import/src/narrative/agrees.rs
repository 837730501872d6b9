//! A narrative's heading held against what its text says of the tier.

use tip::Tier;

use super::Narrative;
use crate::heading::Section;

/// What a text says of a placement, before the tier.
pub const PLACED: [&str; 8] = [
    "remained on ",
    "remains on ",
    "upgraded to ",
    "downgraded to ",
    "placed on ",
    "returned to ",
    "moved to ",
    "lowered to ",
];

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
        let not_fully =
            ["does not fully meet", "do not fully meet", "does not fully comply", "do not fully comply"];
        let fully = ["fully meets the minimum", "fully meet the minimum", "fully complies with the minimum"];
        let says_not = not_fully.iter().any(|words| text.contains(words));
        let mut told = match self.tier {
            Tier::SpecialCase => text.contains("special case"),
            Tier::One => fully.iter().any(|words| text.contains(words)),
            _ => says_not,
        };
        if self.tier == Tier::One && says_not {
            return Err(
                "its heading says Tier 1, its text that the government does not fully meet the standards"
                    .to_owned(),
            );
        }
        if self.tier != Tier::One && !says_not && fully.iter().any(|words| text.contains(words)) {
            return Err(format!(
                "its heading says tier {heading}, its text that the government fully meets the standards"
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

/// The placements that a text in lower case states: the words before the tier, and the tier. One of another year is none.
pub fn placements(text: &str) -> Vec<(&'static str, Tier)> {
    let mut found = Vec::new();
    for phrase in PLACED {
        for (at, _) in text.match_indices(phrase) {
            let rest = text.get(at + phrase.len()..).unwrap_or_default();
            found.extend(leading(rest.trim_start_matches("the ")).map(|tier| (phrase, tier)));
        }
    }
    found
}

/// The tier that a text in lower case begins with, unless it goes on with a year: “tier 3 in 2013” is of another edition.
fn leading(text: &str) -> Option<Tier> {
    let (tier, rest) = match text.strip_prefix("tier ") {
        None => {
            (Tier::TwoWatchList, text.strip_prefix("watch list").or_else(|| text.strip_prefix("watchlist"))?)
        }
        Some(rest) => {
            let (number, rest) = (rest.chars().next()?, rest.get(1..)?);
            let watch = rest.trim_start().trim_start_matches(['-', '–']).trim_start();
            let watch = watch.strip_prefix("watch list").or_else(|| watch.strip_prefix("watchlist"));
            match (number, watch) {
                ('1', None) => (Tier::One, rest),
                ('2', None) => (Tier::Two, rest),
                ('2', Some(rest)) => (Tier::TwoWatchList, rest),
                ('3', None) => (Tier::Three, rest),
                _ => return None,
            }
        }
    };
    let year = rest.trim_start().strip_prefix("in ").and_then(|year| year.get(..4));
    let dated = year.is_some_and(|year| year.bytes().all(|byte| byte.is_ascii_digit()));
    (!dated).then_some(tier)
}
