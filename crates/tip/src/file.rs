//! The shape of the files in `assets/data/`: written by `cargo xtask data`, read by the app. One
//! definition serves both, so that they cannot drift apart.
//!
//! These are plain rows; [`crate::Atlas`], [`crate::Dossier`] and [`crate::Record`] check them and give
//! them meaning.

use crate::json::{FromJson, Value, field};
use crate::row;

/// The schema that this build writes and reads. Raised when an older reader would misread a file.
pub const SCHEMA: u32 = 1;

row! {
    /// `atlas.json`: everything the first view needs.
    pub struct AtlasFile {
        /// [`SCHEMA`] when it was written.
        pub schema: u32,
        /// The version of the data, as in `data/VERSION`.
        pub version: String,
        /// Region names; [`CountryRow::region`] counts into them.
        pub regions: Vec<String>,
        /// The editions, oldest first.
        pub editions: Vec<EditionRow>,
        /// Countries and territories, by name.
        pub countries: Vec<CountryRow>,
    }
}

row! {
    /// One edition.
    pub struct EditionRow {
        /// Its year.
        pub year: u16,
        /// Its release, `YYYY-MM-DD`.
        pub released: String,
        /// Whether a source was retrieved for that date.
        #[serde(skip_serializing_if = "is_false")]
        pub date_sourced: bool,
        /// First and last day of its reporting period, where known.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub period: Option<(String, String)>,
        /// How many countries and territories it is published to have placed.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub published: Option<u16>,
        /// Whether the record holds all of them, by a figure that was retrieved.
        #[serde(skip_serializing_if = "is_false")]
        pub whole: bool,
        /// A remark, or nothing.
        #[serde(skip_serializing_if = "String::is_empty")]
        pub note: String,
        /// The official address.
        pub url: String,
    }
}

row! {
    /// One country or territory, with its whole history.
    pub struct CountryRow {
        /// ISO 3166-1 alpha-3, or XKX.
        pub iso3: String,
        /// ISO 3166-1 alpha-2, or XK.
        pub iso2: String,
        /// Its everyday name.
        pub name: String,
        /// Its name in the report, where that differs.
        #[serde(skip_serializing_if = "String::is_empty")]
        pub report_name: String,
        /// Index into [`AtlasFile::regions`].
        pub region: usize,
        /// One character an edition, oldest first: [`crate::Tier::packed`], or `.` for no placement.
        pub placements: String,
        /// How far each placement was checked, one character an edition: [`crate::Confidence::packed`], or `.`.
        #[serde(skip_serializing_if = "String::is_empty")]
        pub checked: String,
        /// A remark, or nothing.
        #[serde(skip_serializing_if = "String::is_empty")]
        pub note: String,
    }
}

row! {
    /// `names.json`: what countries are found by, besides the names in the atlas.
    pub struct NamesFile {
        /// [`SCHEMA`] when it was written.
        pub schema: u32,
        /// The countries.
        pub countries: Vec<NamesRow>,
    }
}

row! {
    /// The names of a country in several languages.
    pub struct NamesRow {
        /// The country.
        pub iso3: String,
        /// ISO 3166-1 numeric, or nothing.
        #[serde(skip_serializing_if = "String::is_empty")]
        pub numeric: String,
        /// Each name, and the name folded ([`crate::search::fold`]); nothing where lower case and `fold` are enough.
        pub names: Vec<(String, String)>,
    }
}

row! {
    /// `country/KOR.json`: what only a country's own page needs.
    pub struct CountryFile {
        /// [`SCHEMA`] when it was written.
        pub schema: u32,
        /// The country.
        pub iso3: String,
        /// Its other names in English.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub also_named: Vec<String>,
        /// The sources that this file refers to by index.
        pub sources: Vec<SourceRow>,
        /// Where each placement comes from, oldest first.
        pub placements: Vec<ProvenanceRow>,
        /// Summaries of what editions say, newest first.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub findings: Vec<FindingRow>,
        /// Figures with the words they were read from, newest edition first.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub figures: Vec<FigureRow>,
        /// Quotations, newest edition first, in their order.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub excerpts: Vec<ExcerptRow>,
        /// What followed from its placements.
        #[serde(skip_serializing_if = "ConsequencesRow::is_empty")]
        pub consequences: ConsequencesRow,
    }
}

row! {
    /// `consequences.json`: what followed from placements, of all countries.
    pub struct ConsequencesFile {
        /// [`SCHEMA`] when it was written.
        pub schema: u32,
        /// As in [`ConsequencesRow`].
        pub documents: Vec<DocumentRow>,
        /// As there.
        pub determinations: Vec<DeterminationRow>,
        /// As there.
        pub waivers: Vec<WaiverRow>,
        /// As there.
        pub listings: Vec<ListingRow>,
    }
}

