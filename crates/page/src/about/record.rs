//! Coverage, gaps, conflicts, borders, sources: the tables of `record.json`.

use tip::Record;
use tip::file::{CellRow, TableRow};

use super::p;
use crate::parts::outward;
use crate::{Element, Node, el};

/// The tables of the record.
pub fn record(record: &Record) -> Vec<Node> {
    record.tables.iter().flat_map(section).collect()
}

fn section(table: &TableRow) -> Vec<Node> {
    let body: Node = if table.columns.is_empty() { list(table).into() } else { scrolled(table).into() };
    let body = if table.summary.is_empty() {
        body
    } else {
        el("details").with(el("summary").with(table.summary.clone())).with(body).into()
    };
    let note = (!table.note.is_empty()).then(|| p(table.note.clone()).into());
    let heading = el("h3").attr("id", table.id.clone()).with(table.heading.clone()).into();
    [Some(heading), note, Some(body)].into_iter().flatten().collect()
}

/// A table that scrolls sideways if it is too wide.
fn scrolled(table: &TableRow) -> Element {
    let head = table.columns.iter().map(|column| el("th").attr("scope", "col").with(column.clone()));
    let row = |cells: &Vec<CellRow>| {
        let cells = cells.iter().enumerate().map(|(at, cell)| {
            let place = if at == 0 { el("th").attr("scope", "row") } else { el("td") };
            place.with(content(cell))
        });
        el("tr").all(cells)
    };
    el("div")
        .class("table-scroll")
        .attr("role", "region")
        .attr("tabindex", "0")
        .attr("aria-label", table.heading.clone())
        .with(
            el("table")
                .attr("class", format!("record-{}", table.id))
                .with(el("caption").class("unseen").with(table.heading.clone()))
                .with(el("thead").with(el("tr").all(head)))
                .with(el("tbody").all(table.rows.iter().map(row))),
        )
}

fn list(table: &TableRow) -> Element {
    el("ul").all(table.rows.iter().map(|cells| el("li").all(cells.iter().map(content))))
}

fn content(cell: &CellRow) -> Node {
    match cell {
        CellRow::Text(text) => text.clone().into(),
        CellRow::Link(text, url) => outward(url.clone(), text.clone()).into(),
    }
}
