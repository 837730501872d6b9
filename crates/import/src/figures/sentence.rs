//! Whether what a sentence counts is the government's and of the reporting period.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use regex::Regex;

use super::words::is_number;
use crate::names::{Adjective, Names};
use crate::narrative::subject;
use crate::text::pattern;

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
        let number = first.starts_with(|c: char| c.is_ascii_digit()) || is_number(&first);
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
static LAW: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?ix) \b (?: the | its | a ) \s (?:19|20)\d\d \s (?: (?: anti | human | trafficking | labor | child | penal | criminal | national | action ) [\w-]* \s ){0,4}
        (?: law | act | code | decree | ordinance | statute | protocol | convention | plan | amendment )s? \b
        | \b (?: law | act | code | decree | ordinance | statute | protocol | convention )s? \s (?: no\.? \s? [\w/-]+ \s )? of \s (?:19|20)\d\d \b",
    )
});

static YEAR: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b(?:19|20)\d\d\b"));

/// Words of another time, or of a longer or shorter one than the reporting period.
static OTHER_TIME: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?ix)\b(?: previous | previously | prior | preceding | last\ year | year\ before | earlier\ years? | since | cumulative | cumulatively
        | to\ date | so\ far | as\ of | by\ the\ end\ of | (?: past | last ) \s \w+ \s (?: year | month | decade | edition | report )s?
        | (?: past | last ) \s (?: decade | years )
        | over\ the\ years | each\ year | every\ year | per\ year | annually | yearly | on\ average | an\ average | historically
        | quarters? | half\ of | first\ half | second\ half | months? | weeks? | decades? | [\w]+-year | recent | recently | fy\s?\d+ | earlier | ago | one\ case | these\ cases | of\ these | of\ those | ongoing | pending | remained\ open | continu(?:ed|ing) | carried\ over | initiated\ in\ (?:19|20)\d\d
        | january | february | march | april | june | july | august | september | october | november | december | in\ may | of\ may )\b",
    )
});

/// Words for others than the government.
static OTHERS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?ix)\b(?: ngos? | ngo-[\w-]+ | non-?governmental | civil\ society | international\ organi[sz]ations? | iom | unhcr | unicef | unodc | ilo
        | interpol | europol | embass(?:y|ies) | consulates? | foreign\ (?: governments? | authorit\w+ | officials | police | counterparts | courts?
        | law ) | another\ (?: country | government | state ) | other\ (?: countries | governments | states ) | media | press | journalists? | observers?
        | experts | churche?s? | activists | advocates | charit(?:y|ies) | unions? | private | company | companies | neighboring | abroad | overseas
        | researchers | academics )\b",
    )
});

/// Words that deny what is counted, or leave it open.
static OPEN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?ix)\b(?: not | never | without | neither | nor | none | nobody | failed | fails | unable | declined | refused | cannot | lacked | \w+n[’']t
        | whether | would | could | may | might | should | plans? | planned | intends? | intended | expects? | expected | aims? | if | unless
        | smuggl\w+ | prostitution | non-trafficking | pornography | pimping | procuring | unrelated | kidnapping | rape | between | potential | possible | possibly
        | found\ no | rather | instead | former | allegedly | reportedly | unconfirmed | unclear | unknown | estimated | estimates | acquitted | dismissed | dropped | closed | overturned
        | upheld | suspended | appealed | reopened | withdrew | misidentified | wrongly | proposed )\b",
    )
});

/// What a sentence begins with where the government is its subject: “In 2025, the national police also reported …”.
static SUBJECT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?x)^ (?: (?: In | During ) \s (?: 20\d\d | the\ reporting\ period | the\ year ) , \s )? (?: [Tt]he \s | Its \s )?
        (?: [a-z-]+ \s | (?: National | Local | Federal | State | Provincial | Public ) \s | (?<of> [A-Z][a-zéè]+ ) \s )?
        (?: [Gg]overnment | [Aa]uthorities | [Pp]olice | [Cc]ourts? | [Pp]rosecutors? | [Oo]fficials? | [Jj]udges? | [Jj]udiciary
            | [Ll]aw\ enforcement (?: \s (?: officials | authorities | agencies ) )? ) \s
        (?: also \s )? (?: reported \s )? (?: also \s )?
        (?<verb> [a-z-]+ )",
    )
});

/// The first verb of a sentence whose subject is the country's own government; `None` where it is somebody else, or cannot be told.
pub fn governments_verb<'a>(sentence: &'a str, context: &Context<'_>) -> Option<&'a str> {
    let found = SUBJECT.captures(sentence)?;
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
static ADJECTIVE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b([A-Z][a-zé]+) (?:[a-z]+ )?(?:government|authorities|authority|police|courts?|officials?|prosecutors?|law enforcement|ministry|officers|judges?|border)\b",
    )
});

fn found<'a>(pattern: &Regex, text: &'a str) -> Option<&'a str> {
    pattern.find(text).map(|found| found.as_str().trim())
}

/// Words with “not” that deny nothing.
static AT_LEAST: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)\b(?:not? (?:fewer|less)|not only)\b"));

/// Why the numbers of a sentence do not count, if they do not. The sentence is without its comparisons.
pub fn refusal(sentence: &str, context: &Context<'_>) -> Option<Refusal> {
    let text = AT_LEAST.replace_all(sentence, "");
    let text = LAW.replace_all(&text, "law");
    let text: &str = &text;
    let years: BTreeSet<u16> = YEAR.find_iter(text).filter_map(|year| year.as_str().parse().ok()).collect();
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

/// Returns another country that a sentence names, or authorities that may not be the country's own.
fn another(text: &str, context: &Context<'_>) -> Option<String> {
    if let Some(code) = subject(text, context.names).filter(|code| code != context.code) {
        return Some(code);
    }
    if let Some(code) = context.names.within(text).into_iter().find(|code| *code != context.code) {
        return Some(code.to_owned());
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
    // The first word has a capital anyway; whose authorities begin the sentence, `governments_verb` tells.
    let words =
        ADJECTIVE.captures_iter(text).filter_map(|found| found.get(1)).filter(|word| word.start() > 0);
    let words = words.map(|word| word.as_str()).filter(|word| !PLAIN.contains(word));
    words.into_iter().find_map(|word| match context.names.adjective(word) {
        Adjective::Of(code) => (code != context.code).then_some(code),
        Adjective::Shared | Adjective::Unknown => Some(format!("“{word}”")),
    })
}
