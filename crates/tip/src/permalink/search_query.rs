//! The words of a search, as part of an address.

use super::escape::escaped;

/// The most letters that are looked at; an address can have any number.
const MOST: usize = 200;

/// Words that are looked for, with single spaces between them and none around; empty where nothing is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct SearchQuery(String);

impl SearchQuery {
    /// Of a text in any state of repair.
    pub fn new(text: &str) -> SearchQuery {
        let text: String = text.chars().take(MOST).map(|c| if c.is_control() { ' ' } else { c }).collect();
        let words: Vec<&str> = text.split_whitespace().collect();
        SearchQuery(words.join(" "))
    }

    /// The words.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// The words without the quotation marks around them.
    pub fn unquoted(&self) -> &str {
        self.0.trim_matches(['"', '“', '”'])
    }

    /// Whether nothing is looked for.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The value in a query, escaped as forms do; nothing where nothing is looked for.
    pub(super) fn value(&self) -> Option<String> {
        let value = escaped(&self.0);
        (!value.is_empty()).then_some(value)
    }
}
