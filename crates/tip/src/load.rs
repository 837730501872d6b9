//! How a file of `assets/` is read, and why one could not be used.

use std::fmt;

use crate::json::{FromJson, Value, field};

/// Reads a file of `assets/`, its schema first, so that a file of a later schema is called that and not
/// damaged.
///
/// # Errors
/// [`LoadError`] if it is not JSON, of another schema, or does not fit the schema.
pub fn read<T: FromJson>(json: &str, schema: u32) -> Result<T, LoadError> {
    // The parser's own words would be 1 kB of brotli on every page, for programmers alone.
    let broken = |error: serde_json::Error| {
        let what = if error.is_eof() { "EOF" } else { "no JSON" };
        LoadError::Malformed(format!("{what} at line {}, column {}", error.line(), error.column()))
    };
    let value: Value = serde_json::from_str(json).map_err(broken)?;
    let found: u32 = field(&value, "schema").map_err(LoadError::Malformed)?;
    if found != schema {
        return Err(LoadError::Schema { found, read: schema });
    }
    T::from_json(&value).map_err(LoadError::Malformed)
}

/// Why a file of `assets/data/` could not be used. Displays as a clause in plain words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LoadError {
    /// Not the JSON that was expected, with the parser's reason.
    Malformed(String),
    /// Written for another schema than this build reads.
    Schema {
        /// The file's.
        found: u32,
        /// This build's.
        read: u32,
    },
    /// Well formed, but it contradicts itself.
    Content(String),
}

impl LoadError {
    /// A file that contradicts itself, and how.
    pub fn content(reason: String) -> LoadError {
        LoadError::Content(reason)
    }
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            LoadError::Malformed(reason) => write!(f, "the file is damaged ({reason})"),
            LoadError::Schema { found, read } => {
                let kind = if found > read { "newer" } else { "older" };
                write!(f, "the file is of a {kind} kind ({found}) than this page reads ({read})")
            }
            LoadError::Content(reason) => write!(f, "the file contradicts itself: {reason}"),
        }
    }
}

impl std::error::Error for LoadError {}
