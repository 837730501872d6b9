//! `cargo xtask dist`: the release site in `dist/`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::card::{Cards, Painter};
use super::compress::compress;
use super::document::{Assets, Site};
use super::names::{self, Names};
use super::static_pages::Data;
use super::tools::Tools;
use super::{Base, crawlers, download, install, offline, policy, program, static_pages, tokens};
use crate::language;
use crate::process::Steps;
use crate::setup::Npm;

/// The style sheet's parts, in their order. Two files of them are shipped: of the shell and the map's page, and of the others.
const SHELL: [&str; 6] = ["tokens", "base", "shell", "parts", "map", "year"];
/// The parts of the other pages.
const PAGES: [&str; 7] = ["country", "about", "compare", "changes", "trends", "search", "followed"];
/// What has the last word in both files.
const LAST: [&str; 2] = ["static", "print"];

/// How many steps a build has.
pub const STEPS: usize = 4;

/// What a site is built for.
#[derive(Clone, Debug)]
pub struct Options {
    /// Where it is served.
    pub base: Base,
    /// Whether browsers may keep it for use without a connection; else they drop what they kept of it.
    pub offline: bool,
    /// The folder with the `data/` and `assets/` that it shows; the repository, where it is `None`.
    pub record: Option<PathBuf>,
}

impl Default for Options {
    fn default() -> Options {
        Options { base: Base::default(), offline: true, record: None }
    }
}

/// Builds the site into `dist/`, whole or not at all: what is there stays until the new one is ready.
///
/// # Errors
/// Where a tool is missing or a step fails.
pub fn dist(root: &Path, options: &Options) -> Result<PathBuf> {
    dist_in(root, options, &mut Steps::of(STEPS))
}

/// [`dist`] as the first [`STEPS`] of a longer command.
///
/// # Errors
/// As [`dist`].
pub fn dist_in(root: &Path, options: &Options, steps: &mut Steps) -> Result<PathBuf> {
    let base = &options.base;
    steps.next("what the build needs, from npm and rustup", "some seconds");
    let tools = Tools::here(root)?;
    let npm = tools.npm.as_ref();
    let stage = root.join("target/stage");
    if stage.exists() {
        fs::remove_dir_all(&stage)?;
    }
    fs::create_dir_all(&stage)?;
    let program = program::build(root, &stage, &tools, steps)?;
    steps.next(&format!("writing the pages for {} and compressing them", base.as_str()), "about a minute");
    let record = options.record.as_deref().unwrap_or(root);
    let names = Names::placed(&record.join("assets"), &stage)?;
    let data = static_pages::Data::read(&record.join("assets"))?;
    let assets = assets(root, &stage, &data, npm)?;
    let site = Site {
        base,
        program: &program,
        names: &names,
        assets: &assets,
        offline: options.offline,
        version: data.atlas.version(),
    };
    pages(root, &stage, site, &data, npm)?;
    download::write(&stage, base, &record::tables::folder(&record.join("data"))?, &data.atlas)?;
    offline::write(root, &stage, &names, options.offline)?;
    compress(&stage)?;
    fs::write(stage.join("_headers"), policy::headers_file(base))?;

    let dist = root.join("dist");
    if dist.exists() {
        fs::remove_dir_all(&dist)?;
    }
    fs::rename(&stage, &dist).context("cannot move the site into dist/")?;
    Ok(dist)
}

/// Writes the pages, their cards, feed and manifest.
fn pages(root: &Path, stage: &Path, site: Site<'_>, data: &Data, npm: Option<&Npm>) -> Result<()> {
    let base = site.base;
    let colours = tokens::themes(root)?;
    let [light, _] = &colours;
    let painter = match npm {
        Some(npm) => Some(Painter::new(&npm.fonts()?, light)?),
        None => None,
    };
    let cards = match &painter {
        Some(painter) => Cards::painted(stage, painter, (&data.atlas, &data.world, &data.consequences))?,
        None => Cards::default(),
    };
    let paths =
        static_pages::write(stage, site, data, &static_pages::Heads { cards: &cards, colours: &colours })?;
    crawlers::write(stage, base, &paths, data, &cards)?;
    install::write(root, stage, base, light, painter.as_ref())?;
    fs::copy(root.join("assets/NOTICE.txt"), stage.join("NOTICE.txt")).context("cannot copy NOTICE.txt")?;
    Ok(())
}

/// Writes the files that every document names.
fn assets(root: &Path, stage: &Path, data: &Data, npm: Option<&Npm>) -> Result<Assets> {
    let icon = fs::read(root.join("assets/icon.svg")).context("cannot read assets/icon.svg")?;
    Ok(Assets {
        style: names::write(stage, "atlas", "css", shell_styles(root, data)?.as_bytes())?,
        pages_style: names::write(stage, "pages", "css", styles(root, &[&PAGES[..], &LAST])?.as_bytes())?,
        boot: names::write(stage, "boot", "js", boot(root, npm)?.as_bytes())?,
        icon: names::write(stage, "icon", "svg", &icon)?,
    })
}

/// Parts of the style sheet, joined.
fn styles(root: &Path, parts: &[&[&str]]) -> Result<String> {
    let part = |name: &&str| {
        let path = root.join("src/style").join(name).with_extension("css");
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))
    };
    parts.iter().copied().flatten().map(part).collect()
}

/// The style sheet of the shell and the map's page, and behind it what it has of the data: how many editions the year control has.
fn shell_styles(root: &Path, data: &Data) -> Result<String> {
    let parts = styles(root, &[&SHELL[..], &LAST])?;
    Ok(format!("{parts}.year-track {{ --editions: {}; }}\n", data.atlas.editions().len()))
}

/// The script that watches over the start, with what it says in every language.
fn boot(root: &Path, npm: Option<&Npm>) -> Result<String> {
    const PLACE: &str = "\"{words}\"";
    let script = fs::read_to_string(root.join("assets/boot.js")).context("cannot read assets/boot.js")?;
    if script.matches(PLACE).count() != 1 {
        bail!("assets/boot.js has no place for its words ({PLACE})");
    }
    let script = script.replace(PLACE, &language::boot(root)?);
    npm.map_or(Ok(script.clone()), |npm| npm.minified(&script, false))
}

#[cfg(test)]
mod tests {
    use super::{LAST, PAGES, SHELL};

    /// Who runs Trunk gets the same style sheet: `index.html` links its parts, in the same order.
    #[test]
    fn trunks_page_has_the_same_styles() {
        let page = include_str!("../../../index.html");
        let linked: Vec<&str> =
            page.split("href=\"src/style/").skip(1).filter_map(|rest| rest.split(".css\"").next()).collect();
        assert_eq!(linked, [&SHELL[..], &PAGES, &LAST].concat());
    }
}
