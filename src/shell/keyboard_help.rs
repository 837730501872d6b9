//! The list of what the keys do, which `?` opens.

use dom::closest;
use dom::language::words;
use leptos::ev;
use leptos::prelude::*;
use page::{What, el};
use wasm_bindgen::JsCast;
use words::say;

use crate::part::{Name, Open, Shown, part};

/// The dialog's id.
const DIALOG: &str = "shortcuts";

/// The button that opens the list; the list is fetched when it is first asked for.
#[component]
pub fn KeyboardHelp() -> impl IntoView {
    let asked = RwSignal::new(false);
    let open = move || {
        if asked.get_untracked() {
            show();
        }
        asked.set(true);
    };
    let key = window_event_listener(ev::keydown, move |event| {
        let typing = closest(&event, "input, textarea, select").is_some();
        if event.key() == "?" && !typing && !event.ctrl_key() && !event.meta_key() {
            open();
        }
    });
    on_cleanup(move || key.remove());
    let dialog = move || {
        let asked = asked.get();
        asked.then(|| view! { <Shown name=Name::Keys what=What::KEYS /> })
    };
    view! {
        <button type="button" class="quiet" on:click=move |_| open()>
            {say!(words(), KEYS_TITLE)}
        </button>
        {dialog}
    }
}

/// Shows the dialog, where it is here.
fn show() {
    let dialog = dom::by_id(DIALOG).and_then(|dialog| dialog.dyn_into::<web_sys::HtmlDialogElement>().ok());
    if let Some(dialog) = dialog.filter(|dialog| !dialog.open())
        && dialog.show_modal().is_err()
    {
        dom::log("the list of keys could not be opened");
    }
}

part!(tools: Open = || view! { <Dialog /> }.into_any());

/// The list, as a dialog of the browser's own; opens as soon as it is in the page.
#[component]
fn Dialog() -> impl IntoView {
    let press = move |event: ev::MouseEvent| {
        if let Some(dialog) =
            closest(&event, "button").and_then(|button| button.closest("dialog").ok().flatten())
            && let Some(dialog) = dialog.dyn_ref::<web_sys::HtmlDialogElement>()
        {
            dialog.close();
        }
    };
    crate::reactive::effect(show);
    let list = dom::Nodes::new(|| el("div").all(page::shell::shortcuts(words())));
    view! {
        <dialog id=DIALOG aria-labelledby="shortcuts-title" on:click=press>
            {list}
        </dialog>
    }
}
