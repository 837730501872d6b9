//! What the map's page offers to take along besides its link: made by the annex, when it is asked for.

use dom::language::words;
use leptos::prelude::*;
use words::say;

use crate::annex;
use crate::nav::use_nav;
use crate::reactive::effect;

/// The button, and in its place what the annex makes of it.
#[component]
pub fn TakeAlong() -> impl IntoView {
    let nav = use_nav();
    effect(move || annex::show("annex-share", &nav.rested()));
    let open = move |_| {
        dom::flag_of("take-failed", "hidden", true);
        dom::set_of("annex-share", "data-asked", Some(""));
        annex::load(move |came| match came {
            // The annex has its own place for it now.
            true => annex::show("annex-share", &nav.view_untracked()),
            false => dom::flag_of("take-failed", "hidden", false),
        });
    };
    view! {
        <div id="annex-share">
            <button type="button" on:click=open>
                {say!(words(), SHARE_MORE)}
            </button>
        </div>
        <p class="notice" role="status" id="take-failed" hidden>
            {say!(words(), SHARE_LATE)}
        </p>
    }
}
