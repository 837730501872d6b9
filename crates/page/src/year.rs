//! What the year control shows: the distribution of all editions.

use chart::distribution::columns;
use chart::number::decimal;
use tip::{Atlas, Region};
use words::say;

use crate::{Element, Node, el};

/// The year control: buttons, the year as a number, and the range input upon the columns (`columns`, `years`).
pub fn control(atlas: &Atlas) -> Element {
    let words = atlas.words();
    let (first, last) = atlas.years();
    let button = |id: &'static str| el("button").attr("type", "button").attr("id", id);
    let within = |input: Element| input.attr("min", first.to_string()).attr("max", last.to_string());
    let buttons = el("div")
        .class("year-buttons")
        .with(button("year-before").attr("aria-label", say!(words, YEAR_BEFORE)).with("‹"))
        .with(within(
            el("input")
                .attr("id", "year-typed")
                .attr("type", "number")
                .attr("inputmode", "numeric")
                .attr("aria-label", say!(words, YEAR_TYPED)),
        ))
        .with(button("year-after").attr("aria-label", say!(words, YEAR_AFTER)).with("›"))
        .with(button("play"))
        .with(el("p").class("year-said").attr("id", "year-said").attr("role", "status"));
    let range = within(
        el("input")
            .attr("type", "range")
            .attr("id", "year")
            .attr("name", "year")
            .attr("aria-label", say!(words, YEAR_LABEL)),
    );
    let track = el("div")
        .class("year-track")
        .attr("id", "year-track")
        .with(
            el("svg")
                .class("columns")
                .attr("id", "columns")
                .attr("viewBox", format!("0 0 {} 1", atlas.editions().len()))
                .attr("preserveAspectRatio", "none")
                .attr("aria-hidden", "true"),
        )
        .with(range.attr("step", "1"))
        .with(el("ol").class("years").attr("id", "years").attr("aria-hidden", "true").all(years(atlas)));
    el("section").class("year").attr("aria-label", say!(words, YEAR_SECTION)).with(buttons).with(track)
}

/// The columns, one an edition, for all countries or one region: `column-2014`.
pub fn bars(atlas: &Atlas, region: Option<Region>) -> Vec<Node> {
    let column = |column: chart::distribution::Column| {
        let x = column.edition.index();
        let segments = column.segments.into_iter().map(|segment| {
            el("rect")
                .attr("data-tier", segment.tier.code())
                .attr("x", format!("{x}.08"))
                .attr("width", "0.84")
                .attr("y", decimal(segment.top, 4))
                .attr("height", decimal(segment.height, 4))
        });
        el("g").attr("id", format!("column-{}", atlas.year(column.edition))).all(segments).into()
    };
    columns(atlas, region).into_iter().map(column).collect()
}

/// The years below the columns (`year-2014`): the first, the last and each fifth are always to be read.
pub fn years(atlas: &Atlas) -> Vec<Node> {
    let (first, last) = atlas.years();
    let item = |year: u16| {
        let item = el("li").attr("id", format!("year-{year}"));
        let from_ends = (year - first).min(last - year);
        let item = match from_ends {
            0 => item.attr("data-named", "end"),
            // Where the columns are thin, its figure would meet that of the end.
            3 | 4 if year.is_multiple_of(5) => item.attr("data-named", "close"),
            5.. if year.is_multiple_of(5) => item.attr("data-named", "round"),
            _ => item,
        };
        item.with(el("span").with(year.to_string())).into()
    };
    atlas.editions().iter().map(|edition| item(edition.year)).collect()
}
