//! The number that a verb or a noun of a kind counts within its sentence.

use super::kind::{ACTS, ADJECTIVES, FOLLOWING, KINDS, Kind, SUBJECTS, is_noun, is_verb};
use super::number::{Number, Qualifier, number, qualifier};
use super::words::{Words, begins_with_number, have_number, is_number, is_year};

/// A number as it is meant, or why it is none that can be kept.
pub type Counted = Result<(Qualifier, u32), String>;

impl Kind {
    /// What is counted by the kind's verbs and its noun in a sentence: one for each number.
    pub fn counted(&self, words: &Words) -> Vec<Counted> {
        let one = |(at, word): (usize, &String)| match word {
            word if self.verbs.contains(&word.as_str()) => self.by_verb(words, at),
            word if !self.noun.is_empty() && word == self.noun => by_noun(words, at),
            _ => None,
        };
        words.plain.iter().enumerate().filter_map(one).collect()
    }

    /// What a verb counts: `prosecuted at least 61 suspects`. `None` where no number is near it.
    fn by_verb(&self, words: &Words, at: usize) -> Option<Counted> {
        let before = at.checked_sub(1).map_or("", |before| words.at(before));
        if ["was", "were", "been", "be", "being"].contains(&before) {
            let start = words.before(at).iter().rposition(|word| is_verb(word)).map_or(0, |verb| verb + 1);
            let counts = have_number(words.between(start, at));
            return counts.then(|| Err("what was counted is before its verb".to_owned()));
        }
        // “Of those convicted, five …”
        if words.stops(at) {
            return None;
        }
        // The clause goes on to the next verb that counts.
        let end = words.from(at + 1).iter().position(|word| is_verb(word));
        let clause = words.between(at + 1, end.map_or(words.plain.len(), |more| at + 1 + more));
        // The number is at once behind the verb, or behind words that say how it is meant.
        const NEAR: usize = 4;
        let first =
            (0..NEAR.min(clause.len())).find(|skip| clause.get(*skip..).is_some_and(begins_with_number))?;
        // “no fewer than 12”: the first word is a number by itself.
        let start = at + 1 + first;
        let fewer = words.at(start) == "no" && ["fewer", "less", "more"].contains(&words.at(start + 1));
        let start = if fewer { start + 3 } else { start };
        Some(
            self.number_of_verb(words, at, start)?
                .and_then(|(meant, value, used)| self.is_all(words, start + used).map(|()| (meant, value))),
        )
    }

    /// The number from a word on that a verb counts, how it is meant, and how many words it has.
    fn number_of_verb(
        &self,
        words: &Words,
        at: usize,
        start: usize,
    ) -> Option<Result<(Qualifier, u32, usize), String>> {
        let between = words.between(at + 1, start);
        let (value, used) = match number(words.from(start)) {
            Number::Read(value, used) => (value, used),
            Number::Unreadable => return Some(Err("its number cannot be read".to_owned())),
            Number::None => return Some(Err("its number cannot be told".to_owned())),
        };
        if between.is_empty() && is_year(words.at(start)) {
            return Some(Err("its number may be a year".to_owned()));
        }
        let meant = match qualifier(between) {
            Ok((meant, used)) if used == between.len() => meant,
            Ok(_) => return self.of_something_else(words, at, start).then(|| Err(UNTOLD.to_owned())),
            Err(why) => return Some(Err(why)),
        };
        // The same government does it: “police investigated …, prosecuted … and convicted …”.
        let before = at.checked_sub(1);
        let joined = before.is_some_and(|before| {
            let word = words.at(before);
            words.stops(before) || ["and", "also", "reported"].contains(&word) || SUBJECTS.contains(&word)
        });
        if !joined {
            return Some(Err("who did it cannot be told".to_owned()));
        }
        let verb = words.at(at);
        if self.verbs.first() != Some(&verb) && !is_reported(words, at) {
            return Some(Err(format!("“{verb}” does not say that it was done")));
        }
        Some(Ok((meant, value, used)))
    }

    /// Whether a number counts what the verb counts, though words that cannot be read are between them; or nothing between them
    /// begins something else: `prosecuted suspects under article 240`.
    fn of_something_else(&self, words: &Words, at: usize, start: usize) -> bool {
        const BEGINS: [&str; 13] = [
            "under", "in", "for", "to", "at", "by", "during", "through", "article", "articles", "section",
            "sections", "years",
        ];
        let counted = words.between(start, start + 3).iter().any(|word| self.counts(word));
        counted || !words.between(at + 1, start).iter().any(|word| BEGINS.contains(&word.as_str()))
    }

    /// Whether what is counted from a word on is all that is looked for, and no part of it.
    fn is_all(&self, words: &Words, mut at: usize) -> Result<(), String> {
        loop {
            let word = words.at(at);
            if word.is_empty() {
                return Err("what it counts is not said".to_owned());
            }
            let stops = words.stops(at);
            if self.counts(word) && (stops || !self.counts(words.at(at + 1))) {
                break;
            }
            if stops || !(ADJECTIVES.contains(&word) || self.counts(word)) {
                return Err(format!("“{word}” is not all that is counted"));
            }
            at += 1;
        }
        // “…, 12 of them women”, “… and five others”: how the numbers belong together cannot be told.
        let rest = words.from(at + 1);
        let joined = usize::from(words.at(at + 1) == "and");
        let counts = (words.stops(at) || joined == 1) && begins_with_number(words.from(at + 1 + joined));
        is_not_narrowed(words, at)?;
        match counts || have_more_numbers(rest) {
            true => Err(SEVERAL.to_owned()),
            false => Ok(()),
        }
    }
}

