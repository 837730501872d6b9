//! From which tiers to which: the countries of two editions, counted.

use crate::{Atlas, Change, EditionId, Region, Tier};

/// Every country's cell in an earlier and in a later edition, to be counted by tier.
#[derive(Clone, Debug)]
pub struct Transitions {
    pairs: Vec<Change>,
}

impl Transitions {
    /// The transitions from one edition to another, of all countries or of one region. Countries that
    /// neither edition places are left out.
    pub fn between(atlas: &Atlas, from: EditionId, to: EditionId, region: Option<Region>) -> Transitions {
        let pairs = atlas
            .countries()
            .iter()
            .filter(|country| region.is_none_or(|region| country.region == region))
            .map(|country| Change {
                country: country.id,
                from: atlas.cell(country.id, from),
                to: atlas.cell(country.id, to),
            })
            .filter(|change| change.from.tier().is_some() || change.to.tier().is_some())
            .collect();
        Transitions { pairs }
    }

    /// The countries that went from a tier to a tier, by name; `None` stands for no placement.
    pub fn of(&self, from: Option<Tier>, to: Option<Tier>) -> impl Iterator<Item = &Change> {
        self.pairs.iter().filter(move |change| change.from.tier() == from && change.to.tier() == to)
    }

    /// How many there are of them.
    pub fn count(&self, from: Option<Tier>, to: Option<Tier>) -> usize {
        self.of(from, to).count()
    }

    /// How many countries both editions place.
    pub fn in_both(&self) -> usize {
        self.pairs.iter().filter(|change| change.from.tier().is_some() && change.to.tier().is_some()).count()
    }

    /// How many countries are on the same tier in both.
    pub fn remained(&self) -> usize {
        Tier::ALL.into_iter().map(|tier| self.count(Some(tier), Some(tier))).sum()
    }
}
