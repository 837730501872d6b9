//! `cargo xtask import`: the official report, as a person has saved it, read into a proposal for `data/`.
//!
//! Nothing is guessed, and nothing is overwritten: what cannot be read is listed, what `data/` has otherwise is shown beside
//! it. A proposal changes nothing until it is accepted.

mod blocks;
mod fetch;
mod figures;
mod heading;
mod names;
mod narrative;
mod proposal;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::data::{self, MapSource, tables};
use crate::process::say;
pub use proposal::{Found, Proposal, Source, proposal};

/// What a person asks for.
#[derive(Debug, Default)]
struct Asked {
    edition: Option<u16>,
    kind: Option<String>,
    url: Option<String>,
    replace: BTreeSet<String>,
    accept: bool,
    fetch: Option<u16>,
    paths: Vec<PathBuf>,
}

/// Runs the command with its options.
///
/// # Errors
/// Where options or files cannot be read, or the accepted data would not be in order.
pub fn import(root: &Path, options: &[&str]) -> Result<()> {
    let mut asked = asked(options)?;
    let data = root.join("data");
    let folder = tables::folder(&data)?;
    if let Some(edition) = asked.fetch {
        asked.paths.push(fetch::fetch(root, &folder, edition)?);
        asked.edition.get_or_insert(edition);
    }
    if asked.paths.is_empty() {
        bail!("which files or folders is the report in? cargo xtask import <folder or file>…");
    }
    let texts = texts(&asked.paths)?;
    let edition = match asked.edition {
        Some(edition) => edition,
        None => {
            edition_of(texts.values()).context("no file names its edition: say which by --edition 2026")?
        }
    };
    let (found, silent) = read(&texts);
    let source = Source {
        edition,
        kind: asked.kind.unwrap_or_else(|| "primary".to_owned()),
        url: asked.url,
        replace: asked.replace,
    };
    let mut made = proposal(&folder, &found, &source)?;
    made.unread
        .extend(silent.into_iter().map(|file| format!("{file}: no heading with a country and its tier")));
    told(root, &folder, &found, &source, &made, asked.accept)?;
    if asked.accept {
        accept(root, &data, &folder, &made)?;
    }
    Ok(())
}

fn asked(options: &[&str]) -> Result<Asked> {
    let mut asked = Asked::default();
    let mut words = options.iter();
    while let Some(word) = words.next() {
        let mut value = || words.next().copied().with_context(|| format!("{word} wants a value"));
        let year = |text: &str| text.parse().with_context(|| format!("“{text}” is no year"));
        match *word {
            "--edition" => asked.edition = Some(year(value()?)?),
            "--fetch" => asked.fetch = Some(year(value()?)?),
            "--copy" => {
                asked.kind = Some("copy".to_owned());
                asked.url = Some(value()?.to_owned());
            }
            "--replace" => asked.replace = value()?.split(',').map(str::to_owned).collect(),
            "--accept" => asked.accept = true,
            option if option.starts_with("--") => bail!(
                "the options here are --edition 2026, --copy <address>, --replace KOR,PRK, --fetch 2026, --accept; not {option}"
            ),
            path => asked.paths.push(PathBuf::from(path)),
        }
    }
    Ok(asked)
}

/// The texts of files, and of those in folders, by name.
fn texts(paths: &[PathBuf]) -> Result<BTreeMap<String, String>> {
    let mut texts = BTreeMap::new();
    for path in paths {
        if path.is_dir() {
            let entries: Vec<PathBuf> =
                fs::read_dir(path)?.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
            texts.extend(self::texts(&entries)?);
            continue;
        }
        let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
        if !["html", "htm", "txt"].contains(&ending.as_str()) {
            println!("Left out, being neither HTML nor text: {}", path.display());
            continue;
        }
        let bytes = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if texts.insert(name.clone(), text).is_some() {
            bail!("two files are called {name}: what was read could not be told apart");
        }
    }
    Ok(texts)
}

/// The narratives of some texts, and the files that have none.
fn read(texts: &BTreeMap<String, String>) -> (Vec<Found>, Vec<String>) {
    let (mut found, mut silent) = (Vec::new(), Vec::new());
    for (file, text) in texts {
        let blocks =
            if file.to_lowercase().ends_with(".txt") { blocks::plain(text) } else { blocks::html(text) };
        let narratives = narrative::narratives(&blocks);
        if narratives.is_empty() {
            silent.push(file.clone());
        }
        found.extend(narratives.into_iter().map(|narrative| Found { file: file.clone(), narrative }));
    }
    (found, silent)
}

