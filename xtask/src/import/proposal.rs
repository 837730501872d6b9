//! What the report's narratives would change in `data/`, for a person to read and accept.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, bail};
use similar::TextDiff;
use tip::Tier;

use super::draft::Draft;
use super::figures::{Figure, figures};
use super::names::Names;
use super::narrative::Narrative;
use crate::data::problem::Problems;
use crate::data::{Folder, Tables};

/// A narrative, and where it was read.
#[derive(Clone, Debug)]
pub struct Found {
    /// The file's name.
    pub file: String,
    /// The editions that the file names.
    pub editions: BTreeSet<u16>,
    /// What was read.
    pub narrative: Narrative,
}

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

/// What would change, and what would not.
#[derive(Debug, Default)]
pub struct Proposal {
    /// Files with their new text.
    pub files: BTreeMap<String, String>,
    /// Countries placed anew.
    pub placed: Vec<String>,
    /// Countries whose placement was known, and is now confirmed by the report.
    pub agreed: Vec<String>,
    /// Countries whose placement `data/` has otherwise: both, with their sources.
    pub contradictions: Vec<String>,
    /// Those countries.
    pub doubtful: BTreeSet<String>,
    /// What could not be read, by file and name.
    pub unread: Vec<String>,
    /// Figures by country.
    pub figures: Vec<(String, Vec<Figure>)>,
    /// Countries of the edition before that these files do not have.
    pub absent: Vec<String>,
}

/// Makes the proposal. Nothing is written.
///
/// # Errors
/// Where `data/` itself cannot be read, or has no such edition.
pub fn proposal(folder: &Folder, found: &[Found], source: &Source) -> Result<Proposal> {
    let mut problems = Problems::default();
    let tables = Tables::read(folder, &mut problems);
    if let Some(problem) = problems.0.first() {
        bail!("data/ is not in order: {problem}");
    }
    let edition = tables.editions.iter().map(|row| &row.value).find(|row| row.edition == source.edition);
    let edition = edition.with_context(|| {
        format!(
            "data/editions.tsv has no row for {}: add it first, with the date of release and the official address",
            source.edition
        )
    })?;
    let names = Names::new(&tables);
    let mut proposal = Proposal::default();
    let mut by_code: BTreeMap<String, Vec<&Found>> = BTreeMap::new();
    let mut refused: BTreeSet<String> = BTreeSet::new();
    for one in found {
        let told = format!("{}: {}", one.file, one.narrative.name);
        let code = match named(&names, one) {
            Ok(code) => code,
            Err(why) => {
                proposal.unread.push(format!("{told}: {why}"));
                continue;
            }
        };
        let right_edition = one.editions.is_empty() || one.editions.contains(&source.edition);
        let agrees = match right_edition {
            true => one.narrative.agrees(),
            false => Err(format!("its file is of the {:?} edition", one.editions)),
        };
        match agrees {
            Ok(()) => by_code.entry(code).or_default().push(one),
            Err(why) => {
                proposal.unread.push(format!("{told}: {why}"));
                refused.insert(code);
            }
        }
    }
    let mut read: BTreeMap<String, &Found> = BTreeMap::new();
    for (code, all) in by_code {
        let Some((first, others)) = all.split_first() else { continue };
        let files: Vec<&str> = all.iter().map(|one| one.file.as_str()).collect();
        if refused.contains(&code) {
            proposal.unread.push(format!(
                "{}: {code} is refused elsewhere, so this is not taken either",
                files.join(", ")
            ));
        } else if others.iter().any(|other| other.narrative != first.narrative) {
            proposal.unread.push(format!("{}: {code} has several texts; none is taken", files.join(", ")));
        } else {
            read.insert(code, *first);
        }
    }
    proposal.absent = absent(&tables, source.edition, &read);
    let draft = Draft::new(&tables, edition, source);
    draft.tiers(folder, &read, &mut proposal)?;
    draft.excerpts(folder, &read, &mut proposal)?;
    for (code, one) in &read {
        let (figures, unread) = figures(&one.narrative);
        proposal.unread.extend(unread.into_iter().map(|why| format!("{}: {code}: {why}", one.file)));
        if !figures.is_empty() {
            proposal.figures.push((code.clone(), figures));
        }
    }
    draft.figures(folder, &mut proposal)?;
    Ok(proposal)
}

/// The code of a narrative's name.
fn named(names: &Names, one: &Found) -> Result<String, String> {
    let name = &one.narrative.name;
    let Some(before) = &one.narrative.before else { return names.find(name).map(str::to_owned) };
    // A name that goes over two lines: “PAPUA NEW”, “GUINEA (Tier 2)”.
    names.find(&format!("{before} {name}")).map(str::to_owned).map_err(|_| {
        format!("the line before its heading, “{before}”, may be a part of its name, and with it the name is not known")
    })
}

/// Who stood in the edition before, and is in none of the files.
fn absent(tables: &Tables, edition: u16, read: &BTreeMap<String, &Found>) -> Vec<String> {
    let before = tables.tiers.iter().map(|row| &row.value).filter(|row| row.year + 1 == edition);
    before.filter(|row| !read.contains_key(&row.iso3)).map(|row| row.iso3.clone()).collect()
}

impl Proposal {
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

    /// What a person has to know besides the changes, as Markdown.
    pub fn review(&self, source: &Source) -> String {
        let mut text = format!("# The {} edition, as it was read\n", source.edition);
        let mut part = |title: &str, none: &str, lines: Vec<String>| {
            text.push_str(&format!("\n## {title}: {}\n\n", lines.len()));
            match lines.is_empty() {
                true => text.push_str(&format!("{none}\n")),
                false => lines.iter().for_each(|line| text.push_str(&format!("- {line}\n"))),
            }
        };
        part("Contradictions, left as they are", "None.", self.contradictions.clone());
        part("Not read", "Everything was.", self.unread.clone());
        part("In the edition before, and in none of the files", "Nobody.", self.absent.clone());
        part("Placed", "Nobody.", self.placed.clone());
        part("Known already, and the same", "Nobody.", self.agreed.clone());
        let figures = self.figures.iter().flat_map(|(code, figures)| {
            figures
                .iter()
                .map(move |figure| format!("{code}, {}: {} (“{}”)", figure.kind, figure.value, figure.words))
        });
        part("Figures, with the words they were read from", "None.", figures.collect());
        text
    }
}

/// Counts of what was placed, by tier, for the last line of a run.
pub fn counted(found: &[Found]) -> String {
    let of = |tier: Tier| found.iter().filter(|one| one.narrative.tier == tier).count();
    Tier::ALL.map(|tier| format!("{} on {}", of(tier), tier.code())).join(", ")
}
