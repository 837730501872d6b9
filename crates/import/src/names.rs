//! The names in the report's headings and sentences, found among those that `data/` knows.

use std::collections::{BTreeMap, BTreeSet};

use record::Tables;
use unicode_normalization::UnicodeNormalization;

/// What more than one country is called, though `data/` has it as a name of one.
const SHARED: [&str; 2] = ["congo", "korea"];
/// Names are as long as this, in words.
const LONGEST: usize = 10;
/// Names that are more alike than this are a slip of the pen apart (Jaro and Winkler's measure).
const NEAR: f64 = 0.93;

/// What goes before a name in its official form.
const FORMS: [&str; 9] = [
    "islamic republic of ",
    "federal republic of ",
    "republic of ",
    "kingdom of ",
    "state of ",
    "commonwealth of ",
    "principality of ",
    "sultanate of ",
    "union of ",
];

/// Every name by which a country is known.
#[derive(Debug, Default)]
pub struct Names {
    /// By the key of the name: the codes that have it as their own, and those that have it as an alias.
    codes: BTreeMap<String, (BTreeSet<String>, BTreeSet<String>)>,
    /// Names as they are written, with their keys and codes, for telling what is near.
    written: Vec<(String, String, String)>,
    /// The words of each country's own names, for adjectives that are made from them.
    words: Vec<(String, String)>,
}

/// Whose an adjective such as “Gabonese” may be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Adjective {
    /// One country's.
    Of(String),
    /// Several countries', as “Guinean” is.
    Shared,
    /// No country's that is known: “French” is not made from “France” by its letters.
    Unknown,
}

impl Names {
    /// Names, names in the report, and aliases.
    pub fn new(tables: &Tables) -> Names {
        let mut names = Names::default();
        for row in tables.entities.iter().map(|row| &row.value) {
            names.add(&row.iso3, &row.name, true);
            names.add(&row.iso3, &row.report_name, true);
        }
        for row in tables.aliases.iter().map(|row| &row.value) {
            names.add(&row.iso3, &row.alias, false);
        }
        names
    }

    /// Some codes with their names, for tests.
    #[cfg(test)]
    pub fn of<const N: usize>(names: [(&str, &str); N]) -> Names {
        let mut all = Names::default();
        names.iter().for_each(|(code, name)| all.add(code, name, true));
        all
    }

    fn add(&mut self, iso3: &str, name: &str, own: bool) {
        for key in [Some(key(name)), turned(name)].into_iter().flatten() {
            let (owns, aliases) = self.codes.entry(key).or_default();
            if own { owns } else { aliases }.insert(iso3.to_owned());
        }
        self.written.push((name.to_owned(), key(name), iso3.to_owned()));
        if own {
            let long = key(name);
            let long = long.split(' ').filter(|word| word.len() >= STEM);
            self.words.extend(long.map(|word| (word.to_owned(), iso3.to_owned())));
        }
    }

    /// The code of a name, also where it is turned round (`Korea, South`) or abbreviated (`Congo, Dem. Rep. of`).
    ///
    /// # Errors
    /// Why there is none: what is near, or that the name is that of several.
    pub fn find(&self, name: &str) -> Result<&str, String> {
        let codes = self.codes_of(name);
        // “Burma (Myanmar)”: two names of one country.
        let bracket = name.strip_suffix(')').and_then(|rest| rest.split_once('('));
        let both =
            bracket.and_then(|(name, other)| self.code(name).filter(|code| self.code(other) == Some(code)));
        match codes.as_slice() {
            [code] => Ok(code),
            [] if both.is_some() => Ok(both.unwrap_or_default()),
            [] if SHARED.contains(&key(name).as_str()) => {
                Err("several countries are called that: which one has to be in the name".to_owned())
            }
            [] => {
                let nearest = self.nearest(name);
                let nearest = nearest.map(|(known, code)| format!("; the nearest is {known} ({code})"));
                Err(format!("no name in entities.tsv or aliases.tsv is this{}", nearest.unwrap_or_default()))
            }
            several => Err(format!("the name is that of {}", several.join(", "))),
        }
    }

    /// The code of a name, where it is exactly one country's.
    pub fn code(&self, name: &str) -> Option<&str> {
        match self.codes_of(name).as_slice() {
            [code] => Some(code),
            _ => None,
        }
    }

    fn codes_of(&self, name: &str) -> Vec<&str> {
        let keys: Vec<String> = [Some(key(name)), turned(name)].into_iter().flatten().collect();
        let codes = self.codes_by(keys.iter().map(String::as_str));
        match codes.is_empty() {
            // “Kingdom of Thailand”, where “Thailand” is known.
            true => self
                .codes_by(keys.iter().filter_map(|key| FORMS.iter().find_map(|form| key.strip_prefix(form)))),
            false => codes,
        }
    }

