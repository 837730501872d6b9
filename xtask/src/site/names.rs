//! What changes from build to build stands in one folder, under names that bear the hash of what is in them, so that hosts
//! and browsers may keep it for good. Addresses that people share are not among it: pages, the files to take along.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256, Sha384};

use super::compress::files;

/// The folder, within the site.
pub const FOLDER: &str = "hashed";

/// The files that pages fetch, by their path in `assets/`; one that ends in `/` is a folder, which has one hash for all.
const FETCHED: [&str; 12] = [
    "data/atlas.json",
    "data/names.json",
    "data/record.json",
    "data/consequences.json",
    "data/reasons/",
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

impl Name {
    /// Its last part: `atlas-0123456789abcdef.json`.
    pub fn file(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }
}

/// The names of this build, by path.
#[derive(Clone, Debug, Default)]
pub struct Names(BTreeMap<String, Name>);

impl Names {
    /// Copies what pages fetch from `assets/` into the site's folder.
    ///
    /// # Errors
    /// Where `assets/` lacks a file, has one that pages do not fetch, or one cannot be copied.
    pub fn placed(assets: &Path, site: &Path) -> Result<Names> {
        let mut names = Names::default();
        for path in FETCHED {
            let from = assets.join(path);
            let name = match path.strip_suffix('/') {
                Some(folder) => {
                    let name = format!("{FOLDER}/{folder}-{}/", hash_of_folder(&from)?);
                    let to = site.join(&name);
                    fs::create_dir_all(&to)?;
                    for file in files(&from)? {
                        let name = file.file_name().context("a file without a name")?;
                        fs::copy(&file, to.join(name))
                            .with_context(|| format!("cannot copy {}", file.display()))?;
                    }
                    Name { path: name, integrity: "-".to_owned() }
                }
                None => {
                    let bytes = fs::read(&from).with_context(|| format!("there is no assets/{path}"))?;
                    let (stem, ending) = path.rsplit_once('.').context("a file without an ending")?;
                    fs::create_dir_all(
                        site.join(FOLDER).join(Path::new(path).parent().unwrap_or(Path::new(""))),
                    )?;
                    write(site, stem, ending, &bytes)?
                }
            };
            names.0.insert(path.to_owned(), name);
        }
        in_one(&site.join(&names.of("data/country/")?.path))?;
        for folder in ["data", "map", "words"] {
            for file in files(&assets.join(folder))? {
                let path = file.strip_prefix(assets)?.display().to_string();
                let is_of = |known: &str| known == path || (known.ends_with('/') && path.starts_with(known));
                // It would not be on the site, though somebody has put it where what pages fetch stands.
                if !FETCHED.into_iter().any(is_of) {
                    bail!("assets/{path} has no name in a build");
                }
            }
        }
        Ok(names)
    }

    /// Names of made-up files.
    #[cfg(test)]
    pub fn of_test() -> Names {
        let name =
            Name { path: "hashed/data/atlas-1.json".to_owned(), integrity: "sha384-of-atlas".to_owned() };
        Names(BTreeMap::from([("data/atlas.json".to_owned(), name)]))
    }

    /// The files that a site has, one a folder: for tests.
    #[cfg(test)]
    pub fn files() -> Vec<String> {
        FETCHED
            .iter()
            .map(|path| match *path {
                "data/country/" => format!("{path}KOR.json"),
                folder if folder.ends_with('/') => format!("{folder}0.json"),
                file => file.to_owned(),
            })
            .collect()
    }

    /// The name of a file.
    ///
    /// # Errors
    /// Where it is none of those that pages fetch.
    pub fn of(&self, path: &str) -> Result<&Name> {
        self.0.get(path).with_context(|| format!("{path} has no name in this build"))
    }

    /// All names, as `dom::file` reads them from the page: path, name, hash, path, …
    pub fn listed(&self) -> String {
        let one = |(path, name): (&String, &Name)| format!("{path} {} {}", name.path, name.integrity);
        self.0.iter().map(one).collect::<Vec<_>>().join(" ")
    }
}

/// Writes a file into the folder under a name with its hash: `atlas` and `css` become `hashed/atlas-….css`.
///
/// # Errors
/// Where it cannot be written.
pub fn write(site: &Path, stem: &str, ending: &str, bytes: &[u8]) -> Result<Name> {
    let path = format!("{FOLDER}/{stem}-{}.{ending}", hash(bytes));
    fs::create_dir_all(site.join(FOLDER))?;
    fs::write(site.join(&path), bytes).with_context(|| format!("cannot write {path}"))?;
    Ok(Name { path, integrity: integrity(bytes) })
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

/// The hash of a file's contents, as browsers check it.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assets() -> tempfile::TempDir {
        let assets = tempfile::tempdir().unwrap();
        for path in Names::files() {
            let file = assets.path().join(&path);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, format!("{{\"{path}\":1}}")).unwrap();
        }
        assets
    }

    #[test]
    fn names_follow_what_is_in_the_files() {
        let (one, other) = (assets(), assets());
        fs::write(other.path().join("data/country/KOR.json"), "{}").unwrap();
        let (site, another) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let names = Names::placed(one.path(), site.path()).unwrap();
        let others = Names::placed(other.path(), another.path()).unwrap();
        let path = |names: &Names, path: &str| names.of(path).unwrap().path.clone();
        assert_eq!(path(&names, "data/atlas.json"), path(&others, "data/atlas.json"));
        assert_ne!(path(&names, "data/country/"), path(&others, "data/country/"));
        let atlas = path(&names, "data/atlas.json");
        assert!(atlas.starts_with("hashed/data/atlas-") && site.path().join(&atlas).is_file(), "{atlas}");
        assert!(site.path().join(path(&names, "data/country/")).join("KOR.json").is_file());
        assert!(!site.path().join("data").exists(), "nothing stands under two names");
        assert!(names.listed().contains(&format!("data/atlas.json {atlas} sha384-")), "{}", names.listed());
    }

    #[test]
    fn a_file_without_a_name_is_refused() {
        let (assets, site) = (assets(), tempfile::tempdir().unwrap());
        fs::write(assets.path().join("data/new.json"), "{}").unwrap();
        assert!(Names::placed(assets.path(), site.path()).is_err());
    }

    #[test]
    fn hashes_are_those_of_browsers() {
        // `printf 'x' | openssl dgst -sha384 -binary | base64`
        assert_eq!(
            integrity(b"x"),
            "sha384-11LCxR+6DimqGQVwqdQlPkQHegWNMpf6OlYw1b0BJiL5fCisrtMTtcg7uZDKp9qF"
        );
    }
}
