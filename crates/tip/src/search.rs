//! Finding a country by what a reader types: codes, names old and new, without accents, with a letter
//! wrong.

use crate::{Atlas, CountryId, sorted};

/// Folds a name for comparison: no accents, no punctuation, single spaces, `st` as `saint`, `&` as `and`.
///
/// The text must be in lower case and decomposed (Unicode NFD) for accents to go; the caller sees to that,
/// because the browser has both built in, and the tables for them cost 47 kB and 5 kB.
pub fn fold(plain: &str) -> String {
    let mut folded = String::with_capacity(plain.len());
    for letter in plain.chars() {
        match letter {
            // Combining marks, and marks within words.
            '\u{300}'..='\u{36f}' | '\'' | '’' | '‘' | 'ʻ' | '.' => {}
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'ø' => folded.push('o'),
            'ł' => folded.push('l'),
            'đ' => folded.push('d'),
            'ı' => folded.push('i'),
            '&' => folded.push_str(" and "),
            letter if letter.is_ascii_alphanumeric() || !letter.is_ascii() => folded.push(letter),
            _ => folded.push(' '),
        }
    }
    let words: Vec<&str> =
        folded.split_whitespace().map(|word| if word == "st" { "saint" } else { word }).collect();
    words.join(" ")
}

/// The name that typed letters lead to, as in the lists of a system: the first that begins with them; one letter
/// again and again goes from name to name that begins with it. Names and letters are folded ([`fold`]).
pub fn ahead(names: &[String], typed: &str, from: Option<usize>) -> Option<usize> {
    let first = typed.chars().next()?;
    let begins = |start: &str| {
        let start = start.to_owned();
        move |(_, name): &(usize, &String)| name.starts_with(&start)
    };
    if typed.chars().all(|letter| letter == first) {
        let after = from.map_or(0, |from| from + 1);
        let mut round = names.iter().enumerate().cycle().skip(after).take(names.len());
        return round.find(begins(&first.to_string())).map(|(at, _)| at);
    }
    names.iter().enumerate().find(begins(typed)).map(|(at, _)| at)
}

/// A country that fits a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The country.
    pub country: CountryId,
    /// The other name that the query met, where it was not the country's own: `Burma`.
    pub also: Option<String>,
}

/// How well a name fits, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Code,
    Whole,
    Start,
    WordStart,
    Within,
    TypoWhole,
    TypoStart,
}

struct Entry {
    country: CountryId,
    /// `None` for the country's own name.
    also: Option<String>,
    folded: String,
}

/// All names of all countries, folded.
pub struct Index {
    codes: Vec<(String, CountryId)>,
    entries: Vec<Entry>,
}

impl Index {
    /// Folds every name once. `plain` gives a text in lower case and Unicode NFD; `also` the names by which readers
    /// of other languages know the country of a two-letter code.
    pub fn new(atlas: &Atlas, plain: impl Fn(&str) -> String, also: impl Fn(&str) -> Vec<String>) -> Index {
        let mut codes = Vec::new();
        let mut entries = Vec::new();
        for country in atlas.countries() {
            codes.push((country.code.to_string().to_ascii_lowercase(), country.id));
            codes.push((country.iso2.to_ascii_lowercase(), country.id));
            let own = std::iter::once((&country.name, false));
            let also: Vec<String> =
                also(&country.iso2).into_iter().filter(|name| *name != country.name).collect();
            let others = country.report_name.iter().chain(&country.aliases).chain(&also);
            for (name, other) in own.chain(others.map(|name| (name, true))) {
                // "Korea, Republic of" is also typed the other way round.
                let turned = name.split_once(", ").map(|(name, title)| format!("{title} {name}"));
                for form in std::iter::once(name).chain(&turned) {
                    entries.push(Entry {
                        country: country.id,
                        also: other.then(|| name.clone()),
                        folded: fold(&plain(form)),
                    });
                }
            }
        }
        Index { codes, entries }
    }

