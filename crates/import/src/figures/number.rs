//! Numbers in figures and words, and what goes before them: “at least twenty-five”.

/// How a number is meant, where the dictionary of the data has a word for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Qualifier {
    /// The number itself.
    Exact,
    /// `at least`: that many or more.
    AtLeast,
    /// `more than`.
    MoreThan,
    /// `nearly`: a little less.
    Nearly,
}

impl Qualifier {
    /// Its name in `data/figures.tsv`: nothing for the number itself.
    pub const fn name(self) -> &'static str {
        match self {
            Qualifier::Exact => "",
            Qualifier::AtLeast => "at least",
            Qualifier::MoreThan => "more than",
            Qualifier::Nearly => "nearly",
        }
    }
}

/// Words before a number and how it is meant with them; `None` where such a number cannot be kept.
const QUALIFIERS: [(&[&str], Option<Qualifier>); 29] = [
    (&["at", "least"], Some(Qualifier::AtLeast)),
    (&["a", "minimum", "of"], Some(Qualifier::AtLeast)),
    (&["no", "fewer", "than"], Some(Qualifier::AtLeast)),
    (&["no", "less", "than"], Some(Qualifier::AtLeast)),
    (&["more", "than"], Some(Qualifier::MoreThan)),
    (&["in", "excess", "of"], Some(Qualifier::MoreThan)),
    (&["over"], Some(Qualifier::MoreThan)),
    (&["nearly"], Some(Qualifier::Nearly)),
    (&["almost"], Some(Qualifier::Nearly)),
    (&["a", "total", "of"], Some(Qualifier::Exact)),
    (&["only"], Some(Qualifier::Exact)),
    (&["just"], Some(Qualifier::Exact)),
    (&["no", "more", "than"], None),
    (&["not", "more", "than"], None),
    (&["fewer", "than"], None),
    (&["less", "than"], None),
    (&["rather", "than"], None),
    (&["up", "to"], None),
    (&["close", "to"], None),
    (&["as", "many", "as"], None),
    (&["an", "estimated"], None),
    (&["an", "additional"], None),
    (&["additional"], None),
    (&["another"], None),
    (&["approximately"], None),
    (&["about"], None),
    (&["around"], None),
    (&["roughly"], None),
    (&["some"], None),
];

/// Returns how a number is meant after some words, and how many of the words say so; an error where it cannot be kept.
pub fn qualifier(before: &[String]) -> Result<(Qualifier, usize), String> {
    let ends = |words: &[&str]| {
        before.len() >= words.len() && before.iter().rev().zip(words.iter().rev()).all(|(a, b)| a == b)
    };
    let longest = QUALIFIERS.iter().filter(|(words, _)| ends(words)).max_by_key(|(words, _)| words.len());
    match longest {
        None => Ok((Qualifier::Exact, 0)),
        Some((words, Some(meant))) => Ok((*meant, words.len())),
        Some((words, None)) => Err(format!("“{}” a number says no number", words.join(" "))),
    }
}

/// A number at the head of some words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Number {
    /// It, and how many words it has.
    Read(u32, usize),
    /// There is one, and it cannot be read for sure: `4,5`, `1.204`, `1 204`, `12-year-old`, `dozens`.
    Unreadable,
    /// There is none.
    None,
}

/// Reads the number that words begin with. Words are in small letters, without the punctuation around them.
pub fn number(words: &[String]) -> Number {
    let Some(first) = words.first() else { return Number::None };
    let next = words.get(1).map_or("", String::as_str);
    if first.chars().any(char::is_numeric) {
        let unit =
            ["hundred", "thousand", "million", "billion", "percent", "dozen", "years", "months", "days"]
                .contains(&next);
        let goes_on = unit || next.starts_with(|c: char| c.is_ascii_digit());
        return digits(first).filter(|_| !goes_on).map_or(Number::Unreadable, |value| Number::Read(value, 1));
    }
    let mut total = 0u32;
    let mut current: Option<u32> = None;
    let mut used = 0;
    for (at, word) in words.iter().enumerate() {
        // A number below a hundred goes on after hundreds and thousands, and nowhere else.
        let goes_on = current.is_none_or(|so_far| so_far % 100 == 0 && (so_far > 0 || total > 0));
        if let Some(value) = small(word).filter(|_| goes_on) {
            current = Some(current.unwrap_or_default() + value);
        } else if word == "hundred" && current.is_some_and(|value| (1..10).contains(&value)) {
            current = current.map(|value| value * 100);
        } else if word == "thousand" && total == 0 && current.is_some_and(|value| (1..1000).contains(&value))
        {
            total = current.unwrap_or_default() * 1000;
            current = Some(0);
        } else if word == "and"
            && at > 0
            && words.get(at - 1).is_some_and(|before| before == "hundred" || before == "thousand")
            && words.get(at + 1).is_some_and(|next| small(next).is_some())
        {
            continue;
        } else if small(word).is_some() || VAGUE.contains(&word.as_str()) {
            return Number::Unreadable;
        } else {
            break;
        }
        used = at + 1;
    }
    match current {
        Some(value) => Number::Read(total + value, used),
        None => Number::None,
    }
}

