//! Outlines: the SVG path data of `world.json`, read back into points.

/// A point in map units, `y` downwards.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// From the left edge.
    pub x: f64,
    /// From the upper edge.
    pub y: f64,
}

impl From<(i32, i32)> for Point {
    fn from((x, y): (i32, i32)) -> Point {
        Point { x: f64::from(x), y: f64::from(y) }
    }
}

/// A box in map units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    /// Upper left corner.
    pub min: Point,
    /// Lower right corner.
    pub max: Point,
}

impl Bounds {
    /// The box of a single point.
    pub const fn around(point: Point) -> Bounds {
        Bounds { min: point, max: point }
    }

    /// The smallest box that holds this one and a point.
    #[must_use]
    pub fn with(self, point: Point) -> Bounds {
        Bounds {
            min: Point { x: self.min.x.min(point.x), y: self.min.y.min(point.y) },
            max: Point { x: self.max.x.max(point.x), y: self.max.y.max(point.y) },
        }
    }

    /// The smallest box that holds both.
    #[must_use]
    pub fn union(self, other: Bounds) -> Bounds {
        self.with(other.min).with(other.max)
    }

    /// Width in map units.
    pub fn width(&self) -> f64 {
        self.max.x - self.min.x
    }

    /// Height in map units.
    pub fn height(&self) -> f64 {
        self.max.y - self.min.y
    }

    /// Its middle.
    pub fn middle(&self) -> Point {
        Point { x: (self.min.x + self.max.x) / 2.0, y: (self.min.y + self.max.y) / 2.0 }
    }
}

/// One closed part of an outline; has at least one point.
#[derive(Clone, Debug)]
pub struct Outline(Vec<Point>);

impl Outline {
    /// Its corners, each once.
    pub fn points(&self) -> &[Point] {
        &self.0
    }

    fn edges(&self) -> impl Iterator<Item = (&Point, &Point)> {
        self.0.iter().zip(self.0.iter().cycle().skip(1))
    }

    /// The area inside, in square map units (shoelace formula), never negative.
    pub fn area(&self) -> f64 {
        self.signed_area().abs()
    }

    fn signed_area(&self) -> f64 {
        self.edges().map(|(a, b)| a.x * b.y - b.x * a.y).sum::<f64>() / 2.0
    }

    /// Its centroid; the middle of its box where it has no area.
    pub fn middle(&self) -> Point {
        let area = self.signed_area();
        if area.abs() < 0.5 {
            return self.bounds().middle();
        }
        let (x, y) = self.edges().fold((0.0, 0.0), |(x, y), (a, b)| {
            let cross = a.x * b.y - b.x * a.y;
            (x + (a.x + b.x) * cross, y + (a.y + b.y) * cross)
        });
        Point { x: x / (6.0 * area), y: y / (6.0 * area) }
    }

    /// The box around it.
    pub fn bounds(&self) -> Bounds {
        let start = self.0.first().copied().unwrap_or(Point { x: 0.0, y: 0.0 });
        self.0.iter().fold(Bounds::around(start), |bounds, point| bounds.with(*point))
    }
}

/// The parts of an outline in the one form that `world.json` has: `m` moves and lines, relative, whole
/// numbers, each part closed with `z`. `None` for any other path data, or for none.
pub fn outlines(d: &str) -> Option<Vec<Outline>> {
    let mut parts = Vec::new();
    let mut start = (0i32, 0i32);
    for part in d.split('z').filter(|part| !part.is_empty()) {
        let numbers = numbers(part.strip_prefix('m')?)?;
        let mut at = start;
        let mut points = Vec::with_capacity(numbers.len() / 2);
        for pair in numbers.chunks(2) {
            let [dx, dy] = pair else { return None };
            at = (at.0.checked_add(*dx)?, at.1.checked_add(*dy)?);
            if points.is_empty() {
                // After `z`, the pen is back at the part's first point.
                start = at;
            }
            points.push(Point::from(at));
        }
        if points.is_empty() {
            return None;
        }
        parts.push(Outline(points));
    }
    (!parts.is_empty()).then_some(parts)
}

/// Whole numbers, parted by spaces or by their own minus signs.
fn numbers(text: &str) -> Option<Vec<i32>> {
    let mut numbers = Vec::new();
    let mut from = 0;
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        if letter == ' ' || (letter == '-' && at > from) {
            if at > from {
                numbers.push(text.get(from..at)?.parse().ok()?);
            }
            from = if letter == ' ' { at + 1 } else { at };
        }
    }
    Some(numbers)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_square_and_an_island_beside_it() {
        let parts = outlines("m10 20 4 0 0 4-4 0zm10-2 1 0 0 1-1 0z").unwrap();
        assert_eq!(parts.len(), 2);
        assert_eq!(parts[0].area(), 16.0);
        assert_eq!(parts[0].middle(), Point { x: 12.0, y: 22.0 });
        assert_eq!(
            parts[1].bounds(),
            Bounds { min: Point { x: 20.0, y: 18.0 }, max: Point { x: 21.0, y: 19.0 } }
        );
    }

    #[test]
    fn other_path_data_is_refused() {
        for bad in ["", "M10 20z", "m1z", "m1 2 3z", "m1 2l3 4z", "m1.5 2z", "m1 2 h3z"] {
            assert!(outlines(bad).is_none(), "{bad}");
        }
    }
}
