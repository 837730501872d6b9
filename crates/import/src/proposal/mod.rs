//! What the report's narratives would change in `data/`, for a person to read and accept.

mod assign;
mod draft;
mod review;
mod rows;

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, bail};
use record::problem::Problems;
use record::{Folder, Tables};
use similar::TextDiff;
use tip::Tier;

pub use assign::{Assigned, Found, assign};
pub use review::review;

use crate::figures::{self, Figure, figures};
use crate::names::Names;
use draft::Draft;

/// Where the narratives come from.
#[derive(Clone, Debug)]
pub struct Source {
    /// The edition.
    pub edition: u16,
    /// `primary` of files of the official site, `copy` of files from elsewhere.
    pub kind: String,
    /// Its address, where it is not the edition's official one.
    pub url: Option<String>,
    /// Countries whose placement is to be the report's where `data/` has another.
    pub replace: BTreeSet<String>,
    /// Whether the sections below the opening paragraph are excerpts too.
    pub sections: bool,
}

impl Source {
    /// Its id in `sources.tsv`. The official files and copies of them are two sources.
    pub fn id(&self) -> String {
        let kind = if self.kind == "primary" { "" } else { self.kind.as_str() };
        format!("report{}{kind}", self.edition)
    }
}

/// A placement that would be added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The country's code.
    pub code: String,
    /// The tier in the report.
    pub tier: Tier,
    /// The tier that `data/` has and that it would replace.
    pub instead_of: Option<String>,
}

/// An excerpt that would be added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quoted {
    /// The country's code.
    pub code: String,
    /// Its section.
    pub about: &'static str,
    /// File and place.
    pub place: String,
}

/// What would change, and what would not.
#[derive(Debug, Default)]
pub struct Proposal {
    /// Files with their new text.
    pub files: Folder,
    /// The narratives that were taken, by code.
    pub narratives: BTreeMap<String, Found>,
    /// Countries placed anew.
    pub placed: Vec<Placed>,
    /// Countries whose placement was known, and is now confirmed by the report.
    pub agreed: Vec<String>,
    /// Countries whose placement `data/` has otherwise: both, with their sources.
    pub contradictions: Vec<String>,
    /// Those countries.
    pub doubtful: BTreeSet<String>,
    /// What could not be read, by file and place.
    pub unread: Vec<String>,
    /// Figures by country.
    pub figures: Vec<(String, Vec<Figure>)>,
    /// The excerpts.
    pub quoted: Vec<Quoted>,
    /// Countries of the edition before that these files do not have.
    pub absent: Vec<String>,
}

/// Makes the proposal. Nothing is written.
///
/// # Errors
/// Where `data/` itself cannot be read, or has no such edition.
pub fn proposal(folder: &Folder, found: &[Found], source: &Source) -> Result<Proposal> {
    let tables = tables(folder)?;
    let edition = tables.editions.iter().map(|row| &row.value).find(|row| row.edition == source.edition);
    let edition = edition.with_context(|| {
        format!(
            "data/editions.tsv has no row for {}: add it first, with the date of release and the official address",
            source.edition
        )
    })?;
    let names = Names::new(&tables);
    let Assigned { read, unread } = assign(found, &names);
    let mut proposal = Proposal { unread, ..Proposal::default() };
    proposal.absent = absent(&tables, source.edition, &read);
    let draft = Draft::new(&tables, edition, source);
    draft.tiers(folder, &read, &mut proposal)?;
    draft.excerpts(folder, &read, &mut proposal)?;
    for (code, one) in &read {
        let context = figures::Context { edition: source.edition, code, names: &names };
        let (figures, unread) = figures(&one.narrative, &context);
        proposal.unread.extend(unread.into_iter().map(|why| format!("{}: {code}: {why}", one.file)));
        if !figures.is_empty() {
            proposal.figures.push((code.clone(), figures));
        }
    }
    draft.figures(folder, &mut proposal)?;
    proposal.narratives = read;
    Ok(proposal)
}

/// The tables of `data/`.
///
/// # Errors
/// Where one cannot be read.
pub fn tables(folder: &Folder) -> Result<Tables> {
    let mut problems = Problems::default();
    let tables = Tables::read(folder, &mut problems);
    match problems.0.first() {
        Some(problem) => bail!("data/ is not in order: {problem}"),
        None => Ok(tables),
    }
}

/// The countries of the edition before that are in none of the files.
fn absent(tables: &Tables, edition: u16, read: &BTreeMap<String, Found>) -> Vec<String> {
    let before = tables.tiers.iter().map(|row| &row.value).filter(|row| row.year + 1 == edition);
    before.filter(|row| !read.contains_key(&row.iso3)).map(|row| row.iso3.clone()).collect()
}

impl Proposal {
    /// `data/` with the proposal in it.
    pub fn accepted(&self, folder: &Folder) -> Folder {
        let mut with = folder.clone();
        with.extend(self.files.clone());
        with
    }

    /// The changes as a unified diff of `data/`.
    pub fn diff(&self, folder: &Folder) -> String {
        let empty = String::new();
        let one = |(name, new): (&String, &String)| {
            let old = folder.get(name).unwrap_or(&empty);
            let name = format!("data/{name}");
            TextDiff::from_lines(old.as_str(), new.as_str())
                .unified_diff()
                .context_radius(1)
                .header(&name, &name)
                .to_string()
        };
        self.files.iter().map(one).collect()
    }
}
