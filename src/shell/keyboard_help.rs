//! The list of what the keys do, which `?` opens.

use dom::language::words;
use dom::{Nodes, closest};
use leptos::ev;
use leptos::prelude::*;
use page::shell::{self, keyboard_help};
use page::{LoadMessages, el};
use wasm_bindgen::JsCast;

use crate::part::{Name, Open, Shown, part};
use crate::reactive::effect;

/// The dialog's id.
const DIALOG: &str = "shortcuts";

/// The button that opens the list; the list is fetched when it is first asked for.
#[component]
pub fn KeyboardHelp() -> impl IntoView {
    let asked = StoredValue::new(false);
    let owner = Owner::current();
    let open = move || {
        if asked.get_value() {
            return show();
        }
        let place = dom::by_id(shell::DIALOG).zip(owner.clone());
        if let Some((place, owner)) = place {
            asked.set_value(true);
            let list = || view! { <Shown name=Name::Keys messages=LoadMessages::KEYS /> };
            owner.with(|| leptos::mount::mount_to(place.unchecked_into(), list)).forget();
        }
    };
    let by_key = open.clone();
    let key = window_event_listener(ev::keydown, move |event| {
        let typing = closest(&event, "input, textarea, select").is_some();
        if event.key() == "?" && !typing && !dom::composes(&event) && !event.ctrl_key() && !event.meta_key() {
            by_key();
        }
    });
    on_cleanup(move || key.remove());
    let press = move |event: &web_sys::Event| {
        if closest(event, "[data-opens]").is_some() {
            open();
        }
    };
    Nodes::new(|| keyboard_help(words())).on("click", press)
}

/// Shows the dialog, if it is loaded.
fn show() {
    let dialog = dom::by_id(DIALOG).and_then(|dialog| dialog.dyn_into::<web_sys::HtmlDialogElement>().ok());
    if let Some(dialog) = dialog.filter(|dialog| !dialog.open())
        && dialog.show_modal().is_err()
    {
        dom::log("the list of keys could not be opened");
    }
}

part!(tools: Open = Open::of(|| view! { <Dialog /> }.into_any()));

/// The list, as a dialog of the browser's own; opens as soon as it is in the page.
#[component]
fn Dialog() -> impl IntoView {
    effect(show);
    let tree = || {
        let list = el("div").all(shell::shortcuts(words()));
        el("dialog").attr("id", DIALOG).attr("aria-labelledby", "shortcuts-title").with(list)
    };
    let press = |event: &web_sys::Event| {
        let dialog = closest(event, "button").and_then(|button| button.closest("dialog").ok().flatten());
        if let Some(dialog) = dialog.and_then(|dialog| dialog.dyn_into::<web_sys::HtmlDialogElement>().ok()) {
            dialog.close();
        }
    };
    Nodes::new(tree).on("click", press)
}
