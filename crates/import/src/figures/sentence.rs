//! Whether what a sentence counts is the government's and of the reporting period.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use regex::Regex;

use super::number::{Number, number};
use crate::names::{Adjective, Names};
use crate::narrative::subject;

/// Why a sentence with a number gives no figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It counts something else: of another time, of somebody else. Other sentences may give the figure.
    Elsewhere(String),
    /// It may count what is looked for, and cannot be read for sure. No other sentence is taken for it then.
    Unclear(String),
}

/// Who and when a narrative is about.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The edition. Its reporting period is from April of the year before to March.
    pub edition: u16,
    /// The country's code.
    pub code: &'a str,
    /// All names.
    pub names: &'a Names,
}

/// Parts of a sentence that do not count: brackets with other numbers, and comparisons with other years up to the next comma.
///
/// # Errors
/// A bracket that may change what is said: `(in 2022)`, `(potential)`.
pub fn without_comparisons(sentence: &str) -> Result<String, String> {
    const STARTS: [&str; 8] = [
        "compared with",
        "compared to",
        "in comparison to",
        "in comparison with",
        "down from",
        "up from",
        "an increase from",
        "a decrease from",
    ];
    let mut text = String::new();
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once(['(', '[']) {
        let Some((inner, after)) = after.split_once([')', ']']) else { break };
        let first = inner.split_whitespace().next().unwrap_or_default().to_lowercase();
        let number = first.starts_with(|c: char| c.is_ascii_digit())
            || !matches!(number(std::slice::from_ref(&first)), Number::None);
        let acronym = !inner.contains(|c: char| c.is_lowercase() || c == ' ');
        let compares =
            STARTS.iter().any(|start| inner.to_lowercase().starts_with(start)) || first == "including";
        if !(number || acronym || compares) || inner.contains("percent") || inner.contains('%') {
            return Err(format!("“({inner})” may change what is counted"));
        }
        text.push_str(before);
        rest = after;
    }
    text.push_str(rest);
    for start in STARTS {
        while let Some(at) = text.to_ascii_lowercase().find(start) {
            let rest = text.get(at..).unwrap_or_default();
            // A comma between digits is no comma.
            let ends = rest.match_indices([',', ';']).map(|(end, _)| end);
            let digit = |end: &usize| {
                rest.get(end + 1..).is_some_and(|after| after.starts_with(|c: char| c.is_ascii_digit()))
            };
            let end = ends.into_iter().find(|end| !digit(end)).unwrap_or(rest.len());
            text.replace_range(at..at + end, "");
        }
    }
    Ok(text)
}

/// Laws have the year they were made in: “the 2013 anti-trafficking law”, “Law No. 12 of 2013”.
static LAW: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?ix) \b (?: the | its | a ) \s (?:19|20)\d\d \s (?: (?: anti | human | trafficking | labor | child | penal | criminal | national | action ) [\w-]* \s ){0,4}
        (?: law | act | code | decree | ordinance | statute | protocol | convention | plan | amendment )s? \b
        | \b (?: law | act | code | decree | ordinance | statute | protocol | convention )s? \s (?: no\.? \s? [\w/-]+ \s )? of \s (?:19|20)\d\d \b",
    )
    .ok()
});

static YEAR: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"\b(?:19|20)\d\d\b").ok());

/// Words of another time, or of a longer or shorter one than the reporting period.
static OTHER_TIME: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?ix)\b(?: previous | previously | prior | preceding | last\ year | year\ before | earlier\ years? | since | cumulative | cumulatively
        | to\ date | so\ far | as\ of | by\ the\ end\ of | (?: past | last ) \s \w+ \s (?: year | month | decade | edition | report )s?
        | (?: past | last ) \s (?: decade | years )
        | over\ the\ years | each\ year | every\ year | per\ year | annually | yearly | on\ average | an\ average | historically
        | quarters? | half\ of | first\ half | second\ half | months? | weeks? | decades? | [\w]+-year | recent | recently | fy\s?\d+ | earlier | ago | one\ case | these\ cases | of\ these | of\ those | ongoing | pending | remained\ open | continu(?:ed|ing) | carried\ over | initiated\ in\ (?:19|20)\d\d
        | january | february | march | april | june | july | august | september | october | november | december | in\ may | of\ may )\b",
    )
    .ok()
});

