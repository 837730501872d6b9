//! What can be taken along of the map's page besides its link.

use dom::Nodes;
use leptos::prelude::*;
use page::Setting;

use crate::nav::use_nav;
use crate::part::{Open, part};
use crate::parts::site;
use crate::reactive::effect;
use crate::store::use_store;

part!(tools: Open = Open::of(|| view! { <Menu /> }.into_any()));

#[component]
fn Menu() -> impl IntoView {
    let nav = use_nav();
    let atlas = use_store().atlas().ok()?;
    let menu = Nodes::new(move || {
        let setting = Setting { site: site(), lang: dom::language::asked(), ..Setting::default() };
        page::share::more(atlas, &nav.rested(), &setting).attr("open", "")
    });
    // It takes the place of the button that had the focus.
    let mut first = true;
    effect(move || {
        nav.rested();
        super::reset();
        if std::mem::take(&mut first)
            && let Some(menu) = dom::by_id("take")
        {
            dom::focus_on_first(&menu, "summary");
        }
    });
    Some(menu)
}
