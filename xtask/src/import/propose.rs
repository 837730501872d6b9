//! Makes the proposal from the narratives: finds each one's country, and refuses what is of another edition or not agreed on.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, bail};

use super::draft::Draft;
use super::figures::figures;
use super::names::Names;
use super::proposal::{Found, Proposal, Source};
use crate::data::problem::Problems;
use crate::data::{Folder, Tables};

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
