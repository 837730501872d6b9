//! What a view shows, as a table to take along.

mod columns;
mod file;

pub use columns::{COLUMNS, Column, column};
pub use file::Csv;

use crate::permalink::{self, EmbedView, Embedded, View};
use crate::{Atlas, Consequences, CountryId, EditionId, Movement, Region, Tier, law, sentence};

/// A table with what it is and where it comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// The name of the file, without its ending.
    pub name: String,
    /// What it shows, in a line.
    pub title: String,
    /// The names of its columns.
    pub columns: Vec<&'static str>,
    /// Its rows, each as long as the columns.
    pub rows: Vec<Vec<Cell>>,
}

/// The value of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// A text.
    Text(String),
    /// A whole number.
    Number(u32),
    /// Nothing: what nobody sourced stays empty.
    Empty,
}

impl From<&str> for Cell {
    fn from(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }
}

impl From<Option<Tier>> for Cell {
    fn from(tier: Option<Tier>) -> Cell {
        tier.map_or(Cell::Empty, |tier| tier.code().into())
    }
}

/// Attribution and licence, part of every file.
pub fn citation(atlas: &Atlas, address: &str) -> [String; 3] {
    [
        format!("Tier Atlas, data version {}, {address}", atlas.version()),
        "Compiled from public sources on the Trafficking in Persons Report of the U.S. Department of State; not a work of the U.S. government".to_owned(),
        "Licence of the compilation: MIT or Apache 2.0".to_owned(),
    ]
}

/// Whether a view has a table.
pub fn has_table(atlas: &Atlas, view: &View) -> bool {
    match view {
        View::Search(_) | View::About | View::EmbedAbout | View::Unknown(_) => false,
        View::Country(view, _) | View::Embed(EmbedView { shows: Embedded::Country(view), .. }) => {
            atlas.find(view.code).is_some()
        }
        View::Changes(view) => view.span(atlas).from.is_some(),
        View::Map(_)
        | View::Compare(_)
        | View::Consequences(_)
        | View::WatchList(_)
        | View::Trends(_)
        | View::Embed(EmbedView { shows: Embedded::Map(_), .. }) => true,
    }
}

/// The table of a view; `None` for one that shows no data, or needs `consequences` where there are none.
pub fn table(atlas: &Atlas, view: &View, consequences: Option<&Consequences>) -> Option<Table> {
    match view {
        View::Map(view) | View::Embed(EmbedView { shows: Embedded::Map(view), .. }) => {
            let edition = permalink::edition(atlas, view.year);
            let shown = |country: &CountryId| {
                view.tiers.is_empty()
                    || atlas.cell(*country, edition).tier().is_some_and(|tier| view.tiers.contains(tier))
            };
            Some(placements(
                atlas,
                of_map(atlas, view),
                sentence::headline(atlas, edition, view.region).title,
                of_region(atlas, view.region).filter(shown),
                &[edition],
            ))
        }
        View::Country(view, _) | View::Embed(EmbedView { shows: Embedded::Country(view), .. }) => {
            let country = atlas.find(view.code)?;
            let name = format!("tip-tiers-{}", country.code);
            let title = format!("{}: every edition", country.name);
            Some(placements(atlas, name, title, std::iter::once(country.id), &all(atlas)))
        }
        View::Compare(view) => {
            let chosen: Vec<CountryId> = view
                .countries
                .iter()
                .filter_map(|code| atlas.find(*code))
                .map(|country| country.id)
                .collect();
            let region =
                of_region(atlas, view.region).filter(|id| view.region.is_some() && !chosen.contains(id));
            let countries: Vec<CountryId> = chosen.iter().copied().chain(region).collect();
            let title = "Countries side by side: every edition".to_owned();
            let codes = chosen.iter().map(|id| atlas.country(*id).code.to_string());
            let parts = codes.chain(slug(view.region)).collect::<Vec<_>>();
            Some(placements(atlas, named("tip-tiers", parts), title, countries.into_iter(), &all(atlas)))
        }
        View::Changes(view) => changes(atlas, view),
        View::Consequences(view) => Some(determined(atlas, consequences?, view.region)),
        View::WatchList(view) => {
            Some(watched(atlas, consequences?, permalink::edition(atlas, view.year), view.region))
        }
        View::Trends(view) => Some(counts(atlas, view.region)),
        View::Search(_) | View::About | View::EmbedAbout | View::Unknown(_) => None,
    }
}

