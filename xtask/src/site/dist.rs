//! `cargo xtask dist`: the release site in `dist/`.

use std::ffi::OsString;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::{Context, Result, bail};
use flate2::Compression;
use flate2::write::GzEncoder;

use super::{annex, html, policy, script, still};
use crate::data::language;
use crate::process::{answer, run, say};
use crate::setup::{self, Npm};

/// The style sheet's parts, in their order; one file of them is shipped.
const STYLES: [&str; 13] = [
    "tokens", "base", "shell", "parts", "map", "year", "country", "about", "compare", "changes", "trends",
    "still", "print",
];

/// Where the site is served: the path, which starts and ends with `/`, and, where it was said, the origin before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Base {
    path: String,
    origin: Option<String>,
}

impl Default for Base {
    fn default() -> Base {
        Base { path: "/".to_owned(), origin: None }
    }
}

impl Base {
    /// Reads a base path such as `/atlas/`, or the whole address of a site, `https://example.org/atlas/`.
    ///
    /// # Errors
    /// Where it is neither.
    pub fn parse(text: &str) -> Result<Base> {
        let plain = |text: &str| text.chars().all(|c| c.is_ascii_alphanumeric() || "-_.~/".contains(c));
        let (origin, path) = match text.split_once("://") {
            Some((scheme @ ("http" | "https"), rest)) => {
                let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
                if host.is_empty() || !plain(&host.replace(':', "")) {
                    bail!("the address “{text}” names no host");
                }
                (Some(format!("{scheme}://{host}")), if path.is_empty() { "/" } else { path })
            }
            _ => (None, text),
        };
        if !(path.starts_with('/') && path.ends_with('/') && plain(path)) || path.contains("//") {
            bail!("the base path “{text}” does not have the form /atlas/ or https://example.org/atlas/");
        }
        Ok(Base { path: path.to_owned(), origin })
    }

    /// The path.
    pub fn as_str(&self) -> &str {
        &self.path
    }

    /// The origin, `https://example.org`.
    pub fn origin(&self) -> Option<&str> {
        self.origin.as_deref()
    }
}

/// Builds the site for a base path into `dist/`, whole or not at all: what is there stays until the new one
/// is ready.
///
/// # Errors
/// Where a tool is missing or a step fails.
pub fn dist(root: &Path, base: &Base) -> Result<PathBuf> {
    setup::wasm_target()?;
    let trunk = setup::trunk(root)?;
    let wasm_bindgen = setup::wasm_bindgen(root)?;
    let npm = Npm::packages(root)?;
    styles(root)?;
    boot(root)?;

    say(format!("Building the release site for {}", base.as_str()));
    let stage = root.join("target/stage");
    if stage.exists() {
        fs::remove_dir_all(&stage)?;
    }
    let page = page(root, npm.is_some())?;
    let flags = without_paths(root)?;
    let folders =
        wasm_bindgen.parent().map(Path::to_path_buf).into_iter().chain(npm.as_ref().map(Npm::programs));
    let built = run(Command::new(trunk)
        .current_dir(root)
        .args(["build", "--release", "--offline", "--public-url", base.as_str(), "--dist"])
        .arg(&stage)
        .arg(&page)
        .env("PATH", path_with(folders)?)
        .env("RUSTFLAGS", &flags)
        // Trunk takes any value but true and false for an error.
        .env_remove("NO_COLOR"));
    if page.ends_with("index.plain.html") {
        fs::remove_file(&page)?;
    }
    built?;

    let wasm_opt = npm.as_ref().map(|npm| npm.programs().join("wasm-opt"));
    let tools = annex::Tools { wasm_bindgen: &wasm_bindgen, wasm_opt, flags: &flags };
    let (annex, annex_wasm) = annex::build(root, &stage, &tools)?;
    let index = stage.join("index.html");
    let text = fs::read_to_string(&index).context("Trunk has written no index.html")?;
    let (app, wasm) = app(&stage, html::of_trunk(&text, base)?)?;
    let integrity = |file: &str| {
        let bytes = fs::read(stage.join(file)).with_context(|| format!("the site has no {file}"))?;
        Ok(script::integrity(&bytes))
    };
    let scripts = html::Scripts { app: &app, wasm: &wasm, annex: &annex };
    let text = html::finished(&text, base, scripts, &integrity)?;
    let template =
        still::Template { page: &text, annex: &html::annex_ahead(base, (&annex, &annex_wasm), &integrity)? };
    still::write(&stage, base, &template)?;
    compress(&stage)?;
    fs::write(stage.join("_headers"), policy::headers_file(base))?;

    let dist = root.join("dist");
    if dist.exists() {
        fs::remove_dir_all(&dist)?;
    }
    fs::rename(&stage, &dist).context("cannot move the site into dist/")?;
    Ok(dist)
}

