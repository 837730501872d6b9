//! What countries are found by: `names.json`.

use tip::file::{NamesFile, NamesRow, SCHEMA};
use tip::search::fold;
use unicode_normalization::UnicodeNormalization;

use crate::tables::Tables;

/// `names.json`.
pub fn names(tables: &Tables) -> NamesFile {
    let countries = tables.entities.iter().map(|row| &row.value).map(|entity| {
        let aliases = tables.aliases.iter().map(|row| &row.value).filter(|row| row.iso3 == entity.iso3);
        let cldr = tables.cldr_names.iter().map(|row| &row.value).filter(|row| row.iso3 == entity.iso3);
        let all = aliases.map(|row| &row.alias).chain(cldr.map(|row| &row.name));
        // What the atlas has, and what folds to what is there, finds nothing more.
        let mut seen = vec![folded(&entity.name), folded(&entity.report_name)];
        let mut names: Vec<(String, String)> = Vec::new();
        for name in all {
            let folded = folded(name);
            if !seen.contains(&folded) {
                let plain = fold(&name.to_ascii_lowercase()) == folded;
                names.push((name.clone(), if plain { String::new() } else { folded.clone() }));
                seen.push(folded);
            }
        }
        NamesRow { iso3: entity.iso3.clone(), numeric: entity.numeric.clone(), names }
    });
    NamesFile { schema: SCHEMA, countries: countries.collect() }
}

/// A country's other names in English.
pub fn english(tables: &Tables, iso3: &str) -> Vec<String> {
    let aliases = tables.aliases.iter().map(|row| &row.value);
    aliases.filter(|row| row.iso3 == iso3 && row.lang == "en").map(|row| row.alias.clone()).collect()
}

/// A name as the search compares it.
fn folded(name: &str) -> String {
    fold(&name.to_lowercase().nfd().collect::<String>())
}
