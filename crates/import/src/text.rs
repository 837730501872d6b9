//! Text as it is compared and kept, and the patterns that are looked for in it.

use regex::Regex;

/// The months, as a part of a pattern.
pub const MONTHS: &str =
    "january|february|march|april|may|june|july|august|september|october|november|december";

/// Compiles a pattern. A wrong one ends the program: an importer without one of its checks would take what it must refuse.
#[expect(clippy::expect_used, reason = "patterns are constants of this program, and its tests compile each")]
pub fn pattern(pattern: &str) -> Regex {
    Regex::new(pattern).expect("a pattern of the importer is no regular expression")
}

/// A text on one line: plain spaces and hyphens, no soft hyphens, no characters without width.
pub fn normalized(text: &str) -> String {
    let plain = text.chars().filter_map(|c| match c {
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}' => None,
        '\u{2010}' | '\u{2011}' => Some('-'),
        c if c.is_whitespace() => Some(' '),
        c => Some(c),
    });
    plain.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::normalized;

    #[test]
    fn invisible_characters_go_and_spaces_and_hyphens_are_plain() {
        assert_eq!(
            normalized(" GUI\u{ad}NEA\u{2011}\u{200b}BISSAU\u{a0}\n (Tier\u{202f}2) "),
            "GUINEA-BISSAU (Tier 2)"
        );
    }
}
