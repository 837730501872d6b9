//! The country that an adjective is made from: “Gabonese”.

use std::collections::BTreeSet;

use super::{Names, key};

/// The country of an adjective such as “Gabonese”.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Adjective {
    /// It is made from one country's name.
    Of(String),
    /// It can be made from several countries' names, as “Guinean” can.
    Shared,
    /// It is made from no known name.
    Unknown,
}

impl Names {
    /// Returns the country that an adjective is made from, by the letters that it shares with names. A word without the ending of
    /// an adjective is unknown.
    pub fn adjective(&self, word: &str) -> Adjective {
        const ENDINGS: [&str; 9] = ["ese", "an", "ish", "i", "ic", "er", "ch", "ien", "oan"];
        let word = key(word);
        if let Some((_, code)) = DEMONYMS.iter().find(|(known, _)| *known == word) {
            return Adjective::Of((*code).to_owned());
        }
        let stem = word.get(..STEM).filter(|_| ENDINGS.iter().any(|ending| word.ends_with(ending)));
        let codes: BTreeSet<&str> = stem.map_or_else(BTreeSet::new, |stem| {
            let alike = self.words.iter().filter(|(known, _)| known.starts_with(stem) && *known != word);
            alike.map(|(_, code)| code.as_str()).collect()
        });
        let mut codes = codes.into_iter();
        match (codes.next(), codes.next()) {
            (Some(code), None) => Adjective::Of(code.to_owned()),
            (None, _) => Adjective::Unknown,
            _ => Adjective::Shared,
        }
    }
}

/// Adjectives that do not share their letters with one name alone.
const DEMONYMS: [(&str, &str); 43] = [
    ("afghan", "AFG"),
    ("american", "USA"),
    ("basotho", "LSO"),
    ("batswana", "BWA"),
    ("british", "GBR"),
    ("burkinabe", "BFA"),
    ("burmese", "MMR"),
    ("cypriot", "CYP"),
    ("czech", "CZE"),
    ("danish", "DNK"),
    ("dutch", "NLD"),
    ("emirati", "ARE"),
    ("filipino", "PHL"),
    ("french", "FRA"),
    ("greek", "GRC"),
    ("indian", "IND"),
    ("indonesian", "IDN"),
    ("irish", "IRL"),
    ("ivoirian", "CIV"),
    ("ivorian", "CIV"),
    ("kazakh", "KAZ"),
    ("kazakhstani", "KAZ"),
    ("kyrgyz", "KGZ"),
    ("lao", "LAO"),
    ("laotian", "LAO"),
    ("malagasy", "MDG"),
    ("malian", "MLI"),
    ("mauritanian", "MRT"),
    ("mauritian", "MUS"),
    ("nigerian", "NGA"),
    ("nigerien", "NER"),
    ("norwegian", "NOR"),
    ("philippine", "PHL"),
    ("polish", "POL"),
    ("slovak", "SVK"),
    ("slovenian", "SVN"),
    ("spanish", "ESP"),
    ("swedish", "SWE"),
    ("swiss", "CHE"),
    ("tajik", "TJK"),
    ("thai", "THA"),
    ("turkish", "TUR"),
    ("uzbek", "UZB"),
];

/// How many letters an adjective has in common with the name that it is made from.
const STEM: usize = 4;

/// The words of a name that are long enough for an adjective.
pub fn stems(key: &str) -> impl Iterator<Item = &str> {
    key.split(' ').filter(|word| word.len() >= STEM)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_adjective_is_that_of_the_only_name_it_is_like() {
        let names = Names::of([
            ("GAB", "Gabon"),
            ("GIN", "Guinea"),
            ("PNG", "Papua New Guinea"),
            ("FSM", "Federated States of Micronesia"),
        ]);
        assert_eq!(names.adjective("Gabonese"), Adjective::Of("GAB".to_owned()));
        assert_eq!(names.adjective("Guinean"), Adjective::Shared);
        for word in ["Central", "Republic", "Federal"] {
            assert_eq!(names.adjective(word), Adjective::Unknown, "{word}");
        }
    }
}
