//! The names in the report's headings, found among those that `data/` knows.

use std::collections::{BTreeMap, BTreeSet};

use unicode_normalization::UnicodeNormalization;

use crate::data::Tables;

/// Every name by which a country is known, folded.
#[derive(Debug)]
pub struct Names {
    codes: BTreeMap<String, BTreeSet<String>>,
    /// For telling what is near.
    told: Vec<(String, String)>,
}

impl Names {
    /// Names, names in the report, and aliases.
    pub fn new(tables: &Tables) -> Names {
        let mut names = Names { codes: BTreeMap::new(), told: Vec::new() };
        for row in tables.entities.iter().map(|row| &row.value) {
            names.add(&row.iso3, &row.name);
            names.add(&row.iso3, &row.report_name);
        }
        for row in tables.aliases.iter().map(|row| &row.value) {
            names.add(&row.iso3, &row.alias);
        }
        names
    }

    fn add(&mut self, iso3: &str, name: &str) {
        self.codes.entry(folded(name)).or_default().insert(iso3.to_owned());
        self.told.push((name.to_owned(), iso3.to_owned()));
    }

    /// The code of a name.
    ///
    /// # Errors
    /// Why there is none: what is near, or that the name is that of several.
    pub fn find(&self, name: &str) -> Result<&str, String> {
        let key = folded(name);
        match self.codes.get(&key).map(|codes| codes.iter().collect::<Vec<_>>()).as_deref() {
            Some([code]) => Ok(code),
            Some(several) => Err(format!("the name is that of {several:?}")),
            None => {
                let near = |known: &str| strsim::jaro_winkler(&folded(known), &key);
                let nearest = self.told.iter().max_by(|a, b| near(&a.0).total_cmp(&near(&b.0)));
                let nearest = nearest.map(|(known, code)| format!("; the nearest is {known} ({code})"));
                Err(format!("no name in entities.tsv or aliases.tsv is this{}", nearest.unwrap_or_default()))
            }
        }
    }
}

fn folded(name: &str) -> String {
    tip::search::fold(&name.to_lowercase().nfd().collect::<String>())
}
