//! The headings of the report's narratives, in the forms that its editions and copies of them have had.

mod doubt;
mod section;

use std::sync::LazyLock;

use regex::Regex;
use tip::Tier;

pub use doubt::{is_half, is_name, is_run_in, is_unread};
pub use section::{Section, recommended_to, section};

use crate::text::{MONTHS, normalized, pattern};

/// A name, a tier behind a bracket, colon or dash, and remarks in brackets.
static HEADING: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?ix)^ (?<name>.+?) \s* (?: [:–—] \s* [(\[]? | \s-\s* | [(\[] ) \s*
        (?<tier> tier\s*-?\s*[123] (?: [\s,:–—-]* (?: [)\]] \s* [(\[] \s* )? (?: watch[\s-]*list | wl ) )?
            | special\ cases? | watch[\s-]*list | wl )
        \s* [)\]]? (?<rest> (?: \s* [(\[] [^()\[\]]* [)\]] )* ) $",
    )
});

/// Words that name a tier.
static TIER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\btier\s*-?\s*(?:[0-9]|i{1,3}\b|one\b|two\b|three\b)|\b(?:first|second|third)\s+tier\b|\bwatch[\s-]*list|\bspecial cases?\b|\bwl\b",
    )
});

/// The report's own title, on a line with nothing else but a date, the name of a country or the number of a page.
static REPORT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?ix)^ (?: \d{{1,4}} \s+ )? (?: u\.s\.\ department\ of\ state \s* [:|,–—-]? \s* )? (?: the\ )?
        (?: (?: {MONTHS} ) \s+ )? (?: 20\d\d \s+ )?
        (?: trafficking\ in\ persons | tip ) \s+ report \s* [:|,–—-]? \s* (?: \(? (?: [a-z]+ \s+ )? 20\d\d \)? )?
        (?: \s* [:|–—-] \s* [\w\ ,.’'()&-]{{1,80}} )* (?: \s+ \d{{1,3}} )? $"
    ))
});

/// Returns name and tier of a heading such as `SOUTH KOREA (Tier 1)`, `FRANCE: Tier 1`, `Somalia – Special Case`, or `None`
/// for any other line. Marks of footnotes and remarks in brackets are left out: `GABON* (Tier 2)¹ (Auto Downgrade)`.
pub fn country(line: &str) -> Option<(String, Tier)> {
    const LONGEST: usize = 120;
    let line = hyphened(&normalized(line));
    let line = without_marks(without_credit(&line));
    let found = HEADING.captures(&line).filter(|_| line.len() <= LONGEST)?;
    let part = |name: &str| found.name(name).map_or("", |part| part.as_str());
    // Where a second tier is in the line, either can be the right one.
    if TIER.is_match(part("name")) || TIER.is_match(part("rest")) {
        return None;
    }
    let name = name(part("name"))?;
    Some((name, tier(part("tier"))?))
}

/// A line with a hyphen where a dash joins two letters: `GUINEA–BISSAU`.
fn hyphened(line: &str) -> String {
    let letters: Vec<char> = line.chars().collect();
    let is_letter = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(|c| c.is_alphabetic());
    let one = |(at, c): (usize, &char)| match c {
        '–' | '—' if is_letter(at.checked_sub(1)) && is_letter(Some(at + 1)) => '-',
        other => *other,
    };
    letters.iter().enumerate().map(one).collect()
}

/// The name in a heading, without marks, where it is one: no sentence, and in capitals or with a capital first.
fn name(text: &str) -> Option<String> {
    let name = text.trim().trim_end_matches([':', '–', '—', '-']);
    let name = name.trim_end_matches(|c: char| c.is_ascii_digit() || "*†‡§# ".contains(c)).trim();
    // “St. Lucia” and “U.A.E.” have the dots that names have.
    let abbreviated = name.split_whitespace().all(|word| !word.ends_with('.') || word.len() <= 6);
    let dotted = name.replace("St. ", "").contains('.') && !(abbreviated && name == name.to_uppercase());
    let plain = name.chars().any(char::is_alphabetic)
        && !dotted
        && !name.contains([';', '?', '!'])
        && name.len() <= 60;
    // A sentence has words in small letters that names have not.
    const WITHIN: [&str; 5] = ["of", "the", "and", "de", "da"];
    let small = |word: &str| {
        word.starts_with(char::is_lowercase)
            && !WITHIN.contains(&word)
            && !word.starts_with("d’")
            && !word.starts_with("d'")
    };
    (plain && name.starts_with(char::is_uppercase) && !name.split_whitespace().any(small))
        .then(|| name.to_owned())
}

