//! The world map as it is drawn in the page, read from its SVG so that it is sent once.

use chart::map::{MarkerRow, SCHEMA, ShapeRow, World, WorldFile};
use wasm_bindgen::JsCast;

/// Returns the map drawn in the page, or `None` where there is none.
pub fn read() -> Option<World> {
    let svg = dom::by_id("world")?;
    let view = numbers(&svg.get_attribute("viewBox")?);
    let [_, _, width, height] = view.try_into().ok()?;
    let mut shapes: Vec<ShapeRow> = all(&svg, ".lands path").iter().filter_map(shape).collect();
    let mut markers = Vec::new();
    for marker in all(&svg, ".marker") {
        let id = marker.get_attribute("data-iso3")?;
        if let Some(land) = all(&marker, ".land").first() {
            shapes.push(ShapeRow { id: id.clone(), ..shape(land)? });
        }
        let place = all(&marker, "[transform]").first()?.get_attribute("transform")?;
        let of = all(&marker, ".leader").first().and_then(|line| {
            Some((line.get_attribute("x2")?.parse().ok()?, line.get_attribute("y2")?.parse().ok()?))
        });
        let [x, y] = numbers(&place).try_into().ok()?;
        markers.push(MarkerRow { id, at: (x, y), of });
    }
    World::from_file(WorldFile { schema: SCHEMA, width, height, shapes, markers }).ok()
}

fn shape(path: &web_sys::Element) -> Option<ShapeRow> {
    Some(ShapeRow {
        id: path.get_attribute("data-iso3").unwrap_or_default(),
        name: path.get_attribute("data-name").unwrap_or_default(),
        d: path.get_attribute("d")?,
    })
}

/// The elements in a place that fit a selector.
fn all(place: &web_sys::Element, selector: &str) -> Vec<web_sys::Element> {
    let Ok(found) = place.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.get(at)?.dyn_into().ok()).collect()
}

/// The whole numbers in a text such as `translate(12 34)`.
fn numbers(text: &str) -> Vec<i32> {
    text.split(['(', ')', ' ']).filter_map(|word| word.parse().ok()).collect()
}
