//! The atlas: every placement of every edition, checked when it is loaded.

mod read;

use std::sync::OnceLock;
use words::text::{FORMER_ANT, FORMER_SCG, FORMER_YUG};

use words::{Message, Words, say};

use crate::{
    Cell, Change, Code, Confidence, Counts, Date, Movement, Region, Sources, Tier, Timeline, sorted,
};

/// A country's place in [`Atlas::countries`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CountryId(pub(crate) usize);

impl CountryId {
    /// Its index, 0 for the first country by name.
    pub const fn index(self) -> usize {
        self.0
    }
}

/// An edition's place in [`Atlas::editions`]: 0 is the oldest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EditionId(pub(crate) usize);

impl EditionId {
    /// Its index, 0 for the oldest edition.
    pub const fn index(self) -> usize {
        self.0
    }

    /// The edition before it; `None` for the oldest.
    pub fn previous(self) -> Option<EditionId> {
        self.0.checked_sub(1).map(EditionId)
    }
}

/// One edition of the report.
#[derive(Clone, Debug)]
pub struct Edition {
    /// Its place in the atlas.
    pub id: EditionId,
    /// Its year, which is its name.
    pub year: u16,
    /// When it was released.
    pub released: Date,
    /// Whether a source was retrieved for that date.
    pub date_sourced: bool,
    /// First and last day of the reporting period.
    pub period: Option<(Date, Date)>,
    /// How many countries and territories it is published to have placed.
    pub published: Option<u16>,
    /// Whether the record is known to hold all of them.
    pub whole: bool,
    /// A remark, or nothing.
    pub note: String,
    /// The official address.
    pub url: String,
}

/// A country or territory that the report has placed.
#[derive(Clone, Debug, PartialEq)]
pub struct Country {
    /// Its place in the atlas.
    pub id: CountryId,
    /// Its code.
    pub code: Code,
    /// Its two-letter code.
    pub iso2: String,
    /// Its everyday name, in the language of the atlas.
    pub name: String,
    /// That name in English, which is the data's.
    pub english: String,
    /// Its name in the report, where that differs.
    pub report_name: Option<String>,
    /// Its region in the report.
    pub region: Region,
    /// A remark, or nothing.
    pub note: String,
    /// One character an edition, as in the dataset.
    checked: String,
    placements: Vec<Option<Tier>>,
}

impl Country {
    /// The tier in an edition; `None` without a placement in it.
    fn tier(&self, edition: EditionId) -> Option<Tier> {
        self.placements.get(edition.0).copied().flatten()
    }

    /// The name with "the" where an English sentence wants it: `the United States`. Other languages set names apart.
    pub fn name_in_a_sentence(&self, words: &Words) -> String {
        if !words.is_english() {
            return self.name.clone();
        }
        // Names that English uses with an article; those with "The" of their own bring it along.
        const WITH_ARTICLE: [&str; 14] = [
            "ARE", "CAF", "COD", "COG", "COM", "DOM", "GBR", "MDV", "MHL", "NLD", "PHL", "SLB", "SYC", "USA",
        ];
        const ALSO: [&str; 1] = ["ANT"];
        if let Some(rest) = self.name.strip_prefix("The ") {
            return format!("the {rest}");
        }
        let code = self.code.as_str();
        if WITH_ARTICLE.contains(&code) || ALSO.contains(&code) {
            format!("the {}", self.name)
        } else {
            self.name.clone()
        }
    }
}

/// Every placement of every edition. Made by [`Atlas::from_json`], which checks what it is given, so that
/// nothing later has to.
#[derive(Clone, Debug)]
pub struct Atlas {
    version: String,
    editions: Vec<Edition>,
    countries: Vec<Country>,
    words: Words,
    /// Once somebody wanted to know.
    sources: OnceLock<Sources>,
}

