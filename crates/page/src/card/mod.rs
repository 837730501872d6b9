//! Share cards: the preview picture of a shared link, 1200 × 630 pixels, as the nodes of an SVG.
//!
//! As with charts, no colour is decided here: nodes bear what they are (`class`, `data-tier`), a style sheet of the cards'
//! own how that looks. Text has to be measured by whoever paints it, in the fonts that it is painted in.

mod followed;

use chart::map::World;
use chart::number::decimal;
use tip::{Atlas, CountryId, Counts, EditionId, Tier, sentence};
use words::{Words, say};

use crate::map::{places, textures};
use crate::{Element, Node, edition, el};

pub use followed::{of_consequences, of_watch_list};

/// Width and height in pixels, as social networks ask for.
pub const SIZE: (u32, u32) = (1200, 630);

/// Space at the left and the right.
const MARGIN: f64 = 64.0;
const WIDE: f64 = 1200.0 - 2.0 * MARGIN;

/// The typefaces of a card, by what is set in them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// Names and headlines.
    Title,
    /// Sentences.
    Body,
    /// All that is short.
    Label,
}

impl Face {
    /// The class of text in it.
    pub const fn class(self) -> &'static str {
        match self {
            Face::Title => "title",
            Face::Body => "body",
            Face::Label => "label",
        }
    }
}

/// How wide a text is in a face: in units of the size it is set in, so that a text of the width 3.5 is 70 pixels wide at
/// a size of 20 pixels.
pub type Measure<'a> = &'a dyn Fn(&str, Face) -> f64;

/// The card of a country as of an edition: its name, its tier, every edition as a strip, the sentence.
pub fn country(atlas: &Atlas, country: CountryId, edition: EditionId, measure: Measure<'_>) -> Element {
    let words = atlas.words();
    let about = atlas.country(country);
    let cell = atlas.cell(country, edition);
    let name_size = fitting(&about.name, Face::Title, 96.0, measure);
    let statement = sentence::statement(atlas, country, edition).text();
    // The largest size at which it fits above the strip.
    let fits = |size: &f64| wrapped(&statement, Face::Body, *size, measure).len() <= 3;
    let statement_size = [37.0, 34.0, 31.0].into_iter().find(fits).unwrap_or(28.0);
    let lines = wrapped(&statement, Face::Body, statement_size, measure);
    let tier = cell.named(words);
    let tier_wide = measure(&tier, Face::Label) * 42.0;
    let badge = el("g")
        .attr("transform", format!("translate({} 246)", decimal(MARGIN, 0)))
        .attr("data-tier", cell.code())
        .with(
            el("rect")
                .attr("data-tier", cell.code())
                .attr("width", decimal(tier_wide + 112.0, 1))
                .attr("height", "72")
                .attr("rx", "36"),
        )
        .with(mark(cell.tier(), (50.0, 36.0), 18.0))
        .with(text((84.0, 51.0), Face::Label, 42.0, tier));
    frame(atlas, edition)
        .with(text((MARGIN, 206.0), Face::Title, name_size, about.name.clone()))
        .with(badge)
        .all(
            lines
                .into_iter()
                .enumerate()
                .map(|(at, line)| text((MARGIN, 372.0 + 46.0 * at as f64), Face::Body, statement_size, line)),
        )
        .all(strip(atlas, country, edition))
}

/// The card of an edition: its headline, the map, the countries of each tier counted.
pub fn of_edition(atlas: &Atlas, world: &World, edition: EditionId, measure: Measure<'_>) -> Element {
    let words = atlas.words();
    let title = edition::title(&sentence::headline(atlas, edition, None));
    let title_size = fitting(&title, Face::Title, 52.0, measure);
    let counts = atlas.counts(edition, None);
    let whole = world.whole();
    let (high, top) = (382.0, 178.0);
    let wide = high * whole.width() / whole.height();
    let map = el("svg")
        .class("map")
        .attr("x", decimal(MARGIN + (WIDE - wide) / 2.0, 1))
        .attr("y", decimal(top, 0))
        .attr("width", decimal(wide, 1))
        .attr("height", decimal(high, 1))
        .attr("viewBox", whole.view_box())
        .with(el("defs").all(textures().into_iter().map(coarse)))
        .all(places(atlas, world, edition, None).into_iter().flat_map(placed));
    frame(atlas, edition)
        .with(text((MARGIN, 158.0), Face::Title, title_size, title))
        .with(map)
        .all(legend(words, &counts, measure))
}

/// The countries of each tier counted, in a row over the whole width.
fn legend(words: &Words, counts: &Counts, measure: Measure<'_>) -> Vec<Element> {
    const SIZE: f64 = 27.0;
    const SYMBOL: f64 = 36.0;
    const COUNT: f64 = 10.0;
    let shown: Vec<(Tier, String, String)> = Tier::ALL
        .into_iter()
        .filter(|tier| counts.of(*tier) > 0)
        .map(|tier| (tier, tier.named(words), counts.of(tier).to_string()))
        .collect();
    let width = |text: &str| measure(text, Face::Label) * SIZE;
    let taken: f64 = shown.iter().map(|(_, name, count)| SYMBOL + width(name) + COUNT + width(count)).sum();
    let gap = (WIDE - taken) / (shown.len().max(2) - 1) as f64;
    let mut x = MARGIN;
    let mut nodes = Vec::new();
    for (tier, name, count) in shown {
        let after = x + SYMBOL + width(&name) + COUNT;
        nodes.push(mark(Some(tier), (x + 12.0, 594.0), 12.0).class("line"));
        nodes.push(text((x + SYMBOL, 603.0), Face::Label, SIZE, name).attr("data-soft", "soft"));
        x = after + width(&count) + gap;
        nodes.push(text((after, 603.0), Face::Label, SIZE, count));
    }
    nodes
}

