//! What the year control shows: the distribution of all editions.

use chart::distribution::columns;
use chart::number::decimal;
use tip::{Atlas, Region};

use crate::{Node, el};

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
