//! Figures that a narrative gives, with the words they were read from, for a person to accept. What could be read in two ways
//! is left out and listed with its sentence.

mod number;
mod sentence;

pub use number::Qualifier;
pub use sentence::Context;

use number::{Number, number, qualifier};
use sentence::{Refusal, governments_verb, refusal, without_comparisons};

use crate::heading::Section;
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

struct Kind {
    name: &'static str,
    section: Section,
    /// `… investigated 15 cases …`, and as it is after “reported”: `reported investigating 15 cases`.
    verbs: [&'static str; 2],
    /// `… 15 new investigations …`
    noun: &'static str,
    /// What is counted by the verb.
    objects: &'static [&'static str],
}

const CASES: [&str; 9] = [
    "cases",
    "case",
    "suspects",
    "suspect",
    "defendants",
    "individuals",
    "people",
    "persons",
    "perpetrators",
];
const TRAFFICKERS: [&str; 11] = [
    "traffickers",
    "trafficker",
    "defendants",
    "individuals",
    "people",
    "persons",
    "perpetrators",
    "offenders",
    "suspects",
    "cases",
    "defendant",
];

const KINDS: [Kind; 4] = [
    Kind {
        name: "investigations",
        section: Section::Prosecution,
        verbs: ["investigated", "investigating"],
        noun: "investigations",
        objects: &CASES,
    },
    Kind {
        name: "prosecutions",
        section: Section::Prosecution,
        verbs: ["prosecuted", "prosecuting"],
        noun: "prosecutions",
        objects: &[
            "cases",
            "case",
            "suspects",
            "suspect",
            "defendants",
            "individuals",
            "people",
            "persons",
            "perpetrators",
            "traffickers",
            "trafficker",
            "defendant",
            "offenders",
        ],
    },
    Kind {
        name: "convictions",
        section: Section::Prosecution,
        verbs: ["convicted", "convicting"],
        noun: "convictions",
        objects: &TRAFFICKERS,
    },
    Kind {
        name: "victims_identified",
        section: Section::Protection,
        verbs: ["identified", "identifying"],
        noun: "",
        objects: &["victims", "victim"],
    },
];

/// What may be between a number and what it counts, and narrows it to no part.
const ADJECTIVES: [&str; 10] = [
    "new",
    "trafficking",
    "human",
    "alleged",
    "suspected",
    "criminal",
    "human-trafficking",
    "traffickers",
    "accused",
    "total",
];

/// What may follow what is counted, and narrows it to no part.
const FOLLOWING: [&str; 6] = ["and", "during", "under", "including", "while", "but"];

/// What a government does with investigations, prosecutions and convictions that it has in the reporting period.
const ACTS: [&str; 15] = [
    "initiated",
    "conducted",
    "opened",
    "launched",
    "completed",
    "reported",
    "secured",
    "obtained",
    "achieved",
    "made",
    "began",
    "started",
    "commenced",
    "initiating",
    "conducting",
];

/// Words for the government, before its verb.
const SUBJECTS: [&str; 14] = [
    "government",
    "authorities",
    "police",
    "court",
    "courts",
    "prosecutor",
    "prosecutors",
    "official",
    "officials",
    "judge",
    "judges",
    "judiciary",
    "enforcement",
    "agencies",
];

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

/// A word of a sentence.
struct Word {
    /// In small letters, without the punctuation around it.
    plain: String,
    /// Whether punctuation follows it.
    stops: bool,
}

fn words(sentence: &str) -> Vec<Word> {
    // What changes a number stays with it, so that it is not read: `~120`, `120+`.
    let word = |raw: &str| Word {
        plain: raw.trim_matches(|c: char| !c.is_alphanumeric() && !"%~<>±+≈≥≤#$€".contains(c)).to_lowercase(),
        stops: raw.ends_with([',', ';', ':', '.', '?', '!']),
    };
    let mut words: Vec<Word> = Vec::new();
    for word in sentence.replace(['–', '—'], " , ").split_whitespace().map(word) {
        match words.last_mut().filter(|_| word.plain.is_empty()) {
            Some(last) => last.stops |= word.stops,
            None => words.push(word),
        }
    }
    words
}

