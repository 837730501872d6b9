//! A field that finds a country. What it does is fetched when a reader first turns to it, and takes over the field.

use dom::Nodes;
use dom::language::words;
use leptos::prelude::*;
use leptos::task::spawn_local;
use page::search::combobox;
use page::{Node, el};
use tip::{Atlas, Code};
use wasm_bindgen::JsCast;
use words::{Message, say};

use super::country_combobox::CountryCombobox;
use crate::nav::{Nav, use_nav};
use crate::part::part;
use crate::store::use_store;

/// A field: where it is, what it is called, and what a choice does.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Its id, with which the ids of what belongs to it begin.
    pub id: &'static str,
    /// The id of the element that it is all of.
    pub place: &'static str,
    /// What it is called.
    pub label: Message,
    /// The placeholder.
    pub placeholder: Message,
    /// Whether Enter leads to all that fits, and what is no country's name can be looked for in findings and excerpts.
    pub in_words: bool,
    /// Takes the country that a reader chose.
    pub choose: fn(Nav, &'static Atlas, Code),
}

part!(tools: fn(Field) -> AnyView = whole);

/// The field with all that it does.
fn whole(field: Field) -> AnyView {
    let nav = use_nav();
    let Ok(atlas) = use_store().atlas() else { return ().into_any() };
    let Field { id, label, placeholder, in_words, choose, .. } = field;
    let (label, placeholder) = (words().text(&label), words().text(&placeholder));
    let choose = Box::new(move |code| choose(nav, atlas, code));
    view! { <CountryCombobox atlas field=id label placeholder choose in_words /> }.into_any()
}

/// Makes the field; the atlas has to be there.
pub fn country_field(field: Field) -> Nodes {
    let asked = StoredValue::new(false);
    let owner = Owner::current();
    let wake = move || {
        if asked.get_value() {
            return;
        }
        asked.set_value(true);
        let owner = owner.clone();
        spawn_local(async move {
            let late = |nodes: &[Node]| {
                if let Some(place) = dom::by_id(&format!("{}-none", field.id)) {
                    dom::put(&place, nodes);
                }
                dom::flag_of(&format!("{}-none", field.id), "hidden", nodes.is_empty());
            };
            match (part().await, dom::by_id(field.place).zip(owner)) {
                (Ok(whole), Some((place, owner))) => {
                    late(&[]);
                    let mount = place.clone().unchecked_into();
                    let whole = move || whole(field);
                    dom::adopt(&place, || owner.with(|| leptos::mount::mount_to(mount, whole)).forget());
                    dom::adopted();
                }
                _ => {
                    asked.set_value(false);
                    late(&[el("span").attr("role", "status").with(say!(words(), SHARE_LATE)).into()]);
                }
            }
        });
    };
    // What was typed before the app was here.
    if dom::adopting() && !dom::value(field.id).is_empty() {
        wake();
    }
    let turned_to = wake.clone();
    let make =
        move || combobox(words(), field.id, words().text(&field.label), words().text(&field.placeholder));
    Nodes::new(make).on("focusin", move |_| turned_to()).on("input", move |_| wake())
}