/// Words that are no number and mean one.
const VAGUE: [&str; 12] = [
    "hundred",
    "thousand",
    "million",
    "hundreds",
    "thousands",
    "dozen",
    "dozens",
    "scores",
    "half",
    "pair",
    "couple",
    "percent",
];

/// Digits, with commas between thousands or without.
fn digits(word: &str) -> Option<u32> {
    let groups: Vec<&str> = word.split(',').collect();
    let whole =
        groups.iter().all(|group| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit()));
    let grouped = groups.len() == 1
        || groups.first().is_some_and(|first| first.len() <= 3 && !first.starts_with('0'))
            && groups.iter().skip(1).all(|group| group.len() == 3);
    (whole && grouped).then(|| groups.concat().parse().ok()).flatten()
}

/// A number below a hundred in words: `no`, `seven`, `twenty`, `twenty-five`.
fn small(word: &str) -> Option<u32> {
    const ONES: [&str; 20] = [
        "no",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let place = |list: &[&str], word: &str| {
        list.iter().position(|known| *known == word).and_then(|at| u32::try_from(at).ok())
    };
    if word == "zero" {
        return Some(0);
    }
    if let Some(value) = place(&ONES, word) {
        return Some(value);
    }
    let (tens, ones) = word.split_once('-').unwrap_or((word, ""));
    let tens = (place(&TENS, tens)? + 2) * 10;
    match ones {
        "" if !word.contains('-') => Some(tens),
        _ => place(&ONES, ones).filter(|value| (1..10).contains(value)).map(|ones| tens + ones),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        text.split(' ').map(str::to_owned).collect()
    }

    #[test]
    fn numbers_are_read_in_figures_and_words() {
        for (text, value, used) in [
            ("12 suspects", 12, 1),
            ("1,204 cases", 1204, 1),
            ("12,345,678 cases", 12_345_678, 1),
            ("no suspects", 0, 1),
            ("zero cases", 0, 1),
            ("seven cases", 7, 1),
            ("twenty-five cases", 25, 1),
            ("two hundred cases", 200, 2),
            ("two hundred and twelve cases", 212, 4),
            ("one hundred twenty-five cases", 125, 3),
            ("one thousand cases", 1000, 2),
            ("three thousand four hundred and five cases", 3405, 6),
            ("twelve and more", 12, 1),
        ] {
            assert_eq!(number(&words(text)), Number::Read(value, used), "{text}");
        }
    }

    #[test]
    fn what_may_be_two_numbers_is_unreadable() {
        for text in [
            "4,5 cases",
            "1,2045",
            "0,125",
            "1.204 cases",
            "1 204 cases",
            "12-year-old",
            "12/15",
            "45%",
            "45 percent",
            "2 hundred",
            "dozens of",
            "hundreds",
            "two dozen",
            "five six",
            "½",
            "75³",
            "hundred",
        ] {
            assert_eq!(number(&words(text)), Number::Unreadable, "{text}");
        }
        assert_eq!(number(&words("suspects")), Number::None);
    }

    #[test]
    fn the_words_before_a_number_say_how_it_is_meant() {
        for (text, name, used) in [
            ("prosecuted at least", "at least", 2),
            ("prosecuted no fewer than", "at least", 3),
            ("prosecuted over", "more than", 1),
            ("prosecuted more than", "more than", 2),
            ("prosecuted nearly", "nearly", 1),
            ("prosecuted a total of", "", 3),
            ("prosecuted", "", 0),
        ] {
            assert_eq!(
                qualifier(&words(text)).map(|(meant, used)| (meant.name(), used)),
                Ok((name, used)),
                "{text}"
            );
        }
        for text in
            ["prosecuted approximately", "up to", "no more than", "fewer than", "an additional", "some"]
        {
            assert!(qualifier(&words(text)).is_err(), "{text}");
        }
    }
}
