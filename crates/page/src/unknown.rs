//! Addresses that are no page, and codes that are no country: what was asked, and a way on.

use tip::Code;
use tip::permalink::View;

use crate::parts::link;
use crate::{Page, el};

/// The page for an address that is none.
pub fn page(path: &str) -> Page {
    lost("No such page", "There is no such page".to_owned(), format!("The atlas has nothing at {path}."))
}

/// The page for a code that the report has never placed.
pub fn country(code: Code) -> Page {
    lost(
        "No such country",
        format!("The report has never placed a country with the code {code}"),
        "Codes are those of ISO 3166-1, with XKX for Kosovo.".to_owned(),
    )
}

fn lost(title: &str, heading: String, why: String) -> Page {
    let said = format!("{heading}. {why}");
    let article = el("article").class("measure plain").with(el("h1").with(heading)).with(
        el("p")
            .with(why)
            .with(" Type a country’s name in the search field above, or go to the ")
            .with(link(View::default(), "map of the newest edition"))
            .with("."),
    );
    Page { title: title.to_owned(), said, nodes: vec![article.into()] }
}
