//! The report's own six regions.

use std::fmt;

use words::text::*;
use words::{Message, Words};

/// One of the six regions that the report itself sorts countries into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Region {
    /// Sub-Saharan Africa.
    Africa,
    /// East Asia and the Pacific islands.
    EastAsiaAndPacific,
    /// Europe, Türkiye, the Caucasus.
    EuropeAndEurasia,
    /// North Africa and the Middle East.
    NearEast,
    /// From Kazakhstan to Sri Lanka.
    SouthAndCentralAsia,
    /// The Americas and the Caribbean.
    WesternHemisphere,
}

impl Region {
    /// All six, by name.
    pub const ALL: [Region; 6] = [
        Region::Africa,
        Region::EastAsiaAndPacific,
        Region::EuropeAndEurasia,
        Region::NearEast,
        Region::SouthAndCentralAsia,
        Region::WesternHemisphere,
    ];

    /// The name as the report writes it, which is also its name in `data/`.
    pub const fn name(self) -> &'static str {
        match self {
            Region::Africa => "Africa",
            Region::EastAsiaAndPacific => "East Asia and Pacific",
            Region::EuropeAndEurasia => "Europe and Eurasia",
            Region::NearEast => "Near East",
            Region::SouthAndCentralAsia => "South and Central Asia",
            Region::WesternHemisphere => "Western Hemisphere",
        }
    }

    /// The name in queries and `data-region`: `near-east`.
    pub const fn slug(self) -> &'static str {
        match self {
            Region::Africa => "africa",
            Region::EastAsiaAndPacific => "east-asia-and-pacific",
            Region::EuropeAndEurasia => "europe-and-eurasia",
            Region::NearEast => "near-east",
            Region::SouthAndCentralAsia => "south-and-central-asia",
            Region::WesternHemisphere => "western-hemisphere",
        }
    }

    /// The name in a language.
    pub fn named(self, words: &Words) -> String {
        self.form(words, &[REGION_AFRICA, REGION_EAP, REGION_EUR, REGION_NEA, REGION_SCA, REGION_WHA])
    }

    /// Where something is: `in the Near East`.
    pub fn within(self, words: &Words) -> String {
        let forms =
            &[REGION_IN_AFRICA, REGION_IN_EAP, REGION_IN_EUR, REGION_IN_NEA, REGION_IN_SCA, REGION_IN_WHA];
        self.form(words, forms)
    }

    /// All of its countries: `All of the Near East`.
    pub fn whole(self, words: &Words) -> String {
        let forms = &[
            REGION_WHOLE_AFRICA,
            REGION_WHOLE_EAP,
            REGION_WHOLE_EUR,
            REGION_WHOLE_NEA,
            REGION_WHOLE_SCA,
            REGION_WHOLE_WHA,
        ];
        self.form(words, forms)
    }

    fn form(self, words: &Words, forms: &'static [Message; 6]) -> String {
        forms.get(self as usize).map(|form| words.text(form)).unwrap_or_default()
    }

    /// The region of a name as in `data/`.
    pub fn from_name(name: &str) -> Option<Region> {
        Region::ALL.into_iter().find(|region| region.name() == name)
    }

    /// The region of a slug, upper or lower case.
    pub fn from_slug(slug: &str) -> Option<Region> {
        Region::ALL.into_iter().find(|region| region.slug().eq_ignore_ascii_case(slug))
    }
}

impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_slugs_lead_back() {
        for region in Region::ALL {
            assert_eq!(Region::from_name(region.name()), Some(region));
            assert_eq!(Region::from_slug(region.slug()), Some(region));
        }
        assert_eq!(Region::from_slug("atlantis"), None);
    }
}
