//! Finding a country by what a reader types or a link says: codes, names old and new and of several languages, words in any
//! order, without accents, with a letter wrong.

mod fit;
mod fold;

use crate::file::{NamesFile, NamesRow, SCHEMA};
use crate::load::{LoadError, read};
use crate::{Atlas, Code, CountryId, sorted};
use fit::{Fit, fit, typo, words_start};
pub use fold::{ahead, fold};

/// A country that fits a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The country.
    pub country: CountryId,
    /// The other name that the query met, where it was not the country's own: `Burma`.
    pub also: Option<String>,
    /// Whether the query can mean no other country.
    pub sure: bool,
    /// Whether each word of the query begins a word of a name, or it is a code.
    pub close: bool,
}

struct Entry {
    country: CountryId,
    /// `None` for the country's own name.
    also: Option<String>,
    folded: String,
}

/// All names and codes of all countries, folded.
pub struct Index {
    codes: Vec<(String, CountryId)>,
    entries: Vec<Entry>,
}

impl Index {
    /// Reads `names.json` and adds the names that the atlas has. `plain` gives a text in lower case and Unicode NFD; `also` the
    /// names by which readers of other languages know the country of a two-letter code.
    ///
    /// # Errors
    /// [`LoadError`] where the file is damaged or of another schema.
    pub fn from_json(
        json: &str,
        atlas: &Atlas,
        plain: impl Fn(&str) -> String,
        also: impl Fn(&str) -> Vec<String>,
    ) -> Result<Index, LoadError> {
        let file: NamesFile = read(json, SCHEMA)?;
        let mut index = Index { codes: Vec::new(), entries: Vec::new() };
        for country in atlas.countries() {
            let id = country.id;
            index.add(id, &country.name, None, &plain);
            index.codes.push((country.code.to_string().to_ascii_lowercase(), id));
            index.codes.push((country.iso2.to_ascii_lowercase(), id));
            let mut others = also(&country.iso2);
            others.push(country.english.clone());
            others.extend(country.report_name.clone());
            for name in others.into_iter().filter(|name| *name != country.name) {
                index.add(id, &name, Some(&name), &plain);
            }
        }
        for NamesRow { iso3, numeric, names } in file.countries {
            let country = Code::parse(&iso3).and_then(|code| atlas.find(code));
            let Some(country) = country else {
                return Err(LoadError::content(format!("the atlas has no country “{iso3}”")));
            };
            if !numeric.is_empty() {
                index.codes.push((numeric, country.id));
            }
            for (name, folded) in names.into_iter().filter(|(name, _)| *name != country.name) {
                let folded = if folded.is_empty() { fold(&name.to_ascii_lowercase()) } else { folded };
                index.entries.push(Entry { country: country.id, also: Some(name), folded });
            }
        }
        Ok(index)
    }

    fn add(&mut self, country: CountryId, name: &str, also: Option<&str>, plain: &impl Fn(&str) -> String) {
        self.entries.push(Entry { country, also: also.map(str::to_owned), folded: fold(&plain(name)) });
    }

    /// The countries that fit a query (in lower case and NFD), best first, at most `most`. An empty query fits none.
    ///
    /// Ranked: code, whole name, start of the name, starts of its words, starts of words of several names of the country, inside
    /// a name; where none of these is met and the query has four letters or more, one wrong, missing, extra or swapped letter is
    /// forgiven. Within a rank the country's own name comes first, then the shorter name, then the order of the atlas.
    pub fn find(&self, query: &str, most: usize) -> Vec<Hit> {
        let query = fold(query);
        if query.is_empty() {
            return Vec::new();
        }
        let mut fits = self.fits(&|name| fit(name, &query));
        for (_, country) in self.codes.iter().filter(|(code, _)| *code == query) {
            fits.extend(self.own_entry(*country).map(|own| (Fit::Code, own)));
        }
        if query.contains(' ') {
            fits.extend(self.by_several_names(&query).into_iter().map(|own| (Fit::Names, own)));
        }
        if fits.is_empty() && query.chars().count() >= 4 {
            fits = self.fits(&|name| typo(name, &query));
        }
        // Names have no thousand letters.
        let rank = |(fit, entry): &(Fit, &Entry)| {
            let own = u64::from(entry.also.is_some());
            let len = if *fit == Fit::Code { 0 } else { entry.folded.len() as u64 };
            ((*fit as u64 * 2 + own) * 1000 + len) * 1000 + entry.country.index() as u64
        };
        let fits = sorted(&fits, rank);
        let mut hits: Vec<Hit> = Vec::new();
        for (fit, entry) in &fits {
            if hits.iter().all(|hit| hit.country != entry.country) {
                let close = *fit <= Fit::Names;
                hits.push(Hit { country: entry.country, also: entry.also.clone(), sure: false, close });
            }
        }
        if let Some(sure) = sure(&query, &fits, hits.len())
            && let Some(hit) = hits.first_mut()
        {
            hit.sure = hit.country == sure;
        }
        hits.truncate(most);
        hits
    }

    /// The country that a code or a whole name means; `None` where there is none, or it may mean several.
    pub fn meant(&self, text: &str) -> Option<CountryId> {
        let query = fold(text);
        if query.is_empty() {
            return None;
        }
        if let Some((_, country)) = self.codes.iter().find(|(code, _)| *code == query) {
            return Some(*country);
        }
        let whole = self.entries.iter().filter(|entry| fit(&entry.folded, &query) == Some(Fit::Whole));
        let whole: Vec<&Entry> = whole.collect();
        let own = whole.iter().find(|entry| entry.also.is_none()).or(whole.first())?;
        let same = whole.iter().all(|entry| entry.country == own.country);
        (own.also.is_none() || same).then_some(own.country)
    }

    fn fits(&self, how: &dyn Fn(&str) -> Option<Fit>) -> Vec<(Fit, &Entry)> {
        self.entries.iter().filter_map(|entry| Some((how(&entry.folded)?, entry))).collect()
    }

    /// The countries each word of a query starts a word of one of the names of.
    fn by_several_names(&self, query: &str) -> Vec<&Entry> {
        let own = self.entries.iter().filter(|entry| entry.also.is_none());
        own.filter(|own| {
            let all: Vec<&str> = self
                .entries
                .iter()
                .filter(|entry| entry.country == own.country)
                .map(|entry| entry.folded.as_str())
                .collect();
            words_start(&all.join(" "), query)
        })
        .collect()
    }

    fn own_entry(&self, country: CountryId) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.country == country && entry.also.is_none())
    }
}

/// The country that a query can only mean, of fits in their order: the only one there is, or one that has it as its code or as a
/// whole name. Another name of one word ("Congo") counts only while no other country has the word in a name.
fn sure(query: &str, fits: &[&(Fit, &Entry)], countries: usize) -> Option<CountryId> {
    let (best, entry) = fits.first()?;
    let alone = countries == 1;
    let exact = *best <= Fit::Whole;
    let own = *best == Fit::Code || entry.also.is_none();
    let long = query.contains(' ');
    let rivals = fits.iter().any(|(fit, other)| {
        let as_good = if own || long { Fit::Whole } else { Fit::WordStarts };
        let same_kind = !own || other.also.is_none() || *fit == Fit::Code;
        other.country != entry.country && *fit <= as_good && same_kind
    });
    (alone || (exact && !rivals)).then_some(entry.country)
}
