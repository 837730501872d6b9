//! Tier Atlas in the browser: what answers to the reader, one folder a page.
//!
//! Data flows one way: [`store`] fetches and checks files; pages read it and the view that [`nav`] holds; what
//! a reader does becomes a new view. What pages say is made in the crates `tip`, `chart` and `page`; `dom`
//! puts it into the page. Each page is a part of the program, fetched when it is first needed (`part`).

mod app;
mod clarify;
mod file;
mod inline_world;
pub mod nav;
mod pages;
mod part;
mod parts;
mod reactive;
mod registry;
mod shell;
pub mod store;

pub use app::App;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::part::Parts;
use crate::store::Store;

/// Starts the app in the page's `#app`. Adopts the page in the file, if it is the view's
/// page; else makes its own.
pub fn start() {
    dom::state::catch_panics();
    let Some(place) = dom::by_id("app") else {
        // The page is not ours, or is incomplete; boot.js shows a message.
        wasm_bindgen::throw_str("the page has no #app");
    };
    // A copy of the page elsewhere stays as it is (boot.js).
    if dom::state::is_copy() {
        return;
    }
    // `mount_to` does so too; but files are fetched before. What is there already stays.
    let _ = any_spawner::Executor::init_wasm_bindgen();
    wasm_bindgen_futures::spawn_local(async move {
        // The page speaks one language from its first word on.
        let spoken = dom::words_file::load().await.is_ok();
        // What lives as long as the browser's page.
        let owner = Owner::new();
        owner.set();
        let store = Store::start();
        provide_context(store);
        let parts = Parts::start(registry::fetch);
        provide_context(parts);
        let notice = clarify::canonical(store).await;
        // The file does not say that something was left out.
        match file::view().filter(|_| notice.is_none() && place.child_element_count() > 0) {
            Some(view) if file::arrived(&view, store, parts).await => {
                let mount = place.clone().unchecked_into();
                let app = move || view! { <App spoken file=view.clone() /> };
                dom::adopt(&place, || leptos::mount::mount_to(mount, app).forget());
            }
            _ => {
                file::load(&dom::address::current(), store, parts).await;
                dom::state::own();
                place.replace_children_with_node_0();
                leptos::mount::mount_to(place.unchecked_into(), move || view! { <App spoken notice /> })
                    .forget();
            }
        }
        // It ends with the page.
        std::mem::forget(owner);
    });
}
