//! Coverage, gaps, conflicts, borders, sources: all from `data/`.

use tip::{Atlas, Code, Conflict, Coverage, Record, Source, Tier};

use super::p;
use crate::parts::outward;
use crate::{Element, Node, el};

/// The tables of the record.
pub fn record(atlas: &Atlas, record: &Record) -> Vec<Node> {
    let mut nodes = coverage(&record.coverage);
    nodes.extend(left_out(atlas, &record.left_out));
    nodes.extend(conflicts(atlas, &record.conflicts));
    nodes.extend(borders(&record.borders));
    nodes.extend(sources(&record.sources));
    nodes
}

fn heading(id: &'static str, text: &'static str) -> Node {
    el("h3").attr("id", id).with(text).into()
}

/// A table that scrolls by itself where it is too wide.
fn table(class: &'static str, name: &'static str, columns: &[&'static str], rows: Vec<Element>) -> Element {
    let head = columns.iter().map(|column| el("th").attr("scope", "col").with(*column));
    el("div")
        .class("table-scroll")
        .attr("role", "region")
        .attr("tabindex", "0")
        .attr("aria-label", name)
        .with(
            el("table")
                .class(class)
                .with(el("caption").class("unseen").with(name))
                .with(el("thead").with(el("tr").all(head)))
                .with(el("tbody").all(rows)),
        )
}

fn cells(first: impl Into<Node>, others: Vec<String>) -> Element {
    el("tr")
        .with(el("th").attr("scope", "row").with(first))
        .all(others.into_iter().map(|text| el("td").with(text)))
}

fn coverage(coverage: &[Coverage]) -> Vec<Node> {
    let mut columns = vec!["Edition"];
    columns.extend(Tier::ALL.map(Tier::short_name));
    columns.extend(["All", "Confirmed", "Single source", "Unsourced", "Why it differs"]);
    vec![
        heading("coverage", "Coverage, edition by edition"),
        p("Placements here / as published. A figure with ~ was recalled and not retrieved; – means that none was found.").into(),
        table("coverage", "Placements here beside the published counts", &columns, coverage.iter().map(covered).collect()).into(),
    ]
}

fn covered(row: &Coverage) -> Element {
    let figure = |here: u16, published: Option<u16>| {
        let class =
            if published.is_some_and(|published| published != here) { "figure differs" } else { "figure" };
        let published = match published {
            Some(published) if row.sourced => published.to_string(),
            Some(published) => format!("~{published}"),
            None => "–".to_owned(),
        };
        el("td").class(class).with(format!("{here} / {published}"))
    };
    el("tr")
        .with(el("th").attr("scope", "row").with(row.year.to_string()))
        .all(row.recorded.into_iter().zip(row.published).map(|(here, published)| figure(here, published)))
        .with(figure(row.recorded.iter().sum(), row.published_total))
        .all(row.confidence.map(|n| el("td").class("figure").with(n.to_string())))
        .with(el("td").class("why").with(row.explained.join(" ")))
}

fn left_out(atlas: &Atlas, rows: &[(String, String)]) -> Vec<Node> {
    let reasons = rows.iter().map(|(what, why)| {
        el("div").with(el("dt").with(spelled_out(atlas, what))).with(el("dd").with(why.clone()))
    });
    vec![heading("missing", "What is missing, on purpose"), el("dl").class("reasons").all(reasons).into()]
}

fn conflicts(atlas: &Atlas, rows: &[Conflict]) -> Vec<Node> {
    let row = |row: &Conflict| {
        cells(spelled_out(atlas, &row.cell), vec![row.says.clone(), row.used.clone(), row.why.clone()])
    };
    let columns = ["Placement", "What each says", "Used", "Why"];
    vec![
        heading("conflicts", "Where sources disagree"),
        table("conflicts", "Placements on which sources disagree", &columns, rows.iter().map(row).collect())
            .into(),
    ]
}

fn borders(rows: &[(String, String)]) -> Vec<Node> {
    vec![
        heading("borders", "Borders"),
        p("The map shows what the report places, on today’s borders as the map source draws them; that is no statement on anybody’s claims. Hong Kong, Macau, Taiwan, Aruba, Curaçao and Sint Maarten have places of their own because the report gives them one. Crimea is drawn with Ukraine, as the Department of State does. Western Sahara, Greenland and other territories that the report does not place are drawn, unlike any tier.").into(),
        el("ul").all(rows.iter().map(|(_, why)| el("li").with(why.clone()))).into(),
    ]
}

fn sources(sources: &[Source]) -> Vec<Node> {
    let row = |source: &Source| {
        let title: Node = match &source.url {
            Some(href) => outward(href.clone(), source.title.clone()).into(),
            None => source.title.clone().into(),
        };
        cells(title, vec![source.publisher.clone(), source.kind.clone(), source.covers.clone()])
    };
    let columns = ["Source", "Publisher", "Kind", "Covers"];
    vec![
        heading("sources", "Sources"),
        p("We link to the report, to governments, to datasets and to copies of the report’s text; the press is named and not linked.").into(),
        el("details")
            .with(el("summary").with(format!("All {} sources", sources.len())))
            .with(table("sources-table", "Sources of the placements", &columns, sources.iter().map(row).collect()))
            .into(),
    ]
}

/// A text of `data/` with its country codes as names: "COG 2023" becomes "Republic of the Congo 2023".
fn spelled_out(atlas: &Atlas, text: &str) -> String {
    let name = |word: &str| {
        let bare = word.trim_end_matches([',', ';']);
        let country =
            Code::parse(bare).filter(|code| code.as_str() == bare).and_then(|code| atlas.find(code));
        country.map_or_else(|| word.to_owned(), |country| word.replacen(bare, &country.name, 1))
    };
    text.split(' ').map(name).collect::<Vec<_>>().join(" ")
}