/// The edition that most of the texts name: “2026 Trafficking in Persons Report”.
fn edition_of<'a>(texts: impl Iterator<Item = &'a String>) -> Option<u16> {
    let mut named: BTreeMap<u16, usize> = BTreeMap::new();
    for text in texts {
        for (at, _) in text.to_lowercase().match_indices(" trafficking in persons report") {
            let year = text.get(at.checked_sub(4)?..at).and_then(|year| year.parse().ok());
            if let Some(year) = year.filter(|year| (2001..2100).contains(year)) {
                *named.entry(year).or_default() += 1;
            }
        }
    }
    named.into_iter().max_by_key(|(_, times)| *times).map(|(year, _)| year)
}

/// Tells a person what was read, and where to read on.
fn told(
    root: &Path,
    folder: &data::Folder,
    found: &[Found],
    source: &Source,
    made: &Proposal,
    accepted: bool,
) -> Result<()> {
    let place = root.join("target/import").join(source.edition.to_string());
    fs::create_dir_all(&place)?;
    fs::write(place.join("proposal.diff"), made.diff(folder))?;
    fs::write(place.join("review.md"), made.review(source))?;
    say(format!("The {} edition: {} narratives ({})", source.edition, found.len(), proposal::counted(found)));
    for (title, lines) in [("Contradiction", &made.contradictions), ("Not read", &made.unread)] {
        for line in lines {
            println!("{title}: {line}");
        }
    }
    println!(
        "\nPlaced {}, known already {}, contradictions {}, not read {}, absent {}.",
        made.placed.len(),
        made.agreed.len(),
        made.contradictions.len(),
        made.unread.len(),
        made.absent.len()
    );
    println!("What would change: {}", place.join("proposal.diff").display());
    println!("What else to know: {}", place.join("review.md").display());
    if !accepted {
        println!("Nothing is changed yet. To take it: the same command with --accept.");
    }
    Ok(())
}

/// Takes a proposal, whole or not at all: where the data would not be in order with it, nothing is written.
fn accept(root: &Path, data: &Path, folder: &data::Folder, made: &Proposal) -> Result<()> {
    let with = accepted(folder, made);
    let world = fs::read_to_string(root.join("assets/map/world.json")).context("cannot read the map")?;
    data::make(&with, MapSource::Made(&world)).context("with what was read, data/ would not be in order")?;
    for (name, text) in &made.files {
        // Beside it first, so that a file is never half written.
        let (new, path) = (data.join(format!("{name}.new")), data.join(name));
        fs::write(&new, text).with_context(|| format!("cannot write {}", new.display()))?;
        fs::rename(&new, &path).with_context(|| format!("cannot write {}", path.display()))?;
    }
    println!("\nTaken into data/: {} files. Next: cargo xtask data", made.files.len());
    Ok(())
}

/// The outputs of `data/` with a made-up edition, as if its pages had been imported and accepted: what the tests in the
/// browser show. `place` has its row in `edition.tsv` and its pages in `pages/`.
///
/// # Errors
/// Where something of it cannot be read.
pub fn rehearsed(root: &Path, place: &Path) -> Result<data::Outputs> {
    let mut folder = tables::folder(&root.join("data"))?;
    add_edition(&mut folder, place)?;
    let texts = texts(&[place.join("pages")])?;
    let edition = edition_of(texts.values()).context("the made-up pages name no edition")?;
    let source = Source { edition, kind: "primary".to_owned(), url: None, replace: BTreeSet::new() };
    let made = proposal(&folder, &read(&texts).0, &source)?;
    let world = fs::read_to_string(root.join("assets/map/world.json")).context("cannot read the map")?;
    data::make(&accepted(&folder, &made), MapSource::Made(&world))
}

/// Adds the row of an edition, as a person does before importing it.
fn add_edition(folder: &mut data::Folder, place: &Path) -> Result<()> {
    let row = fs::read_to_string(place.join("edition.tsv")).context("the made-up edition has no row")?;
    folder.get_mut("editions.tsv").context("data/ has no editions.tsv")?.push_str(&row);
    Ok(())
}

/// `data/` with a proposal in it.
pub fn accepted(folder: &data::Folder, made: &Proposal) -> data::Folder {
    let mut with = folder.clone();
    with.extend(made.files.clone());
    with
}
