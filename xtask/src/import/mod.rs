//! `cargo xtask import`: the official report, as a person has saved it, read into a proposal for `data/`.
//!
//! Nothing is guessed, and nothing is overwritten: what cannot be read is listed, what `data/` has otherwise is shown beside
//! it. A proposal changes nothing until it is accepted.

mod blocks;
mod draft;
mod fetch;
mod figures;
mod heading;
mod names;
mod narrative;
mod proposal;
mod propose;
mod rows;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::data::{self, MapSource, tables};
use crate::process::say;
pub use proposal::{Found, Proposal, Source};
pub use propose::proposal;

/// What a person asks for.
#[derive(Debug, Default)]
struct Asked {
    edition: Option<u16>,
    kind: Option<String>,
    url: Option<String>,
    replace: BTreeSet<String>,
    sections: bool,
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
    let (texts, mut unread) = texts(&asked.paths)?;
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
        sections: asked.sections,
    };
    let mut made = proposal(&folder, &found, &source)?;
    unread.extend(silent);
    made.unread.append(&mut unread);
    report(root, &folder, &found, &source, &made, asked.accept)?;
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
            "--sections" => asked.sections = true,
            "--accept" => asked.accept = true,
            option if option.starts_with("--") => bail!(
                "the options here are --edition 2026, --copy <address>, --replace KOR,PRK, --sections, --fetch 2026, --accept; not {option}"
            ),
            path => asked.paths.push(PathBuf::from(path)),
        }
    }
    Ok(asked)
}

/// The texts of files, and of those in folders, by their paths from there on; and what is no text.
fn texts(paths: &[PathBuf]) -> Result<(BTreeMap<String, String>, Vec<String>)> {
    let (mut texts, mut unread) = (BTreeMap::new(), Vec::new());
    for path in paths {
        let base = if path.is_dir() { path.as_path() } else { path.parent().unwrap_or(path) };
        for file in files(path)? {
            let name = file.strip_prefix(base).unwrap_or(&file).display().to_string();
            let bytes = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
            match String::from_utf8(bytes) {
                Ok(text) => {
                    if texts.insert(name.clone(), text).is_some() {
                        bail!("two files are called {name}: what was read could not be told apart");
                    }
                }
                Err(_) => unread
                    .push(format!("{name}: it is not in UTF-8, so its letters cannot be told; save it so")),
            }
        }
    }
    Ok((texts, unread))
}

/// The files of HTML and text in a folder, without what browsers save beside a page; or the one file.
fn files(path: &Path) -> Result<Vec<PathBuf>> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    if path.is_dir() {
        let mut found = Vec::new();
        for entry in fs::read_dir(path).with_context(|| format!("cannot read {}", path.display()))? {
            let path = entry?.path();
            if !(path.is_dir() && path.to_string_lossy().ends_with("_files")) {
                found.append(&mut files(&path)?);
            }
        }
        return Ok(found);
    }
    let ending = name.rsplit('.').next().unwrap_or_default().to_lowercase();
    if !["html", "htm", "txt"].contains(&ending.as_str()) {
        println!("Left out, being neither HTML nor text: {}", path.display());
        return Ok(Vec::new());
    }
    Ok(vec![path.to_owned()])
}

/// The narratives of some texts, and the files that have none, with the reason.
fn read(texts: &BTreeMap<String, String>) -> (Vec<Found>, Vec<String>) {
    let (mut found, mut silent) = (Vec::new(), Vec::new());
    for (file, text) in texts {
        let blocks = match file.to_lowercase().ends_with(".txt") {
            true => Ok(blocks::plain(text)),
            false => blocks::html(text),
        };
        let narratives =
            blocks.map(|blocks| narrative::narratives(&blocks)).and_then(|narratives| match narratives {
                none if none.is_empty() => Err("no heading with a country and its tier".to_owned()),
                some => Ok(some),
            });
        let editions: BTreeSet<u16> = editions_of(text).into_iter().collect();
        match narratives {
            Ok(narratives) => found.extend(narratives.into_iter().map(|narrative| Found {
                file: file.clone(),
                editions: editions.clone(),
                narrative,
            })),
            Err(why) => silent.push(format!("{file}: {why}")),
        }
    }
    (found, silent)
}

/// The editions that a text names, as often as it does: “2026 Trafficking in Persons Report”, “2026 TIP Report”.
fn editions_of(text: &str) -> Vec<u16> {
    let plain = text.to_ascii_lowercase();
    let year = |(at, _)| plain.get(usize::checked_sub(at, 4)?..at)?.parse().ok();
    let names = [" trafficking in persons report", " tip report"];
    let years = names.into_iter().flat_map(|name| plain.match_indices(name)).filter_map(year);
    years.filter(|year| (2001..2100).contains(year)).collect()
}

/// The edition that texts name most often.
fn edition_of<'a>(texts: impl Iterator<Item = &'a String>) -> Option<u16> {
    let mut named: BTreeMap<u16, usize> = BTreeMap::new();
    for year in texts.flat_map(|text| editions_of(text)) {
        *named.entry(year).or_default() += 1;
    }
    named.into_iter().max_by_key(|(_, times)| *times).map(|(year, _)| year)
}

/// Tells a person what was read, and where to read on.
fn report(
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
    let (texts, _) = texts(&[place.join("pages")])?;
    let edition = edition_of(texts.values()).context("the made-up pages name no edition")?;
    let source =
        Source { edition, kind: "primary".to_owned(), url: None, replace: BTreeSet::new(), sections: true };
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
