//! `/country/KOR`: one country, from 2001 on.

mod beside;
mod chart;
mod editions;
mod record;

use leptos::prelude::*;
use tip::permalink::{self, CountryView, View};
use tip::{Atlas, Code, CountryId, Dossier, EditionId, sentence};

use crate::nav::use_nav;
use crate::parts::{CopyLink, Link, TierChip, title};
use crate::shell::LiveRegion;
use crate::store::{Remote, use_store};

use beside::{Beside, Neighbours};
use chart::TimelineFigure;
use editions::Editions;

/// What every part of the page reads.
#[derive(Clone, Copy)]
struct Shown {
    atlas: &'static Atlas,
    country: CountryId,
    edition: Memo<EditionId>,
    dossier: RwSignal<Remote<Dossier>>,
}

/// The page of a country.
#[component]
pub fn CountryPage(
    /// The atlas.
    atlas: &'static Atlas,
    /// The code asked for; the atlas may not have it.
    code: Code,
) -> impl IntoView {
    match atlas.find(code) {
        Some(country) => view! { <Known atlas country=country.id /> }.into_any(),
        None => view! { <Unknown code /> }.into_any(),
    }
}

#[component]
fn Unknown(code: Code) -> impl IntoView {
    title("No such country");
    view! {
        <article class="measure plain">
            <h1>{format!("The report has never placed a country with the code {code}")}</h1>
            <p>
                "Codes are those of ISO 3166-1, with XKX for Kosovo. Type the country’s name in the search field above, or go to the "
                <Link to=View::default()>"map of the newest edition"</Link> "."
            </p>
        </article>
    }
}

#[component]
fn Known(atlas: &'static Atlas, country: CountryId) -> impl IntoView {
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
    let shown = Shown { atlas, country, edition, dossier };
    let statement = Memo::new(move |_| sentence::statement(atlas, country, edition.get()));
    let live = LiveRegion::get();
    Effect::new(move |before: Option<EditionId>| {
        let edition = edition.get();
        let cell = atlas.cell(country, edition);
        title(&format!("{}: {}, {}", about.name, cell.name(), atlas.year(edition)));
        if before.is_some_and(|before| before != edition) {
            live.say(&format!("{} edition. {}", atlas.year(edition), statement.get_untracked().text()));
        }
        edition
    });
    let newest = move |_| nav.go(View::Country(CountryView { code: about.code, year: None }));
    view! {
        <article class="country-page">
            <Beside atlas country />
            <header class="measure headline">
                <p class="kicker">{about.region.name()}</p>
                <h1>{about.name.clone()}</h1>
                {about.report_name.clone().map(|name| view! { <p class="also-named">"In the report: " {name}</p> })}
                <div class="standing">
                    {move || {
                        let edition = edition.get();
                        let unsourced = atlas.is_unsourced(country, edition);
                        view! {
                            <p class="standing-tier" data-iso3=about.code.to_string() data-tier=atlas.cell(country, edition).code()>
                                <TierChip cell=atlas.cell(country, edition) unsourced />
                                <span class="standing-year">{format!("{} edition", atlas.year(edition))}</span>
                            </p>
                        }
                    }}
                    <p class="statement">
                        {move || statement.get().lead} " "
                        {move || statement.get().background.map(|background| view! { <span class="background">{background}</span> })}
                    </p>
                </div>
                {move || permalink::notice(atlas, year.get()).map(|notice| view! { <p class="notice" role="status">{notice}</p> })}
                {(!about.note.is_empty()).then(|| view! { <p class="remark">{about.note.clone()} "."</p> })}
                <div class="share">
                    <CopyLink atlas />
                    <button type="button" class="quiet" hidden=move || edition.get() == atlas.latest() on:click=newest>
                        {format!("Back to the {} edition", atlas.year(atlas.latest()))}
                    </button>
                </div>
            </header>
            <TimelineFigure shown />
            <Neighbours shown />
            <Editions shown />
        </article>
    }
}
