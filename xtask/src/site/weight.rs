//! What pages weigh, as they are sent: in brotli.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use html5gum::{StartTag, Token, Tokenizer};

use super::compress::{brotli, files};
use super::names::FOLDER;

/// Weights in bytes of brotli, by what they are of.
pub type Weights = BTreeMap<&'static str, usize>;

/// The pages whose code has a budget of its own, by the file of their document. A page's code is its scripts and the parts of
/// the program that it fetches ahead.
const PAGES: [(&str, &str); 9] = [
    ("code of /", "index.html"),
    ("code of /country/KOR", "country/KOR.html"),
    ("code of /compare", "compare.html"),
    ("code of /changes", "changes.html"),
    ("code of /consequences", "consequences.html"),
    ("code of /watch-list", "watch-list.html"),
    ("code of /trends", "trends.html"),
    ("code of /search", "search.html"),
    ("code of /about", "about.html"),
];

/// Budgets in bytes of brotli.
pub const BUDGETS: [(&str, usize); 13] = [
    ("first view of /", 210_000),
    ("code of /", 158_000),
    ("code of /country/KOR", 192_000),
    ("code of /compare", 216_000),
    ("code of /changes", 200_000),
    ("code of /consequences", 200_000),
    ("code of /watch-list", 200_000),
    ("code of /trends", 216_000),
    ("code of /search", 216_000),
    ("code of /about", 216_000),
    ("geometry", 40_000),
    ("dataset", 8_000),
    ("words of another language", 12_500),
];

/// A budget that is broken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// What is too heavy.
    pub name: &'static str,
    weight: usize,
    budget: usize,
}

impl std::fmt::Display for Broken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {} bytes of brotli, the budget is {}", self.name, self.weight, self.budget)
    }
}

/// Weighs a built site.
///
/// # Errors
/// Where the site is not there.
pub fn weigh(dist: &Path) -> Result<Weights> {
    let mut weights = Weights::new();
    for (name, file) in PAGES {
        let fetched = fetched(&document(dist, file)?);
        let code = fetched.iter().filter(|path| path.ends_with(".js") || path.ends_with(".wasm"));
        weights.insert(name, code.map(|path| size(dist, path)).sum::<Result<usize>>()?);
    }
    let first = fetched(&document(dist, "index.html")?);
    let first: usize = first.iter().map(|path| size(dist, path)).sum::<Result<usize>>()?;
    weights.insert("first view of /", size(dist, "index.html")? + first);
    let mut of = |name: &'static str, is: fn(&str) -> bool| -> Result<()> {
        let mut sum = 0;
        for path in files(&dist.join(FOLDER))? {
            let path = path.strip_prefix(dist)?.display().to_string();
            if is(&path) {
                sum += size(dist, &path)?;
            }
        }
        weights.insert(name, sum);
        Ok(())
    };
    of("geometry", |path| path.starts_with("hashed/map/") && path.ends_with(".json"))?;
    of("dataset", |path| path.starts_with("hashed/data/atlas-") && path.ends_with(".json"))?;
    let mut words = 0;
    for path in files(&dist.join(FOLDER).join("words"))?
        .iter()
        .filter(|path| path.extension().is_some_and(|kind| kind == "json"))
    {
        words = words.max(brotli(&fs::read(path)?)?.len());
    }
    // A page is in one language.
    weights.insert("words of another language", words);
    Ok(weights)
}

/// Prints the weights beside their budgets; returns the budgets that are broken.
pub fn report(weights: &Weights) -> Vec<Broken> {
    println!("{:<28} {:>10} {:>10}", "bytes of brotli", "", "budget");
    let mut broken = Vec::new();
    for (name, budget) in BUDGETS {
        let weight = weights.get(name).copied().unwrap_or_default();
        println!("{name:<28} {weight:>10} {budget:>10}");
        if weight > budget {
            broken.push(Broken { name, weight, budget });
        }
    }
    broken
}

fn document(dist: &Path, file: &str) -> Result<String> {
    fs::read_to_string(dist.join(file)).with_context(|| format!("there is no {file} in {}", dist.display()))
}

fn size(dist: &Path, path: &str) -> Result<usize> {
    let bytes = fs::read(dist.join(path)).with_context(|| format!("the site has no {path}"))?;
    Ok(brotli(&bytes)?.len())
}

/// The files under hashed names that a document fetches, without the site's base path, each once.
fn fetched(document: &str) -> Vec<String> {
    let mut paths = Vec::new();
    for Ok(token) in Tokenizer::new(document) {
        let Token::StartTag(StartTag { name, attributes, .. }) = token else { continue };
        let attribute = match name.as_slice() {
            b"script" => &b"src"[..],
            b"link" => b"href",
            _ => continue,
        };
        let value =
            attributes.iter().find(|(known, _)| known.as_slice() == attribute).map(|(_, value)| value);
        let value = value.map(|value| String::from_utf8_lossy(value).into_owned()).unwrap_or_default();
        if let Some((_, file)) = value.split_once(&format!("/{FOLDER}/")) {
            paths.push(format!("{FOLDER}/{file}"));
        }
    }
    paths.sort();
    paths.dedup();
    paths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_budget_is_named() {
        let (_, budget) = BUDGETS[1];
        let weights = |of: usize| Weights::from([("code of /", of), ("geometry", 40_000)]);
        assert_eq!(report(&weights(budget)), []);
        let broken = report(&weights(budget + 1));
        assert_eq!(broken.len(), 1);
        assert!(
            broken[0].to_string().starts_with(&format!("code of /: {} bytes", budget + 1)),
            "{}",
            broken[0]
        );
    }

    #[test]
    fn what_a_document_fetches_is_weighed_once() {
        let document = "<link rel=\"preload\" href=\"/a/hashed/x_bg.wasm\"><script src=\"/a/hashed/x.js\"></script>\
            <link rel=\"icon\" href=\"/a/hashed/icon.svg\"><link rel=\"canonical\" href=\"/a/about\"><link href=\"/a/hashed/x_bg.wasm\">";
        assert_eq!(fetched(document), ["hashed/icon.svg", "hashed/x.js", "hashed/x_bg.wasm"]);
    }
}