/// A heading without the marks of footnotes: `*`, `†`, superscripts, `[1]`, a digit behind a bracket.
fn without_marks(line: &str) -> String {
    const MARKS: [char; 6] = ['*', '†', '‡', '§', '#', '¶'];
    let plain: String =
        line.chars().filter(|c| !MARKS.contains(c) && (c.is_ascii() || !c.is_numeric())).collect();
    let mut rest = plain.as_str();
    let mut kept = String::new();
    // Marks such as “[1]” can be anywhere in the line.
    while let Some((before, after)) = rest.split_once('[') {
        kept.push_str(before);
        let number = after
            .split_once(']')
            .filter(|(inner, _)| !inner.is_empty() && inner.bytes().all(|b| b.is_ascii_digit()));
        match number {
            Some((_, after)) => rest = after,
            None => {
                kept.push('[');
                rest = after;
            }
        }
    }
    kept.push_str(rest);
    let line = kept.trim_end_matches(['.', ' ', ',']);
    let digits = line.trim_end_matches(|c: char| c.is_ascii_digit() || c == ',' || c == ' ');
    let line = if digits.ends_with([')', ']']) { digits } else { line };
    line.trim().to_owned()
}

/// A heading without what copies add to it: `KENYA (Tier 2) – Extracted in part from the U.S. State Dept 2023 TIP Report`.
fn without_credit(line: &str) -> &str {
    credit(line).map_or(line, |(heading, _)| heading.trim_end_matches([' ', '–', '—', '-']))
}

/// Returns a heading and the credit that a copy adds behind it.
pub fn credit(line: &str) -> Option<(&str, &str)> {
    let at = line.to_ascii_lowercase().find("extracted in part from")?;
    line.split_at_checked(at)
}

/// Returns a tier from the words of the report and nothing else: `Tier 2 Watch List`, `TIER 2 WATCHLIST`, `Tier 2WL`,
/// `Special Case`. Only the second tier has a watch list, so `WL` is that.
pub fn tier(text: &str) -> Option<Tier> {
    let mut words = String::new();
    let mut before = ' ';
    for c in without_marks(&normalized(text)).to_lowercase().chars() {
        // “2WL”, “Tier2”.
        if before.is_ascii_digit() && c.is_alphabetic() || before.is_alphabetic() && c.is_ascii_digit() {
            words.push(' ');
        }
        words.push(if c.is_alphanumeric() { c } else { ' ' });
        before = c;
    }
    match words.split_whitespace().collect::<Vec<_>>().join(" ").replace("watchlist", "watch list").as_str() {
        "tier 1" => Some(Tier::One),
        "tier 2" => Some(Tier::Two),
        "tier 2 watch list" | "tier 2 wl" | "watch list" | "wl" => Some(Tier::TwoWatchList),
        "tier 3" => Some(Tier::Three),
        "special case" | "special cases" => Some(Tier::SpecialCase),
        _ => None,
    }
}

/// Returns the tier of a line that has a tier and nothing else. The end of a sentence is none: `special case.`
pub fn tier_line(line: &str) -> Option<Tier> {
    tier(line).filter(|_| !line.ends_with('.') && !line.starts_with(char::is_lowercase))
}

