//! Any sequence of narratives, with any of their headings damaged: what is read is the right country's, or it is listed.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a panic is a failed test")]

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use import::figures::{Context, figures};
use import::files::{File, Kind};
use import::{Assigned, Names, assign, editions, tables};
use proptest::prelude::*;
use tip::Tier;

/// Names of countries as headings have them: code, name in the heading, name in sentences.
const COUNTRIES: [(&str, &str, &str); 16] = [
    ("FRA", "FRANCE", "France"),
    ("GAB", "GABON", "Gabon"),
    ("PNG", "PAPUA NEW GUINEA", "Papua New Guinea"),
    ("GIN", "GUINEA", "Guinea"),
    ("GNB", "GUINEA-BISSAU", "Guinea-Bissau"),
    ("GNQ", "EQUATORIAL GUINEA", "Equatorial Guinea"),
    ("COD", "CONGO, DEMOCRATIC REPUBLIC OF THE", "the Democratic Republic of the Congo"),
    ("COG", "CONGO, REPUBLIC OF THE", "the Republic of the Congo"),
    ("NER", "NIGER", "Niger"),
    ("NGA", "NIGERIA", "Nigeria"),
    ("KOR", "KOREA, REPUBLIC OF", "the Republic of Korea"),
    ("PRK", "NORTH KOREA", "North Korea"),
    ("SSD", "SOUTH SUDAN", "South Sudan"),
    ("SDN", "SUDAN", "Sudan"),
    ("CIV", "CÔTE D’IVOIRE", "Côte d’Ivoire"),
    ("LCA", "ST. LUCIA", "Saint Lucia"),
];

/// Ways in which a heading comes damaged, or only in another form.
const DAMAGES: usize = 26;

static NAMES: LazyLock<Names> = LazyLock::new(|| {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data");
    Names::new(&tables(&record::tables::folder(&data).unwrap()).unwrap())
});

#[derive(Clone, Debug)]
struct Made {
    country: usize,
    tier: Tier,
    damage: Option<usize>,
    opening: usize,
    number: u32,
}

