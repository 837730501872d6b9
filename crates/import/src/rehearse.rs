//! The made-up edition of the tests, imported and accepted beside the real data.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use record::Folder;

use crate::names::Names;
use crate::proposal::{Source, proposal, tables};
use crate::{files, reading};

/// `data/` with a made-up edition, as if its pages had been imported and accepted. `place` has its row in `edition.tsv` and its
/// pages in `pages/`.
///
/// # Errors
/// Where something of it cannot be read.
pub fn rehearsed(data: &Folder, place: &Path) -> Result<Folder> {
    let mut folder = data.clone();
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

/// Adds the row of an edition, as a person does before importing it.
pub(crate) fn add_edition(folder: &mut Folder, place: &Path) -> Result<()> {
    let row = fs::read_to_string(place.join("edition.tsv")).context("the made-up edition has no row")?;
    folder.get_mut("editions.tsv").context("data/ has no editions.tsv")?.push_str(&row);
    Ok(())
}
