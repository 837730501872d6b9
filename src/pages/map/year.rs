//! The year control: the distribution of all editions, with the range input upon it, so that dragging is
//! reading.

use std::time::Duration;

use leptos::ev::PointerEvent;
use leptos::leptos_dom::helpers::IntervalHandle;
use leptos::prelude::*;
use page::year::{bars as bar_nodes, years as year_nodes};
use tip::permalink;
use tip::{Atlas, EditionId};
use words::say;
use words::text::{YEAR_PAUSE, YEAR_PLAY};

use super::Shown;
use crate::nav::use_nav;
use crate::reactive::{effect, fill};
use dom::language::words;
use dom::{flag_of, reduced_motion, set_of, text_of, value_of};

/// Constants for the reason given in `parts/page_view.rs`.
const BARS: &str = "columns";
const YEARS: &str = "years";

/// How far a finger moves sideways, in pixels, before it drags the year.
const STILL: f64 = 6.0;
/// How long an edition stands while playing.
const STANDS: Duration = Duration::from_millis(1100);

/// Chooses the edition: by dragging, stepping, playing or typing the year.
#[component]
pub fn YearControl(shown: Shown) -> impl IntoView {
    let nav = use_nav();
    let Shown { atlas, edition, filter, .. } = shown;
    let (first, last) = atlas.years();
    let timer = StoredValue::new(None::<IntervalHandle>);
    let playing = RwSignal::new(false);
    let stop = move || {
        if let Some(handle) = timer.try_update_value(Option::take).flatten() {
            handle.clear();
            playing.try_set(false);
            nav.end_series();
        }
    };
    on_cleanup(stop);

    let step_to = move |edition: EditionId| nav.step(shown.in_edition(edition));
    let show = move |year: &str| {
        if let Ok(year) = year.parse::<u16>() {
            step_to(permalink::edition(atlas, Some(year)));
        }
    };
    let to_year = move |event| show(&event_target_value(&event));
    // Where a finger came down, until it is known whether it drags the year or scrolls the page: browsers move the
    // range to where it is touched at once.
    let undecided = StoredValue::new(None::<f64>);
    let decide = move |event: &PointerEvent| {
        undecided.set_value(None);
        show(&event_target_value(event));
    };
    let beside = move |at: EditionId, forwards: bool| {
        let to = if forwards { Some(at.index() + 1) } else { at.index().checked_sub(1) };
        to.and_then(|to| atlas.editions().get(to)).map(|edition| edition.id)
    };
    let step = move |forwards: bool| {
        stop();
        if let Some(edition) = beside(edition.get_untracked(), forwards) {
            step_to(edition);
        }
    };
    let play = move |_| {
        if playing.get_untracked() {
            stop();
            return;
        }
        nav.begin_series();
        // From the newest edition there is nowhere to go but back to the first.
        if edition.get_untracked() == atlas.latest()
            && let Some(first) = atlas.editions().first()
        {
            step_to(first.id);
        }
        let tick = move || match beside(edition.get_untracked(), true) {
            Some(next) => step_to(next),
            None => stop(),
        };
        timer.set_value(set_interval_with_handle(tick, STANDS).ok());
        playing.set(true);
    };

    fill(BARS, move || bar_nodes(atlas, filter.get().region));
    fill(YEARS, move || year_nodes(atlas));
    // The edition on show stands out in both; only what changes is touched.
    let mut before = None;
    effect(move || {
        let now = edition.get();
        filter.track();
        if let Some(before) = before.filter(|before| *before != now) {
            mark(atlas, before, "");
        }
        mark(atlas, now, "now");
        let is_end = |edition| beside(edition, true).is_none() || beside(edition, false).is_none();
        if is_end(now) || before.is_none_or(is_end) {
            flag_of("year-before", "disabled", beside(now, false).is_none());
            flag_of("year-after", "disabled", beside(now, true).is_none());
        }
        before = Some(now);
        let year = atlas.year(now).to_string();
        value_of("year", &year);
        value_of("year-typed", &year);
        set_of("year", "aria-valuetext", Some(&say!(words(), YEAR_EDITION, year = &year)));
    });
    effect(move || {
        text_of("play", &words().text(&if playing.get() { YEAR_PAUSE } else { YEAR_PLAY }));
        flag_of("play", "hidden", reduced_motion());
    });
    let n = atlas.editions().len();
    let (first, last) = (first.to_string(), last.to_string());
    view! {
        <section class="year" aria-label=say!(words(), YEAR_SECTION)>
            <div class="year-buttons">
                <button type="button" id="year-before" aria-label=say!(words(), YEAR_BEFORE) on:click=move |_| step(false)>
                    "‹"
                </button>
                <input
                    id="year-typed"
                    type="number"
                    inputmode="numeric"
                    aria-label=say!(words(), YEAR_TYPED)
                    min=first.clone()
                    max=last.clone()
                    on:change=to_year
                />
                <button type="button" id="year-after" aria-label=say!(words(), YEAR_AFTER) on:click=move |_| step(true)>
                    "›"
                </button>
                <button type="button" id="play" on:click=play></button>
            </div>
            <div class="year-track" style:--editions=n.to_string()>
                <svg class="columns" viewBox=format!("0 0 {n} 1") preserveAspectRatio="none" aria-hidden="true" id=BARS></svg>
                <input
                    type="range"
                    id="year"
                    name="year"
                    aria-label=say!(words(), YEAR_LABEL)
                    min=first
                    max=last
                    step="1"
                    on:pointerdown=move |event| {
                        stop();
                        nav.begin_series();
                        let finger = event.pointer_type() == "touch";
                        undecided.set_value(finger.then(|| event.client_x().into()));
                    }
                    on:pointermove=move |event| {
                        let moved = |from: f64| (f64::from(event.client_x()) - from).abs();
                        if undecided.get_value().is_some_and(|from| moved(from) > STILL) {
                            decide(&event);
                        }
                    }
                    on:pointerup=move |event| {
                        if undecided.get_value().is_some() {
                            decide(&event);
                        }
                        nav.end_series();
                    }
                    on:pointercancel=move |_| {
                        if undecided.get_value().is_some() {
                            undecided.set_value(None);
                            value_of("year", &atlas.year(edition.get_untracked()).to_string());
                        }
                        nav.end_series();
                    }
                    on:input=move |event| {
                        if undecided.get_value().is_none() {
                            to_year(event);
                        }
                    }
                />
                <ol class="years" aria-hidden="true" id=YEARS></ol>
            </div>
        </section>
    }
}

fn mark(atlas: &Atlas, edition: EditionId, class: &str) {
    let year = atlas.year(edition);
    for id in [format!("column-{year}"), format!("year-{year}")] {
        if let Some(node) = document().get_element_by_id(&id) {
            dom::set(&node, "class", class);
        }
    }
}
