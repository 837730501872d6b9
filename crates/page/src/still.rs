//! Pages as they stand in files, before there is an app and where there never will be one: what is said is the same,
//! and nothing in it answers.

use chart::map::World;
use tip::permalink::{CountryView, MapView, View};
use tip::{Atlas, Cell, Tier, TierSet, sentence};
use words::say;

use crate::edition::{below, legend, moves, regions, title};
use crate::map::{places, textures};
use crate::parts::{link, symbol};
use crate::{Element, Node, Page, el, shell, year};

/// A page with what stands around every page: name, ways, what this is.
pub fn whole(atlas: &Atlas, view: &View, page: Vec<Node>) -> Vec<Node> {
    let words = atlas.words();
    let field = el("input")
        .attr("type", "text")
        .attr("disabled", "")
        .attr("aria-label", say!(words, SHELL_FIND_LABEL))
        .attr("placeholder", say!(words, SHELL_FIND));
    let masthead = el("header").class("masthead").with(
        el("div")
            .class("measure")
            .with(el("p").class("wordmark").with(link(View::default(), say!(words, SHELL_TITLE))))
            .with(
                el("nav")
                    .attr("aria-label", say!(words, SHELL_PAGES))
                    .with(el("ul").all(shell::pages(words, view))),
            )
            .with(el("div").class("search").with(field)),
    );
    let foot = el("footer").class("foot").with(
        el("div").class("measure").with(
            el("div")
                .class("foot-words")
                .with(
                    el("p")
                        .with(format!("{} ", say!(words, SHELL_WHAT)))
                        .with(link(View::About, say!(words, SHELL_SOURCES)))
                        .with("."),
                )
                .with(el("p").with(say!(words, SHELL_VERSION, version = atlas.version()))),
        ),
    );
    vec![
        el("a").class("skip").attr("href", "#still-main").with(say!(words, SHELL_SKIP)).into(),
        masthead.into(),
        el("main")
            .attr("id", "still-main")
            .attr("tabindex", "-1")
            .with(el("p").class("loading waits").with(say!(words, WAITING_ATLAS)))
            .with(el("div").class("still-page").all(page))
            .into(),
        foot.into(),
    ]
}

/// A node whose forms take nothing in: nobody would hear what is typed there, and it would go with the file's page.
pub fn unanswering(node: Node) -> Node {
    fn within(node: Node, form: bool) -> Node {
        let Node::Element(mut element) = node else { return node };
        let form = form || element.tag == "form";
        if form && ["input", "select", "button"].contains(&element.tag) {
            element = element.attr("disabled", "");
        }
        element.children = element.children.into_iter().map(|child| within(child, form)).collect();
        Node::Element(element)
    }
    within(node, false)
}

/// The map of the newest edition, with every placement below it.
pub fn map(atlas: &Atlas, world: &World) -> Page {
    let words = atlas.words();
    let edition = atlas.latest();
    let view = MapView::default();
    let head = sentence::headline(atlas, edition, None);
    let counts = atlas.counts(edition, None);
    let mut legend = legend(words);
    // The last is the button that shows all again.
    legend.pop();
    for node in &mut legend {
        fill_counts(node, &counts);
    }
    let button = |name: String| el("button").attr("type", "button").with(name);
    let pressed = |button: Element, on: bool| button.attr("aria-pressed", if on { "true" } else { "false" });
    let filters = el("div")
        .class("filters")
        .with(el("select").attr("aria-label", say!(words, MAP_REGION)).all(regions(words, None)))
        .with(
            el("div")
                .class("switch")
                .with(pressed(button(say!(words, MAP_AS_MAP)), true))
                .with(pressed(button(say!(words, MAP_AS_TABLE)), false)),
        );
    let svg = el("svg")
        .class("world")
        .attr("role", "img")
        .attr("aria-label", say!(words, MAP_NAME, year = atlas.year(edition)))
        .attr("data-tiers", "")
        .attr("data-region", "")
        .attr("viewBox", world.whole().view_box())
        .with(el("defs").all(textures().into_iter().map(sized)))
        .with(el("g").all(places(atlas, world, edition, None).into_iter().map(silent)));
    let share =
        el("div").class("share").with(button(say!(words, SHARE_COPY))).with(button(say!(words, SHARE_MORE)));
    let article = el("article")
        .class("map-page")
        .with(
            el("header")
                .class("measure headline")
                .with(el("p").class("kicker").with(say!(words, MAP_KICKER)))
                .with(el("h1").with(title(atlas, edition, None)))
                .with(el("div").all(below(atlas, edition, view))),
        )
        .with(el("div").class("measure controls").with(el("div").class("legend").all(legend)).with(filters))
        .with(el("div").class("map-frame").with(svg))
        .with(
            el("div")
                .class("measure")
                .with(years(atlas))
                .with(share)
                .with(el("section").class("moves").all(moves(atlas, edition, None)))
                .with(placements(atlas)),
        );
    Page { title: head.title, said: head.deck, nodes: vec![article.into()] }
}

