//! How many countries are on each tier.

use crate::Tier;

/// Countries and territories on each tier, of one edition, or of one region in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts([u16; 5]);

impl Counts {
    /// How many are on this tier.
    pub fn of(&self, tier: Tier) -> u16 {
        self.0.get(tier.index()).copied().unwrap_or_default()
    }

    /// How many there are on all tiers, special cases included.
    pub fn total(&self) -> u16 {
        self.0.iter().sum()
    }
}

impl FromIterator<Tier> for Counts {
    fn from_iter<I: IntoIterator<Item = Tier>>(tiers: I) -> Counts {
        let mut counts = Counts::default();
        for tier in tiers {
            if let Some(count) = counts.0.get_mut(tier.index()) {
                *count += 1;
            }
        }
        counts
    }
}
