//! The rows of `consequences.json` and of a country's file, checked.

use super::{
    Consequences, Document, List, Listing, Outcome, PresidentialDetermination, Read, Waiver, listing_passage,
    passage, waiver_passage,
};
use crate::Code;
use crate::dossier::is_web_address;
use crate::file::{
    ConsequencesFile, ConsequencesRow, DeterminationRow, DocumentRow, ListingRow, SCHEMA, WaiverRow,
};
use crate::load::{LoadError, read};

impl Consequences {
    /// Reads `consequences.json`.
    ///
    /// # Errors
    /// [`LoadError`] where it is damaged, of another schema, or contradicts itself.
    pub fn from_json(json: &str) -> Result<Consequences, LoadError> {
        let file: ConsequencesFile = read(json, SCHEMA)?;
        let ConsequencesFile { documents, determinations, waivers, listings, .. } = file;
        let not_whole = Vec::new();
        Consequences::from_row(ConsequencesRow { documents, determinations, waivers, listings, not_whole })
    }

    /// Checks the rows.
    ///
    /// # Errors
    /// As [`Consequences::from_json`].
    pub fn from_row(row: ConsequencesRow) -> Result<Consequences, LoadError> {
        let documents: Vec<Document> = row.documents.into_iter().map(Document::from).collect();
        let mut known = Consequences::default();
        for row in row.determinations {
            known.determinations.push(determination(row, &documents)?);
        }
        for row in row.waivers {
            known.waivers.push(waiver(row, &documents)?);
        }
        for row in row.listings {
            known.listings.push(listing(row, &documents)?);
        }
        for (list, edition) in row.not_whole {
            known.not_whole.push((named("list", &list, List::from_name(&list))?, edition));
        }
        Ok(known)
    }
}

impl From<DocumentRow> for Document {
    fn from(row: DocumentRow) -> Document {
        Document { host: row.host, url: row.url.filter(|url| is_web_address(url)) }
    }
}

fn code(iso3: &str) -> Result<Code, LoadError> {
    Code::parse(iso3).ok_or_else(|| LoadError::content(format!("“{iso3}” is not a country code")))
}

fn document(documents: &[Document], at: usize) -> Result<Document, LoadError> {
    documents.get(at).cloned().ok_or_else(|| LoadError::content(format!("there is no document {at}")))
}

fn named<T>(what: &str, name: &str, found: Option<T>) -> Result<T, LoadError> {
    found.ok_or_else(|| LoadError::content(format!("unknown {what} “{name}”")))
}

fn determination(
    row: DeterminationRow,
    documents: &[Document],
) -> Result<PresidentialDetermination, LoadError> {
    let outcome = named("outcome", &row.outcome, Outcome::from_name(&row.outcome))?;
    Ok(PresidentialDetermination {
        code: code(&row.iso3)?,
        edition: row.edition,
        outcome,
        passage: passage(outcome, &row.detail, &row.determination),
        detail: row.detail,
        determination: row.determination,
        read: named("way of reading", &row.read, Read::from_name(&row.read))?,
        document: document(documents, row.document)?,
    })
}

fn waiver(row: WaiverRow, documents: &[Document]) -> Result<Waiver, LoadError> {
    let document = row.document.map(|at| document(documents, at)).transpose()?;
    let passage = waiver_passage(row.edition);
    Ok(Waiver { code: code(&row.iso3)?, edition: row.edition, document, passage })
}

fn listing(row: ListingRow, documents: &[Document]) -> Result<Listing, LoadError> {
    let list = named("list", &row.list, List::from_name(&row.list))?;
    Ok(Listing {
        code: code(&row.iso3)?,
        edition: row.edition,
        list,
        passage: listing_passage(list, row.edition),
        whole: row.whole,
        document: document(documents, row.document)?,
    })
}
