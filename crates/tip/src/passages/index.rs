//! The index: the passages, the positions of words in them, and the search.

use super::terms::{Part, Term, Terms};
use crate::file::{SCHEMA, SearchFile, TermsFile, TextsFile};
use crate::load::{LoadError, read};
use crate::{Code, sorted};

/// Positions from here on are words of the country's name, which belong to each of its passages and to no text.
pub const NAMES: u32 = 1 << 20;

/// How soon more of the same word counts no more, and how far a long passage is held against a short one: the constants
/// k1 and b of BM25 (Robertson and Zaragoza, 2009), b lower than usual because passages are of like length.
const K1: f64 = 1.2;
const B: f64 = 0.4;

/// Which passages there are.
#[derive(Clone, Debug)]
pub struct Index {
    /// Country and edition of each passage, newest edition first, and its length in words.
    passages: Vec<(Code, u16, u32)>,
    average: f64,
    /// The first key of each shard.
    shards: Vec<String>,
    /// The first passage of each file of texts.
    texts: Vec<usize>,
}

/// The positions of words, by key.
#[derive(Clone, Debug)]
pub struct Shard(Vec<(String, Vec<Posting>)>);

/// The positions of a word in a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Posting {
    passage: usize,
    positions: Vec<u32>,
}

/// What passages say.
#[derive(Clone, Debug)]
pub struct Texts(Vec<Passage>);

/// What a passage says: parts, each with its kind (`found`, `progress`, `gaps`, `noted`, or what an excerpt is about).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage(pub Vec<(String, String)>);

/// A passage that was found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Found {
    /// Its number.
    pub passage: usize,
    /// The country.
    pub code: Code,
    /// The edition's year.
    pub year: u16,
}

/// What a search comes to.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The terms, as they were compared.
    pub terms: Terms,
    /// Whether what was found has all terms; otherwise nothing has, and these have some.
    pub all: bool,
    /// Passages, best first; of equals, the newest first.
    pub found: Vec<Found>,
}

impl Index {
    /// Reads `search/index.json`.
    ///
    /// # Errors
    /// [`LoadError`] where it is damaged, of another schema, or contradicts itself.
    pub fn from_json(json: &str) -> Result<Index, LoadError> {
        let file: SearchFile = read(json, SCHEMA)?;
        let mut passages = Vec::new();
        for (cell, lengths) in &file.cells {
            let cell =
                cell.split_once(' ').and_then(|(code, year)| Some((Code::parse(code)?, year.parse().ok()?)));
            let (code, year) =
                cell.ok_or_else(|| LoadError::content("a passage is of no country or edition".to_owned()))?;
            passages.extend(lengths.iter().map(|length| (code, year, *length)));
        }
        if !file.shards.is_sorted() || !file.texts.is_sorted() {
            return Err(LoadError::content("its parts are out of order".to_owned()));
        }
        let words: f64 = passages.iter().map(|(.., length)| f64::from(*length)).sum();
        let average = words / passages.len().max(1) as f64;
        Ok(Index { passages, average, shards: file.shards, texts: file.texts })
    }

    /// How many passages there are.
    pub fn len(&self) -> usize {
        self.passages.len()
    }

    /// Whether there is nothing to search.
    pub fn is_empty(&self) -> bool {
        self.passages.is_empty()
    }

    /// The shards that have a say in a search, by number: those of the words, and of all words that begin so.
    pub fn shards_of(&self, terms: &Terms) -> Vec<usize> {
        let mut needed = vec![false; self.shards.len()];
        for term in terms.all() {
            for part in term.parts() {
                for key in part.candidates() {
                    let (from, to) = (self.shard_of(key), self.shard_of(&format!("{key}\u{10ffff}")));
                    needed.iter_mut().take(to + 1).skip(from).for_each(|needed| *needed = true);
                }
            }
        }
        (0..needed.len()).filter(|at| needed.get(*at) == Some(&true)).collect()
    }

    fn shard_of(&self, key: &str) -> usize {
        self.shards.partition_point(|first| first.as_str() <= key).saturating_sub(1)
    }

    /// The file that has the text of a passage, and its place there.
    pub fn text_of(&self, passage: usize) -> (usize, usize) {
        let file = self.texts.partition_point(|first| *first <= passage).saturating_sub(1);
        (file, passage - self.texts.get(file).copied().unwrap_or_default().min(passage))
    }