impl Atlas {
    /// The same atlas in another language: its words, and the countries by their names in it. `name_of` gives the
    /// name for a country's two-letter code, where the language has one; `in_order` sorts names as the language
    /// does. Countries of the past keep the names that `words` has for them, or their own.
    #[must_use]
    pub fn localized(
        mut self,
        words: Words,
        name_of: &dyn Fn(&str) -> Option<String>,
        in_order: &dyn Fn(Vec<String>) -> Vec<String>,
    ) -> Atlas {
        self.words = words;
        for country in &mut self.countries {
            let former = former(country.code.as_str()).map(|name| self.words.text(&name));
            let Some(name) = former.or_else(|| name_of(&country.iso2)) else { continue };
            country.name = name;
        }
        let order = in_order(self.countries.iter().map(|country| country.name.clone()).collect());
        let place = |country: &Country| order.iter().position(|name| *name == country.name);
        let places = sorted(&self.countries, |country| place(country).unwrap_or(order.len()) as u64);
        let codes: Vec<Code> = places.into_iter().map(|country| country.code).collect();
        let mut left = std::mem::take(&mut self.countries);
        for (index, code) in codes.into_iter().enumerate() {
            if let Some(at) = left.iter().position(|country| country.code == code) {
                self.countries.push(Country { id: CountryId(index), ..left.swap_remove(at) });
            }
        }
        self
    }

    /// The words of its language.
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// The version of the data.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// All editions, oldest first; never empty.
    pub fn editions(&self) -> &[Edition] {
        &self.editions
    }

    /// The newest edition.
    pub fn latest(&self) -> EditionId {
        EditionId(self.editions.len().saturating_sub(1))
    }

    /// The oldest and the newest year.
    pub fn years(&self) -> (u16, u16) {
        (self.year(EditionId(0)), self.year(self.latest()))
    }

    /// The edition of a year.
    pub fn edition_of(&self, year: u16) -> Option<EditionId> {
        self.editions.iter().find(|edition| edition.year == year).map(|edition| edition.id)
    }

    /// An edition. Ids come from this atlas, so there is one (an id of another, larger atlas gives the
    /// newest).
    #[expect(clippy::indexing_slicing, reason = "the index is bounded by a list that is never empty")]
    pub fn edition(&self, id: EditionId) -> &Edition {
        &self.editions[id.0.min(self.editions.len() - 1)]
    }

    /// The year of an edition.
    pub fn year(&self, id: EditionId) -> u16 {
        self.edition(id).year
    }

    /// All countries and territories, by name, former ones included.
    pub fn countries(&self) -> &[Country] {
        &self.countries
    }

    /// The country of a code.
    pub fn find(&self, code: Code) -> Option<&Country> {
        self.countries.iter().find(|country| country.code == code)
    }

    /// A country. Ids come from this atlas, so there is one (an id of another, larger atlas gives the
    /// last).
    #[expect(clippy::indexing_slicing, reason = "the index is bounded by a list that is never empty")]
    pub fn country(&self, id: CountryId) -> &Country {
        &self.countries[id.0.min(self.countries.len() - 1)]
    }

    /// What the record holds for a country in an edition.
    pub fn cell(&self, country: CountryId, edition: EditionId) -> Cell {
        match self.country(country).tier(edition) {
            Some(tier) => Cell::Placed(tier),
            _ if self.edition(edition).whole => Cell::NotInEdition,
            _ => Cell::NotInRecord,
        }
    }

    /// How far a placement was checked; `None` where there is none, or the dataset does not say.
    pub fn confidence(&self, country: CountryId, edition: EditionId) -> Option<Confidence> {
        let packed = self.country(country).checked.as_bytes().get(edition.0)?;
        Confidence::ALL.into_iter().find(|confidence| confidence.packed() as u8 == *packed)
    }

    /// Adds the names of sources.
    pub fn learn(&self, sources: Sources) {
        self.sources.get_or_init(|| sources);
    }

