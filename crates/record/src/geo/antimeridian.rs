//! Rings cut where they cross 180° East, so that no land is drawn across the whole map.

use super::topology::Ring;

/// The parts of a ring on either side of the antimeridian; the ring itself where it does not cross it.
///
/// The parts are closed along the meridian between their own two ends. That is right for a ring that
/// crosses it twice, as all of the source do that do not go around a pole.
pub fn cut(ring: &Ring) -> Vec<Ring> {
    let mut parts: Vec<Ring> = vec![Vec::new()];
    for (i, point) in ring.iter().enumerate() {
        let next = ring[(i + 1) % ring.len()];
        if let Some(part) = parts.last_mut() {
            part.push(*point);
        }
        if (point.0 - next.0).abs() > 180.0 {
            let side = 180f64.copysign(point.0);
            // The way to the antimeridian and on from it, both in the direction of travel.
            let (before, after) = ((side - point.0).abs(), (180.0 - next.0.abs()).abs());
            let share = if before + after > 0.0 { before / (before + after) } else { 0.0 };
            let lat = point.1 + (next.1 - point.1) * share;
            if let Some(part) = parts.last_mut() {
                part.push((side, lat));
            }
            parts.push(vec![(-side, lat)]);
        }
    }
    if parts.len() > 1 {
        // The walk began in the middle of a part: its end is the last piece.
        let first = parts.remove(0);
        if let Some(last) = parts.last_mut() {
            last.extend(first);
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::cut;

    #[test]
    fn a_square_across_the_line_becomes_two() {
        let square = vec![(170.0, 0.0), (-170.0, 0.0), (-170.0, 10.0), (170.0, 10.0)];
        let parts = cut(&square);
        assert_eq!(parts.len(), 2);
        for part in parts {
            assert_eq!(part.len(), 4);
            assert!(part.iter().all(|(lon, _)| *lon > 0.0) || part.iter().all(|(lon, _)| *lon < 0.0));
        }
    }

    #[test]
    fn a_ring_on_one_side_stays_whole() {
        let ring = vec![(170.0, 0.0), (180.0, 0.0), (180.0, 10.0)];
        assert_eq!(cut(&ring), [ring]);
    }
}
