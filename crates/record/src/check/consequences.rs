//! What followed from a placement, held against the placement.

use std::collections::BTreeMap;

use tip::consequences::{List, Outcome, Read};

use super::{Known, once};
use crate::problem::Problems;
use crate::tables::{Row, Tables, YesNo};

pub(super) fn check(tables: &Tables, known: &Known, problems: &mut Problems) {
    determinations(tables, known, problems);
    waivers(tables, known, problems);
    listings(tables, known, problems);
}

/// The names of a list, for a message.
fn all<T>(names: impl IntoIterator<Item = T>, name: impl Fn(T) -> &'static str) -> String {
    names.into_iter().map(name).collect::<Vec<_>>().join(", ")
}

fn address(file: &str, line: usize, url: &str, problems: &mut Problems) {
    if !url.starts_with("http://") && !url.starts_with("https://") {
        problems.add(file, line, format!("“{url}” is no address"));
    }
}

fn determinations(tables: &Tables, known: &Known, problems: &mut Problems) {
    let file = "determinations.tsv";
    let name = |row: &crate::tables::DeterminationRow| format!("{} {}", row.iso3, row.edition);
    once(file, &tables.determinations, |row| (row.iso3.as_str(), row.edition), name, problems);
    let mut of_edition: BTreeMap<u16, (&str, usize)> = BTreeMap::new();
    for Row { line, value } in &tables.determinations {
        known.cell(file, *line, &value.iso3, value.edition, problems);
        known.placed(file, *line, (&value.iso3, value.edition), "3", "a determination", problems);
        if Outcome::from_name(&value.outcome).is_none() {
            let all = all(Outcome::ALL, Outcome::name);
            problems.add(file, *line, format!("unknown outcome “{}”: one of {all}", value.outcome));
        }
        if Read::from_name(&value.read).is_none() {
            let all = all(Read::ALL, Read::name);
            problems.add(file, *line, format!("unknown way of reading “{}”: one of {all}", value.read));
        }
        if value.determination.trim().is_empty() {
            problems.add(file, *line, "a determination without its number and date");
        }
        let (first, at) = of_edition.entry(value.edition).or_insert((&value.determination, *line));
        if *first != value.determination {
            problems.add(
                file,
                *line,
                format!("edition {} has another determination on line {at}: {first}", value.edition),
            );
        }
        address(file, *line, &value.url, problems);
    }
}

fn waivers(tables: &Tables, known: &Known, problems: &mut Problems) {
    let file = "watchlist_waivers.tsv";
    let name = |row: &crate::tables::WaiverRow| format!("{} {}", row.iso3, row.edition);
    once(file, &tables.waivers, |row| (row.iso3.as_str(), row.edition), name, problems);
    for Row { line, value } in &tables.waivers {
        known.cell(file, *line, &value.iso3, value.edition, problems);
        known.placed(file, *line, (&value.iso3, value.edition), "2W", "a waiver", problems);
        address(file, *line, &value.url, problems);
    }
    for Row { line, value } in tables.findings.iter().filter(|row| row.value.waiver) {
        known.placed("findings.jsonl", *line, (&value.iso3, value.edition), "2W", "a waiver", problems);
    }
}

fn listings(tables: &Tables, known: &Known, problems: &mut Problems) {
    let file = "listings.tsv";
    let key = |row: &crate::tables::ListingRow| format!("{} {} {}", row.list, row.iso3, row.edition);
    let fields = |row: &crate::tables::ListingRow| (row.edition, row.list.clone(), row.iso3.clone());
    once(file, &tables.listings, fields, key, problems);
    let mut whole: BTreeMap<(u16, &str), (YesNo, usize)> = BTreeMap::new();
    for Row { line, value } in &tables.listings {
        known.cell(file, *line, &value.iso3, value.edition, problems);
        if List::from_name(&value.list).is_none() {
            let all = all(List::ALL, List::name);
            problems.add(file, *line, format!("unknown list “{}”: one of {all}", value.list));
        }
        let (first, at) = whole.entry((value.edition, &value.list)).or_insert((value.whole, *line));
        if *first != value.whole {
            let list = &value.list;
            problems.add(
                file,
                *line,
                format!("{list} of {} is said to be whole or not on line {at}", value.edition),
            );
        }
        address(file, *line, &value.url, problems);
    }
}
