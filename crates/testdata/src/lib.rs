//! The record that tests read: the repository's, or the one in the folder that `TIER_ATLAS_RECORD` names, so that the same
//! tests run on a record with one more edition.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

use serde_json::Value;

/// The folder with `data/` and `assets/`.
pub fn root() -> PathBuf {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    env::var_os("TIER_ATLAS_RECORD").map_or(repository, PathBuf::from)
}

/// The text of a file, such as `assets/data/atlas.json`.
///
/// # Errors
/// Where it cannot be read; the path is in the message.
pub fn file(path: &str) -> io::Result<String> {
    let path = root().join(path);
    fs::read_to_string(&path)
        .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", path.display())))
}

/// `assets/data/atlas.json` with the editions up to one, so that a test can name the newest: what it expects stays true when
/// there is another.
///
/// # Errors
/// Where the file cannot be read, or is no JSON.
pub fn atlas_until(year: u64) -> io::Result<String> {
    let mut atlas: Value = serde_json::from_str(&file("assets/data/atlas.json")?)?;
    let mut kept = 0;
    if let Some(editions) = atlas.get_mut("editions").and_then(Value::as_array_mut) {
        editions.retain(|edition| edition.get("year").and_then(Value::as_u64).is_some_and(|own| own <= year));
        kept = editions.len();
    }
    for country in atlas.get_mut("countries").and_then(Value::as_array_mut).into_iter().flatten() {
        // A letter an edition.
        for field in ["placements", "checked"] {
            if let Some(Value::String(letters)) = country.get_mut(field) {
                letters.truncate(kept);
            }
        }
    }
    Ok(atlas.to_string())
}
