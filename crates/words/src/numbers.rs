//! Numbers and lists as a sentence has them.

use crate::{Words, say};

impl Words {
    /// A number in letters where the language writes small ones so: `one` to `nine` in English, by the newspaper's
    /// rule; in figures else.
    pub fn in_letters(&self, n: u32) -> String {
        if !self.is_english() {
            return n.to_string();
        }
        const SMALL: [&str; 10] =
            ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
        usize::try_from(n)
            .ok()
            .and_then(|n| SMALL.get(n))
            .map_or_else(|| n.to_string(), |word| (*word).to_owned())
    }

    /// A whole number with the language's thousands separators.
    pub fn grouped(&self, n: u32) -> String {
        let digits = n.to_string();
        if digits.len() < self.lang().grouped_from() {
            return digits;
        }
        let sign = say!(self, NUMBER_THOUSANDS);
        let mut out = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                out.push_str(&sign);
            }
            out.push(digit);
        }
        out
    }

    /// A number written with a decimal point, as the language writes it.
    pub fn decimal(&self, number: &str) -> String {
        number.replace('.', &say!(self, NUMBER_POINT))
    }

    /// `a`, `a and b`, `a, b and c`.
    pub fn list<T: Into<String>>(&self, items: impl IntoIterator<Item = T>) -> String {
        let items: Vec<String> = items.into_iter().map(Into::into).collect();
        match items.split_last() {
            None => String::new(),
            Some((only, [])) => only.clone(),
            Some((last, rest)) => {
                let join = |rest: String, next: &String| match rest.is_empty() {
                    true => next.clone(),
                    false => say!(self, LIST_COMMA, rest = rest, next = next),
                };
                let rest = rest.iter().fold(String::new(), join);
                // Spanish has another "and" before the sound of an i: "España e Italia", but "agua y hielo".
                let sound =
                    last.starts_with(['I', 'i', 'Í']) || last.starts_with("Hi") && !last.starts_with("Hie");
                match sound {
                    true => say!(self, LIST_LAST_I, rest = rest, last = last),
                    false => say!(self, LIST_LAST, rest = rest, last = last),
                }
            }
        }
    }
}

/// The sentence with its first letter large. Names that begin with another letter than those of ASCII
/// have a large one already.
pub fn capitalised(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect()
}

/// `1st`, `2nd`, `3rd`, `11th`, `22nd`. English alone counts so; other languages write their own in the message.
pub fn ordinal(n: u32) -> String {
    let ending = match (n % 10, n % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{n}{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinals() {
        let said = [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (13, "13th")];
        let more = [(21, "21st"), (22, "22nd"), (111, "111th")];
        for (n, expected) in said.into_iter().chain(more) {
            assert_eq!(ordinal(n), expected);
        }
    }

    #[test]
    fn numbers_and_lists() {
        let words = Words::default();
        assert_eq!(words.list::<&str>([]), "");
        assert_eq!(words.list(["a"]), "a");
        assert_eq!(words.list(["a", "b", "c"]), "a, b and c");
        assert_eq!(words.grouped(187), "187");
        assert_eq!(words.grouped(1_234_567), "1,234,567");
        assert_eq!(words.decimal("0.25"), "0.25");
        assert_eq!(capitalised("the island"), "The island");
    }
}