impl Made {
    fn code(&self) -> &'static str {
        COUNTRIES[self.country].0
    }

    fn name(&self) -> &'static str {
        COUNTRIES[self.country].1
    }

    /// A word that is in each of its paragraphs and in no other's.
    fn mark(&self) -> String {
        format!("mark-{}-{}", self.code(), self.number)
    }

    /// The heading as lines, one for each block that it is in.
    fn heading(&self) -> Vec<String> {
        let name = self.name().to_owned();
        let tier = match self.tier {
            Tier::One => "Tier 1",
            Tier::Two => "Tier 2",
            Tier::TwoWatchList => "Tier 2 Watch List",
            Tier::Three => "Tier 3",
            Tier::SpecialCase => "Special Case",
        };
        let plain = format!("{name} ({tier})");
        let title = |text: &str| {
            let word = |word: &str| {
                word.char_indices()
                    .map(|(at, c)| if at == 0 { c } else { c.to_lowercase().next().unwrap() })
                    .collect::<String>()
            };
            text.split(' ').map(word).collect::<Vec<_>>().join(" ")
        };
        let one = match self.damage {
            None => plain,
            Some(0) => format!("{plain}*"),
            Some(1) => format!("{plain} [1]"),
            Some(2) => format!("{plain}¹²"),
            Some(3) => format!("{plain}1"),
            Some(4) => format!("{plain} (Auto Downgrade)"),
            Some(5) => format!("{plain} (upgraded from Tier 3)"),
            Some(6) => plain.chars().flat_map(|c| [c, '\u{ad}']).collect(),
            Some(7) => plain.replace(' ', "\u{a0}").replace('-', "\u{2011}"),
            Some(8) => format!("{name}† ({tier})").replace("Watch List", "WL"),
            Some(9) => format!("{name}: {}", tier.to_uppercase().replace("WATCH LIST", "WATCHLIST")),
            Some(10) => title(&plain),
            Some(11) => plain.replacen('E', "", 1).replacen('N', "", 1),
            Some(12) => name,
            Some(13) => format!("{name} ({tier} pending)"),
            Some(14) => format!("{name} (Tier II)"),
            Some(15) => format!("{name} (Tier 4)"),
            Some(16) => format!("({tier})"),
            Some(17) => return Vec::new(),
            Some(18) => plain.to_lowercase(),
            Some(19) => format!("{name} {tier}"),
            Some(20) => return vec![name, tier.to_owned()],
            Some(21) => return vec![tier.to_owned(), name],
            Some(22 | 23) => {
                let Some((first, last)) = name.split_once(' ') else { return vec![plain] };
                let lines = vec![first.to_owned(), format!("{last} ({tier})")];
                return if self.damage == Some(23) {
                    lines.iter().map(|line| title(line)).collect()
                } else {
                    lines
                };
            }
            Some(24) => title(&name),
            _ => format!(
                "{name} ({tier}) The country in question, of which this text goes on to speak at length, is"
            ),
        };
        vec![one]
    }

    /// Its paragraphs: opening, prosecution, protection.
    fn paragraphs(&self) -> Vec<(&'static str, String)> {
        let (mark, number) = (self.mark(), self.number);
        let name = COUNTRIES[self.country].2;
        let verb = if self.tier == Tier::One { "fully meets" } else { "does not fully meet" };
        let standards = "the minimum standards for the elimination of trafficking";
        let capital = name.strip_prefix("the ").map_or_else(|| name.to_owned(), |rest| format!("The {rest}"));
        let mut all = match self.opening {
            0 => vec![("", format!("The Government of {name} {verb} {standards}, as {mark} says."))],
            1 => vec![
                (
                    "",
                    format!(
                        "{capital} is a source country for men, women, and children subjected to trafficking, as {mark} says."
                    ),
                ),
                ("", format!("The Government of {name} {verb} {standards}, as {mark} says.")),
            ],
            2 => vec![(
                "",
                format!("The government {verb} {standards}, as {mark} says of it, at some length."),
            )],
            _ => {
                let tier = self.tier.code().replace("2W", "2 Watch List");
                let end = if self.tier == Tier::SpecialCase {
                    "is a Special Case".to_owned()
                } else {
                    format!("remained on Tier {tier}")
                };
                vec![(
                    "",
                    format!(
                        "The Government of {name} {verb} {standards}; therefore {name} {end}, as {mark} says."
                    ),
                )]
            }
        };
        if self.tier == Tier::SpecialCase {
            all.iter_mut().for_each(|(_, text)| text.push_str(" It is a special case."));
        }
        all.push((
            "PROSECUTION",
            format!(
                "The law that {mark} speaks of is in force. The government prosecuted {number} suspects."
            ),
        ));
        all.push((
            "PROTECTION",
            format!("The government identified {number} victims. It helped them, as {mark} says."),
        ));
        all
    }

    fn blocks(&self, is_html: bool) -> String {
        let mut text = String::new();
        let heading = self.heading();
        for line in &heading {
            match (is_html, self.number % 3) {
                (false, _) => text.push_str(&format!("{line}\n")),
                (true, 0) => text.push_str(&format!("<h2>{line}</h2>\n")),
                (true, 1) => text.push_str(&format!("<p><b>{line}</b></p>\n")),
                (true, _) => text.push_str(&format!("<div>{line}</div>\n")),
            }
        }
        for (section, words) in self.paragraphs() {
            match is_html {
                true if section.is_empty() => text.push_str(&format!("<p>{words}</p>\n")),
                true => text.push_str(&format!("<h3>{section}</h3>\n<p>{words}</p>\n")),
                false => {
                    if !section.is_empty() {
                        text.push_str(&format!("{section}\n"));
                    }
                    text.push_str(&wrapped(&words));
                    text.push('\n');
                }
            }
        }
        text
    }
}

