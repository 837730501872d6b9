//! One cell of the record: a country in an edition.

use words::{Words, say};

use crate::Tier;

/// What the record holds for a country in an edition. A missing placement is never guessed; the two
/// ways of missing are told apart, because only one of them says something of the edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cell {
    /// The edition places the country on this tier (or describes it as a special case).
    Placed(Tier),
    /// The edition is recorded whole, and the country is not in it.
    NotInEdition,
    /// The record of this edition is not known to be whole: the country may have been in it.
    NotInRecord,
}

impl Cell {
    /// The tier, where there is a placement.
    pub const fn tier(self) -> Option<Tier> {
        match self {
            Cell::Placed(tier) => Some(tier),
            Cell::NotInEdition | Cell::NotInRecord => None,
        }
    }

    /// The value of `data-tier`: the tier's code, or `none`.
    pub const fn code(self) -> &'static str {
        match self {
            Cell::Placed(tier) => tier.code(),
            Cell::NotInEdition | Cell::NotInRecord => "none",
        }
    }

    /// In the words of a language.
    pub fn named(self, words: &Words) -> String {
        match self {
            Cell::Placed(tier) => tier.named(words),
            Cell::NotInEdition => say!(words, TIER_NOT_IN_EDITION),
            Cell::NotInRecord => say!(words, TIER_NOT_IN_RECORD),
        }
    }

    /// In our data's words: the tier's name, `Not in this edition` or `Not in our record`.
    pub const fn name(self) -> &'static str {
        match self {
            Cell::Placed(tier) => tier.name(),
            Cell::NotInEdition => "Not in this edition",
            Cell::NotInRecord => "Not in our record",
        }
    }
}
