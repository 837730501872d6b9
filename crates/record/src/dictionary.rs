//! `dictionary.tsv`: what each field of each file means; held against the files themselves.

use std::collections::BTreeSet;

use crate::problem::Problems;
use crate::tables::{Folder, Row, Tables};

const FILE: &str = "dictionary.tsv";

/// The types of fields, in the words of Frictionless Table Schema.
const TYPES: [&str; 8] = ["string", "integer", "number", "boolean", "date", "year", "array", "object"];

/// Checks that every field of every file is explained, and nothing else is. A row without a field is about its file.
pub fn check(folder: &Folder, tables: &Tables, problems: &mut Problems) {
    let mut told: BTreeSet<(&str, &str)> = BTreeSet::new();
    for Row { line, value } in &tables.dictionary {
        if !told.insert((&value.file, &value.field)) {
            problems.add(
                FILE,
                *line,
                format!("duplicate: {} {} is explained twice", value.file, value.field),
            );
        }
        if value.meaning.trim().is_empty() {
            problems.add(FILE, *line, "there is no meaning");
        }
        let is_file = value.field.is_empty();
        if is_file != value.kind.is_empty() || !is_file && !TYPES.contains(&value.kind.as_str()) {
            problems.add(FILE, *line, format!("unknown type “{}”: one of {}", value.kind, TYPES.join(", ")));
        }
        let there = folder.get(&value.file).map(|text| fields(&value.file, text));
        match there {
            None => problems.add(FILE, *line, format!("there is no file {}", value.file)),
            Some(fields) if !is_file && !fields.contains(&value.field) => {
                problems.add(FILE, *line, format!("{} has no field {}", value.file, value.field));
            }
            Some(_) => {}
        }
    }
    for (file, text) in folder {
        let of_rows = file.ends_with(".tsv") || file.ends_with(".jsonl");
        if file == FILE || !of_rows {
            continue;
        }
        for field in fields(file, text).into_iter().chain([String::new()]) {
            if !told.contains(&(file.as_str(), field.as_str())) {
                let what = if field.is_empty() {
                    "the file itself".to_owned()
                } else {
                    format!("the field {field}")
                };
                problems.add(file, 1, format!("{FILE} does not explain {what}"));
            }
        }
    }
}

/// The fields of a file: a table's heading, or the keys of all objects.
fn fields(file: &str, text: &str) -> BTreeSet<String> {
    if file.ends_with(".jsonl") {
        let objects = text.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
        return objects
            .flat_map(|object| {
                object
                    .as_object()
                    .map(|fields| fields.keys().cloned().collect::<Vec<_>>())
                    .unwrap_or_default()
            })
            .collect();
    }
    text.lines().next().unwrap_or_default().split('\t').map(str::to_owned).collect()
}
