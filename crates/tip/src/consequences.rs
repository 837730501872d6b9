//! What followed from a placement: the President's determinations for Tier 3, waivers of the automatic downgrade, and the
//! report's two lists of governments.

mod read;

use words::{Words, say, text};

use crate::law::{RuleId, rule};
use crate::{Atlas, Cell, Code, EditionId, Region, Tier};

/// What the President determined for a country on Tier 3, under section 110(d) of the TVPA.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// Assistance was restricted. Whether single programmes were allowed was not always read
    /// ([`PresidentialDetermination::may_hide_a_waiver`]).
    Restricted,
    /// Assistance was restricted, and some programmes were allowed.
    PartialWaiver,
    /// The restrictions were waived.
    FullWaiver,
    /// Nothing was restricted: the Secretary of State had reassessed the country.
    Complied,
}

impl Outcome {
    /// All four, the hardest first.
    pub const ALL: [Outcome; 4] =
        [Outcome::Restricted, Outcome::PartialWaiver, Outcome::FullWaiver, Outcome::Complied];

    /// The name in `data/`.
    pub const fn name(self) -> &'static str {
        match self {
            Outcome::Restricted => "restricted",
            Outcome::PartialWaiver => "partial_waiver",
            Outcome::FullWaiver => "full_waiver",
            Outcome::Complied => "complied",
        }
    }

    /// The outcome of a name in `data/`.
    pub fn from_name(name: &str) -> Option<Outcome> {
        Outcome::ALL.into_iter().find(|outcome| outcome.name() == name)
    }

    /// The name in a language.
    pub fn named(self, words: &Words) -> String {
        words.text(&match self {
            Outcome::Restricted => text::OUTCOME_RESTRICTED,
            Outcome::PartialWaiver => text::OUTCOME_PARTIAL,
            Outcome::FullWaiver => text::OUTCOME_FULL,
            Outcome::Complied => text::OUTCOME_COMPLIED,
        })
    }
}

/// A determination as a passage of the search, in English: outcome, what was restricted or allowed, number and date.
pub fn passage(outcome: Outcome, detail: &str, determination: &str) -> String {
    let outcome = outcome.named(&Words::default());
    match detail {
        "" => format!("{outcome}; {determination}"),
        detail => format!("{outcome}: {detail}; {determination}"),
    }
}

/// A waiver as a passage of the search, in English.
pub fn waiver_passage(edition: u16) -> String {
    say!(Words::default(), FOLLOWED_WAIVED, year = edition)
}

/// A listing as a passage of the search, in English.
pub fn listing_passage(list: List, edition: u16) -> String {
    list.names(&Words::default(), edition)
}

/// How a determination was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Read {
    /// In full.
    Full,
    /// As a list of the whole edition.
    List,
    /// The opening only, so that a partial waiver may be missing.
    Opening,
    /// In a summary.
    Summary,
    /// In an account by the press.
    Press,
}

impl Read {
    /// All of them.
    pub const ALL: [Read; 5] = [Read::Full, Read::List, Read::Opening, Read::Summary, Read::Press];

    /// The name in `data/`.
    pub const fn name(self) -> &'static str {
        match self {
            Read::Full => "full",
            Read::List => "list",
            Read::Opening => "opening",
            Read::Summary => "summary",
            Read::Press => "press",
        }
    }

    /// The way of a name in `data/`.
    pub fn from_name(name: &str) -> Option<Read> {
        Read::ALL.into_iter().find(|read| read.name() == name)
    }

    /// Whether the atlas links to what was read: to the document or a copy of it, never to the press.
    pub const fn links_out(self) -> bool {
        matches!(self, Read::Full | Read::List | Read::Opening)
    }
}

/// One of the report's two lists of governments.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum List {
    /// A government policy or pattern of trafficking.
    StateSponsored,
    /// Child soldiers, under the Child Soldiers Prevention Act.
    ChildSoldiers,
}

impl List {
    /// Both.
    pub const ALL: [List; 2] = [List::StateSponsored, List::ChildSoldiers];

