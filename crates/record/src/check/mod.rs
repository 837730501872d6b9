//! The facts held against each other. Every rule here says file, line and reason.

mod consequences;

use std::collections::{BTreeMap, BTreeSet};

use tip::{Code, Confidence, Date, Region, Tier};
use words::Lang;

use crate::problem::Problems;
use crate::tables::{Row, Tables};

/// The kinds of source, and whether the atlas links out to them.
const KINDS: [(&str, bool); 7] = [
    ("primary", true),
    ("government", true),
    ("dataset", true),
    ("copy", true),
    ("press", false),
    ("derived", false),
    ("unsourced", false),
];

/// Whether the atlas links out to sources of a kind: never to the press.
pub fn links_out(kind: &str) -> bool {
    KINDS.iter().any(|(name, links)| *name == kind && *links)
}

const DETERMINATIONS: [(&str, &[Tier]); 4] = [
    ("fully_meets", &[Tier::One]),
    ("not_fully_but_significant_efforts", &[Tier::Two, Tier::TwoWatchList]),
    ("not_fully_no_significant_efforts", &[Tier::Three]),
    ("special_case", &[Tier::SpecialCase]),
];

/// Checks all tables. `on_map` are the codes that have a shape or a marker.
pub fn check(tables: &Tables, on_map: &BTreeSet<String>, problems: &mut Problems) {
    let known = Known::new(tables);
    editions(tables, problems);
    entities(tables, on_map, problems);
    sources(tables, problems);
    tiers(tables, &known, problems);
    counts(tables, problems);
    findings(tables, &known, problems);
    figures(tables, &known, problems);
    excerpts(tables, &known, problems);
    names(tables, &known, problems);
    consequences::check(tables, &known, problems);
}

/// What other rows refer to.
struct Known<'a> {
    codes: BTreeSet<&'a str>,
    years: BTreeSet<u16>,
    sources: BTreeSet<&'a str>,
    cells: BTreeMap<(&'a str, u16), &'a str>,
}

