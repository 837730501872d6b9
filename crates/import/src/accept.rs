//! A proposal taken into `data/`.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use record::{Folder, MapSource};

/// Writes what has changed in `data/`, whole or not at all: where the data would not be in order, nothing is written. Returns
/// how many files changed.
///
/// # Errors
/// What would not be in order, or cannot be written.
pub fn accept(root: &Path, data: &Path, before: &Folder, after: &Folder) -> Result<usize> {
    let world = fs::read_to_string(root.join("assets/map/world.json")).context("cannot read the map")?;
    record::make(after, MapSource::Made(&world))
        .context("with what was read, data/ would not be in order")?;
    let changed: Vec<_> = after.iter().filter(|(name, text)| before.get(*name) != Some(*text)).collect();
    for (name, text) in &changed {
        // Beside it first, so that a file is never half written.
        let (new, path) = (data.join(format!("{name}.new")), data.join(name));
        fs::write(&new, text).with_context(|| format!("cannot write {}", new.display()))?;
        fs::rename(&new, &path).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(changed.len())
}
