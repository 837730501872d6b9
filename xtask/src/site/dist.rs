//! `cargo xtask dist`: the release site in `dist/`.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::card::{Cards, Painter};
use super::compress::compress;
use super::names::{self, Names};
use super::script::{self, Program};
use super::tools::Tools;
use super::{Base, annex, crawlers, download, html, install, offline, policy, still, tokens};
use crate::data::{language, tables};
use crate::process::{run, say};
use crate::setup::Npm;

/// What the app's script does where it cannot start: boot.js hears of it as of any error.
const FAILED: &str = "setTimeout(() => { throw error; });";

/// The style sheet's parts, in their order; one file of them is shipped.
const STYLES: [&str; 14] = [
    "tokens", "base", "shell", "parts", "map", "year", "country", "about", "compare", "changes", "trends",
    "search", "still", "print",
];

/// What a site is built for.
#[derive(Clone, Debug)]
pub struct Options {
    /// Where it is served.
    pub base: Base,
    /// Whether browsers may keep it for use without a connection; else they drop what they kept of it.
    pub offline: bool,
}

impl Default for Options {
    fn default() -> Options {
        Options { base: Base::default(), offline: true }
    }
}

/// Builds the site into `dist/`, whole or not at all: what is there stays until the new one is ready.
///
/// # Errors
/// Where a tool is missing or a step fails.
pub fn dist(root: &Path, options: &Options) -> Result<PathBuf> {
    let base = &options.base;
    let tools = Tools::here(root)?;
    let npm = tools.npm.as_ref();
    styles(root)?;
    boot(root, npm)?;
    tools.compile(root, "tier-atlas")?;

    say(format!("Building the release site for {}", base.as_str()));
    let stage = root.join("target/stage");
    if stage.exists() {
        fs::remove_dir_all(&stage)?;
    }
    let page = page(root, npm.is_some())?;
    let folders =
        tools.wasm_bindgen.parent().map(Path::to_path_buf).into_iter().chain(npm.map(Npm::programs));
    let built = run(tools
        .as_here(&mut Command::new(&tools.trunk))
        .current_dir(root)
        .args(["build", "--release", "--offline", "--public-url", base.as_str(), "--dist"])
        .arg(&stage)
        .arg(&page)
        .env("PATH", path_with(folders)?)
        // Trunk takes any value but true and false for an error.
        .env_remove("NO_COLOR"));
    if page.ends_with("index.plain.html") {
        fs::remove_file(&page)?;
    }
    built?;

    let annex = annex::build(root, &stage, &tools)?;
    let index = stage.join("index.html");
    let text = fs::read_to_string(&index).context("Trunk has written no index.html")?;
    let app = app(&stage, html::of_trunk(&text, base)?, npm)?;
    let text = names::move_trunks(&stage, &text, base.as_str())?;
    let names = Names::moved(&stage)?;
    let text = html::finished(&text, base, html::Scripts { app: &app, annex: &annex }, &names)?;
    let text = html::offline(&text, options.offline)?;
    pages(root, &stage, base, (&text, &html::annex_ahead(base, &annex)), npm)?;
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

/// Writes the pages, what tells of them (cards, feed, manifest), and the data to take along. `template` is the finished page, and what all but the
/// map's page fetch ahead.
fn pages(root: &Path, stage: &Path, base: &Base, template: (&str, &str), npm: Option<&Npm>) -> Result<()> {
    let data = still::Data::read(&root.join("assets"))?;
    let colours = tokens::themes(root)?;
    let [light, _] = &colours;
    let painter = match npm {
        Some(npm) => Some(Painter::new(&npm.fonts()?, light)?),
        None => None,
    };
    let cards = match &painter {
        Some(painter) => Cards::painted(stage, painter, &data.atlas, &data.world)?,
        None => Cards::default(),
    };
    let (page, annex) = template;
    let template = still::Template { page, annex, cards: &cards, colours: &colours };
    let paths = still::write(stage, base, &data, &template)?;
    crawlers::write(stage, base, &paths, &data.atlas, &cards)?;
    install::write(root, stage, base, light, painter.as_ref())?;
    download::write(stage, base, &tables::folder(&root.join("data"))?)
}

/// Puts a script that starts itself in the place of Trunk’s.
fn app(stage: &Path, (script, wasm): (String, String), npm: Option<&Npm>) -> Result<Program> {
    let (script, wasm) = (stage.join(script), stage.join(wasm));
    let text = fs::read_to_string(&script).context("Trunk has written no script")?;
    let bytes = fs::read(&wasm).context("Trunk has written no WebAssembly")?;
    for file in [script, wasm] {
        fs::remove_file(file)?;
    }
    script::write(
        stage,
        script::Made { name: "tier-atlas", script: &text, wasm: &bytes, failed: FAILED },
        npm,
    )
}

/// The page that Trunk starts from: index.html, or a copy without wasm-opt where that is not here.
fn page(root: &Path, wasm_opt: bool) -> Result<PathBuf> {
    let page = root.join("index.html");
    if wasm_opt {
        return Ok(page);
    }
    // Left out, it would be Trunk's default, which is to run it.
    let text = fs::read_to_string(&page)?.replace("data-wasm-opt=\"z\"", "data-wasm-opt=\"0\"");
    let plain = root.join("index.plain.html");
    fs::write(&plain, text)?;
    Ok(plain)
}

/// Joins the style sheet's parts.
///
/// # Errors
/// Where one is missing.
pub fn styles(root: &Path) -> Result<()> {
    let mut all = String::new();
    for name in STYLES {
        let path = root.join("src/style").join(name).with_extension("css");
        let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        all.push_str(&text);
    }
    fs::create_dir_all(root.join("target/style"))?;
    fs::write(root.join("target/style/atlas.css"), all)?;
    Ok(())
}

/// Writes the script that watches over the start, with what it says in every language.
///
/// # Errors
/// Where it or the words cannot be read.
pub fn boot(root: &Path, npm: Option<&Npm>) -> Result<()> {
    const PLACE: &str = "\"{words}\"";
    let script = fs::read_to_string(root.join("assets/boot.js")).context("cannot read assets/boot.js")?;
    if script.matches(PLACE).count() != 1 {
        bail!("assets/boot.js has no place for its words ({PLACE})");
    }
    fs::create_dir_all(root.join("target/boot"))?;
    let said = language::boot(root)?;
    let script = script.replace(PLACE, &said);
    let script = npm.map_or(Ok(script.clone()), |npm| npm.minified(&script, false))?;
    fs::write(root.join("target/boot/boot.js"), script)?;
    Ok(())
}

fn path_with(folders: impl Iterator<Item = PathBuf>) -> Result<OsString> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    Ok(std::env::join_paths(folders.chain(std::env::split_paths(&path)))?)
}

#[cfg(test)]
mod tests {
    use super::page;

    #[test]
    fn a_machine_without_wasm_opt_gets_a_page_that_does_not_ask_for_it() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let plain = page(root, false).unwrap();
        let text = std::fs::read_to_string(&plain).unwrap();
        std::fs::remove_file(&plain).unwrap();
        assert!(text.contains("data-wasm-opt=\"0\""), "{text}");
    }
}
