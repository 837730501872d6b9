//! The world map: inline SVG, one node a country.

mod camera;
mod gestures;
mod pointing;
mod shapes;

use chart::map::{Direction, World, neighbour};
use leptos::ev::KeyboardEvent;
use leptos::html::Div;
use leptos::prelude::*;
use leptos::svg::Svg;
use tip::Code;
use tip::permalink::{CountryView, View, year_of};

use super::Shown;
use super::tooltip::{Pointed, Tooltip, What};
use crate::nav::use_nav;
use camera::Camera;
use gestures::Gestures;
use shapes::Shapes;

/// The map of an edition. Countries can be pointed at, tapped, walked by the arrow keys; the frame zooms.
#[component]
pub fn WorldMap(shown: Shown, world: &'static World) -> impl IntoView {
    let nav = use_nav();
    let Shown { atlas, view, edition } = shown;
    let frame = NodeRef::<Div>::new();
    let svg = NodeRef::<Svg>::new();
    let camera = Camera::new(world, svg);
    let pointed = RwSignal::new(None::<Pointed>);
    let shapes = Shapes::new(shown, world, svg);
    let gestures = Gestures::new(camera);

    // The region in focus fills the frame.
    Effect::new(move |before: Option<Option<tip::Region>>| {
        let region = view.get().region;
        if before != Some(region) && (before.is_some() || region.is_some()) {
            let inside = atlas.countries().iter().filter(|country| Some(country.region) == region);
            camera.glide_to(world.around(inside.map(|country| country.code)));
            pointed.set(None);
        }
        region
    });

    let open = move |code: Code| {
        nav.go(View::Country(CountryView { code, year: year_of(atlas, edition.get_untracked()) }));
    };
    let point = move |found: Option<pointing::Found>, by_touch: bool| {
        let found = found
            .zip(frame.get_untracked())
            .and_then(|(found, frame)| found.in_frame(atlas, &frame, by_touch));
        // Setting the same again would draw the tooltip again.
        if pointed.with_untracked(|before| *before != found) {
            pointed.set(found);
        }
    };
    let on_move = move |event: leptos::ev::PointerEvent| {
        if gestures.moved(&event) {
            pointed.set(None);
        } else if event.pointer_type() != "touch" {
            point(pointing::under_pointer(&event), false);
        }
    };
    let on_click = move |event: leptos::ev::MouseEvent| {
        if gestures.was_drag() {
            return;
        }
        let Some(found) = pointing::under_pointer(&event) else {
            pointed.set(None);
            return;
        };
        let Some(code) = found.code() else {
            point(Some(found), gestures.by_touch());
            return;
        };
        let told = pointed.with_untracked(|pointed| match pointed.as_ref().map(|pointed| &pointed.what) {
            Some(What::Country(id)) => atlas.country(*id).code == code,
            _ => false,
        });
        if gestures.by_touch() && !told {
            // A first tap tells what is there; the second, or the link in the tooltip, opens it.
            point(Some(found), true);
        } else {
            open(code);
        }
    };
    let on_focus = move |event: leptos::ev::FocusEvent| {
        if let Some(found) = pointing::in_focus(&event) {
            if let Some(code) = found.code() {
                shapes.hold_focus(code);
                if let Some(place) = world.place(code) {
                    camera.show(place.at);
                }
            }
            point(Some(found), false);
        }
    };
    let on_key = move |event: KeyboardEvent| {
        let key = event.key();
        let direction = match key.as_str() {
            "ArrowLeft" => Some(Direction::West),
            "ArrowRight" => Some(Direction::East),
            "ArrowUp" => Some(Direction::North),
            "ArrowDown" => Some(Direction::South),
            _ => None,
        };
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let Some(held) = shapes.held() else { return };
        if let Some(direction) = direction {
            event.prevent_default();
            let there: Vec<_> = world
                .places()
                .filter(|(code, _)| shapes.is_shown(*code))
                .map(|(code, place)| (code, place.at))
                .collect();
            let next = world.place(held).and_then(|from| neighbour(from.at, &there, direction));
            if let Some(next) = next {
                shapes.focus(next);
            }
            return;
        }
        match key.as_str() {
            "Enter" | " " => {
                event.prevent_default();
                open(held);
            }
            "+" | "=" => camera.zoom(1.6, world.place(held).map(|place| place.at)),
            "-" => camera.zoom(1.0 / 1.6, None),
            "0" => camera.reset(),
            "Escape" => pointed.set(None),
            _ => {}
        }
    };
    view! {
        <div class="map-frame" node_ref=frame>
            <p class="unseen" id="map-help">
                "Arrow keys move from country to country, Enter opens its page, plus, minus and zero zoom. The table has the same facts."
            </p>
            <svg
                node_ref=svg
                class="world"
                role="group"
                aria-label=move || format!("World map of the {} edition", atlas.year(edition.get()))
                aria-describedby="map-help"
                viewBox=move || camera.view_box()
                data-region=move || view.get().region.map(tip::Region::slug)
                data-tiers=move || {
                    let tiers: Vec<&str> = view.get().tiers.iter().map(tip::Tier::code).collect();
                    (!tiers.is_empty()).then(|| tiers.join(" "))
                }
                style:--unit=move || format!("{:.4}", camera.marker_scale())
                on:pointermove=on_move
                on:pointerdown=move |event| gestures.pressed(&event)
                on:pointerup=move |event| gestures.released(&event)
                on:pointercancel=move |event| gestures.released(&event)
                on:pointerleave=move |event| if event.pointer_type() != "touch" { pointed.set(None) }
                on:wheel=move |event| gestures.wheel(&event)
                on:click=on_click
                on:focusin=on_focus
                on:focusout=move |_| pointed.set(None)
                on:keydown=on_key
            >
                {shapes::patterns(camera)}
                {shapes.nodes()}
                {pointing::outline(atlas, world, pointed)}
            </svg>
            <Tooltip shown pointed />
            <div class="zoom" role="group" aria-label="Zoom">
                <button type="button" aria-label="Zoom in" on:click=move |_| camera.zoom(1.6, None)>"+"</button>
                <button type="button" aria-label="Zoom out" disabled=move || camera.is_whole() on:click=move |_| camera.zoom(1.0 / 1.6, None)>"−"</button>
                <button type="button" class="reset" hidden=move || camera.is_whole() on:click=move |_| camera.reset()>
                    "Whole map"
                </button>
            </div>
        </div>
    }
}