/// Lines of a PDF's text.
fn wrapped(words: &str) -> String {
    let mut lines = String::new();
    let mut length = 0;
    for word in words.split(' ') {
        if length + word.len() > 80 {
            lines.push('\n');
            length = 0;
        } else if length > 0 {
            lines.push(' ');
        }
        lines.push_str(word);
        length += word.len() + 1;
    }
    lines + "\n"
}

fn made() -> impl Strategy<Value = Vec<Made>> {
    let tier = prop_oneof![
        Just(Tier::One),
        Just(Tier::Two),
        Just(Tier::TwoWatchList),
        Just(Tier::Three),
        Just(Tier::SpecialCase)
    ];
    let one = (tier, proptest::option::of(0..DAMAGES), 0..4usize);
    let countries = Just((0..COUNTRIES.len()).collect::<Vec<_>>()).prop_shuffle();
    (countries, proptest::collection::vec(one, 2..6)).prop_map(|(countries, all)| {
        let all = countries.into_iter().zip(all).enumerate();
        all.map(|(at, (country, (tier, damage, opening)))| Made {
            country,
            tier,
            damage,
            opening,
            number: 11 + u32::try_from(at).unwrap() * 7,
        })
        .collect()
    })
}

fn check(all: &[Made], is_html: bool) -> Result<(), TestCaseError> {
    let body: String = all.iter().map(|one| one.blocks(is_html)).collect();
    let file = match is_html {
        true => File {
            name: "all.html".to_owned(),
            path: "all.html".to_owned(),
            kind: Kind::Html,
            text: format!("<title>2026 Trafficking in Persons Report</title><main>{body}</main>"),
            address: None,
        },
        false => File {
            name: "all.txt".to_owned(),
            path: "all.txt".to_owned(),
            kind: Kind::Text,
            text: format!("2026 TRAFFICKING IN PERSONS REPORT\n\n{body}"),
            address: None,
        },
    };
    let mut read = editions(&[file], None, &NAMES);
    let edition = read.editions.remove(&2026).unwrap_or_default();
    let Assigned { read, unread } = assign(&edition.found, &NAMES);
    let by_code: BTreeMap<&str, &Made> = all.iter().map(|one| (one.code(), one)).collect();
    for (code, found) in &read {
        let own = by_code.get(code.as_str());
        prop_assert!(own.is_some(), "{code} was not there: {body}");
        let Some(own) = own else { continue };
        prop_assert_eq!(found.narrative.tier, own.tier, "{}: {}", code, &body);
        for paragraph in &found.narrative.paragraphs {
            let other = all.iter().find(|one| one.code() != code && paragraph.text.contains(&one.mark()));
            prop_assert!(other.is_none(), "{code} got “{}”\n{body}", paragraph.text);
        }
        let (read, _) = figures(&found.narrative, &Context { edition: 2026, code, names: &NAMES });
        for figure in read {
            prop_assert_eq!(figure.value, own.number, "{}: {}\n{}", code, figure.words, &body);
        }
    }
    let lost = all.iter().filter(|one| !read.contains_key(one.code())).count();
    prop_assert!(
        lost == 0 || !unread.is_empty() || !edition.unread.is_empty(),
        "{lost} are lost without a word: {body}"
    );
    // What is not damaged, and has no damage before it that could reach into it, is read whole.
    let whole = |at: usize| {
        let before = at.checked_sub(1).and_then(|before| all.get(before));
        all[at].damage.is_none() && before.is_none_or(|before| before.damage.is_none())
    };
    for (at, one) in all.iter().enumerate().filter(|(at, _)| whole(*at)) {
        let found = read.get(one.code());
        prop_assert!(found.is_some(), "{at} is not read: {body}\n{unread:?}");
        let after = all.get(at + 1).is_none_or(|after| after.damage != Some(25));
        let wanted = if after { one.paragraphs().len() } else { 0 };
        prop_assert!(
            found.is_some_and(|found| found.narrative.paragraphs.len() >= wanted),
            "{at} is cut: {body}\n{unread:?}"
        );
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_paragraph_and_no_figure_is_another_country_s(all in made(), is_html in any::<bool>()) {
        check(&all, is_html)?;
    }
}
