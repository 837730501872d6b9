//! The world map: inline SVG, one node a country.

mod camera;
mod gestures;
mod keys;
mod pointing;
mod shapes;

use chart::map::World;
use leptos::html::Div;
use leptos::prelude::*;
use leptos::svg::Svg;
use tip::permalink::{CountryView, View, year_of};
use tip::{Code, Region, Tier};
use words::say;

use super::Shown;
use crate::nav::use_nav;
use crate::reactive::effect;
use camera::Camera;
use dom::language::words;
use dom::{closest, flag_of, set_of};
use gestures::Gestures;
use pointing::{Pointed, What};
use shapes::Shapes;

/// How much a press of a zoom button enlarges.
const ZOOM: f64 = 1.6;
/// What lies over the country pointed at; a constant for the reason given in `parts/page_view.rs`.
const POINTED: &str = "pointed";

/// The map of an edition. Countries can be pointed at, tapped, walked by the arrow keys; the frame zooms.
#[component]
pub fn WorldMap(shown: Shown, world: &'static World) -> impl IntoView {
    let nav = use_nav();
    let Shown { atlas, edition, filter, .. } = shown;
    let frame = NodeRef::<Div>::new();
    let svg = NodeRef::<Svg>::new();
    let camera = Camera::new(world, svg);
    let shapes = Shapes::new(shown, world, svg);
    let gestures = Gestures::new(camera);
    let pointed = RwSignal::new(None::<Pointed>);
    focus_region(shown, world, camera, pointed);

    let open = move |code: Code| {
        nav.go(View::from(CountryView { code, year: year_of(atlas, edition.get_untracked()) }));
    };
    let point = move |found: Option<pointing::Found>, by_touch: bool| {
        let frame = frame.get_untracked();
        let found = found.zip(frame).and_then(|(found, frame)| found.in_frame(atlas, &frame, by_touch));
        pointing::set(pointed, found);
    };
    let on_move = move |event: leptos::ev::PointerEvent| {
        if gestures.moved(&event) {
            pointing::set(pointed, None);
        } else if event.pointer_type() != "touch" {
            point(pointing::under_pointer(&event, camera, shapes), false);
        }
    };
    let on_leave = move |event: leptos::ev::PointerEvent| {
        if event.pointer_type() != "touch" {
            pointing::set(pointed, None);
        }
    };
    let on_click = move |event: leptos::ev::MouseEvent| {
        if gestures.was_drag() {
            return;
        }
        let found = pointing::under_pointer(&event, camera, shapes);
        let told = pointed.with_untracked(|pointed| match pointed.as_ref().map(|pointed| &pointed.what) {
            Some(What::Country(id)) => Some(atlas.country(*id).code),
            _ => None,
        });
        match found.as_ref().and_then(pointing::Found::code) {
            // A first tap tells what is there; a second, or the link in the tooltip, opens it.
            Some(code) if !gestures.by_touch() || told == Some(code) => open(code),
            _ => point(found, gestures.by_touch()),
        }
    };
    let on_focus = move |event: leptos::ev::FocusEvent| {
        // A press focuses, too, but says itself where it is.
        let Some(found) = pointing::in_focus(&event) else { return };
        if let Some(code) = found.code() {
            shapes.hold_focus(code);
            if let Some(place) = world.place(code) {
                camera.show(place.at);
            }
        }
        point(Some(found), false);
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        match keys::meaning(&event) {
            Some(keys::Meaning::Towards(direction)) => shapes.walk(direction),
            Some(keys::Meaning::Open) => {
                if let Some(code) = shapes.held() {
                    open(code);
                }
            }
            Some(keys::Meaning::Enlarge) => camera.zoom(ZOOM, shapes.held_at()),
            Some(keys::Meaning::Reduce) => camera.zoom(1.0 / ZOOM, shapes.held_at()),
            Some(keys::Meaning::Whole) => camera.reset(),
            Some(keys::Meaning::Away) => pointing::set(pointed, None),
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
    let zoom = move |event: leptos::ev::MouseEvent| match closest(&event, "button").map(|button| button.id())
    {
        Some(id) if id == "zoom-in" => camera.zoom(ZOOM, None),
        Some(id) if id == "zoom-out" => camera.zoom(1.0 / ZOOM, None),
        Some(_) => camera.reset(),
        None => {}
    };
    let tip = NodeRef::<Div>::new();
    pointing::show(shown, world, pointed, svg, tip);
    view! {
        <div class="map-frame" node_ref=frame>
            <p class="unseen" id="map-help">
                {say!(words(), MAP_HELP)}
            </p>
            <svg
                node_ref=svg
                id="world"
                class="world"
                role="group"
                aria-describedby="map-help"
                on:pointermove=on_move
                on:pointerdown=move |event| gestures.pressed(&event)
                on:pointerup=move |event| gestures.released(&event)
                on:pointercancel=move |event| gestures.released(&event)
                on:pointerleave=on_leave
                on:wheel=move |event| gestures.wheel(&event)
                on:click=on_click
                on:focusin=on_focus
                on:focusout=move |_| pointing::set(pointed, None)
                on:keydown=on_key
            >
                {shapes.nodes()}
                <path class=POINTED d=""></path>
                <circle class=POINTED r="0"></circle>
            </svg>
            <div class="tip" id="map-tip" role="tooltip" node_ref=tip hidden></div>
            <div class="zoom" role="group" aria-label=say!(words(), MAP_ZOOM) on:click=zoom>
                <button type="button" id="zoom-in" aria-label=say!(words(), MAP_ZOOM_IN)>"+"</button>
                <button type="button" id="zoom-out" aria-label=say!(words(), MAP_ZOOM_OUT)>"−"</button>
                <button type="button" id="zoom-whole">{say!(words(), MAP_ZOOM_WHOLE)}</button>
            </div>
        </div>
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
