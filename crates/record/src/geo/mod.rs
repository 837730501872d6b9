//! The world map: from TopoJSON in degrees to whole-pixel paths in Equal Earth.

mod antimeridian;
mod equal_earth;
mod simplify;
mod topology;

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result};
use chart::map::{MarkerRow, Point, SCHEMA, ShapeRow, WorldFile, outlines};

use equal_earth::equal_earth;

/// Width of the map in map units: fine enough that a region, four times enlarged on a screen 1000 pixels
/// wide, shows no steps.
const WIDTH: f64 = 4000.0;
/// The meridian in the middle: the map's edge then runs at 169° West, through the Bering Strait, and cuts no
/// country but the far end of the Aleutian Islands.
const MIDDLE: f64 = 11.0;
/// Corners of a smaller area, in square map units, are smoothed away: a sixth of a pixel on a map 1000
/// pixels wide.
const SMOOTHED_BELOW: f64 = 2.5;
/// Rated places whose largest part is smaller than this each way, in map units, get a marker: 5 pixels on
/// a map 1000 pixels wide.
const MARKED_BELOW: f64 = 20.0;
/// How far apart markers stand, middle to middle, in map units: a marker is 32 wide on the whole map of a wide
/// screen, and twice that on a narrow one with the largest regions in focus.
const APART: f64 = 68.0;
/// Parts smaller than this, in square map units, are not drawn, unless they are the largest of a place.
const SMALLEST: f64 = 6.0;

/// What the map is to show of the source.
#[derive(Debug, Default)]
pub struct Wanted<'a> {
    /// The features that are drawn as a part of another, by their code; `-` is not drawn at all.
    pub drawn_with: BTreeMap<&'a str, &'a str>,
    /// The codes of the places that the report rates: each gets a shape or a marker.
    pub rated: BTreeSet<&'a str>,
    /// Rated places without a shape of today: code, and the marker's position in degrees East and North.
    pub without_shape: Vec<(&'a str, f64, f64)>,
}

/// Makes `world.json` from the TopoJSON source.
///
/// # Errors
/// Where the source cannot be read.
pub fn world(topojson: &str, wanted: &Wanted<'_>) -> Result<WorldFile> {
    let scale = WIDTH / (2.0 * equal_earth(180.0, 0.0).0);
    let project = |(lon, lat): &(f64, f64)| {
        let (x, y) = equal_earth(*lon, *lat);
        (x * scale, -y * scale)
    };
    let turned = |(lon, lat): (f64, f64)| ((lon - MIDDLE + 540.0).rem_euclid(360.0) - 180.0, lat);
    let owner = |code: &str| match wanted.drawn_with.get(code) {
        Some(&"-") => None,
        Some(owner) => Some((*owner).to_owned()),
        None => Some(code.to_owned()),
    };
    let lands = topology::lands(topojson, owner, |arc| {
        let arc: topology::Ring = arc.into_iter().map(turned).collect();
        let line: Vec<(f64, f64)> = unwrapped(&arc).iter().map(project).collect();
        simplify::kept(&line, SMOOTHED_BELOW).into_iter().map(|i| arc[i]).collect()
    })?;
    let projected: BTreeMap<&String, Vec<Vec<(f64, f64)>>> = lands
        .iter()
        .map(|(code, land)| {
            let rings = land.rings.iter().flat_map(antimeridian::cut);
            (code, rings.map(|ring| ring.iter().map(project).collect()).collect())
        })
        .collect();
    let ys = || projected.values().flatten().flatten().map(|(_, y)| *y);
    let (top, bottom) = (ys().fold(f64::MAX, f64::min), ys().fold(f64::MIN, f64::max));
    // A margin of 8 units keeps the border lines of the northern- and southernmost lands in sight.
    let place = |(x, y): &(f64, f64)| (x + WIDTH / 2.0, y - top + 8.0);
    let rated = |code: &str| wanted.rated.contains(code);
    let shapes: Vec<ShapeRow> = projected
        .iter()
        .map(|(code, rings)| ShapeRow {
            id: (*code).clone(),
            name: if rated(code) { String::new() } else { lands[*code].name.clone() },
            d: path(rings.iter().map(|ring| ring.iter().map(place).collect::<Vec<_>>()).collect()),
        })
        .collect();
    let markers =
        markers(&shapes, &wanted.without_shape, rated, |lon, lat| place(&project(&turned((lon, lat)))))?;
    Ok(WorldFile {
        schema: SCHEMA,
        width: WIDTH as i32,
        height: (bottom - top + 16.0).ceil() as i32,
        shapes,
        markers,
    })
}

