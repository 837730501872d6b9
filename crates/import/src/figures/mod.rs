//! Figures that a narrative gives, with the words they were read from, for a person to accept. What could be read in two ways
//! is left out and listed with its sentence.

mod clause;
mod kind;
mod number;
mod sentence;
mod words;

pub use number::Qualifier;
pub use sentence::Context;

use kind::{ACTS, KINDS, Kind, is_verb};
use number::{Number, number};
use sentence::{Refusal, governments_verb, refusal, without_comparisons};
use words::{Words, is_number};

use crate::narrative::{Narrative, sentences};

/// A figure of a narrative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// As in `findings.jsonl`: `investigations`, `prosecutions`, `convictions`, `victims_identified`.
    pub kind: &'static str,
    /// The number.
    pub value: u32,
    /// How the number is meant.
    pub qualifier: Qualifier,
    /// The sentence.
    pub words: String,
    /// Where its paragraph is in its file.
    pub place: String,
}

/// The figures of a narrative, and the sentences that were left out, each with the reason.
pub fn figures(narrative: &Narrative, context: &Context<'_>) -> (Vec<Figure>, Vec<String>) {
    let (mut found, mut unread) = (Vec::new(), Vec::new());
    for kind in &KINDS {
        let mut read: Vec<Figure> = Vec::new();
        let mut unclear = false;
        // The largest number of the sentences that were left out: it may be the whole of which the others are parts.
        let mut largest = 0;
        for paragraph in narrative.paragraphs.iter().filter(|paragraph| paragraph.section == kind.section) {
            for words in sentences(&paragraph.text) {
                match kind.read(&words, context) {
                    Ok(None) => {}
                    Ok(Some((qualifier, value))) => {
                        let place = paragraph.place.clone();
                        read.push(Figure { kind: kind.name, value, qualifier, words, place });
                    }
                    Err(refusal) => {
                        unclear |= matches!(refusal, Refusal::Unclear(_));
                        largest = largest.max(largest_number(&words));
                        let (Refusal::Elsewhere(why) | Refusal::Unclear(why)) = refusal;
                        unread.push(format!("{}: {}: {why}: “{words}”", paragraph.place, kind.name));
                    }
                }
            }
        }
        let Some(first) = read.first().cloned() else { continue };
        let differs = |other: &&Figure| (other.value, other.qualifier) != (first.value, first.qualifier);
        match read.iter().find(differs) {
            Some(other) => unread.push(format!(
                "{}: {}: {} in “{}”, {} in “{}”",
                first.place, kind.name, first.value, first.words, other.value, other.words
            )),
            None if unclear || largest > first.value => unread.push(format!(
                "{}: {}: {} in “{}” is left out too, as another sentence may give the whole",
                first.place, kind.name, first.value, first.words
            )),
            None => found.push(first),
        }
    }
    (found, unread)
}

impl Kind {
    /// The number that a sentence gives for it, or `None` where it gives none.
    fn read(&self, sentence: &str, context: &Context<'_>) -> Result<Option<(Qualifier, u32)>, Refusal> {
        let (kept, bracket) = match without_comparisons(sentence) {
            Ok(kept) => (kept, None),
            Err(why) => (sentence.to_owned(), Some(why)),
        };
        let counted = self.counted(&Words::of(&kept));
        if counted.is_empty() {
            return Ok(None);
        }
        if let Some(refusal) = refusal(&kept, context) {
            return Err(refusal);
        }
        if let Some(why) = bracket {
            return Err(Refusal::Unclear(why));
        }
        // The sentence has to begin with the government and what it did; anything else may be somebody else's, or a part.
        let acts = |verb: &str| ACTS.contains(&verb) || is_verb(verb) || is_number(verb);
        if !governments_verb(&kept, context).is_some_and(acts) {
            return Err(Refusal::Elsewhere("it does not begin with what the government did".to_owned()));
        }
        let mut values = counted.into_iter().collect::<Result<Vec<_>, String>>().map_err(Refusal::Unclear)?;
        values.dedup();
        match values.as_slice() {
            [value] => Ok(Some(*value)),
            _ => Err(Refusal::Unclear("more than one figure".to_owned())),
        }
    }
}

/// The largest number in a sentence, without years; none of the period before counts.
fn largest_number(sentence: &str) -> u32 {
    let lower = sentence.to_lowercase();
    if ["previous reporting period", "prior reporting period", "previous year"]
        .iter()
        .any(|time| lower.contains(time))
    {
        return 0;
    }
    let words = Words::of(sentence);
    let numbers = (0..words.plain.len()).filter_map(|at| match number(words.from(at)) {
        Number::Read(value, _) if !(1990..=2100).contains(&value) => Some(value),
        _ => None,
    });
    numbers.max().unwrap_or_default()
}

#[cfg(test)]
mod tests;
