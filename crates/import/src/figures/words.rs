//! The words of a sentence.

use super::number::Number;
use super::number::number;

/// The words of a sentence, and where punctuation follows them.
#[derive(Debug)]
pub struct Words {
    /// The words in small letters, without the punctuation around them.
    pub plain: Vec<String>,
    /// Whether punctuation follows each.
    stops: Vec<bool>,
}

impl Words {
    /// The words of a sentence. What changes a number stays with it, so that it is not read: `~120`, `120+`.
    pub fn of(sentence: &str) -> Words {
        const OF_NUMBERS: &str = "%~<>±+≈≥≤#$€";
        let mut words = Words { plain: Vec::new(), stops: Vec::new() };
        for raw in sentence.replace(['–', '—'], " , ").split_whitespace() {
            let plain =
                raw.trim_matches(|c: char| !c.is_alphanumeric() && !OF_NUMBERS.contains(c)).to_lowercase();
            let stops = raw.ends_with([',', ';', ':', '.', '?', '!']);
            match words.stops.last_mut().filter(|_| plain.is_empty()) {
                Some(last) => *last |= stops,
                None => {
                    words.plain.push(plain);
                    words.stops.push(stops);
                }
            }
        }
        words
    }

    /// The words from one on.
    pub fn from(&self, at: usize) -> &[String] {
        self.plain.get(at..).unwrap_or_default()
    }

    /// The words before one.
    pub fn before(&self, at: usize) -> &[String] {
        self.plain.get(..at).unwrap_or_default()
    }

    /// The words from one up to another, which is not among them.
    pub fn between(&self, from: usize, to: usize) -> &[String] {
        self.plain.get(from..to).unwrap_or_default()
    }

    /// A word; nothing where there is none.
    pub fn at(&self, at: usize) -> &str {
        self.plain.get(at).map_or("", String::as_str)
    }

    /// Whether the sentence or a part of it ends with a word.
    pub fn stops(&self, at: usize) -> bool {
        self.stops.get(at).copied().unwrap_or(true)
    }
}

/// Whether words begin with a number, read or not.
pub fn begins_with_number(words: &[String]) -> bool {
    !matches!(number(words), Number::None)
}

/// Whether a number begins anywhere in words.
pub fn have_number(words: &[String]) -> bool {
    (0..words.len()).filter_map(|at| words.get(at..)).any(begins_with_number)
}

/// Whether a word is a number by itself, read or not.
pub fn is_number(word: &str) -> bool {
    begins_with_number(&[word.to_owned()])
}

/// Whether a word is written as a year is, without a comma.
pub fn is_year(word: &str) -> bool {
    let digits = word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    digits && (word.starts_with("19") || word.starts_with("20"))
}
