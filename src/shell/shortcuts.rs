//! The list of what the keys do, which `?` opens.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::reactive::fill;
use dom::closest;
use dom::language::words;
use words::say;

/// What is in the dialog.
const LIST: &str = "shortcuts-list";

/// The list as a dialog of the browser's own, and the button that opens it.
#[component]
pub fn Shortcuts() -> impl IntoView {
    fill(LIST, || page::shell::shortcuts(words()));
    let key = window_event_listener(ev::keydown, move |event| {
        let typing = closest(&event, "input, textarea, select").is_some();
        if event.key() == "?" && !typing && !event.ctrl_key() && !event.meta_key() {
            open();
        }
    });
    on_cleanup(move || key.remove());
    let press = move |event: ev::MouseEvent| {
        if closest(&event, "button").is_some()
            && let Some(dialog) = dialog()
        {
            dialog.close();
        }
    };
    view! {
        <button type="button" class="quiet" on:click=move |_| open()>
            {say!(words(), KEYS_TITLE)}
        </button>
        <dialog id="shortcuts" aria-labelledby="shortcuts-title">
            <div id=LIST on:click=press></div>
        </dialog>
    }
}

fn dialog() -> Option<web_sys::HtmlDialogElement> {
    dom::by_id("shortcuts")?.dyn_into().ok()
}

fn open() {
    if let Some(dialog) = dialog().filter(|dialog| !dialog.open())
        && dialog.show_modal().is_err()
    {
        dom::log("the list of keys could not be opened");
    }
}
