//! Pages as they stand in files, complete before there is an app: the same trees as the app's, with everything in place, so that
//! the app can take them over as they are.

use chart::map::World;
use tip::permalink::{Address, CountryView, MapView, View};
use tip::{Atlas, Cell, EditionId, Tier, TierSet, sentence};
use words::{Lang, Words, say};

use crate::edition::{below, moves, regions, title};
use crate::parts::{link, symbol};
use crate::shell::{FIND, KEYS, MAIN, keyboard_help, shell};
use crate::{Element, NODES, Node, Page, changes, compare, el, frame, map, search, share, year};

/// The widths that charts are drawn for in files, in pixels: phones, and the whole measure of a page, for windows of 48 rem or
/// more (`on-wide` in the style sheet, which scales them to what there is).
pub const WIDTHS: [u32; 2] = [340, 1136];

/// A page with the shell around it; `base` is the base path of the site.
pub fn whole(atlas: &Atlas, view: &View, page: Element, base: &str) -> Element {
    let words = atlas.words();
    let address = |lang: Lang| Address { view: view.clone(), lang: Some(lang) }.under(base);
    let mut shell = shell(words, view, Some(atlas.version()), "", address);
    let find = search::combobox(words, "search", say!(words, SHELL_FIND_LABEL), say!(words, SHELL_FIND));
    put(&mut shell, FIND, vec![find.into()]);
    put(&mut shell, MAIN, vec![page.into()]);
    put(&mut shell, KEYS, vec![keyboard_help(words).into()]);
    shell
}

/// The nodes of a page, with what is around them, and the field that a page has of its own where they have its place.
pub fn framed(words: &Words, nodes: Vec<Node>) -> Element {
    let mut frame = frame();
    put(&mut frame, NODES, nodes);
    let field = search::combobox(words, "pick", say!(words, COMPARE_ADD_LABEL), say!(words, COMPARE_ADD));
    put(&mut frame, compare::ADD, vec![field.into()]);
    let field = search::combobox(words, "look", say!(words, CHANGES_LOOK_LABEL), say!(words, CHANGES_LOOK));
    put(&mut frame, changes::LOOK_UP, vec![field.into()]);
    frame
}

/// Puts nodes into the element with an id, which is empty.
fn put(tree: &mut Element, id: &str, nodes: Vec<Node>) {
    if let Some(place) = tree.at(id) {
        *place = std::mem::replace(place, el("")).all(nodes);
    }
}

/// Sets an attribute of the element with an id.
fn set(tree: &mut Element, id: &str, name: &'static str, value: impl Into<String>) {
    if let Some(place) = tree.at(id) {
        place.set(name, Some(value.into()));
    }
}

/// The map of the newest edition: what the page is called, and the page.
pub fn map(atlas: &Atlas, world: &World) -> (Page, Element) {
    let words = atlas.words();
    let edition = atlas.latest();
    let head = sentence::headline(atlas, edition, None);
    let mut page = map::page(words);
    put(&mut page, "headline", vec![title(&head).into()]);
    put(&mut page, "below", below(atlas, head.clone(), edition, MapView::default()));
    put(&mut page, "region", regions(words, None));
    put(&mut page, "show", crate::highlight::options(words, None));
    let counts = atlas.counts(edition, None);
    for tier in Tier::ALL {
        let code = tier.code();
        put(&mut page, &format!("count-{code}"), vec![counts.of(tier).to_string().into()]);
        set(&mut page, &format!("legend-{code}"), "aria-pressed", "false");
    }
    set(&mut page, "legend-all", "hidden", "");
    set(&mut page, "as-map", "aria-pressed", "true");
    set(&mut page, "as-table", "aria-pressed", "false");
    put(&mut page, map::SHOWN, vec![shown(atlas, world, edition).into()]);
    put(&mut page, map::HIGHLIGHT, vec![crate::highlight::nothing().into()]);
    put(&mut page, map::YEAR, vec![years(atlas).into()]);
    let mut menu = share::place(words);
    put(&mut menu, share::PLACE, vec![share::button(words).into()]);
    put(&mut page, map::SHARE, vec![menu.into()]);
    put(&mut page, "moves", moves(atlas, edition, None));
    page = page.with(placements(atlas));
    (Page { title: head.title, status: head.deck, nodes: Vec::new(), text: None }, page)
}

/// The map in its frame, whole.
fn shown(atlas: &Atlas, world: &World, edition: EditionId) -> Element {
    let words = atlas.words();
    let mut frame = map::frame(atlas, world, edition, map::first_stop(atlas, world));
    set(&mut frame, "world", "data-tiers", "");
    set(&mut frame, "world", "data-region", "");
    set(&mut frame, "world", "aria-label", say!(words, MAP_NAME, year = atlas.year(edition)));
    set(&mut frame, "world", "viewBox", world.whole().view_box());
    for tier in Tier::ALL {
        // As on a map of some thousand pixels, until the camera knows better.
        set(&mut frame, &format!("tier-{}", tier.code()), "patternTransform", "scale(3.5)");
    }
    set(&mut frame, "zoom-out", "disabled", "");
    set(&mut frame, "zoom-whole", "hidden", "");
    frame
}

/// The year control at the newest edition.
fn years(atlas: &Atlas) -> Element {
    let words = atlas.words();
    let newest = atlas.year(atlas.latest());
    let mut control = year::control(atlas);
    put(&mut control, "columns", year::bars(atlas, None));
    for id in [format!("column-{newest}"), format!("year-{newest}")] {
        set(&mut control, &id, "class", "now");
    }
    set(&mut control, "year-after", "disabled", "");
    set(&mut control, "year-typed", "placeholder", newest.to_string());
    for id in ["year", "year-typed"] {
        set(&mut control, id, "value", newest.to_string());
    }
    set(&mut control, "year", "aria-valuetext", say!(words, YEAR_EDITION, year = newest.to_string()));
    put(&mut control, "play", vec![say!(words, YEAR_PLAY).into()]);
    control
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
    let list = el("section")
        .class("placements")
        .with(el("h2").with(link(all, say!(words, STATIC_ALL, year = atlas.year(edition)))))
        .all(lists);
    el("noscript").with(el("div").class("measure").with(list))
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
        (narrow, wide) => vec![only(renamed(narrow), "on-narrow"), only(wide, "on-wide")],
    }
}

/// With other ids, so that each id is on the page once.
fn renamed(node: Node) -> Node {
    let Node::Element(mut element) = node else { return node };
    if let Some(id) = element.get("id").map(|id| format!("{id}-narrow")) {
        element.set("id", Some(id));
    }
    element.children = element.children.into_iter().map(renamed).collect();
    element.into()
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
