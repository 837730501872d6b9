//! What happened to a country between two editions.

use crate::{Cell, CountryId};

/// The kind of a change from one edition to another. The only place that decides what an upgrade is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Movement {
    /// The same tier in both.
    Remained,
    /// To a better tier, in the order 1, 2, 2 Watch List, 3.
    Upgrade,
    /// To a worse tier, in that order.
    Downgrade,
    /// To or from Special Case, which is outside the order.
    Reclassified,
    /// Placed now, and not in the edition before.
    Entered,
    /// Placed before, and not in this edition.
    Left,
    /// Placed in one of the two, while our record of the other lacks it: no move that is known.
    Unrecorded,
    /// Without a placement in either.
    Absent,
}

impl Movement {
    /// The movement from an earlier cell to a later one.
    pub fn between(from: Cell, to: Cell) -> Movement {
        let (from, to) = match (from, to) {
            (Cell::Placed(from), Cell::Placed(to)) => (from, to),
            (Cell::Placed(_), Cell::NotInRecord) | (Cell::NotInRecord, Cell::Placed(_)) => {
                return Movement::Unrecorded;
            }
            (Cell::NotInEdition, Cell::Placed(_)) => return Movement::Entered,
            (Cell::Placed(_), Cell::NotInEdition) => return Movement::Left,
            _ => return Movement::Absent,
        };
        if from == to {
            return Movement::Remained;
        }
        match (from.rank(), to.rank()) {
            (Some(from), Some(to)) if to < from => Movement::Upgrade,
            (Some(_), Some(_)) => Movement::Downgrade,
            _ => Movement::Reclassified,
        }
    }
}

/// A country whose cell differs between two editions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// The country.
    pub country: CountryId,
    /// Its cell in the earlier edition.
    pub from: Cell,
    /// Its cell in the later one.
    pub to: Cell,
}

impl Change {
    /// The kind of the change.
    pub fn movement(&self) -> Movement {
        Movement::between(self.from, self.to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Tier;

    fn cells() -> Vec<Cell> {
        let mut cells: Vec<Cell> = Tier::ALL.into_iter().map(Cell::Placed).collect();
        cells.extend([Cell::NotInEdition, Cell::NotInRecord]);
        cells
    }

    #[test]
    fn an_upgrade_one_way_is_a_downgrade_the_other() {
        for a in cells() {
            for b in cells() {
                let back = match Movement::between(a, b) {
                    Movement::Upgrade => Movement::Downgrade,
                    Movement::Downgrade => Movement::Upgrade,
                    Movement::Entered => Movement::Left,
                    Movement::Left => Movement::Entered,
                    same => same,
                };
                assert_eq!(Movement::between(b, a), back, "{a:?} {b:?}");
            }
        }
    }

    #[test]
    fn the_watch_list_stands_between_two_and_three() {
        let placed = Cell::Placed;
        assert_eq!(Movement::between(placed(Tier::Two), placed(Tier::TwoWatchList)), Movement::Downgrade);
        assert_eq!(Movement::between(placed(Tier::Three), placed(Tier::TwoWatchList)), Movement::Upgrade);
        assert_eq!(Movement::between(placed(Tier::Three), placed(Tier::SpecialCase)), Movement::Reclassified);
    }
}
