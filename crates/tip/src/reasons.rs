//! Why countries moved in an edition: the summaries of its findings.

use crate::Code;
use crate::file::{ReasonsFile, SCHEMA};
use crate::load::{LoadError, read};

/// The reasons of the moves of one edition.
#[derive(Clone, Debug)]
pub struct Reasons {
    /// By the country's code.
    rows: Vec<(String, String)>,
}

impl Reasons {
    /// Reads `reasons/2024.json`.
    ///
    /// # Errors
    /// [`LoadError`] where it is damaged, of another schema, or of another edition than `year`.
    pub fn from_json(json: &str, year: u16) -> Result<Reasons, LoadError> {
        let file: ReasonsFile = read(json, SCHEMA)?;
        if file.edition != year {
            return Err(LoadError::content(format!("it is of {} and not of {year}", file.edition)));
        }
        Ok(Reasons { rows: file.reasons })
    }

    /// Why a country moved, in English; `None` where no finding of the edition says it.
    pub fn of(&self, code: Code) -> Option<&str> {
        self.rows.iter().find(|(known, _)| known == code.as_str()).map(|(_, text)| text.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_another_edition_is_refused() {
        let json = r#"{"schema":1,"edition":2023,"reasons":[["KOR","Why."]]}"#;
        let korea = Code::parse("KOR").unwrap();
        assert_eq!(Reasons::from_json(json, 2023).unwrap().of(korea), Some("Why."));
        assert!(Reasons::from_json(json, 2024).unwrap_err().to_string().contains("of 2023 and not of 2024"));
    }
}
