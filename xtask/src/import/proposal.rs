//! What the report's narratives would change in `data/`, for a person to read and accept.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, bail};
use serde_json::json;
use similar::TextDiff;
use tip::Tier;

use super::figures::{Figure, figures};
use super::heading::Section;
use super::names::Names;
use super::narrative::Narrative;
use crate::data::problem::Problems;
use crate::data::tables::EditionRow;
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
    fn id(&self) -> String {
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
    let draft = Draft { tables: &tables, edition, source, id: source.id() };
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

/// The rows that are to be written.
struct Draft<'a> {
    tables: &'a Tables,
    edition: &'a EditionRow,
    source: &'a Source,
    /// The id of the source.
    id: String,
}

impl Draft<'_> {
    /// Whether a source of a placement is another than this one: neither the same report, nor of the same host.
    fn is_another(&self, id: &str) -> bool {
        let ours = self.source.url.as_deref().unwrap_or(&self.edition.url);
        let row = self.tables.sources.iter().map(|row| &row.value).find(|row| row.id == id);
        !id.starts_with(&format!("report{}", self.source.edition))
            && row.is_none_or(|row| host(&row.url) != host(ours))
    }

    fn tiers(&self, folder: &Folder, read: &BTreeMap<String, &Found>, proposal: &mut Proposal) -> Result<()> {
        let year = self.source.edition;
        let mut tiers = Rows::of(folder, "tiers.tsv")?;
        let mut conflicts = Rows::of(folder, "conflicts.tsv")?;
        // The report's files are a list of the whole edition where they have every place of it.
        let whole = self.edition.published_total.is_some_and(|total| usize::from(total) == read.len());
        let citing = |row: &&crate::data::tables::TierRow| row.sources.split(',').any(|id| id == self.id);
        let mut used = self.tables.tiers.iter().map(|row| &row.value).filter(citing).count();
        let before = used;
        for (code, one) in read {
            let tier = one.narrative.tier;
            let row = self.tables.tiers.iter().find(|row| row.value.iso3 == *code && row.value.year == year);
            let Some(row) = row else {
                let confidence = if whole { "confirmed" } else { "single" };
                tiers.insert(&[code, &year.to_string(), tier.code(), &self.id, confidence], 2)?;
                proposal.placed.push(format!("{code} {}", tier.code()));
                used += 1;
                continue;
            };
            let old = &row.value;
            let known: Vec<&str> = old.sources.split(',').filter(|id| *id != "unsourced").collect();
            let sources = |known: &[&str]| {
                let ours = (!known.contains(&self.id.as_str())).then_some(self.id.as_str());
                known.iter().copied().chain(ours).collect::<Vec<_>>().join(",")
            };
            if old.tier == tier.code() {
                // What was confirmed stays so, whatever is read again.
                let other = known.iter().any(|id| self.is_another(id));
                let confirmed = whole || other || old.confidence == "confirmed";
                let confidence = if confirmed { "confirmed" } else { "single" };
                tiers.replace(row.line, &[code, &year.to_string(), &old.tier, &sources(&known), confidence]);
                proposal.agreed.push(code.clone());
                used += usize::from(!known.contains(&self.id.as_str()));
            } else if self.source.replace.contains(code) {
                tiers.replace(row.line, &[code, &year.to_string(), tier.code(), &self.id, "single"]);
                let says = format!("{}: {}; {}: {}", old.sources, old.tier, self.id, tier.code());
                conflicts.insert(
                    &[&format!("{code} {year}"), &says, tier.code(), "The report itself has it so."],
                    1,
                )?;
                proposal.placed.push(format!("{code} {} instead of {}", tier.code(), old.tier));
                used += 1;
            } else {
                proposal.contradictions.push(format!(
                    "{code} {year}: data/ has {} ({}), {} has {} (“{}”)",
                    old.tier,
                    old.sources,
                    one.file,
                    tier.code(),
                    one.narrative.name
                ));
            }
        }
        if used > before {
            self.sources(folder, used, proposal)?;
        }
        tiers.into(&mut proposal.files);
        conflicts.into(&mut proposal.files);
        Ok(())
    }

    /// The row of the source itself.
    fn sources(&self, folder: &Folder, used: usize, proposal: &mut Proposal) -> Result<()> {
        let mut sources = Rows::of(folder, "sources.tsv")?;
        let title = format!("Trafficking in Persons Report, {} edition", self.source.edition);
        let url = self.source.url.as_deref().unwrap_or(&self.edition.url);
        let covers = format!("{used} cells, {}", self.source.edition);
        let row = [self.id.as_str(), &self.source.kind, &title, "U.S. Department of State", url, &covers];
        match self.tables.sources.iter().find(|row| row.value.id == self.id) {
            Some(known) => sources.replace(known.line, &row),
            None => sources.insert(&row, 1)?,
        }
        sources.into(&mut proposal.files);
        Ok(())
    }

    /// Figures, where the edition has no such figure of the country yet.
    fn figures(&self, folder: &Folder, proposal: &mut Proposal) -> Result<()> {
        let year = self.source.edition;
        let mut rows = Rows::of(folder, "figures.tsv")?;
        let contradicted = |code: &str| {
            let start = format!("{code} {year}: ");
            proposal.contradictions.iter().any(|told| told.starts_with(&start))
        };
        // What is said of a placement that is in doubt is in doubt.
        let figures: Vec<_> =
            proposal.figures.iter().filter(|(code, _)| !contradicted(code)).cloned().collect();
        for (code, figures) in &figures {
            let mut findings = self.tables.findings.iter().map(|row| &row.value);
            let told = findings.find(|row| row.iso3 == *code && row.edition == year);
            for Figure { kind, value, words } in figures {
                let here = self.tables.figures.iter().map(|row| &row.value);
                let here = here.filter(|row| row.iso3 == *code && row.edition == year && row.figure == *kind);
                let known = here.map(|row| (row.value, format!("figures.tsv, “{}”", row.words)));
                let told =
                    told.and_then(|row| row.figures.get(*kind)).map(|n| (*n, "findings.jsonl".to_owned()));
                match known.chain(told).find(|(known, _)| known != value) {
                    Some((known, source)) => proposal.contradictions.push(format!(
                        "{code} {year}, {kind}: data/ has {known} ({source}), the report {value} (“{words}”)"
                    )),
                    None if self.tables.figures.iter().any(|row| {
                        (row.value.iso3.as_str(), row.value.edition, row.value.figure.as_str())
                            == (code, year, kind)
                    }) => {}
                    None => {
                        rows.insert(&[code, &year.to_string(), kind, &value.to_string(), words, &self.id], 3)?
                    }
                }
            }
        }
        rows.into(&mut proposal.files);
        Ok(())
    }

    /// Opening paragraphs, where the edition has no such excerpt of the country yet; and sections, where they are asked for.
    fn excerpts(
        &self,
        folder: &Folder,
        read: &BTreeMap<String, &Found>,
        proposal: &mut Proposal,
    ) -> Result<()> {
        let file = "excerpts.jsonl";
        let mut text = folder.get(file).with_context(|| format!("data/ has no {file}"))?.clone();
        let before = text.len();
        let mut stands: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for (code, one) in read {
            for (_, words) in &one.narrative.paragraphs {
                stands.entry(words).or_default().insert(code);
            }
        }
        let mut shared: BTreeSet<String> = BTreeSet::new();
        for (code, one) in read {
            let rows = self.tables.excerpts.iter().map(|row| &row.value);
            let known: Vec<_> =
                rows.filter(|row| row.iso3 == *code && row.edition == self.source.edition).collect();
            let mut order = known.iter().map(|row| row.order).max().unwrap_or_default();
            let mut add = |about: &str, words: &str, place: &str| {
                if known.iter().any(|row| row.text == words || row.about == about) {
                    return;
                }
                order += 1;
                let source = format!(
                    "{} Trafficking in Persons Report, U.S. Department of State, {}, {place}",
                    self.source.edition, one.narrative.name
                );
                let row = json!({ "iso3": code, "edition": self.source.edition, "order": order, "text": words,
                    "about": about, "source": source });
                text.push_str(&format!("{row}\n"));
            };
            match one.narrative.opening() {
                Ok(opening) => add(Section::Opening.name(), opening, "opening paragraph"),
                Err(why) => proposal
                    .unread
                    .push(format!("{}: {code}: {why}; its placement is taken, no excerpt", one.file)),
            }
            for section in Section::BELOW.into_iter().filter(|_| self.source.sections) {
                let (whole, others) = one.narrative.section(section);
                for words in whole {
                    // What stands on the pages of several countries is the pages’ own; recommendations are alike.
                    let several = stands.get(words).is_some_and(|codes| codes.len() > 1);
                    if several && section != Section::Recommendations {
                        shared.insert(words.to_owned());
                    } else {
                        add(section.name(), words, section.name());
                    }
                }
                if others > 0 {
                    proposal.unread.push(format!(
                        "{}: {code}: {others} lines in {} are no whole paragraphs, and are left out",
                        one.file,
                        section.name()
                    ));
                }
            }
        }
        let shared = shared.into_iter();
        proposal.unread.extend(shared.map(|words| {
            format!(
                "“{words}” stands in the narratives of several countries, and is left out as the pages’ own"
            )
        }));
        if text.len() != before {
            proposal.files.insert(file.to_owned(), text);
        }
        Ok(())
    }
}