/// The name of a file: what is in it, part by part.
fn named(kind: &str, parts: impl IntoIterator<Item = String>) -> String {
    std::iter::once(kind.to_owned()).chain(parts).collect::<Vec<_>>().join("-")
}

fn slug(region: Option<Region>) -> Option<String> {
    region.map(|region| region.slug().to_owned())
}

/// The name of what a map shows: its edition, region, tiers, and what is shown in their place.
fn of_map(atlas: &Atlas, view: &permalink::MapView) -> String {
    let year = atlas.year(permalink::edition(atlas, view.year)).to_string();
    let tiers: Vec<&str> = view.tiers.iter().map(Tier::code).collect();
    let tiers = (!tiers.is_empty()).then(|| format!("tier-{}", tiers.join("-")));
    let shown = view.highlight.map(|highlight| highlight.slug().to_owned());
    named("tip-tiers", [year].into_iter().chain(slug(view.region)).chain(tiers).chain(shown))
}

fn all(atlas: &Atlas) -> Vec<EditionId> {
    atlas.editions().iter().map(|edition| edition.id).collect()
}

fn of_region(atlas: &Atlas, region: Option<Region>) -> impl Iterator<Item = CountryId> + '_ {
    atlas
        .countries()
        .iter()
        .filter(move |country| region.is_none_or(|region| country.region == region))
        .map(|country| country.id)
}

/// Every country and edition.
pub fn placements_of_all_editions(atlas: &Atlas) -> Table {
    let title = "Every country and territory in every edition".to_owned();
    placements(atlas, "placements".to_owned(), title, of_region(atlas, None), &all(atlas))
}

/// One row a country and edition.
fn placements(
    atlas: &Atlas,
    name: String,
    title: String,
    countries: impl Iterator<Item = CountryId>,
    editions: &[EditionId],
) -> Table {
    let rows = countries.flat_map(|id| {
        let country = atlas.country(id);
        editions.iter().map(move |edition| {
            let cell = atlas.cell(id, *edition);
            vec![
                Cell::Text(country.code.to_string()),
                country.name.as_str().into(),
                country.region.name().into(),
                Cell::Number(u32::from(atlas.year(*edition))),
                cell.tier().into(),
                cell.name().into(),
                sentence::change(atlas, id, *edition).as_str().into(),
            ]
        })
    });
    Table {
        name,
        title,
        columns: vec!["iso3", "country", "region", "edition", "tier", "placement", "change"],
        rows: rows.collect(),
    }
}

/// One row a country that moved.
fn changes(atlas: &Atlas, view: &permalink::ChangesView) -> Option<Table> {
    let span = view.span(atlas);
    let from = span.from?;
    let (before, after) = (atlas.year(from), atlas.year(span.to));
    let rows = atlas
        .changes(from, span.to)
        .into_iter()
        .filter(|change| view.region.is_none_or(|region| atlas.country(change.country).region == region));
    let rows = rows.map(|change| {
        let country = atlas.country(change.country);
        let movement = match change.movement() {
            Movement::Upgrade => "upgrade",
            Movement::Downgrade => "downgrade",
            Movement::Reclassified => "to or from Special Case",
            Movement::Entered => "placed, and not before",
            Movement::Left => "no longer covered",
            Movement::Unrecorded => "not in our record of both editions",
            Movement::Remained | Movement::Absent => "",
        };
        vec![
            Cell::Text(country.code.to_string()),
            country.name.as_str().into(),
            country.region.name().into(),
            Cell::Number(u32::from(before)),
            change.from.tier().into(),
            Cell::Number(u32::from(after)),
            change.to.tier().into(),
            movement.into(),
        ]
    });
    Some(Table {
        name: named(
            "tip-changes",
            [before, after].map(|year| year.to_string()).into_iter().chain(slug(view.region)),
        ),
        title: format!("What moved from {before} to {after}"),
        columns: vec![
            "iso3",
            "country",
            "region",
            "from_edition",
            "from_tier",
            "to_edition",
            "to_tier",
            "movement",
        ],
        rows: rows.collect(),
    })
}

