//! Addresses that are no page, and codes that are no country: what was asked, and a way on.

use tip::Code;
use tip::permalink::{SearchQuery, SearchView, View};

use words::{Words, say};

use crate::parts::{LINK, around, link};
use crate::{Page, el};

/// The page for an address that is none.
pub fn page(words: &Words, path: &str) -> Page {
    let why = say!(words, UNKNOWN_PAGE_WHY, path = path);
    // What was asked for may be a name that is spelled otherwise.
    let last = path.rsplit('/').next().unwrap_or_default().replace(['-', '_'], " ");
    let sought = SearchQuery::new(&last);
    lost(words, say!(words, UNKNOWN_PAGE), say!(words, UNKNOWN_PAGE_HEADING), why, &sought)
}

/// The page for a code that the report has never placed.
pub fn country(words: &Words, code: Code) -> Page {
    let heading = say!(words, UNKNOWN_COUNTRY_HEADING, code = code.as_str());
    let why = say!(words, UNKNOWN_COUNTRY_WHY);
    lost(words, say!(words, UNKNOWN_COUNTRY), heading, why, &SearchQuery::default())
}

fn lost(words: &Words, title: String, heading: String, why: String, sought: &SearchQuery) -> Page {
    let status = format!("{heading}. {why}");
    let way = say!(words, UNKNOWN_WAY, link = LINK);
    let map = link(View::default(), say!(words, UNKNOWN_MAP));
    let search = (!sought.is_empty()).then(|| {
        let to = View::Search(SearchView { sought: sought.clone(), ..SearchView::default() });
        el("p").with(link(to, say!(words, UNKNOWN_SEARCH, sought = sought.text())))
    });
    let article = el("article")
        .class("measure plain")
        .with(el("h1").with(heading))
        .with(el("p").with(format!("{why} ")).all(around(&way, map)))
        .maybe(search);
    Page { title, status, nodes: vec![article.into()], text: None }
}