/// Who is not the government.
static OTHERS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?ix)\b(?: ngos? | ngo-[\w-]+ | non-?governmental | civil\ society | international\ organi[sz]ations? | iom | unhcr | unicef | unodc | ilo
        | interpol | europol | embass(?:y|ies) | consulates? | foreign\ (?: governments? | authorit\w+ | officials | police | counterparts | courts?
        | law ) | another\ (?: country | government | state ) | other\ (?: countries | governments | states ) | media | press | journalists? | observers?
        | experts | churche?s? | activists | advocates | charit(?:y|ies) | unions? | private | company | companies | neighboring | abroad | overseas
        | researchers | academics )\b",
    )
    .ok()
});

/// What makes a count none, or leaves it open.
static OPEN: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?ix)\b(?: not | never | without | neither | nor | none | nobody | failed | fails | unable | declined | refused | cannot | lacked | \w+n[’']t
        | whether | would | could | may | might | should | plans? | planned | intends? | intended | expects? | expected | aims? | if | unless
        | smuggl\w+ | prostitution | non-trafficking | pornography | pimping | procuring | unrelated | kidnapping | rape | between | potential | possible | possibly
        | found\ no | rather | instead | former | allegedly | reportedly | unconfirmed | unclear | unknown | estimated | estimates | acquitted | dismissed | dropped | closed | overturned
        | upheld | suspended | appealed | reopened | withdrew | misidentified | wrongly | proposed )\b",
    )
    .ok()
});

/// What a sentence begins with where the government is its subject: “In 2025, the national police also reported …”.
static SUBJECT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?x)^ (?: (?: In | During ) \s (?: 20\d\d | the\ reporting\ period | the\ year ) , \s )? (?: [Tt]he \s | Its \s )?
        (?: [a-z-]+ \s | (?: National | Local | Federal | State | Provincial | Public ) \s | (?<of> [A-Z][a-zéè]+ ) \s )?
        (?: [Gg]overnment | [Aa]uthorities | [Pp]olice | [Cc]ourts? | [Pp]rosecutors? | [Oo]fficials? | [Jj]udges? | [Jj]udiciary
            | [Ll]aw\ enforcement (?: \s (?: officials | authorities | agencies ) )? ) \s
        (?: also \s )? (?: reported \s )? (?: also \s )?
        (?<verb> [a-z-]+ )",
    )
    .ok()
});

/// The first verb of a sentence whose subject is the country's own government; `None` where it is somebody else, or cannot be told.
pub fn governments_verb<'a>(sentence: &'a str, context: &Context<'_>) -> Option<&'a str> {
    let found = SUBJECT.as_ref()?.captures(sentence)?;
    let own = |word: &str| {
        const PLAIN: [&str; 8] =
            ["The", "Local", "National", "Federal", "State", "Central", "Provincial", "Its"];
        PLAIN.contains(&word)
            || matches!(context.names.adjective(word), Adjective::Of(code) if code == context.code)
    };
    match found.name("of") {
        Some(of) if !own(of.as_str()) => None,
        _ => found.name("verb").map(|verb| verb.as_str()),
    }
}

/// An adjective before a word for an authority: “Spanish police”.
static ADJECTIVE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"\b([A-Z][a-zé]+) (?:[a-z]+ )?(?:government|authorities|authority|police|courts?|officials?|prosecutors?|law enforcement|ministry|officers|judges?|border)\b",
    )
    .ok()
});

fn found<'a>(pattern: &Option<Regex>, text: &'a str) -> Option<&'a str> {
    pattern.as_ref()?.find(text).map(|found| found.as_str().trim())
}