/// The line with longitudes that go on beyond 180° where it crosses the antimeridian.
fn unwrapped(line: &topology::Ring) -> topology::Ring {
    let mut turn = 0.0;
    let mut last = line.first().map_or(0.0, |point| point.0);
    line.iter()
        .map(|(lon, lat)| {
            if (lon - last).abs() > 180.0 {
                turn += 360f64.copysign(last);
            }
            last = *lon;
            (lon + turn, *lat)
        })
        .collect()
}

/// Rounds rings to whole units and writes them as relative path data, largest first.
fn path(rings: Vec<Vec<(f64, f64)>>) -> String {
    let mut rings: Vec<(f64, Vec<(i32, i32)>)> =
        rings.into_iter().map(|ring| (area(&ring), whole_units(&ring))).collect();
    rings.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    let mut d = String::new();
    let mut start = (0, 0);
    for (index, (area, ring)) in rings.iter().enumerate() {
        if index > 0 && (*area < SMALLEST || ring.len() < 3) {
            continue;
        }
        d.push('m');
        let mut at = start;
        start = ring[0];
        for (n, point) in ring.iter().enumerate() {
            number(&mut d, point.0 - at.0, n > 0);
            number(&mut d, point.1 - at.1, true);
            at = *point;
        }
        d.push('z');
    }
    d
}

/// Writes a number, parted from the one before by a space or by its own minus sign.
fn number(d: &mut String, value: i32, parted: bool) {
    if parted && value >= 0 {
        d.push(' ');
    }
    d.push_str(&value.to_string());
}

fn area(ring: &[(f64, f64)]) -> f64 {
    let next = ring.iter().cycle().skip(1);
    (ring.iter().zip(next).map(|(a, b)| a.0 * b.1 - b.0 * a.1).sum::<f64>() / 2.0).abs()
}

/// Whole units, without the points that repeat another or stand on the straight line between two others.
/// A ring that shrinks to less than a triangle becomes a square of one unit.
fn whole_units(ring: &[(f64, f64)]) -> Vec<(i32, i32)> {
    let mut points: Vec<(i32, i32)> =
        ring.iter().map(|(x, y)| (x.round() as i32, y.round() as i32)).collect();
    points.dedup();
    let corner =
        |a: (i32, i32), b: (i32, i32), c: (i32, i32)| (b.0 - a.0) * (c.1 - b.1) != (b.1 - a.1) * (c.0 - b.0);
    loop {
        let n = points.len();
        let kept: Vec<(i32, i32)> = (0..n)
            .filter(|i| corner(points[(i + n - 1) % n], points[*i], points[(i + 1) % n]))
            .map(|i| points[i])
            .collect();
        if kept.len() == n || kept.is_empty() {
            points = kept;
            break;
        }
        points = kept;
    }
    if points.len() < 3 {
        let (x, y) = ring.iter().fold((0.0, 0.0), |(x, y), point| (x + point.0, y + point.1));
        let n = ring.len() as f64;
        let (x, y) = ((x / n).floor() as i32, (y / n).floor() as i32);
        points = vec![(x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1)];
    }
    points
}

