//! The description of the files that programs read (Frictionless Data Package, version 1), and its twin for people.

use record::Tables;
use record::tables::DictionaryRow;
use serde_json::{Value, json};
use tip::export::{self, Table};

use super::{LAYOUT, PLACEMENTS};
use crate::site::Base;

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

/// The description of all tables.
pub fn package(tables: &Tables, placements: &Table, base: &Base) -> Value {
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
    let fields = placements.columns.iter().map(|name| {
        let column = export::column(name);
        json!({ "name": name, "type": column.kind, "description": column.meaning })
    });
    let joined = json!({
        "name": PLACEMENTS,
        "path": format!("{PLACEMENTS}.csv"),
        "description": "Every country and edition with its placement, with names: where to start",
        "encoding": "utf-8",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "schema": { "fields": fields.collect::<Vec<_>>(), "missingValues": [""], "primaryKey": ["iso3", "edition"] },
    });
    let resources: Vec<Value> = std::iter::once(joined).chain(files.iter().map(resource)).collect();
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
        "layout": LAYOUT,
        "resources": resources,
    })
}

/// The same for people, as text.
pub fn readme(package: &Value, base: &Base) -> String {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let home = base.whole().unwrap_or_else(|| base.as_str().to_owned());
    let mut lines = vec![
        text(&package["title"]),
        String::new(),
        text(&package["description"]),
        String::new(),
        format!("Tier Atlas, data version {}, {home}", text(&package["version"])),
        "Compiled from public sources on the Trafficking in Persons Report of the U.S. Department of State; not a work of \
         the U.S. government."
            .to_owned(),
        "Licence of the compilation: MIT or Apache 2.0.".to_owned(),
        format!("Layout of these files: version {LAYOUT}."),
        String::new(),
        "Files, in UTF-8:".to_owned(),
        String::new(),
    ];
    let resources = package["resources"].as_array().map(Vec::as_slice).unwrap_or_default();
    lines
        .extend(resources.iter().map(|one| format!("{}: {}", text(&one["path"]), text(&one["description"]))));
    lines.push(String::new());
    lines.push(
        "What the columns mean stands in datapackage.json, and in tier-atlas.xlsx on the sheet Columns."
            .to_owned(),
    );
    lines.iter().map(|line| format!("{line}\r\n")).collect()
}
