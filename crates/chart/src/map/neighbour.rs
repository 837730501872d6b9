//! Which country lies beside another, for the arrow keys.

use super::Point;

/// The four arrow keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// To the left.
    West,
    /// To the right.
    East,
    /// Upwards.
    North,
    /// Downwards.
    South,
}

/// The nearest of some places in a direction: within 45° of it, straight ahead preferred. Where nothing
/// lies within 45°, within 80°. `None` at the edge of the map.
pub fn neighbour<T: Copy>(from: Point, places: &[(T, Point)], to: Direction) -> Option<T> {
    // tan 45° and tan 80°: how far aside of the way a place may lie.
    [1.0, 5.67].into_iter().find_map(|slope| {
        places
            .iter()
            .filter_map(|(place, point)| {
                let (dx, dy) = (point.x - from.x, point.y - from.y);
                let (ahead, aside) = match to {
                    Direction::West => (-dx, dy.abs()),
                    Direction::East => (dx, dy.abs()),
                    Direction::North => (-dy, dx.abs()),
                    Direction::South => (dy, dx.abs()),
                };
                (ahead > 0.0 && aside <= ahead * slope).then_some((*place, ahead + 2.0 * aside))
            })
            .min_by(|(_, a), (_, b)| a.total_cmp(b))
            .map(|(place, _)| place)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLACES: [(&str, Point); 4] = [
        ("right", Point { x: 10.0, y: 1.0 }),
        ("far right", Point { x: 30.0, y: 0.0 }),
        ("below", Point { x: -1.0, y: 5.0 }),
        ("hardly above", Point { x: 40.0, y: -8.0 }),
    ];

    #[test]
    fn the_nearest_ahead_is_taken() {
        let from = Point { x: 0.0, y: 0.0 };
        let go = |to| neighbour(from, &PLACES, to);
        assert_eq!(go(Direction::East), Some("right"));
        assert_eq!(go(Direction::South), Some("below"));
        assert_eq!(go(Direction::North), Some("hardly above"));
        assert_eq!(go(Direction::West), Some("below"));
    }

    #[test]
    fn at_the_edge_there_is_none() {
        let from = Point { x: 50.0, y: 50.0 };
        assert_eq!(neighbour(from, &PLACES, Direction::South), None);
    }
}
