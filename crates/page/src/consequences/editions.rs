//! The share of each outcome, edition by edition.

use tip::consequences::Tally;
use tip::permalink::{ConsequencesView, View, year_of};
use tip::{Atlas, Consequences, EditionId, sentence};
use words::say;

use super::summary;
use crate::figure::{Figure, framed};
use crate::followed::{code, name, outcomes, symbol};
use crate::{Element, Node, el};

/// The height of the chart, in pixels.
const HEIGHT: u32 = 260;

pub(super) fn section(
    atlas: &Atlas,
    consequences: &Consequences,
    view: &ConsequencesView,
    edition: EditionId,
    width: u32,
) -> Node {
    let words = atlas.words();
    let tally = |edition: EditionId| consequences.tally(atlas, edition, view.region);
    let says = |edition: EditionId| format!("{}: {}", atlas.year(edition), summary(words, tally(edition)));
    let tallies: Vec<Tally> = atlas.editions().iter().map(|about| tally(about.id)).collect();
    let chart = match chart::outcomes::draw(atlas, &tallies, (width, HEIGHT)) {
        Ok(drawn) => {
            let figure = Figure {
                id: "outcomes",
                name: say!(words, CONSEQUENCES_EDITIONS_CHART),
                size: (width, HEIGHT),
                shapes: &drawn.shapes,
                columns: &drawn.columns,
                step: drawn.step,
                foot: drawn.foot,
                now: Some(edition),
            };
            let to = |edition: EditionId| {
                View::Consequences(ConsequencesView { year: year_of(atlas, edition), ..*view })
            };
            figure.svg(atlas, says, to).with(el("defs").all(textures()))
        }
        // The table below has every outcome.
        Err(_) => el("p").class("remark").with(say!(words, COUNTRY_NO_CHART)),
    };
    // Bars of restrictions alone may hide partial waivers.
    let hidden: Vec<u16> = atlas
        .editions()
        .iter()
        .map(|about| about.year)
        .filter(|year| {
            consequences.determinations.iter().any(|row| row.edition == *year && row.may_hide_a_waiver())
        })
        .collect();
    let hidden = (!hidden.is_empty()).then(|| {
        let years = sentence::spans(words, &hidden);
        el("p").class("remark").with(say!(words, CONSEQUENCES_HIDDEN_EDITIONS, years = years))
    });
    let key = outcomes().map(|outcome| {
        el("li")
            .attr("data-outcome", code(outcome))
            .with(symbol(outcome))
            .with(" ")
            .with(name(words, outcome))
    });
    el("section")
        .class("measure outcome-bars")
        .attr("id", "editions")
        .with(framed(say!(words, CONSEQUENCES_EDITIONS), says(edition), chart))
        .with(el("ul").class("key-row").attr("aria-label", say!(words, CONSEQUENCES_EDITIONS_KEY)).all(key))
        .maybe(hidden)
        .into()
}

/// The textures of the bars' parts that are neither full nor empty: hatched, dotted, checked.
fn textures() -> [Element; 3] {
    let texture = |id: &'static str, d: &'static str| {
        el("pattern")
            .attr("id", id)
            .attr("width", "6")
            .attr("height", "6")
            .attr("patternUnits", "userSpaceOnUse")
            .with(el("rect").attr("width", "6").attr("height", "6"))
            .with(el("path").attr("d", d))
    };
    [
        texture("outcome-partial", "M-1 7 7-1M-1 1 1-1M5 7 7 5"),
        texture("outcome-complied", "M0 3H6"),
        texture("outcome-unrecorded", "M2.4 3h1.2"),
    ]
}
