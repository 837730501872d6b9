//! Addresses that are no page, and codes that are no country: what was asked, and a way on.

use tip::Code;
use tip::permalink::View;

use words::{Words, say};

use crate::parts::{LINK, around, link};
use crate::{Page, el};

/// The page for an address that is none.
pub fn page(words: &Words, path: &str) -> Page {
    let why = say!(words, UNKNOWN_PAGE_WHY, path = path);
    lost(words, say!(words, UNKNOWN_PAGE), say!(words, UNKNOWN_PAGE_HEADING), why)
}

/// The page for a code that the report has never placed.
pub fn country(words: &Words, code: Code) -> Page {
    let heading = say!(words, UNKNOWN_COUNTRY_HEADING, code = code.as_str());
    lost(words, say!(words, UNKNOWN_COUNTRY), heading, say!(words, UNKNOWN_COUNTRY_WHY))
}

fn lost(words: &Words, title: String, heading: String, why: String) -> Page {
    let status = format!("{heading}. {why}");
    let way = say!(words, UNKNOWN_WAY, link = LINK);
    let map = link(View::default(), say!(words, UNKNOWN_MAP));
    let article = el("article")
        .class("measure plain")
        .with(el("h1").with(heading))
        .with(el("p").with(format!("{why} ")).all(around(&way, map)));
    Page { title, status, nodes: vec![article.into()], text: None }
}
