//! How alike the histories of two countries are.
//!
//! The distance of two histories is the mean difference of rank (Tier 1 is 0, Tier 3 is 3) over the
//! editions that give both a rank: 0 for the same tier throughout, 3 for Tier 1 against Tier 3 throughout.
//! Special Case has no rank, so such an edition does not count; neither does one that lacks either.

use std::cmp::Ordering;

use crate::{Atlas, CountryId};

/// How far two histories are apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Distance {
    /// The differences of rank, summed over the editions that both are in.
    pub sum: u32,
    /// How many editions those are; at least 1.
    pub editions: u32,
}

impl Distance {
    /// The mean difference, 0 to 3.
    pub fn mean(&self) -> f64 {
        f64::from(self.sum) / f64::from(self.editions)
    }
}

impl PartialOrd for Distance {
    fn partial_cmp(&self, other: &Distance) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Nearer first; of two as near, the one known from more editions.
impl Ord for Distance {
    fn cmp(&self, other: &Distance) -> Ordering {
        (self.sum * other.editions).cmp(&(other.sum * self.editions)).then(other.editions.cmp(&self.editions))
    }
}

/// The distance of two countries' histories; `None` where no edition gives both a rank.
pub fn distance(atlas: &Atlas, a: CountryId, b: CountryId) -> Option<Distance> {
    let ranks = |country| {
        atlas.editions().iter().map(move |edition| {
            atlas.cell(country, edition.id).tier().and_then(crate::Tier::rank).map(u32::from)
        })
    };
    let mut distance = Distance { sum: 0, editions: 0 };
    for (a, b) in ranks(a).zip(ranks(b)) {
        if let (Some(a), Some(b)) = (a, b) {
            distance.sum += a.abs_diff(b);
            distance.editions += 1;
        }
    }
    (distance.editions > 0).then_some(distance)
}

/// The countries with the most similar histories, nearest first, at most `most`. Only countries that share at
/// least half of the editions that rank this one are compared: three editions alike say little.
pub fn most_similar(atlas: &Atlas, country: CountryId, most: usize) -> Vec<(CountryId, Distance)> {
    let Some(own) = distance(atlas, country, country) else {
        return Vec::new();
    };
    let mut others: Vec<(CountryId, Distance)> = atlas
        .countries()
        .iter()
        .filter(|other| other.id != country)
        .filter_map(|other| Some((other.id, distance(atlas, country, other.id)?)))
        .filter(|(_, distance)| distance.editions * 2 >= own.editions)
        .collect();
    others.sort_by_key(|(id, distance)| (*distance, *id));
    others.truncate(most);
    others
}

/// All countries in an order that puts similar histories beside each other: from the first country by
/// placements on, always the nearest that is left (a greedy walk).
pub fn by_similarity(atlas: &Atlas, countries: &[CountryId]) -> Vec<CountryId> {
    // From the history nearest to Tier 1 in every edition, so that the walk has a beginning that means
    // something.
    let mean_rank = |country: CountryId| {
        let ranks: Vec<u32> = atlas
            .editions()
            .iter()
            .filter_map(|edition| atlas.cell(country, edition.id).tier()?.rank().map(u32::from))
            .collect();
        let n = u32::try_from(ranks.len()).unwrap_or(u32::MAX);
        Distance { sum: if n == 0 { 3 } else { ranks.iter().sum() }, editions: n.max(1) }
    };
    let mut left: Vec<CountryId> = countries.to_vec();
    left.sort_by_key(|country| (mean_rank(*country), *country));
    let mut order: Vec<CountryId> = Vec::with_capacity(left.len());
    while !left.is_empty() {
        let next = match order.last() {
            None => 0,
            Some(last) => {
                let far = Distance { sum: 4, editions: 1 };
                let nearest = left
                    .iter()
                    .enumerate()
                    .min_by_key(|(at, other)| (distance(atlas, *last, **other).unwrap_or(far), *at));
                nearest.map_or(0, |(at, _)| at)
            }
        };
        order.push(left.remove(next));
    }
    order
}
