//! The page that a file of the site brought with it: which view it has, and whether the app can take it over.

use chart::map::{MarkerRow, SCHEMA, ShapeRow, World, WorldFile};
use leptos::prelude::*;
use page::State;
use tip::permalink::View;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::pages;
use crate::part::Parts;
use crate::reactive::effect;
use crate::store::Store;
use dom::language::words;

/// The view of the file: the page of the address as it is unasked, in English. `None` where the address is another page's, or
/// the page is in another language.
pub fn view() -> Option<View> {
    let root = dom::document()?.document_element()?;
    let path = root.get_attribute("data-still").filter(|path| !path.is_empty())?;
    let file = dom::address::view_of(&path)?;
    let path = |view: &View| view.to_string().split('?').next().unwrap_or_default().to_owned();
    (words().is_english() && path(&file) == path(&dom::address::current())).then_some(file)
}

/// Waits for all that the page of a view needs; whether it is here.
pub async fn arrived(view: &View, store: Store, parts: Parts) -> bool {
    let view = view.clone();
    let settled = RwSignal::new(None::<bool>);
    effect(move || {
        let part = parts.get(pages::of(&view));
        let files = part.as_ref().map_or(Ok(()), |open| (open.needs)(&view, store));
        let all = [part.map(drop), store.atlas().map(drop), files];
        if all.iter().all(Result::is_ok) {
            settled.set(Some(true));
        } else if all.iter().any(|one| matches!(one, Err(State::Failed(_)))) {
            settled.set(Some(false));
        }
    });
    let waited = js_sys::Promise::new(&mut |done, _| {
        effect(move || {
            if settled.get().is_some() && done.call0(&JsValue::NULL).is_err() {
                dom::log("the page cannot be taken over");
            }
        });
    });
    // This promise is never refused.
    drop(JsFuture::from(waited).await);
    settled.get_untracked() == Some(true)
}

/// The map that stands in the page; `None` where none does. It is read from there, so that it is sent once.
pub fn world() -> Option<World> {
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
