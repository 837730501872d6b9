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
