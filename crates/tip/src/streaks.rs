//! The longest stays on each tier, and the countries that came back to one.

use crate::{Atlas, Cell, CountryId, EditionId, Region, Run, Tier};

/// A country's unbroken stay on a tier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Streak {
    /// The country.
    pub country: CountryId,
    /// The run.
    pub run: Run,
}

/// A country that came back to a tier it had been on before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Return {
    /// The country.
    pub country: CountryId,
    /// The tier it came back to.
    pub tier: Tier,
    /// The last edition of its stay before.
    pub left: EditionId,
    /// How many editions lie between: at least 1.
    pub away: usize,
}

fn countries(atlas: &Atlas, region: Option<Region>) -> impl Iterator<Item = CountryId> + '_ {
    atlas
        .countries()
        .iter()
        .filter(move |country| region.is_none_or(|region| country.region == region))
        .map(|country| country.id)
}

/// The streaks on a tier that still hold in an edition, longest first, equals by name.
pub fn standing(atlas: &Atlas, tier: Tier, edition: EditionId, region: Option<Region>) -> Vec<Streak> {
    let mut streaks: Vec<Streak> = countries(atlas, region)
        .filter(|country| atlas.cell(*country, edition) == Cell::Placed(tier))
        .filter_map(|country| atlas.timeline(country).streak(edition).map(|run| Streak { country, run }))
        .collect();
    streaks.sort_by_key(|streak| (usize::MAX - streak.run.len(), streak.country));
    streaks
}

/// The longest run of each country on a tier, up to an edition, longest first, equals by name.
pub fn ever(atlas: &Atlas, tier: Tier, edition: EditionId, region: Option<Region>) -> Vec<Streak> {
    let mut streaks: Vec<Streak> = countries(atlas, region)
        .filter_map(|country| {
            let timeline = atlas.timeline(country).until(edition);
            timeline.longest(tier).map(|run| Streak { country, run })
        })
        .collect();
    streaks.sort_by_key(|streak| (usize::MAX - streak.run.len(), streak.country));
    streaks
}

/// The countries that an edition puts back on a tier that they had been on and left, the longest absence
/// first.
pub fn returns(atlas: &Atlas, edition: EditionId, region: Option<Region>) -> Vec<Return> {
    let mut returns: Vec<Return> = countries(atlas, region)
        .filter_map(|country| {
            let timeline = atlas.timeline(country);
            let run = timeline.streak(edition).filter(|run| run.first == edition)?;
            let before = timeline
                .runs()
                .iter()
                .rev()
                .find(|earlier| earlier.tier == run.tier && earlier.last < edition)?;
            // Over a hole in the record it may never have left.
            let between = timeline.cells().filter(|(at, _)| *at > before.last && *at < edition);
            let mut between = between.map(|(_, cell)| cell);
            if between.all(|cell| cell == Cell::NotInRecord) {
                return None;
            }
            let away = edition.index() - before.last.index() - 1;
            Some(Return { country, tier: run.tier, left: before.last, away })
        })
        .collect();
    returns.sort_by_key(|back| (usize::MAX - back.away, back.country));
    returns
}
