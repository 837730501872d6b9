//! What the first view weighs, as it is sent: in brotli.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::compress::{brotli, files};
use super::names::FOLDER;

/// A part of the first view.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Part {
    /// What it is.
    pub kind: Kind,
    /// Its file within `dist/`.
    pub file: String,
    /// Its size in bytes.
    pub bytes: usize,
    /// Its size in bytes as sent, compressed by brotli at level 11.
    pub brotli: usize,
}

/// The kinds of part that have a budget of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// The page, with the map in it, and its icon.
    Page,
    /// The style sheet.
    Style,
    /// The WebAssembly and the scripts that load it.
    Wasm,
    /// The dataset.
    Data,
    /// What only other pages fetch: no part of the first view.
    Annex,
    /// The map as a file, for who comes to it from another page.
    Map,
    /// The words of the languages but English, of which a reader fetches one at most: no part of the first view
    /// in English.
    Words,
}

/// Budgets in bytes of brotli, as they are to be in the end.
pub const BUDGETS: [(&str, Option<Kind>, usize); 6] = [
    ("first view in all", None, 200_000),
    ("wasm and glue", Some(Kind::Wasm), 150_000),
    ("geometry", Some(Kind::Map), 40_000),
    ("dataset", Some(Kind::Data), 8_000),
    ("annex", Some(Kind::Annex), 184_000),
    ("words of three languages", Some(Kind::Words), 24_000),
];

/// The parts of the first view of a built site, and the annex.
///
/// # Errors
/// Where the site is not there.
pub fn parts(dist: &Path) -> Result<Vec<Part>> {
    let folder = dist.join(FOLDER);
    let mut files = files(&folder).with_context(|| format!("there is no site in {}", dist.display()))?;
    files.push(dist.join("index.html"));
    let mut parts = Vec::new();
    for path in files {
        let Some(kind) = kind(&path) else { continue };
        let bytes = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        parts.push(Part {
            kind,
            file: path.strip_prefix(dist)?.display().to_string(),
            bytes: bytes.len(),
            brotli: brotli(&bytes)?.len(),
        });
    }
    parts.sort_by_key(|part| (part.kind, part.file.clone()));
    Ok(parts)
}

fn kind(path: &Path) -> Option<Kind> {
    let name = path.file_name()?.to_str()?;
    let stem = name.split('-').next()?;
    match path.extension()?.to_str()? {
        "html" | "svg" => Some(Kind::Page),
        "css" => Some(Kind::Style),
        "js" | "wasm" if stem == "annex" => Some(Kind::Annex),
        "js" | "wasm" => Some(Kind::Wasm),
        "json" if stem == "atlas" => Some(Kind::Data),
        "json" if stem == "world" => Some(Kind::Map),
        "json" if path.parent()?.ends_with("words") => Some(Kind::Words),
        _ => None,
    }
}

/// The sum over a kind, or over the whole first view.
pub fn sum(parts: &[Part], kind: Option<Kind>) -> usize {
    let counts = |part: &&Part| kind.map_or(part.kind < Kind::Annex, |kind| part.kind == kind);
    parts.iter().filter(counts).map(|part| part.brotli).sum()
}

/// Prints the parts and the budgets; returns the budgets that are broken.
pub fn report(parts: &[Part]) -> Vec<String> {
    println!("{:<44} {:>10} {:>10}", "first view", "bytes", "brotli");
    for part in parts {
        println!("{:<44} {:>10} {:>10}", part.file, part.bytes, part.brotli);
    }
    let mut broken = Vec::new();
    for (name, kind, budget) in BUDGETS {
        let brotli = sum(parts, kind);
        println!("{name:<44} {:>10} {brotli:>10}  of {budget}", "");
        if brotli > budget {
            broken.push(format!("{name}: {brotli} bytes of brotli, the budget is {budget}"));
        }
    }
    broken
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_budget_is_named() {
        let part = |kind, brotli| Part { kind, file: "x".to_owned(), bytes: 0, brotli };
        assert_eq!(report(&[part(Kind::Wasm, 150_000), part(Kind::Map, 40_000)]), Vec::<String>::new());
        let broken = report(&[part(Kind::Wasm, 150_001), part(Kind::Page, 60_000), part(Kind::Map, 60_000)]);
        assert_eq!(broken.len(), 3);
        assert!(broken[1].starts_with("wasm and glue: 150001"));
    }
}