/// What every card has: paper, what is spoken of, whose it is.
fn frame(atlas: &Atlas, edition: EditionId) -> Element {
    let words = atlas.words();
    let (width, height) = SIZE;
    let kicker = format!("{} · {}", say!(words, MAP_KICKER), atlas.year(edition));
    el("svg")
        .attr("xmlns", "http://www.w3.org/2000/svg")
        .attr("width", width.to_string())
        .attr("height", height.to_string())
        .attr("viewBox", format!("0 0 {width} {height}"))
        .with(el("rect").class("paper").attr("width", width.to_string()).attr("height", height.to_string()))
        .with(text((MARGIN, 74.0), Face::Label, 27.0, kicker).attr("data-soft", "soft"))
        .with(
            text((MARGIN + WIDE, 74.0), Face::Title, 30.0, say!(words, SHELL_TITLE))
                .attr("text-anchor", "end"),
        )
        .with(el("path").class("hair").attr("d", format!("M{} 98h{}", decimal(MARGIN, 0), decimal(WIDE, 0))))
}

/// Every edition in a row of cells, with the years of some.
fn strip(atlas: &Atlas, country: CountryId, edition: EditionId) -> Vec<Element> {
    let n = atlas.editions().len().max(1);
    let step = WIDE / n as f64;
    let (first, last) = atlas.years();
    let mut nodes = Vec::new();
    for about in atlas.editions() {
        let cell = atlas.cell(country, about.id);
        let x = MARGIN + step * about.id.index() as f64;
        let rect = el("rect")
            .attr("data-tier", cell.code())
            .attr("x", decimal(x + 1.0, 1))
            .attr("y", "508")
            .attr("width", decimal(step - 2.0, 1))
            .attr("height", "52");
        nodes.push(rect);
        nodes.push(mark(cell.tier(), (x + step / 2.0, 534.0), 10.0));
        let year = about.year;
        let named =
            year == first || year == last || year.is_multiple_of(5) && last - year > 1 && year - first > 1;
        if named {
            let at = (x + step / 2.0, 594.0);
            nodes.push(
                text(at, Face::Label, 22.0, year.to_string())
                    .attr("data-soft", "soft")
                    .attr("text-anchor", "middle"),
            );
        }
    }
    let now = el("rect")
        .class("now")
        .attr("x", decimal(MARGIN + step * edition.index() as f64 - 1.0, 1))
        .attr("y", "506")
        .attr("width", decimal(step + 2.0, 1))
        .attr("height", "56");
    nodes.push(now);
    nodes
}

/// A tier's symbol, so many pixels large in each direction.
fn mark(tier: Option<Tier>, (x, y): (f64, f64), size: f64) -> Element {
    el("path").attr("data-tier", tier.map_or("none", Tier::code)).attr("d", chart::symbol::path(tier)).attr(
        "transform",
        format!("translate({} {}) scale({})", decimal(x, 1), decimal(y, 1), decimal(size, 1)),
    )
}

fn text((x, y): (f64, f64), face: Face, size: f64, text: String) -> Element {
    el("text")
        .attr("x", decimal(x, 1))
        .attr("y", decimal(y, 1))
        .attr("font-size", decimal(size, 1))
        .class(face.class())
        .with(text)
}

/// The size, of at most `most` pixels, in which a text fits into one line.
fn fitting(text: &str, face: Face, most: f64, measure: Measure<'_>) -> f64 {
    let width = measure(text, face).max(0.1);
    most.min(WIDE / width)
}

/// A text in lines that fit, broken at its spaces.
fn wrapped(text: &str, face: Face, size: f64, measure: Measure<'_>) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if measure(&format!("{line} {word}"), face) * size <= WIDE => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// A texture in a size that is still seen on a map of 800 pixels, without its ground: tiles of a picture leave seams.
fn coarse(node: Node) -> Node {
    match node {
        Node::Element(mut pattern) => {
            pattern.children.retain(|child| !matches!(child, Node::Element(child) if child.tag == "rect"));
            pattern.attr("patternTransform", "scale(3)").into()
        }
        text => text,
    }
}

/// A node of the map with what the site's style sheet does: the size of markers, and textures above the colour of lands.
fn placed(node: Node) -> Vec<Node> {
    match node {
        Node::Element(mut element) => {
            if element.get("class") == Some("mark") {
                element = element.attr("transform", "scale(21)");
            }
            element.children = element.children.into_iter().flat_map(placed).collect();
            let land = element.tag == "path" && element.get("data-tier").is_some();
            let texture = land.then(|| element.clone().class("texture").into());
            std::iter::once(element.into()).chain(texture).collect()
        }
        text => vec![text],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each letter is half as wide as the text is high.
    fn half(text: &str, _: Face) -> f64 {
        text.chars().count() as f64 / 2.0
    }

    #[test]
    fn lines_are_as_full_as_they_may_be() {
        // At 20 pixels a letter is 10 wide, and 107 fit into 1072.
        let lines = wrapped(&"abcd ".repeat(30), Face::Body, 20.0, &half);
        assert_eq!(lines[0].len(), 104);
        assert!(lines.iter().all(|line| line.len() <= 107), "{lines:?}");
    }

    #[test]
    fn a_long_name_is_set_smaller() {
        assert_eq!(fitting("Chad", Face::Title, 96.0, &half), 96.0);
        assert_eq!(fitting(&"a".repeat(40), Face::Title, 96.0, &half), 53.6);
    }
}
