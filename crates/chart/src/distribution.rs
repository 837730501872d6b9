//! The columns under the year control: one an edition, each its countries by tier, stacked.

use tip::{Atlas, EditionId, Region, Tier};

/// One edition's column. Heights are shares of the tallest column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// The edition.
    pub edition: EditionId,
    /// The tiers in it, Tier 1 at the foot.
    pub segments: Vec<Segment>,
}

/// A tier's part of a column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Segment {
    /// The tier.
    pub tier: Tier,
    /// Its upper edge, 0 at the top of the tallest column, 1 at the foot.
    pub top: f64,
    /// Its height, in the same measure.
    pub height: f64,
}

/// The columns of all editions, oldest first, of all countries or of one region.
pub fn columns(atlas: &Atlas, region: Option<Region>) -> Vec<Column> {
    let counts: Vec<_> =
        atlas.editions().iter().map(|edition| (edition.id, atlas.counts(edition.id, region))).collect();
    let tallest = counts.iter().map(|(_, counts)| counts.total()).max().unwrap_or_default().max(1);
    counts
        .into_iter()
        .map(|(edition, counts)| {
            let mut top = 1.0;
            let segments = Tier::ALL
                .into_iter()
                .filter(|tier| counts.of(*tier) > 0)
                .map(|tier| {
                    let height = f64::from(counts.of(tier)) / f64::from(tallest);
                    top -= height;
                    Segment { tier, top, height }
                })
                .collect();
            Column { edition, segments }
        })
        .collect()
}
