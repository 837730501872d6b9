//! The data to take along, besides the files of `data/` as they are: every table as CSV, for programs and for Excel, all of it as
//! one JSON file, one workbook and one archive, and a description that programs read.
//!
//! The layout of the folder is documented in `docs/data.md`, and has a version, [`LAYOUT`].

mod archive;
mod package;
mod workbook;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use record::problem::Problems;
use record::{Folder, Tables};
use serde_json::{Map, Value, json};
use tip::Atlas;
use tip::export::{self, Csv};

use super::Base;

/// The folder within the site.
const PLACE: &str = "download";

/// The version of the folder's layout: higher once a file or column is renamed or taken away, not where one is added.
const LAYOUT: u32 = 1;

/// The name of the table of all placements with the names of countries.
const PLACEMENTS: &str = "placements";

/// The folder of the CSV files for Excel.
const EXCEL: &str = "excel";

/// Writes them into a site.
///
/// # Errors
/// Where a file cannot be written, or a table cannot be read, which the data build has checked.
pub fn write(site: &Path, base: &Base, folder: &Folder, atlas: &Atlas) -> Result<()> {
    let place = site.join(PLACE);
    fs::create_dir_all(place.join(EXCEL))?;
    let tables = Tables::read(folder, &mut Problems::default());
    let placements = export::placements_of_all_editions(atlas);
    let mut csvs: Vec<(String, Vec<u8>)> =
        vec![(format!("{PLACEMENTS}.csv"), placements.csv(Csv::Plain).into_bytes())];
    let mut all = Map::new();
    for (file, text) in folder {
        fs::write(place.join(file), text).with_context(|| format!("cannot write {file}"))?;
        let Some((name, ending)) = file.rsplit_once('.') else { continue };
        let rows = match ending {
            "tsv" => {
                let rows = rows(text);
                csvs.push((format!("{name}.csv"), csv(&rows)?));
                objects(&rows, &kinds(&tables, file))
            }
            "jsonl" => {
                csvs.push((file.clone(), text.clone().into_bytes()));
                text.lines().map(serde_json::from_str).collect::<Result<_, _>>()?
            }
            _ => continue,
        };
        all.insert(name.to_owned(), Value::Array(rows));
    }
    for (file, bytes) in csvs.iter().filter(|(file, _)| file.ends_with(".csv")) {
        fs::write(place.join(file), bytes).with_context(|| format!("cannot write {file}"))?;
        // Excel knows UTF-8 by a byte order mark.
        let marked = [&[0xef, 0xbb, 0xbf], bytes.as_slice()].concat();
        fs::write(place.join(EXCEL).join(file), marked).with_context(|| format!("cannot write {file}"))?;
    }
    let package = package::package(&tables, &placements, base);
    let readme = package::readme(&package, base);
    let package = serde_json::to_string_pretty(&package)?;
    fs::write(place.join("datapackage.json"), &package).context("cannot write datapackage.json")?;
    fs::write(place.join("README.txt"), &readme).context("cannot write README.txt")?;
    csvs.push(("datapackage.json".to_owned(), package.into_bytes()));
    csvs.push(("README.txt".to_owned(), readme.clone().into_bytes()));
    let zip = archive::zip(&csvs).context("the archive cannot be made")?;
    fs::write(place.join("tier-atlas.zip"), zip).context("cannot write tier-atlas.zip")?;
    let workbook = workbook::workbook(&tables, &placements, &all, &readme)?;
    fs::write(place.join("tier-atlas.xlsx"), workbook).context("cannot write tier-atlas.xlsx")?;
    let whole = json!({ "name": "Tier Atlas", "version": tables.version, "tables": all });
    fs::write(place.join("all.json"), serde_json::to_string(&whole)?).context("cannot write all.json")
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::process::Command;

    use record::tables;

    fn written() -> tempfile::TempDir {
        let site = tempfile::tempdir().unwrap();
        let base = Base::parse("https://example.org/a/").unwrap();
        let folder = tables::folder(&testdata::root().join("data")).unwrap();
        let atlas = Atlas::from_json(&testdata::file("assets/data/atlas.json").unwrap()).unwrap();
        write(site.path(), &base, &folder, &atlas).unwrap();
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
        assert_eq!(resources.len(), 18);
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

    /// The same data make the same files, and spreadsheets find numbers and dates where there are some.
    #[test]
    fn the_workbook_and_the_archive_are_whole() {
        let (site, again) = (written(), written());
        for file in ["tier-atlas.xlsx", "tier-atlas.zip"] {
            let read = |site: &Path| fs::read(site.join(PLACE).join(file)).unwrap();
            assert_eq!(read(site.path()), read(again.path()), "{file}");
        }
        let excel = fs::read(site.path().join(PLACE).join(EXCEL).join("placements.csv")).unwrap();
        let plain = fs::read(site.path().join(PLACE).join("placements.csv")).unwrap();
        assert_eq!(excel.strip_prefix(&[0xef, 0xbb, 0xbf]), Some(plain.as_slice()));
        assert!(plain.starts_with(b"iso3,country,region,edition,tier,"));
        let zip = fs::read(site.path().join(PLACE).join("tier-atlas.zip")).unwrap();
        let archive = rawzip::ZipArchive::from_slice(&zip).unwrap();
        let mut entries = archive.entries();
        let mut names = Vec::new();
        while let Some(entry) = entries.next_entry().unwrap() {
            names.push(entry.file_path().try_normalize().unwrap().as_ref().to_owned());
        }
        let package = json(site.path(), "datapackage.json");
        for resource in package["resources"].as_array().unwrap() {
            assert!(
                names.iter().any(|name| name == resource["path"].as_str().unwrap()),
                "{}",
                resource["path"]
            );
        }
        assert_eq!(package["layout"], LAYOUT);
    }

    /// What `docs/data.md` says to Python works, where Python is there.
    #[test]
    fn the_guide_for_python_works() {
        if Command::new("python3").arg("--version").output().is_err() {
            eprintln!("skipped: there is no python3");
            return;
        }
        let site = written();
        let guide =
            fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/data.md")).unwrap();
        let (_, rest) = guide.split_once("```python\n").unwrap();
        let (code, _) = rest.split_once("```").unwrap();
        let here = format!("file://{}/", site.path().display());
        let code = code.replace("https://example.org/", &here);
        let check = "korea = [row for row in rows if row['iso3'] == 'KOR' and row['edition'] == '2024']\nprint(korea[0]['country'], korea[0]['tier'])";
        let ran = Command::new("python3").arg("-c").arg(format!("{code}\n{check}")).output().unwrap();
        assert_eq!(
            String::from_utf8_lossy(&ran.stdout).trim(),
            "South Korea 1",
            "{}",
            String::from_utf8_lossy(&ran.stderr)
        );
    }
}
