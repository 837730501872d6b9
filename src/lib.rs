//! Tier Atlas in the browser: what needs Leptos or the DOM, one folder a page.
//!
//! Data flows one way: [`store`] fetches and checks files, pages read [`store::Store`] and the view that
//! [`nav`] holds, and what a reader does becomes a new view. What is said and drawn is decided in the crates
//! `tip` and `chart`; here it is put into nodes.

mod about;
mod app;
pub mod boot;
mod country;
mod map_page;
pub mod nav;
pub mod parts;
mod shell;
pub mod store;

pub use app::App;

/// Mounts the app into the page's `#app`, in place of what stands there while it loads.
pub fn start() {
    boot::catch_panics();
    let document = leptos::prelude::document();
    match document.get_element_by_id("app") {
        Some(element) => {
            use wasm_bindgen::JsCast;
            element.set_text_content(None);
            leptos::mount::mount_to(element.unchecked_into(), App).forget();
        }
        None => boot::failed("The page has no place for the atlas (#app). Please load it again."),
    }
}
