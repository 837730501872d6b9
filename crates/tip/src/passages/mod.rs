//! Searching what the atlas has in words: findings and excerpts, an archive of any size.
//!
//! A passage is what is found: a finding whole, or an excerpt. The index is made where the data are made
//! (`cargo xtask data`) and read piece by piece: which passages there are ([`Index`]), where words stand in them ([`Shard`]),
//! what they say ([`Texts`]). A search needs the first, of the second what has its words, of the third what is shown.

mod index;
mod spelling;
mod terms;
mod word;

pub use index::{Found, Index, NAMES, Outcome, Passage, Shard, Texts};
pub use terms::{Terms, keys_of};
pub use word::{Word, words};

use std::ops::Range;

/// The most context around a match that is shown, in bytes, roughly.
const AROUND: usize = 120;

/// The part of a text that is to be shown for its marks: around the first of them, from word to word. The whole text where
/// there is no mark or it is short.
pub fn extract(text: &str, marks: &[Range<usize>]) -> Range<usize> {
    let Some(first) = marks.first().filter(|_| text.len() > 3 * AROUND) else { return 0..text.len() };
    let start = match first.start.checked_sub(AROUND) {
        Some(from) if from > 0 => text.char_indices().map(|(at, _)| at).find(|at| {
            *at >= from && (*at == first.start || text.get(..*at).is_some_and(|before| before.ends_with(' ')))
        }),
        _ => None,
    };
    let to = first.end.max(start.unwrap_or_default() + 3 * AROUND);
    let end = text
        .char_indices()
        .map(|(at, _)| at)
        .find(|at| *at >= to && text.get(*at..).is_some_and(|after| after.starts_with(' ')));
    start.unwrap_or_default()..end.unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_long_text_is_shown_around_its_first_mark() {
        let text = format!("{} fishing {}", "é before".repeat(60), "after ".repeat(90));
        let at = text.find("fishing").unwrap();
        let shown = &text[extract(&text, std::slice::from_ref(&(at..at + 7)))];
        assert!(shown.contains(" fishing ") && shown.len() < 420, "{shown}");
        assert!(!shown.starts_with(' ') && !shown.ends_with(' '), "{shown}");
        assert_eq!(extract("short", std::slice::from_ref(&(0..5))), 0..5);
        assert_eq!(extract(&text, &[]), 0..text.len());
    }

    proptest! {
        #[test]
        fn what_is_shown_has_the_mark(text in "[a-zé ]{0,900}", at in 0usize..900) {
            let marks: Vec<_> = words(&text).into_iter().map(|word| word.at).filter(|range| range.start >= at).collect();
            let shown = extract(&text, &marks);
            prop_assert!(text.get(shown.clone()).is_some());
            if let Some(first) = marks.first() {
                prop_assert!(shown.start <= first.start && first.end <= shown.end);
            }
        }
    }
}