/// A “not” that takes nothing back.
static AT_LEAST: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?i)\b(?:not? (?:fewer|less)|not only)\b").ok());

/// Why the numbers of a sentence do not count, if they do not. The sentence is without its comparisons.
pub fn refusal(sentence: &str, context: &Context<'_>) -> Option<Refusal> {
    let plain = AT_LEAST.as_ref().map_or(sentence.into(), |words| words.replace_all(sentence, ""));
    let plain = LAW.as_ref().map_or(plain.clone(), |law| law.replace_all(&plain, "law").into_owned().into());
    let text: &str = &plain;
    let years: BTreeSet<u16> = YEAR
        .as_ref()
        .map(|year| year.find_iter(text).filter_map(|year| year.as_str().parse().ok()).collect())
        .unwrap_or_default();
    let ours = [context.edition - 1, context.edition];
    match (years.iter().any(|year| ours.contains(year)), years.iter().find(|year| !ours.contains(year))) {
        (true, Some(_)) => return Some(Refusal::Unclear("it speaks of several years".to_owned())),
        (false, Some(year)) => return Some(Refusal::Elsewhere(format!("it speaks of {year}"))),
        _ if years.len() > 1 => return Some(Refusal::Unclear("it speaks of two years".to_owned())),
        _ => {}
    }
    if let Some(words) = found(&OTHER_TIME, text) {
        return Some(Refusal::Elsewhere(format!("“{words}” may be another time than the reporting period")));
    }
    if let Some(words) = found(&OTHERS, text) {
        return Some(Refusal::Elsewhere(format!("“{words}” may have done it, and not the government")));
    }
    if let Some(words) = found(&OPEN, text) {
        return Some(Refusal::Unclear(format!("“{words}” leaves open what was done")));
    }
    another(text, context)
        .map(|who| Refusal::Elsewhere(format!("{who} may have done it, and not the government")))
}

/// Another country in a sentence, or authorities that cannot be told to be the country's own.
fn another(text: &str, context: &Context<'_>) -> Option<String> {
    if let Some(code) = subject(text, context.names).filter(|code| code != context.code) {
        return Some(code);
    }
    let capitals = text.char_indices().filter(|(at, c)| {
        c.is_uppercase()
            && (*at == 0 || text.get(..*at).is_some_and(|before| before.ends_with([' ', '(', '“', '-'])))
    });
    let named = capitals
        .filter_map(|(at, _)| context.names.leading(text.get(at..)?).map(|(code, _)| code.to_owned()));
    if let Some(code) = named.into_iter().find(|code| code != context.code) {
        return Some(code);
    }
    const PLAIN: [&str; 16] = [
        "The",
        "Government",
        "Local",
        "National",
        "Federal",
        "State",
        "Central",
        "Provincial",
        "Regional",
        "Municipal",
        "Criminal",
        "Labor",
        "Border",
        "Immigration",
        "Public",
        "Some",
    ];
    let adjective = ADJECTIVE.as_ref()?;
    let words = adjective.captures_iter(text).filter_map(|found| Some(found.get(1)?.as_str()));
    words.filter(|word| !PLAIN.contains(word)).find_map(|word| match context.names.adjective(word) {
        Adjective::Of(code) if code == context.code => None,
        Adjective::Of(code) => Some(code),
        // A word at the beginning of a sentence has a capital anyway.
        Adjective::Unknown if text.starts_with(word) && !is_nationality(word) => None,
        Adjective::Shared | Adjective::Unknown => Some(format!("“{word}”")),
    })
}

/// Whether a word ends as adjectives of countries do.
fn is_nationality(word: &str) -> bool {
    ["ese", "ian", "ean", "ish", "ench", "utch", "reek", "wiss", "i", "can", "ino", "oan", "gan"]
        .iter()
        .any(|ending| word.ends_with(ending))
}
