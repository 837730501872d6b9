//! TopoJSON read: shared borders (arcs) put together into rings, neighbours merged where asked.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, bail};
use serde::Deserialize;

/// A ring in degrees; its last point is not its first again.
pub type Ring = Vec<(f64, f64)>;

#[derive(Deserialize)]
struct Topology {
    transform: Transform,
    arcs: Vec<Vec<(i64, i64)>>,
    objects: Objects,
}

#[derive(Deserialize)]
struct Transform {
    scale: (f64, f64),
    translate: (f64, f64),
}

#[derive(Deserialize)]
struct Objects {
    countries: Collection,
}

#[derive(Deserialize)]
struct Collection {
    geometries: Vec<Feature>,
}

#[derive(Deserialize)]
struct Feature {
    #[serde(flatten)]
    geometry: Geometry,
    properties: Properties,
}

#[derive(Deserialize)]
struct Properties {
    a3: String,
    name: String,
}

#[derive(Deserialize)]
#[serde(tag = "type", content = "arcs")]
enum Geometry {
    Polygon(Vec<Vec<i64>>),
    MultiPolygon(Vec<Vec<Vec<i64>>>),
}

/// A country or territory: its name in the source, its rings, outer and inner alike.
#[derive(Debug)]
pub struct Land {
    /// The name in the source.
    pub name: String,
    /// All its rings.
    pub rings: Vec<Ring>,
}

/// Reads the countries of a TopoJSON file, by alpha-3 code. `owner` tells with which code a feature is
/// drawn (`None`: not at all); features of one code are merged, and borders between them vanish.
/// `simplified` is given each shared line once, so that neighbours keep fitting together.
///
/// # Errors
/// Where the file is not the TopoJSON that is expected.
pub fn lands(
    json: &str,
    owner: impl Fn(&str) -> Option<String>,
    simplified: impl Fn(Ring) -> Ring,
) -> Result<BTreeMap<String, Land>> {
    let topology: Topology =
        serde_json::from_str(json).context("the map source is not TopoJSON as expected")?;
    let arcs: Vec<Ring> =
        topology.arcs.iter().map(|arc| simplified(decoded(arc, &topology.transform))).collect();
    let mut groups: BTreeMap<String, (String, Vec<Vec<i64>>)> = BTreeMap::new();
    for feature in topology.objects.countries.geometries {
        let Some(code) = owner(&feature.properties.a3) else { continue };
        let rings = match feature.geometry {
            Geometry::Polygon(rings) => rings,
            Geometry::MultiPolygon(polygons) => polygons.into_iter().flatten().collect(),
        };
        let group = groups.entry(code.clone()).or_default();
        if code == feature.properties.a3 || group.0.is_empty() {
            group.0 = feature.properties.name;
        }
        group.1.extend(rings);
    }
    groups
        .into_iter()
        .map(|(code, (name, rings))| {
            let rings = stitched(merged(rings), &arcs)
                .with_context(|| format!("the rings of {code} do not close"))?;
            Ok((code, Land { name, rings }))
        })
        .collect()
}

fn decoded(arc: &[(i64, i64)], transform: &Transform) -> Ring {
    let (mut x, mut y) = (0, 0);
    arc.iter()
        .map(|(dx, dy)| {
            x += dx;
            y += dy;
            (
                x as f64 * transform.scale.0 + transform.translate.0,
                y as f64 * transform.scale.1 + transform.translate.1,
            )
        })
        .collect()
}

/// Drops the arcs that are walked once in each direction: the borders between merged features.
/// `!arc` is `arc` walked backwards.
fn merged(rings: Vec<Vec<i64>>) -> Vec<Vec<i64>> {
    let all: BTreeSet<i64> = rings.iter().flatten().copied().collect();
    let inner = |arc: &i64| all.contains(&!*arc);
    let (whole, cut): (Vec<_>, Vec<_>) = rings.into_iter().partition(|ring| !ring.iter().any(inner));
    let loose = cut.into_iter().flatten().filter(|arc| !inner(arc));
    whole.into_iter().chain(loose.map(|arc| vec![arc])).collect()
}

/// Joins pieces end to start until each closes.
fn stitched(mut pieces: Vec<Vec<i64>>, arcs: &[Ring]) -> Result<Vec<Ring>> {
    let points = |arc: i64| -> Result<Vec<(f64, f64)>> {
        let index = usize::try_from(if arc < 0 { !arc } else { arc })?;
        let mut points = arcs.get(index).context("an arc is missing")?.clone();
        if arc < 0 {
            points.reverse();
        }
        Ok(points)
    };
    let mut rings = Vec::new();
    while let Some(piece) = pieces.pop() {
        let mut ring: Ring = Vec::new();
        for arc in piece {
            let next = points(arc)?;
            ring.extend(next.into_iter().skip(usize::from(!ring.is_empty())));
        }
        while ring.first() != ring.last() {
            let end = ring.last().copied();
            let mut found = None;
            for (at, piece) in pieces.iter().enumerate() {
                if let [arc] = piece.as_slice()
                    && points(*arc)?.first().copied() == end
                {
                    found = Some(at);
                    break;
                }
            }
            let Some(at) = found else { bail!("a ring stays open") };
            for arc in pieces.swap_remove(at) {
                ring.extend(points(arc)?.into_iter().skip(1));
            }
        }
        ring.pop();
        rings.push(ring);
    }
    Ok(rings)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two squares side by side. Each walks the arc 1 between them, the right one backwards (-2 is !1).
    const TWO: &str = r#"{"type":"Topology","transform":{"scale":[1,1],"translate":[0,0]},
        "arcs":[[[1,1],[-1,0],[0,-1],[1,0]],[[1,0],[0,1]],[[1,0],[1,0],[0,1],[-1,0]]],
        "objects":{"countries":{"type":"GeometryCollection","geometries":[
            {"type":"Polygon","arcs":[[0,1]],"properties":{"a3":"AAA","name":"A"}},
            {"type":"Polygon","arcs":[[2,-2]],"properties":{"a3":"BBB","name":"B"}}]}}}"#;

    #[test]
    fn a_border_between_merged_lands_vanishes() {
        let apart = lands(TWO, |code| Some(code.to_owned()), |arc| arc).unwrap();
        assert_eq!(apart["AAA"].rings[0].len(), 4);
        assert_eq!(apart["BBB"].rings[0].len(), 4);
        let merged = lands(TWO, |_| Some("AAA".to_owned()), |arc| arc).unwrap();
        assert_eq!(merged.len(), 1);
        assert_eq!(merged["AAA"].rings.len(), 1);
        assert_eq!(merged["AAA"].rings[0].len(), 6);
        assert_eq!(merged["AAA"].name, "A");
    }

    #[test]
    fn a_land_that_nobody_draws_is_left_out() {
        let one = lands(TWO, |code| (code == "BBB").then(|| code.to_owned()), |arc| arc).unwrap();
        assert_eq!(one.keys().collect::<Vec<_>>(), ["BBB"]);
    }
}
