//! The nodes of the world map, and what it says of a place.

use chart::map::{Marker, Shape, World};
use chart::number::decimal;
use tip::permalink::{CountryView, View, year_of};
use tip::{Atlas, Code, Country, CountryId, EditionId, Tier, sentence};
use words::{Message, Words, say, text};

use crate::edition::legend;
use crate::parts::{english, link, placement, strip};
use crate::share::copy_link;
use crate::{Element, Node, el};

/// The ids of the places in the map's page: the map or the table, the year control, the share menu.
pub const SHOWN: &str = "shown";
/// What is said of what is shown in the tiers' place.
pub const HIGHLIGHT: &str = "highlight-place";
/// The year control.
pub const YEAR: &str = "year-place";
/// The share menu.
pub const SHARE: &str = "share-place";

/// The map's page, with places for what it shows.
pub fn page(words: &Words) -> Element {
    let switch = |id: &'static str, name: Message| {
        el("button").attr("type", "button").attr("id", id).with(words.text(&name))
    };
    let headline = el("header")
        .class("measure headline")
        .with(el("p").class("kicker").with(say!(words, MAP_KICKER)))
        .with(el("h1").attr("id", "headline"))
        .with(el("div").attr("id", "below"));
    let filters = el("div")
        .class("filters")
        .with(el("select").attr("aria-label", say!(words, MAP_REGION)).attr("id", "region"))
        .with(el("select").attr("aria-label", say!(words, MAP_SHOW)).attr("id", "show"))
        .with(
            el("div")
                .class("switch")
                .attr("role", "group")
                .attr("aria-label", say!(words, MAP_SHOW_AS))
                .with(switch("as-map", text::MAP_AS_MAP))
                .with(switch("as-table", text::MAP_AS_TABLE)),
        );
    let controls =
        el("div").class("measure controls").with(el("div").class("legend").all(legend(words))).with(filters);
    let below = el("div")
        .class("measure")
        .with(el("div").attr("id", YEAR))
        .with(el("div").class("share").with(copy_link(words)).with(el("div").attr("id", SHARE)))
        .with(el("div").class("full").attr("id", "whole-page"))
        .with(el("section").class("moves").with(el("div").attr("id", "moves")));
    el("article")
        .class("map-page")
        .with(headline)
        .with(controls)
        .with(el("div").class("measure map-wait").attr("id", "map-wait"))
        .with(el("div").attr("id", SHOWN))
        .with(el("div").attr("id", HIGHLIGHT))
        .with(below)
}

/// The country that the Tab key reaches first: the first by name that the map has.
pub fn first_stop(atlas: &Atlas, world: &World) -> Option<Code> {
    atlas.countries().iter().map(|country| country.code).find(|code| world.place(*code).is_some())
}

/// The map in its frame, as of an edition, with the tooltip and the zoom buttons; `stop` as in [`places`].
pub fn frame(atlas: &Atlas, world: &World, edition: EditionId, stop: Option<Code>) -> Element {
    let words = atlas.words();
    let svg = el("svg")
        .attr("id", "world")
        .class("world")
        .attr("role", "group")
        .attr("aria-describedby", "map-help")
        .with(el("defs").all(textures()))
        .with(el("g").all(places(atlas, world, edition, stop)))
        .with(el("path").class("pointed").attr("d", ""))
        .with(el("circle").class("pointed").attr("r", "0"));
    let button = |id: &'static str| el("button").attr("type", "button").attr("id", id);
    let zoom = el("div")
        .class("zoom")
        .attr("role", "group")
        .attr("aria-label", say!(words, MAP_ZOOM))
        .with(button("zoom-in").attr("aria-label", say!(words, MAP_ZOOM_IN)).with("+"))
        .with(button("zoom-out").attr("aria-label", say!(words, MAP_ZOOM_OUT)).with("−"))
        .with(button("zoom-whole").with(say!(words, MAP_ZOOM_WHOLE)));
    el("div")
        .class("map-frame")
        .attr("id", "map-frame")
        .with(el("p").class("unseen").attr("id", "map-help").with(say!(words, MAP_HELP)))
        .with(svg)
        .with(el("div").class("tip").attr("id", "map-tip").attr("role", "tooltip").attr("hidden", ""))
        .with(zoom)
}

/// All lands, and above them the markers with the lands they stand for: one node a country, bearing
/// `data-iso3` and `data-tier`. `stop` is the country that the Tab key reaches; the arrow keys reach the
/// others from there.
pub fn places(atlas: &Atlas, world: &World, edition: EditionId, stop: Option<Code>) -> Vec<Node> {
    let marked = |shape: &&Shape| world.markers.iter().any(|marker| Some(marker.code) == shape.code);
    let lands =
        world.shapes.iter().filter(|shape| !marked(shape)).map(|shape| land(atlas, shape, edition, stop));
    let markers = world.markers.iter().filter_map(|marker| mark(atlas, world, marker, edition, stop));
    vec![el("g").class("lands").all(lands).into(), el("g").class("markers").all(markers).into()]
}

