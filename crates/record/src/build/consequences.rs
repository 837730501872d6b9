//! What followed from placements: `consequences.json`, and the same of one country in its own file.

use tip::List;
use tip::consequences::{Read, host};
use tip::file::{
    ConsequencesFile, ConsequencesRow, DeterminationRow, DocumentRow, ListingRow, SCHEMA, WaiverRow,
};

use super::place;
use crate::tables::{Tables, YesNo};

/// `consequences.json`.
pub fn consequences(tables: &Tables) -> ConsequencesFile {
    let ConsequencesRow { documents, determinations, waivers, listings, .. } = row(tables, None);
    ConsequencesFile { schema: SCHEMA, documents, determinations, waivers, listings }
}

/// The documents that rows refer to, each once.
#[derive(Default)]
struct Documents(Vec<DocumentRow>);

impl Documents {
    fn at(&mut self, url: &str, links_out: bool) -> usize {
        let (host, url) = (host(url).to_owned(), links_out.then(|| url.to_owned()));
        place(&mut self.0, DocumentRow { host, url })
    }
}

/// Whether a page is a government's, or a copy of a government's data.
fn is_official(url: &str) -> bool {
    host(url).ends_with(".gov") || host(url) == "github.com"
}

/// What followed for a country, or for all.
pub(super) fn row(tables: &Tables, iso3: Option<&str>) -> ConsequencesRow {
    let wanted = |code: &str| iso3.is_none_or(|iso3| iso3 == code);
    let mut documents = Documents::default();
    let determinations = tables.determinations.iter().map(|row| &row.value).filter(|row| wanted(&row.iso3));
    let mut determinations: Vec<DeterminationRow> = determinations
        .map(|row| DeterminationRow {
            iso3: row.iso3.clone(),
            edition: row.edition,
            outcome: row.outcome.clone(),
            detail: row.detail.clone(),
            determination: row.determination.clone(),
            read: row.read.clone(),
            document: documents.at(&row.url, Read::from_name(&row.read).is_some_and(Read::links_out)),
        })
        .collect();
    let waivers = tables.waivers.iter().map(|row| &row.value).filter(|row| wanted(&row.iso3));
    // Memoranda of justification, country narratives, copies of both, and the CIA World Factbook.
    let mut waivers: Vec<WaiverRow> = waivers
        .map(|row| WaiverRow {
            iso3: row.iso3.clone(),
            edition: row.edition,
            document: Some(documents.at(&row.url, true)),
        })
        .collect();
    for finding in tables.findings.iter().map(|row| &row.value).filter(|row| row.waiver && wanted(&row.iso3))
    {
        if !waivers.iter().any(|row| row.iso3 == finding.iso3 && row.edition == finding.edition) {
            waivers.push(WaiverRow { iso3: finding.iso3.clone(), edition: finding.edition, document: None });
        }
    }
    let listings = tables.listings.iter().map(|row| &row.value).filter(|row| wanted(&row.iso3));
    let mut listings: Vec<ListingRow> = listings
        .map(|row| ListingRow {
            iso3: row.iso3.clone(),
            edition: row.edition,
            list: row.list.clone(),
            whole: row.whole == YesNo::Yes,
            document: documents.at(&row.url, is_official(&row.url)),
        })
        .collect();
    determinations.sort_by_cached_key(|row| (row.edition, row.iso3.clone()));
    waivers.sort_by_cached_key(|row| (row.edition, row.iso3.clone()));
    listings.sort_by_cached_key(|row| (row.edition, row.list.clone(), row.iso3.clone()));
    let not_whole = if iso3.is_some() { not_whole(tables, &listings) } else { Vec::new() };
    ConsequencesRow { documents: documents.0, determinations, waivers, listings, not_whole }
}

/// The lists of a country's listings, with the editions whose list is not in the tables whole.
fn not_whole(tables: &Tables, listings: &[ListingRow]) -> Vec<(String, u16)> {
    let years = tables.editions.iter().map(|row| row.value.edition);
    let mut found = Vec::new();
    for list in List::ALL.into_iter().filter(|list| listings.iter().any(|row| row.list == list.name())) {
        let whole = |year: u16| {
            let mut of = tables.listings.iter().map(|row| &row.value);
            of.any(|row| row.list == list.name() && row.edition == year && row.whole == YesNo::Yes)
        };
        let years = years.clone().filter(|year| *year >= list.first() && !whole(*year));
        found.extend(years.map(|year| (list.name().to_owned(), year)));
    }
    found
}
