//! The atlas read from its file, and checked: rows that contradict each other make no atlas.

use std::sync::OnceLock;

use words::Words;

use super::{Atlas, Country, CountryId, Edition, EditionId};
use crate::file::{AtlasFile, CountryRow, EditionRow, SCHEMA};
use crate::load::{LoadError, read};
use crate::{Code, Date, Region, Tier};

impl Atlas {
    /// Reads `atlas.json`.
    ///
    /// # Errors
    /// [`LoadError`] says in plain words what is wrong: not JSON, another schema, or a row that
    /// contradicts itself.
    pub fn from_json(json: &str) -> Result<Atlas, LoadError> {
        let file: AtlasFile = read(json, SCHEMA)?;
        Atlas::from_file(file)
    }

    /// Checks the rows of `atlas.json`.
    ///
    /// # Errors
    /// As [`Atlas::from_json`].
    pub fn from_file(file: AtlasFile) -> Result<Atlas, LoadError> {
        let regions = file
            .regions
            .iter()
            .map(|name| {
                Region::from_name(name).ok_or_else(|| LoadError::content(format!("unknown region “{name}”")))
            })
            .collect::<Result<Vec<_>, _>>()?;
        let editions = editions(file.editions)?;
        let mut countries: Vec<Country> = Vec::with_capacity(file.countries.len());
        for (index, row) in file.countries.into_iter().enumerate() {
            let country = country(CountryId(index), row, &regions, &editions)?;
            if countries.iter().any(|known| known.code == country.code) {
                return Err(LoadError::content(format!("{} is there twice", country.code)));
            }
            countries.push(country);
        }
        if countries.is_empty() {
            return Err(LoadError::content("there is no country in it".to_owned()));
        }
        Ok(Atlas {
            version: file.version,
            editions,
            countries,
            words: Words::default(),
            sources: OnceLock::new(),
        })
    }
}

fn editions(rows: Vec<EditionRow>) -> Result<Vec<Edition>, LoadError> {
    let date = |year: u16, text: &str| {
        Date::parse(text)
            .ok_or_else(|| LoadError::content(format!("the {year} edition has no date “{text}”")))
    };
    let mut editions: Vec<Edition> = Vec::with_capacity(rows.len());
    for (index, row) in rows.into_iter().enumerate() {
        if editions.last().is_some_and(|last| last.year >= row.year) {
            return Err(LoadError::content(format!("the {} edition is out of order", row.year)));
        }
        let period = match &row.period {
            Some((from, to)) => Some((date(row.year, from)?, date(row.year, to)?)),
            None => None,
        };
        editions.push(Edition {
            id: EditionId(index),
            year: row.year,
            released: date(row.year, &row.released)?,
            date_sourced: row.date_sourced,
            period,
            published: row.published,
            whole: row.whole,
            note: row.note,
            url: row.url,
        });
    }
    if editions.is_empty() {
        return Err(LoadError::content("there is no edition in it".to_owned()));
    }
    Ok(editions)
}

fn country(
    id: CountryId,
    row: CountryRow,
    regions: &[Region],
    editions: &[Edition],
) -> Result<Country, LoadError> {
    let code = Code::parse(&row.iso3)
        .ok_or_else(|| LoadError::content(format!("“{}” is not a country code", row.iso3)))?;
    let region = regions
        .get(row.region)
        .copied()
        .ok_or_else(|| LoadError::content(format!("{code} has no region")))?;
    if row.name.is_empty() {
        return Err(LoadError::content(format!("{code} has no name")));
    }
    let placements = row
        .placements
        .chars()
        .map(|packed| match packed {
            '.' => Ok(None),
            _ => Tier::from_packed(packed)
                .map(Some)
                .ok_or_else(|| LoadError::content(format!("{code} has an unknown tier “{packed}”"))),
        })
        .collect::<Result<Vec<_>, _>>()?;
    if placements.len() != editions.len() {
        return Err(LoadError::content(format!(
            "{code} has {} placements for {} editions",
            placements.len(),
            editions.len()
        )));
    }
    Ok(Country {
        id,
        code,
        iso2: row.iso2,
        english: row.name.clone(),
        name: row.name,
        report_name: Some(row.report_name).filter(|name| !name.is_empty()),
        region,
        note: row.note,
        checked: row.checked,
        placements,
    })
}