/// What followed from placements, oldest edition first.
#[derive(Clone, Debug, Default, serde::Serialize)]
pub struct ConsequencesRow {
    /// Where the rows below were read; they refer to these by index.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<DocumentRow>,
    /// What the President determined for countries on Tier 3.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub determinations: Vec<DeterminationRow>,
    /// Waivers of the automatic downgrade from the Watch List.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub waivers: Vec<WaiverRow>,
    /// Governments on one of the report's two lists.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub listings: Vec<ListingRow>,
    /// Of one country: the lists that had it in some edition, with the editions whose list is not in the record whole.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub not_whole: Vec<(String, u16)>,
}

impl ConsequencesRow {
    /// Whether nothing is known to have followed.
    pub fn is_empty(&self) -> bool {
        self.determinations.is_empty() && self.waivers.is_empty() && self.listings.is_empty()
    }
}

impl FromJson for ConsequencesRow {
    fn from_json(value: &Value) -> Result<ConsequencesRow, String> {
        Ok(ConsequencesRow {
            documents: field(value, "documents")?,
            determinations: field(value, "determinations")?,
            waivers: field(value, "waivers")?,
            listings: field(value, "listings")?,
            not_whole: field(value, "not_whole")?,
        })
    }

    fn left_out() -> Option<ConsequencesRow> {
        Some(ConsequencesRow::default())
    }
}

row! {
    /// Where something was read.
    #[derive(PartialEq)]
    pub struct DocumentRow {
        /// The host: `state.gov`.
        pub host: String,
        /// Its address, only where the atlas links out.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub url: Option<String>,
    }
}

row! {
    /// What the President determined for a country.
    pub struct DeterminationRow {
        /// The country.
        pub iso3: String,
        /// The edition that placed it on Tier 3.
        pub edition: u16,
        /// [`crate::Outcome::name`].
        pub outcome: String,
        /// What was restricted or allowed.
        #[serde(skip_serializing_if = "String::is_empty")]
        pub detail: String,
        /// Number and date: `No. 2024-14, 30 September 2024`.
        pub determination: String,
        /// How it was read: `full`, `list`, `opening`, `summary` or `press`.
        pub read: String,
        /// Index into [`ConsequencesRow::documents`].
        pub document: usize,
    }
}

row! {
    /// A waiver of the automatic downgrade.
    pub struct WaiverRow {
        /// The country.
        pub iso3: String,
        /// The edition that left it on the Watch List.
        pub edition: u16,
        /// Index into [`ConsequencesRow::documents`]; none where a finding of that edition says it.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub document: Option<usize>,
    }
}

row! {
    /// A government on a list.
    pub struct ListingRow {
        /// The country.
        pub iso3: String,
        /// The edition.
        pub edition: u16,
        /// [`crate::List::name`].
        pub list: String,
        /// Whether the whole list of that edition was read.
        #[serde(skip_serializing_if = "is_false")]
        pub whole: bool,
        /// Index into [`ConsequencesRow::documents`].
        pub document: usize,
    }
}

row! {
    /// A source of placements.
    pub struct SourceRow {
        /// `primary`, `government`, `dataset`, `copy`, `press`, `derived` or `unsourced`.
        pub kind: String,
        /// What it is.
        pub title: String,
        /// Who published it.
        pub publisher: String,
        /// Its address, only where the atlas links out (never for the press).
        #[serde(skip_serializing_if = "Option::is_none")]
        pub url: Option<String>,
    }
}

row! {
    /// Where one placement comes from.
    pub struct ProvenanceRow {
        /// The edition.
        pub year: u16,
        /// `confirmed`, `single` or `unsourced`.
        pub confidence: String,
        /// Indices into [`CountryFile::sources`].
        pub sources: Vec<usize>,
    }
}

row! {
    /// What an edition says of a country, in the atlas's own words.
    pub struct FindingRow {
        /// The edition.
        pub edition: u16,
        /// `fully_meets`, `not_fully_but_significant_efforts`, `not_fully_no_significant_efforts` or
        /// `special_case`.
        pub determination: String,
        /// Whether a downgrade was waived.
        #[serde(skip_serializing_if = "is_false")]
        pub waiver: bool,
        /// A remark on the placement, or nothing.
        #[serde(skip_serializing_if = "String::is_empty")]
        pub note: String,
        /// The finding in a sentence.
        pub summary: String,
        /// What went forward.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub progress: Vec<String>,
        /// What was missing.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub gaps: Vec<String>,
        /// Figures by name, such as `convictions`.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub figures: Vec<(String, u32)>,
        /// `report` (read in a copy of the narrative) or `press` (an account of it).
        pub source: String,
        /// Where it was read, for `report` only.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub url: Option<String>,
    }
}

/// What the report says before a number that is not exact.
pub const QUALIFIERS: [&str; 3] = ["at least", "more than", "nearly"];

