//! The about page: the tiers explained, the record, its limits.

mod law;
mod record;

use tip::{Atlas, Confidence, Record};

use words::{Message, say, text};

use crate::parts::{english, outward};
use crate::{Element, LoadMessages, Node, Page, State, el, waiting};

use law::law;
use record::record;

/// The files that a reader can take along, by their name in `download/`: of `data/`, and made from it.
pub const FILES: [(&str, Message); 16] = [
    ("placements.csv", text::ABOUT_FILE_PLACEMENTS),
    ("tier-atlas.xlsx", text::ABOUT_FILE_XLSX),
    ("tier-atlas.zip", text::ABOUT_FILE_ZIP),
    ("tiers.tsv", text::ABOUT_FILE_TIERS),
    ("entities.tsv", text::ABOUT_FILE_ENTITIES),
    ("editions.tsv", text::ABOUT_FILE_EDITIONS),
    ("sources.tsv", text::ABOUT_FILE_SOURCES),
    ("findings.jsonl", text::ABOUT_FILE_FINDINGS),
    ("figures.tsv", text::ABOUT_FILE_FIGURES),
    ("excerpts.jsonl", text::ABOUT_FILE_EXCERPTS),
    ("conflicts.tsv", text::ABOUT_FILE_CONFLICTS),
    ("determinations.tsv", text::ABOUT_FILE_DETERMINATIONS),
    ("watchlist_waivers.tsv", text::ABOUT_FILE_WAIVERS),
    ("listings.tsv", text::ABOUT_FILE_LISTINGS),
    ("all.json", text::ABOUT_FILE_ALL),
    ("datapackage.json", text::ABOUT_FILE_PACKAGE),
];

/// The address for reports of errors.
const REPOSITORY: &str = env!("CARGO_PKG_REPOSITORY");

/// A section with a heading, and a place in the address (`/about#tiers`).
fn section(id: &'static str, heading: String) -> Element {
    el("section").attr("id", id).with(el("h2").with(heading))
}

fn p(text: impl Into<Node>) -> Element {
    el("p").with(text)
}

/// The page. Its tables are those of the record, once it is here; `origin` is the address of the site, empty where that
/// is not known.
pub fn page(atlas: &Atlas, record: Result<&Record, State>, origin: &str) -> Page {
    let words = atlas.words();
    let tables = match record {
        Ok(record) => vec![english(words, el("div")).all(self::record(record)).into()],
        Err(state) => waiting(words, &state, LoadMessages::RECORD),
    };
    let article = el("article")
        .class("measure about")
        .with(head(atlas))
        .all(law(words))
        .with(el("section").attr("id", "record").all(compiled(atlas)).all(tables))
        .all(rest(atlas, origin));
    Page {
        title: say!(words, ABOUT_TITLE),
        status: say!(words, ABOUT_SAID),
        nodes: vec![article.into()],
        text: None,
    }
}

/// The head of the page.
fn head(atlas: &Atlas) -> Element {
    let words = atlas.words();
    let (first, last) = atlas.years();
    let placements: u32 =
        atlas.editions().iter().map(|edition| u32::from(atlas.counts(edition.id, None).total())).sum();
    let deck = say!(
        words,
        ABOUT_DECK,
        editions = atlas.editions().len(),
        first = first,
        last = last,
        placements = placements,
        countries = atlas.countries().len()
    );
    el("header")
        .class("headline")
        .with(p(say!(words, ABOUT_KICKER)).class("kicker"))
        .with(el("h1").with(say!(words, ABOUT_HEADING)))
        .with(p(deck).class("deck"))
}

/// How the record was compiled, in words; its tables are [`record()`].
fn compiled(atlas: &Atlas) -> Vec<Node> {
    let words = atlas.words();
    let told = say!(words, ABOUT_IN_ENGLISH);
    let mut nodes = vec![
        el("h2").with(say!(words, ABOUT_COMPILED)).into(),
        p(say!(words, ABOUT_COMPILED_1)).into(),
        p(checked(atlas)).into(),
        p(say!(words, ABOUT_COMPILED_2)).into(),
        p(say!(words, ABOUT_COMPILED_3)).into(),
    ];
    if !told.is_empty() {
        nodes.push(p(told).class("remark").into());
    }
    nodes
}

/// How many placements are confirmed, and notes on gaps, if the record has any.
fn checked(atlas: &Atlas) -> String {
    let words = atlas.words();
    let (mut confirmed, mut single, mut unsourced) = (0_usize, 0_usize, 0_usize);
    for country in atlas.countries() {
        for edition in atlas.editions() {
            match atlas.confidence(country.id, edition.id) {
                Some(Confidence::Confirmed) => confirmed += 1,
                Some(Confidence::Single) => single += 1,
                Some(Confidence::Unsourced) => unsourced += 1,
                None => {}
            }
        }
    }
    let placements = confirmed + single + unsourced;
    let share = (confirmed * 100 + placements / 2) / placements.max(1);
    let mut text = vec![say!(
        words,
        ABOUT_COMPILED_SHARE,
        placements = placements,
        confirmed = confirmed,
        share = share,
        n = single
    )];
    if unsourced > 0 {
        text.push(say!(words, ABOUT_COMPILED_UNSOURCED, n = unsourced));
    }
    if atlas.editions().iter().any(|edition| !edition.whole) {
        text.push(say!(words, ABOUT_COMPILED_MISSING));
    }
    text.join(" ")
}

/// Downloads, citation, licences. `origin` is the address of the site.
fn rest(atlas: &Atlas, origin: &str) -> Vec<Node> {
    let words = atlas.words();
    let file = |(name, what): (&'static str, Message)| {
        let link = el("a")
            .file(format!("download/{name}"))
            .attr("rel", "external")
            .attr("download", name)
            .with(name);
        el("li").with(link).with(format!(": {}", words.text(&what)))
    };
    let cite = match origin.is_empty() {
        true => say!(words, ABOUT_CITE_TEXT_HERE, version = atlas.version()),
        false => say!(words, ABOUT_CITE_TEXT, version = atlas.version(), origin = origin),
    };
    let notice = el("a").file("NOTICE.txt").attr("rel", "external").with(say!(words, ABOUT_NOTICE));
    vec![
        section("download", say!(words, ABOUT_DOWNLOAD))
            .with(p(say!(words, ABOUT_DOWNLOAD_TEXT)))
            .with(el("ul").all(FILES.map(file)))
            .into(),
        section("errors", say!(words, ABOUT_ERROR))
            .with(
                p(format!("{} ", say!(words, ABOUT_ERROR_TEXT)))
                    .with(outward(format!("{REPOSITORY}/issues"), say!(words, ABOUT_ERROR_LINK)))
                    .with("."),
            )
            .into(),
        section("cite", say!(words, ABOUT_CITE))
            .with(p(cite).class("citation"))
            .with(p(say!(words, ABOUT_CITE_REPORT)))
            .into(),
        section("accessibility", say!(words, ABOUT_ACCESSIBILITY))
            .with(p(say!(words, ABOUT_ACCESSIBILITY_1)))
            .with(p(say!(words, ABOUT_ACCESSIBILITY_2)))
            .with(p(say!(words, ABOUT_ACCESSIBILITY_3)))
            .into(),
        section("licences", say!(words, ABOUT_LICENCES))
            .with(p(say!(words, ABOUT_LICENCES_1)))
            .with(p(format!("{} ", say!(words, ABOUT_LICENCES_2))).with(notice).with("."))
            .into(),
    ]
}
