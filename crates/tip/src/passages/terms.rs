//! The terms of a search: words and phrases, and their positions in a text.

use std::ops::Range;

use super::word::{Word, is_common, words};
use crate::permalink::SearchQuery;

/// Words and phrases, all of which are looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms(Vec<Term>);

/// A word, or several that follow each other, without stop words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term(Vec<Part>);

/// A word of a term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its distance from the term's first word, in words.
    pub offset: u32,
    word: Word,
    how: How,
}

/// How a word is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum How {
    /// As an acronym, letter by letter.
    Acronym,
    /// In all its forms.
    Stem,
    /// As the beginning of words.
    Start,
}

impl Terms {
    /// Of what a reader typed: words; phrases in quotation marks; words that a hyphen or a stroke joins are a phrase too.
    pub fn new(sought: &SearchQuery) -> Terms {
        let mut terms = Terms::default();
        let marks = |letter: char| matches!(letter, '"' | '“' | '”' | '„' | '«' | '»');
        let quoted: Vec<&str> = sought.text().split(marks).collect();
        for (at, text) in quoted.iter().enumerate() {
            // What is opened and not closed is no phrase yet.
            if at % 2 == 1 && at + 1 < quoted.len() {
                terms.push(text);
            } else {
                text.split_whitespace().for_each(|chunk| terms.push(chunk));
            }
        }
        terms
    }

    fn push(&mut self, text: &str) {
        let mut term = Term(Vec::new());
        let mut offset = 0;
        for word in words(text) {
            if !word.is_common() {
                let how = if word.acronym.is_some() { How::Acronym } else { How::Stem };
                term.0.push(Part { offset, word, how });
            }
            // The first word that is not a stop word is the first.
            offset += u32::from(!term.0.is_empty());
        }
        if !term.0.is_empty() && !self.0.contains(&term) {
            self.0.push(term);
        }
    }

    /// Whether there is no term: the query is empty, or has stop words only.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The terms.
    pub fn all(&self) -> &[Term] {
        &self.0
    }

    /// Settles how each word is compared: an acronym that is nowhere is an ordinary word, if it is one that tells anything, and a word that is nowhere is the
    /// beginning of words. `known` says whether a key ([`keys_of`]) is anywhere in what is searched.
    #[must_use]
    pub fn settled(mut self, known: &dyn Fn(&str) -> bool) -> Terms {
        for term in &mut self.0 {
            for part in &mut term.0 {
                let word = &part.word;
                let in_capitals = word.acronym.as_deref().is_some_and(known) || is_common(&word.plain);
                if part.how == How::Acronym && !in_capitals {
                    part.how = How::Stem;
                }
                if part.how == How::Stem && !known(&word.stem) {
                    part.how = How::Start;
                }
            }
        }
        self
    }

    /// Settles it for some texts that are at hand whole.
    #[must_use]
    pub fn settled_in(self, texts: &[&str]) -> Terms {
        let texts: Vec<Vec<Word>> = texts.iter().map(|text| words(text)).collect();
        let is = |word: &Word, key: &str| {
            !word.is_common() && (word.stem == key || word.acronym.as_deref() == Some(key))
        };
        self.settled(&|key| texts.iter().any(|words| words.iter().any(|word| is(word, key))))
    }

    /// Returns the ranges of the terms in a text, in bytes, in order, without overlaps.
    pub fn marks(&self, text: &str) -> Vec<Range<usize>> {
        let words = words(text);
        let mut marks: Vec<Range<usize>> = Vec::new();
        // At each word, what begins there and goes furthest.
        for from in 0..words.len() {
            for range in self.0.iter().filter_map(|term| term.at(&words, from)) {
                match marks.last_mut() {
                    Some(last) if range.start < last.end => last.end = last.end.max(range.end),
                    _ => marks.push(range),
                }
            }
        }
        marks
    }

    /// How many of the terms occur in some texts.
    pub fn met_in(&self, texts: &[&str]) -> usize {
        let texts: Vec<Vec<Word>> = texts.iter().map(|text| words(text)).collect();
        self.0.iter().filter(|term| term.is_in(&texts)).count()
    }

    /// The terms that do not occur in some texts.
    #[must_use]
    pub fn not_in(mut self, texts: &[&str]) -> Terms {
        let texts: Vec<Vec<Word>> = texts.iter().map(|text| words(text)).collect();
        self.0.retain(|term| !term.is_in(&texts));
        self
    }
}