/// Whether a line is the report's own title, or the running head that its editions had: it is about no country.
pub fn names_report(line: &str) -> bool {
    REPORT.is_match(line) || line.starts_with("COUNTRY NARRATIVES")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_of_every_generation_are_read() {
        for (line, name, tier) in [
            ("SOUTH KOREA (Tier 1)", "SOUTH KOREA", Tier::One),
            ("FRANCE: Tier 1", "FRANCE", Tier::One),
            ("BURMA (TIER 3)", "BURMA", Tier::Three),
            ("THAILAND (Tier 2 Watch List)", "THAILAND", Tier::TwoWatchList),
            ("Thailand: Tier 2 Watchlist", "Thailand", Tier::TwoWatchList),
            ("CONGO, DEMOCRATIC REPUBLIC OF THE (Tier 3)", "CONGO, DEMOCRATIC REPUBLIC OF THE", Tier::Three),
            ("YEMEN (Special Case)", "YEMEN", Tier::SpecialCase),
            ("Somalia – Special Case", "Somalia", Tier::SpecialCase),
            ("GUINEA-BISSAU (Tier 2)", "GUINEA-BISSAU", Tier::Two),
            ("GUINEA-BISSAU - Tier 2", "GUINEA-BISSAU", Tier::Two),
            ("GUINEA–BISSAU (Tier 2)", "GUINEA-BISSAU", Tier::Two),
            ("CABO VERDE (Tier 2)*", "CABO VERDE", Tier::Two),
            ("ST. LUCIA (Tier 2)", "ST. LUCIA", Tier::Two),
            ("St. Lucia (Tier 2)", "St. Lucia", Tier::Two),
            ("Trinidad and Tobago (Tier 2)", "Trinidad and Tobago", Tier::Two),
            ("Côte d’Ivoire (Tier 2)", "Côte d’Ivoire", Tier::Two),
            ("TÜRKİYE (Tier 2)", "TÜRKİYE", Tier::Two),
            ("AFGHANISTAN: TIER 2", "AFGHANISTAN", Tier::Two),
            ("GABON (Tier 2 Watch List) (Auto Downgrade)", "GABON", Tier::TwoWatchList),
            ("GABON (Tier 2)(second year)", "GABON", Tier::Two),
            ("GABON (Tier 2WL)", "GABON", Tier::TwoWatchList),
            ("GABON (Tier 2 WL)", "GABON", Tier::TwoWatchList),
            ("GABON (WL)", "GABON", Tier::TwoWatchList),
            ("GABON (Tier 2) (WL)", "GABON", Tier::TwoWatchList),
            ("GABON (TIER 2 WATCHLIST)†", "GABON", Tier::TwoWatchList),
            ("GABON: Tier 2 – Watch List", "GABON", Tier::TwoWatchList),
            ("GABON [Tier 2]", "GABON", Tier::Two),
            ("GABON (Tier2)", "GABON", Tier::Two),
            ("GABON (Tier-2)", "GABON", Tier::Two),
            ("GABON (Tier 2)1", "GABON", Tier::Two),
            ("GABON (Tier 2) 1, 2", "GABON", Tier::Two),
            ("GABON (Tier 2)¹²", "GABON", Tier::Two),
            ("GABON (Tier 2¹)", "GABON", Tier::Two),
            ("GABON¹ (Tier 2)", "GABON", Tier::Two),
            ("GABON1 (Tier 2)", "GABON", Tier::Two),
            ("GABON* (Tier 2*)", "GABON", Tier::Two),
            ("GABON[4] (Tier 2)", "GABON", Tier::Two),
            ("GABON (Tier 2) [3]", "GABON", Tier::Two),
            ("GABON (Tier 2 – Watch List)* (first year)", "GABON", Tier::TwoWatchList),
            ("GA\u{ad}BON\u{200b} (Tier\u{a0}2)", "GABON", Tier::Two),
            ("GUINEA\u{2011}BISSAU (Tier 3)", "GUINEA-BISSAU", Tier::Three),
            ("CONGO, DEM. REP. OF (Tier 3)", "CONGO, DEM. REP. OF", Tier::Three),
            ("U.A.E. (Tier 2)", "U.A.E.", Tier::Two),
            (
                "FREEDONIA (Tier 2) – Extracted in part from the U.S. State Dept 2026 TIP Report",
                "FREEDONIA",
                Tier::Two,
            ),
        ] {
            assert_eq!(country(line), Some((name.to_owned(), tier)), "{line}");
        }
    }

    #[test]
    fn what_could_be_two_tiers_is_none() {
        for line in [
            "GABON (Tier 2) (Tier 3)",
            "GABON (Tier 2) (upgraded from Tier 3)",
            "GABON (Tier 3) (WL)",
            "GABON (Tier 3 Watch List)",
            "GABON (Tier 1 or 2)",
            "GABON (Tier 4)",
            "GABON (Tier 21)",
            "GABON (Tier 2) (Special Case)",
            "GABON (Tier 2/3)",
        ] {
            assert_eq!(country(line), None, "{line}");
            assert!(is_unread(line), "{line}");
        }
    }

    #[test]
    fn sentences_are_no_headings() {
        for line in [
            "therefore South Korea remained on Tier 1",
            "It was placed on a lower tier (Tier 3)",
            "The government was downgraded. It is on: Tier 3",
            "Countries that were on it (Tier 2)",
            "Tier 1",
            "(Tier 1)",
            "TIER PLACEMENTS",
        ] {
            assert_eq!(country(line), None, "{line}");
        }
    }

    #[test]
    fn the_title_of_the_report_is_about_no_country() {
        for line in [
            "2026 TRAFFICKING IN PERSONS REPORT",
            "TRAFFICKING IN PERSONS REPORT",
            "Trafficking in Persons Report | June 2019",
            "JUNE 2013 TRAFFICKING IN PERSONS REPORT",
            "2013 Trafficking in Persons Report | Gabon | Office to Monitor",
            "2026 Trafficking in Persons Report: South Korea",
            "TRAFFICKING IN PERSONS REPORT JULY 2022 55",
            "U.S. Department of State 2026 Trafficking in Persons Report",
        ] {
            assert!(names_report(line), "{line}");
        }
        for line in ["GABON", "The 2026 Trafficking in Persons Report says that it did.", "GABON (Tier 2)"] {
            assert!(!names_report(line), "{line}");
        }
    }
}
