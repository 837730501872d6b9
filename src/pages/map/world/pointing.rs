//! Which country an event is about, and the line around it.

use std::time::Duration;

use chart::map::{Point, World};
use chart::number::{decimal, within};
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use page::map as tree;
use tip::{Atlas, Code, CountryId, EditionId};
use wasm_bindgen::JsCast;

use super::super::shown::Shown;
use super::camera::Camera;
use super::shapes::Shapes;
use crate::reactive::effect;
use crate::store::{Store, use_store};
use dom::closest;

/// What is pointed at, and where in the map's frame, in pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct Pointed {
    /// The country, or the name of a territory that nobody rates.
    pub place: Place,
    /// Whether a finger did it: the way on is then in the tooltip, since a tap cannot hover.
    pub by_touch: bool,
    at: (f64, f64),
    frame: (f64, f64),
}

/// A place on the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A country of the atlas.
    Country(CountryId),
    /// A territory that the report has never placed.
    Unrated(String),
}

/// The position of the tooltip: its middle, and its upper or lower edge.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// The middle, from the frame's left.
    pub x: f64,
    /// The edge next to the place, from the frame's top.
    pub y: f64,
    /// Whether it is below the place.
    pub below: bool,
}

impl Pointed {
    /// Below the place in the upper half of the map, above it in the lower, and within the frame's sides.
    pub fn spot(&self) -> Spot {
        // Half of the tooltip's width, 18.5 rem, and a little.
        let half = 152.0_f64.min(self.frame.0 / 2.0);
        let below = self.at.1 < self.frame.1 / 2.0;
        Spot {
            x: within(self.at.0, half, self.frame.0 - half),
            y: if below { self.at.1 + 18.0 } else { self.at.1 - 18.0 },
            below,
        }
    }
}

/// Points at something, or at nothing; the same again changes nothing.
pub fn set(pointed: RwSignal<Option<Pointed>>, to: Option<Pointed>) {
    if pointed.with_untracked(|before| *before != to) {
        pointed.set(to);
    }
}

/// How long the pointer rests until the tooltip can be pointed at (WCAG 1.4.13). Before that it is in nobody's way.
const REST: Duration = Duration::from_millis(400);

/// A node of the map, and the point of the window that an event is about.
pub struct Found {
    node: web_sys::Element,
    at: (f64, f64),
}

impl Found {
    /// The country; `None` for a territory that nobody rates.
    pub fn code(&self) -> Option<Code> {
        self.node.get_attribute("data-iso3").as_deref().and_then(Code::parse)
    }

    /// The same within the map's frame.
    pub fn in_frame(&self, atlas: &Atlas, frame: &web_sys::Element, by_touch: bool) -> Option<Pointed> {
        let place = match self.code() {
            Some(code) => Place::Country(atlas.find(code)?.id),
            None => Place::Unrated(self.node.get_attribute("data-name")?),
        };
        let rect = frame.get_bounding_client_rect();
        let at = (self.at.0 - rect.left(), self.at.1 - rect.top());
        Some(Pointed { place, at, frame: (rect.width(), rect.height()), by_touch })
    }
}

const PLACES: &str = ".world [data-iso3], .world [data-name]";

/// What is under the pointer, or what small place is so near that it must be meant.
pub fn under_pointer(event: &web_sys::MouseEvent, camera: Camera, shapes: Shapes) -> Option<Found> {
    let at = (f64::from(event.client_x()), f64::from(event.client_y()));
    let under = closest(event, PLACES);
    let country = under.as_ref().and_then(|node| Code::parse(&node.get_attribute("data-iso3")?));
    let small = camera
        .at(at)
        .zip(camera.at((at.0 + 1.0, at.1)))
        .and_then(|(here, beside)| shapes.near(here, beside.x - here.x, country));
    Some(Found { node: small.or(under)?, at })
}

/// What has been focused by keyboard, with the middle of its box.
pub fn in_focus(event: &web_sys::FocusEvent) -> Option<Found> {
    let node = closest(event, PLACES)?;
    if !node.matches(":focus-visible").unwrap_or(true) {
        return None;
    }
    let rect = node.get_bounding_client_rect();
    let at = (rect.left() + rect.width() / 2.0, rect.top() + rect.height() / 2.0);
    Some(Found { node, at })
}

