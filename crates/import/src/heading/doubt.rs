//! Lines and paragraphs that may be, or have in them, the heading of a country, and cannot be read as one. What follows them may
//! be another country's.

use std::sync::LazyLock;

use regex::Regex;

use super::{TIER, country, names_report, section, tier_line};
use crate::names::Names;
use crate::text::{normalized, pattern};

/// A name in capitals with a tier behind it, within a longer text.
static RUN_IN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b[A-ZÀ-Þ][A-ZÀ-Þ.,’' -]+\s*[:(\[–—-]?\s*(?:TIER|Tier)\s*[0-9]|^(?:[A-ZÀ-Þ][\w.,’'-]*\s+(?:(?:of|the|and)\s+)*){1,6}[(\[]\s*Tier\s*[0-9]",
    )
});

/// Whether a line looks like the heading of a country that [`country`] cannot read: it is short, and it has a tier behind a
/// name, or is a name in capitals. What follows it may be another country's.
pub fn is_unread(line: &str) -> bool {
    const LONGEST: usize = 140;
    const NAME: usize = 60;
    const REMARK: usize = 4;
    /// Words before a tier within a sentence.
    const WITHIN: [&str; 19] = [
        "on", "to", "in", "at", "from", "for", "of", "a", "the", "as", "and", "or", "than", "its", "between",
        "remained", "was", "is", "lower",
    ];
    let line = normalized(line);
    if line.len() > LONGEST || country(&line).is_some() || section(&line).is_some() {
        return false;
    }
    let Some(found) = TIER.find(&line) else { return is_name(&line) };
    let (before, after) =
        (line.get(..found.start()).unwrap_or_default(), line.get(found.end()..).unwrap_or_default());
    let last = before.split(|c: char| !c.is_alphanumeric()).rfind(|word| !word.is_empty());
    let named = match last {
        // A tier by itself, with a remark: not the rest of a sentence that a line broke.
        None => after.split_whitespace().count() <= REMARK && !after.ends_with(['.', ',', ';']),
        Some(_) if before.trim_end().ends_with(['(', '[']) => before.len() <= NAME,
        Some(last) => {
            let name =
                before.split_whitespace().any(|word| word.starts_with(char::is_uppercase) && word.len() > 1);
            name && !WITHIN.contains(&last) && !line.starts_with(char::is_lowercase)
        }
    };
    named && tier_line(&line).is_none() || is_name(&line)
}

/// Whether a paragraph has a country's heading within it: the text of two narratives is run together.
pub fn is_run_in(text: &str, names: &Names) -> bool {
    const SEPARATORS: [char; 9] = [' ', ':', '–', '—', '-', '(', '[', '.', '/'];
    if RUN_IN.is_match(text) {
        return true;
    }
    let begins = |text: &str| TIER.find(text).is_some_and(|found| found.start() == 0);
    // “2. Gabon – Tier 2”, “GABON Gabon is …”, “Gabon: The Government of …”.
    let start = text.trim_start_matches(|c: char| c.is_ascii_digit() || ". )".contains(c));
    if let Some((code, rest)) = names.leading(start) {
        let after = rest.trim_start_matches(SEPARATORS);
        let name = start.get(..start.len() - rest.len()).unwrap_or_default();
        // “U.A.E.” has the stops of an abbreviation.
        let ends = rest.starts_with(':') || name.ends_with('.') && name.matches('.').count() == 1;
        let again = names.leading(after).is_some_and(|(other, _)| other == code);
        let government = rest.len() > after.len() + 1 && after.starts_with("The Government");
        if begins(after) || again || government || ends && !after.is_empty() {
            return true;
        }
    }
    // “Tier 2: Gabon”.
    let tier = TIER.find(start).filter(|found| found.start() == 0);
    let after =
        tier.and_then(|found| start.get(found.end()..)).map(|rest| rest.trim_start_matches(SEPARATORS));
    if after.is_some_and(|after| names.leading(after).is_some()) {
        return true;
    }
    // “… Côte d’Ivoire (Tier 2) …”
    TIER.find_iter(text).any(|found| {
        let before = text.get(..found.start()).unwrap_or_default();
        let name = before.trim_end_matches(SEPARATORS);
        let between = before.get(name.len()..).unwrap_or_default();
        between.contains([':', '–', '—', '(', '[']) && names.trailing(name).is_some()
    })
}