fn markers(
    shapes: &[ShapeRow],
    without_shape: &[(&str, f64, f64)],
    rated: impl Fn(&str) -> bool,
    locate: impl Fn(f64, f64) -> (f64, f64),
) -> Result<Vec<MarkerRow>> {
    let mut places: Vec<(String, Point)> = Vec::new();
    for shape in shapes.iter().filter(|shape| rated(&shape.id)) {
        let parts = outlines(&shape.d).with_context(|| format!("the outline of {} is broken", shape.id))?;
        let largest = parts.iter().max_by(|a, b| a.area().total_cmp(&b.area()));
        if let Some(largest) = largest
            && largest.bounds().width().max(largest.bounds().height()) < MARKED_BELOW
        {
            places.push((shape.id.clone(), largest.middle()));
        }
    }
    for (code, lon, lat) in without_shape {
        let (x, y) = locate(*lon, *lat);
        places.push(((*code).to_owned(), Point { x, y }));
    }
    places.sort_by(|(a, _), (b, _)| a.cmp(b));
    let standing = apart(&places);
    let whole = |point: Point| (point.x.round() as i32, point.y.round() as i32);
    Ok(places
        .into_iter()
        .zip(standing)
        .map(|((id, of), at)| {
            let moved = (at.x - of.x).hypot(at.y - of.y) > 8.0;
            MarkerRow { id, at: whole(at), of: moved.then(|| whole(of)) }
        })
        .collect())
}

/// Moves points apart until no two are closer than [`APART`], each as little as need be. Former countries
/// that share a place (Serbia and Montenegro, Yugoslavia) never stand in one edition, so they may share it.
fn apart(places: &[(String, Point)]) -> Vec<Point> {
    let mut at: Vec<Point> = places.iter().map(|(_, point)| *point).collect();
    for _ in 0..400 {
        for i in 0..at.len() {
            for j in 0..i {
                if places[i].1 == places[j].1 {
                    continue;
                }
                let (dx, dy) = (at[i].x - at[j].x, at[i].y - at[j].y);
                let distance = dx.hypot(dy).max(0.01);
                if distance < APART {
                    let push = (APART - distance) / 2.0 / distance;
                    at[i] = Point { x: at[i].x + dx * push, y: at[i].y + dy * push };
                    at[j] = Point { x: at[j].x - dx * push, y: at[j].y - dy * push };
                }
            }
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_on_a_line_go_and_corners_stay() {
        let ring = [(0.0, 0.0), (2.1, 0.2), (4.0, 0.0), (4.0, 4.0), (4.2, 4.1), (0.0, 4.0)];
        assert_eq!(whole_units(&ring), [(0, 0), (4, 0), (4, 4), (0, 4)]);
    }

    #[test]
    fn an_islet_stays_a_square() {
        assert_eq!(whole_units(&[(5.1, 5.1), (5.2, 5.1), (5.2, 5.2)]).len(), 4);
    }

    #[test]
    fn a_path_reads_back() {
        let square =
            |x: f64, y: f64, side: f64| vec![(x, y), (x + side, y), (x + side, y + side), (x, y + side)];
        let d = path(vec![square(30.0, 1.0, 3.0), square(3.0, 4.0, 10.0), square(50.0, 50.0, 1.0)]);
        assert_eq!(d, "m3 4 10 0 0 10-10 0zm27-3 3 0 0 3-3 0z");
        assert_eq!(outlines(&d).unwrap()[1].area(), 9.0);
    }

    #[test]
    fn crowded_markers_stand_apart() {
        let places: Vec<(String, Point)> =
            (0..6).map(|i| (format!("P{i}"), Point { x: f64::from(i), y: f64::from(i % 2) })).collect();
        let at = apart(&places);
        for i in 0..at.len() {
            for j in 0..i {
                assert!((at[i].x - at[j].x).hypot(at[i].y - at[j].y) > APART - 0.5);
            }
        }
    }
}