impl Kind {
    /// The number that a sentence gives for it, or `None` where it gives none.
    fn read(&self, sentence: &str, context: &Context<'_>) -> Result<Option<(Qualifier, u32)>, Refusal> {
        let (kept, bracket) = match without_comparisons(sentence) {
            Ok(kept) => (kept, None),
            Err(why) => (sentence.to_owned(), Some(why)),
        };
        let words = words(&kept);
        let plain: Vec<String> = words.iter().map(|word| word.plain.clone()).collect();
        let mut read: Vec<Result<(Qualifier, u32), String>> = Vec::new();
        for (at, word) in plain.iter().enumerate() {
            if self.verbs.contains(&word.as_str()) {
                read.extend(self.verb(&words, &plain, at));
            } else if !self.noun.is_empty() && word == self.noun {
                read.extend(self.counted(&words, &plain, at));
            }
        }
        if read.is_empty() {
            return Ok(None);
        }
        if let Some(refusal) = refusal(&kept, context) {
            return Err(refusal);
        }
        if let Some(why) = bracket {
            return Err(Refusal::Unclear(why));
        }
        // The sentence has to begin with the government and what it did; whatever else may be somebody else's, or a part.
        let verb = governments_verb(&kept, context);
        let none = |verb: &str| !matches!(number(&[verb.to_owned()]), Number::None);
        let acts = |verb: &str| {
            ACTS.contains(&verb) || none(verb) || KINDS.iter().any(|kind| kind.verbs.contains(&verb))
        };
        if !verb.is_some_and(acts) {
            return Err(Refusal::Elsewhere("it does not begin with what the government did".to_owned()));
        }
        let mut values = Vec::new();
        for one in read {
            let value = one.map_err(Refusal::Unclear)?;
            if !values.contains(&value) {
                values.push(value);
            }
        }
        match values.as_slice() {
            [value] => Ok(Some(*value)),
            _ => Err(Refusal::Unclear("more than one figure".to_owned())),
        }
    }

    /// What a verb counts: `prosecuted at least 61 suspects`. `None` where no number is near it.
    fn verb(&self, words: &[Word], plain: &[String], at: usize) -> Option<Result<(Qualifier, u32), String>> {
        let is_passive =
            at > 0 && ["was", "were", "been", "be", "being"].contains(&plain.get(at - 1)?.as_str());
        // “reported investigating 120 cases, prosecuting 61 suspects”
        let gerunds = KINDS.iter().filter_map(|kind| kind.verbs.last());
        let gerunds: Vec<&str> = gerunds.copied().chain(["initiating", "conducting"]).collect();
        let reported = plain.windows(2).take(at).any(|pair| {
            pair.first().is_some_and(|word| word == "reported")
                && pair.get(1).is_some_and(|word| gerunds.contains(&word.as_str()))
        });
        let is_verb = |word: &String| KINDS.iter().any(|kind| kind.verbs.contains(&word.as_str()));
        // The clause goes on to the next verb that counts.
        let end = plain.iter().skip(at + 1).position(is_verb).map_or(plain.len(), |more| at + 1 + more);
        let clause = plain.get(at + 1..end)?;
        let near = |words: &[String]| {
            words
                .iter()
                .enumerate()
                .any(|(at, _)| !matches!(words.get(at..).map(number), Some(Number::None) | None))
        };
        if is_passive {
            let start = plain.get(..at)?.iter().rposition(is_verb).map_or(0, |before| before + 1);
            return near(plain.get(start..at)?)
                .then(|| Err("what was counted is before its verb".to_owned()));
        }
        // “Of those convicted, five …”
        if words.get(at)?.stops {
            return None;
        }
        // The number is at once behind the verb, or behind words that say how it is meant.
        const BEFORE: usize = 4;
        let first = (0..BEFORE.min(clause.len()))
            .find(|skip| !matches!(clause.get(*skip..).map(number), Some(Number::None) | None))?;
        // “no fewer than 12”: the first word is a number by itself.
        let fewer = clause.get(first..).is_some_and(|rest| {
            rest.first().is_some_and(|word| word == "no")
                && rest.get(1).is_some_and(|word| ["fewer", "less", "more"].contains(&word.as_str()))
        });
        let first = if fewer { first + 3 } else { first };
        let (value, used) = match number(clause.get(first..)?) {
            Number::Read(value, used) => (value, used),
            Number::Unreadable => return Some(Err("its number cannot be read".to_owned())),
            Number::None => return Some(Err("its number cannot be told".to_owned())),
        };
        let start = at + 1 + first;
        if plain.get(start).is_some_and(|word| is_year(word))
            && plain.get(at + 1..start).is_some_and(<[String]>::is_empty)
        {
            return Some(Err("its number may be a year".to_owned()));
        }
        let qualifier = match qualifier(plain.get(at + 1..start)?) {
            Ok((qualifier, used)) if used == first => qualifier,
            Ok(_) => return self.elsewhere(plain, at, start),
            Err(why) => return Some(Err(why)),
        };
        // The same government does it: “police investigated …, prosecuted … and convicted …”.
        let before = at.checked_sub(1).and_then(|before| words.get(before));
        let joined = before.is_some_and(|word| {
            word.stops
                || ["and", "also", "reported"].contains(&word.plain.as_str())
                || SUBJECTS.contains(&word.plain.as_str())
        });
        if !joined {
            return Some(Err("who did it cannot be told".to_owned()));
        }
        if self.verbs.first().is_some_and(|past| plain.get(at).is_some_and(|word| word != past)) && !reported
        {
            return Some(Err(format!("“{}” does not say that it was done", plain.get(at)?)));
        }
        Some(self.object(words, plain, start + used).map(|()| (qualifier, value)))
    }

