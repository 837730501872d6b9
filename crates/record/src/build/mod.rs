//! Checked tables made into the files of `assets/data/`.

mod consequences;
mod names;
mod reasons;

use std::collections::BTreeMap;

use tip::file::{
    AtlasFile, CountryFile, CountryRow, EditionRow, ExcerptRow, FigureRow, FindingRow, ProvenanceRow, SCHEMA,
    SourceRow, SourcesFile,
};
use tip::{Confidence, Region, Tier};

pub use consequences::consequences;
pub use names::{english, names};
pub use reasons::reasons;

use crate::check::{FIGURES, links_out, recorded};
use crate::tables::{self, Tables};

/// `atlas.json`.
pub fn atlas(tables: &Tables) -> AtlasFile {
    let mut countries: Vec<CountryRow> =
        tables.entities.iter().map(|row| country(tables, &row.value)).collect();
    countries.sort_by_cached_key(|row| sort_key(&row.name));
    AtlasFile {
        schema: SCHEMA,
        version: tables.version.clone(),
        regions: Region::ALL.iter().map(|region| region.name().to_owned()).collect(),
        editions: tables.editions.iter().map(|row| edition(tables, &row.value)).collect(),
        countries,
    }
}

/// Sorts by the name without accents and without "The", so that The Gambia is between Gabon and Georgia.
fn sort_key(name: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let folded = tip::search::fold(&name.to_lowercase().nfd().collect::<String>());
    folded.strip_prefix("the ").map_or(folded.clone(), str::to_owned)
}

fn edition(tables: &Tables, row: &tables::EditionRow) -> EditionRow {
    EditionRow {
        year: row.edition,
        released: row.released.clone(),
        date_sourced: row.released_sourced == tables::YesNo::Yes,
        period: (!row.period_from.is_empty()).then(|| (row.period_from.clone(), row.period_to.clone())),
        published: row.published_total,
        whole: is_whole(tables, row),
        note: row.note.clone(),
        url: row.url.clone(),
    }
}

/// Whether an edition is recorded whole: a total is published, and there are as many rows as published, in all and on
/// each tier that a count is published for.
pub fn is_whole(tables: &Tables, edition: &tables::EditionRow) -> bool {
    let here = |tier| recorded(tables, edition.edition, tier);
    edition.published_total == Some(here(None))
        && Tier::ALL
            .into_iter()
            .zip(edition.published())
            .all(|(tier, published)| published.is_none_or(|published| published == here(Some(tier))))
}

fn country(tables: &Tables, entity: &tables::EntityRow) -> CountryRow {
    let cells: BTreeMap<u16, &tables::TierRow> = tables
        .tiers
        .iter()
        .filter(|row| row.value.iso3 == entity.iso3)
        .map(|row| (row.value.year, &row.value))
        .collect();
    let packed =
        |year: &u16| cells.get(year).and_then(|row| Tier::from_code(&row.tier)).map_or('.', Tier::packed);
    let checked = |year: &u16| {
        let confidence = cells.get(year).and_then(|row| Confidence::from_name(&row.confidence));
        confidence.map_or('.', Confidence::packed)
    };
    CountryRow {
        iso3: entity.iso3.clone(),
        iso2: entity.iso2.clone(),
        name: entity.name.clone(),
        report_name: if entity.report_name == entity.name {
            String::new()
        } else {
            entity.report_name.clone()
        },
        region: Region::ALL.iter().position(|region| region.name() == entity.region).unwrap_or_default(),
        placements: tables.editions.iter().map(|row| packed(&row.value.edition)).collect(),
        checked: tables.editions.iter().map(|row| checked(&row.value.edition)).collect(),
        note: entity.note.clone(),
    }
}

/// `country/XXX.json`.
pub fn dossier(tables: &Tables, iso3: &str) -> CountryFile {
    let mut ids: Vec<&str> = Vec::new();
    let mut placements: Vec<ProvenanceRow> = Vec::new();
    for row in tables.tiers.iter().map(|row| &row.value).filter(|row| row.iso3 == iso3) {
        let sources = row
            .sources
            .split(',')
            .map(|id| {
                ids.iter().position(|known| *known == id).unwrap_or_else(|| {
                    ids.push(id);
                    ids.len() - 1
                })
            })
            .collect();
        placements.push(ProvenanceRow { year: row.year, confidence: row.confidence.clone(), sources });
    }
    placements.sort_by_key(|row| row.year);
    let by_id = |id: &str| tables.sources.iter().map(|row| &row.value).find(|row| row.id == id);
    let mut findings: Vec<FindingRow> =
        tables.findings.iter().map(|row| &row.value).filter(|row| row.iso3 == iso3).map(finding).collect();
    findings.sort_by_key(|row| std::cmp::Reverse(row.edition));
    let mut excerpts: Vec<&tables::ExcerptRow> =
        tables.excerpts.iter().map(|row| &row.value).filter(|row| row.iso3 == iso3).collect();
    excerpts.sort_by_key(|row| (std::cmp::Reverse(row.edition), row.order));
    CountryFile {
        schema: SCHEMA,
        iso3: iso3.to_owned(),
        also_named: names::english(tables, iso3),
        sources: ids.into_iter().filter_map(by_id).map(source).collect(),
        placements,
        findings,
        figures: figures(tables, iso3),
        excerpts: excerpts
            .into_iter()
            .map(|row| ExcerptRow {
                edition: row.edition,
                text: row.text.clone(),
                about: row.about.clone(),
                source: row.source.clone(),
            })
            .collect(),
        consequences: consequences::row(tables, Some(iso3)),
    }
}

