//! The year control: the distribution of all editions, with the range input upon it, so that dragging is
//! reading.

use std::time::Duration;

use chart::distribution::{Column, columns};
use leptos::leptos_dom::helpers::IntervalHandle;
use leptos::prelude::*;
use tip::{EditionId, permalink};

use super::Shown;
use crate::nav::use_nav;
use crate::parts::reduced_motion;

/// How long an edition stands while playing.
const STANDS: Duration = Duration::from_millis(1100);

/// Chooses the edition: by dragging, stepping, playing or typing the year.
#[component]
pub fn YearControl(shown: Shown) -> impl IntoView {
    let nav = use_nav();
    let Shown { atlas, view, edition } = shown;
    let (first, last) = atlas.years();
    let year = Memo::new(move |_| atlas.year(edition.get()));
    let playing = RwSignal::new(None::<IntervalHandle>);
    let stop = move || {
        if let Some(handle) = playing.try_update(Option::take).flatten() {
            handle.clear();
            nav.end_series();
        }
    };
    on_cleanup(stop);

    let step_to = move |edition: EditionId| nav.step(shown.in_edition(edition));
    let to_year = move |event| {
        if let Ok(year) = event_target_value(&event).parse::<u16>() {
            step_to(permalink::edition(atlas, Some(year)));
        }
    };
    let beside = move |forwards: bool| {
        let at = edition.get().index();
        let to = if forwards { Some(at + 1) } else { at.checked_sub(1) };
        to.and_then(|to| atlas.editions().get(to)).map(|edition| edition.id)
    };
    let step = move |forwards: bool| {
        move |_| {
            stop();
            if let Some(edition) = untrack(|| beside(forwards)) {
                step_to(edition);
            }
        }
    };
    let play = move |_| {
        if playing.with_untracked(Option::is_some) {
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
        let tick = move || match untrack(|| beside(true)) {
            Some(next) => step_to(next),
            None => stop(),
        };
        playing.set(set_interval_with_handle(tick, STANDS).ok());
    };
    let is_playing = move || playing.with(Option::is_some);
    let region = Memo::new(move |_| view.get().region);

    view! {
        <section class="year" aria-label="Edition">
            <div class="year-buttons">
                <button type="button" aria-label="Previous edition" disabled=move || beside(false).is_none() on:click=step(false)>
                    "‹"
                </button>
                <label class="year-typed">
                    <span class="unseen">"Year of the edition"</span>
                    <input
                        type="number"
                        inputmode="numeric"
                        min=first
                        max=last
                        prop:value=move || year.get().to_string()
                        on:change=to_year
                    />
                </label>
                <button type="button" aria-label="Next edition" disabled=move || beside(true).is_none() on:click=step(true)>
                    "›"
                </button>
                {(!reduced_motion())
                    .then(|| {
                        view! {
                            <button type="button" class="play" on:click=play>
                                {move || if is_playing() { "Pause" } else { "Play" }}
                            </button>
                        }
                    })}
            </div>
            <div class="year-track" style:--editions=atlas.editions().len().to_string()>
                {move || view! { <Columns columns=columns(atlas, region.get()) edition /> }}
                <input
                    type="range"
                    name="year"
                    aria-label="Year of the edition"
                    min=first
                    max=last
                    step="1"
                    prop:value=move || year.get().to_string()
                    aria-valuetext=move || format!("{} edition", year.get())
                    on:pointerdown=move |_| {
                        stop();
                        nav.begin_series();
                    }
                    on:pointerup=move |_| nav.end_series()
                    on:pointercancel=move |_| nav.end_series()
                    on:input=to_year
                />
                <Years shown />
            </div>
        </section>
    }
}

/// The columns; the one of the edition on show stands out.
#[component]
fn Columns(columns: Vec<Column>, edition: Memo<EditionId>) -> impl IntoView {
    let n = columns.len();
    view! {
        <svg class="columns" viewBox=format!("0 0 {n} 1") preserveAspectRatio="none" aria-hidden="true">
            {columns
                .into_iter()
                .map(|column| {
                    let x = column.edition.index();
                    view! {
                        <g class="column" class:now=move || edition.get() == column.edition>
                            {column
                                .segments
                                .into_iter()
                                .map(|segment| {
                                    view! {
                                        <rect
                                            data-tier=segment.tier.code()
                                            x=format!("{x}.08")
                                            width="0.84"
                                            y=format!("{:.4}", segment.top)
                                            height=format!("{:.4}", segment.height)
                                        />
                                    }
                                })
                                .collect_view()}
                        </g>
                    }
                })
                .collect_view()}
        </svg>
    }
}

/// The years below the columns: the first, the last, each fifth, and the one on show.
#[component]
fn Years(shown: Shown) -> impl IntoView {
    let Shown { atlas, edition, .. } = shown;
    let (first, last) = atlas.years();
    view! {
        <ol class="years" aria-hidden="true">
            {atlas
                .editions()
                .iter()
                .map(|about| {
                    let (id, year) = (about.id, about.year);
                    let round = year % 5 == 0 && year > first + 2 && year + 2 < last;
                    let named = year == first || year == last || round;
                    view! {
                        <li class:named=named class:now=move || edition.get() == id>
                            <span>{year}</span>
                        </li>
                    }
                })
                .collect_view()}
        </ol>
    }
}
