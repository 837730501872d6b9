//! The year control: the distribution of all editions, with the range input upon it, so that dragging is
//! reading.

use std::time::Duration;

use leptos::leptos_dom::helpers::IntervalHandle;
use leptos::prelude::*;
use page::year::bars;
use tip::EditionId;
use tip::permalink;
use words::say;
use words::text::{YEAR_PAUSE, YEAR_PLAY};

use super::shown::Shown;
use crate::nav::use_nav;
use crate::reactive::{effect, fill};
use dom::language::words;
use dom::{Nodes, closest, flag_of, reduced_motion, set, set_of, text_of, value_of};
use wasm_bindgen::JsCast;
use web_sys::PointerEvent;

/// The columns' id, and the range.
const BARS: &str = "columns";
const RANGE: &str = "#year";

/// How far a finger moves sideways, in pixels, before it drags the year.
const DRAG_THRESHOLD: f64 = 6.0;
/// How long an edition is shown while playing.
const STANDS: Duration = Duration::from_millis(1100);

/// Chooses the edition: by dragging, stepping, playing or typing the year.
pub fn control(shown: Shown) -> Nodes {
    let nav = use_nav();
    let Shown { atlas, edition, filter, .. } = shown;
    let timer = StoredValue::new(None::<IntervalHandle>);
    let playing = RwSignal::new(false);
    let said_of = StoredValue::new(None::<EditionId>);
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
    // Where a finger came down, until it is known whether it drags the year or scrolls the page: browsers move the
    // range to where it is touched at once.
    let undecided = StoredValue::new(None::<f64>);
    let decide = move |event: &web_sys::Event| {
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
    let play = move || {
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

    fill(BARS, move || bars(atlas, filter.get().region));
    // Marks the edition on show in the columns and in the labels. Only changed nodes are written.
    let mut before = None;
    let mut marked = Vec::new();
    effect(move || {
        let now = edition.get();
        filter.track();
        if before != Some(now) {
            marked.drain(..).for_each(|node| set(&node, "class", ""));
        }
        marked = mark(atlas.year(now));
        let is_end = |edition| beside(edition, true).is_none() || beside(edition, false).is_none();
        if is_end(now) || before.is_none_or(is_end) {
            flag_of("year-before", "disabled", beside(now, false).is_none());
            flag_of("year-after", "disabled", beside(now, true).is_none());
        }
        // What was said of a year that was typed stays with the edition that it led to.
        if before != Some(now) && said_of.get_value() != Some(now) {
            text_of("year-said", "");
        }
        before = Some(now);
        let year = atlas.year(now).to_string();
        value_of("year", &year);
        value_of("year-typed", &year);
        set_of("year-typed", "placeholder", Some(&year));
        set_of("year", "aria-valuetext", Some(&say!(words(), YEAR_EDITION, year = &year)));
    });
    effect(move || {
        text_of("play", &words().text(&if playing.get() { YEAR_PAUSE } else { YEAR_PLAY }));
        flag_of("play", "hidden", reduced_motion());
    });
    effect(move || size_thumb(&atlas.editions().len().to_string()));
    let click =
        move |event: &web_sys::Event| match closest(event, "button").map(|button| button.id()).as_deref() {
            Some("year-before") => step(false),
            Some("year-after") => step(true),
            Some("play") => play(),
            _ => {}
        };
    // What was typed may be no year of an edition: the nearest is shown, and the field says so too.
    let change = move |event: &web_sys::Event| {
        let field = closest(event, "#year-typed");
        let Some(field) = field.and_then(|field| field.dyn_into::<web_sys::HtmlInputElement>().ok()) else {
            return;
        };
        // The browser reads the number; Rust's own reading of one weighs 15 kB.
        let number = field.value_as_number();
        let year = (number.fract() == 0.0).then_some(number as u16);
        let meant = year.map_or(edition.get_untracked(), |year| permalink::edition(atlas, Some(year)));
        said_of.set_value(Some(meant));
        step_to(meant);
        let shown = atlas.year(meant);
        // An empty field has the year as its placeholder.
        if !field.value().is_empty() {
            value_of("year-typed", &shown.to_string());
        }
        let said = match year {
            Some(year) => permalink::notice(atlas, Some(year)),
            None => Some(say!(words(), NOTICE_NO_YEAR, shown = shown)),
        };
        text_of("year-said", &said.unwrap_or_default());
    };
    let input = move |event: &web_sys::Event| {
        if closest(event, RANGE).is_some() && undecided.get_value().is_none() {
            show(&event_target_value(event));
        }
    };
    let pressed = move |event: &PointerEvent| {
        stop();
        nav.begin_series();
        let finger = event.pointer_type() == "touch";
        undecided.set_value(finger.then(|| event.client_x().into()));
    };
    let moved = move |event: &PointerEvent| {
        let moved = |from: f64| (f64::from(event.client_x()) - from).abs();
        if undecided.get_value().is_some_and(|from| moved(from) > DRAG_THRESHOLD) {
            decide(event);
        }
    };
    let released = move |event: &PointerEvent| {
        if undecided.get_value().is_some() {
            decide(event);
        }
        nav.end_series();
    };
    let cancelled = move |_: &PointerEvent| {
        if undecided.get_value().is_some() {
            undecided.set_value(None);
            value_of("year", &atlas.year(edition.get_untracked()).to_string());
        }
        nav.end_series();
    };
    Nodes::new(move || page::year::control(atlas))
        .on("click", click)
        .on("change", change)
        .on("input", input)
        .on("pointerdown", on_range(pressed))
        .on("pointermove", on_range(moved))
        .on("pointerup", on_range(released))
        .on("pointercancel", on_range(cancelled))
}

/// How wide the range's thumb is: as a column. The build writes it into the style sheet; it is set here where that knows
/// of other editions.
fn size_thumb(editions: &str) {
    const NAME: &str = "--editions";
    let Some(track) =
        dom::by_id("year-track").and_then(|track| track.dyn_into::<web_sys::HtmlElement>().ok())
    else {
        return;
    };
    let styled = window().get_computed_style(&track).ok().flatten();
    let known = styled.and_then(|style| style.get_property_value(NAME).ok());
    if known.is_none_or(|known| known.trim() != editions)
        && track.style().set_property(NAME, editions).is_err()
    {
        dom::log("the year control could not be sized");
    }
}

/// Wraps a listener so that it runs for pointers on the range only.
fn on_range(run: impl Fn(&PointerEvent) + Send + 'static) -> impl Fn(&web_sys::Event) + Send + 'static {
    move |event| {
        if let Some(event) = event.dyn_ref::<PointerEvent>().filter(|event| closest(event, RANGE).is_some()) {
            run(event);
        }
    }
}

/// Marks the column and the label of a year, and returns them.
fn mark(year: u16) -> Vec<web_sys::Element> {
    let ids = [format!("column-{year}"), format!("year-{year}")];
    ids.iter().for_each(|id| set_of(id, "class", Some("now")));
    ids.iter().filter_map(|id| dom::by_id(id)).collect()
}
