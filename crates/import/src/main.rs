//! The command line of the importer: `cargo xtask import`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use import::{
    Edition, Names, Proposal, Source, accept, editions, fetch, files, proposal, rehearsed, review, tables,
};
use record::{Folder, MapSource};
use tip::Tier;

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
    rehearse: bool,
    paths: Vec<PathBuf>,
}

fn main() -> ExitCode {
    match command() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nimport: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn command() -> Result<()> {
    let mut asked = asked(std::env::args().skip(1))?;
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let data = root.join("data");
    let folder = record::tables::folder(&data)?;
    if asked.rehearse {
        return rehearse(&root, &folder, &asked.paths);
    }
    let tables = tables(&folder)?;
    if let Some(edition) = asked.fetch {
        asked.paths.push(fetch(&root, &tables, edition)?);
        asked.edition.get_or_insert(edition);
    }
    if asked.paths.is_empty() {
        bail!("which files or folders is the report in? cargo xtask import <folder or file>…");
    }
    let mut read = files::read(&asked.paths)?;
    let all = editions(&read.files, asked.edition, &Names::new(&tables));
    read.unread.extend(all.unread);
    if all.editions.is_empty() {
        read.unread.iter().for_each(|line| println!("Not read: {line}"));
        bail!("no narrative of the report was found");
    }
    let mut with = folder.clone();
    for (edition, found) in all.editions {
        let source = asked.source(edition);
        let mut made = proposal(&with, &found.found, &source)?;
        made.unread.extend(found.unread.iter().cloned());
        made.unread.extend(std::mem::take(&mut read.unread));
        report(&root, &with, &found, &source, &made)?;
        with = made.accepted(&with);
    }
    match asked.accept {
        true => println!(
            "\nTaken into data/: {} files. Next: cargo xtask data",
            accept(&root, &data, &folder, &with)?
        ),
        false => println!("Nothing is changed yet. To take it: the same command with --accept."),
    }
    Ok(())
}

fn asked(options: impl Iterator<Item = String>) -> Result<Asked> {
    let mut asked = Asked::default();
    let mut options = options;
    while let Some(word) = options.next() {
        let mut value = || options.next().with_context(|| format!("{word} wants a value"));
        let year = |text: String| text.parse().with_context(|| format!("“{text}” is no year"));
        match word.as_str() {
            "--edition" => asked.edition = Some(year(value()?)?),
            "--fetch" => asked.fetch = Some(year(value()?)?),
            "--copy" => {
                asked.kind = Some("copy".to_owned());
                asked.url = Some(value()?);
            }
            "--replace" => asked.replace = value()?.split(',').map(str::to_owned).collect(),
            "--sections" => asked.sections = true,
            "--accept" => asked.accept = true,
            "--rehearse" => asked.rehearse = true,
            option if option.starts_with("--") => bail!(
                "the options here are --edition 2026, --copy <address>, --replace KOR,PRK, --sections, --fetch 2026, --accept; not {option}"
            ),
            path => asked.paths.push(PathBuf::from(path)),
        }
    }
    Ok(asked)
}

impl Asked {
    fn source(&self, edition: u16) -> Source {
        Source {
            edition,
            kind: self.kind.clone().unwrap_or_else(|| "primary".to_owned()),
            url: self.url.clone(),
            replace: self.replace.clone(),
            sections: self.sections,
        }
    }
}

/// Tells a person what was read, and where to read on.
fn report(root: &Path, folder: &Folder, found: &Edition, source: &Source, made: &Proposal) -> Result<()> {
    let place = root.join("target/import").join(source.edition.to_string());
    fs::create_dir_all(&place)?;
    fs::write(place.join("proposal.diff"), made.diff(folder))?;
    fs::write(place.join("review.md"), review(made, source))?;
    let of = |tier: Tier| found.found.iter().filter(|one| one.narrative.tier == tier).count();
    let counts = Tier::ALL.map(|tier| format!("{} on {}", of(tier), tier.code())).join(", ");
    println!("\n── The {} edition: {} narratives ({counts})", source.edition, found.found.len());
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
    Ok(())
}

/// Writes a record with a made-up edition: `data/` and what is made of it in `assets/`. Asked for with the folder of the edition
/// and the one to write to.
fn rehearse(root: &Path, folder: &Folder, paths: &[PathBuf]) -> Result<()> {
    let [made_up, to] = paths else {
        bail!("--rehearse wants the made-up edition’s folder and the one to write to")
    };
    let world = fs::read_to_string(root.join("assets/map/world.json")).context("cannot read the map")?;
    let with = rehearsed(folder, made_up)?;
    let outputs = record::make(&with, MapSource::Made(&world))?;
    record::write(&outputs, &to.join("assets"))?;
    let data = to.join("data");
    fs::create_dir_all(&data)?;
    for (name, text) in &with {
        fs::write(data.join(name), text).with_context(|| format!("cannot write {name}"))?;
    }
    let words = to.join("assets/words");
    fs::create_dir_all(&words)?;
    for file in fs::read_dir(root.join("assets/words"))? {
        let file = file?;
        fs::copy(file.path(), words.join(file.file_name()))?;
    }
    Ok(())
}
