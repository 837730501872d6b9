//! A table as a file: CSV for programs, CSV for Excel, JSON, and a ZIP of CSV with all that is to be known of it.

use std::io::{self, Write};

use serde_json::{Map, Number, Value, json};

use super::columns::column;
use super::{Cell, Table};

/// For whom a CSV file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Csv {
    /// For programs: commas, and no byte order mark.
    Plain,
    /// For Excel, which knows UTF-8 by a byte order mark, and parts cells at the list separator of the reader's locale.
    Excel {
        /// A comma or a semicolon.
        separator: char,
    },
}

impl Csv {
    /// For Excel where a decimal is written so: where a comma parts its digits, a semicolon parts cells.
    pub fn for_excel(decimal: &str) -> Csv {
        Csv::Excel { separator: if decimal.contains(',') { ';' } else { ',' } }
    }
}

impl Table {
    /// As CSV (RFC 4180): the names of the columns, the rows, and nothing else.
    pub fn csv(&self, csv: Csv) -> String {
        let (mut text, separator) = match csv {
            Csv::Plain => (String::new(), ','),
            Csv::Excel { separator } => (String::from('\u{feff}'), separator),
        };
        line(&mut text, separator, self.columns.iter().map(|name| (*name).to_owned()));
        for row in &self.rows {
            let cells = row.iter().map(|cell| match cell {
                Cell::Text(text) => text.clone(),
                Cell::Number(number) => number.to_string(),
                Cell::Empty => String::new(),
            });
            line(&mut text, separator, cells);
        }
        text
    }

    /// As JSON: title, citation, and the rows as objects; an empty cell is `null`.
    pub fn json(&self, citation: &[String]) -> String {
        let rows = self.rows.iter().map(|row| {
            let cells = self.columns.iter().zip(row).map(|(name, cell)| {
                let value = match cell {
                    Cell::Text(text) => Value::String(text.clone()),
                    Cell::Number(number) => Value::Number(Number::from(*number)),
                    Cell::Empty => Value::Null,
                };
                ((*name).to_owned(), value)
            });
            Value::Object(cells.collect())
        });
        let mut file = Map::new();
        file.insert("title".to_owned(), Value::String(self.title.clone()));
        let citation = citation.iter().map(|line| Value::String(line.clone())).collect();
        file.insert("citation".to_owned(), Value::Array(citation));
        file.insert("rows".to_owned(), Value::Array(rows.collect()));
        Value::Object(file).to_string()
    }

    /// As a ZIP file: the CSV, a `README.txt` with the citation and what the columns mean, and a `datapackage.json` (Frictionless
    /// Data Package, version 1) that says the same to programs.
    ///
    /// # Errors
    /// Where the archive cannot be written.
    pub fn zip(&self, citation: &[String]) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let mut archive = rawzip::ZipArchiveWriter::new(&mut bytes);
        let files = [
            (format!("{}.csv", self.name), self.csv(Csv::Plain)),
            ("README.txt".to_owned(), self.readme(citation)),
            ("datapackage.json".to_owned(), self.package(citation)),
        ];
        for (name, text) in files {
            let (mut entry, config) = archive.new_file(&name).start().map_err(io::Error::other)?;
            let mut writer = config.wrap(&mut entry);
            writer.write_all(text.as_bytes())?;
            let (_, descriptor) = writer.finish().map_err(io::Error::other)?;
            entry.finish(descriptor).map_err(io::Error::other)?;
        }
        archive.finish().map_err(io::Error::other)?;
        Ok(bytes)
    }

    fn readme(&self, citation: &[String]) -> String {
        let mut text = format!("{}\r\n\r\n", self.title);
        for line in citation {
            text.push_str(&format!("{line}.\r\n"));
        }
        text.push_str(&format!("\r\n{}.csv, in UTF-8, with these columns:\r\n\r\n", self.name));
        for name in &self.columns {
            text.push_str(&format!("{name}: {}\r\n", column(name).meaning));
        }
        text
    }

    fn package(&self, citation: &[String]) -> String {
        let fields = self.columns.iter().map(|name| {
            let column = column(name);
            json!({ "name": name, "type": column.kind, "description": column.meaning })
        });
        let package = json!({
            "profile": "tabular-data-package",
            "name": self.name.to_lowercase(),
            "title": self.title,
            "description": citation.join(". "),
            "licenses": [{ "name": "MIT" }, { "name": "Apache-2.0" }],
            "resources": [{
                "profile": "tabular-data-resource",
                "name": self.name.to_lowercase(),
                "path": format!("{}.csv", self.name),
                "encoding": "utf-8",
                "schema": { "fields": fields.collect::<Vec<_>>(), "missingValues": [""] },
            }],
        });
        package.to_string()
    }
}