impl Term {
    /// The words.
    pub fn parts(&self) -> &[Part] {
        &self.0
    }

    fn is_in(&self, texts: &[Vec<Word>]) -> bool {
        texts.iter().any(|words| (0..words.len()).any(|from| self.at(words, from).is_some()))
    }

    /// Its range, if it begins at a word.
    fn at(&self, words: &[Word], from: usize) -> Option<Range<usize>> {
        let mut range: Option<Range<usize>> = None;
        for part in &self.0 {
            let offset = usize::try_from(part.offset).ok()?;
            let word = words.get(from + offset).filter(|word| part.is_met_by(word))?;
            range = Some(range.map_or(word.at.clone(), |range| range.start..word.at.end));
        }
        range
    }
}

impl Part {
    /// Whether a word of a text is this one.
    fn is_met_by(&self, word: &Word) -> bool {
        !word.is_common()
            && match self.how {
                How::Acronym => word.acronym.is_some() && word.acronym == self.word.acronym,
                How::Stem => word.stem == self.word.stem,
                How::Start => word.stem.starts_with(&self.word.plain),
            }
    }

    /// What the index has it under; as the beginning of words, all keys that begin so.
    pub fn key(&self) -> &str {
        match (self.how, &self.word.acronym) {
            (How::Acronym, Some(acronym)) => acronym,
            (How::Start, _) => &self.word.plain,
            _ => &self.word.stem,
        }
    }

    /// Whether it is the beginning of words.
    pub fn is_start(&self) -> bool {
        self.how == How::Start
    }

    /// Every key that has a say in how it is compared ([`Terms::settled`]), and where words that begin so are.
    pub fn candidates(&self) -> [&str; 3] {
        let Word { plain, stem, acronym, .. } = &self.word;
        [acronym.as_deref().unwrap_or(plain), stem, plain]
    }
}

/// What a word of a text is found under in the index: its stem, and itself where it is an acronym.
pub fn keys_of(word: &Word) -> impl Iterator<Item = &str> {
    std::iter::once(word.stem.as_str()).chain(word.acronym.as_deref())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(sought: &str, text: &str) -> Vec<String> {
        let terms = Terms::new(&SearchQuery::new(sought)).settled_in(&[text]);
        terms.marks(text).into_iter().map(|at| text[at].to_owned()).collect()
    }

    #[test]
    fn words_are_met_in_all_their_forms_and_phrases_in_their_order() {
        let text = "Traffickers forced fishers on Thai fishing vessels to work; the labor was forced.";
        assert_eq!(marked("fish", text), ["fishing"]);
        assert_eq!(marked("\"forced labor\"", text), Vec::<String>::new());
        assert_eq!(marked("forced labor", text), ["forced", "labor", "forced"]);
        assert_eq!(marked("“fishing vessel”", text), ["fishing vessels"]);
        assert_eq!(marked("\"fishers Thai\"", text), Vec::<String>::new());
        assert_eq!(marked("\"fishers on Thai\"", text), ["fishers on Thai"]);
        assert_eq!(marked("\"the traffickers forced\"", text), ["Traffickers forced"]);
    }

    #[test]
    fn acronyms_and_names_of_laws_are_met() {
        let text = "Under Law No. 05/014 and R.A. 9208, the WHO and those who ask the TVPA’s office.";
        assert_eq!(marked("WHO", text), ["WHO"]);
        assert_eq!(marked("who", text), Vec::<String>::new(), "tells nothing");
        assert_eq!(marked("WHO", "those who ask"), Vec::<String>::new(), "is no acronym there");
        assert_eq!(marked("TVPA", text), ["TVPA’s"]);
        assert_eq!(marked("05/014", text), ["05/014"]);
        assert_eq!(marked("RA-9208", text), ["R.A. 9208"]);
        assert_eq!(marked("LAW", text), ["Law"], "in capitals by chance");
    }

    #[test]
    fn a_word_that_is_nowhere_is_a_beginning() {
        assert_eq!(marked("traff", "Traffickers and traffic"), ["Traffickers", "traffic"]);
        assert_eq!(marked("the of", "the end of it"), Vec::<String>::new(), "tells nothing");
    }

    #[test]
    fn what_overlaps_is_one_mark() {
        assert_eq!(marked("\"forced labor\" labor", "forced labor"), ["forced labor"]);
    }
}
