//! The sections of a narrative and their headings.

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
    /// The sections that begin with a heading, in their order.
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

/// Returns the section that begins with a heading.
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

/// Returns the name in a heading such as `RECOMMENDATIONS FOR GABON:`.
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
