//! How well a name fits what was typed.

/// How well a country fits, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// An ISO code.
    Code,
    /// A whole name, its words in any order.
    Whole,
    /// The start of a name.
    Start,
    /// Starts of words of one name, in any order: "s korea".
    WordStarts,
    /// Starts of words of several names of the country: "burma myanmar".
    Names,
    /// Letters inside a name.
    Within,
    /// A whole name but for one letter.
    TypoWhole,
    /// The start of a name, or of a word in it, but for one letter.
    TypoStart,
}

/// How a folded name fits a folded query.
pub(super) fn fit(name: &str, query: &str) -> Option<Fit> {
    if letters(name) == letters(query) || (words_start(name, query) && words_start(query, name)) {
        Some(Fit::Whole)
    } else if letters(name).starts_with(&letters(query)) {
        Some(Fit::Start)
    } else if words_start(name, query) {
        Some(Fit::WordStarts)
    } else {
        name.contains(query).then_some(Fit::Within)
    }
}

/// A name without its spaces, which abbreviations and Korean names have or have not: "ee uu", "eeuu".
fn letters(text: &str) -> String {
    text.chars().filter(|letter| *letter != ' ').collect()
}

/// Whether each word of a query starts a word of the name, no word taken twice. "S" stands for "South".
pub(super) fn words_start(name: &str, query: &str) -> bool {
    let mut left: Vec<&str> = name.split(' ').collect();
    query.split(' ').all(|word| {
        // The shortest first, so that "guinea" leaves "guineans" to the next word.
        let found =
            left.iter().enumerate().filter(|(_, own)| own.starts_with(word)).min_by_key(|(_, own)| own.len());
        match found.map(|(at, _)| at) {
            Some(at) => {
                left.swap_remove(at);
                true
            }
            None => false,
        }
    })
}

/// Whether the query is one edit away from the name, from the start of the name, or from a word of it.
pub(super) fn typo(name: &str, query: &str) -> Option<Fit> {
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
    fn order_and_spaces_do_not_count() {
        assert_eq!(fit("south korea", "korea south"), Some(Fit::Whole));
        assert_eq!(fit("south korea", "s korea"), Some(Fit::WordStarts));
        assert_eq!(fit("ee uu", "eeuu"), Some(Fit::Whole));
        assert_eq!(fit("south korea", "korea"), Some(Fit::WordStarts));
        assert_eq!(fit("south korea", "south"), Some(Fit::Start));
        assert_eq!(fit("south korea", "southk"), Some(Fit::Start));
        assert_eq!(fit("south korea", "korea korea"), None);
        assert_eq!(fit("nigeria", "niger"), Some(Fit::Start));
        assert_eq!(fit("algeria", "ger"), Some(Fit::Within));
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
        fn one_edit_works_both_ways(a in "[a-c]{0,6}", b in "[a-c]{0,6}") {
            prop_assert_eq!(within_one_edit(&a, &b), within_one_edit(&b, &a));
        }

        #[test]
        fn a_name_turned_is_the_whole_name(words in prop::collection::vec("[a-z]{1,5}", 1..4)) {
            let turned: Vec<String> = words.iter().rev().cloned().collect();
            prop_assert_eq!(fit(&words.join(" "), &turned.join(" ")), Some(Fit::Whole));
        }
    }
}
