//! What stands around every page.

use tip::permalink::{ChangesView, CompareView, TrendsView, View};

use crate::{Node, el};

/// The ways to the pages, the one on show marked.
pub fn pages(shown: &View) -> Vec<Node> {
    let pages = [
        ("map", "Map", View::default()),
        ("changes", "Changes", View::Changes(ChangesView::default())),
        ("trends", "Trends", View::Trends(TrendsView::default())),
        ("compare", "Compare", View::Compare(CompareView::default())),
        ("about", "About", View::About),
    ];
    pages
        .into_iter()
        .map(|(id, name, to)| {
            let here = std::mem::discriminant(&to) == std::mem::discriminant(shown);
            let link = el("a").attr("id", format!("to-{id}")).to(to).with(name);
            el("li").with(if here { link.attr("aria-current", "page") } else { link }).into()
        })
        .collect()
}

/// What the keys do, for the list that `?` opens.
pub fn shortcuts() -> Vec<Node> {
    let keys = [
        ("?", "This list"),
        ("Tab", "To the next control; the map and each chart are one"),
        (
            "← → ↑ ↓",
            "On the map: the nearest country that way. In charts: the edition before or after. In the grid: the next cell",
        ),
        ("Home, End", "The first or the last: country by name, edition, cell of a row"),
        ("A to Z", "On the map: the country whose name begins so"),
        ("Enter", "Opens the country, picks the edition, marks the cell"),
        ("+ − 0", "On the map: closer, wider, the whole map"),
        ("Esc", "Closes a list, a tooltip, this window"),
    ];
    let rows =
        keys.map(|(key, does)| el("div").with(el("dt").with(el("kbd").with(key))).with(el("dd").with(does)));
    vec![
        el("h2").attr("id", "shortcuts-title").with("Keys").into(),
        el("dl").all(rows).into(),
        el("button").attr("type", "button").with("Close").into(),
    ]
}
