//! The narratives of some files, by the edition that each file says it is of.

use std::collections::BTreeMap;

use crate::document::{Document, stated};
use crate::files::File;
use crate::names::Names;
use crate::narrative::narratives;
use crate::proposal::Found;

/// The narratives of an edition.
#[derive(Debug, Default)]
pub struct Edition {
    /// They, with their files.
    pub found: Vec<Found>,
    /// What could not be read in the files of that edition.
    pub unread: Vec<String>,
}

/// What was read from some files.
#[derive(Debug, Default)]
pub struct Editions {
    /// By edition.
    pub editions: BTreeMap<u16, Edition>,
    /// What belongs to no edition: file and reason.
    pub unread: Vec<String>,
}

/// Reads files. `only` is the edition that a person asks for: files that name none are taken to be of it, and those of
/// another are left out and listed. Without it, a file that names none is left out.
pub fn editions(files: &[File], only: Option<u16>, names: &Names) -> Editions {
    let mut all = Editions::default();
    for file in files {
        let read = Document::read(file, names).and_then(|document| {
            all.unread.extend(document.elsewhere.iter().map(|heading| {
                format!(
                    "{}: “{heading}” is in a hidden part of the page, or beside its text, and is left out",
                    file.name
                )
            }));
            let edition = match (stated(&document.statements)?, only) {
                (Some(own), Some(only)) if own != only => {
                    Err(format!("it is of the {own} edition, and {only} was asked for"))
                }
                (Some(own), _) => Ok(own),
                (None, Some(only)) if !document.years.is_empty() && !document.years.contains(&only) => {
                    let years: Vec<String> = document.years.iter().map(u16::to_string).collect();
                    Err(format!(
                        "its title has the year {}, and the {only} edition was asked for",
                        years.join(", ")
                    ))
                }
                (None, Some(only)) => Ok(only),
                (None, None) => Err("it does not name its edition: say which by --edition".to_owned()),
            };
            Ok((edition, narratives(&document.blocks, names)))
        });
        let (edition, reading) = match read {
            Ok(read) => read,
            Err(why) => {
                all.unread.push(format!("{}: {why}", file.name));
                continue;
            }
        };
        let edition = match edition {
            _ if reading.narratives.is_empty() && reading.unread.is_empty() => {
                all.unread.push(format!("{}: no heading with a country and its tier", file.name));
                continue;
            }
            Ok(edition) => all.editions.entry(edition).or_default(),
            Err(why) => {
                all.unread.push(format!("{}: {why}", file.name));
                continue;
            }
        };
        edition.unread.extend(reading.unread.into_iter().map(|why| format!("{}, {why}", file.name)));
        edition.found.extend(
            reading.narratives.into_iter().map(|narrative| Found { file: file.name.clone(), narrative }),
        );
    }
    all
}
