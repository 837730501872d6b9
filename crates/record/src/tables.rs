//! The files of `data/` as rows, each with its line number.

#![expect(
    missing_docs,
    reason = "data/dictionary.tsv says what each field means, and a test holds it against these rows"
)]

use std::{collections::BTreeMap, fs, path::Path};

use anyhow::{Context, Result};
use serde::{Deserialize, de::DeserializeOwned};

use crate::problem::Problems;

/// The texts of `data/`, by file name.
pub type Folder = BTreeMap<String, String>;

/// Reads every file of the folder.
///
/// # Errors
/// Where the folder or a file cannot be read.
pub fn folder(path: &Path) -> Result<Folder> {
    let entries = fs::read_dir(path).with_context(|| format!("cannot read {}", path.display()))?;
    entries
        .map(|entry| {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let text =
                fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
            Ok((name, text))
        })
        .collect()
}

/// A row and its line.
#[derive(Debug)]
pub struct Row<T> {
    /// Line in the file, from 1.
    pub line: usize,
    /// The text of the cell.
    pub value: T,
}

/// `tiers.tsv`.
#[derive(Debug, Deserialize)]
pub struct TierRow {
    pub iso3: String,
    pub year: u16,
    pub tier: String,
    pub sources: String,
    pub confidence: String,
}

/// `entities.tsv`.
#[derive(Debug, Deserialize)]
pub struct EntityRow {
    pub iso3: String,
    pub iso2: String,
    /// Three digits, or nothing.
    pub numeric: String,
    pub name: String,
    pub report_name: String,
    pub region: String,
    pub note: String,
}

/// `editions.tsv`.
#[derive(Debug, Deserialize)]
pub struct EditionRow {
    pub edition: u16,
    pub released: String,
    pub released_sourced: YesNo,
    pub period_from: String,
    pub period_to: String,
    pub published_tier1: Option<u16>,
    pub published_tier2: Option<u16>,
    pub published_watchlist: Option<u16>,
    pub published_tier3: Option<u16>,
    pub published_special: Option<u16>,
    pub published_total: Option<u16>,
    pub published_sourced: YesNo,
    pub note: String,
    pub url: String,
}

impl EditionRow {
    /// Published counts in the order of `tip::Tier::ALL`.
    pub fn published(&self) -> [Option<u16>; 5] {
        [
            self.published_tier1,
            self.published_tier2,
            self.published_watchlist,
            self.published_tier3,
            self.published_special,
        ]
    }
}

/// `yes` or `no`.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum YesNo {
    Yes,
    No,
}

/// `sources.tsv`.
#[derive(Debug, Deserialize)]
pub struct SourceRow {
    pub id: String,
    pub kind: String,
    pub title: String,
    pub publisher: String,
    pub url: String,
    pub covers: String,
}

/// `aliases.tsv`.
#[derive(Debug, Deserialize)]
pub struct AliasRow {
    pub iso3: String,
    /// `en`, `es`, `fr` or `ko`.
    pub lang: String,
    pub alias: String,
}

/// `cldr_names.tsv`.
#[derive(Debug, Deserialize)]
pub struct CldrNameRow {
    pub iso3: String,
    pub lang: String,
    pub name: String,
}

/// `conflicts.tsv`.
#[derive(Debug, Deserialize)]
pub struct ConflictRow {
    pub cell: String,
    pub says: String,
    pub used: String,
    pub why: String,
}

/// `left_out.tsv`.
#[derive(Debug, Deserialize)]
pub struct LeftOutRow {
    pub what: String,
    pub why: String,
}

/// `explained.tsv`: a count that differs from the published one, and why. `tier` is a tier's code or
/// `all`.
#[derive(Debug, Deserialize)]
pub struct ExplainedRow {
    pub edition: u16,
    pub tier: String,
    pub here: u16,
    pub published: u16,
    pub why: String,
}

/// `shapes.tsv`: features of the map source that are drawn with another one (`-`: not at all).
#[derive(Debug, Deserialize)]
pub struct ShapeRow {
    pub feature: String,
    pub drawn_with: String,
    pub why: String,
}

/// `markers.tsv`: places without a shape of today.
#[derive(Debug, Deserialize)]
pub struct MarkerRow {
    pub iso3: String,
    pub lon: f64,
    pub lat: f64,
    pub why: String,
}

/// `findings.jsonl`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FindingRow {
    pub iso3: String,
    pub edition: u16,
    pub tier: String,
    pub trend: Option<String>,
    pub note: Option<String>,
    pub determination: String,
    pub waiver: bool,
    pub summary: String,
    pub progress: Vec<String>,
    pub gaps: Vec<String>,
    pub figures: BTreeMap<String, u32>,
    pub source: String,
    pub url: Option<String>,
}

/// `figures.tsv`.
#[derive(Debug, Deserialize)]
pub struct FigureRow {
    pub iso3: String,
    pub edition: u16,
    pub figure: String,
    pub value: u32,
    pub qualifier: String,
    pub words: String,
    pub source: String,
}

/// `excerpts.jsonl`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExcerptRow {
    pub iso3: String,
    pub edition: u16,
    pub order: u32,
    pub text: String,
    pub about: String,
    #[serde(default)]
    pub source: String,
}

/// `determinations.tsv`.
#[derive(Debug, Deserialize)]
pub struct DeterminationRow {
    pub edition: u16,
    pub iso3: String,
    pub outcome: String,
    pub detail: String,
    pub determination: String,
    pub url: String,
    pub read: String,
}

