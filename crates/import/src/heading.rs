//! The headings of the report's narratives, in the forms that its editions and copies of them have had.

use std::sync::LazyLock;

use regex::Regex;
use tip::Tier;

use crate::names::Names;
use crate::text::normalized;

/// The sections of a narrative.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// Before any heading.
    Opening,
    /// Prioritized recommendations.
    Recommendations,
    /// Prosecution.
    Prosecution,
    /// Protection.
    Protection,
    /// Prevention.
    Prevention,
    /// The trafficking profile.
    Profile,
}

impl Section {
    /// Those that a heading begins, in their order.
    pub const BELOW: [Section; 5] = [
        Section::Recommendations,
        Section::Prosecution,
        Section::Protection,
        Section::Prevention,
        Section::Profile,
    ];

    /// Its name in `data/excerpts.jsonl`.
    pub const fn name(self) -> &'static str {
        match self {
            Section::Opening => "opening",
            Section::Recommendations => "recommendations",
            Section::Prosecution => "prosecution",
            Section::Protection => "protection",
            Section::Prevention => "prevention",
            Section::Profile => "profile",
        }
    }
}

/// A pattern of this module. One that is wrong matches nothing, which the tests of this module notice.
fn pattern(pattern: &str) -> Option<Regex> {
    Regex::new(pattern).ok()
}

/// A name, a tier behind a bracket, colon or dash, and remarks in brackets.
static HEADING: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(
        r"(?ix)^ (?<name>.+?) \s* (?: [:–—] \s* [(\[]? | \s-\s* | [(\[] ) \s*
        (?<tier> tier\s*-?\s*[123] (?: [\s,:–—-]* (?: [)\]] \s* [(\[] \s* )? (?: watch[\s-]*list | wl ) )?
            | special\ cases? | watch[\s-]*list | wl )
        \s* [)\]]? (?<rest> (?: \s* [(\[] [^()\[\]]* [)\]] )* ) $",
    )
});

/// Words that name a tier.
static TIER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(
        r"(?i)\btier\s*-?\s*(?:[0-9]|i{1,3}\b|one\b|two\b|three\b)|\b(?:first|second|third)\s+tier\b|\bwatch[\s-]*list|\bspecial cases?\b|\bwl\b",
    )
});

/// A name in capitals with a tier behind it, within a longer text.
static RUN_IN: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(
        r"\b[A-ZÀ-Þ][A-ZÀ-Þ.,’' -]+\s*[:(\[–—-]?\s*(?:TIER|Tier)\s*[0-9]|^(?:[A-ZÀ-Þ][\w.,’'-]*\s+(?:(?:of|the|and)\s+)*){1,6}[(\[]\s*Tier\s*[0-9]",
    )
});

/// The report's own title, on a line with nothing else but a date, the name of a country or the number of a page.
static REPORT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(
        r"(?ix)^ (?: \d{1,4} \s+ )? (?: u\.s\.\ department\ of\ state \s* [:|,–—-]? \s* )? (?: the\ )?
        (?: (?: january|february|march|april|may|june|july|august|september|october|november|december ) \s+ )? (?: 20\d\d \s+ )?
        (?: trafficking\ in\ persons | tip ) \s+ report \s* [:|,–—-]? \s* (?: \(? (?: [a-z]+ \s+ )? 20\d\d \)? )?
        (?: \s* [:|–—-] \s* [\w\ ,.’'()&-]{1,80} )* (?: \s+ \d{1,3} )? $",
    )
});

fn is(pattern: &Option<Regex>, text: &str) -> bool {
    pattern.as_ref().is_some_and(|pattern| pattern.is_match(text))
}

