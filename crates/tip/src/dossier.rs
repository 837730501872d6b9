//! What the atlas holds of one country beyond its placements: findings, excerpts, sources.

use words::{Words, say};

use crate::file::{CountryFile, ExcerptRow, FigureRow, FindingRow, ProvenanceRow, SCHEMA, SourceRow};
use crate::load::{LoadError, read};
use crate::{Code, Consequences};

/// A country's findings, excerpts and the sources of its placements.
#[derive(Clone, Debug)]
pub struct Dossier {
    /// The country.
    pub code: Code,
    /// Its other names in English.
    pub also_named: Vec<String>,
    /// Findings, newest edition first.
    pub findings: Vec<Finding>,
    /// Figures with the words they were read from, newest edition first.
    pub figures: Vec<FigureRow>,
    /// Excerpts, newest edition first, in their order.
    pub excerpts: Vec<Excerpt>,
    /// Where each placement comes from, oldest first.
    pub provenance: Vec<Provenance>,
    /// What followed from the placements.
    pub consequences: Consequences,
}

/// What an edition says of a country, in the atlas's own words.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The edition's year.
    pub edition: u16,
    /// What the report determines, in law.
    pub determination: Determination,
    /// Whether a downgrade was waived.
    pub waiver: bool,
    /// A remark on the placement, or nothing.
    pub note: String,
    /// The finding in a sentence.
    pub summary: String,
    /// What went forward.
    pub progress: Vec<String>,
    /// What was missing.
    pub gaps: Vec<String>,
    /// Figures, by their name in the data: `victims_identified`.
    pub figures: Vec<(String, u32)>,
    /// Where the narrative was read; `None` where only a press account of it was.
    pub read_at: Option<String>,
}

/// What the report determines of a government, in the words of the law.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Determination {
    /// Tier 1.
    FullyMeets,
    /// Tier 2 and the Watch List.
    SignificantEfforts,
    /// Tier 3.
    NoSignificantEfforts,
    /// No determination.
    SpecialCase,
}

impl Determination {
    fn from_name(name: &str) -> Option<Determination> {
        Some(match name {
            "fully_meets" => Determination::FullyMeets,
            "not_fully_but_significant_efforts" => Determination::SignificantEfforts,
            "not_fully_no_significant_efforts" => Determination::NoSignificantEfforts,
            "special_case" => Determination::SpecialCase,
            _ => return None,
        })
    }

    /// The determination as a sentence.
    pub fn sentence(self, words: &Words) -> String {
        match self {
            Determination::FullyMeets => say!(words, LAW_FULLY),
            Determination::SignificantEfforts => say!(words, LAW_EFFORTS),
            Determination::NoSignificantEfforts => say!(words, LAW_NO_EFFORTS),
            Determination::SpecialCase => say!(words, LAW_SPECIAL),
        }
    }
}

/// The report's own words.
#[derive(Clone, Debug)]
pub struct Excerpt {
    /// The edition's year.
    pub edition: u16,
    /// The words.
    pub text: String,
    /// Their subject, or their section of the narrative: one of [`Excerpt::ABOUT`].
    pub about: String,
    /// Where they come from.
    pub source: String,
}

impl Excerpt {
    /// What excerpts are about, and the sections of a narrative in their order.
    pub const ABOUT: [&str; 8] = [
        "determination",
        "reason",
        "opening",
        "recommendations",
        "prosecution",
        "protection",
        "prevention",
        "profile",
    ];
}

/// Where a placement comes from.
#[derive(Clone, Debug)]
pub struct Provenance {
    /// The edition's year.
    pub edition: u16,
    /// How far it was checked.
    pub confidence: Confidence,
    /// The sources.
    pub sources: Vec<Source>,
}

/// How far a placement was checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// By two independent sources, or by an official list of the edition.
    Confirmed,
    /// By a single source.
    Single,
    /// By none that was retrieved.
    Unsourced,
}

