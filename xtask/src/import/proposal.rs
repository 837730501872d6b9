//! What the report's narratives would change in `data/`, for a person to read and accept.

use std::collections::{BTreeMap, BTreeSet};

use similar::TextDiff;
use tip::Tier;

use super::figures::Figure;
use super::narrative::Narrative;
use crate::data::Folder;

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