    /// The countries that fit a query (in lower case and NFD), best first, at most `most`. An empty query fits none.
    ///
    /// Ranked: code, whole name, start of the name, start of a word, inside a name; where none of these
    /// is met and the query has four letters or more, one wrong, missing, extra or swapped letter is
    /// forgiven. Within a rank the shorter name comes first, then the alphabet decides.
    pub fn find(&self, query: &str, most: usize) -> Vec<Hit> {
        let query = fold(query);
        if query.is_empty() {
            return Vec::new();
        }
        let mut fits: Vec<(Fit, usize, &Entry)> = self
            .entries
            .iter()
            .filter_map(|entry| fit(&entry.folded, &query).map(|fit| (fit, entry.folded.len(), entry)))
            .collect();
        for (code, country) in &self.codes {
            if *code == query
                && let Some(own) = self.own_entry(*country)
            {
                fits.push((Fit::Code, 0, own));
            }
        }
        if fits.is_empty() && query.chars().count() >= 4 {
            fits = self
                .entries
                .iter()
                .filter_map(|entry| typo(&entry.folded, &query).map(|fit| (fit, entry.folded.len(), entry)))
                .collect();
        }
        // A country's own name before its other names, all else being equal; names have no thousand letters.
        let rank = |(fit, len, entry): &(Fit, usize, &Entry)| {
            let own = u64::from(entry.also.is_some());
            ((*fit as u64 * 2 + own) * 1000 + *len as u64) * 1000 + entry.country.index() as u64
        };
        let mut hits: Vec<Hit> = Vec::new();
        for (_, _, entry) in sorted(&fits, rank) {
            if hits.iter().all(|hit| hit.country != entry.country) {
                hits.push(Hit { country: entry.country, also: entry.also.clone() });
            }
            if hits.len() == most {
                break;
            }
        }
        hits
    }

    fn own_entry(&self, country: CountryId) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.country == country && entry.also.is_none())
    }
}

fn fit(name: &str, query: &str) -> Option<Fit> {
    let at = name.find(query)?;
    Some(if name.len() == query.len() {
        Fit::Whole
    } else if at == 0 {
        Fit::Start
    } else if name.contains(&format!(" {query}")) {
        Fit::WordStart
    } else {
        Fit::Within
    })
}

/// Whether the query is one edit away from the name, from the start of the name, or from a word of it.
fn typo(name: &str, query: &str) -> Option<Fit> {
    if within_one_edit(name, query) {
        return Some(Fit::TypoWhole);
    }
    let n = query.chars().count();
    let starts_like = |text: &str| {
        (n.saturating_sub(1)..=n + 1).any(|len| {
            let start: String = text.chars().take(len).collect();
            within_one_edit(&start, query)
        })
    };
    let mut words = name.match_indices(' ').map(|(at, _)| at + 1);
    (starts_like(name) || words.any(|at| name.get(at..).is_some_and(starts_like))).then_some(Fit::TypoStart)
}

/// Whether two texts differ by at most one inserted, dropped, replaced or swapped letter.
fn within_one_edit(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let same = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let rest = |text: &[char], from: usize| text.get(from..).map(<[char]>::to_vec).unwrap_or_default();
    match a.len().abs_diff(b.len()) {
        0 if same == a.len() => true,
        0 => {
            let swapped = match (a.get(same..same + 2), b.get(same..same + 2)) {
                (Some([x, y]), Some([v, w])) => x == w && y == v && rest(&a, same + 2) == rest(&b, same + 2),
                _ => false,
            };
            swapped || rest(&a, same + 1) == rest(&b, same + 1)
        }
        1 if a.len() > b.len() => rest(&a, same + 1) == rest(&b, same),
        1 => rest(&a, same) == rest(&b, same + 1),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn typed_letters_lead_to_a_name() {
        let names: Vec<String> =
            ["jamaica", "japan", "jordan", "new zealand", "niger"].map(str::to_owned).into();
        assert_eq!(ahead(&names, "j", None), Some(0));
        assert_eq!(ahead(&names, "j", Some(0)), Some(1));
        assert_eq!(ahead(&names, "jj", Some(1)), Some(2));
        assert_eq!(ahead(&names, "jjj", Some(2)), Some(0));
        assert_eq!(ahead(&names, "jo", Some(0)), Some(2));
        assert_eq!(ahead(&names, "new z", None), Some(3));
        assert_eq!(ahead(&names, "x", None), None);
        assert_eq!(ahead(&names, "", None), None);
        assert_eq!(ahead(&[], "j", None), None);
    }

    #[test]
    fn one_edit_is_forgiven_and_two_are_not() {
        for (a, b) in [
            ("germany", "germany"),
            ("germany", "germny"),
            ("germany", "germanny"),
            ("germany", "gremany"),
            ("germany", "gormany"),
            ("", "a"),
        ] {
            assert!(within_one_edit(a, b), "{a} {b}");
            assert!(within_one_edit(b, a), "{b} {a}");
        }
        for (a, b) in [("germany", "gemny"), ("germany", "grmeany"), ("mali", "male "), ("a", "bc")] {
            assert!(!within_one_edit(a, b), "{a} {b}");
        }
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in ".{0,40}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn one_edit_works_both_ways(a in "[a-c]{0,6}", b in "[a-c]{0,6}") {
            prop_assert_eq!(within_one_edit(&a, &b), within_one_edit(&b, &a));
        }
    }
}
