//! The made-up edition of the tests, imported and accepted beside the real data.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use record::Folder;

use crate::names::Names;
use crate::proposal::{Source, proposal, tables};
use crate::{files, reading};

/// The edition before the made-up one. Later ones of `data/` are left out, so that it stays the next when there is a real one.
pub(crate) const BEFORE: u16 = 2025;

/// `data/` up to the edition before a made-up one, and with it, as if its pages had been imported and accepted. `place` has its
/// row in `edition.tsv` and its pages in `pages/`.
///
/// # Errors
/// Where something of it cannot be read.
pub fn rehearsed(data: &Folder, place: &Path) -> Result<Folder> {
    let mut folder = until(data, BEFORE);
    add_edition(&mut folder, place)?;
    let files = files::read(&[place.join("pages")])?;
    let read = reading::editions(&files.files, None, &Names::new(&tables(&folder)?));
    for (edition, read) in read.editions {
        let source = Source {
            edition,
            kind: "primary".to_owned(),
            url: None,
            replace: BTreeSet::new(),
            sections: true,
        };
        folder = proposal(&folder, &read.found, &source)?.accepted(&folder);
    }
    Ok(folder)
}

/// `data/` without what is said of the editions after one, and without their reports as sources.
pub(crate) fn until(data: &Folder, edition: u16) -> Folder {
    let later = |text: &str| text.parse::<u16>().is_ok_and(|year| year > edition);
    let table = |text: &String| {
        let columns: Vec<&str> = text.lines().next().unwrap_or_default().split('\t').collect();
        let at = columns.iter().position(|column| ["edition", "year"].contains(column));
        let kept = text.lines().filter(|line| {
            let report = line.strip_prefix("report").and_then(|rest| rest.get(..4));
            !at.and_then(|at| line.split('\t').nth(at)).or(report).is_some_and(later)
        });
        kept.map(|line| format!("{line}\n")).collect()
    };
    let rows = |text: &String| {
        let of = |line: &str| serde_json::from_str::<serde_json::Value>(line).ok()?.get("edition")?.as_u64();
        let kept = text.lines().filter(|line| of(line).is_none_or(|year| year <= u64::from(edition)));
        kept.map(|line| format!("{line}\n")).collect()
    };
    let one = |(name, text): (&String, &String)| {
        let text = match name.rsplit('.').next() {
            Some("tsv") => table(text),
            Some("jsonl") => rows(text),
            _ => text.clone(),
        };
        (name.clone(), text)
    };
    data.iter().map(one).collect()
}

/// Adds the row of an edition, as a person does before importing it.
pub(crate) fn add_edition(folder: &mut Folder, place: &Path) -> Result<()> {
    let row = fs::read_to_string(place.join("edition.tsv")).context("the made-up edition has no row")?;
    folder.get_mut("editions.tsv").context("data/ has no editions.tsv")?.push_str(&row);
    Ok(())
}
