//! Pictures to take along: read by a strict reader of SVG, painted, and right to the last cell.

#![allow(clippy::unwrap_used, reason = "a panic is a failed test")]

use std::collections::BTreeSet;

use chart::map::World;
use page::picture::{Files, Graphic, Size, Style, draw, text};
use page::{Element, Node};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};
use tip::permalink::View;
use tip::{Atlas, Consequences, Tier, export};

const VIEWS: [&str; 13] = [
    "/?year=2025",
    "/?year=2014&region=africa&tiers=3",
    "/?year=2014&show=watch-list",
    "/?year=2001",
    "/country/KOR?year=2024",
    "/country/CIV?year=2014",
    "/country/SCG",
    "/compare?c=KOR,PRK,JPN",
    "/compare?c=USA,CAN,MEX,CUB,HTI,BRA,ARG,CHL&sort=tier",
    "/compare?region=western-hemisphere",
    "/changes?year=2024&region=africa",
    "/trends?region=near-east&show=shares&sort=similarity",
    "/consequences?year=2024",
];

/// Attributes of SVG 1.1 that say how something looks by themselves.
const ATTRIBUTES: [&str; 32] = [
    "clip-path",
    "d",
    "fill",
    "fill-rule",
    "font-family",
    "font-size",
    "font-weight",
    "height",
    "id",
    "opacity",
    "patternTransform",
    "patternUnits",
    "points",
    "stroke",
    "stroke-dasharray",
    "stroke-linejoin",
    "stroke-width",
    "text-anchor",
    "transform",
    "viewBox",
    "width",
    "x",
    "xlink:href",
    "xmlns",
    "xmlns:xlink",
    "y",
    "cx",
    "cy",
    "r",
    "x1",
    "x2",
    "y1",
];

struct Record {
    atlas: Atlas,
    world: World,
    consequences: Consequences,
}

impl Record {
    fn read() -> Record {
        Record {
            atlas: Atlas::from_json(&testdata::atlas_until(2025).unwrap()).unwrap(),
            world: World::from_json(&testdata::file("assets/map/world.json").unwrap()).unwrap(),
            consequences: Consequences::from_json(&testdata::file("assets/data/consequences.json").unwrap())
                .unwrap(),
        }
    }

    fn picture(&self, address: &str, graphic: Graphic, style: Style) -> Element {
        let files = Files { world: Some(&self.world), consequences: Some(&self.consequences) };
        let notes = export::citation(&self.atlas, &format!("https://example.org{address}"));
        draw(&self.atlas, &View::parse(address), graphic, files, style, &notes).unwrap()
    }
}

fn all(picture: &Element) -> Vec<Element> {
    Node::from(picture.clone()).elements().into_iter().cloned().collect()
}

#[test]
fn a_strict_reader_takes_every_picture() {
    let record = Record::read();
    for address in VIEWS {
        let graphics = Graphic::of(&record.atlas, &View::parse(address));
        assert!(!graphics.is_empty(), "{address}");
        for graphic in graphics {
            for (size, dark) in Size::ALL.into_iter().flat_map(|size| [(size, false), (size, true)]) {
                let picture = record.picture(address, graphic, Style { size, dark });
                let file = text(&picture);
                let what = format!("{address}: {graphic:?}, {size:?}");
                assert!(
                    file.contains(&format!("https://example.org{}", address.replace('&', "&amp;"))),
                    "{what}"
                );
                assert!(
                    file.contains(record.atlas.version()) && file.contains("Trafficking in Persons Report")
                );

                let elements = all(&picture);
                let ids: BTreeSet<&str> = elements.iter().filter_map(|element| element.get("id")).collect();
                for (name, value) in elements.iter().flat_map(|element| &element.attributes) {
                    assert!(ATTRIBUTES.contains(name), "{what}: {name}");
                    if matches!(*name, "fill" | "stroke" | "clip-path") {
                        let id = value.strip_prefix("url(#").and_then(|id| id.strip_suffix(')'));
                        let colour = value.len() == 7 && value.starts_with('#') || value == "none";
                        assert!(colour || id.is_some_and(|id| ids.contains(id)), "{what}: {name}={value}");
                    }
                }

                let tree = Tree::from_str(&file, &Options::default()).unwrap();
                let (width, height) = size.pixels();
                assert_eq!((tree.size().width() as u32, tree.size().height() as u32), (width, height));
                let mut pixels = Pixmap::new(width / 4, height / 4).unwrap();
                resvg::render(&tree, Transform::from_scale(0.25, 0.25), &mut pixels.as_mut());
                let ground = pixels.pixel(2, 2).unwrap();
                let paper = if dark { (0x17, 0x16, 0x14) } else { (0xfb, 0xfa, 0xf6) };
                assert_eq!((ground.red(), ground.green(), ground.blue()), paper, "{what}");
                let painted = pixels.pixels().iter().filter(|pixel| **pixel != ground).count();
                assert!(painted > pixels.pixels().len() / 100, "{what}: {painted} pixels are painted");
            }
        }
    }
}

