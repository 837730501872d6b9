//! What stands around every page.

use tip::permalink::{ChangesView, CompareView, SearchView, TrendsView, View};

use words::{Lang, Words, say, text};

use crate::{Node, el};

/// The ways to the pages, the one on show marked.
pub fn pages(words: &Words, shown: &View) -> Vec<Node> {
    let pages = [
        ("map", text::SHELL_MAP, View::default()),
        ("changes", text::SHELL_CHANGES, View::Changes(ChangesView::default())),
        ("trends", text::SHELL_TRENDS, View::Trends(TrendsView::default())),
        ("compare", text::SHELL_COMPARE, View::Compare(CompareView::default())),
        ("search", text::SHELL_SEARCH, View::Search(SearchView::default())),
        ("about", text::SHELL_ABOUT, View::About),
    ];
    pages
        .into_iter()
        .map(|(id, name, to)| {
            let here = std::mem::discriminant(&to) == std::mem::discriminant(shown);
            let link = el("a").attr("id", format!("to-{id}")).to(to).with(words.text(&name));
            el("li").with(if here { link.attr("aria-current", "page") } else { link }).into()
        })
        .collect()
}

/// What the keys do, for the list that `?` opens.
pub fn shortcuts(words: &Words) -> Vec<Node> {
    let own = |key: &str| key.to_owned();
    let keys = [
        (own("?"), text::KEYS_LIST),
        (own("Tab"), text::KEYS_TAB),
        (own("← → ↑ ↓"), text::KEYS_ARROWS),
        (words.text(&text::KEYS_HOME), text::KEYS_HOME_DOES),
        (words.text(&text::KEYS_LETTERS), text::KEYS_LETTERS_DOES),
        (own("Enter"), text::KEYS_ENTER),
        (own("+ − 0"), text::KEYS_ZOOM),
        (own("Esc"), text::KEYS_ESCAPE),
    ];
    let rows = keys.map(|(key, does)| {
        el("div").with(el("dt").with(el("kbd").with(key))).with(el("dd").with(words.text(&does)))
    });
    vec![
        el("h2").attr("id", "shortcuts-title").with(say!(words, KEYS_TITLE)).into(),
        el("dl").all(rows).into(),
        el("button").attr("type", "button").with(say!(words, KEYS_CLOSE)).into(),
    ]
}

/// The languages, the one on show marked; each is a link to the same view in it, `address` being the view's own.
/// Another language is another document, so these are the browser's to follow.
pub fn languages(words: &Words, address: impl Fn(Lang) -> String) -> Vec<Node> {
    let items = Lang::ALL.into_iter().map(|lang| {
        let link = el("a")
            .attr("href", address(lang))
            .attr("rel", "external")
            .attr("lang", lang.tag())
            .attr("hreflang", lang.tag())
            .with(lang.name());
        el("li").with(if lang == words.lang() { link.attr("aria-current", "true") } else { link })
    });
    vec![el("ul").all(items).into()]
}
