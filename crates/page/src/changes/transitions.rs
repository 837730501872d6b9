//! From which tiers to which, as a table of counts that open.

use tip::permalink::{ChangesView, Span, View};
use tip::transitions::Transitions;
use tip::{Atlas, Cell, Tier};

use words::{Words, say};

use super::movers::end;
use crate::parts::{country_link, symbol};
use crate::{Element, Node, el};

/// The tiers and "no placement", be it that the edition or that our record has none.
fn sides() -> impl Iterator<Item = Option<Tier>> + Clone {
    Tier::ALL.into_iter().map(Some).chain([None])
}

/// The heading of a side of the table.
fn side(words: &Words, tier: Option<Tier>) -> Element {
    match tier {
        Some(tier) => end(words, Cell::Placed(tier)),
        None => {
            el("span").class("end").attr("data-tier", "none").with(symbol(None)).with(say!(words, TIER_NONE))
        }
    }
}

fn name(words: &Words, tier: Option<Tier>) -> String {
    tier.map_or_else(|| say!(words, TIER_NONE), |tier| tier.named(words))
}

/// The table, and below it the countries of the cell that is open.
pub fn table(atlas: &Atlas, view: &ChangesView, span: Span) -> Node {
    let Some(from) = span.from else { return el("div").into() };
    let words = atlas.words();
    let (before, after) = (atlas.year(from), atlas.year(span.to));
    let transitions = Transitions::between(atlas, from, span.to, view.region);
    let heads = sides().map(|to| el("th").attr("scope", "col").with(side(words, to)));
    let rows = sides().map(|from| {
        let cells = sides().map(|to| count(words, view, &transitions, from, to));
        el("tr").with(el("th").attr("scope", "row").with(side(words, from))).all(cells)
    });
    let same = transitions.remained();
    let both = transitions.in_both();
    let share = (same * 100).checked_div(both).unwrap_or_default();
    let opened = view.cell.map(|(from, to)| {
        let countries = transitions.of(from, to);
        let items: Vec<Element> =
            countries.map(|change| el("li").with(country_link(atlas, change.country, span.to))).collect();
        let heading = say!(
            words,
            CHANGES_OPENED,
            from = name(words, from),
            before = before,
            to = name(words, to),
            after = after
        );
        let list = if items.is_empty() {
            el("p").with(say!(words, CHANGES_OPENED_NONE))
        } else {
            el("ul").class("inline").all(items)
        };
        el("div")
            .attr("id", "opened")
            .class("opened")
            .attr("role", "status")
            .with(el("h3").with(heading))
            .with(list)
    });
    el("section")
        .class("measure transitions")
        .attr("id", "transitions")
        .with(el("h2").with(say!(words, CHANGES_TABLE)))
        .with(el("p").class("explained").with(say!(
            words,
            CHANGES_TABLE_EXPLAINED,
            both = both,
            same = same,
            share = share
        )))
        .with(
            el("div")
                .class("table-scroll")
                .attr("role", "region")
                .attr("aria-label", say!(words, CHANGES_TABLE))
                .attr("tabindex", "0")
                .with(
                    el("table")
                        .with(el("caption").with(say!(
                            words,
                            CHANGES_TABLE_CAPTION,
                            before = before,
                            after = after
                        )))
                        .with(
                            el("thead").with(
                                el("tr")
                                    .with(el("td").with(say!(
                                        words,
                                        CHANGES_TABLE_CORNER,
                                        before = before,
                                        after = after
                                    )))
                                    .all(heads),
                            ),
                        )
                        .with(el("tbody").all(rows)),
                ),
        )
        .maybe(opened)
        .into()
}

fn count(
    words: &Words,
    view: &ChangesView,
    transitions: &Transitions,
    from: Option<Tier>,
    to: Option<Tier>,
) -> Element {
    let n = transitions.count(from, to);
    let class = match (from, to) {
        _ if n == 0 => "figure empty",
        (from, to) if from == to => "figure same",
        _ => "figure",
    };
    let cell = el("td").class(class);
    if n == 0 {
        return cell.with("0");
    }
    let open = view.cell == Some((from, to));
    let target = ChangesView { cell: (!open).then_some((from, to)), ..*view };
    let key = |tier: Option<Tier>| tier.map_or("none", Tier::code);
    cell.with(
        el("a")
            .to(View::Changes(target))
            .attr("id", format!("cell-{}-{}", key(from), key(to)))
            .attr("aria-expanded", if open { "true" } else { "false" })
            .attr(
                "aria-label",
                say!(words, CHANGES_CELL, n = n, from = name(words, from), to = name(words, to)),
            )
            .with(n.to_string()),
    )
}