/// The place of a figure among those of its country.
fn in_order(name: &str) -> usize {
    FIGURES.iter().position(|known| *known == name).unwrap_or(FIGURES.len())
}

/// The figures of a country with their words, newest edition first.
fn figures(tables: &Tables, iso3: &str) -> Vec<FigureRow> {
    let rows = tables.figures.iter().map(|row| &row.value).filter(|row| row.iso3 == iso3);
    let mut rows: Vec<&tables::FigureRow> = rows.collect();
    rows.sort_by_key(|row| (std::cmp::Reverse(row.edition), in_order(&row.figure)));
    let figure = |row: &tables::FigureRow| FigureRow {
        edition: row.edition,
        name: row.figure.clone(),
        value: row.value,
        qualifier: row.qualifier.clone(),
        words: row.words.clone(),
    };
    rows.into_iter().map(figure).collect()
}

fn finding(row: &tables::FindingRow) -> FindingRow {
    let mut figures: Vec<(String, u32)> = row.figures.iter().map(|(name, n)| (name.clone(), *n)).collect();
    figures.sort_by_key(|(name, _)| in_order(name));
    FindingRow {
        edition: row.edition,
        determination: row.determination.clone(),
        waiver: row.waiver,
        note: row.note.clone().unwrap_or_default(),
        summary: row.summary.clone(),
        progress: row.progress.clone(),
        gaps: row.gaps.clone(),
        figures,
        source: row.source.clone(),
        url: row.url.clone(),
    }
}

fn source(row: &tables::SourceRow) -> SourceRow {
    SourceRow {
        kind: row.kind.clone(),
        title: row.title.clone(),
        publisher: row.publisher.clone(),
        url: linked(row),
    }
}

/// `sources.json`.
pub fn sources(tables: &Tables) -> SourcesFile {
    // Nearest to the report first.
    const KINDS: [&str; 7] = ["primary", "copy", "government", "dataset", "derived", "press", "unsourced"];
    let mut names: Vec<String> = Vec::new();
    let mut sets: Vec<Vec<usize>> = Vec::new();
    let by_id: BTreeMap<&str, &tables::SourceRow> =
        tables.sources.iter().map(|row| (row.value.id.as_str(), &row.value)).collect();
    let mut of: BTreeMap<(&str, u16), usize> = BTreeMap::new();
    for row in tables.tiers.iter().map(|row| &row.value) {
        let mut sources: Vec<&tables::SourceRow> =
            row.sources.split(',').filter_map(|id| by_id.get(id).copied()).collect();
        sources.sort_by_key(|source| KINDS.iter().position(|kind| *kind == source.kind));
        let set = sources
            .into_iter()
            .map(|source| place(&mut names, format!("{} ({})", source.title, source.publisher)));
        let set = set.collect();
        of.insert((row.iso3.as_str(), row.year), place(&mut sets, set));
    }
    let none = sets.len();
    let years: Vec<u16> = tables.editions.iter().map(|row| row.value.edition).collect();
    let cells = tables.entities.iter().map(|row| {
        let iso3 = row.value.iso3.as_str();
        let set = |year: &u16| of.get(&(iso3, *year)).copied().unwrap_or(none);
        (iso3.to_owned(), years.iter().map(set).collect())
    });
    SourcesFile { schema: SCHEMA, cells: cells.collect(), names, sets }
}

/// The place of an item in a list; at its end, where it was not there.
fn place<T: PartialEq>(list: &mut Vec<T>, item: T) -> usize {
    list.iter().position(|known| *known == item).unwrap_or_else(|| {
        list.push(item);
        list.len() - 1
    })
}

/// The address of a source, where the atlas links out to its kind.
pub fn linked(row: &tables::SourceRow) -> Option<String> {
    (links_out(&row.kind) && row.url != "-").then(|| row.url.clone())
}