    fn codes_by<'a>(&self, keys: impl Iterator<Item = &'a str>) -> Vec<&str> {
        let mut codes: BTreeSet<&str> = BTreeSet::new();
        for (own, aliases) in keys.filter(|key| !SHARED.contains(key)).filter_map(|key| self.codes.get(key)) {
            codes.extend(if own.is_empty() { aliases } else { own }.iter().map(String::as_str));
        }
        codes.into_iter().collect()
    }

    fn nearest(&self, name: &str) -> Option<(&str, &str)> {
        let wanted = key(name);
        let likeness = |known: &str| strsim::jaro_winkler(known, &wanted);
        let nearest = self.written.iter().max_by(|a, b| likeness(&a.1).total_cmp(&likeness(&b.1)));
        nearest.map(|(known, _, code)| (known.as_str(), code.as_str()))
    }

    /// Whether a name is a slip of the pen away from one that is known.
    fn is_near(&self, name: &str) -> bool {
        const LETTERS: usize = 2;
        let wanted = key(name);
        let known = self.written.iter().map(|(_, known, _)| known);
        known
            .filter(|known| known.len().abs_diff(wanted.len()) <= LETTERS)
            .any(|known| strsim::jaro_winkler(known, &wanted) >= NEAR)
    }

    /// Whether a line is a country's name, or one with a slip of the pen in it.
    pub fn is_known_or_near(&self, line: &str) -> bool {
        let words = line.split_whitespace().count();
        let plain =
            line.len() <= 60 && (1..=LONGEST).contains(&words) && !line.ends_with(['.', ';', ':', '?']);
        plain
            && line.starts_with(char::is_uppercase)
            && (SHARED.contains(&key(line).as_str()) || !self.codes_of(line).is_empty() || self.is_near(line))
    }

    /// Whether a line is the beginning or the end of a longer name, as `PAPUA NEW` is.
    pub fn is_part(&self, line: &str) -> bool {
        let part = key(line);
        let fits = |name: &String| {
            name.strip_prefix(&part).is_some_and(|rest| rest.starts_with(' '))
                || name.strip_suffix(&part).is_some_and(|rest| rest.ends_with(' '))
        };
        !part.is_empty() && self.codes.keys().any(fits)
    }

    /// The code of the longest name that a text begins with, and what follows the name.
    pub fn leading<'a>(&self, text: &'a str) -> Option<(&str, &'a str)> {
        let clause = text.split([',', ';', ':', '(']).next().unwrap_or_default();
        let ends = clause
            .char_indices()
            .filter(|(_, c)| !c.is_alphanumeric() && !"’'.".contains(*c))
            .map(|(at, _)| at);
        let ends: Vec<usize> = ends.chain([clause.trim_end().len()]).take(LONGEST * 2).collect();
        ends.into_iter().rev().find_map(|end| {
            let (name, rest) =
                text.split_at_checked(end).filter(|(name, _)| !name.to_lowercase().ends_with(" the"))?;
            let possessive = name.strip_suffix("’s").or_else(|| name.strip_suffix("'s"));
            Some((self.code(possessive.unwrap_or(name))?, rest))
        })
    }

    /// The code of the longest name that a text ends with.
    pub fn trailing(&self, text: &str) -> Option<&str> {
        let text = text.rsplit([',', ';', ':', '(']).next().unwrap_or_default();
        let starts = text.char_indices().filter(|(_, c)| *c == ' ').map(|(at, _)| at + 1);
        let starts: Vec<usize> = [0].into_iter().chain(starts).collect();
        let first = starts.len().saturating_sub(LONGEST);
        starts.get(first..)?.iter().find_map(|start| self.code(text.get(*start..)?))
    }

    /// Whether a name is the end of another country's longer one, as `GUINEA` is of `PAPUA NEW GUINEA`.
    pub fn is_end(&self, name: &str) -> bool {
        let (end, code) = (key(name), self.code(name));
        let longer = |name: &String| name.strip_suffix(&end).is_some_and(|rest| rest.ends_with(' '));
        let mut all = self.codes.iter().filter(|(name, _)| longer(name));
        all.any(|(_, (own, aliases))| own.iter().chain(aliases).any(|other| Some(other.as_str()) != code))
    }

    /// The codes of the names in a text, in their order. A name has a capital.
    pub fn within(&self, text: &str) -> Vec<&str> {
        let mut found = Vec::new();
        let mut from = 0;
        for (at, c) in text.char_indices() {
            let begins = c.is_uppercase()
                && text.get(..at).is_some_and(|before| !before.ends_with(char::is_alphanumeric));
            if at < from || !begins {
                continue;
            }
            if let Some((code, rest)) = text.get(at..).and_then(|rest| self.leading(rest)) {
                found.push(code);
                from = text.len() - rest.len();
            }
        }
        found
    }

    /// Whose an adjective may be, by the letters that it shares with names. What is no adjective by its ending is nobody's.
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

