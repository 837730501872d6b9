//! Tier Atlas in the browser: what answers to the reader, one folder a page.
//!
//! Data flows one way: [`store`] fetches and checks files; pages read it and the view that [`nav`] holds; what
//! a reader does becomes a new view. What pages say is made in the crates `tip`, `chart` and `page`; `dom`
//! puts it into the page. Each page is a part of the program, fetched when it is first needed (`part`).

mod app;
pub mod nav;
mod pages;
mod part;
mod parts;
mod reactive;
mod shell;
mod still;
pub mod store;

pub use app::App;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Mounts the app into the page's `#app`. What stands in the file is beside it, until the app can be used.
pub fn start() {
    dom::state::catch_panics();
    match document().get_element_by_id("app") {
        Some(element) => wasm_bindgen_futures::spawn_local(async move {
            // The page speaks one language from its first word on.
            let spoken = dom::language::load().await;
            leptos::mount::mount_to(
                element.unchecked_into(),
                move || view! { <App spoken=spoken.is_ok() /> },
            )
            .forget();
        }),
        // The page is not ours, or half of it; boot.js tells the reader.
        None => wasm_bindgen::throw_str("the page has no #app"),
    }
}
