//! The annex: the pages of the atlas that the first view does not need. The app fetches it when the first of
//! them is opened.
//!
//! Each of these pages is a function of the view, the files it reads and the width of the window: it is made
//! as nodes by the crate `page`, and what stands in the browser is changed into it. What a reader does there
//! becomes a new view; the app shows it, and asks the annex again.
//!
//! The app and the annex know each other by the page alone: the app keeps an element `#annex` with the view's
//! address in `data-address` and sends `annex-view` to the document; the annex answers with `annex-go`, whose
//! detail is the address that a reader chose.

mod door;
mod files;
mod hands;
mod picker;
mod pins;
mod room;
mod rove;
mod seek;
mod share;

fn main() {
    dom::state::catch_panics();
    wasm_bindgen_futures::spawn_local(async {
        // That its words did not arrive, the app has said already.
        if let Err(reason) = dom::language::load().await {
            dom::log(&reason);
        }
        files::on_arrival(room::show);
        hands::listen();
        door::here();
        room::show();
    });
}