/// Adjectives that the letters of a name do not give, or give to two countries.
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

/// An adjective has as many letters in common with the name that it is made from.
const STEM: usize = 4;

/// The key of a name that is turned round: `Korea, South`.
fn turned(name: &str) -> Option<String> {
    name.split_once(',').map(|(last, first)| key(&format!("{first} {last}")))
}

/// What is the same for all spellings of a name: no accents, marks, capitals or articles, abbreviations written out.
fn key(name: &str) -> String {
    let folded = tip::search::fold(&name.to_lowercase().nfd().collect::<String>());
    let words = folded.split(' ').filter(|word| *word != "the").map(|word| match word {
        "dem" => "democratic",
        "rep" => "republic",
        "is" | "isl" => "islands",
        other => other,
    });
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> Names {
        Names::of([
            ("COD", "Democratic Republic of the Congo"),
            ("COG", "Republic of the Congo"),
            ("COG", "Congo"),
            ("KOR", "South Korea"),
            ("KOR", "Republic of Korea"),
            ("ARE", "UAE"),
            ("GMB", "The Gambia"),
            ("PNG", "Papua New Guinea"),
            ("GIN", "Guinea"),
            ("GAB", "Gabon"),
            ("LCA", "Saint Lucia"),
            ("FSM", "Federated States of Micronesia"),
        ])
    }

    #[test]
    fn names_are_found_turned_round_and_abbreviated() {
        let names = names();
        for (name, code) in [
            ("CONGO, DEM. REP. OF", "COD"),
            ("CONGO, DEMOCRATIC REPUBLIC OF THE", "COD"),
            ("CONGO, REPUBLIC OF THE", "COG"),
            ("Rep. of the Congo", "COG"),
            ("KOREA, SOUTH", "KOR"),
            ("KOREA, REPUBLIC OF", "KOR"),
            ("U.A.E.", "ARE"),
            ("GAMBIA, THE", "GMB"),
            ("Gambia", "GMB"),
            ("ST. LUCIA", "LCA"),
            ("MICRONESIA, FEDERATED STATES OF", "FSM"),
        ] {
            assert_eq!(names.find(name), Ok(code), "{name}");
        }
    }

    #[test]
    fn what_two_countries_are_called_is_the_name_of_neither() {
        for name in ["CONGO", "Korea", "The Congo"] {
            assert!(names().find(name).unwrap_err().contains("several countries"), "{name}");
        }
    }

    #[test]
    fn an_own_name_goes_before_an_alias() {
        let mut names = names();
        names.add("XXX", "Gabon", false);
        assert_eq!(names.find("Gabon"), Ok("GAB"));
    }

    #[test]
    fn a_line_near_a_name_is_known_for_one() {
        let names = names();
        for line in ["GABON", "GABBON", "Gabon", "Congo", "REPUBLIC OF CONGO", "Papua New Giunea"] {
            assert!(names.is_known_or_near(line), "{line}");
        }
        for line in ["Gabon.", "PROSECUTION", "The government trained police", "gabon"] {
            assert!(!names.is_known_or_near(line), "{line}");
        }
        assert!(
            names.is_part("PAPUA NEW") && names.is_part("REPUBLIC OF THE CONGO") && !names.is_part("NEW")
        );
    }

    #[test]
    fn the_longest_name_at_either_end_of_a_text_is_found() {
        let names = names();
        assert_eq!(names.leading("Papua New Guinea’s police did"), Some(("PNG", " police did")));
        assert_eq!(names.leading("Guinea, too"), Some(("GIN", ", too")));
        assert_eq!(names.leading("Republic of the Congo (ROC) does"), Some(("COG", " (ROC) does")));
        assert_eq!(names.leading("The police did"), None);
        assert_eq!(names.trailing("therefore Papua New Guinea"), Some("PNG"));
        assert_eq!(names.trailing("therefore it"), None);
    }

    #[test]
    fn an_adjective_is_that_of_the_only_name_it_is_like() {
        let names = names();
        assert_eq!(names.adjective("Gabonese"), Adjective::Of("GAB".to_owned()));
        assert_eq!(names.adjective("Guinean"), Adjective::Shared);
        for word in ["Central", "Republic", "Federal"] {
            assert_eq!(names.adjective(word), Adjective::Unknown, "{word}");
        }
    }
}
