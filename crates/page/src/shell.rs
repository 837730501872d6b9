//! The frame of every page: header, navigation and footer.

use tip::permalink::{
    ChangesView, CompareView, ConsequencesView, SearchView, TrendsView, View, WatchListView,
};

use words::{Lang, Words, say, text};

use crate::parts::link;
use crate::{Element, Node, el};

/// The ways to the pages, the one on show marked.
pub fn pages(words: &Words, shown: &View) -> Vec<Node> {
    let pages = [
        ("map", text::SHELL_MAP, View::default()),
        ("changes", text::SHELL_CHANGES, View::Changes(ChangesView::default())),
        ("watch-list", text::SHELL_WATCH_LIST, View::WatchList(WatchListView::default())),
        ("consequences", text::SHELL_CONSEQUENCES, View::Consequences(ConsequencesView::default())),
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

/// The ids of the places in the shell.
pub const FIND: &str = "find";
/// The page.
pub const MAIN: &str = "main";
/// The list of keys, and the button that opens it.
pub const KEYS: &str = "keys";

/// The frame of every page, with places for the search field, the page and the list of keys. `version` is that of the
/// data, once it is known; `said` is what screen readers are told; `address` is the view's own in a language.
pub fn shell(
    words: &Words,
    shown: &View,
    version: Option<&str>,
    live: &str,
    address: impl Fn(Lang) -> String,
) -> Element {
    // The browser's own way: it moves the focus.
    let skip =
        el("a").class("skip").attr("href", "#main").attr("rel", "external").with(say!(words, SHELL_SKIP));
    let masthead = el("header").class("masthead").with(
        el("div")
            .class("measure")
            .with(el("p").class("wordmark").with(link(View::default(), say!(words, SHELL_TITLE))))
            // The address of what is on the sheet, and the data version (boot.js).
            .with(el("p").class("on-paper").attr("id", "printed"))
            .with(
                el("nav")
                    .attr("aria-label", say!(words, SHELL_PAGES))
                    .with(el("ul").all(pages(words, shown))),
            )
            .with(el("div").class("search").attr("role", "search").attr("id", FIND)),
    );
    let version = version.map(|version| say!(words, SHELL_VERSION, version = version));
    let foot = el("footer").class("foot").with(
        el("div")
            .class("measure")
            .with(
                el("div")
                    .class("foot-words")
                    .with(
                        el("p")
                            .with(format!("{} ", say!(words, SHELL_WHAT)))
                            .with(link(View::About, say!(words, SHELL_SOURCES)))
                            .with("."),
                    )
                    .with(el("p").maybe(version)),
            )
            .with(
                el("nav")
                    .class("languages")
                    .attr("aria-label", say!(words, SHELL_LANGUAGE))
                    .all(languages(words, address)),
            )
            .with(el("div").attr("id", KEYS)),
    );
    let live =
        el("p").class("unseen").attr("role", "status").attr("aria-live", "polite").with(live.to_owned());
    el("div")
        .class("app")
        .with(skip)
        .with(masthead)
        .with(el("main").attr("id", MAIN).attr("tabindex", "-1"))
        .with(foot)
        .with(live)
}

/// The id of the place of the dialog with the list of keys.
pub const DIALOG: &str = "shortcuts-place";

/// The button that opens the list of keys, and the dialog's place.
pub fn keyboard_help(words: &Words) -> Element {
    let button = el("button").attr("type", "button").class("quiet").attr("data-opens", "");
    el("div").with(button.with(say!(words, KEYS_TITLE))).with(el("div").attr("id", DIALOG))
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
