//! Names as they are compared: without accents, points and capitals.

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

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in ".{0,40}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }
    }
}
