//! Links: within the atlas, always from a typed view; and out of it.

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use tip::permalink::View;
use tip::{Atlas, CountryId};

use crate::nav::use_nav;

/// A link to a view. A plain click stays in the app; with a modifier the browser does what it does.
#[component]
pub fn Link(
    /// Where it leads.
    #[prop(into)]
    to: Signal<View>,
    /// Its class.
    #[prop(optional, into)]
    class: String,
    /// Marks it as the page on show.
    #[prop(optional, into)]
    current: Signal<bool>,
    children: Children,
) -> impl IntoView {
    let nav = use_nav();
    let follow = move |event: MouseEvent| {
        let modified = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
        if event.button() == 0 && !modified && !event.default_prevented() {
            event.prevent_default();
            nav.go(to.get_untracked());
        }
    };
    view! {
        <a
            href=move || nav.href(&to.get())
            class=class
            aria-current=move || current.get().then_some("page")
            on:click=follow
        >
            {children()}
        </a>
    }
}

/// A link to a country's page, in the newest edition or in the one on show.
#[component]
pub fn CountryLink(
    /// The atlas.
    atlas: &'static Atlas,
    /// The country.
    country: CountryId,
    /// The year to show it in, where that is not the newest.
    #[prop(optional)]
    year: Option<u16>,
) -> impl IntoView {
    let country = atlas.country(country);
    let to = View::Country(tip::permalink::CountryView { code: country.code, year });
    view! { <Link to>{country.name.clone()}</Link> }
}

/// A link out of the atlas.
#[component]
pub fn Outward(
    /// Its address.
    href: String,
    children: Children,
) -> impl IntoView {
    view! {
        <a href=href rel="external noopener noreferrer" class="outward">
            {children()}
        </a>
    }
}
