//! The data to take along, besides the files of `data/` as they are: every table as CSV, all of it as one JSON file, and a
//! description of both that programs read (Frictionless Data Package, version 1).

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use record::problem::Problems;
use record::tables::DictionaryRow;
use record::{Folder, Tables};
use serde_json::{Map, Value, json};

use super::Base;

/// The folder within the site.
const PLACE: &str = "download";

/// Fields that name rows of other files: file, field, the other file, its field.
const KEYS: [(&str, &str, &str, &str); 15] = [
    ("tiers", "iso3", "entities", "iso3"),
    ("tiers", "year", "editions", "edition"),
    ("aliases", "iso3", "entities", "iso3"),
    ("cldr_names", "iso3", "entities", "iso3"),
    ("figures", "iso3", "entities", "iso3"),
    ("figures", "edition", "editions", "edition"),
    ("figures", "source", "sources", "id"),
    ("markers", "iso3", "entities", "iso3"),
    ("explained", "edition", "editions", "edition"),
    ("determinations", "iso3", "entities", "iso3"),
    ("determinations", "edition", "editions", "edition"),
    ("watchlist_waivers", "iso3", "entities", "iso3"),
    ("watchlist_waivers", "edition", "editions", "edition"),
    ("listings", "iso3", "entities", "iso3"),
    ("listings", "edition", "editions", "edition"),
];

/// Fields that no two rows of a file have the same.
const PRIMARY: [(&str, &[&str]); 8] = [
    ("determinations", &["edition", "iso3"]),
    ("watchlist_waivers", &["edition", "iso3"]),
    ("listings", &["edition", "list", "iso3"]),
    ("figures", &["iso3", "edition", "figure"]),
    ("tiers", &["iso3", "year"]),
    ("entities", &["iso3"]),
    ("editions", &["edition"]),
    ("sources", &["id"]),
];

/// Writes them into a site.
///
/// # Errors
/// Where a file cannot be written, or a table cannot be read, which the data build has checked.
pub fn write(site: &Path, base: &Base, folder: &Folder) -> Result<()> {
    let place = site.join(PLACE);
    fs::create_dir_all(&place)?;
    let tables = Tables::read(folder, &mut Problems::default());
    let mut all = Map::new();
    for (file, text) in folder {
        fs::write(place.join(file), text).with_context(|| format!("cannot write {file}"))?;
        let Some((name, ending)) = file.rsplit_once('.') else { continue };
        let rows = match ending {
            "tsv" => {
                let rows = rows(text);
                fs::write(place.join(format!("{name}.csv")), csv(&rows)?)?;
                objects(&rows, &kinds(&tables, file))
            }
            "jsonl" => text.lines().map(serde_json::from_str).collect::<Result<_, _>>()?,
            _ => continue,
        };
        all.insert(name.to_owned(), Value::Array(rows));
    }
    let whole = json!({ "name": "Tier Atlas", "version": tables.version, "tables": all });
    fs::write(place.join("all.json"), serde_json::to_string(&whole)?).context("cannot write all.json")?;
    let package = serde_json::to_string_pretty(&package(&tables, base))?;
    fs::write(place.join("datapackage.json"), package).context("cannot write datapackage.json")
}

/// The fields of a table without quotes, line by line, its heading first.
fn rows(text: &str) -> Vec<Vec<&str>> {
    text.lines().map(|line| line.split('\t').collect()).collect()
}

fn csv(rows: &[Vec<&str>]) -> Result<Vec<u8>> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    for row in rows {
        writer.write_record(row)?;
    }
    Ok(writer.into_inner()?)
}

/// The types of a file's fields.
fn kinds<'a>(tables: &'a Tables, file: &str) -> BTreeMap<&'a str, &'a str> {
    let rows = tables.dictionary.iter().map(|row| &row.value).filter(|row| row.file == file);
    rows.map(|row| (row.field.as_str(), row.kind.as_str())).collect()
}

/// Rows as objects: numbers as numbers, nothing as null.
fn objects(rows: &[Vec<&str>], kinds: &BTreeMap<&str, &str>) -> Vec<Value> {
    let Some((heading, rows)) = rows.split_first() else { return Vec::new() };
    let value = |field: &str, text: &str| match kinds.get(field) {
        _ if text.is_empty() => Value::Null,
        Some(&("integer" | "year" | "number")) => {
            text.parse::<serde_json::Number>().map_or(text.into(), Value::Number)
        }
        _ => text.into(),
    };
    let object = |row: &Vec<&str>| {
        heading
            .iter()
            .zip(row)
            .map(|(field, text)| ((*field).to_owned(), value(field, text)))
            .collect::<Map<_, _>>()
    };
    rows.iter().map(object).map(Value::Object).collect()
}