/// The host of an address, without `www.`.
fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.split('/').next().unwrap_or_default();
    host.strip_prefix("www.").unwrap_or(host)
}

/// A TSV file's lines, kept in the order of their first fields.
struct Rows {
    file: &'static str,
    lines: Vec<String>,
    /// By line number, so that numbers stay while rows are added.
    added: Vec<(usize, String)>,
    changed: bool,
}

impl Rows {
    fn of(folder: &Folder, file: &'static str) -> Result<Rows> {
        let text = folder.get(file).with_context(|| format!("data/ has no {file}"))?;
        let lines = text.lines().map(str::to_owned).collect();
        Ok(Rows { file, lines, added: Vec::new(), changed: false })
    }

    /// Puts a row in the place of the one on a line, from 1.
    fn replace(&mut self, line: usize, row: &[&str]) {
        let new = row.join("\t");
        if let Some(old) = self.lines.get_mut(line - 1)
            && *old != new
        {
            *old = new;
            self.changed = true;
        }
    }

    /// Adds a row where its first `keys` fields have their place.
    fn insert(&mut self, row: &[&str], keys: usize) -> Result<()> {
        let new = row.join("\t");
        if row.iter().any(|field| field.contains(['\t', '\n'])) {
            bail!("a row of {} would have a tab in a field: {new}", self.file);
        }
        let key = |line: &str| line.split('\t').take(keys).map(str::to_owned).collect::<Vec<_>>();
        let place = self.lines.iter().skip(1).position(|line| key(line) > key(&new));
        self.added.push((place.map_or(self.lines.len(), |at| at + 1), new));
        self.changed = true;
        Ok(())
    }

    fn into(mut self, files: &mut BTreeMap<String, String>) {
        if !self.changed {
            return;
        }
        self.added.sort();
        for (at, row) in self.added.into_iter().rev() {
            self.lines.insert(at.min(self.lines.len()), row);
        }
        files.insert(self.file.to_owned(), self.lines.join("\n") + "\n");
    }
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