    /// The name in `data/`.
    pub const fn name(self) -> &'static str {
        match self {
            List::StateSponsored => "state_sponsored",
            List::ChildSoldiers => "child_soldiers",
        }
    }

    /// The list of a name in `data/`.
    pub fn from_name(name: &str) -> Option<List> {
        List::ALL.into_iter().find(|list| list.name() == name)
    }

    /// The first edition that has it.
    pub fn first(self) -> u16 {
        rule(match self {
            List::StateSponsored => RuleId::StateSponsored,
            List::ChildSoldiers => RuleId::ChildSoldiers,
        })
        .first
    }

    /// That an edition names a country on it, as a sentence.
    pub fn names(self, words: &Words, edition: u16) -> String {
        match self {
            List::StateSponsored => say!(words, FOLLOWED_ON_STATE_SPONSORED, year = edition),
            List::ChildSoldiers => say!(words, FOLLOWED_ON_CHILD_SOLDIERS, year = edition),
        }
    }
}

/// Where something was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The host: `state.gov`.
    pub host: String,
    /// Its address, where the atlas links out.
    pub url: Option<String>,
}

/// The host of an address, without `www.`.
pub fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    host.strip_prefix("www.").unwrap_or(host)
}

/// What the President determined for a country.
#[derive(Clone, Debug)]
pub struct PresidentialDetermination {
    /// The country.
    pub code: Code,
    /// The year of the edition that placed it on Tier 3.
    pub edition: u16,
    /// The outcome.
    pub outcome: Outcome,
    /// What was restricted or allowed, in English, or nothing.
    pub detail: String,
    /// Number and date, in English: `No. 2024-14, 30 September 2024`.
    pub determination: String,
    /// How it was read.
    pub read: Read,
    /// Where it was read.
    pub document: Document,
    /// [`passage`].
    pub passage: String,
}

impl PresidentialDetermination {
    /// Whether a partial waiver may be missing: restrictions that were not read whole.
    pub fn may_hide_a_waiver(&self) -> bool {
        self.outcome == Outcome::Restricted && !matches!(self.read, Read::Full | Read::List)
    }
}

/// A waiver of the automatic downgrade from the Watch List.
#[derive(Clone, Debug)]
pub struct Waiver {
    /// The country.
    pub code: Code,
    /// The year of the edition that left it on the Watch List.
    pub edition: u16,
    /// Where it was read; `None` where a finding of that edition has it.
    pub document: Option<Document>,
    /// [`waiver_passage`].
    pub passage: String,
}

/// A government on one of the report's lists.
#[derive(Clone, Debug)]
pub struct Listing {
    /// The country.
    pub code: Code,
    /// The edition's year.
    pub edition: u16,
    /// The list.
    pub list: List,
    /// Whether the whole list of that edition was read.
    pub whole: bool,
    /// Where it was read.
    pub document: Document,
    /// [`listing_passage`].
    pub passage: String,
}

/// How far a list of an edition is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// Whole.
    Whole,
    /// In part: who is not on it may be missing.
    Partly,
    /// Not at all: the edition has no such list, or it is not in our record.
    Not,
}

/// The fiscal year for which a determination on an edition holds: the one that begins on 1 October of the edition's year
/// (22 U.S.C. 7107(d): the restrictions hold for the fiscal year that follows).
pub const fn fiscal_year(edition: u16) -> u16 {
    edition + 1
}

/// What followed from placements, of one country or of all, oldest edition first.
#[derive(Clone, Debug, Default)]
pub struct Consequences {
    /// Determinations.
    pub determinations: Vec<PresidentialDetermination>,
    /// Waivers of the automatic downgrade.
    pub waivers: Vec<Waiver>,
    /// Listings.
    pub listings: Vec<Listing>,
    /// Of one country: the lists that had it in some edition, with the editions whose list is not in our record whole.
    pub not_whole: Vec<(List, u16)>,
}

impl Consequences {
    /// What was determined for a country on an edition.
    pub fn determination(&self, code: Code, edition: u16) -> Option<&PresidentialDetermination> {
        self.determinations.iter().find(|row| row.code == code && row.edition == edition)
    }