    /// Searches: what has all terms, else what has some. `shards` are those of [`Index::shards_of`]; `keep` says of which countries and editions passages are wanted.
    pub fn search(&self, terms: Terms, shards: &[&Shard], keep: &dyn Fn(Code, u16) -> bool) -> Outcome {
        let terms = terms.settled(&|key| shards.iter().any(|shard| shard.has(key)));
        let places: Vec<Vec<Posting>> = terms.all().iter().map(|term| places(term, shards)).collect();
        let n = self.passages.len() as f64;
        // How many terms each passage has, and how well they fit it.
        let mut scores: Vec<(usize, f64)> = vec![(0, 0.0); self.passages.len()];
        for places in &places {
            let rare = (1.0 + (n - places.len() as f64 + 0.5) / (places.len() as f64 + 0.5)).ln();
            for posting in places {
                let passage = self.passages.get(posting.passage).zip(scores.get_mut(posting.passage));
                let Some(((.., length), (met, score))) = passage else { continue };
                let often = posting.positions.len() as f64;
                let long = 1.0 - B + B * f64::from(*length) / self.average;
                *met += 1;
                *score += rare * often * (K1 + 1.0) / (often + K1 * long);
            }
        }
        let mut some: Vec<(Found, usize, f64)> = Vec::new();
        let mut most = 1;
        for (passage, ((code, year, _), (met, score))) in self.passages.iter().zip(scores).enumerate() {
            if met > 0 && keep(*code, *year) {
                some.push((Found { passage, code: *code, year: *year }, met, score));
                most = most.max(met);
            }
        }
        let all = most == places.len();
        some.retain(|(_, met, _)| !all || *met == most);
        // Most terms first, then the highest score. Scores are compared as scaled whole numbers.
        let rank = |(_, met, score): &(Found, usize, f64)| {
            let score = (score * 1e6).min(1e15) as u64;
            ((places.len() - met) as u64) << 56 | ((1 << 52) - score)
        };
        let found = sorted(&some, rank).into_iter().map(|(found, ..)| *found).collect();
        Outcome { all, found, terms }
    }
}

/// The positions of a term: those of its first word that the other words follow.
fn places(term: &Term, shards: &[&Shard]) -> Vec<Posting> {
    let mut words = term.parts().iter().map(|part| (part.offset, postings(part, shards)));
    let Some((first, mut met)) = words.next() else { return Vec::new() };
    for (offset, next) in words {
        let after = offset - first;
        for posting in &mut met {
            let at = next.binary_search_by_key(&posting.passage, |other| other.passage);
            let follows = at.ok().and_then(|at| next.get(at));
            posting
                .positions
                .retain(|at| follows.is_some_and(|other| other.positions.contains(&(at + after))));
        }
        met.retain(|posting| !posting.positions.is_empty());
    }
    met
}

/// The positions of a word, or of all words with this prefix, by passage.
fn postings(part: &Part, shards: &[&Shard]) -> Vec<Posting> {
    let mut met: Vec<Posting> = Vec::new();
    for shard in shards {
        let keys = shard.starting(part.key()).take_while(|(key, _)| part.is_start() || key == part.key());
        for (_, postings) in keys {
            met.extend_from_slice(postings);
        }
    }
    let mut one: Vec<Posting> = Vec::with_capacity(met.len());
    for posting in sorted(&met, |posting| posting.passage as u64) {
        match one.last_mut().filter(|last| last.passage == posting.passage) {
            Some(last) => last.positions.extend_from_slice(&posting.positions),
            None => one.push(posting.clone()),
        }
    }
    one
}

impl Shard {
    /// Reads `search/terms-0.json`.
    ///
    /// # Errors
    /// [`LoadError`] where it is damaged, of another schema, or contradicts itself.
    pub fn from_json(json: &str) -> Result<Shard, LoadError> {
        let file: TermsFile = read(json, SCHEMA)?;
        if !file.terms.is_sorted_by(|(one, _), (other, _)| one < other) {
            return Err(LoadError::content("its words are out of order".to_owned()));
        }
        let mut shard = Vec::with_capacity(file.terms.len());
        for (key, packed) in file.terms {
            let postings = unpacked(&packed)
                .ok_or_else(|| LoadError::content(format!("the places of “{key}” end too soon")))?;
            shard.push((key, postings));
        }
        Ok(Shard(shard))
    }

    fn has(&self, key: &str) -> bool {
        self.0.binary_search_by(|(known, _)| known.as_str().cmp(key)).is_ok()
    }

    /// The keys that begin with a text.
    fn starting(&self, start: &str) -> impl Iterator<Item = &(String, Vec<Posting>)> {
        let from = self.0.partition_point(|(key, _)| key.as_str() < start);
        self.0.get(from..).unwrap_or_default().iter().take_while(move |(key, _)| key.starts_with(start))
    }
}

/// Postings as [`crate::file::TermsFile`] has them.
fn unpacked(mut packed: &[u32]) -> Option<Vec<Posting>> {
    let mut postings = Vec::new();
    let mut passage = 0u32;
    while let [further, n, rest @ ..] = packed {
        passage = passage.checked_add(*further)?;
        let (steps, after) = rest.split_at_checked(usize::try_from(*n).ok()?)?;
        let mut position = 0u32;
        let mut positions = Vec::with_capacity(steps.len());
        for step in steps {
            position = position.checked_add(*step)?;
            positions.push(position);
        }
        postings.push(Posting { passage: usize::try_from(passage).ok()?, positions });
        packed = after;
    }
    packed.is_empty().then_some(postings)
}

impl Texts {
    /// Reads `search/texts-0.json`.
    ///
    /// # Errors
    /// [`LoadError`] where it is damaged or of another schema.
    pub fn from_json(json: &str) -> Result<Texts, LoadError> {
        let file: TextsFile = read(json, SCHEMA)?;
        Ok(Texts(file.passages.into_iter().map(Passage).collect()))
    }

    /// The passage at a place.
    pub fn get(&self, at: usize) -> Option<&Passage> {
        self.0.get(at)
    }
}
