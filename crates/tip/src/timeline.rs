//! The history of one country: runs of editions on the same tier.

use crate::{Cell, EditionId, Tier};

/// Consecutive editions on the same tier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// The tier.
    pub tier: Tier,
    /// The first edition of the run.
    pub first: EditionId,
    /// The last edition of the run.
    pub last: EditionId,
    /// Whether the record may hide an earlier part of it: no placement is recorded for the edition just
    /// before, and that edition is not known to be recorded whole.
    pub open: bool,
}

impl Run {
    /// How many editions it spans, at least 1.
    pub fn len(&self) -> usize {
        self.last.0 - self.first.0 + 1
    }

    /// Never: a run has an edition.
    pub const fn is_empty(&self) -> bool {
        false
    }

    /// Whether an edition falls into it.
    pub fn contains(&self, edition: EditionId) -> bool {
        (self.first..=self.last).contains(&edition)
    }
}

/// The cells of a country, one an edition, and the runs they make up.
#[derive(Clone, Debug)]
pub struct Timeline {
    cells: Vec<Cell>,
    runs: Vec<Run>,
}

impl Timeline {
    /// The timeline of a list of cells, oldest edition first.
    pub fn new(cells: Vec<Cell>) -> Timeline {
        let mut runs: Vec<Run> = Vec::new();
        let mut before: Option<Cell> = None;
        for (index, cell) in cells.iter().enumerate() {
            if let Cell::Placed(tier) = *cell {
                match runs.last_mut() {
                    Some(run) if before == Some(*cell) => run.last = EditionId(index),
                    _ => runs.push(Run {
                        tier,
                        first: EditionId(index),
                        last: EditionId(index),
                        open: before == Some(Cell::NotInRecord),
                    }),
                }
            }
            before = Some(*cell);
        }
        Timeline { cells, runs }
    }

    /// The cells, oldest edition first.
    pub fn cells(&self) -> impl Iterator<Item = (EditionId, Cell)> + '_ {
        self.cells.iter().enumerate().map(|(index, cell)| (EditionId(index), *cell))
    }

    /// The cell of an edition.
    pub fn cell(&self, edition: EditionId) -> Cell {
        self.cells.get(edition.0).copied().unwrap_or(Cell::NotInRecord)
    }

    /// The runs, oldest first.
    pub fn runs(&self) -> &[Run] {
        &self.runs
    }

    /// The timeline as it stood when an edition came out: without the editions after it.
    #[must_use]
    pub fn until(&self, edition: EditionId) -> Timeline {
        Timeline::new(self.cells.iter().take(edition.0 + 1).copied().collect())
    }

    /// The run an edition falls into, cut off after that edition: the streak as it stood then.
    pub fn streak(&self, at: EditionId) -> Option<Run> {
        self.runs.iter().find(|run| run.contains(at)).map(|run| Run { last: at, ..*run })
    }

    /// The longest run on a tier, the earlier of two of the same length.
    pub fn longest(&self, tier: Tier) -> Option<Run> {
        self.runs.iter().filter(|run| run.tier == tier).fold(None, |best: Option<Run>, run| match best {
            Some(best) if best.len() >= run.len() => Some(best),
            _ => Some(*run),
        })
    }

    /// The last run that ended before an edition.
    pub fn run_before(&self, edition: EditionId) -> Option<Run> {
        self.runs.iter().rev().find(|run| run.last < edition).copied()
    }

    /// How many editions place the country on a tier.
    pub fn years_on(&self, tier: Tier) -> usize {
        self.cells.iter().filter(|cell| cell.tier() == Some(tier)).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cell() -> impl Strategy<Value = Cell> {
        prop_oneof![
            4 => (0usize..5).prop_map(|tier| Cell::Placed(Tier::ALL[tier])),
            1 => Just(Cell::NotInEdition),
            1 => Just(Cell::NotInRecord),
        ]
    }

    proptest! {
        #[test]
        fn runs_cover_each_placement_once_and_nothing_else(cells in prop::collection::vec(cell(), 0..40)) {
            let timeline = Timeline::new(cells.clone());
            for (index, cell) in cells.iter().enumerate() {
                let covering: Vec<_> = timeline.runs().iter().filter(|run| run.contains(EditionId(index))).collect();
                match cell.tier() {
                    Some(tier) => prop_assert!(covering.len() == 1 && covering[0].tier == tier),
                    None => prop_assert!(covering.is_empty()),
                }
            }
            for pair in timeline.runs().windows(2) {
                prop_assert!(pair[0].last < pair[1].first);
                prop_assert!(pair[0].tier != pair[1].tier || pair[0].last.0 + 1 < pair[1].first.0);
            }
        }

        #[test]
        fn the_longest_run_is_no_shorter_than_any(cells in prop::collection::vec(cell(), 1..40)) {
            let timeline = Timeline::new(cells);
            for run in timeline.runs() {
                prop_assert!(timeline.longest(run.tier).is_some_and(|longest| longest.len() >= run.len()));
            }
        }
    }

    #[test]
    fn a_gap_in_the_record_leaves_a_run_open() {
        let one = Cell::Placed(Tier::One);
        let timeline = Timeline::new(vec![one, Cell::NotInRecord, one, Cell::NotInEdition, one]);
        let open: Vec<bool> = timeline.runs().iter().map(|run| run.open).collect();
        assert_eq!(open, [false, true, false]);
    }
}
