//! `/country/KOR`: one country through all editions.

use leptos::ev::KeyboardEvent;
use leptos::html::{Div, Nav as NavElement, Section};
use leptos::prelude::*;
use page::{Node, country as said, el};
use tip::permalink::{self, CountryView, View, year_of};
use tip::{Atlas, CountryId, EditionId, sentence};

use crate::dom::{self, closest, fill, flag, text, title};
use crate::nav::use_nav;
use crate::parts::{CopyLink, Failure, Loading};
use crate::shell::LiveRegion;
use crate::store::{Remote, use_store};

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
    let year = Memo::new(move |before: Option<&Option<u16>>| match nav.view() {
        View::Country(view) if view.code == about.code => view.year,
        // On the way to another page this one keeps what it shows.
        _ => before.copied().flatten(),
    });
    let edition = Memo::new(move |_| permalink::edition(atlas, year.get()));
    let dossier = RwSignal::new(Remote::Loading);
    store.load_dossier(about.code, dossier);
    tell(atlas, country, edition);

    let (beside, name, standing) =
        (NodeRef::<NavElement>::new(), NodeRef::<Div>::new(), NodeRef::<Div>::new());
    let (neighbours, editions) = (NodeRef::<Section>::new(), NodeRef::<Div>::new());
    fill(beside, move || said::beside(atlas, country));
    fill(name, move || said::name(atlas, country));
    fill(standing, move || {
        let mut nodes = said::standing(atlas, country, edition.get());
        if let Some(notice) = permalink::notice(atlas, year.get()) {
            nodes.push(el("p").class("notice").attr("role", "status").with(notice).into());
        }
        nodes
    });
    fill(neighbours, move || said::neighbours(atlas, country, edition.get()));
    fill(editions, move || {
        let edition = edition.get();
        dossier.with(|dossier| match dossier {
            Remote::Loading => Vec::new(),
            Remote::Failed(_) => vec![said::editions(atlas, country, edition, None).into()],
            Remote::Ready(dossier) => vec![said::editions(atlas, country, edition, Some(dossier)).into()],
        })
    });
    let retry = Callback::new(move |()| store.load_dossier(about.code, dossier));
    let state = move || {
        dossier.with(|dossier| match dossier {
            Remote::Loading => Some(view! { <Loading what="findings and sources" /> }.into_any()),
            Remote::Failed(reason) => Some(
                view! { <Failure what="What the editions found" reason=reason.clone() retry /> }.into_any(),
            ),
            Remote::Ready(_) => None,
        })
    };
    let newest = move |_| nav.go(View::country(about.code));
    view! {
        <article class="country-page">
            <nav class="measure beside" aria-label="Countries by name" node_ref=beside></nav>
            <header class="measure headline">
                <div node_ref=name></div>
                <div class="standing" node_ref=standing></div>
                <div class="share">
                    <CopyLink atlas />
                    <button
                        type="button"
                        class="quiet"
                        hidden=flag(move || edition.get() == atlas.latest())
                        on:click=newest
                    >
                        {format!("Back to the {} edition", atlas.year(atlas.latest()))}
                    </button>
                </div>
            </header>
            <Timeline atlas country edition />
            <section class="measure neighbours" node_ref=neighbours></section>
            <section class="measure editions">
                <h2>"Edition by edition"</h2>
                <p class="explained">
                    "Summaries are in our own words. Quotations are the report’s, and stand only where we have them word for word."
                </p>
                {state}
                <div node_ref=editions></div>
            </section>
        </article>
    }
}

/// Says what is on show: in the title, and to screen readers when the edition changes.
fn tell(atlas: &'static Atlas, country: CountryId, edition: Memo<EditionId>) {
    let live = LiveRegion::get();
    Effect::new(move |before: Option<EditionId>| {
        let edition = edition.get();
        let (year, cell) = (atlas.year(edition), atlas.cell(country, edition));
        title(&format!("{}: {}, {year}", atlas.country(country).name, cell.name()));
        if before.is_some_and(|before| before != edition) {
            live.say(&format!("{year} edition. {}", sentence::statement(atlas, country, edition).text()));
        }
        edition
    });
}

/// The timeline, what it says of the edition pointed at, and the history in words.
#[component]
fn Timeline(atlas: &'static Atlas, country: CountryId, edition: Memo<EditionId>) -> impl IntoView {
    let nav = use_nav();
    let code = atlas.country(country).code;
    let place = NodeRef::<Div>::new();
    let width = RwSignal::new(None::<u32>);
    let measure = move || {
        if let Some(place) = place.try_get_untracked().flatten() {
            let wide = place.client_width().clamp(*WIDTHS.start(), *WIDTHS.end());
            let wide = u32::try_from(wide).ok();
            if width.get_untracked() != wide {
                width.set(wide);
            }
        }
    };
    Effect::new(move |_| {
        place.track();
        measure();
    });
    let resized = window_event_listener(leptos::ev::resize, move |_| measure());
    on_cleanup(move || resized.remove());
    fill(place, move || {
        let Some(width) = width.get() else { return Vec::new() };
        // Drawn once a width; the edition on show is marked below, so that the focus stays where it is.
        let node: Node = match said::timeline(atlas, country, edition.get_untracked(), width) {
            Ok(chart) => chart.into(),
            // The history in words, below, says the same.
            Err(error) => el("p").class("remark").with(error.to_string()).into(),
        };
        vec![node]
    });
    Effect::new(move |before: Option<EditionId>| {
        let now = edition.get();
        if let Some(before) = before.filter(|before| *before != now) {
            mark(atlas, before, false);
        }
        mark(atlas, now, true);
        now
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
    let readout =
        text(move || said::point_name(atlas, country, pointed.get().unwrap_or_else(|| edition.get())));
    view! {
        <figure class="measure timeline">
            <figcaption>
                <h2>"Every edition"</h2>
                <p class="readout" aria-hidden="true">{readout}</p>
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
