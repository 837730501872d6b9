//! The words of a text, as the search compares them.

use std::ops::Range;

use rust_stemmers::{Algorithm, Stemmer};

use super::spelling::american;

/// Stop words: they are in every text, are not searched for and are not indexed.
const COMMON: [&str; 32] = [
    "a", "an", "and", "are", "as", "at", "be", "been", "by", "for", "from", "had", "has", "have", "in", "is",
    "it", "its", "of", "on", "or", "that", "the", "their", "they", "this", "to", "was", "were", "which",
    "who", "with",
];

/// The letters from U+00C0 to U+017F without their marks; `.` for those that stay.
const PLAIN: &str = "aaaaaaaceeeeiiiidnooooo.ouuuuypsaaaaaaaceeeeiiiidnooooo.ouuuuypy\
aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllllllln\
nnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Its range, in bytes.
    pub at: Range<usize>,
    /// In small letters without marks.
    pub plain: String,
    /// What it has in common with its other forms, by the Porter2 stemmer for English (Snowball), in American spelling: `prosecut`.
    pub stem: String,
    /// In capital letters, if it is an acronym: `TVPA`, `US` of `U.S.`.
    pub acronym: Option<String>,
}

impl Word {
    /// Whether it is a stop word.
    pub fn is_common(&self) -> bool {
        self.acronym.is_none() && is_common(&self.plain)
    }
}

/// Whether a word in small letters is a stop word.
pub(super) fn is_common(plain: &str) -> bool {
    COMMON.contains(&plain)
}

/// The words of a text, in their order. Pure, and the same in a browser as where the index is made.
///
/// Hyphens and strokes part words; signs within numbers (`25.871`) and between the letters of an acronym (`U.S.`) do not,
/// and of `government’s` the `’s` is no part.
pub fn words(text: &str) -> Vec<Word> {
    let stemmer = Stemmer::create(Algorithm::English);
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    let mut words = Vec::new();
    let mut rest = letters.as_slice();
    while let Some(((start, first), mut after)) = rest.split_first() {
        rest = after;
        if !is_letter(*first) {
            continue;
        }
        let mut taken = vec![*first];
        let mut end = start + first.len_utf8();
        // Where the last apostrophe stood, in letters.
        let mut apostrophe = None;
        let mut dots = 0;
        loop {
            let next = |at: usize| after.get(at).map(|(_, letter)| *letter);
            let (Some(sign), follows) = (next(0), next(1).filter(|letter| is_letter(*letter))) else { break };
            let skipped = match sign {
                letter if is_letter(letter) => 0,
                '\'' | '’' if follows.is_some() => {
                    apostrophe = Some(taken.len());
                    1
                }
                '.' | ',' if both_digits(taken.last(), follows) => 1,
                // One letter, dot, one letter.
                '.' if taken.len() == dots + 1
                    && follows.is_some_and(|letter| letter.is_ascii_alphabetic())
                    && !next(2).is_some_and(is_letter) =>
                {
                    dots += 1;
                    1
                }
                _ => break,
            };
            if let Some((at, letter)) = after.get(skipped) {
                taken.push(*letter);
                end = at + letter.len_utf8();
            }
            after = after.get(skipped + 1..).unwrap_or_default();
        }
        rest = after;
        if apostrophe == Some(taken.len() - 1) && taken.last() == Some(&'s') {
            taken.pop();
        }
        // Of acronyms, too, more than one is the same: “NGOs”.
        if let [first @ .., 's'] = taken.as_slice()
            && first.len() > 1
            && first.iter().all(char::is_ascii_uppercase)
        {
            taken.pop();
        }
        let plain: String = taken.iter().filter_map(|letter| plain(*letter)).collect();
        // A mark by itself is no word.
        if plain.is_empty() {
            continue;
        }
        let capitals = taken.iter().filter(|letter| letter.is_ascii_uppercase()).count();
        let acronym = capitals > 1 && !taken.iter().any(|letter| letter.is_ascii_lowercase());
        words.push(Word {
            at: *start..end,
            stem: stemmer.stem(&american(&plain)).into_owned(),
            acronym: acronym.then(|| plain.to_ascii_uppercase()),
            plain,
        });
    }
    words
}

