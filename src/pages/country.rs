//! `/country/KOR`: one country through all editions.

use leptos::ev::KeyboardEvent;
use leptos::html::Div;
use leptos::prelude::*;
use page::{Node, country as said, el};
use tip::permalink::{self, CountryView, View, year_of};
use tip::{Atlas, CountryId, EditionId, sentence};

use crate::nav::use_nav;
use crate::parts::{CopyLink, asks_again, waiting};
use crate::reactive::{effect, fill};
use crate::shell::LiveRegion;
use crate::store::{State, use_store};
use dom::{closest, flag_of, text_of, title};

/// The widths that a timeline is drawn for, in pixels.
const WIDTHS: std::ops::RangeInclusive<i32> = 280..=1120;

/// The page of a country.
#[component]
pub fn CountryPage(
    /// The atlas.
    atlas: &'static Atlas,
    /// The country.
    country: CountryId,
) -> impl IntoView {
    let nav = use_nav();
    let store = use_store();
    let about = atlas.country(country);
    let year = move || match nav.view() {
        View::Country(view) if view.code == about.code => Some(view.year),
        _ => None,
    };
    let edition = Memo::new(move |before: Option<&EditionId>| match (year(), before) {
        (Some(year), _) => permalink::edition(atlas, year),
        // On the way to another page this one keeps what it shows.
        (None, Some(before)) => *before,
        (None, None) => atlas.latest(),
    });
    let dossier = store.dossier(about.code);
    tell(atlas, country, edition);

    let (top, standing) = (NodeRef::<Div>::new(), NodeRef::<Div>::new());
    let (neighbours, editions) = (NodeRef::<Div>::new(), NodeRef::<Div>::new());
    fill(top, move || {
        let beside = el("nav").class("beside").attr("aria-label", "Countries by name");
        let mut nodes = vec![beside.all(said::beside(atlas, country)).into()];
        nodes.extend(said::name(atlas, country));
        nodes
    });
    fill(standing, move || {
        let mut nodes = said::standing(atlas, country, edition.get());
        if let Some(notice) = year().and_then(|year| permalink::notice(atlas, year)) {
            nodes.push(el("p").class("notice").attr("role", "status").with(notice).into());
        }
        nodes
    });
    fill(neighbours, move || said::neighbours(atlas, country, edition.get()));
    fill(editions, move || {
        let state = dossier.state();
        let mut nodes = waiting(&state, "what the editions found");
        // Without the file, what the atlas knows: tier and change.
        if state != State::Loading {
            nodes.push(said::editions(atlas, country, edition.get(), dossier.get()).into());
        }
        nodes
    });
    let again = move |event: leptos::ev::MouseEvent| {
        if asks_again(&event) {
            store.load_dossier(about.code, dossier);
        }
    };
    effect(move || flag_of("to-newest", "hidden", edition.get() == atlas.latest()));
    let newest = move |_| nav.go(View::country(about.code));
    view! {
        <article class="country-page">
            <header class="measure headline">
                <div node_ref=top></div>
                <div class="standing" node_ref=standing></div>
                <div class="share">
                    <CopyLink atlas />
                    <button type="button" class="quiet" id="to-newest" on:click=newest>
                        {format!("Back to the {} edition", atlas.year(atlas.latest()))}
                    </button>
                </div>
            </header>
            <Timeline atlas country edition />
            <section class="measure neighbours"><div node_ref=neighbours></div></section>
            <section class="measure editions">
                <h2>"Edition by edition"</h2>
                <p class="explained">
                    "Summaries are in our own words. Quotations are the report’s, and stand only where we have them word for word."
                </p>
                <div node_ref=editions on:click=again></div>
            </section>
        </article>
    }
}

/// Says what is on show: in the title, and to screen readers when the edition changes.
fn tell(atlas: &'static Atlas, country: CountryId, edition: Memo<EditionId>) {
    let live = LiveRegion::get();
    let mut before = None;
    effect(move || {
        let edition = edition.get();
        let (year, cell) = (atlas.year(edition), atlas.cell(country, edition));
        title(&format!("{}: {}, {year}", atlas.country(country).name, cell.name()));
        if before.is_some_and(|before| before != edition) {
            live.say(&format!("{year} edition. {}", sentence::statement(atlas, country, edition).text()));
        }
        before = Some(edition);
    });
}

