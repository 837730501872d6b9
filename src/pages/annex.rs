//! Every page but the map: drawn by the annex.

use dom::language::words;
use leptos::prelude::*;
use page::{State, What, waiting};
use words::say;

use crate::annex;
use crate::nav::use_nav;
use crate::parts::asks_again;
use crate::reactive::{effect, fill};

/// The parts of the annex’s place. Constants, because `view!` makes HTML text of an element all of whose attributes are
/// literals, and the page’s policy (Trusted Types) has browsers refuse that.
const WAIT: &str = "annex-wait";
const WIDTH: &str = "annex-width";
const SAID: &str = "annex-said";
const PAGES: &str = "annex-pages";

/// The place of these pages. Has the annex look at the view on show, now and when it changes.
#[component]
pub fn AnnexPage() -> impl IntoView {
    let nav = use_nav();
    let state = RwSignal::new(State::Loading);
    fill(WAIT, move || waiting(words(), &state.get(), What::PAGE));
    effect(move || annex::show("annex", &nav.view()));
    let load = move || {
        state.set(State::Loading);
        annex::load(move |came| {
            if came {
                state.try_set(State::Ready);
            } else {
                state.try_set(State::Failed(say!(words(), WAITING_PART)));
                // Not where the reader has gone on to the map meanwhile.
                if dom::by_id("annex").is_some() {
                    dom::state::failed();
                }
            }
        });
    };
    load();
    let again = move |event: leptos::ev::MouseEvent| {
        if asks_again(&event) {
            load();
        }
    };
    view! {
        <div class="measure" id=WAIT on:click=again></div>
        <div id="annex">
            // How wide a chart may be.
            <div class="measure">
                <div id=WIDTH></div>
            </div>
            <p class="unseen" role="status" id=SAID></p>
            <div id=PAGES></div>
        </div>
    }
}