    /// The waiver that left a country on the Watch List in an edition, where a source states it.
    pub fn waiver(&self, code: Code, edition: u16) -> Option<&Waiver> {
        self.waivers.iter().find(|row| row.code == code && row.edition == edition)
    }

    /// A country's place on a list of an edition.
    pub fn listing(&self, code: Code, list: List, edition: u16) -> Option<&Listing> {
        self.listings.iter().find(|row| row.code == code && row.list == list && row.edition == edition)
    }

    /// How far a list of an edition is known.
    pub fn known(&self, list: List, edition: u16) -> Known {
        let mut rows = self.listings.iter().filter(|row| row.list == list && row.edition == edition);
        match rows.next() {
            None => Known::Not,
            Some(row) if row.whole => Known::Whole,
            Some(_) => Known::Partly,
        }
    }

    /// The first edition that a determination is in our record of.
    pub fn since(&self) -> Option<u16> {
        self.determinations.iter().map(|row| row.edition).min()
    }

    /// How the countries on Tier 3 of an edition fared, in all or in one region; nothing for the editions before determinations.
    pub fn tally(&self, atlas: &Atlas, edition: EditionId, region: Option<Region>) -> Tally {
        let year = atlas.year(edition);
        let mut tally = Tally::default();
        if year < rule(RuleId::Determinations).first {
            return tally;
        }
        for country in atlas.countries() {
            let here = region.is_none_or(|region| country.region == region);
            if here && atlas.cell(country.id, edition) == Cell::Placed(Tier::Three) {
                match self.determination(country.code, year).map(|row| row.outcome) {
                    Some(Outcome::Restricted) => tally.restricted += 1,
                    Some(Outcome::PartialWaiver) => tally.partial += 1,
                    Some(Outcome::FullWaiver) => tally.full += 1,
                    Some(Outcome::Complied) => tally.complied += 1,
                    None => tally.unrecorded += 1,
                }
            }
        }
        tally
    }
}

/// How the countries on Tier 3 of an edition fared: how many of each outcome.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// [`Outcome::Restricted`].
    pub restricted: u16,
    /// [`Outcome::PartialWaiver`].
    pub partial: u16,
    /// [`Outcome::FullWaiver`].
    pub full: u16,
    /// [`Outcome::Complied`].
    pub complied: u16,
    /// How many are not in our record.
    pub unrecorded: u16,
}

impl Tally {
    /// How many had an outcome; with `None`, how many are not in our record.
    pub const fn of(&self, outcome: Option<Outcome>) -> u16 {
        match outcome {
            Some(Outcome::Restricted) => self.restricted,
            Some(Outcome::PartialWaiver) => self.partial,
            Some(Outcome::FullWaiver) => self.full,
            Some(Outcome::Complied) => self.complied,
            None => self.unrecorded,
        }
    }

    /// How many countries there are on Tier 3.
    pub const fn total(&self) -> u16 {
        self.restricted + self.partial + self.full + self.complied + self.unrecorded
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_wrong_says_how() {
        let with = |rows: &str| {
            let json = format!(
                r#"{{"schema":1,"documents":[{{"host":"x.gov","url":"javascript:alert(1)"}}],{rows}}}"#
            );
            Consequences::from_json(&json)
        };
        let said = |rows: &str| with(rows).unwrap_err().to_string();
        let determined = |outcome: &str, document: u32| {
            format!(
                r#""determinations":[{{"iso3":"PRK","edition":2024,"outcome":"{outcome}","determination":"No. 1","read":"full","document":{document}}}]"#
            )
        };
        assert!(said(&determined("punished", 0)).contains("unknown outcome “punished”"));
        assert!(said(&determined("restricted", 3)).contains("no document 3"));
        assert!(said(r#""waivers":[{"iso3":"K","edition":2024}]"#).contains("“K” is not a country code"));
        // An address that is not of the web is never a link.
        assert_eq!(with(&determined("restricted", 0)).unwrap().determinations[0].document.url, None);
    }
}