row! {
    /// A figure of the report.
    pub struct FigureRow {
        /// The edition.
        pub edition: u16,
        /// Its name, such as `convictions`.
        pub name: String,
        /// The number.
        pub value: u32,
        /// How the report means the number: one of [`QUALIFIERS`], or nothing.
        pub qualifier: String,
        /// The sentence that it was read from.
        pub words: String,
    }
}

row! {
    /// The report's own words.
    pub struct ExcerptRow {
        /// The edition.
        pub edition: u16,
        /// The words.
        pub text: String,
        /// Their subject or section: one of [`crate::Excerpt::ABOUT`].
        pub about: String,
        /// Where they come from.
        pub source: String,
    }
}

row! {
    /// `record.json`: how the record was compiled, as the tables of the about page.
    pub struct RecordFile {
        /// [`SCHEMA`] when it was written.
        pub schema: u32,
        /// The tables, in their order on the page.
        pub tables: Vec<TableRow>,
    }
}

row! {
    /// A table, or a list where it has no columns.
    pub struct TableRow {
        /// Its place in the address: `/about#coverage`.
        pub id: String,
        /// Its heading.
        pub heading: String,
        /// What is to be said before it.
        pub note: String,
        /// What it is behind, if it is not to be seen at once: `All 319 sources`.
        #[serde(skip_serializing_if = "String::is_empty")]
        pub summary: String,
        /// The headings of its columns.
        pub columns: Vec<String>,
        /// Its rows: a cell a column. The first cell names the row.
        pub rows: Vec<Vec<CellRow>>,
    }
}

/// A cell of a table: a text, or a text and the address that it links to.
#[derive(Clone, Debug, serde::Serialize)]
#[serde(untagged)]
pub enum CellRow {
    /// A text.
    Text(String),
    /// A text and an address.
    Link(String, String),
}

impl FromJson for CellRow {
    fn from_json(value: &Value) -> Result<CellRow, String> {
        match value.as_str() {
            Some(text) => Ok(CellRow::Text(text.to_owned())),
            None => <(String, String)>::from_json(value).map(|(text, url)| CellRow::Link(text, url)),
        }
    }
}

row! {
    /// `reasons/2024.json`: why countries moved in an edition.
    pub struct ReasonsFile {
        /// [`SCHEMA`] when it was written.
        pub schema: u32,
        /// The edition.
        pub edition: u16,
        /// Countries whose placement differs from the edition before, each with the summary of its finding, by code.
        pub reasons: Vec<(String, String)>,
    }
}

row! {
    /// `sources.json`: which sources each placement is from.
    pub struct SourcesFile {
        /// [`SCHEMA`] when it was written.
        pub schema: u32,
        /// What sources are called, with who published them.
        pub names: Vec<String>,
        /// Sets of sources of one placement, by their numbers, those closest to the report first.
        pub sets: Vec<Vec<usize>>,
        /// Countries, each with the number of a set an edition, oldest first; where there is no placement, the number
        /// after the last set.
        pub cells: Vec<(String, Vec<usize>)>,
    }
}

row! {
    /// `search/index.json`: which passages there are to be searched, and where the rest of the index is.
    pub struct SearchFile {
        /// [`SCHEMA`] when it was written.
        pub schema: u32,
        /// Country and edition (`KOR 2024`), newest edition first, with the length of each of its passages in words.
        /// Passages are numbered through in this order.
        pub cells: Vec<(String, Vec<u32>)>,
        /// The first key of `terms-0.json`, `terms-1.json` and so on, in the order of their bytes.
        pub shards: Vec<String>,
        /// The number of the first passage of `texts-0.json`, `texts-1.json` and so on.
        pub texts: Vec<usize>,
    }
}

row! {
    /// `search/terms-0.json`: the positions of words.
    pub struct TermsFile {
        /// [`SCHEMA`] when it was written.
        pub schema: u32,
        /// Keys ([`crate::passages::keys_of`]) in the order of their bytes, each with its places packed into numbers: how
        /// much further the next passage is (the first from 0), how often the word stands there, and as many positions,
        /// each from the one before (the first from 0).
        pub terms: Vec<(String, Vec<u32>)>,
    }
}

row! {
    /// `search/texts-0.json`: what passages say.
    pub struct TextsFile {
        /// [`SCHEMA`] when it was written.
        pub schema: u32,
        /// Passages: the parts of each with their kinds (`found`, `progress`, `gaps`, `noted`, `determined`, or what an excerpt is about).
        pub passages: Vec<Vec<(String, String)>>,
    }
}

crate::row! {
    /// `words/ko.json`: the words of the interface in a language.
    pub struct WordsFile {
        /// The schema.
        pub schema: u32,
        /// The language's tag.
        pub lang: String,
        /// Which messages it is of ([`words::fingerprint`]): the numbers of another build's would be others.
        pub of: u32,
        /// The messages by their numbers.
        pub words: Vec<String>,
    }
}

fn is_false(value: &bool) -> bool {
    !*value
}