/// A line of CSV. A cell is put in quotes where it would else be read as more than one.
fn line(text: &mut String, separator: char, cells: impl Iterator<Item = String>) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            text.push(separator);
        }
        if cell.contains([separator, '"', '\r', '\n']) {
            text.push('"');
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(&cell);
        }
    }
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A reader of CSV by RFC 4180, for tests alone.
    fn read(csv: &str, separator: char) -> Vec<Vec<String>> {
        let mut rows = vec![vec![String::new()]];
        let mut quoted = false;
        let mut letters = csv.chars().peekable();
        while let Some(letter) = letters.next() {
            let row = rows.last_mut().unwrap();
            match letter {
                '"' if quoted && letters.peek() == Some(&'"') => {
                    letters.next();
                    row.last_mut().unwrap().push('"');
                }
                '"' => quoted = !quoted,
                letter if letter == separator && !quoted => row.push(String::new()),
                '\r' if !quoted => {}
                '\n' if !quoted => rows.push(vec![String::new()]),
                letter => row.last_mut().unwrap().push(letter),
            }
        }
        rows.pop();
        rows
    }

    fn table(rows: Vec<Vec<Cell>>) -> Table {
        let columns = vec!["iso3", "country", "edition"];
        Table { name: "a-Table".to_owned(), title: "A table".to_owned(), columns, rows }
    }

    proptest! {
        #[test]
        fn csv_reads_back(
            cells in prop::collection::vec(prop::collection::vec("[a-zé\",;\r\n =]{0,8}", 3), 0..6),
            semicolons in any::<bool>(),
        ) {
            // A lone carriage return within quotes is kept; outside there is none.
            let rows: Vec<Vec<Cell>> =
                cells.iter().map(|row| row.iter().map(|cell| cell.as_str().into()).collect()).collect();
            let table = table(rows);
            let plain = read(&table.csv(Csv::Plain), ',');
            prop_assert_eq!(&plain[0], &table.columns);
            prop_assert_eq!(&plain[1..], &cells[..]);
            let csv = Csv::for_excel(if semicolons { "1,5" } else { "1.5" });
            let text = table.csv(csv);
            let excel = read(text.strip_prefix('\u{feff}').unwrap(), if semicolons { ';' } else { ',' });
            prop_assert_eq!(&excel[1..], &cells[..]);
        }
    }

    #[test]
    fn a_zip_has_the_rows_and_all_that_is_to_be_known_of_them() {
        let table = table(vec![vec!["KOR".into(), "South Korea".into(), Cell::Number(2024)]]);
        let bytes = table.zip(&["Tier Atlas, data version 1".to_owned()]).unwrap();
        let archive = rawzip::ZipArchive::from_slice(&bytes).unwrap();
        let mut entries = archive.entries();
        let mut files = Vec::new();
        while let Some(entry) = entries.next_entry().unwrap() {
            let name = entry.file_path().try_normalize().unwrap().as_ref().to_owned();
            let data = archive.get_entry(entry.wayfinder()).unwrap().data().to_vec();
            files.push((name, String::from_utf8(data).unwrap()));
        }
        let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["a-Table.csv", "README.txt", "datapackage.json"]);
        assert_eq!(files[0].1, "iso3,country,edition\r\nKOR,South Korea,2024\r\n");
        assert!(
            files[1].1.contains("Tier Atlas, data version 1.") && files[1].1.contains("edition: Year of")
        );
        let package: Value = serde_json::from_str(&files[2].1).unwrap();
        assert_eq!(package["resources"][0]["path"], "a-Table.csv");
        assert_eq!(package["resources"][0]["schema"]["fields"][2]["type"], "integer");
    }
}
