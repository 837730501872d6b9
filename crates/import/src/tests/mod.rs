//! What the tests of the importer share.

mod made_up;
mod pages;

use std::fs;
use std::path::{Path, PathBuf};

use record::{Folder, MapSource, Outputs};
use tip::permalink::CountryView;
use tip::{Atlas, Code, Dossier, Movement, Tier};

use super::*;
use crate::files::{File, Kind};
use crate::reading::Edition;
use crate::rehearse::{BEFORE, add_edition, until};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn made_up() -> PathBuf {
    root().join("e2e/edition-2026")
}

/// `data/` with the row of the made-up edition.
fn with_edition() -> Folder {
    let mut folder = until(&record::tables::folder(&root().join("data")).unwrap(), BEFORE);
    add_edition(&mut folder, &made_up()).unwrap();
    folder
}

fn source(replace: &[&str]) -> Source {
    let replace = replace.iter().map(|code| (*code).to_owned()).collect();
    Source { edition: 2026, kind: "primary".to_owned(), url: None, replace, sections: false }
}

fn names() -> Names {
    Names::new(&tables(&with_edition()).unwrap())
}

/// What the made-up pages say.
fn made_up_edition() -> Edition {
    let files = files::read(&[made_up().join("pages")]).unwrap();
    let mut all = editions(&files.files, None, &names());
    assert_eq!(all.unread, ["index.html: no heading with a country and its tier"]);
    assert_eq!(all.editions.len(), 1);
    all.editions.remove(&2026).unwrap()
}

fn found() -> Vec<Found> {
    made_up_edition().found
}

fn short(made: &Proposal) -> Vec<String> {
    let one = |placed: &Placed| {
        let instead = placed.instead_of.as_ref().map_or_else(String::new, |old| format!(" instead of {old}"));
        format!("{} {}{instead}", placed.code, placed.tier.code())
    };
    made.placed.iter().map(one).collect()
}

fn outputs(folder: &Folder) -> Outputs {
    let world = fs::read_to_string(root().join("assets/map/world.json")).unwrap();
    record::make(folder, MapSource::Made(&world)).unwrap()
}