fn both_digits(before: Option<&char>, after: Option<char>) -> bool {
    before.is_some_and(char::is_ascii_digit) && after.is_some_and(|letter| letter.is_ascii_digit())
}

/// Letters and digits of any script, and the marks upon them. By ranges, since the tables of Unicode weigh kilobytes.
fn is_letter(letter: char) -> bool {
    match letter {
        letter if letter.is_ascii() => letter.is_ascii_alphanumeric(),
        // Signs of Latin-1, general punctuation to dingbats, punctuation of East Asia, what is no character.
        '\u{80}'..='\u{bf}' | '×' | '÷' | '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{303f}' => false,
        '\u{fe00}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff0f}' | '\u{fff0}'..='\u{ffff}' => false,
        _ => true,
    }
}

/// A letter small and without its mark; nothing for a mark by itself.
fn plain(letter: char) -> Option<char> {
    match letter {
        '\u{300}'..='\u{36f}' => None,
        '\u{c0}'..='\u{17f}' => {
            let at = usize::try_from(u32::from(letter) - 0xc0).unwrap_or_default();
            let plain = PLAIN.as_bytes().get(at).copied().filter(|plain| *plain != b'.');
            Some(plain.map_or(letter, char::from))
        }
        _ => Some(letter.to_ascii_lowercase()),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    fn plains(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.plain).collect()
    }

    #[test]
    fn letters_lose_their_marks_as_unicode_has_them() {
        assert_eq!(PLAIN.len(), 0x180 - 0xc0);
        for letter in '\u{c0}'..='\u{17f}' {
            let own: String =
                letter.to_lowercase().nfd().filter(|c| !('\u{300}'..='\u{36f}').contains(c)).collect();
            if own.is_ascii() {
                assert_eq!(plain(letter), own.chars().next(), "{letter}");
            }
        }
        assert_eq!(plains("Código São Tomé"), ["codigo", "sao", "tome"]);
    }

    #[test]
    fn names_of_laws_and_acronyms_are_words() {
        assert_eq!(
            plains("Law No. 05/014 and R.A. 9208, the U.S. T-visa"),
            ["law", "no", "05", "014", "and", "ra", "9208", "the", "us", "t", "visa"]
        );
        assert_eq!(plains("Ley 25.871 of 1,234 d’Ivoire's"), ["ley", "25871", "of", "1234", "divoire"]);
        let acronyms: Vec<_> =
            words("TVPA, U.S. and A COVID-19 Act").into_iter().filter_map(|word| word.acronym).collect();
        assert_eq!(acronyms, ["TVPA", "US", "COVID"]);
        assert_eq!(plains("NGOs, IDPs and as"), ["ngo", "idp", "and", "as"]);
        assert_eq!(plains("\u{301} x"), ["x"], "a mark by itself");
        assert!(
            words("WHO").iter().all(|word| !word.is_common()) && words("on On").iter().all(Word::is_common)
        );
    }

    #[test]
    fn forms_of_a_word_have_a_stem_in_common() {
        let stem = |text: &str| words(text).remove(0).stem;
        assert_eq!(stem("prosecutions"), stem("prosecuted"));
        assert_eq!(stem("trafficker's"), stem("traffickers"));
        assert_ne!(stem("traffickers"), stem("traffic"));
    }

    proptest! {
        #[test]
        fn words_stand_where_they_say(text in "\\PC{0,60}|[a-zA-Z.,'’é0-9/ -]{0,40}") {
            let mut before = 0;
            for word in words(&text) {
                prop_assert!(word.at.start >= before && word.at.start < word.at.end);
                prop_assert!(text.get(word.at.clone()).is_some());
                before = word.at.end;
            }
        }

        #[test]
        fn a_word_by_itself_is_the_same_word(text in "[a-zA-Z.,'’é0-9/ -]{0,40}") {
            for word in words(&text) {
                let alone = words(&text[word.at.clone()]);
                prop_assert_eq!(alone.len(), 1);
                prop_assert_eq!(&alone[0].plain, &word.plain);
            }
        }
    }
}