fn package(tables: &Tables, base: &Base) -> Value {
    let rows: Vec<&DictionaryRow> = tables.dictionary.iter().map(|row| &row.value).collect();
    let resource = |about: &&&DictionaryRow| {
        let name = about.file.split('.').next().unwrap_or_default();
        let of_file = rows.iter().filter(|row| row.file == about.file && !row.field.is_empty());
        let fields: Vec<Value> = of_file
            .map(|row| json!({ "name": row.field, "type": row.kind, "description": row.meaning }))
            .collect();
        let mut schema = json!({ "fields": fields, "missingValues": [""] });
        if let Some((_, key)) = PRIMARY.iter().find(|(known, _)| *known == name) {
            schema["primaryKey"] = json!(key);
        }
        let keys: Vec<Value> = KEYS
            .iter()
            .filter(|(file, ..)| *file == name)
            .map(|(_, field, other, its)| json!({ "fields": field, "reference": { "resource": other, "fields": its } }))
            .collect();
        if !keys.is_empty() {
            schema["foreignKeys"] = keys.into();
        }
        let table = about.file.ends_with(".tsv");
        let path = if table { format!("{name}.csv") } else { about.file.clone() };
        let mut resource =
            json!({ "name": name, "path": path, "description": about.meaning, "encoding": "utf-8" });
        if table {
            resource["profile"] = "tabular-data-resource".into();
            resource["format"] = "csv".into();
            resource["mediatype"] = "text/csv".into();
        } else {
            resource["format"] = "jsonl".into();
            resource["mediatype"] = "application/jsonl".into();
        }
        resource["schema"] = schema;
        resource
    };
    let files: Vec<&&DictionaryRow> = rows.iter().filter(|row| row.field.is_empty()).collect();
    json!({
        "profile": "data-package",
        "name": "tier-atlas",
        "title": "Tier placements of the Trafficking in Persons Report",
        "description": "How the editions of the U.S. State Department’s annual Trafficking in Persons Report placed \
            countries and territories, each placement with its sources.",
        "version": tables.version,
        "homepage": base.whole().unwrap_or_else(|| base.as_str().to_owned()),
        "licenses": [
            { "name": "MIT", "path": "https://spdx.org/licenses/MIT" },
            { "name": "Apache-2.0", "path": "https://spdx.org/licenses/Apache-2.0" },
        ],
        "resources": files.iter().map(resource).collect::<Vec<_>>(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use record::tables;

    fn written() -> tempfile::TempDir {
        let site = tempfile::tempdir().unwrap();
        let base = Base::parse("https://example.org/a/").unwrap();
        write(site.path(), &base, &tables::folder(&testdata::root().join("data")).unwrap()).unwrap();
        site
    }

    fn json(site: &Path, file: &str) -> Value {
        serde_json::from_str(&fs::read_to_string(site.join(PLACE).join(file)).unwrap()).unwrap()
    }

    /// A program that reads the description finds each file, with the fields that it says, in values of their types.
    #[test]
    fn the_package_describes_what_is_there() {
        let site = written();
        let package = json(site.path(), "datapackage.json");
        let resources = package["resources"].as_array().unwrap();
        assert_eq!(resources.len(), 17);
        for resource in resources.iter().filter(|resource| resource["format"] == "csv") {
            let path = resource["path"].as_str().unwrap();
            let mut reader = csv::Reader::from_path(site.path().join(PLACE).join(path)).unwrap();
            let fields = resource["schema"]["fields"].as_array().unwrap();
            let named: Vec<&str> = fields.iter().map(|field| field["name"].as_str().unwrap()).collect();
            assert_eq!(reader.headers().unwrap().iter().collect::<Vec<_>>(), named, "{path}");
            for record in reader.records() {
                let record = record.unwrap();
                for (field, text) in fields.iter().zip(&record) {
                    let fits = text.is_empty()
                        || match field["type"].as_str().unwrap() {
                            "integer" | "year" => text.parse::<u32>().is_ok(),
                            "number" => text.parse::<f64>().is_ok(),
                            "date" => tip::Date::parse(text).is_some(),
                            "string" => true,
                            other => panic!("{path}: {other} in a table"),
                        };
                    assert!(fits, "{path}: {text} is no {}", field["type"]);
                }
            }
        }
    }

    #[test]
    fn all_of_it_is_one_file() {
        let site = written();
        let all = json(site.path(), "all.json");
        let korea = all["tables"]["tiers"]
            .as_array()
            .unwrap()
            .iter()
            .find(|row| row["iso3"] == "KOR" && row["year"] == 2001)
            .unwrap();
        assert_eq!(korea["tier"], "3");
        let rows = |file: &str| {
            let path = testdata::root().join("data").join(file);
            std::fs::read_to_string(path).unwrap().lines().count()
        };
        assert_eq!(all["tables"]["tiers"].as_array().unwrap().len(), rows("tiers.tsv") - 1);
        assert_eq!(all["tables"]["editions"][0]["published_watchlist"], Value::Null);
        assert_eq!(all["tables"]["findings"].as_array().unwrap().len(), rows("findings.jsonl"));
    }
}
