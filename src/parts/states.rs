//! What stands in a page while a file is on its way, and when it cannot be had.

use leptos::prelude::*;

/// Something is on its way.
#[component]
pub fn Loading(
    /// What: "the atlas".
    what: &'static str,
) -> impl IntoView {
    view! { <p class="loading" role="status">{format!("Loading {what} …")}</p> }
}

/// Something could not be had: what, why, and a way on.
#[component]
pub fn Failure(
    /// What: "The atlas".
    what: &'static str,
    /// Why, as a sentence.
    reason: String,
    /// Tries again.
    retry: Callback<()>,
) -> impl IntoView {
    view! {
        <div class="failure" role="alert">
            <p><strong>{format!("{what} could not be loaded.")}</strong> {format!(" {reason}")}</p>
            <button type="button" on:click=move |_| retry.run(())>"Try again"</button>
        </div>
    }
}