/// Keeps the tooltip, and the line around what is pointed at, as they should be.
pub fn show(shown: Shown, world: &'static World, pointed: RwSignal<Option<Pointed>>) {
    let Shown { atlas, edition, .. } = shown;
    let store = use_store();
    let mut told = None;
    let resting = StoredValue::new(None::<TimeoutHandle>);
    on_cleanup(move || resting.with_value(|timer| timer.iter().for_each(TimeoutHandle::clear)));
    effect(move || {
        let (Some(svg), Some(tip)) = (dom::by_id("world"), dom::by_id("map-tip")) else { return };
        let pointed = pointed.get();
        if matches!(&pointed, Some(Pointed { place: Place::Country(_), .. })) {
            store.load_sources(atlas);
        }
        // The pointer moves often, what it points at seldom: only the place of the tooltip follows each move.
        let named = store.has_sources();
        let reason = match &pointed {
            Some(Pointed { place: Place::Country(id), .. }) => why(atlas, store, *id, edition.get()),
            _ => None,
        };
        let tells = pointed
            .as_ref()
            .map(|pointed| (pointed.place.clone(), pointed.by_touch, edition.get(), named, reason));
        if tells != told {
            match &tells {
                None => dom::put(&tip, &[]),
                Some((Place::Unrated(name), ..)) => {
                    dom::put(&tip, &tree::tooltip_unrated(atlas.words(), name))
                }
                Some((Place::Country(id), by_touch, edition, _, reason)) => {
                    dom::put(&tip, &tree::tooltip(atlas, *id, *edition, *reason, *by_touch));
                }
            }
            let code = match &tells {
                Some((Place::Country(id), ..)) => Some(atlas.country(*id).code),
                _ => None,
            };
            outline(&svg, world, code);
            told = tells;
        }
        match pointed.map(|pointed| pointed.spot()) {
            None => dom::flag_of("map-tip", "hidden", true),
            Some(spot) => {
                let class = if spot.below { "tip below" } else { "tip" };
                dom::set(&tip, "class", class);
                resting.with_value(|timer| timer.iter().for_each(TimeoutHandle::clear));
                let rests = move || dom::set_of("map-tip", "class", Some(&format!("{class} rests")));
                resting.set_value(set_timeout_with_handle(rests, REST).ok());
                let style = tip.unchecked_ref::<web_sys::HtmlElement>().style();
                let moved = style
                    .set_property("left", &format!("{}px", decimal(spot.x, 0)))
                    .and_then(|()| style.set_property("top", &format!("{}px", decimal(spot.y, 0))))
                    .and_then(|()| tip.remove_attribute("hidden"));
                if moved.is_err() {
                    dom::log("the tooltip could not be moved");
                }
            }
        }
    });
}

/// Why a country moved in an edition, where it did; the reasons of that edition are fetched for the first who asks.
fn why(atlas: &'static Atlas, store: Store, country: CountryId, edition: EditionId) -> Option<&'static str> {
    let about = atlas.country(country);
    let before = atlas.cell(country, edition.previous()?);
    if before == atlas.cell(country, edition) {
        return None;
    }
    store.reasons(atlas.year(edition)).ok()?.of(about.code)
}

/// Draws the line around a country, over everything else.
fn outline(svg: &web_sys::Element, world: &World, code: Option<Code>) {
    let marker = code.and_then(|code| world.markers.iter().find(|marker| marker.code == code));
    let shape = world.shapes.iter().find(|shape| code.is_some() && shape.code == code);
    if let Ok(Some(path)) = svg.query_selector("path.pointed") {
        dom::set(&path, "d", shape.map(|shape| shape.d.as_str()).unwrap_or_default());
    }
    if let Ok(Some(ring)) = svg.query_selector("circle.pointed") {
        let at = marker.map(|marker| marker.at).unwrap_or(Point { x: 0.0, y: 0.0 });
        dom::set(&ring, "transform", &format!("translate({} {})", decimal(at.x, 0), decimal(at.y, 0)));
        dom::set(&ring, "r", if marker.is_some() { "1" } else { "0" });
    }
}
