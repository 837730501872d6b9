//! The pages that the first view does not need: fetched when the first of them is opened, and drawn by the
//! crate `annex`, which knows this app by `#annex` and two events alone.

use leptos::html::Div;
use leptos::prelude::*;
use page::{State, waiting};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use crate::boot;
use crate::nav::use_nav;
use crate::parts::asks_again;
use crate::reactive::{effect, fill};

/// The place of these pages. Asks the annex for the view on show, now and when it changes.
#[component]
pub fn AnnexPage() -> impl IntoView {
    let nav = use_nav();
    let state = RwSignal::new(State::Loading);
    let place = NodeRef::<Div>::new();
    fill(place, move || waiting(&state.get(), "the page"));
    effect(move || {
        dom::set_of("annex", "data-address", Some(&nav.view().to_string()));
        dom::tell("annex-view");
    });
    let load = move || {
        state.set(State::Loading);
        fetch(move |loaded| match loaded {
            true => state.set(State::Ready),
            false => {
                state.set(State::Failed("A part of the atlas did not arrive.".to_owned()));
                boot::failed_part();
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
        <div class="measure" node_ref=place on:click=again></div>
        <div id="annex">
            // How wide a chart may be.
            <div class="measure"><div id="annex-width"></div></div>
            <p class="unseen" role="status" id="annex-said"></p>
            <div id="annex-pages"></div>
        </div>
    }
}

/// Fetches the annex, once, by a script element: its address stands in the page, where the build put it.
fn fetch(done: impl Fn(bool) + Clone + 'static) {
    let document = document();
    let Some(url) = document.document_element().and_then(|root| root.get_attribute("data-annex")) else {
        done(false);
        return;
    };
    if dom::by_id("annex-script").is_some() {
        done(true);
        return;
    }
    let added = document.create_element("script").and_then(|script| {
        script.set_attribute("type", "module")?;
        script.set_attribute("id", "annex-script")?;
        script.set_attribute("src", &dom::address::file(&url))?;
        for (event, loaded) in [("load", true), ("error", false)] {
            let (done, node) = (done.clone(), script.clone());
            let listener = Closure::<dyn Fn()>::new(move || {
                if !loaded {
                    // Tried again, it is fetched again.
                    node.remove();
                }
                done(loaded);
            });
            script.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref())?;
            listener.forget();
        }
        document.body().ok_or(wasm_bindgen::JsValue::NULL)?.append_child(&script)
    });
    if added.is_err() {
        done(false);
    }
}
