//! The world map: inline SVG, one node a country.

mod camera;
mod gestures;
mod keys;
mod pointing;
mod shapes;

use chart::map::World;
use leptos::prelude::*;
use page::map as tree;
use tip::permalink::{CountryView, View, year_of};
use tip::{Code, Region, Tier};
use wasm_bindgen::JsCast;
use web_sys::{FocusEvent, KeyboardEvent, MouseEvent, PointerEvent};
use words::say;

use super::shown::Shown;
use crate::nav::use_nav;
use crate::reactive::effect;
use camera::Camera;
use dom::language::words;
use dom::{Nodes, closest, flag_of, set_of};
use gestures::Gestures;
use pointing::{Place, Pointed};
use shapes::Shapes;

/// How much a press of a zoom button enlarges.
const ZOOM: f64 = 1.6;
/// The map of an edition. Countries can be pointed at, tapped, walked by the arrow keys; the frame zooms.
pub fn map(shown: Shown, world: &'static World) -> Nodes {
    let nav = use_nav();
    let Shown { atlas, edition, filter, .. } = shown;
    let camera = Camera::new(world);
    let shapes = Shapes::new(shown, world);
    let gestures = Gestures::new(camera);
    let pointed = RwSignal::new(None::<Pointed>);
    let dismissed = StoredValue::new(None::<Place>);
    focus_region(shown, world, camera, pointed);

    let open = move |code: Code| {
        nav.go(View::from(CountryView { code, year: year_of(atlas, edition.get_untracked()) }));
    };
    let point = move |found: Option<pointing::Found>, by_touch: bool| {
        let frame = dom::by_id("map-frame");
        let found = found.zip(frame).and_then(|(found, frame)| found.in_frame(atlas, &frame, by_touch));
        let place = found.as_ref().map(|pointed| pointed.place.clone());
        // What Escape took away comes back once something else was pointed at.
        if place.is_some() && dismissed.with_value(|dismissed| *dismissed == place) {
            return;
        }
        dismissed.set_value(None);
        pointing::set(pointed, found);
    };
    let on_move = move |event: &PointerEvent| {
        if gestures.moved(event) {
            pointing::set(pointed, None);
        } else if event.pointer_type() != "touch" {
            point(pointing::under_pointer(event, camera, shapes), false);
        }
    };
    // Wherever the focus is.
    let away = window_event_listener(leptos::ev::keydown, move |event| {
        if event.key() == "Escape" {
            dismissed.set_value(pointed.get_untracked().map(|pointed| pointed.place));
            pointing::set(pointed, None);
        }
    });
    on_cleanup(move || away.remove());
    let on_leave = move |event: &PointerEvent| {
        if event.pointer_type() != "touch" {
            pointing::set(pointed, None);
        }
    };
    let on_click = move |event: &MouseEvent| {
        if gestures.was_drag() {
            return;
        }
        let found = pointing::under_pointer(event, camera, shapes);
        let told = pointed.with_untracked(|pointed| match pointed.as_ref().map(|pointed| &pointed.place) {
            Some(Place::Country(id)) => Some(atlas.country(*id).code),
            _ => None,
        });
        match found.as_ref().and_then(pointing::Found::code) {
            // The first tap shows the tooltip. A second tap, or the tooltip's link, opens the country.
            Some(code) if !gestures.by_touch() || told == Some(code) => open(code),
            _ => point(found, gestures.by_touch()),
        }
    };
    let on_focus = move |event: &FocusEvent| {
        // A press also moves the focus, but its handler has the pointer's position.
        let Some(found) = pointing::in_focus(event) else { return };
        if let Some(code) = found.code() {
            shapes.hold_focus(code);
            if let Some(place) = world.place(code) {
                camera.show(place.at);
            }
        }
        point(Some(found), false);
    };
    let on_key = move |event: &KeyboardEvent| {
        match keys::meaning(event) {
            Some(keys::Meaning::Towards(direction)) => shapes.walk(direction),
            Some(keys::Meaning::Open) => {
                if let Some(code) = shapes.held() {
                    open(code);
                }
            }
            Some(keys::Meaning::Enlarge) => camera.zoom(ZOOM, shapes.held_at()),
            Some(keys::Meaning::Reduce) => camera.zoom(1.0 / ZOOM, shapes.held_at()),
            Some(keys::Meaning::Whole) => camera.reset(),
            Some(keys::Meaning::End { last }) => shapes.walk_to_end(last),
            Some(keys::Meaning::Letter(letter)) => shapes.type_ahead(&letter),
            None => return,
        }
        event.prevent_default();
    };
    effect(move || {
        let filter = filter.get();
        let tiers: Vec<&str> = filter.tiers.iter().map(Tier::code).collect();
        set_of("world", "data-tiers", Some(&tiers.join(" ")));
        set_of("world", "data-region", Some(filter.region.map_or("", Region::slug)));
    });
    effect(move || {
        let name = say!(words(), MAP_NAME, year = atlas.year(edition.get()));
        set_of("world", "aria-label", Some(&name));
    });
    effect(move || {
        flag_of("zoom-out", "disabled", camera.is_whole());
        flag_of("zoom-whole", "hidden", camera.is_whole());
    });
    let zoom = move |event: &MouseEvent| match closest(event, "button").map(|button| button.id()).as_deref() {
        Some("zoom-in") => camera.zoom(ZOOM, None),
        Some("zoom-out") => camera.zoom(1.0 / ZOOM, None),
        Some("zoom-whole") => camera.reset(),
        _ => {}
    };
    pointing::show(shown, world, pointed);
    // Made once; from then on only what changes is touched.
    Nodes::new(move || tree::frame(atlas, world, edition.get_untracked(), shapes.held()))
        .on("pointermove", move |event| match on_map(event) {
            Some(event) => on_move(event),
            // The tooltip itself can be pointed at.
            None if closest(event, "#map-tip").is_some() => {}
            None => pointing::set(pointed, None),
        })
        .on("pointerdown", heard(move |event| gestures.pressed(event)))
        .on("pointerup", heard(move |event| gestures.released(event)))
        .on("pointercancel", heard(move |event| gestures.released(event)))
        .on("pointerleave", move |event| {
            if let Some(event) = event.dyn_ref() {
                on_leave(event);
            }
        })
        .on("wheel", heard(move |event| gestures.wheel(event)))
        .on("click", move |event| match on_map(event) {
            Some(event) => on_click(event),
            None => event.dyn_ref().into_iter().for_each(zoom),
        })
        .on("focusin", heard(on_focus))
        .on("focusout", move |_| pointing::set(pointed, None))
        .on("keydown", heard(on_key))
}

/// Returns the event if its target is the map itself, not a button or the tooltip on it.
fn on_map<E: JsCast>(event: &web_sys::Event) -> Option<&E> {
    closest(event, ".world")?;
    event.dyn_ref()
}

/// Wraps a listener so that it runs for events on the map itself.
fn heard<E: JsCast>(run: impl Fn(&E) + Send + 'static) -> impl Fn(&web_sys::Event) + Send + 'static {
    move |event| {
        if let Some(event) = on_map(event) {
            run(event);
        }
    }
}

/// The region in focus fills the frame.
fn focus_region(shown: Shown, world: &'static World, camera: Camera, pointed: RwSignal<Option<Pointed>>) {
    let mut before = None;
    effect(move || {
        let region = shown.filter.get().region;
        if region != before {
            let inside = shown.atlas.countries().iter().filter(|country| Some(country.region) == region);
            camera.glide_to(world.around(inside.map(|country| country.code)));
            pointing::set(pointed, None);
        }
        before = region;
    });
}