/// One row a country on Tier 3 and edition; without an outcome where that is not in our record.
fn determined(atlas: &Atlas, consequences: &Consequences, region: Option<Region>) -> Table {
    let since = law::rule(law::RuleId::Determinations).first;
    let rows = atlas.editions().iter().filter(|edition| edition.year >= since).flat_map(|edition| {
        of_region(atlas, region)
            .filter(|id| atlas.cell(*id, edition.id).tier() == Some(Tier::Three))
            .map(|id| {
                let country = atlas.country(id);
                let row = consequences.determination(country.code, edition.year);
                let text = |text: Option<&str>| text.map_or(Cell::Empty, Cell::from);
                vec![
                    Cell::Text(country.code.to_string()),
                    country.name.as_str().into(),
                    country.region.name().into(),
                    Cell::Number(u32::from(edition.year)),
                    Cell::Number(u32::from(crate::consequences::fiscal_year(edition.year))),
                    text(row.map(|row| row.outcome.name())),
                    text(row.map(|row| row.detail.as_str()).filter(|detail| !detail.is_empty())),
                    text(row.map(|row| row.determination.as_str())),
                    text(row.map(|row| row.read.name())),
                    text(row.map(|row| row.document.url.as_deref().unwrap_or(&row.document.host))),
                ]
            })
            .collect::<Vec<_>>()
    });
    Table {
        name: named("tip-consequences", slug(region)),
        title: "What the President determined for countries on Tier 3".to_owned(),
        columns: vec![
            "iso3",
            "country",
            "region",
            "edition",
            "fiscal_year",
            "outcome",
            "detail",
            "determination",
            "read",
            "source",
        ],
        rows: rows.collect(),
    }
}

/// One row a country on the Watch List of an edition.
fn watched(atlas: &Atlas, consequences: &Consequences, edition: EditionId, region: Option<Region>) -> Table {
    let year = atlas.year(edition);
    let rows = of_region(atlas, region).filter_map(|id| {
        let stay = law::stay(atlas, id, edition)?;
        let prospect = law::prospect(atlas, id, edition);
        let country = atlas.country(id);
        let waivers = law::waivers(atlas, consequences, id, edition);
        let count = |stated: bool| {
            let n = waivers.iter().filter(|(_, known)| *known == stated).count();
            Cell::Number(u32::try_from(n).unwrap_or(u32::MAX))
        };
        Some(vec![
            Cell::Text(country.code.to_string()),
            country.name.as_str().into(),
            country.region.name().into(),
            Cell::Number(u32::from(year)),
            Cell::Number(u32::from(atlas.year(stay.first))),
            Cell::Number(u32::try_from(stay.editions).unwrap_or(u32::MAX)),
            count(true),
            count(false),
            prospect.map_or(Cell::Empty, |prospect| prospect.name().into()),
            prospect.map_or(Cell::Empty, |prospect| law::rule(prospect.rule(year)).code.into()),
        ])
    });
    Table {
        name: named("tip-watch-list", [year.to_string()].into_iter().chain(slug(region))),
        title: format!("The Watch List of {year}, and what the law says of the next edition"),
        columns: vec![
            "iso3",
            "country",
            "region",
            "edition",
            "since",
            "editions",
            "waivers_stated",
            "waivers_implied",
            "next_edition",
            "rule",
        ],
        rows: rows.collect(),
    }
}