    /// Where words that cannot be read are between a verb and a number: what is counted by the number may be the verb's, unless
    /// a word before it begins something else.
    fn elsewhere(
        &self,
        plain: &[String],
        at: usize,
        start: usize,
    ) -> Option<Result<(Qualifier, u32), String>> {
        const BEGINS: [&str; 13] = [
            "under", "in", "for", "to", "at", "by", "during", "through", "article", "articles", "section",
            "sections", "years",
        ];
        let between = plain.get(at + 1..start)?;
        let counted = plain
            .get(start..start + 3)
            .unwrap_or_default()
            .iter()
            .any(|word| self.objects.contains(&word.as_str()));
        let begins = between.iter().any(|word| BEGINS.contains(&word.as_str()));
        (counted || !begins).then(|| Err("what its number counts cannot be told".to_owned()))
    }

    /// Whether what is counted from a word on is all that is looked for, and no part of it.
    fn object(&self, words: &[Word], plain: &[String], mut at: usize) -> Result<(), String> {
        loop {
            let Some(word) = plain.get(at) else { return Err("what it counts is not said".to_owned()) };
            let stops = words.get(at).is_some_and(|word| word.stops);
            if self.objects.contains(&word.as_str())
                && (stops || plain.get(at + 1).is_none_or(|next| !self.objects.contains(&next.as_str())))
            {
                break;
            }
            if stops || !(ADJECTIVES.contains(&word.as_str()) || self.objects.contains(&word.as_str())) {
                return Err(format!("“{word}” is not all that is counted"));
            }
            at += 1;
        }
        self.follows(words, plain, at, true)
    }

    /// Whether what follows the thing counted narrows it to a part, or counts more of it.
    fn follows(&self, words: &[Word], plain: &[String], at: usize, alone: bool) -> Result<(), String> {
        let stops = words.get(at).is_none_or(|word| word.stops);
        let rest = plain.get(at + 1..).unwrap_or_default();
        let Some(next) = rest.first() else { return Ok(()) };
        let year = |word: &String| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
        let in_period = next == "in"
            && (rest.get(1).is_some_and(|word| year(word) || word == "total")
                || rest.get(1..4).is_some_and(|words| words == ["the", "reporting", "period"]));
        if !stops && !in_period && !FOLLOWING.contains(&next.as_str()) {
            return Err(format!("“{next} …” may narrow what is counted"));
        }
        // “…, 12 of them women”, “… and five others”: how the numbers belong together cannot be told.
        let more = if next == "and" { rest.get(1..).unwrap_or_default() } else { rest };
        let counts = (stops || next == "and") && !matches!(number(more), Number::None);
        match alone && (counts || more_numbers(rest)) {
            true => Err("more than one figure".to_owned()),
            false => Ok(()),
        }
    }

