//! The names of countries in the Unicode Common Locale Data Repository, made into `data/cldr_names.tsv`.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};
use record::problem::Problems;
use record::tables::{Tables, folder};
use serde_json::Value;
use words::Lang;

use crate::process::{answer, run, say};

/// The package of npm, and its version.
const PACKAGE: &str = "cldr-localenames-full@48.2.0";

/// Writes the names that `data/` has countries for, in the languages of the interface: long, short and variant.
///
/// # Errors
/// Where npm is not there, the package cannot be fetched, or it lacks a language.
pub fn names(root: &Path) -> Result<()> {
    if answer("npm", &["--version"]).is_none() {
        bail!("npm is not here; it brings the names");
    }
    say(format!("Getting {PACKAGE} from npm"));
    let place = root.join("target/cldr");
    fs::create_dir_all(&place)?;
    run(Command::new("npm")
        .args(["install", "--no-audit", "--no-fund", "--no-save", "--prefix"])
        .arg(&place)
        .arg(PACKAGE))?;
    let tables = Tables::read(&folder(&root.join("data"))?, &mut Problems::default());
    let mut rows = BTreeSet::new();
    for lang in Lang::ALL.map(Lang::tag) {
        let file = place.join(format!("node_modules/cldr-localenames-full/main/{lang}/territories.json"));
        let text = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
        let json: Value = serde_json::from_str(&text)?;
        let names = json.pointer(&format!("/main/{lang}/localeDisplayNames/territories"));
        let names = names.and_then(Value::as_object).with_context(|| format!("no territories in {lang}"))?;
        for entity in tables.entities.iter().map(|row| &row.value) {
            for kind in ["", "-alt-short", "-alt-variant"] {
                if let Some(name) = names.get(&format!("{}{kind}", entity.iso2)).and_then(Value::as_str) {
                    rows.insert(format!("{}\t{lang}\t{name}\n", entity.iso3));
                }
            }
        }
    }
    let text: String = std::iter::once("iso3\tlang\tname\n".to_owned()).chain(rows).collect();
    fs::write(root.join("data/cldr_names.tsv"), text).context("cannot write data/cldr_names.tsv")?;
    println!("data/cldr_names.tsv is written; cargo xtask data takes it into assets/");
    Ok(())
}
