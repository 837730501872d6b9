//! The rows that the report's narratives would add to `data/`: placements, figures, excerpts.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result};
use record::tables::EditionRow;
use record::{Folder, Tables};
use serde_json::json;

use super::rows::Rows;
use super::{Found, Placed, Proposal, Quoted, Source};
use crate::figures::Figure;
use crate::heading::Section;
use crate::narrative::Paragraph;

/// The rows that are to be written.
pub struct Draft<'a> {
    tables: &'a Tables,
    edition: &'a EditionRow,
    source: &'a Source,
    /// The id of the source.
    id: String,
}

impl<'a> Draft<'a> {
    /// For an edition of `data/`, from a source.
    pub fn new(tables: &'a Tables, edition: &'a EditionRow, source: &'a Source) -> Draft<'a> {
        Draft { tables, edition, source, id: source.id() }
    }

    /// Whether a source of a placement is another than this one: neither the same report, nor of the same host.
    fn is_another(&self, id: &str) -> bool {
        let ours = self.source.url.as_deref().unwrap_or(&self.edition.url);
        let row = self.tables.sources.iter().map(|row| &row.value).find(|row| row.id == id);
        !id.starts_with(&format!("report{}", self.source.edition))
            && row.is_none_or(|row| host(&row.url) != host(ours))
    }

    /// Placements, with what `data/` has otherwise beside them, and the source.
    pub fn tiers(
        &self,
        folder: &Folder,
        read: &BTreeMap<String, Found>,
        proposal: &mut Proposal,
    ) -> Result<()> {
        let year = self.source.edition;
        let mut tiers = Rows::of(folder, "tiers.tsv")?;
        let mut conflicts = Rows::of(folder, "conflicts.tsv")?;
        // The report's files are a list of the whole edition where they have every place of it.
        let whole = self.edition.published_total.is_some_and(|total| usize::from(total) == read.len());
        let citing = |row: &&record::tables::TierRow| row.sources.split(',').any(|id| id == self.id);
        let mut used = self.tables.tiers.iter().map(|row| &row.value).filter(citing).count();
        let before = used;
        for (code, one) in read {
            let tier = one.narrative.tier;
            let placed = |instead_of| Placed { code: code.clone(), tier, instead_of };
            let row = self.tables.tiers.iter().find(|row| row.value.iso3 == *code && row.value.year == year);
            let Some(row) = row else {
                let confidence = if whole { "confirmed" } else { "single" };
                tiers.insert(&[code, &year.to_string(), tier.code(), &self.id, confidence], 2)?;
                proposal.placed.push(placed(None));
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
                proposal.placed.push(placed(Some(old.tier.clone())));
                used += 1;
            } else {
                proposal.doubtful.insert(code.clone());
                proposal.contradictions.push(format!(
                    "{code} {year}: data/ has {} ({}), {}, {}, has {} (“{}”)",
                    old.tier,
                    old.sources,
                    one.file,
                    one.narrative.place,
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

    /// Figures, where the edition has no such figure of the country yet. What is said of a placement in doubt is in doubt.
    pub fn figures(&self, folder: &Folder, proposal: &mut Proposal) -> Result<()> {
        let year = self.source.edition;
        let mut rows = Rows::of(folder, "figures.tsv")?;
        let of = |code: &String, own: &str, edition: u16| own == code && edition == year;
        for (code, figures) in proposal.figures.iter().filter(|(code, _)| !proposal.doubtful.contains(code)) {
            let mut findings = self.tables.findings.iter().map(|row| &row.value);
            let finding = findings.find(|row| of(code, &row.iso3, row.edition));
            for Figure { kind, value, qualifier, words, .. } in figures {
                let mut known = self.tables.figures.iter().map(|row| &row.value);
                let known = known.find(|row| of(code, &row.iso3, row.edition) && row.figure == *kind);
                let here = known.map(|row| (row.value, format!("figures.tsv, “{}”", row.words)));
                let told =
                    finding.and_then(|row| row.figures.get(*kind)).map(|n| (*n, "findings.jsonl".into()));
                match here.into_iter().chain(told).find(|(other, _)| other != value) {
                    Some((other, place)) => proposal.contradictions.push(format!(
                        "{code} {year}, {kind}: data/ has {other} ({place}), the report {value} (“{words}”)"
                    )),
                    None if known.is_some() => {}
                    None => {
                        let (value, meant) = (value.to_string(), qualifier.name());
                        rows.insert(&[code, &year.to_string(), kind, &value, meant, words, &self.id], 3)?
                    }
                }
            }
        }
        rows.into(&mut proposal.files);
        Ok(())
    }

    /// Opening paragraphs, where the edition has no such excerpt of the country yet; and sections, where they are asked for.
    pub fn excerpts(
        &self,
        folder: &Folder,
        read: &BTreeMap<String, Found>,
        proposal: &mut Proposal,
    ) -> Result<()> {
        let file = "excerpts.jsonl";
        let mut text = folder.get(file).with_context(|| format!("data/ has no {file}"))?.clone();
        let before = text.len();
        let mut having: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for (code, one) in read {
            for paragraph in &one.narrative.paragraphs {
                having.entry(&paragraph.text).or_default().insert(code);
            }
        }
        let mut shared: BTreeSet<String> = BTreeSet::new();
        for (code, one) in read {
            let rows = self.tables.excerpts.iter().map(|row| &row.value);
            let known: Vec<_> =
                rows.filter(|row| row.iso3 == *code && row.edition == self.source.edition).collect();
            let mut order = known.iter().map(|row| row.order).max().unwrap_or_default();
            let mut add = |section: Section, paragraph: &Paragraph, place: &str| {
                let words = &paragraph.text;
                if known.iter().any(|row| row.text == *words || row.about == section.name()) {
                    return;
                }
                order += 1;
                let source = format!(
                    "{} Trafficking in Persons Report, U.S. Department of State, {}, {place}",
                    self.source.edition, one.narrative.name
                );
                let row = json!({ "iso3": code, "edition": self.source.edition, "order": order, "text": words,
                    "about": section.name(), "source": source });
                text.push_str(&format!("{row}\n"));
                let place = format!("{}, {}", one.file, paragraph.place);
                proposal.quoted.push(Quoted { code: code.clone(), about: section.name(), place });
            };
            match one.narrative.opening() {
                Ok(opening) => {
                    add(Section::Opening, opening, "opening paragraph");
                    // In older editions the tier is in the second or third of them.
                    let (whole, _) = one.narrative.section(Section::Opening);
                    let others = whole.into_iter().filter(|other| self.source.sections && *other != opening);
                    others.for_each(|other| add(Section::Opening, other, "opening"));
                }
                Err(why) => proposal
                    .unread
                    .push(format!("{}: {code}: {why}; its placement is taken, no excerpt", one.file)),
            }
            for section in Section::BELOW.into_iter().filter(|_| self.source.sections) {
                let (whole, others) = one.narrative.section(section);
                for paragraph in whole {
                    // Text that is on the pages of several countries belongs to the pages; recommendations may be alike.
                    let several = having.get(paragraph.text.as_str()).is_some_and(|codes| codes.len() > 1);
                    if several && section != Section::Recommendations {
                        shared.insert(paragraph.text.clone());
                    } else {
                        add(section, paragraph, section.name());
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
            format!("“{words}” is in the narratives of several countries, and is left out as the pages’ own")
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
