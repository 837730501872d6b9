//! The tiers, their order, their names.

use std::fmt;

use words::text::*;
use words::{Message, Words};

/// What an edition says of a country. The order of the report: 1 above 2 above 2 Watch List above 3;
/// [`Tier::SpecialCase`] stands outside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Tier {
    /// Governments that fully meet the minimum standards of the TVPA.
    One,
    /// Governments that do not fully meet them but make significant efforts to do so.
    Two,
    /// As Tier 2, with one of the law's further conditions. Exists from the 2004 edition on.
    TwoWatchList,
    /// Governments that do not fully meet them and do not make significant efforts.
    Three,
    /// Countries the edition describes without placing them.
    SpecialCase,
}

impl Tier {
    /// All tiers, best first, the special case last.
    pub const ALL: [Tier; 5] = [Tier::One, Tier::Two, Tier::TwoWatchList, Tier::Three, Tier::SpecialCase];

    /// The first edition that has a Tier 2 Watch List.
    pub const WATCH_LIST_SINCE: u16 = 2004;

    /// The code used in queries, files and `data-tier`: `1`, `2`, `2W`, `3`, `SC`.
    pub const fn code(self) -> &'static str {
        match self {
            Tier::One => "1",
            Tier::Two => "2",
            Tier::TwoWatchList => "2W",
            Tier::Three => "3",
            Tier::SpecialCase => "SC",
        }
    }

    /// The tier of a code; `None` for anything but the five, upper or lower case.
    pub fn from_code(code: &str) -> Option<Tier> {
        Tier::ALL.into_iter().find(|tier| tier.code().eq_ignore_ascii_case(code))
    }

    /// The one character of the packed placements: `1`, `2`, `W`, `3`, `S`.
    pub const fn packed(self) -> char {
        match self {
            Tier::One => '1',
            Tier::Two => '2',
            Tier::TwoWatchList => 'W',
            Tier::Three => '3',
            Tier::SpecialCase => 'S',
        }
    }

    /// The tier of a packed character.
    pub fn from_packed(packed: char) -> Option<Tier> {
        Tier::ALL.into_iter().find(|tier| tier.packed() == packed)
    }

    /// The tier's name, as the report and our data write it: `Tier 2 Watch List`.
    pub const fn name(self) -> &'static str {
        match self {
            Tier::One => "Tier 1",
            Tier::Two => "Tier 2",
            Tier::TwoWatchList => "Tier 2 Watch List",
            Tier::Three => "Tier 3",
            Tier::SpecialCase => "Special Case",
        }
    }

    /// The name in a language.
    pub fn named(self, words: &Words) -> String {
        self.form(words, &[TIER_1, TIER_2, TIER_2W, TIER_3, TIER_SC])
    }

    /// The name where there is little room, as on a chart's axis: `Watch List`.
    pub fn short(self, words: &Words) -> String {
        self.form(words, &[TIER_SHORT_1, TIER_SHORT_2, TIER_SHORT_2W, TIER_SHORT_3, TIER_SHORT_SC])
    }

    /// The placement as part of a sentence: `on the Tier 2 Watch List`, `as a Special Case`.
    pub fn on(self, words: &Words) -> String {
        self.form(words, &[TIER_ON_1, TIER_ON_2, TIER_ON_2W, TIER_ON_3, TIER_ON_SC])
    }

    /// Where a move ends: `to the Tier 2 Watch List`.
    pub fn to(self, words: &Words) -> String {
        self.form(words, &[TIER_TO_1, TIER_TO_2, TIER_TO_2W, TIER_TO_3, TIER_TO_SC])
    }

    /// Where a move began: `from the Tier 2 Watch List`.
    pub fn from(self, words: &Words) -> String {
        self.form(words, &[TIER_FROM_1, TIER_FROM_2, TIER_FROM_2W, TIER_FROM_3, TIER_FROM_SC])
    }

    fn form(self, words: &Words, forms: &'static [Message; 5]) -> String {
        forms.get(self.index()).map(|form| words.text(form)).unwrap_or_default()
    }

    /// 0 for Tier 1 down to 3 for Tier 3; `None` for the special case, which has no rank.
    pub const fn rank(self) -> Option<u8> {
        match self {
            Tier::One => Some(0),
            Tier::Two => Some(1),
            Tier::TwoWatchList => Some(2),
            Tier::Three => Some(3),
            Tier::SpecialCase => None,
        }
    }

    /// Its place in [`Tier::ALL`], 0 to 4.
    pub const fn index(self) -> usize {
        self as usize
    }
}

impl fmt::Display for Tier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A set of tiers: what a legend filters by. The empty set means "no filter".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct TierSet(u8);

impl TierSet {
    /// Whether no tier is singled out.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether this very tier is singled out.
    pub const fn contains(self, tier: Tier) -> bool {
        self.0 & (1 << tier.index()) != 0
    }

    /// Whether a tier is to be shown: it is singled out, or none is.
    pub const fn shows(self, tier: Tier) -> bool {
        self.is_empty() || self.contains(tier)
    }

    /// With one tier more, or one fewer. All five singled out is the same as none.
    #[must_use]
    pub const fn toggled(self, tier: Tier) -> TierSet {
        let bits = self.0 ^ (1 << tier.index());
        TierSet(if bits == 0b1_1111 { 0 } else { bits })
    }

    /// The tiers singled out, best first.
    pub fn iter(self) -> impl Iterator<Item = Tier> {
        Tier::ALL.into_iter().filter(move |tier| self.contains(*tier))
    }
}

impl FromIterator<Tier> for TierSet {
    fn from_iter<I: IntoIterator<Item = Tier>>(tiers: I) -> TierSet {
        let bits = tiers.into_iter().fold(0u8, |bits, tier| bits | 1 << tier.index());
        TierSet(if bits == 0b1_1111 { 0 } else { bits })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tier_survives_its_codes() {
        for tier in Tier::ALL {
            assert_eq!(Tier::from_code(tier.code()), Some(tier));
            assert_eq!(Tier::from_code(&tier.code().to_lowercase()), Some(tier));
            assert_eq!(Tier::from_packed(tier.packed()), Some(tier));
        }
        assert_eq!(Tier::from_code("4"), None);
        assert_eq!(Tier::from_packed('.'), None);
    }

    #[test]
    fn the_order_is_the_reports() {
        let ranks: Vec<_> = Tier::ALL.into_iter().filter_map(Tier::rank).collect();
        assert_eq!(ranks, [0, 1, 2, 3]);
        assert_eq!(Tier::SpecialCase.rank(), None);
    }

    #[test]
    fn a_filter_of_all_tiers_is_no_filter() {
        let all: TierSet = Tier::ALL.into_iter().collect();
        assert!(all.is_empty() && all.shows(Tier::Three));
        let mut set = TierSet::default();
        for tier in Tier::ALL {
            set = set.toggled(tier);
        }
        assert_eq!(set, TierSet::default());
        let three = TierSet::default().toggled(Tier::Three);
        assert!(three.shows(Tier::Three) && !three.shows(Tier::One));
        assert_eq!(three.iter().collect::<Vec<_>>(), [Tier::Three]);
    }
}