impl<'a> Known<'a> {
    fn new(tables: &'a Tables) -> Known<'a> {
        Known {
            codes: tables.entities.iter().map(|row| row.value.iso3.as_str()).collect(),
            years: tables.editions.iter().map(|row| row.value.edition).collect(),
            sources: tables.sources.iter().map(|row| row.value.id.as_str()).collect(),
            cells: tables
                .tiers
                .iter()
                .map(|row| ((row.value.iso3.as_str(), row.value.year), row.value.tier.as_str()))
                .collect(),
        }
    }

    /// Notes a row that goes with a placement which the country does not have in that edition.
    fn placed(
        &self,
        file: &str,
        line: usize,
        (iso3, year): (&str, u16),
        tier: &str,
        what: &str,
        problems: &mut Problems,
    ) {
        let placed = self.cells.get(&(iso3, year)).copied().unwrap_or("nothing");
        if placed != tier {
            let reason = format!("{what} of {iso3} in {year} goes with tier {tier}, tiers.tsv says {placed}");
            problems.add(file, line, reason);
        }
    }

    /// The rules that every row of a country in an edition has to keep.
    fn cell(&self, file: &str, line: usize, iso3: &str, year: u16, problems: &mut Problems) {
        if !self.codes.contains(iso3) {
            problems.add(file, line, format!("unknown code {iso3}: it is not in entities.tsv"));
        }
        if !self.years.contains(&year) {
            problems.add(file, line, format!("edition {year} is out of range: it is not in editions.tsv"));
        }
    }
}

/// Notes the second of two rows with the same key.
fn once<'a, T, K: Ord>(
    file: &str,
    rows: &'a [Row<T>],
    key: impl Fn(&'a T) -> K,
    name: impl Fn(&T) -> String,
    problems: &mut Problems,
) {
    let mut first: BTreeMap<K, usize> = BTreeMap::new();
    for row in rows {
        if let Some(line) = first.get(&key(&row.value)) {
            problems.add(
                file,
                row.line,
                format!("duplicate: {} is already on line {line}", name(&row.value)),
            );
        } else {
            first.insert(key(&row.value), row.line);
        }
    }
}

fn editions(tables: &Tables, problems: &mut Problems) {
    let file = "editions.tsv";
    let mut last = 0;
    for Row { line, value } in &tables.editions {
        if value.edition <= last {
            problems.add(file, *line, format!("edition {} does not come after {last}", value.edition));
        }
        last = value.edition;
        let mut date = |name: &str, text: &str| {
            if Date::parse(text).is_none() {
                problems.add(file, *line, format!("{name} “{text}” is no date (YYYY-MM-DD)"));
            }
        };
        date("released", &value.released);
        if value.period_from.is_empty() != value.period_to.is_empty() {
            problems.add(file, *line, "a reporting period has a first and a last day");
        } else if !value.period_from.is_empty() {
            date("period_from", &value.period_from);
            date("period_to", &value.period_to);
        }
        if !value.url.starts_with("https://") {
            problems.add(file, *line, format!("the official address “{}” is not https", value.url));
        }
    }
}

fn entities(tables: &Tables, on_map: &BTreeSet<String>, problems: &mut Problems) {
    let file = "entities.tsv";
    once(file, &tables.entities, |row| row.iso3.as_str(), |row| row.iso3.clone(), problems);
    once(file, &tables.entities, |row| row.name.as_str(), |row| row.name.clone(), problems);
    for Row { line, value } in &tables.entities {
        if Code::parse(&value.iso3).map(|code| code.to_string()).as_deref() != Some(value.iso3.as_str()) {
            problems.add(file, *line, format!("“{}” is not three capital letters", value.iso3));
        }
        if Region::from_name(&value.region).is_none() {
            problems.add(file, *line, format!("unknown region “{}”", value.region));
        }
        if value.name.trim().is_empty() {
            problems.add(file, *line, format!("{} has no name", value.iso3));
        }
        if !on_map.contains(&value.iso3) {
            problems.add(
                file,
                *line,
                format!("{} has no shape on the map and no row in markers.tsv", value.iso3),
            );
        }
    }
}

fn sources(tables: &Tables, problems: &mut Problems) {
    let file = "sources.tsv";
    once(file, &tables.sources, |row| row.id.as_str(), |row| row.id.clone(), problems);
    for Row { line, value } in &tables.sources {
        if KINDS.iter().all(|(kind, _)| *kind != value.kind) {
            problems.add(file, *line, format!("unknown kind of source “{}”", value.kind));
        }
        if value.url != "-" && !value.url.starts_with("http://") && !value.url.starts_with("https://") {
            problems.add(file, *line, format!("“{}” is no address; write - for none", value.url));
        }
    }
}

fn tiers(tables: &Tables, known: &Known, problems: &mut Problems) {
    let file = "tiers.tsv";
    let cell = |row: &crate::tables::TierRow| format!("{} {}", row.iso3, row.year);
    once(file, &tables.tiers, |row| (row.iso3.as_str(), row.year), cell, problems);
    for Row { line, value } in &tables.tiers {
        known.cell(file, *line, &value.iso3, value.year, problems);
        match Tier::from_code(&value.tier).filter(|tier| tier.code() == value.tier) {
            None => problems.add(file, *line, format!("unknown tier “{}”: 1, 2, 2W, 3 or SC", value.tier)),
            Some(Tier::TwoWatchList) if value.year < Tier::WATCH_LIST_SINCE => {
                let since = Tier::WATCH_LIST_SINCE;
                problems.add(
                    file,
                    *line,
                    format!("there is no Watch List before {since}, this is {}", value.year),
                );
            }
            Some(_) => {}
        }
        if Confidence::from_name(&value.confidence).is_none() {
            problems.add(file, *line, format!("unknown confidence “{}”", value.confidence));
        }
        let by = tables.sources.iter().map(|row| &row.value).find(|row| row.id == value.sources);
        if value.confidence == Confidence::Confirmed.name() && by.is_some_and(|row| row.kind != "primary") {
            problems.add(
                file,
                *line,
                format!(
                    "confirmed by {} alone, which is no official list: single, or a second source",
                    value.sources
                ),
            );
        }
        for source in value.sources.split(',') {
            if !known.sources.contains(source) {
                problems.add(file, *line, format!("unknown source “{source}”: it is not in sources.tsv"));
            }
        }
    }
}

/// How many rows an edition has on a tier (`None`: on all).
pub fn recorded(tables: &Tables, year: u16, tier: Option<Tier>) -> u16 {
    let rows = tables.tiers.iter().filter(|row| row.value.year == year);
    let rows = rows.filter(|row| tier.is_none_or(|tier| row.value.tier == tier.code()));
    u16::try_from(rows.count()).unwrap_or(u16::MAX)
}

/// Counts differ from the published ones only where `explained.tsv` says why, with the same figures.
fn counts(tables: &Tables, problems: &mut Problems) {
    let file = "editions.tsv";
    let mut used = BTreeSet::new();
    for Row { line, value } in &tables.editions {
        let each = Tier::ALL.into_iter().map(Some).zip(value.published());
        for (tier, published) in each.chain([(None, value.published_total)]) {
            let here = recorded(tables, value.edition, tier);
            let Some(published) = published.filter(|published| *published != here) else { continue };
            let name = tier.map_or("all", Tier::code);
            let explained = tables.explained.iter().find(|row| {
                let row = &row.value;
                (row.edition, row.tier.as_str(), row.here, row.published)
                    == (value.edition, name, here, published)
            });
            match explained {
                Some(row) => {
                    used.insert(row.line);
                }
                None => problems.add(
                    file,
                    *line,
                    format!(
                        "edition {}, tier {name}: {here} rows in tiers.tsv, {published} published, and explained.tsv does not say why",
                        value.edition
                    ),
                ),
            }
        }
    }
    for Row { line, value } in &tables.explained {
        if !used.contains(line) {
            problems.add(
                "explained.tsv",
                *line,
                format!(
                    "explains a difference that there is not: edition {}, tier {}",
                    value.edition, value.tier
                ),
            );
        }
    }
}

fn findings(tables: &Tables, known: &Known, problems: &mut Problems) {
    let file = "findings.jsonl";
    let key = |row: &crate::tables::FindingRow| format!("{} {}", row.iso3, row.edition);
    once(file, &tables.findings, |row| (row.iso3.as_str(), row.edition), key, problems);
    for Row { line, value } in &tables.findings {
        known.cell(file, *line, &value.iso3, value.edition, problems);
        let placed = known.cells.get(&(value.iso3.as_str(), value.edition));
        if placed.is_none_or(|tier| *tier != value.tier) {
            let placed = placed.copied().unwrap_or("nothing");
            problems.add(file, *line, format!("says tier {}, tiers.tsv says {placed}", value.tier));
        }
        match DETERMINATIONS.iter().find(|(name, _)| *name == value.determination) {
            None => problems.add(file, *line, format!("unknown determination “{}”", value.determination)),
            Some((name, tiers)) if tiers.iter().all(|tier| tier.code() != value.tier) => {
                problems.add(file, *line, format!("{name} does not go with tier {}", value.tier));
            }
            Some(_) => {}
        }
        if let Some(trend) = &value.trend
            && !["remained", "upgraded", "downgraded"].contains(&trend.as_str())
        {
            problems.add(file, *line, format!("unknown trend “{trend}”"));
        }
        if value.summary.trim().is_empty() {
            problems.add(file, *line, "there is no summary");
        }
        match (value.source.as_str(), &value.url) {
            ("report", Some(_)) | ("press", None) => {}
            ("report", None) => {
                problems.add(file, *line, "read in the report, but without the address of the copy")
            }
            ("press", Some(_)) => problems.add(file, *line, "the atlas does not link to the press"),
            (other, _) => problems.add(file, *line, format!("unknown source “{other}”: report or press")),
        }
    }
}

/// The figures that the report gives of a country, by their names in `data/`.
pub const FIGURES: [&str; 5] =
    ["investigations", "prosecutions", "convictions", "victims_identified", "victims_assisted"];

fn figures(tables: &Tables, known: &Known, problems: &mut Problems) {
    let file = "figures.tsv";
    let key = |row: &crate::tables::FigureRow| format!("{} {} {}", row.iso3, row.edition, row.figure);
    once(file, &tables.figures, |row| (row.iso3.as_str(), row.edition, row.figure.as_str()), key, problems);
    for Row { line, value } in &tables.figures {
        known.cell(file, *line, &value.iso3, value.edition, problems);
        if !FIGURES.contains(&value.figure.as_str()) {
            let all = FIGURES.join(", ");
            problems.add(file, *line, format!("unknown figure “{}”: one of {all}", value.figure));
        }
        if !value.qualifier.is_empty() && !tip::file::QUALIFIERS.contains(&value.qualifier.as_str()) {
            let all = tip::file::QUALIFIERS.join(", ");
            problems.add(
                file,
                *line,
                format!("unknown qualifier “{}”: one of {all}, or nothing", value.qualifier),
            );
        }
        if value.words.trim().is_empty() {
            problems.add(file, *line, "a figure without the words it was read from");
        }
        if !known.sources.contains(value.source.as_str()) {
            problems.add(file, *line, format!("unknown source “{}”: it is not in sources.tsv", value.source));
        }
        let told = tables
            .findings
            .iter()
            .map(|row| &row.value)
            .find(|finding| finding.iso3 == value.iso3 && finding.edition == value.edition);
        if let Some(told) = told.and_then(|finding| finding.figures.get(&value.figure))
            && *told != value.value
        {
            problems.add(
                file,
                *line,
                format!("{} are {} here and {told} in findings.jsonl", value.figure, value.value),
            );
        }
    }
}

fn excerpts(tables: &Tables, known: &Known, problems: &mut Problems) {
    let file = "excerpts.jsonl";
    let key = |row: &crate::tables::ExcerptRow| format!("{} {} {}", row.iso3, row.edition, row.order);
    once(file, &tables.excerpts, |row| (row.iso3.as_str(), row.edition, row.order), key, problems);
    for Row { line, value } in &tables.excerpts {
        known.cell(file, *line, &value.iso3, value.edition, problems);
        if value.source.trim().is_empty() {
            problems.add(file, *line, "an excerpt without a source");
        }
        if value.text.trim().is_empty() {
            problems.add(file, *line, "an excerpt without words");
        }
        if !tip::Excerpt::ABOUT.contains(&value.about.as_str()) {
            let all = tip::Excerpt::ABOUT.join(", ");
            problems.add(file, *line, format!("unknown about “{}”: one of {all}", value.about));
        }
    }
}

/// Aliases and markers name countries that there are.
fn names(tables: &Tables, known: &Known, problems: &mut Problems) {
    let key = |row: &crate::tables::AliasRow| format!("{} {}", row.iso3, row.alias);
    let same = |row: &'_ crate::tables::AliasRow| (row.iso3.clone(), row.lang.clone(), row.alias.clone());
    once("aliases.tsv", &tables.aliases, same, key, problems);
    let key = |row: &crate::tables::CldrNameRow| format!("{} {} {}", row.iso3, row.lang, row.name);
    let same = |row: &'_ crate::tables::CldrNameRow| (row.iso3.clone(), row.lang.clone(), row.name.clone());
    once("cldr_names.tsv", &tables.cldr_names, same, key, problems);
    let langs = tables.aliases.iter().map(|row| ("aliases.tsv", row.line, row.value.lang.as_str()));
    let of_cldr = tables.cldr_names.iter().map(|row| ("cldr_names.tsv", row.line, row.value.lang.as_str()));
    for (file, line, lang) in langs.chain(of_cldr) {
        if Lang::ALL.iter().all(|known| known.tag() != lang) {
            problems.add(file, line, format!("unknown language {lang}: it is none of en, es, fr, ko"));
        }
    }
    for row in &tables.entities {
        let numeric = &row.value.numeric;
        let digits = numeric.len() == 3 && numeric.bytes().all(|byte| byte.is_ascii_digit());
        if !numeric.is_empty() && !digits {
            problems.add("entities.tsv", row.line, format!("{numeric} is no numeric code of three digits"));
        }
    }
    let aliases = tables.aliases.iter().map(|row| ("aliases.tsv", row.line, row.value.iso3.as_str()));
    let cldr = tables.cldr_names.iter().map(|row| ("cldr_names.tsv", row.line, row.value.iso3.as_str()));
    let aliases = aliases.chain(cldr);
    let markers = tables.markers.iter().map(|row| ("markers.tsv", row.line, row.value.iso3.as_str()));
    for (file, line, iso3) in aliases.chain(markers) {
        if !known.codes.contains(iso3) {
            problems.add(file, line, format!("unknown code {iso3}: it is not in entities.tsv"));
        }
    }
}
