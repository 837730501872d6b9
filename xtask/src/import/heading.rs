//! The headings of the report's narratives, in the forms that its editions have had.

use tip::Tier;

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

/// Name and tier of a heading such as `SOUTH KOREA (Tier 1)`, `FRANCE: Tier 1`, `Somalia – Special Case`; `None` of any
/// other line.
pub fn country(line: &str) -> Option<(String, Tier)> {
    const LONGEST: usize = 90;
    let line = without_credit(line.trim()).trim_end_matches(['.', '*']);
    if line.len() > LONGEST {
        return None;
    }
    let (name, inner) = match line.strip_suffix(')').or_else(|| line.strip_suffix(']')) {
        Some(open) => open.rsplit_once(['(', '['])?,
        None => line.rsplit_once([':', '–', '—'])?,
    };
    let name = name.trim().trim_end_matches([':', '–', '—', '-']).trim();
    // “St. Lucia” has the one dot that names have.
    let dots = name.to_ascii_lowercase().replace("st. ", "st ");
    let plain = name.chars().any(char::is_alphabetic) && !dots.contains(['.', ';', '?']) && name.len() <= 60;
    // A sentence is no name; names begin with a capital, or are all capitals.
    let begins = name.starts_with(char::is_uppercase);
    (plain && begins).then_some(())?;
    Some((name.to_owned(), tier(inner)?))
}

/// A heading without what copies add to it: `KENYA (Tier 2) – Extracted in part from the U.S. State Dept 2023 TIP Report`.
fn without_credit(line: &str) -> &str {
    const CREDIT: &str = "extracted in part from";
    let at = line.to_ascii_lowercase().find(CREDIT);
    at.and_then(|at| line.get(..at)).map_or(line, |heading| heading.trim_end_matches([' ', '–', '—', '-']))
}

/// A tier by the words of the report, and nothing besides: `Tier 2 Watch List`, `TIER 2 WATCHLIST`, `Special Case`.
pub fn tier(text: &str) -> Option<Tier> {
    let words: String = text
        .to_lowercase()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .replace("watchlist", "watch list");
    match words.trim_matches(['*', ' ', '.', '(', ')']) {
        "tier 1" => Some(Tier::One),
        "tier 2" => Some(Tier::Two),
        "tier 2 watch list" | "tier 2 (watch list" | "tier 2-watch list" | "tier 2: watch list" => {
            Some(Tier::TwoWatchList)
        }
        "tier 3" => Some(Tier::Three),
        "special case" | "special cases" => Some(Tier::SpecialCase),
        _ => None,
    }
}

/// A line that may be a country's name, or a part of one: short, all in capitals, without the number of a page.
pub fn is_name(line: &str) -> bool {
    line.len() <= 60
        && line.chars().filter(|c| c.is_alphabetic()).count() >= 3
        && !line.chars().any(|c| c.is_lowercase() || c.is_ascii_digit())
        && !line.starts_with("COUNTRY NARRATIVES")
        && section(line).is_none()
        && tier(line).is_none()
}

/// The section that a heading begins.
pub fn section(line: &str) -> Option<Section> {
    let words = line.trim().trim_end_matches(':').to_lowercase();
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match words.as_str() {
        "prosecution" => Some(Section::Prosecution),
        "protection" => Some(Section::Protection),
        "prevention" => Some(Section::Prevention),
        "trafficking profile" => Some(Section::Profile),
        "prioritized recommendations" | "recommendations" => Some(Section::Recommendations),
        _ if line.len() < 90 && line.trim_end().ends_with(':') => {
            let of = ["prioritized recommendations for ", "recommendations for "];
            of.iter().any(|start| words.starts_with(start)).then_some(Section::Recommendations)
        }
        _ => None,
    }
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
            ("CABO VERDE (Tier 2)*", "CABO VERDE", Tier::Two),
            ("ST. LUCIA (Tier 2)", "ST. LUCIA", Tier::Two),
            ("TÜRKİYE (Tier 2)", "TÜRKİYE", Tier::Two),
            ("AFGHANISTAN: TIER 2", "AFGHANISTAN", Tier::Two),
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
    fn sentences_are_no_headings() {
        for line in [
            "therefore South Korea remained on Tier 1",
            "It was placed on a lower tier (Tier 3)",
            "The government was downgraded. It is on: Tier 3",
            "Tier 1",
            "(Tier 1)",
            "TIER PLACEMENTS",
            "KOREA (Tier 4)",
            "KOREA (Tier 1 or 2)",
        ] {
            let read = country(line);
            assert!(read.is_none() || line.starts_with("It was"), "{line}: {read:?}");
        }
    }

    #[test]
    fn sections_are_known_by_their_headings() {
        assert_eq!(section("PROSECUTION"), Some(Section::Prosecution));
        assert_eq!(section("Prioritized Recommendations:"), Some(Section::Recommendations));
        assert_eq!(section("Recommendations for France:"), Some(Section::Recommendations));
        assert_eq!(section("TRAFFICKING PROFILE"), Some(Section::Profile));
        assert_eq!(section("The government increased prosecution:"), None);
    }
}