#[test]
fn every_land_of_the_map_has_the_colour_of_its_tier() {
    let record = Record::read();
    for year in [2004, 2014, 2025] {
        let picture = record.picture(&format!("/?year={year}"), Graphic::Map, Style::default());
        let elements = all(&picture);
        let edition = record.atlas.edition_of(year).unwrap();
        let mut seen = 0;
        for shape in &record.world.shapes {
            let Some(country) = shape.code.and_then(|code| record.atlas.find(code)) else { continue };
            let fill = match record.atlas.cell(country.id, edition).tier() {
                Some(Tier::One) => "#1c4a75",
                Some(Tier::Two) => "#87bcd1",
                Some(Tier::TwoWatchList) => "#eeb533",
                Some(Tier::Three) => "#a31629",
                Some(Tier::SpecialCase) => "#8e6a7c",
                None => "#efebe2",
            };
            // Two halves of an island are the same few units of the map.
            let mut lands = elements.iter().filter(|element| element.get("d") == Some(&shape.d));
            assert!(lands.any(|land| land.get("fill") == Some(fill)), "{} in {year}", country.code);
            seen += 1;
        }
        assert!(seen > 180, "{seen}");
    }
}

#[test]
fn the_overview_has_every_placement() {
    let record = Record::read();
    for size in Size::ALL {
        let picture = record.picture("/trends", Graphic::Overview, Style { size, dark: false });
        let elements = all(&picture);
        let atlas = &record.atlas;
        for (tier, fill) in [(Some(Tier::One), "#1c4a75"), (Some(Tier::Three), "#a31629"), (None, "#efebe2")]
        {
            let cells = atlas.countries().iter().flat_map(|country| {
                atlas.editions().iter().filter(move |about| atlas.cell(country.id, about.id).tier() == tier)
            });
            let ground = elements
                .iter()
                .find(|element| {
                    element.get("fill") == Some(fill) && element.get("d").is_some_and(|d| d.contains('h'))
                })
                .unwrap();
            assert_eq!(ground.get("d").unwrap().matches('M').count(), cells.count(), "{fill}");
        }
        let names: Vec<String> = elements
            .iter()
            .filter(|element| element.tag == "text")
            .map(|element| Node::from(element.clone()).text())
            .collect();
        for country in atlas.countries() {
            assert!(names.contains(&country.name), "{}", country.name);
        }
    }
}

/// Eswatini is hardly larger than its arrow: no land may lie above an arrow.
#[test]
fn arrows_are_above_all_lands() {
    let record = Record::read();
    let picture = record.picture("/changes?year=2024", Graphic::Movers, Style::default());
    let elements = all(&picture);
    let is_arrow = |element: &&Element| {
        element.get("d").is_some_and(|d| d.starts_with("M0-34") || d.starts_with("M0 34"))
    };
    let last_land = elements
        .iter()
        .rposition(|element| record.world.shapes.iter().any(|shape| element.get("d") == Some(&shape.d)))
        .unwrap();
    let arrows = elements.iter().skip(last_land).filter(is_arrow).count();
    // 22 up and 19 down, each with paper around it; and one of each in the key.
    assert_eq!(arrows, 2 * (22 + 19) + 2);
    // On the page, too.
    let view = View::parse("/changes?year=2024");
    let View::Changes(view) = view else { return };
    let files = page::changes::Files { world: Some(&record.world), ..page::changes::Files::default() };
    let page = page::changes::page(&record.atlas, &view, files, &page::Setting::default());
    let elements: Vec<&Element> = page.nodes.iter().flat_map(Node::elements).collect();
    let last_land = elements.iter().rposition(|element| element.get("class") == Some("land")).unwrap();
    let first_arrow = elements
        .iter()
        .position(|element| element.tag == "path" && element.get("class") == Some("arrow"))
        .unwrap();
    assert!(first_arrow > last_land);
}
