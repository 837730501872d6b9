//! Numbers as a sentence has them.

use std::fmt::Display;

/// `one` to `nine` in letters, from 10 on in figures: the newspaper's rule.
pub fn count(n: usize) -> String {
    const SMALL: [&str; 10] = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    SMALL.get(n).map_or_else(|| n.to_string(), |word| (*word).to_owned())
}

/// `1st`, `2nd`, `3rd`, `11th`, `22nd`.
pub fn ordinal(n: usize) -> String {
    let ending = match (n % 10, n % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{n}{ending}")
}

/// `one edition`, `two editions`, `20 editions`.
pub fn editions(n: usize) -> String {
    format!("{} {}", count(n), if n == 1 { "edition" } else { "editions" })
}

/// `a`, `a and b`, `a, b and c`.
pub fn list<T: Display>(items: impl IntoIterator<Item = T>) -> String {
    let items: Vec<String> = items.into_iter().map(|item| item.to_string()).collect();
    match items.split_last() {
        None => String::new(),
        Some((only, [])) => only.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
    }
}

/// The sentence with its first letter large. Names that begin with another letter than those of ASCII
/// have a large one already.
pub fn capitalised(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinals() {
        let cases = [
            (1, "1st"),
            (2, "2nd"),
            (3, "3rd"),
            (4, "4th"),
            (11, "11th"),
            (12, "12th"),
            (13, "13th"),
            (21, "21st"),
            (22, "22nd"),
            (111, "111th"),
        ];
        for (n, said) in cases {
            assert_eq!(ordinal(n), said);
        }
    }

    #[test]
    fn counts_and_lists() {
        assert_eq!(editions(1), "one edition");
        assert_eq!(editions(2), "two editions");
        assert_eq!(editions(20), "20 editions");
        assert_eq!(list::<&str>([]), "");
        assert_eq!(list(["a"]), "a");
        assert_eq!(list(["a", "b", "c"]), "a, b and c");
        assert_eq!(capitalised("the island"), "The island");
    }
}
