//! The query of an address: read without ever failing, written in one order.

use std::{borrow::Cow, fmt};

use super::escape::decoded;
use super::search_query::SearchQuery;
use crate::{Code, Region, Tier, TierSet};

/// A query as it came, without its `?`.
#[derive(Clone, Copy, Debug)]
pub struct Query<'a>(pub &'a str);

impl Query<'_> {
    /// The names and values, decoded.
    pub fn pairs(&self) -> impl Iterator<Item = (Cow<'_, str>, Cow<'_, str>)> {
        let pairs = self.0.split('&').filter_map(|pair| pair.split_once('='));
        pairs.map(|(key, value)| (decoded(key, true), decoded(value, true)))
    }

    /// The last value of a name, decoded: of `?year=2014&year=2015` the second counts.
    pub fn value(&self, name: &str) -> Option<String> {
        self.all(name).pop()
    }

    /// All values of a name, decoded.
    pub fn all(&self, name: &str) -> Vec<String> {
        self.pairs().filter(|(key, _)| key == name).map(|(_, value)| value.into_owned()).collect()
    }

    /// A year of four digits, from 1000 on: one below would be written with fewer.
    pub fn year(&self, name: &str) -> Option<u16> {
        let text = self.value(name)?;
        let text = text.trim();
        (text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit()) && !text.starts_with('0'))
            .then(|| text.parse().ok())
            .flatten()
    }

    /// The region of `region`.
    pub fn region(&self) -> Option<Region> {
        Region::from_slug(&self.value("region")?)
    }

    /// What is looked for, by `q`.
    pub fn sought(&self) -> SearchQuery {
        SearchQuery::new(&self.value("q").unwrap_or_default())
    }

    /// The tiers of `tiers`.
    pub fn tiers(&self) -> TierSet {
        self.value("tiers")
            .map(|codes| codes.split(',').filter_map(Tier::from_code).collect())
            .unwrap_or_default()
    }

    /// The countries of a list ([`places`]); several lists count as one.
    pub fn places(&self, name: &str) -> (Vec<Code>, Vec<String>) {
        places(&self.all(name).join(","))
    }

    /// Whether a name has this value, upper or lower case.
    pub fn is(&self, name: &str, value: &str) -> bool {
        self.value(name).is_some_and(|found| found.eq_ignore_ascii_case(value))
    }
}

/// The longest text for a country that is looked at, in bytes, and the most of them; an address can have any number.
const LONGEST: usize = 100;
const MOST: usize = 12;

/// The countries of a list that commas, semicolons or bars part, or spaces between codes: the codes in their order, each once,
/// then what is no code.
pub fn places(list: &str) -> (Vec<Code>, Vec<String>) {
    let (mut codes, mut others) = (Vec::new(), Vec::new());
    for piece in list.split([',', ';', '|']) {
        let words: Vec<&str> = piece.split_whitespace().collect();
        match words.iter().map(|word| Code::parse(word)).collect::<Option<Vec<Code>>>() {
            Some(found) => {
                for code in found {
                    if !codes.contains(&code) {
                        codes.push(code);
                    }
                }
            }
            None => {
                let text = words.join(" ");
                if text.len() <= LONGEST && others.len() < MOST && !others.contains(&text) {
                    others.push(text);
                }
            }
        }
    }
    (codes, others)
}

/// Writes the pairs that have a value. Values need no escape: they are made of letters, digits, `-` and `,` only, or are
/// escaped already.
pub fn write(f: &mut fmt::Formatter<'_>, pairs: &[(&str, Option<String>)]) -> fmt::Result {
    let mut sign = '?';
    for (name, value) in pairs {
        if let Some(value) = value {
            write!(f, "{sign}{name}={value}")?;
            sign = '&';
        }
    }
    Ok(())
}

/// A list as a value: nothing for an empty one.
pub fn joined<T: fmt::Display>(items: impl IntoIterator<Item = T>) -> Option<String> {
    let items: Vec<String> = items.into_iter().map(|item| item.to_string()).collect();
    (!items.is_empty()).then(|| items.join(","))
}