/// Returns name and tier of a heading such as `SOUTH KOREA (Tier 1)`, `FRANCE: Tier 1`, `Somalia – Special Case`, or `None`
/// for any other line. Marks of footnotes and remarks in brackets are left out: `GABON* (Tier 2)¹ (Auto Downgrade)`.
pub fn country(line: &str) -> Option<(String, Tier)> {
    const LONGEST: usize = 120;
    let line = hyphened(&normalized(line));
    let line = without_marks(without_credit(&line));
    let found = HEADING.as_ref()?.captures(&line).filter(|_| line.len() <= LONGEST)?;
    let part = |name: &str| found.name(name).map_or("", |part| part.as_str());
    // A second tier, before or after, can be the right one.
    if is(&TIER, part("name")) || is(&TIER, part("rest")) {
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
    let Some(found) = TIER.as_ref().and_then(|tier| tier.find(&line)) else { return is_name(&line) };
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
    if is(&RUN_IN, text) {
        return true;
    }
    let begins =
        |text: &str| TIER.as_ref().and_then(|tier| tier.find(text)).is_some_and(|found| found.start() == 0);
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
    let tier = TIER.as_ref().and_then(|tier| tier.find(start)).filter(|found| found.start() == 0);
    let after =
        tier.and_then(|found| start.get(found.end()..)).map(|rest| rest.trim_start_matches(SEPARATORS));
    if after.is_some_and(|after| names.leading(after).is_some()) {
        return true;
    }
    // “… Côte d’Ivoire (Tier 2) …”
    let mut tiers = TIER.as_ref().into_iter().flat_map(|tier| tier.find_iter(text));
    tiers.any(|found| {
        let before = text.get(..found.start()).unwrap_or_default();
        let name = before.trim_end_matches(SEPARATORS);
        let between = before.get(name.len()..).unwrap_or_default();
        between.contains([':', '–', '—', '(', '[']) && names.trailing(name).is_some()
    })
}

/// A heading without the marks of footnotes: `*`, `†`, superscripts, `[1]`, a digit behind a bracket.
fn without_marks(line: &str) -> String {
    const MARKS: [char; 6] = ['*', '†', '‡', '§', '#', '¶'];
    let plain: String =
        line.chars().filter(|c| !MARKS.contains(c) && (c.is_ascii() || !c.is_numeric())).collect();
    let mut rest = plain.as_str();
    let mut kept = String::new();
    // “[1]” wherever it is.
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

/// A heading and the credit behind it that a copy adds.
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

/// A line that may be a country's name, or a part of one: short, all in capitals, without a number.
pub fn is_name(line: &str) -> bool {
    line.len() <= 60
        && line.chars().filter(|c| c.is_alphabetic()).count() >= 3
        && !line.chars().any(|c| c.is_lowercase() || c.is_ascii_digit())
        && !line.starts_with("COUNTRY NARRATIVES")
        && section(line).is_none()
        && !is(&TIER, line)
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

/// Whether a line is the report's own title, or the running head that its editions had: it is about no country.
pub fn names_report(line: &str) -> bool {
    is(&REPORT, line) || line.starts_with("COUNTRY NARRATIVES")
}

/// The section that a heading begins.
pub fn section(line: &str) -> Option<Section> {
    let words = line.trim().trim_end_matches([':', '.']).to_lowercase();
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match words.as_str() {
        "prosecution" => Some(Section::Prosecution),
        "protection" => Some(Section::Protection),
        "prevention" => Some(Section::Prevention),
        "trafficking profile" => Some(Section::Profile),
        "prioritized recommendations" | "recommendations" => Some(Section::Recommendations),
        _ => recommended_to(line).map(|_| Section::Recommendations),
    }
}

/// Whom a heading names that recommendations are for: `RECOMMENDATIONS FOR GABON:`.
pub fn recommended_to(line: &str) -> Option<&str> {
    const LONGEST: usize = 90;
    let line = line.trim().trim_end_matches([':', '.']);
    let lower = line.to_lowercase();
    let starts = ["prioritized recommendations for ", "recommendations for "];
    let start = starts.iter().find(|start| lower.starts_with(**start))?;
    let name = line.get(start.len()..).filter(|_| line.len() < LONGEST)?;
    // A sentence has a verb; a name has a capital.
    name.trim_start_matches("the ").starts_with(char::is_uppercase).then_some(name)
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

    #[test]
    fn sections_are_known_by_their_headings() {
        assert_eq!(section("PROSECUTION"), Some(Section::Prosecution));
        assert_eq!(section("Prioritized Recommendations:"), Some(Section::Recommendations));
        assert_eq!(section("Recommendations for France:"), Some(Section::Recommendations));
        assert_eq!(section("TRAFFICKING PROFILE"), Some(Section::Profile));
        assert_eq!(section("RECOMMENDATIONS FOR GABON"), Some(Section::Recommendations));
        assert_eq!(recommended_to("Prioritized Recommendations for Gabon:"), Some("Gabon"));
        assert_eq!(section("Recommendations for action were made."), None);
        assert_eq!(section("The government increased prosecution:"), None);
    }
}
