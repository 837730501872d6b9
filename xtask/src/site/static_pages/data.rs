//! What the pages are made from: the data as the app fetches them.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use chart::map::World;
use tip::{Atlas, Consequences, Dossier, LoadError, Reasons, Record};

/// The data, read and checked.
#[derive(Debug)]
pub struct Data {
    /// `data/atlas.json`.
    pub atlas: Atlas,
    /// `data/record.json`.
    pub record: Record,
    /// `data/consequences.json`.
    pub consequences: Consequences,
    /// Why countries moved in the newest edition: `data/reasons/…`.
    pub reasons: Reasons,
    /// `data/country/…`, in the order of the atlas's countries.
    pub dossiers: Vec<Dossier>,
    /// `map/world.json`.
    pub world: World,
}

impl Data {
    /// Reads them from `assets/`.
    ///
    /// # Errors
    /// Where a file is not there, or is not what it should be.
    pub fn read(assets: &Path) -> Result<Data> {
        let atlas = read(assets, "data/atlas.json", Atlas::from_json)?;
        let dossier = |country: &tip::Country| {
            let check = |text: &str| Dossier::from_json(text, country.code);
            read(assets, &format!("data/country/{}.json", country.code), check)
        };
        let newest = atlas.year(atlas.latest());
        Ok(Data {
            consequences: read(assets, "data/consequences.json", Consequences::from_json)?,
            reasons: read(assets, &format!("data/reasons/{newest}.json"), |text| {
                Reasons::from_json(text, newest)
            })?,
            dossiers: atlas.countries().iter().map(dossier).collect::<Result<_>>()?,
            record: read(assets, "data/record.json", Record::from_json)?,
            world: read(assets, "map/world.json", World::from_json)?,
            atlas,
        })
    }
}

fn read<T>(assets: &Path, file: &str, check: impl Fn(&str) -> Result<T, LoadError>) -> Result<T> {
    let text = fs::read_to_string(assets.join(file)).with_context(|| format!("there is no assets/{file}"))?;
    check(&text).map_err(|reason| anyhow::anyhow!("{file}: {reason}"))
}