    /// What goes before a noun: `15 new investigations`.
    fn counted(
        &self,
        words: &[Word],
        plain: &[String],
        at: usize,
    ) -> Option<Result<(Qualifier, u32), String>> {
        let mut start = at;
        while start > 0
            && plain.get(start - 1).is_some_and(|word| ADJECTIVES.contains(&word.as_str()))
            && !words.get(start - 1)?.stops
        {
            start -= 1;
        }
        // The longest number that ends there.
        const LONGEST: usize = 6;
        let ends_here = |from: usize| matches!(plain.get(from..start).map(number), Some(Number::Read(_, used)) if used == start - from);
        let from = (start.saturating_sub(LONGEST)..start).find(|from| ends_here(*from));
        let Some(from) = from else {
            let near = plain.get(start.saturating_sub(2)..start)?.iter().enumerate().any(|(more, _)| {
                !matches!(
                    plain.get(start.saturating_sub(2) + more..start).map(number),
                    Some(Number::None) | None
                )
            });
            let after = plain.get(at + 1).is_some_and(|word| ["of", "against"].contains(&word.as_str()))
                && !matches!(plain.get(at + 2..).map(number), Some(Number::None) | None);
            return (near || after).then(|| Err("what its number counts cannot be told".to_owned()));
        };
        let Number::Read(value, _) = number(plain.get(from..start)?) else { return None };
        if plain.get(from).is_some_and(|word| is_year(word)) {
            return Some(Err("its number may be a year".to_owned()));
        }
        let (qualifier, used) = match qualifier(plain.get(..from)?) {
            Ok(read) => read,
            Err(why) => return Some(Err(why)),
        };
        // “initiated 15 investigations, 12 prosecutions, and three convictions”: an act, or another thing counted, is before it.
        let before = from.checked_sub(used + 1)?;
        let word = plain.get(before)?;
        let and = usize::from(word == "and");
        let listed = before
            .checked_sub(and)
            .and_then(|at| plain.get(at))
            .is_some_and(|word| KINDS.iter().any(|kind| kind.noun == word));
        let joined = listed && (and == 1 || words.get(before)?.stops);
        if !(ACTS.contains(&word.as_str()) || joined) {
            return Some(Err(format!("“{word}” before its number may make it something else")));
        }
        // “no investigations, prosecutions, or convictions of officials”: what follows the last one narrows them all.
        let (mut last, mut joined) = (at, false);
        for (more, word) in plain.iter().enumerate().skip(at + 1) {
            let is_noun = KINDS.iter().any(|kind| kind.noun == word);
            let is_number = !matches!(number(std::slice::from_ref(word)), Number::None);
            if is_noun {
                last = more;
            } else if !is_number
                && !ADJECTIVES.contains(&word.as_str())
                && !["and", "or", ""].contains(&word.as_str())
            {
                break;
            }
            joined |= word == "or";
        }
        if joined {
            return Some(Err("“or” joins it with something else".to_owned()));
        }
        if more_numbers(plain.get(last + 1..)?) {
            return Some(Err("more than one figure".to_owned()));
        }
        Some(self.follows(words, plain, last, false).map(|()| (qualifier, value)))
    }
}

/// Whether a word is written as a year is, without a comma.
fn is_year(word: &str) -> bool {
    word.len() == 4 && (word.starts_with("19") || word.starts_with("20"))
}

/// Whether words have numbers up to the next thing that is done, besides years, numbers of laws, and what is included.
fn more_numbers(words: &[String]) -> bool {
    const ENDS: [&str; 6] = ["including", "sentenced", "sentencing", "sentences", "imposed", "issued"];
    const NUMBERED: [&str; 10] =
        ["article", "articles", "section", "sections", "law", "no", "number", "act", "chapter", "decree"];
    let is_verb = |word: &&String| {
        KINDS.iter().any(|kind| kind.verbs.contains(&word.as_str()))
            || ACTS.contains(&word.as_str())
            || ENDS.contains(&word.as_str())
    };
    let clause: Vec<&String> = words.iter().take_while(|word| !is_verb(word)).collect();
    clause.iter().enumerate().any(|(at, word)| {
        let numbered = at > 0 && clause.get(at - 1).is_some_and(|before| NUMBERED.contains(&before.as_str()));
        let year = is_year(word);
        let article = ["no", "one"].contains(&word.as_str());
        !numbered && !year && !article && !matches!(number(std::slice::from_ref(*word)), Number::None)
    })
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
    let words: Vec<String> = words(sentence).into_iter().map(|word| word.plain).collect();
    let numbers = (0..words.len()).filter_map(|at| match number(words.get(at..)?) {
        Number::Read(value, _) if !(1990..=2100).contains(&value) => Some(value),
        _ => None,
    });
    numbers.max().unwrap_or_default()
}

#[cfg(test)]
mod tests;