/// One row an edition, region and tier.
fn counts(atlas: &Atlas, region: Option<Region>) -> Table {
    let regions: Vec<Region> =
        Region::ALL.into_iter().filter(|one| region.is_none_or(|region| region == *one)).collect();
    let rows = atlas.editions().iter().flat_map(|edition| {
        regions.iter().flat_map(move |region| {
            let counts = atlas.counts(edition.id, Some(*region));
            Tier::ALL.into_iter().map(move |tier| {
                vec![
                    Cell::Number(u32::from(edition.year)),
                    region.name().into(),
                    Some(tier).into(),
                    Cell::Number(u32::from(counts.of(tier))),
                ]
            })
        })
    });
    Table {
        name: named("tip-counts", slug(region)),
        title: "How many countries and territories stand on each tier, by edition and region".to_owned(),
        columns: vec!["edition", "region", "tier", "countries"],
        rows: rows.collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    use crate::Atlas;

    fn atlas() -> Atlas {
        Atlas::from_json(&testdata::file("assets/data/atlas.json").unwrap()).unwrap()
    }

    #[test]
    fn every_view_with_data_gives_the_records_own_values() {
        let atlas = atlas();
        let cite = citation(&atlas, "https://example.org/");
        let view = View::parse("/?year=2024");
        let table = table(&atlas, &view, None).unwrap();
        assert_eq!(table.columns[..5], ["iso3", "country", "region", "edition", "tier"]);
        let row = |code: &str| table.rows.iter().find(|row| row[0] == code.into()).unwrap();
        assert_eq!(row("CIV")[1], "Côte d'Ivoire".into());
        for country in atlas.countries() {
            let cell = atlas.cell(country.id, atlas.edition_of(2024).unwrap());
            assert_eq!(row(country.code.as_str())[4], cell.tier().into(), "{}", country.code);
        }
        let json: Value = serde_json::from_str(&table.json(&cite)).unwrap();
        assert_eq!(json["rows"].as_array().unwrap().len(), table.rows.len());
        assert!(json["citation"][0].as_str().unwrap().contains(atlas.version()));
    }

    #[test]
    fn a_missing_placement_is_an_empty_cell() {
        let atlas = atlas();
        let table = table(&atlas, &View::parse("/country/PRK"), None).unwrap();
        assert_eq!(table.rows[0][4], Cell::Empty);
        assert_eq!(table.rows[2][4], Cell::Text("3".to_owned()));
    }

    #[test]
    fn movers_and_counts_are_those_of_the_pages() {
        let atlas = atlas();
        let moved = table(&atlas, &View::parse("/changes?year=2024"), None).unwrap();
        let korea = moved.rows.iter().find(|row| row[0] == "KOR".into()).unwrap();
        assert_eq!(korea[4..], ["2".into(), Cell::Number(2024), "1".into(), "upgrade".into()]);
        let counts = table(&atlas, &View::parse("/trends"), None).unwrap();
        let on_tier_1: u32 = counts
            .rows
            .iter()
            .filter(|row| row[0] == Cell::Number(2024) && row[2] == "1".into())
            .map(|row| if let Cell::Number(n) = row[3] { n } else { 0 })
            .sum();
        assert_eq!(on_tier_1, 33);
        let consequences = testdata::file("assets/data/consequences.json").unwrap();
        let consequences = Consequences::from_json(&consequences).unwrap();
        for (address, name) in [
            ("/?year=2024&region=near-east&tiers=1,2W", "tip-tiers-2024-near-east-tier-1-2W"),
            ("/?year=2024&show=watch-list", "tip-tiers-2024-watch-list"),
            ("/compare?c=KOR,PRK&region=africa", "tip-tiers-KOR-PRK-africa"),
            ("/changes?year=2024&region=africa", "tip-changes-2023-2024-africa"),
            ("/trends?region=near-east", "tip-counts-near-east"),
            ("/consequences", "tip-consequences"),
            ("/watch-list?year=2024&region=africa", "tip-watch-list-2024-africa"),
        ] {
            let table = table(&atlas, &View::parse(address), Some(&consequences)).unwrap();
            assert_eq!(table.name, name);
            // Each column is described, with the type of what is in it.
            for (at, name) in table.columns.iter().enumerate() {
                let column = COLUMNS.iter().find(|column| column.name == *name).unwrap();
                let fits = |row: &Vec<Cell>| match row[at] {
                    Cell::Number(_) => column.kind == "integer",
                    Cell::Text(_) => column.kind == "string",
                    Cell::Empty => true,
                };
                assert!(table.rows.iter().all(fits), "{address}: {name}");
            }
        }
        for address in [
            "/",
            "/about",
            "/changes?year=2001",
            "/changes",
            "/country/ZZZ",
            "/compare",
            "/embed?country=KOR",
        ] {
            let view = View::parse(address);
            assert_eq!(has_table(&atlas, &view), super::table(&atlas, &view, None).is_some(), "{address}");
        }
    }
}