/// Puts a script that starts itself in the place of Trunk’s; the names of it and of its WebAssembly.
fn app(stage: &Path, (script, wasm): (String, String)) -> Result<(String, String)> {
    let (script, wasm) = (stage.join(script), stage.join(wasm));
    let text = fs::read_to_string(&script).context("Trunk has written no script")?;
    let bytes = fs::read(&wasm).context("Trunk has written no WebAssembly")?;
    for file in [script, wasm] {
        fs::remove_file(file)?;
    }
    script::write(stage, "tier-atlas", &text, &bytes, None)
}

/// Flags that keep the folders of this machine out of the WebAssembly, where panics name their source: two
/// machines then build the same bytes.
fn without_paths(root: &Path) -> Result<String> {
    let home = std::env::var("HOME").context("HOME is not set")?;
    let cargo = std::env::var("CARGO_HOME").unwrap_or_else(|_| format!("{home}/.cargo"));
    let sysroot = answer("rustc", &["--print", "sysroot"]).context("rustc does not tell its folder")?;
    let folders = [(root.display().to_string(), "/atlas"), (cargo, "/cargo"), (sysroot, "/rust")];
    let flags = folders.map(|(folder, name)| format!("--remap-path-prefix={folder}={name}"));
    Ok(flags.join(" "))
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
pub fn boot(root: &Path) -> Result<()> {
    const PLACE: &str = "\"{words}\"";
    let script = fs::read_to_string(root.join("assets/boot.js")).context("cannot read assets/boot.js")?;
    if script.matches(PLACE).count() != 1 {
        bail!("assets/boot.js has no place for its words ({PLACE})");
    }
    fs::create_dir_all(root.join("target/boot"))?;
    let said = language::boot(root)?;
    fs::write(root.join("target/boot/boot.js"), script.replace(PLACE, &said))?;
    Ok(())
}

fn path_with(folders: impl Iterator<Item = PathBuf>) -> Result<OsString> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    Ok(std::env::join_paths(folders.chain(std::env::split_paths(&path)))?)
}

/// Puts a brotli and a gzip file beside each file, for hosts that serve them as they are. Every processor takes its share.
fn compress(folder: &Path) -> Result<()> {
    let files = files(folder)?;
    let next = AtomicUsize::new(0);
    let work = || -> Result<()> {
        while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
            compress_file(file)?;
        }
        Ok(())
    };
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        let running: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        running.into_iter().try_for_each(|worker| match worker.join() {
            Ok(done) => done,
            Err(panic) => std::panic::resume_unwind(panic),
        })
    })
}

/// All files in a folder and those below it.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.append(&mut files(&path)?);
        } else {
            found.push(path);
        }
    }
    Ok(found)
}

fn compress_file(path: &Path) -> Result<()> {
    let bytes = fs::read(path)?;
    let beside = |ending: &str| {
        let mut name = path.to_path_buf().into_os_string();
        name.push(ending);
        name
    };
    fs::write(beside(".br"), super::weight::brotli(&bytes)?)?;
    // The header of the format has no time in it, so that the same file gives the same bytes.
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(&bytes)?;
    fs::write(beside(".gz"), gzip.finish()?)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Base, page};

    #[test]
    fn a_machine_without_wasm_opt_gets_a_page_that_does_not_ask_for_it() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let plain = page(root, false).unwrap();
        let text = std::fs::read_to_string(&plain).unwrap();
        std::fs::remove_file(&plain).unwrap();
        assert!(text.contains("data-wasm-opt=\"0\""), "{text}");
    }

    #[test]
    fn a_base_stands_between_slashes() {
        for good in ["/", "/atlas/", "/a/b-c/"] {
            assert!(Base::parse(good).is_ok(), "{good}");
        }
        let whole = Base::parse("https://example.org:8443/atlas/").unwrap();
        assert_eq!((whole.origin(), whole.as_str()), (Some("https://example.org:8443"), "/atlas/"));
        assert_eq!(Base::parse("https://example.org").unwrap().as_str(), "/");
        for bad in [
            "",
            "atlas",
            "/atlas",
            "atlas/",
            "//",
            "/a b/",
            "/\"><script>/",
            "https://",
            "ftp://a/",
            "https://a b/",
        ] {
            assert!(Base::parse(bad).is_err(), "{bad}");
        }
    }
}