/// A line that may be a country's name, or a part of one: short, all in capitals, without a number.
pub fn is_name(line: &str) -> bool {
    line.len() <= 60
        && line.chars().filter(|c| c.is_alphabetic()).count() >= 3
        && !line.chars().any(|c| c.is_lowercase() || c.is_ascii_digit())
        && !line.starts_with("COUNTRY NARRATIVES")
        && section(line).is_none()
        && !TIER.is_match(line)
        && !names_report(line)
}

/// Whether a line may be the first half of a name that goes over two lines: `PAPUA NEW`, `Papua New`.
pub fn is_half(line: &str) -> bool {
    const WITHIN: [&str; 3] = ["of", "the", "and"];
    let words: Vec<&str> = line.split_whitespace().collect();
    let capital = |word: &&str| word.starts_with(char::is_uppercase) || WITHIN.contains(word);
    is_name(line)
        || (1..=5).contains(&words.len())
            && line.len() <= 40
            && words.iter().all(capital)
            && words.first().is_some_and(|first| first.starts_with(char::is_uppercase))
            && !line.ends_with(['.', ':', ';', '?', '!', ')'])
            && !line.contains(|c: char| c.is_ascii_digit())
            && section(line).is_none()
            && tier_line(line).is_none()
            && !names_report(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_that_cannot_be_read_is_known_for_one() {
        for line in [
            "GABON (Tier 4)x Tier 2",
            "Gabon Tier 2 Watch List",
            "GABON [Tier 2 pending",
            "GABON",
            "Gabon (Tier 2, Tier 3)",
            "Gabon (Tier II)",
            "Gabon – Tier Two",
            "GABON (Special Case for the third year",
        ] {
            assert!(country(line).is_none() && is_unread(line), "{line}");
        }
        for line in [
            "GABON (Tier 2)",
            "PROSECUTION",
            "Tier 2",
            "Therefore Gabon remained on Tier 2.",
            "The government was moved to Tier 3 for the first time.",
            "The government trained police.",
            "2026 TRAFFICKING IN PERSONS REPORT",
            "COUNTRY NARRATIVES 55",
        ] {
            assert!(!is_unread(line), "{line}");
        }
    }

    #[test]
    fn a_heading_within_a_paragraph_is_seen() {
        let names = Names::of([
            ("GAB", "Gabon"),
            ("CIV", "Côte d’Ivoire"),
            ("SOM", "Somalia"),
            ("STP", "São Tomé & Príncipe"),
            ("HTI", "Haiti"),
        ]);
        for text in [
            "SOMALIA (Special Case) Somalia remains a special case for the third year.",
            "Gabon (tier 2) The government of it does not",
            "Gabon – Tier 2. The government of it",
            "Gabon: Tier 2 Watch List. It did.",
            "Gabon — Second Tier – Tier 2",
            "TIER 2: GABON The government of it",
            "GABON Gabon is a source country.",
            "2. Gabon. The government of it",
            "Gabon: The Government of it",
            "It did. São Tomé & Príncipe (Tier 2) It did too.",
            "It did. HAITI (SPECIAL CASE) It did too.",
            "It did. Côte d’Ivoire (Tier-2) It did too.",
            "the capital GABON (Tier 2) The Government of Gabon does not",
            "Gabon (Tier 2) The Government of Gabon does not fully meet",
            "CÔTE D’IVOIRE: TIER 2 The Government",
        ] {
            assert!(is_run_in(text, &names), "{text}");
        }
        for text in
            ["therefore the ROK remained on Tier 2.", "Because of those of Tier 2 (Tier 2 partners), it did."]
        {
            assert!(!is_run_in(text, &names), "{text}");
        }
    }
}
