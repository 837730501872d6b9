//! What changes from build to build stands in one folder, under names that bear the hash of what is in them, so that hosts
//! and browsers may keep it for good. Addresses that people share are not among it: pages, the files to take along.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

use super::script::integrity;

/// The folder, within the site.
pub const FOLDER: &str = "hashed";

/// The files that pages fetch, by their path in `assets/`; one that ends in `/` is a folder, which has one hash for all.
const FETCHED: [&str; 9] = [
    "data/atlas.json",
    "data/record.json",
    "data/country/",
    "data/search/",
    "data/sources.json",
    "map/world.json",
    "words/es.json",
    "words/fr.json",
    "words/ko.json",
];

/// A file or folder under the name that it has in this build.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// From the site's root on: `hashed/data/atlas-0123456789abcdef.json`.
    pub path: String,
    /// Its hash as browsers check it, `sha384-…`; of a folder, whose files a page does not know beforehand, `-`.
    pub integrity: String,
}

/// The names of this build, by path.
#[derive(Clone, Debug, Default)]
pub struct Names(BTreeMap<String, Name>);

impl Names {
    /// Moves what pages fetch into the folder.
    ///
    /// # Errors
    /// Where the site lacks a file, or one cannot be moved.
    pub fn moved(site: &Path) -> Result<Names> {
        let mut names = Names::default();
        for path in FETCHED {
            let from = site.join(path);
            let name = match path.strip_suffix('/') {
                Some(folder) => {
                    let path = format!("{FOLDER}/{folder}-{}/", hash_of_folder(&from)?);
                    Name { path, integrity: "-".to_owned() }
                }
                None => {
                    let bytes = fs::read(&from).with_context(|| format!("the site has no {path}"))?;
                    let (stem, ending) = path.rsplit_once('.').context("a file without an ending")?;
                    Name {
                        path: format!("{FOLDER}/{stem}-{}.{ending}", hash(&bytes)),
                        integrity: integrity(&bytes),
                    }
                }
            };
            let to = site.join(&name.path);
            fs::create_dir_all(to.parent().context("a name without a folder")?)?;
            fs::rename(&from, &to).with_context(|| format!("cannot move {path}"))?;
            names.0.insert(path.to_owned(), name);
        }
        in_one(&site.join(&names.of("data/country/")?.path))?;
        for folder in ["data", "map", "words"] {
            // Empty by now; what is left in it would be served under a name that says nothing.
            fs::remove_dir(site.join(folder)).with_context(|| format!("{folder}/ holds what has no name"))?;
        }
        Ok(names)
    }

    /// The files that a site has, one a folder: for tests.
    #[cfg(test)]
    pub fn files() -> Vec<String> {
        FETCHED
            .iter()
            .map(|path| if path.ends_with('/') { format!("{path}KOR.json") } else { (*path).to_owned() })
            .collect()
    }

    /// The name of a file.
    ///
    /// # Errors
    /// Where it is none of those that pages fetch.
    pub fn of(&self, path: &str) -> Result<&Name> {
        self.0.get(path).with_context(|| format!("{path} has no name in this build"))
    }

    /// All, as they stand in the page for `dom::file` to read: path, name, hash, path, …
    pub fn listed(&self) -> String {
        let one = |(path, name): (&String, &Name)| format!("{path} {} {}", name.path, name.integrity);
        self.0.iter().map(one).collect::<Vec<_>>().join(" ")
    }
}

/// Moves the files into the folder that Trunk has put beside the page under hashed names, and has the page name them there.
///
/// # Errors
/// Where one cannot be moved, or the page does not name it.
pub fn move_trunks(site: &Path, page: &str, base: &str) -> Result<String> {
    let mut page = page.to_owned();
    fs::create_dir_all(site.join(FOLDER))?;
    for entry in fs::read_dir(site)? {
        let name = entry?.file_name().into_string().unwrap_or_default();
        let hashed = ["css", "js", "svg"].iter().any(|ending| name.ends_with(&format!(".{ending}")));
        if !hashed {
            continue;
        }
        let (before, after) = (format!("=\"{base}{name}\""), format!("=\"{base}{FOLDER}/{name}\""));
        if !page.contains(&before) {
            bail!("index.html does not name {name}");
        }
        page = page.replace(&before, &after);
        fs::rename(site.join(&name), site.join(FOLDER).join(&name))?;
    }
    Ok(page)
}

/// Puts all files of a folder into one beside them, `all.json`: an object of their texts by their names without ending.
fn in_one(folder: &Path) -> Result<()> {
    let mut texts = BTreeMap::new();
    for entry in fs::read_dir(folder).with_context(|| format!("there is no {}", folder.display()))? {
        let path = entry?.path();
        let name = path.file_stem().context("a file without a name")?.to_string_lossy().into_owned();
        texts.insert(name, fs::read_to_string(&path)?);
    }
    fs::write(folder.join("all.json"), serde_json::to_string(&texts)?)?;
    Ok(())
}

/// 16 digits that no other contents have.
pub fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// The same of a folder: of the names and the contents of the files in it.
fn hash_of_folder(folder: &Path) -> Result<String> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).with_context(|| format!("there is no {}", folder.display()))? {
        let entry = entry?;
        files.insert(entry.file_name(), hash(&fs::read(entry.path())?));
    }
    let all: Vec<String> = files.iter().map(|(name, hash)| format!("{} {hash}", name.display())).collect();
    Ok(hash(all.join("\n").as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site() -> tempfile::TempDir {
        let site = tempfile::tempdir().unwrap();
        for path in Names::files() {
            let file = site.path().join(&path);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, format!("{{\"{path}\":1}}")).unwrap();
        }
        site
    }

    #[test]
    fn names_follow_what_is_in_the_files() {
        let (one, other) = (site(), site());
        fs::write(other.path().join("data/country/KOR.json"), "{}").unwrap();
        let (names, others) = (Names::moved(one.path()).unwrap(), Names::moved(other.path()).unwrap());
        let path = |names: &Names, path: &str| names.of(path).unwrap().path.clone();
        assert_eq!(path(&names, "data/atlas.json"), path(&others, "data/atlas.json"));
        assert_ne!(path(&names, "data/country/"), path(&others, "data/country/"));
        let atlas = path(&names, "data/atlas.json");
        assert!(atlas.starts_with("hashed/data/atlas-") && one.path().join(&atlas).is_file(), "{atlas}");
        assert!(one.path().join(path(&names, "data/country/")).join("KOR.json").is_file());
        assert!(!one.path().join("data").exists(), "nothing stands under two names");
        assert!(names.listed().contains(&format!("data/atlas.json {atlas} sha384-")), "{}", names.listed());
    }

    #[test]
    fn a_file_without_a_name_is_refused() {
        let site = site();
        fs::write(site.path().join("data/new.json"), "{}").unwrap();
        assert!(Names::moved(site.path()).is_err());
    }

    #[test]
    fn the_page_names_what_was_moved() {
        let site = tempfile::tempdir().unwrap();
        fs::write(site.path().join("atlas-1.css"), "").unwrap();
        let page = "<link href=\"/a/atlas-1.css\">";
        assert_eq!(move_trunks(site.path(), page, "/a/").unwrap(), "<link href=\"/a/hashed/atlas-1.css\">");
        fs::write(site.path().join("stray.js"), "").unwrap();
        assert!(move_trunks(site.path(), page, "/a/").is_err());
    }
}
