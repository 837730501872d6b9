//! The commands of Tier Atlas. `cargo xtask` alone lists them.

mod bench;
mod browser;
mod cldr;
mod language;
mod parallel;
mod port;
mod process;
mod rivals;
mod setup;
mod site;
mod test;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use site::{Base, Options};

const HELP: &str = "\
cargo xtask serve [--base /atlas/]   build the release site and serve it on this machine
cargo xtask test                     everything that CI checks
cargo xtask dist [--base /atlas/]    the release site, into dist/; --base https://example.org/atlas/ also for
                                     addresses that have to be whole (canonical links, share cards, sitemap);
                                     --no-offline for one that browsers do not keep, and drop where they kept it;
                                     --record <folder> for the data/ and assets/ in another folder
cargo xtask data [--check]           check data/ and write assets/ from it
cargo xtask names                    fetch the names of countries in other languages into data/cldr_names.tsv
cargo xtask import <folder or file>…  read the official report into a proposal for data/; --accept takes it
                                     (docs/new-edition.md)
cargo xtask fuzz [number] [seed]     so many addresses, ten million unless said, made from a seed
cargo xtask bench                    measure, print a table, write target/bench.json

Each installs what it lacks and says so.";

fn main() -> ExitCode {
    match command() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("\nxtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn command() -> Result<ExitCode> {
    let root = root()?;
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match args.as_slice() {
        ["dist", options @ ..] => {
            let options = site_options(options)?;
            let dist = site::dist(&root, &options)?;
            println!("\nThe site is in {}", dist.display());
            if options.base.origin().is_none() {
                println!(
                    "Its own address is not known, so it has no sitemap, and share cards are named without a host: \
                     for both, --base https://example.org/"
                );
            }
        }
        ["serve", options @ ..] => {
            let options = site_options(options)?;
            let mut steps = process::Steps::of(site::STEPS + 1);
            let dist = site::dist_in(&root, &options, &mut steps)?;
            steps.next("compiling and starting the server", "half a minute the first time");
            serve(&root, &dist, &options.base)?;
        }
        ["test"] => test::test(&root)?,
        ["bench"] => bench::bench(&root)?,
        ["fuzz", options @ ..] => fuzz(&root, options)?,
        ["import", options @ ..] => process::run(importer(&root).args(options))?,
        ["data"] => write_data(&root)?,
        ["data", "--check"] => check_data(&root)?,
        ["names"] => cldr::names(&root)?,
        [] | ["help" | "--help" | "-h"] => println!("{HELP}"),
        _ => bail!("there is no such command\n\n{HELP}"),
    }
    Ok(ExitCode::SUCCESS)
}

/// The importer, a program of its own, so that building the site does not compile what reads old files.
fn importer(root: &Path) -> std::process::Command {
    let mut command = process::cargo(root);
    command.args(["run", "--package", "import", "--"]);
    command
}

/// Has the reader of addresses read many of them.
fn fuzz(root: &Path, options: &[&str]) -> Result<()> {
    let (cases, seed) = match options {
        [] => ("10000000", "1"),
        [cases] => (*cases, "1"),
        [cases, seed] => (*cases, *seed),
        _ => bail!("fuzz takes a number of addresses and a seed"),
    };
    for number in [cases, seed] {
        number.parse::<u64>().with_context(|| format!("“{number}” is no whole number"))?;
    }
    process::say(format!("Reading {cases} addresses made from seed {seed}"));
    let test = "permalink::tests::any_address_of_a_long_run";
    process::run(
        process::cargo(root)
            .args(["test", "--release", "-p", "tip", "--lib", "--", "--exact", test])
            .env("TIER_ATLAS_CASES", cases)
            .env("TIER_ATLAS_SEED", seed),
    )
}

fn site_options(mut words: &[&str]) -> Result<Options> {
    let mut options = Options::default();
    loop {
        words = match words {
            [] => return Ok(options),
            ["--base", base, rest @ ..] => {
                options.base = Base::parse(base)?;
                rest
            }
            ["--no-offline", rest @ ..] => {
                options.offline = false;
                rest
            }
            ["--record", folder, rest @ ..] => {
                options.record = Some(PathBuf::from(folder));
                rest
            }
            _ => bail!(
                "the options here are --base /path/, --base https://example.org/path/, --no-offline, and --record <folder>"
            ),
        };
    }
}

fn serve(root: &Path, dist: &Path, base: &Base) -> Result<()> {
    process::run(process::cargo(root).args(["run", "--package", "host", "--"]).arg(dist).arg(base.as_str()))
}

/// The workspace's folder.
fn root() -> Result<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("xtask stands in no folder")?;
    Ok(folder.to_path_buf())
}

/// The outputs of `data/` and of the words as they are; with the map made anew where its source can be had.
fn outputs(root: &Path) -> Result<record::Outputs> {
    let folder = record::tables::folder(&root.join("data"))?;
    let mut words = language::files(root)?;
    let mut outputs = match setup::Npm::packages(root)? {
        Some(npm) => record::make(&folder, record::MapSource::TopoJson(&npm.topojson()?))?,
        None => {
            let made = root.join("assets/map/world.json");
            let made =
                std::fs::read_to_string(&made).with_context(|| format!("cannot read {}", made.display()))?;
            record::make(&folder, record::MapSource::Made(&made))?
        }
    };
    outputs.append(&mut words);
    Ok(outputs)
}

fn write_data(root: &Path) -> Result<()> {
    let outputs = outputs(root)?;
    let changed = record::write(&outputs, &root.join("assets"))?;
    println!("data/ is in order: {} files in assets/, {changed} of them changed", outputs.len());
    Ok(())
}

fn check_data(root: &Path) -> Result<()> {
    let outputs = outputs(root)?;
    let stale = record::differences(&outputs, &root.join("assets"))?;
    if !stale.is_empty() {
        bail!("assets/ is not what data/ makes; run cargo xtask data. {}", record::stale_files(&stale));
    }
    println!("data/ is in order, and assets/ is made from it");
    Ok(())
}