impl Confidence {
    /// All three, best first: the order of the coverage table.
    pub const ALL: [Confidence; 3] = [Confidence::Confirmed, Confidence::Single, Confidence::Unsourced];

    /// The name in `data/`.
    pub const fn name(self) -> &'static str {
        match self {
            Confidence::Confirmed => "confirmed",
            Confidence::Single => "single",
            Confidence::Unsourced => "unsourced",
        }
    }

    /// The confidence of a name in `data/`.
    pub fn from_name(name: &str) -> Option<Confidence> {
        Confidence::ALL.into_iter().find(|confidence| confidence.name() == name)
    }

    /// One character, for the dataset.
    pub const fn packed(self) -> char {
        match self {
            Confidence::Confirmed => 'c',
            Confidence::Single => 's',
            Confidence::Unsourced => 'u',
        }
    }

    /// In words: `Confirmed by a second source`.
    pub fn in_words(self, words: &Words) -> String {
        match self {
            Confidence::Confirmed => say!(words, CONFIDENCE_CONFIRMED),
            Confidence::Single => say!(words, CONFIDENCE_SINGLE),
            Confidence::Unsourced => say!(words, CONFIDENCE_UNSOURCED),
        }
    }
}

/// A source of placements.
#[derive(Clone, Debug)]
pub struct Source {
    /// `primary`, `government`, `dataset`, `copy`, `press`, `derived` or `unsourced`.
    pub kind: String,
    /// What it is.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// Its address, where the atlas links out.
    pub url: Option<String>,
}

impl From<SourceRow> for Source {
    fn from(row: SourceRow) -> Source {
        Source {
            kind: row.kind,
            title: row.title,
            publisher: row.publisher,
            url: row.url.filter(|url| is_web_address(url)),
        }
    }
}

