//! The timeline of a country: plotters' shapes, with points that can be hovered, focused and chosen.

use chart::timeline::{ChartPoint, TimelineChart, draw};
use leptos::ev::KeyboardEvent;
use leptos::html::Div;
use leptos::prelude::*;
use tip::permalink::{CountryView, View, year_of};
use tip::{EditionId, sentence};
use wasm_bindgen::JsCast;

use super::Shown;
use crate::nav::use_nav;
use crate::parts::Picture;

/// The widths that a chart is drawn for, in pixels.
const WIDTHS: std::ops::RangeInclusive<u32> = 280..=1120;

/// The chart, what it says of the edition pointed at, and its history in words.
#[component]
pub fn TimelineFigure(shown: Shown) -> impl IntoView {
    let Shown { atlas, country, edition, .. } = shown;
    let place = NodeRef::<Div>::new();
    let width = RwSignal::new(None::<u32>);
    let measure = move || {
        if let Some(place) = place.try_get_untracked().flatten() {
            let found = u32::try_from(place.client_width()).unwrap_or_default();
            let found = Some(found.clamp(*WIDTHS.start(), *WIDTHS.end()));
            if width.try_get_untracked().is_some_and(|before| before != found) {
                width.set(found);
            }
        }
    };
    Effect::new(move |_| {
        if place.get().is_some() {
            request_animation_frame(measure);
        }
    });
    let listener = window_event_listener(leptos::ev::resize, move |_| measure());
    on_cleanup(move || listener.remove());
    let pointed = RwSignal::new(None::<EditionId>);
    let readout = move || {
        let edition = pointed.get().unwrap_or_else(|| edition.get());
        let cell = atlas.cell(country, edition);
        let change = sentence::change(atlas, country, edition);
        let comma = if change.is_empty() { "" } else { ", " };
        format!("{}: {}{comma}{change}", atlas.year(edition), cell.name())
    };
    view! {
        <figure class="measure timeline">
            <figcaption>
                <h2>"Every edition"</h2>
                <p class="readout" aria-hidden="true">{readout}</p>
            </figcaption>
            <div class="timeline-place" node_ref=place>
                {move || {
                    width
                        .get()
                        .map(|width| match draw(atlas, country, width) {
                            Ok(drawn) => view! { <Timeline shown drawn pointed /> }.into_any(),
                            // The history in words, below, says the same.
                            Err(error) => view! { <p class="remark">{error.to_string()}</p> }.into_any(),
                        })
                }}
            </div>
            <p class="history">
                <span class="history-label">"In words: "</span>
                {sentence::history(atlas, country)}
            </p>
        </figure>
    }
}

#[component]
fn Timeline(shown: Shown, drawn: TimelineChart, pointed: RwSignal<Option<EditionId>>) -> impl IntoView {
    let Shown { atlas, country, edition, .. } = shown;
    let (first, last) = atlas.years();
    let points = drawn.points;
    let step = drawn.step;
    let height = f64::from(drawn.height);
    let on_key = move |event: KeyboardEvent| {
        let at = edition_of(&event).unwrap_or_else(|| edition.get_untracked().index());
        let to = match event.key().as_str() {
            "ArrowLeft" => at.checked_sub(1),
            "ArrowRight" => Some(at + 1),
            "Home" => Some(0),
            "End" => Some(atlas.latest().index()),
            _ => return,
        };
        event.prevent_default();
        if let Some(edition) = to.and_then(|to| atlas.editions().get(to)) {
            crate::parts::focus(&format!("point-{}", edition.year));
        }
    };
    let label = format!(
        "Timeline of {}, {first} to {last}. Arrow keys move from edition to edition, Enter shows one.",
        atlas.country(country).name
    );
    view! {
        <svg
            class="timeline-chart"
            width=drawn.width
            height=drawn.height
            viewBox=format!("0 0 {} {}", drawn.width, drawn.height)
            role="group"
            aria-label=label
            on:keydown=on_key
            on:pointerleave=move |_| pointed.set(None)
            on:focusout=move |_| pointed.set(None)
        >
            <g aria-hidden="true">
                <Picture shapes=drawn.shapes />
            </g>
            {points.into_iter().map(|point| view! { <Point shown point step height pointed /> }).collect_view()}
        </svg>
    }
}

/// The edition that a key event in the chart is about.
fn edition_of(event: &KeyboardEvent) -> Option<usize> {
    let target: web_sys::Element = event.target()?.dyn_into().ok()?;
    target.get_attribute("data-index")?.parse().ok()
}

#[component]
fn Point(
    shown: Shown,
    point: ChartPoint,
    step: f64,
    height: f64,
    pointed: RwSignal<Option<EditionId>>,
) -> impl IntoView {
    let nav = use_nav();
    let Shown { atlas, country, edition, .. } = shown;
    let id = point.edition;
    let year = atlas.year(id);
    let change = sentence::change(atlas, country, id);
    let comma = if change.is_empty() { "" } else { ", " };
    let name = format!("{year}: {}{comma}{change}", point.cell.name());
    let choose = move || {
        let code = atlas.country(country).code;
        nav.step(View::Country(CountryView { code, year: year_of(atlas, id) }));
    };
    let on_key = move |event: KeyboardEvent| {
        if matches!(event.key().as_str(), "Enter" | " ") {
            event.prevent_default();
            choose();
        }
    };
    let is_now = move || edition.get() == id;
    let (x, y) = point.at;
    // The symbol grows with the room that an edition has.
    let size = (step * 0.24).clamp(2.6, 5.5);
    view! {
        <g
            id=format!("point-{year}")
            class="point"
            class:now=is_now
            data-index=id.index()
            data-tier=point.cell.code()
            role="button"
            aria-pressed=move || is_now().to_string()
            aria-label=name.clone()
            tabindex=move || if is_now() { "0" } else { "-1" }
            on:click=move |_| choose()
            on:keydown=on_key
            on:pointerenter=move |_| pointed.set(Some(id))
            on:focus=move |_| pointed.set(Some(id))
        >
            <title>{name.clone()}</title>
            <rect class="hit" x=x - step / 2.0 y="0" width=step height=height - 24.0 />
            <line class="now-line" x1=x x2=x y1="0" y2=height - 24.0 />
            <path d=chart::symbol::path(point.cell.tier()) transform=format!("translate({x:.1} {y:.1}) scale({size:.2})") />
        </g>
    }
}
