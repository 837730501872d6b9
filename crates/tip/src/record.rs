//! How the record was compiled: coverage, conflicts, sources.

use crate::Source;
use crate::atlas::{LoadError, read};
use crate::file::{ConflictRow, CoverageRow, RecordFile, SCHEMA};

/// An edition in the record beside the edition as published.
pub type Coverage = CoverageRow;
/// A cell on which sources disagree.
pub type Conflict = ConflictRow;

/// What the about page says of the data.
#[derive(Clone, Debug)]
pub struct Record {
    /// One row an edition, oldest first.
    pub coverage: Vec<Coverage>,
    /// Where sources disagree.
    pub conflicts: Vec<Conflict>,
    /// What was left out, and why.
    pub left_out: Vec<(String, String)>,
    /// How disputed or former territories are drawn, and why.
    pub borders: Vec<(String, String)>,
    /// Every source.
    pub sources: Vec<Source>,
}

impl Record {
    /// Reads `record.json`.
    ///
    /// # Errors
    /// [`LoadError`] where it is damaged or of another schema.
    pub fn from_json(json: &str) -> Result<Record, LoadError> {
        let file: RecordFile = read(json, SCHEMA)?;
        Ok(Record {
            coverage: file.coverage,
            conflicts: file.conflicts,
            left_out: file.left_out,
            borders: file.borders,
            sources: file.sources.into_iter().map(Source::from).collect(),
        })
    }
}