/// The distribution of all editions, in the place of the year control.
fn years(atlas: &Atlas) -> Element {
    let newest = atlas.year(atlas.latest());
    let marked = |mut nodes: Vec<Node>| {
        if let Some(Node::Element(last)) = nodes.last_mut() {
            last.attributes.push(("class", "now".into()));
        }
        nodes
    };
    let n = atlas.editions().len();
    let words = atlas.words();
    // As high and wide as the controls that come.
    let button = |name: String| el("button").attr("type", "button").attr("disabled", "").with(name);
    let buttons = el("div")
        .class("year-buttons")
        .with(button("‹".to_owned()))
        .with(
            el("input")
                .attr("type", "number")
                .attr("disabled", "")
                .attr("id", "year-typed")
                .attr("aria-label", say!(words, YEAR_TYPED))
                .attr("value", newest.to_string()),
        )
        .with(button("›".to_owned()))
        .with(button(say!(words, YEAR_PLAY)).attr("id", "play"));
    let track = el("div")
        .class("year-track")
        .with(
            el("svg")
                .class("columns")
                .attr("viewBox", format!("0 0 {n} 1"))
                .attr("preserveAspectRatio", "none")
                .attr("aria-hidden", "true")
                .all(marked(year::bars(atlas, None))),
        )
        .with(el("ol").class("years").attr("aria-hidden", "true").all(marked(year::years(atlas))));
    el("section").class("year").with(buttons).with(track)
}

/// Every placement of the newest edition, tier by tier, and the ways to the countries' pages.
fn placements(atlas: &Atlas) -> Element {
    let words = atlas.words();
    let edition = atlas.latest();
    let lists = Tier::ALL.into_iter().filter_map(|tier| {
        let on_it =
            atlas.countries().iter().filter(|country| atlas.cell(country.id, edition) == Cell::Placed(tier));
        let items: Vec<Element> = on_it
            .map(|country| {
                let to = View::from(CountryView { code: country.code, year: None });
                el("li").with(link(to, country.name.clone()))
            })
            .collect();
        (!items.is_empty()).then(|| {
            el("section")
                .attr("data-tier", tier.code())
                .with(el("h3").with(symbol(Some(tier))).with(" ").with(tier.named(words)))
                .with(el("ul").all(items))
        })
    });
    let all = View::Map(MapView { table: true, tiers: TierSet::default(), ..MapView::default() });
    el("section")
        .class("placements")
        .with(el("h2").with(link(all, say!(words, STILL_ALL, year = atlas.year(edition)))))
        .all(lists)
}

/// Puts the number of countries of each tier into the legend's place for it.
fn fill_counts(node: &mut Node, counts: &tip::Counts) {
    let Node::Element(element) = node else { return };
    let tier = element.get("id").and_then(|id| id.strip_prefix("count-")).and_then(Tier::from_code);
    if let Some(tier) = tier {
        element.children.push(counts.of(tier).to_string().into());
    }
    for child in &mut element.children {
        fill_counts(child, counts);
    }
}

/// A land or marker that answers to nothing: what it is for those who look, and no link for those who listen; the list
/// below has the links.
fn silent(node: Node) -> Node {
    const ANSWERS: [&str; 5] = ["role", "aria-label", "aria-describedby", "tabindex", "data-region"];
    match node {
        Node::Element(mut element) => {
            element.attributes.retain(|(name, _)| !ANSWERS.contains(name));
            element.children = element.children.into_iter().map(silent).collect();
            element.into()
        }
        text => text,
    }
}

/// A texture in the size that it has on a map of some thousand pixels.
fn sized(node: Node) -> Node {
    match node {
        Node::Element(pattern) => pattern.attr("patternTransform", "scale(3.5)").into(),
        text => text,
    }
}

/// A page that was made for two widths, as one: what differs between them (its charts) is in it twice, `on-narrow` and
/// `on-wide`, and the style sheet shows one of them.
pub fn of_two_widths(narrow: Vec<Node>, wide: Vec<Node>) -> Vec<Node> {
    if narrow.len() != wide.len() {
        return wide;
    }
    narrow.into_iter().zip(wide).flat_map(|(narrow, wide)| either(narrow, wide)).collect()
}

fn either(narrow: Node, wide: Node) -> Vec<Node> {
    match (narrow, wide) {
        (narrow, wide) if narrow == wide => vec![wide],
        (Node::Element(narrow), Node::Element(wide))
            if narrow.tag != "svg"
                && narrow.attributes == wide.attributes
                && narrow.children.len() == wide.children.len() =>
        {
            let children = of_two_widths(narrow.children, wide.children.clone());
            vec![Element { children, ..wide }.into()]
        }
        (narrow, wide) => vec![only(narrow, "on-narrow"), only(wide, "on-wide")],
    }
}

fn only(node: Node, class: &'static str) -> Node {
    match node {
        Node::Element(mut element) => {
            match element.attributes.iter_mut().find(|(name, _)| *name == "class") {
                Some((_, value)) => *value = format!("{value} {class}").into(),
                None => element.attributes.push(("class", class.into())),
            }
            element.into()
        }
        text => el("span").class(class).with(text).into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_the_same_at_both_widths_is_there_once() {
        let page = |width: &'static str| -> Vec<Node> {
            vec![
                el("figure")
                    .with(el("h2").with("a"))
                    .with(el("svg").class("chart").attr("width", width))
                    .into(),
            ]
        };
        let both = of_two_widths(page("340"), page("1136"));
        let expected: Node = el("figure")
            .with(el("h2").with("a"))
            .with(el("svg").class("chart on-narrow").attr("width", "340"))
            .with(el("svg").class("chart on-wide").attr("width", "1136"))
            .into();
        assert_eq!(both, vec![expected]);
    }
}
