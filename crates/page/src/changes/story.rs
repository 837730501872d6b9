//! What moved as plain text: to be put into a message or a draft.

use tip::permalink::Span;
use tip::{Atlas, Change, Reasons};
use words::{Words, say};

use super::movers::{KINDS, of_kind};
use crate::{COPY_TEXT, Element, TEXT_BY_HAND, el};

/// The headline, then kind by kind who moved, each with the reason where one is known.
pub(super) fn text(
    atlas: &Atlas,
    span: Span,
    title: &str,
    changes: &[Change],
    reasons: Option<&Reasons>,
) -> String {
    let words = atlas.words();
    let mut lines = vec![title.to_owned()];
    for kind in &KINDS {
        let own = of_kind(atlas, span, kind, changes);
        if own.is_empty() {
            continue;
        }
        lines.push(String::new());
        lines.push(format!("{} ({})", words.text(&kind.name), own.len()));
        for change in own {
            let country = atlas.country(change.country);
            let (from, to) = (change.from.named(words), change.to.named(words));
            let moved = say!(words, CHANGES_STORY_MOVE, name = &country.name, from = from, to = to);
            let why = reasons.and_then(|reasons| reasons.of(country.code));
            lines.push(match why {
                Some(why) => format!("{moved}. {why}"),
                None => format!("{moved}."),
            });
        }
    }
    lines.join("\n")
}

/// The button that copies it, and the field that shows it where the browser does not let it be copied.
pub(super) fn copy(words: &Words) -> Element {
    let by_hand = el("label").attr("id", TEXT_BY_HAND).attr("hidden", "");
    let field = el("textarea").attr("readonly", "").attr("rows", "8");
    el("div")
        .class("copy-text")
        .with(
            el("button")
                .attr("type", "button")
                .class("quiet")
                .attr("id", COPY_TEXT)
                .with(say!(words, CHANGES_COPY_STORY)),
        )
        .with(by_hand.with(say!(words, CHANGES_STORY_BY_HAND)).with(field))
}
