//! `/embed/about`: how a map or a timeline is put into the page of another site.

use tip::permalink::{CountryView, Embedded, MapView};
use tip::{Atlas, Code};
use words::{Message, Words, say, text};

use crate::share::{HEIGHT_MESSAGE, snippet};
use crate::{Element, Node, Page, Setting, el};

/// The parameters, each with what it does and an example.
const PARAMETERS: [(&str, Message, &str); 8] = [
    ("year", text::EMBED_YEAR, "year=2014"),
    ("country", text::EMBED_COUNTRY, "country=KOR"),
    ("region", text::EMBED_REGION, "region=near-east"),
    ("tiers", text::EMBED_TIERS, "tiers=2W,3"),
    ("view", text::EMBED_VIEW, "view=table"),
    ("theme", text::EMBED_THEME, "theme=dark"),
    ("controls", text::EMBED_CONTROLS, "controls=0"),
    ("lang", text::EMBED_LANG, "lang=es"),
];

/// The country of the example.
const EXAMPLE: &str = "KOR";

/// The page.
pub fn page(atlas: &Atlas, setting: &Setting) -> Page {
    let words = atlas.words();
    let title = say!(words, EMBED_TITLE);
    let deck = say!(words, EMBED_DECK);
    let field = |id: &'static str, name: String, shows: Embedded| {
        let code = snippet(words, shows, setting);
        let rows = (code.lines().count() + 4).to_string();
        let field = el("textarea").attr("id", id).attr("readonly", "").attr("rows", rows).with(code);
        el("label").class("embed-code").with(name).with(field)
    };
    let map = field("embed-map", say!(words, EMBED_MAP), Embedded::Map(MapView::default()));
    let country = Code::parse(EXAMPLE).and_then(|code| atlas.find(code)).map(|country| {
        let view = CountryView { code: country.code, year: None };
        let name = say!(words, EMBED_TIMELINE, name = country.name_in_a_sentence(words));
        field("embed-country", name, Embedded::Country(view))
    });
    let row = |(name, does, example): (&'static str, Message, &'static str)| {
        el("tr")
            .with(el("th").attr("scope", "row").with(el("code").with(name)))
            .with(el("td").with(words.text(&does)))
            .with(el("td").with(el("code").with(example)))
    };
    let heads = [text::EMBED_PARAMETER, text::EMBED_DOES, text::EMBED_EXAMPLE]
        .map(|name| el("th").attr("scope", "col").with(words.text(&name)));
    let table = el("table")
        .with(el("caption").class("unseen").with(say!(words, EMBED_ADDRESS)))
        .with(el("thead").with(el("tr").all(heads)))
        .with(el("tbody").all(PARAMETERS.map(row)));
    let section = |id: &'static str, heading: Message| {
        el("section").attr("id", id).with(el("h2").with(words.text(&heading)))
    };
    let article = el("article")
        .class("measure about")
        .with(
            el("header")
                .class("headline")
                .with(el("p").class("kicker").with(say!(words, EMBED_KICKER)))
                .with(el("h1").with(title.clone()))
                .with(el("p").class("deck").with(deck.clone())),
        )
        .with(
            section("snippet", text::EMBED_SNIPPET)
                .with(p(say!(words, EMBED_SNIPPET_TEXT)))
                .with(map)
                .maybe(country),
        )
        .with(section("address", text::EMBED_ADDRESS).with(p(say!(words, EMBED_ADDRESS_TEXT))).with(table))
        .with(
            section("height", text::EMBED_HEIGHT).with(p(say!(words, EMBED_HEIGHT_TEXT))).with(
                el("p").with(el("code").with(format!("{{ type: \"{HEIGHT_MESSAGE}\", height: 640 }}"))),
            ),
        )
        .with(section("frame", text::EMBED_FRAME).with(p(say!(words, EMBED_FRAME_TEXT))))
        .with(section("oembed", text::EMBED_OEMBED).with(p(say!(words, EMBED_OEMBED_TEXT))));
    Page { status: format!("{title}. {deck}"), title, nodes: vec![article.into()], text: None }
}

/// The line below what is framed: where it is from, and the way to the whole page.
pub fn source(words: &Words, whole: Element) -> [Node; 2] {
    [format!("{} ", say!(words, EMBED_SOURCE)).into(), whole.into()]
}

fn p(text: impl Into<Node>) -> Element {
    el("p").with(text)
}
