//! `reasons/2024.json`: why countries moved, an edition a file.

use anyhow::{Result, anyhow};
use tip::file::{ReasonsFile, SCHEMA};
use tip::{Atlas, Movement};

use crate::tables::Tables;

/// The files of all editions but the first, oldest first.
///
/// # Errors
/// Where the tables make no atlas.
pub fn reasons(tables: &Tables) -> Result<Vec<ReasonsFile>> {
    let atlas = Atlas::from_file(super::atlas(tables)).map_err(|reason| anyhow!("{reason}"))?;
    let file = |edition: &tip::Edition| {
        let findings = tables.findings.iter().map(|row| &row.value).filter(|row| row.edition == edition.year);
        let moved = |iso3: &str| {
            let country = tip::Code::parse(iso3).and_then(|code| atlas.find(code));
            country.is_some_and(|country| {
                !matches!(
                    atlas.movement(country.id, edition.id),
                    Movement::Remained | Movement::Unrecorded | Movement::Absent
                )
            })
        };
        let mut reasons: Vec<(String, String)> = findings
            .filter(|row| moved(&row.iso3))
            .map(|row| (row.iso3.clone(), row.summary.clone()))
            .collect();
        reasons.sort();
        ReasonsFile { schema: SCHEMA, edition: edition.year, reasons }
    };
    Ok(atlas.editions().iter().skip(1).map(file).collect())
}