    /// Where a placement comes from, as a clause: how far it was checked, and the source, once that is known
    /// ([`Atlas::learn`]); `None` where there is no placement.
    pub fn provenance(&self, country: CountryId, edition: EditionId) -> Option<String> {
        let confidence = self.confidence(country, edition)?;
        let words = &self.words;
        let names = self.sources.get().map(|sources| sources.of(self.country(country).code, edition));
        Some(match (confidence, names.as_deref()) {
            (Confidence::Confirmed, Some([name])) => say!(words, CONFIDENCE_NAMED_LIST, name = *name),
            (Confidence::Confirmed, Some([name, more @ ..])) => {
                say!(words, CONFIDENCE_NAMED_MORE, name = *name, n = more.len())
            }
            (Confidence::Single, Some([name])) => say!(words, CONFIDENCE_NAMED, name = *name),
            (Confidence::Single, Some([name, more @ ..])) => {
                say!(words, CONFIDENCE_NAMED_SOME, name = *name, n = more.len())
            }
            _ => confidence.in_words(words),
        })
    }

    /// What happened to a country from the edition before to this one; `Absent` in the oldest edition.
    pub fn movement(&self, country: CountryId, edition: EditionId) -> Movement {
        edition.previous().map_or(Movement::Absent, |previous| {
            Movement::between(self.cell(country, previous), self.cell(country, edition))
        })
    }

    /// The countries whose cell differs between two editions, by name.
    pub fn changes(&self, from: EditionId, to: EditionId) -> Vec<Change> {
        self.countries
            .iter()
            .filter(|country| country.tier(from) != country.tier(to))
            .map(|country| Change {
                country: country.id,
                from: self.cell(country.id, from),
                to: self.cell(country.id, to),
            })
            .collect()
    }

    /// The changes of an edition against the one before it; none for the oldest.
    pub fn changes_of(&self, edition: EditionId) -> Vec<Change> {
        edition.previous().map(|previous| self.changes(previous, edition)).unwrap_or_default()
    }

    /// How many countries are on each tier of an edition, in all or in one region.
    pub fn counts(&self, edition: EditionId, region: Option<Region>) -> Counts {
        self.countries
            .iter()
            .filter(|country| region.is_none_or(|region| country.region == region))
            .filter_map(|country| country.tier(edition))
            .collect()
    }

    /// How many placements of an edition are known to be missing from the record.
    pub fn missing(&self, edition: EditionId) -> u16 {
        self.edition(edition)
            .published
            .map_or(0, |published| published.saturating_sub(self.counts(edition, None).total()))
    }

    /// The history of a country.
    pub fn timeline(&self, country: CountryId) -> Timeline {
        Timeline::new(self.editions.iter().map(|edition| self.cell(country, edition.id)).collect())
    }

    /// The countries of a region on the same tier of an edition as this one, without itself, by name.
    pub fn neighbours(&self, country: CountryId, edition: EditionId) -> Vec<CountryId> {
        let Some(tier) = self.cell(country, edition).tier() else {
            return Vec::new();
        };
        let region = self.country(country).region;
        self.countries
            .iter()
            .filter(|other| other.id != country && other.region == region)
            .filter(|other| self.cell(other.id, edition).tier() == Some(tier))
            .map(|other| other.id)
            .collect()
    }

    /// The country before and the country after this one, by name, around the ends.
    pub fn beside(&self, country: CountryId) -> (CountryId, CountryId) {
        let n = self.countries.len().max(1);
        (CountryId((country.0 + n - 1) % n), CountryId((country.0 + 1) % n))
    }
}

/// The name of a country of the past: the codes of such countries have been given to others since, or mean their
/// successors to whoever looks them up.
fn former(code: &str) -> Option<Message> {
    match code {
        "ANT" => Some(FORMER_ANT),
        "SCG" => Some(FORMER_SCG),
        "YUG" => Some(FORMER_YUG),
        _ => None,
    }
}
