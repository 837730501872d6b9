//! Addresses that are no page, and codes that are no country: what was asked, and a way on.

use leptos::html::Div;
use leptos::prelude::*;
use page::el;
use page::parts::link;
use tip::Code;
use tip::permalink::View;

use crate::reactive::fill;
use dom::title;

/// The page for an address that is none.
#[component]
pub fn UnknownPage(path: String) -> impl IntoView {
    title("No such page");
    lost("There is no such page".to_owned(), format!("The atlas has nothing at {path}."))
}

/// The page for a code that the report has never placed.
#[component]
pub fn UnknownCountry(code: Code) -> impl IntoView {
    title("No such country");
    lost(
        format!("The report has never placed a country with the code {code}"),
        "Codes are those of ISO 3166-1, with XKX for Kosovo.".to_owned(),
    )
}

fn lost(heading: String, why: String) -> impl IntoView {
    let place = NodeRef::<Div>::new();
    fill(place, move || {
        vec![
            el("h1").with(heading.clone()).into(),
            el("p")
                .with(why.clone())
                .with(" Type a country’s name in the search field above, or go to the ")
                .with(link(View::default(), "map of the newest edition"))
                .with(".")
                .into(),
        ]
    });
    view! { <article class="measure plain"><div node_ref=place></div></article> }
}