/// Only these are ever linked: a `javascript:` address in a data file must stay text.
pub(crate) fn is_web_address(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

impl Dossier {
    /// Reads `country/XXX.json`.
    ///
    /// # Errors
    /// [`LoadError`] where it is damaged, of another schema, or not of this country.
    pub fn from_json(json: &str, code: Code) -> Result<Dossier, LoadError> {
        let file: CountryFile = read(json, SCHEMA)?;
        if Code::parse(&file.iso3) != Some(code) {
            return Err(LoadError::content(format!("it is of {} and not of {code}", file.iso3)));
        }
        let sources: Vec<Source> = file.sources.into_iter().map(Source::from).collect();
        Ok(Dossier {
            code,
            also_named: file.also_named,
            findings: file.findings.into_iter().map(finding).collect::<Result<_, _>>()?,
            figures: file.figures,
            excerpts: file.excerpts.into_iter().map(excerpt).collect(),
            provenance: file
                .placements
                .into_iter()
                .map(|row| provenance(row, &sources))
                .collect::<Result<_, _>>()?,
            consequences: Consequences::from_row(file.consequences)?,
        })
    }

    /// The finding of an edition.
    pub fn finding(&self, edition: u16) -> Option<&Finding> {
        self.findings.iter().find(|finding| finding.edition == edition)
    }

    /// The figures of an edition with the words they were read from.
    pub fn figures(&self, edition: u16) -> Vec<&FigureRow> {
        self.figures.iter().filter(|figure| figure.edition == edition).collect()
    }

    /// The excerpts of an edition.
    pub fn excerpts(&self, edition: u16) -> impl Iterator<Item = &Excerpt> {
        self.excerpts.iter().filter(move |excerpt| excerpt.edition == edition)
    }

    /// The editions that there is something to read on.
    pub fn editions(&self) -> Vec<u16> {
        let mut editions: Vec<u16> = self.findings.iter().map(|finding| finding.edition).collect();
        editions.extend(self.excerpts.iter().map(|excerpt| excerpt.edition));
        editions.extend(self.consequences.determinations.iter().map(|row| row.edition));
        editions.extend(self.consequences.waivers.iter().map(|row| row.edition));
        editions.extend(self.consequences.listings.iter().map(|row| row.edition));
        editions.sort_unstable();
        editions.dedup();
        editions
    }

    /// All that is to be read on an edition; on all, where none is given.
    pub fn texts(&self, edition: Option<u16>) -> Vec<&str> {
        let wanted = |year: u16| edition.is_none_or(|edition| edition == year);
        let mut texts: Vec<&str> = Vec::new();
        for finding in self.findings.iter().filter(|finding| wanted(finding.edition)) {
            texts.extend([finding.summary.as_str(), finding.note.as_str()]);
            texts.extend(finding.progress.iter().chain(&finding.gaps).map(String::as_str));
        }
        let excerpts = self.excerpts.iter().filter(|excerpt| wanted(excerpt.edition));
        texts.extend(excerpts.map(|excerpt| excerpt.text.as_str()));
        let determined = self.consequences.determinations.iter().filter(|row| wanted(row.edition));
        texts.extend(determined.map(|row| row.passage.as_str()));
        let waivers = self.consequences.waivers.iter().filter(|row| wanted(row.edition));
        texts.extend(waivers.map(|row| row.passage.as_str()));
        let listings = self.consequences.listings.iter().filter(|row| wanted(row.edition));
        texts.extend(listings.map(|row| row.passage.as_str()));
        texts
    }

    /// Where the placement of an edition comes from.
    pub fn provenance(&self, edition: u16) -> Option<&Provenance> {
        self.provenance.iter().find(|row| row.edition == edition)
    }
}

fn finding(row: FindingRow) -> Result<Finding, LoadError> {
    let determination = Determination::from_name(&row.determination)
        .ok_or_else(|| LoadError::content(format!("unknown determination “{}”", row.determination)))?;
    Ok(Finding {
        edition: row.edition,
        determination,
        waiver: row.waiver,
        note: row.note,
        summary: row.summary,
        progress: row.progress,
        gaps: row.gaps,
        figures: row.figures,
        read_at: row.url.filter(|url| row.source == "report" && is_web_address(url)),
    })
}

fn excerpt(row: ExcerptRow) -> Excerpt {
    Excerpt { edition: row.edition, text: row.text, about: row.about, source: row.source }
}

fn provenance(row: ProvenanceRow, sources: &[Source]) -> Result<Provenance, LoadError> {
    let confidence = Confidence::from_name(&row.confidence)
        .ok_or_else(|| LoadError::content(format!("unknown confidence “{}”", row.confidence)))?;
    let sources = row
        .sources
        .iter()
        .map(|index| {
            sources
                .get(*index)
                .cloned()
                .ok_or_else(|| LoadError::content(format!("there is no source {index}")))
        })
        .collect::<Result<_, _>>()?;
    Ok(Provenance { edition: row.year, confidence, sources })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kor() -> Code {
        Code::parse("KOR").unwrap()
    }

    #[test]
    fn an_address_that_is_not_of_the_web_is_never_a_link() {
        let json = r#"{"schema":1,"iso3":"KOR","sources":[{"kind":"copy","title":"t","publisher":"p","url":"javascript:alert(1)"}],
            "placements":[{"year":2024,"confidence":"single","sources":[0]}]}"#;
        let dossier = Dossier::from_json(json, kor()).unwrap();
        assert_eq!(dossier.provenance(2024).unwrap().sources[0].url, None);
    }

    #[test]
    fn a_file_that_is_wrong_says_how() {
        let of_another = r#"{"schema":1,"iso3":"PRK","sources":[],"placements":[]}"#;
        let newer = r#"{"schema":2,"everything":"else"}"#;
        let no_source = r#"{"schema":1,"iso3":"KOR","sources":[],"placements":[{"year":2024,"confidence":"single","sources":[7]}]}"#;
        let said = |json| Dossier::from_json(json, kor()).unwrap_err().to_string();
        assert!(said(of_another).contains("PRK"));
        assert!(said(newer).contains("newer kind (2)"));
        assert!(said(no_source).contains("no source 7"));
        assert!(said("<!doctype html>").contains("damaged"));
    }
}