const UNTOLD: &str = "what its number counts cannot be told";
const SEVERAL: &str = "more than one figure";

/// Whether a gerund says what was done: “reported investigating 120 cases, prosecuting 61 suspects”.
fn is_reported(words: &Words, at: usize) -> bool {
    let is_gerund = |word: &str| {
        ["initiating", "conducting"].contains(&word)
            || KINDS.iter().any(|kind| kind.verbs.last() == Some(&word))
    };
    let mut reported = words.before(at).iter().enumerate().filter(|(_, word)| *word == "reported");
    reported.any(|(before, _)| is_gerund(words.at(before + 1)))
}

/// Whether what follows a thing counted leaves it whole.
fn is_not_narrowed(words: &Words, at: usize) -> Result<(), String> {
    let next = words.at(at + 1);
    let in_period = next == "in"
        && (is_year(words.at(at + 2))
            || words.at(at + 2) == "total"
            || words.between(at + 2, at + 5) == ["the", "reporting", "period"]);
    match next.is_empty() || words.stops(at) || in_period || FOLLOWING.contains(&next) {
        true => Ok(()),
        false => Err(format!("“{next} …” may narrow what is counted")),
    }
}

/// What goes before a noun: `15 new investigations`. `None` where no number is near it.
fn by_noun(words: &Words, at: usize) -> Option<Counted> {
    let mut start = at;
    while start > 0 && ADJECTIVES.contains(&words.at(start - 1)) && !words.stops(start - 1) {
        start -= 1;
    }
    // The longest number that ends there.
    const LONGEST: usize = 6;
    let read = |from: usize| match number(words.between(from, start)) {
        Number::Read(value, used) if used == start - from => Some((from, value)),
        _ => None,
    };
    let Some((from, value)) = (start.saturating_sub(LONGEST)..start).find_map(read) else {
        let near = have_number(words.between(start.saturating_sub(2), start));
        let after = ["of", "against"].contains(&words.at(at + 1)) && begins_with_number(words.from(at + 2));
        return (near || after).then(|| Err(UNTOLD.to_owned()));
    };
    if is_year(words.at(from)) {
        return Some(Err("its number may be a year".to_owned()));
    }
    let (meant, used) = match qualifier(words.before(from)) {
        Ok(read) => read,
        Err(why) => return Some(Err(why)),
    };
    let before = from.checked_sub(used + 1)?;
    Some(is_of_an_act(words, before).and_then(|()| is_all_of_a_list(words, at)).map(|()| (meant, value)))
}

/// Whether an act is before a number, or another thing counted: “initiated 15 investigations, 12 prosecutions, and three
/// convictions”.
fn is_of_an_act(words: &Words, before: usize) -> Result<(), String> {
    let word = words.at(before);
    let and = usize::from(word == "and");
    let listed = before.checked_sub(and).is_some_and(|at| is_noun(words.at(at)));
    match ACTS.contains(&word) || listed && (and == 1 || words.stops(before)) {
        true => Ok(()),
        false => Err(format!("“{word}” before its number may make it something else")),
    }
}

/// Whether what follows the last thing of a list leaves all of them whole: “no investigations, prosecutions, or convictions of
/// officials”.
fn is_all_of_a_list(words: &Words, at: usize) -> Result<(), String> {
    let mut last = at;
    for (more, word) in words.plain.iter().enumerate().skip(at + 1) {
        if word == "or" {
            return Err("“or” joins it with something else".to_owned());
        } else if is_noun(word) {
            last = more;
        } else if !is_number(word)
            && !ADJECTIVES.contains(&word.as_str())
            && !["and", ""].contains(&word.as_str())
        {
            break;
        }
    }
    match have_more_numbers(words.from(last + 1)) {
        true => Err(SEVERAL.to_owned()),
        false => is_not_narrowed(words, last),
    }
}

/// Whether words have numbers up to the next thing that is done, besides years, numbers of laws, and what is included.
fn have_more_numbers(words: &[String]) -> bool {
    const ENDS: [&str; 6] = ["including", "sentenced", "sentencing", "sentences", "imposed", "issued"];
    const NUMBERED: [&str; 10] =
        ["article", "articles", "section", "sections", "law", "no", "number", "act", "chapter", "decree"];
    let ends = |word: &str| is_verb(word) || ACTS.contains(&word) || ENDS.contains(&word);
    let mut before = "";
    for word in words.iter().map(String::as_str).take_while(|word| !ends(word)) {
        let counts = !NUMBERED.contains(&before) && !is_year(word) && !["no", "one"].contains(&word);
        if counts && is_number(word) {
            return true;
        }
        before = word;
    }
    false
}
