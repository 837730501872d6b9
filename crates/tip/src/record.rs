//! How the record was compiled: coverage, conflicts, sources, as tables.

use crate::dossier::is_web_address;
use crate::file::{CellRow, RecordFile, SCHEMA, TableRow};
use crate::load::{LoadError, read};

/// What the about page says of the data.
#[derive(Clone, Debug)]
pub struct Record {
    /// Its tables, in their order.
    pub tables: Vec<TableRow>,
}

impl Record {
    /// Reads `record.json`. A link that is not to the web becomes its text.
    ///
    /// # Errors
    /// [`LoadError`] where it is damaged or of another schema.
    pub fn from_json(json: &str) -> Result<Record, LoadError> {
        let file: RecordFile = read(json, SCHEMA)?;
        let mut tables = file.tables;
        for cell in tables.iter_mut().flat_map(|table| &mut table.rows).flatten() {
            if let CellRow::Link(text, url) = cell
                && !is_web_address(url)
            {
                *cell = CellRow::Text(std::mem::take(text));
            }
        }
        Ok(Record { tables })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_the_web_are_links() {
        let json = r#"{"schema":1,"tables":[{"id":"a","heading":"A","columns":["x","y"],
            "rows":[[["good","https://example.org"],["bad","javascript:alert(1)"]]]}]}"#;
        let record = Record::from_json(json).unwrap();
        assert!(matches!(&record.tables[0].rows[0][0], CellRow::Link(..)));
        assert!(matches!(&record.tables[0].rows[0][1], CellRow::Text(text) if text == "bad"));
    }
}
