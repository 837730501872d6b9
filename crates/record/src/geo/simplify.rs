//! Fewer points, the same look: Visvalingam and Whyatt's line generalisation.
//!
//! Visvalingam, M., Whyatt, J. D. (1993): Line generalisation by repeated elimination of points. The
//! Cartographic Journal 30(1), 46–51. doi:10.1179/000870493786962263. Time and again the point whose
//! triangle with its neighbours is smallest goes, until none is smaller than the limit.

/// Which points of a line stay; the ends always do. `limit` is an area in the square unit of the points.
/// A closed line (first point equal to last) keeps at least four points, so that it stays a triangle.
pub fn kept(line: &[(f64, f64)], limit: f64) -> Vec<usize> {
    let least = if line.first() == line.last() { 4 } else { 2 };
    let mut indices: Vec<usize> = (0..line.len()).collect();
    // Lines have some hundred points at most, so the plain quadratic way is fast enough.
    while indices.len() > least {
        let smallest = indices
            .windows(3)
            .enumerate()
            .map(|(at, w)| (at + 1, triangle(line[w[0]], line[w[1]], line[w[2]])))
            .min_by(|(_, a), (_, b)| a.total_cmp(b));
        match smallest {
            Some((at, area)) if area < limit => indices.remove(at),
            _ => break,
        };
    }
    indices
}

fn triangle(a: (f64, f64), b: (f64, f64), c: (f64, f64)) -> f64 {
    ((b.0 - a.0) * (c.1 - a.1) - (c.0 - a.0) * (b.1 - a.1)).abs() / 2.0
}

#[cfg(test)]
mod tests {
    use super::kept;

    #[test]
    fn small_corners_go_and_large_ones_stay() {
        let line = [(0.0, 0.0), (5.0, 0.1), (10.0, 0.0), (10.0, 10.0), (10.1, 15.0), (10.0, 20.0)];
        assert_eq!(kept(&line, 1.0), [0, 2, 5]);
        assert_eq!(kept(&line, 0.0), [0, 1, 2, 3, 4, 5]);
    }

    #[test]
    fn an_island_stays_an_island() {
        let islet = [(0.0, 0.0), (0.1, 0.0), (0.1, 0.1), (0.05, 0.15), (0.0, 0.1), (0.0, 0.0)];
        assert_eq!(kept(&islet, 100.0).len(), 4);
    }
}