fn land(atlas: &Atlas, shape: &Shape, edition: EditionId, stop: Option<Code>) -> Element {
    match shape.code.and_then(|code| atlas.find(code)) {
        Some(country) => place(el("path"), atlas, country, edition, stop).attr("d", shape.d.clone()),
        None => el("path").class("unrated").attr("data-name", shape.name.clone()).attr("d", shape.d.clone()),
    }
}

fn place(
    element: Element,
    atlas: &Atlas,
    country: &Country,
    edition: EditionId,
    stop: Option<Code>,
) -> Element {
    element
        .attr("data-iso3", country.code.to_string())
        .attr("data-tier", atlas.cell(country.id, edition).code())
        .attr("data-region", country.region.slug())
        .attr("role", "link")
        .attr("aria-label", country.name.clone())
        .attr("aria-describedby", "map-tip")
        .attr("tabindex", if stop == Some(country.code) { "0" } else { "-1" })
}

fn mark(
    atlas: &Atlas,
    world: &World,
    marker: &Marker,
    edition: EditionId,
    stop: Option<Code>,
) -> Option<Element> {
    let country = atlas.find(marker.code)?;
    let land = world.shapes.iter().find(|shape| shape.code == Some(marker.code));
    let class = if land.is_some() { "marker" } else { "marker former" };
    let whole = |n: f64| decimal(n, 0);
    let leader = marker.of.map(|of| {
        el("line")
            .class("leader")
            .attr("x1", whole(marker.at.x))
            .attr("y1", whole(marker.at.y))
            .attr("x2", whole(of.x))
            .attr("y2", whole(of.y))
    });
    let symbol = chart::symbol::path(atlas.cell(country.id, edition).tier());
    Some(
        place(el("g").class(class), atlas, country, edition, stop)
            .maybe(land.map(|land| el("path").class("land").attr("d", land.d.clone())))
            .maybe(leader)
            .with(
                el("g")
                    .attr("transform", format!("translate({} {})", whole(marker.at.x), whole(marker.at.y)))
                    .with(el("g").class("mark").with(el("path").attr("d", symbol))),
            ),
    )
}

/// Each tier's symbol as a texture, so that lands differ without colour. Returns the contents of a `defs`.
/// Their `patternTransform` is the camera's affair, so that they keep their size on the screen.
pub fn textures() -> Vec<Node> {
    let pattern = |tier: Tier| {
        let symbol =
            |at: &'static str| el("path").attr("d", chart::symbol::path(Some(tier))).attr("transform", at);
        el("pattern")
            .attr("id", format!("tier-{}", tier.code()))
            .attr("data-tier", tier.code())
            .attr("width", "18")
            .attr("height", "18")
            .attr("patternUnits", "userSpaceOnUse")
            .with(el("rect").attr("width", "18").attr("height", "18"))
            .with(symbol("translate(4.5 4.5) scale(2.5)"))
            .with(symbol("translate(13.5 13.5) scale(2.5)"))
    };
    Tier::ALL.into_iter().map(|tier| pattern(tier).into()).collect()
}

/// What the map says of a country: name, tier in words, change since the edition before, why it moved (`reason`, in English), all
/// editions, where the placement comes from.
/// `way_on` adds a link to its page, for a finger that cannot hover and click.
pub fn tooltip(
    atlas: &Atlas,
    country: CountryId,
    edition: EditionId,
    reason: Option<&str>,
    way_on: bool,
) -> Vec<Node> {
    let about = atlas.country(country);
    let page = View::from(CountryView { code: about.code, year: year_of(atlas, edition) });
    let mut nodes: Vec<Node> = vec![
        el("p").class("tip-name").with(about.name.clone()).into(),
        el("p")
            .with(placement(atlas, country, edition))
            .with(" ")
            .with(el("span").class("tip-change").with(sentence::change(atlas, country, edition)))
            .into(),
        strip(atlas, country, edition).into(),
    ];
    if let Some(reason) = reason {
        let told = english(atlas.words(), el("p").class("tip-reason")).with(reason.to_owned());
        nodes.insert(2, told.into());
    }
    if let Some(told) = atlas.provenance(country, edition) {
        nodes.push(el("p").class("tip-source").with(told).into());
    }
    if way_on {
        nodes.push(el("p").class("tip-open").with(link(page, say!(atlas.words(), MAP_OPEN))).into());
    }
    nodes
}

/// What the map says of a territory that the report has never placed.
pub fn tooltip_unrated(words: &Words, name: &str) -> Vec<Node> {
    vec![
        el("p").class("tip-name").with(name.to_owned()).into(),
        el("p").with(say!(words, MAP_UNRATED)).into(),
    ]
}