/// `watchlist_waivers.tsv`.
#[derive(Debug, Deserialize)]
pub struct WaiverRow {
    pub edition: u16,
    pub iso3: String,
    pub url: String,
}

/// `listings.tsv`.
#[derive(Debug, Deserialize)]
pub struct ListingRow {
    pub edition: u16,
    pub list: String,
    pub iso3: String,
    pub whole: YesNo,
    pub url: String,
}

/// `dictionary.tsv`: what a field means; a row without a field is about its file.
#[derive(Debug, Deserialize)]
pub struct DictionaryRow {
    pub file: String,
    pub field: String,
    #[serde(rename = "type")]
    pub kind: String,
    pub meaning: String,
}

/// Everything in `data/`, read but not yet checked against each other.
#[derive(Debug)]
pub struct Tables {
    pub version: String,
    pub tiers: Vec<Row<TierRow>>,
    pub entities: Vec<Row<EntityRow>>,
    pub editions: Vec<Row<EditionRow>>,
    pub sources: Vec<Row<SourceRow>>,
    pub aliases: Vec<Row<AliasRow>>,
    pub cldr_names: Vec<Row<CldrNameRow>>,
    pub conflicts: Vec<Row<ConflictRow>>,
    pub left_out: Vec<Row<LeftOutRow>>,
    pub explained: Vec<Row<ExplainedRow>>,
    pub shapes: Vec<Row<ShapeRow>>,
    pub markers: Vec<Row<MarkerRow>>,
    pub findings: Vec<Row<FindingRow>>,
    pub figures: Vec<Row<FigureRow>>,
    pub excerpts: Vec<Row<ExcerptRow>>,
    pub determinations: Vec<Row<DeterminationRow>>,
    pub waivers: Vec<Row<WaiverRow>>,
    pub listings: Vec<Row<ListingRow>>,
    pub dictionary: Vec<Row<DictionaryRow>>,
}

impl Tables {
    /// Reads all tables; what cannot be read becomes a problem, and the rest goes on.
    pub fn read(folder: &Folder, problems: &mut Problems) -> Tables {
        let version = folder.get("VERSION").map(|text| text.trim().to_owned()).unwrap_or_default();
        if version.is_empty() {
            problems.add("VERSION", 0, "there is no version of the data in it");
        }
        Tables {
            version,
            tiers: tsv(folder, "tiers.tsv", problems),
            entities: tsv(folder, "entities.tsv", problems),
            editions: tsv(folder, "editions.tsv", problems),
            sources: tsv(folder, "sources.tsv", problems),
            aliases: tsv(folder, "aliases.tsv", problems),
            cldr_names: tsv(folder, "cldr_names.tsv", problems),
            conflicts: tsv(folder, "conflicts.tsv", problems),
            left_out: tsv(folder, "left_out.tsv", problems),
            explained: tsv(folder, "explained.tsv", problems),
            shapes: tsv(folder, "shapes.tsv", problems),
            markers: tsv(folder, "markers.tsv", problems),
            findings: jsonl(folder, "findings.jsonl", problems),
            figures: tsv(folder, "figures.tsv", problems),
            excerpts: jsonl(folder, "excerpts.jsonl", problems),
            determinations: tsv(folder, "determinations.tsv", problems),
            waivers: tsv(folder, "watchlist_waivers.tsv", problems),
            listings: tsv(folder, "listings.tsv", problems),
            dictionary: tsv(folder, "dictionary.tsv", problems),
        }
    }
}

fn text<'a>(folder: &'a Folder, name: &str, problems: &mut Problems) -> &'a str {
    folder.get(name).map_or_else(
        || {
            problems.add(name, 0, "the file is missing");
            ""
        },
        String::as_str,
    )
}

fn tsv<T: DeserializeOwned>(folder: &Folder, name: &str, problems: &mut Problems) -> Vec<Row<T>> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(b'\t')
        .quoting(false)
        .from_reader(text(folder, name, problems).as_bytes());
    let headers = match reader.headers() {
        Ok(headers) => headers.clone(),
        Err(error) => {
            problems.add(name, 1, error.to_string());
            return Vec::new();
        }
    };
    let mut rows = Vec::new();
    for (index, record) in reader.records().enumerate() {
        // A record is a line: nothing is quoted, so no field holds a line break.
        let line = index + 2;
        let row = record.and_then(|record| record.deserialize(Some(&headers)));
        match row {
            Ok(value) => rows.push(Row { line, value }),
            Err(error) => problems.add(name, line, plain(&error)),
        }
    }
    rows
}

/// The reason of a CSV error without the reader's own count of records and bytes.
fn plain(error: &csv::Error) -> String {
    match error.kind() {
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
            format!("{len} fields where the heading has {expected_len}")
        }
        csv::ErrorKind::Deserialize { err, .. } => match err.field() {
            Some(field) => format!("field {}: {}", field + 1, err.kind()),
            None => err.kind().to_string(),
        },
        _ => error.to_string(),
    }
}

fn jsonl<T: DeserializeOwned>(folder: &Folder, name: &str, problems: &mut Problems) -> Vec<Row<T>> {
    let mut rows = Vec::new();
    for (index, text) in text(folder, name, problems).lines().enumerate() {
        match serde_json::from_str(text) {
            Ok(value) => rows.push(Row { line: index + 1, value }),
            Err(error) => problems.add(name, index + 1, format!("{error}")),
        }
    }
    rows
}
