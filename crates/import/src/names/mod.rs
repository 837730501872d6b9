//! The names in the report's headings and sentences, found among those that `data/` knows.

mod adjective;

use std::collections::{BTreeMap, BTreeSet};

use record::Tables;
use unicode_normalization::UnicodeNormalization;

pub use adjective::Adjective;

/// Names that several countries share, though `data/` gives them to one.
const SHARED: [&str; 2] = ["congo", "korea"];
/// The length of the longest names, in words.
const LONGEST: usize = 10;
/// Two names that are more alike than this are one name with a typing error (similarity by Jaro and Winkler).
const NEAR: f64 = 0.93;

/// The words before a name in its official form.
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
    /// The countries of each name, by the name's key.
    codes: BTreeMap<String, Codes>,
    /// Each name, to find the nearest one.
    written: Vec<Written>,
    /// Each word of the countries' own names with the country's code, to find what an adjective is made from.
    words: Vec<(String, String)>,
}

/// The countries that have a name.
#[derive(Debug, Default)]
struct Codes {
    /// Countries that are called so in `entities.tsv`.
    own: BTreeSet<String>,
    /// Countries with this name in `aliases.tsv`. They count only where no country has it as its own.
    aliases: BTreeSet<String>,
}

/// A name as `data/` writes it.
#[derive(Debug)]
struct Written {
    name: String,
    key: String,
    iso3: String,
}

impl Names {
    /// Names, names in the report, and aliases.
    pub fn new(tables: &Tables) -> Names {
        let mut names = Names::default();
        for row in tables.entities.iter().map(|row| &row.value) {
            names.add(&row.iso3, &row.name, true);
            names.add(&row.iso3, &row.report_name, true);
        }
        // The report is in English.
        for row in tables.aliases.iter().map(|row| &row.value).filter(|row| row.lang == "en") {
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
            let codes = self.codes.entry(key).or_default();
            if own { &mut codes.own } else { &mut codes.aliases }.insert(iso3.to_owned());
        }
        let key = key(name);
        if own {
            self.words.extend(adjective::stems(&key).map(|word| (word.to_owned(), iso3.to_owned())));
        }
        self.written.push(Written { name: name.to_owned(), key, iso3: iso3.to_owned() });
    }

    /// The code of a name, also where it is turned round (`Korea, South`) or abbreviated (`Congo, Dem. Rep. of`).
    ///
    /// # Errors
    /// Why there is none: what is near, or that the name is that of several.
    pub fn find(&self, name: &str) -> Result<&str, String> {
        if let Some(code) = self.code(name).or_else(|| self.code_of_both(name)) {
            return Ok(code);
        }
        let codes = self.codes_of(name);
        if !codes.is_empty() {
            return Err(format!("the name is that of {}", codes.join(", ")));
        }
        if SHARED.contains(&key(name).as_str()) {
            return Err("several countries are called that: which one has to be in the name".to_owned());
        }
        let nearest =
            self.nearest(name).map(|known| format!("; the nearest is {} ({})", known.name, known.iso3));
        Err(format!("no name in entities.tsv or aliases.tsv is this{}", nearest.unwrap_or_default()))
    }

    /// The code of a name with another name of the same country in brackets: `Burma (Myanmar)`.
    fn code_of_both(&self, name: &str) -> Option<&str> {
        let (name, other) = name.strip_suffix(')')?.split_once('(')?;
        self.code(name).filter(|code| self.code(other) == Some(code))
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
        for Codes { own, aliases } in
            keys.filter(|key| !SHARED.contains(key)).filter_map(|key| self.codes.get(key))
        {
            codes.extend(if own.is_empty() { aliases } else { own }.iter().map(String::as_str));
        }
        codes.into_iter().collect()
    }

    fn nearest(&self, name: &str) -> Option<&Written> {
        let wanted = key(name);
        let likeness = |known: &Written| strsim::jaro_winkler(&known.key, &wanted);
        self.written.iter().max_by(|a, b| likeness(a).total_cmp(&likeness(b)))
    }

    /// Whether a name is a known name with a typing error.
    fn is_near(&self, name: &str) -> bool {
        const LETTERS: usize = 2;
        let wanted = key(name);
        let known = self.written.iter().map(|known| &known.key);
        known
            .filter(|known| known.len().abs_diff(wanted.len()) <= LETTERS)
            .any(|known| strsim::jaro_winkler(known, &wanted) >= NEAR)
    }

    /// Whether a line is a country's name, with or without a typing error.
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
        all.any(|(_, codes)| codes.own.iter().chain(&codes.aliases).any(|other| Some(other.as_str()) != code))
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
}

/// The key of a name that is turned round: `Korea, South`.
fn turned(name: &str) -> Option<String> {
    name.split_once(',').map(|(last, first)| key(&format!("{first} {last}")))
}

/// Returns what all spellings of a name have in common: it has no accents, marks, capitals or articles, and no abbreviations.
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
}
