//! The record: the facts of `data/`, checked, and made into the files of `assets/` that the atlas shows.

mod build;
mod check;
mod coverage;
mod dictionary;
mod geo;
pub mod json;
mod passages;
pub mod problem;
pub mod tables;

use std::collections::{BTreeMap, BTreeSet};
use std::{fs, path::Path};

use anyhow::{Context, Result, bail};
use chart::map::WorldFile;

use problem::Problems;
pub use tables::{Folder, Tables};

/// The files made from `data/`, by their path within `assets/`.
pub type Outputs = BTreeMap<String, String>;

/// Makes all outputs. `topojson` is the map source; without it the map already made (`world`) is kept.
///
/// # Errors
/// A message that lists every problem with file, line and reason; or that the map source cannot be read.
pub fn make(folder: &Folder, map: MapSource) -> Result<Outputs> {
    let mut problems = Problems::default();
    let tables = Tables::read(folder, &mut problems);
    let (world, text) = match map {
        MapSource::TopoJson(topojson) => {
            let world = geo::world(topojson, &wanted(&tables))?;
            let text = json::by_lines(&world)?;
            (world, text)
        }
        MapSource::Made(text) => {
            let world: WorldFile =
                tip::read(text, chart::map::SCHEMA).context("assets/map/world.json cannot be used")?;
            (world, text.to_owned())
        }
    };
    let shapes = world.shapes.iter().map(|shape| shape.id.clone());
    let on_map: BTreeSet<String> =
        shapes.chain(world.markers.iter().map(|marker| marker.id.clone())).collect();
    check::check(&tables, &on_map, &mut problems);
    dictionary::check(folder, &tables, &mut problems);
    if !problems.0.is_empty() {
        problems.0.sort();
        let lines: Vec<String> = problems.0.iter().map(ToString::to_string).collect();
        bail!("{}\n{} to mend in data/; nothing was written", lines.join("\n"), lines.len());
    }
    let mut outputs = Outputs::new();
    outputs.insert("map/world.json".to_owned(), text);
    outputs.insert("data/atlas.json".to_owned(), json::by_lines(&build::atlas(&tables))?);
    outputs.insert("data/sources.json".to_owned(), json::by_lines(&build::sources(&tables))?);
    outputs.insert("data/record.json".to_owned(), json::by_lines(&coverage::record(&tables))?);
    outputs.insert("data/names.json".to_owned(), json::by_lines(&build::names(&tables))?);
    outputs.insert("data/consequences.json".to_owned(), json::by_lines(&build::consequences(&tables))?);
    for file in build::reasons(&tables)? {
        outputs.insert(format!("data/reasons/{}.json", file.edition), json::by_lines(&file)?);
    }
    for row in &tables.entities {
        let iso3 = &row.value.iso3;
        outputs.insert(format!("data/country/{iso3}.json"), json::by_lines(&build::dossier(&tables, iso3))?);
    }
    passages::add(&tables, &mut outputs)?;
    Ok(outputs)
}

/// What the map is to show, by the tables.
fn wanted(tables: &Tables) -> geo::Wanted<'_> {
    let shapes = tables.shapes.iter().map(|row| (row.value.feature.as_str(), row.value.drawn_with.as_str()));
    let markers = tables.markers.iter().map(|row| (row.value.iso3.as_str(), row.value.lon, row.value.lat));
    geo::Wanted {
        drawn_with: shapes.collect(),
        rated: tables.entities.iter().map(|row| row.value.iso3.as_str()).collect(),
        without_shape: markers.collect(),
    }
}

/// Where the map comes from.
#[derive(Clone, Copy, Debug)]
pub enum MapSource<'a> {
    /// The text of the TopoJSON source.
    TopoJson(&'a str),
    /// The text of the `world.json` already made, where the source is not at hand.
    Made(&'a str),
}

/// Writes the outputs that differ from what is there, and removes what is made no more: files of
/// countries, of reasons, parts of the index. Returns how many files changed.
///
/// # Errors
/// Where a file cannot be written.
pub fn write(outputs: &Outputs, assets: &Path) -> Result<usize> {
    let stale = differences(outputs, assets)?;
    for name in &stale {
        let path = assets.join(name);
        match outputs.get(name) {
            Some(text) => {
                fs::create_dir_all(path.parent().unwrap_or(assets))?;
                fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
            }
            None => fs::remove_file(&path)?,
        }
    }
    Ok(stale.len())
}

/// The outputs that are missing from `assets/`, differ there, or are there but are no longer made.
///
/// # Errors
/// Where `assets/` cannot be read.
pub fn differences(outputs: &Outputs, assets: &Path) -> Result<Vec<String>> {
    let mut stale: Vec<String> = outputs
        .iter()
        .filter(|(name, text)| fs::read_to_string(assets.join(name)).ok().as_ref() != Some(text))
        .map(|(name, _)| name.clone())
        .collect();
    for folder in ["data/country", "data/reasons", "data/search"] {
        let path = assets.join(folder);
        if !path.is_dir() {
            continue;
        }
        for entry in fs::read_dir(path)? {
            let name = format!("{folder}/{}", entry?.file_name().to_string_lossy());
            if !outputs.contains_key(&name) {
                stale.push(name);
            }
        }
    }
    Ok(stale)
}

/// Stale files as a number and the first three of them: after a change of the facts there may be two hundred.
pub fn stale_files(stale: &[String]) -> String {
    const TOLD: usize = 3;
    let first: Vec<&str> = stale.iter().take(TOLD).map(String::as_str).collect();
    let more = if stale.len() > TOLD { ", …" } else { "" };
    format!("Stale: {} ({}{more})", stale.len(), first.join(", "))
}

#[cfg(test)]
mod tests;