/// The timeline, what it says of the edition pointed at, and the history in words.
#[component]
fn Timeline(atlas: &'static Atlas, country: CountryId, edition: Memo<EditionId>) -> impl IntoView {
    let nav = use_nav();
    let code = atlas.country(country).code;
    let place = NodeRef::<Div>::new();
    let drawn = StoredValue::new(0);
    // Drawn again when its width changes; the edition on show is marked, so that the focus stays where it is.
    let draw = move || {
        let Some(place) = place.try_get_untracked().flatten() else { return };
        let width = place.client_width().clamp(*WIDTHS.start(), *WIDTHS.end()).unsigned_abs();
        if drawn.try_get_value().is_none_or(|before| before == width) {
            return;
        }
        drawn.set_value(width);
        let node: Node = match said::timeline(atlas, country, edition.get_untracked(), width) {
            Ok(chart) => chart.into(),
            // The history in words, below, says the same.
            Err(error) => el("p").class("remark").with(error.to_string()).into(),
        };
        dom::put(&place, &[node]);
    };
    let resized = window_event_listener(leptos::ev::resize, move |_| draw());
    on_cleanup(move || resized.remove());
    let mut before = None;
    effect(move || {
        place.track();
        draw();
        let now = edition.get();
        if let Some(before) = before.filter(|before| *before != now) {
            mark(atlas, before, false);
        }
        mark(atlas, now, true);
        before = Some(now);
    });

    let pointed = RwSignal::new(None::<EditionId>);
    let point = move |event: &web_sys::Event| pointed.set(edition_of(atlas, event));
    let choose = move |event: &web_sys::Event| {
        if let Some(edition) = edition_of(atlas, event) {
            nav.step(View::Country(CountryView { code, year: year_of(atlas, edition) }));
        }
    };
    let on_key = move |event: KeyboardEvent| {
        let Some(at) = edition_of(atlas, &event).map(EditionId::index) else { return };
        let to = match event.key().as_str() {
            "ArrowLeft" => at.checked_sub(1),
            "ArrowRight" => Some(at + 1),
            "Home" => Some(0),
            "End" => Some(atlas.latest().index()),
            "Enter" | " " => {
                choose(&event);
                Some(at)
            }
            _ => return,
        };
        event.prevent_default();
        if let Some(edition) = to.and_then(|to| atlas.editions().get(to)) {
            dom::focus(&format!("point-{}", edition.year));
        }
    };
    effect(move || {
        let edition = pointed.get().unwrap_or_else(|| edition.get());
        text_of("readout", &said::point_name(atlas, country, edition));
    });
    view! {
        <figure class="measure timeline">
            <figcaption>
                <h2>"Every edition"</h2>
                <p class="readout" id="readout" aria-hidden="true"></p>
            </figcaption>
            <div
                class="timeline-place"
                node_ref=place
                on:click=move |event| choose(&event)
                on:keydown=on_key
                on:pointerover=move |event| point(&event)
                on:pointerleave=move |_| pointed.set(None)
                on:focusin=move |event| point(&event)
                on:focusout=move |_| pointed.set(None)
            ></div>
            <p class="history">
                <span class="history-label">"In words: "</span>
                {sentence::history(atlas, country)}
            </p>
        </figure>
    }
}

/// The edition of the point that an event is about.
fn edition_of(atlas: &Atlas, event: &web_sys::Event) -> Option<EditionId> {
    let year = closest(event, "[data-year]")?.get_attribute("data-year")?;
    atlas.edition_of(year.parse().ok()?)
}

/// Marks an edition as the one on show, in the timeline and in the list, or takes the mark away.
fn mark(atlas: &Atlas, edition: EditionId, now: bool) {
    let year = atlas.year(edition);
    if let Some(point) = document().get_element_by_id(&format!("point-{year}")) {
        dom::set(&point, "class", if now { "point now" } else { "point" });
        dom::set(&point, "aria-pressed", if now { "true" } else { "false" });
        dom::set(&point, "tabindex", if now { "0" } else { "-1" });
    }
}
