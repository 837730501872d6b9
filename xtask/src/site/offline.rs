//! Use without a connection: the worker that keeps a build on the device (`assets/sw.js`), with the list of what that is.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::compress::files;
use super::names::integrity;
use super::names::{FOLDER, Names, hash};

/// The largest archive that a device is to keep unasked, in bytes: all the countries' files. With one that is larger, country
/// pages without a connection have placements and timeline only.
const LARGEST: usize = 3_000_000;

/// Writes the worker into a built site; or, where offline use is off, one that takes itself and what was kept away.
///
/// # Errors
/// Where a file cannot be read or written, or the worker lacks a place for what the build writes into it.
pub fn write(root: &Path, site: &Path, names: &Names, on: bool) -> Result<()> {
    let read = |file: &str| {
        fs::read_to_string(root.join("assets").join(file))
            .with_context(|| format!("cannot read assets/{file}"))
    };
    let worker = if on { with_list(&read("sw.js")?, site, names)? } else { read("sw-off.js")? };
    fs::write(site.join("sw.js"), worker).context("cannot write sw.js")
}

fn with_list(worker: &str, site: &Path, names: &Names) -> Result<String> {
    let countries = &names.of("data/country/")?.path;
    let search = &names.of("data/search/")?.path;
    // The page that stands for any address. Under an ending of its own: hosts send addresses that end in .html elsewhere.
    let page = fs::read(site.join("404.html")).context("the site has no page for lost addresses")?;
    let shell = format!("{FOLDER}/shell-{}.txt", hash(&page));
    fs::write(site.join(&shell), page)?;
    let mut kept = Vec::new();
    for file in files(&site.join(FOLDER))? {
        let path = file.strip_prefix(site)?.display().to_string();
        // The countries' files come in one; the index is fetched by those who search.
        let apart = [countries, search].iter().any(|folder| path.starts_with(folder.as_str()));
        if !apart || path.ends_with("/all.json") {
            let bytes = fs::read(&file)?;
            if !apart || bytes.len() <= LARGEST {
                kept.push([path, integrity(&bytes)]);
            }
        }
    }
    kept.sort();
    let list = serde_json::to_string(&kept)?;
    let mut worker = worker.to_owned();
    for (place, text) in [
        ("\"{build}\"", format!("\"{}\"", hash(format!("{worker}{list}").as_bytes()))),
        ("\"{shell}\"", format!("\"{shell}\"")),
        ("\"{countries}\"", format!("\"{countries}\"")),
        ("\"{files}\"", list),
    ] {
        if worker.matches(place).count() != 1 {
            bail!("assets/sw.js has no place for {place}");
        }
        worker = worker.replace(place, &text);
    }
    Ok(worker)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_archive_too_large_for_a_device_is_not_kept() {
        let kept = |size: usize| {
            let (assets, site) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
            let put = |file: &str, text: &str| {
                let path = assets.path().join(file);
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, text).unwrap();
            };
            for file in Names::files() {
                put(&file, "{}");
            }
            put("data/country/KOR.json", &format!("{{\"x\":\"{}\"}}", "x".repeat(size)));
            fs::write(site.path().join("404.html"), "page").unwrap();
            let names = Names::placed(assets.path(), site.path()).unwrap();
            let worker = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/sw.js"));
            with_list(&worker.unwrap(), site.path(), &names).unwrap()
        };
        let small = kept(10);
        assert!(small.contains("/all.json\"") && small.contains("hashed/data/atlas-"), "{small}");
        assert!(!small.contains("KOR.json\"") && !small.contains("hashed/data/search-"), "{small}");
        let large = kept(LARGEST);
        assert!(!large.contains("/all.json\"") && large.contains("hashed/data/atlas-"), "{large}");
    }
}
