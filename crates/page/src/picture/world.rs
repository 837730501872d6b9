//! The map of an edition, and the map of who moved.

use chart::map::{Bounds, World};
use chart::number::decimal;
use tip::permalink::{ChangesView, MapView};
use tip::{Atlas, Change, Code, Consequences, CountryId, Counts, Movement, Region, Tier, sentence};
use words::say;

use super::kicker;
use super::paint::texture_of;
use super::sheet::{Area, Face, Head, Key, Sheet, Size};
use crate::changes;
use crate::highlight::{marks, name as highlight_name};
use crate::{Element, el};

/// How far what is not singled out steps back.
const FAINT: &str = "0.16";

/// The map of an edition: its tiers, or what is singled out of them.
pub(super) fn of_edition(
    atlas: &Atlas,
    world: &World,
    consequences: Option<&Consequences>,
    view: &MapView,
    sheet: &Sheet,
    notes: &[String],
) -> Element {
    let edition = tip::permalink::edition(atlas, view.year);
    let head = sentence::headline(atlas, edition, view.region);
    let singled: Option<Vec<CountryId>> = view.highlight.map(|highlight| {
        marks(atlas, consequences, highlight, edition).into_iter().map(|(id, _)| id).collect()
    });
    let is_singled = |id: CountryId| {
        let country = atlas.country(id);
        let tier = atlas.cell(id, edition).tier();
        view.region.is_none_or(|region| country.region == region)
            && (view.tiers.is_empty() || tier.is_some_and(|tier| view.tiers.contains(tier)))
            && singled.as_ref().is_none_or(|singled| singled.contains(&id))
    };
    let shown = view.highlight.map(|highlight| highlight_name(atlas.words(), highlight));
    let deck = match shown {
        Some(shown) => format!("{shown}. {}", head.deck),
        None => head.deck,
    };
    let words = atlas.words();
    let counts = atlas.counts(edition, view.region);
    let is_tall = sheet.size == Size::Tall && view.region.is_none();
    let tiers = Tier::ALL.into_iter().filter(|tier| counts.of(*tier) > 0);
    // On a tall sheet, bars below the map are the key.
    let key = tiers.filter(|_| !is_tall).map(|tier| Key {
        sign: sheet.tier(Some(tier)),
        text: format!("{} · {}", tier.named(words), counts.of(tier)),
    });
    let none = Key { sign: swatch(sheet.colours.of(None).fill, sheet), text: say!(words, TIER_NONE) };
    let head = Head { kicker: kicker(atlas, edition), title: head.title, deck };
    sheet.framed(&head, key.chain([none]).collect(), notes, |area| {
        let map = Map::new(world, region_bounds(atlas, world, view.region), area, sheet);
        let paint = |code: Code| {
            let country = atlas.find(code)?;
            Some((atlas.cell(country.id, edition).tier(), is_singled(country.id)))
        };
        let lands = map.lands(&paint).into_iter().chain(map.markers(&paint));
        let bars =
            if is_tall { bars(atlas, &counts, sheet, area.below(map.foot() + 48.0)) } else { Vec::new() };
        [map.textures(), map.framed(lands)].into_iter().chain(bars).collect::<Vec<_>>()
    })
}

/// The countries of each tier counted, as bars.
fn bars(atlas: &Atlas, counts: &Counts, sheet: &Sheet, area: Area) -> Vec<Element> {
    const NAMES: f64 = 300.0;
    const SIZE: f64 = 28.0;
    let words = atlas.words();
    let tiers: Vec<Tier> = Tier::ALL.into_iter().filter(|tier| counts.of(*tier) > 0).collect();
    let most = tiers.iter().map(|tier| counts.of(*tier)).max().unwrap_or_default().max(1);
    let step = (area.height / tiers.len().max(1) as f64).min(84.0);
    let room = area.width - NAMES - 90.0;
    let rows = tiers.into_iter().enumerate().flat_map(|(at, tier)| {
        let n = counts.of(tier);
        let y = area.y + step * at as f64;
        let base = y + step / 2.0 + SIZE * 0.35;
        let wide = room * f64::from(n) / f64::from(most);
        let sign =
            format!("translate({} {}) scale(12)", decimal(area.x + 12.0, 1), decimal(y + step / 2.0, 1));
        let bar = el("rect")
            .attr("x", decimal(area.x + NAMES, 1))
            .attr("y", decimal(y + step * 0.14, 1))
            .attr("width", decimal(wide, 1))
            .attr("height", decimal(step * 0.72, 1))
            .attr("fill", sheet.colours.of(Some(tier)).fill);
        let name = sheet.text((area.x + 40.0, base), SIZE, Face::Sans, tier.named(words));
        let count = sheet.text((area.x + NAMES + wide + 14.0, base), SIZE, Face::Strong, n.to_string());
        [
            el("g").attr("transform", sign).with(sheet.tier(Some(tier))),
            bar,
            name.attr("fill", sheet.colours.ink),
            count.attr("fill", sheet.colours.ink),
        ]
    });
    rows.collect()
}

/// The map of who moved: where each arrived, with an arrow up or down above all lands.
pub(super) fn of_movers(
    atlas: &Atlas,
    world: &World,
    view: &ChangesView,
    sheet: &Sheet,
    notes: &[String],
) -> Option<Element> {
    let words = atlas.words();
    let span = view.span(atlas);
    let from = span.from?;
    let all = changes::changes(atlas, span, view.region);
    let kinds = [Movement::Upgrade, Movement::Downgrade, Movement::Reclassified];
    let movers: Vec<&Change> = all.iter().filter(|change| kinds.contains(&change.movement())).collect();
    let n = |kind: Movement| movers.iter().filter(|change| change.movement() == kind).count();
    let arrow = |kind: Movement| {
        let d = changes::arrow(kind);
        el("path").attr("d", d).attr("transform", "scale(0.029)").attr("fill", sheet.colours.ink)
    };
    let named =
        |kind: Movement, text: String| Key { sign: arrow(kind), text: format!("{text} · {}", n(kind)) };
    let mut key = vec![
        named(Movement::Upgrade, say!(words, CHANGES_UP)),
        named(Movement::Downgrade, say!(words, CHANGES_DOWN)),
    ];
    if n(Movement::Reclassified) > 0 {
        key.push(named(Movement::Reclassified, say!(words, CHANGES_SPECIAL)));
    }
    let arrived =
        Tier::ALL.into_iter().filter(|tier| movers.iter().any(|change| change.to.tier() == Some(*tier)));
    key.extend(
        arrived.map(|tier| Key { sign: sheet.tier(Some(tier)), text: format!("→ {}", tier.named(words)) }),
    );
    let list = |kind: Movement, heading: String| {
        let own = movers.iter().filter(|change| change.movement() == kind);
        let names: Vec<&str> = own.map(|change| atlas.country(change.country).name.as_str()).collect();
        (!names.is_empty()).then(|| (heading, format!("{}.", names.join(", "))))
    };
    let lists: Vec<(String, String)> = [
        list(Movement::Upgrade, say!(words, CHANGES_UP)),
        list(Movement::Downgrade, say!(words, CHANGES_DOWN)),
    ]
    .into_iter()
    .flatten()
    .collect();
    let years = sentence::span(words, atlas.year(from), atlas.year(span.to));
    let head = Head {
        kicker: format!("{} · {years}", say!(words, MAP_KICKER)),
        title: changes::title(atlas, span, &all, view.region),
        deck: String::new(),
    };
    Some(sheet.framed(&head, key, notes, |area| {
        // The names stand beside the map, or below it.
        let beside = sheet.size == Size::Wide;
        let names = if beside { area.width * 0.3 } else { area.width };
        let whole = area;
        let area = if beside { Area { width: area.width - names - 40.0, ..area } } else { area };
        let map = Map::new(world, region_bounds(atlas, world, view.region), area, sheet);
        let to = |code: Code| {
            let country = atlas.find(code)?;
            let mover = movers.iter().find(|change| change.country == country.id);
            Some((mover.and_then(|mover| mover.to.tier()), true))
        };
        let arrows = movers.iter().filter_map(|change| {
            let place = world.place(atlas.country(change.country).code)?;
            let unit = map.unit();
            let at = format!(
                "translate({} {}) scale({})",
                decimal(place.at.x, 0),
                decimal(place.at.y, 0),
                decimal(unit * 0.27, 3)
            );
            let mark =
                || el("path").attr("d", changes::arrow(change.movement())).attr("transform", at.clone());
            let around = mark()
                .attr("fill", sheet.colours.paper)
                .attr("stroke", sheet.colours.paper)
                .attr("stroke-width", "10")
                .attr("stroke-linejoin", "round");
            Some([around, mark().attr("fill", sheet.colours.ink)])
        });
        let mut nodes = vec![map.textures(), map.framed(map.lands(&to).into_iter().chain(arrows.flatten()))];
        let x = whole.x + whole.width - names;
        let mut y = if beside { whole.y } else { map.foot() + 24.0 };
        for (heading, list) in lists {
            let (heading, foot) = sheet.paragraph((x, y), (22.0, Face::Strong), names, &heading);
            let (list, foot) = sheet.paragraph((x, foot), (21.0, Face::Sans), names, &list);
            nodes.extend(heading.into_iter().chain(list));
            y = foot + 16.0;
        }
        nodes
    }))
}

/// The box around the countries of a region.
fn region_bounds(atlas: &Atlas, world: &World, region: Option<Region>) -> Option<Bounds> {
    let region = region?;
    let of_region = atlas.countries().iter().filter(|country| country.region == region);
    of_region.filter_map(|country| world.place(country.code)).map(|place| place.bounds).reduce(Bounds::union)
}

/// A filled square with an edge, around the origin.
fn swatch(fill: &'static str, sheet: &Sheet) -> Element {
    el("path")
        .attr("d", "M-.9-.9H.9V.9H-.9Z")
        .attr("fill", fill)
        .attr("stroke", sheet.colours.of(None).line)
        .attr("stroke-width", "0.12")
}

/// The tier of a country, and whether it is singled out; `None` for one that is not of the report.
type Paint<'a> = &'a dyn Fn(Code) -> Option<(Option<Tier>, bool)>;

/// The map in its place on the sheet.
struct Map<'a> {
    world: &'a World,
    sheet: &'a Sheet,
    /// The part of the map in sight, in map units.
    window: Area,
    /// Where it is on the sheet, in pixels.
    place: Area,
}

impl<'a> Map<'a> {
    /// The whole map, or as much around a box as its place has the proportions for.
    fn new(world: &'a World, bounds: Option<Bounds>, area: Area, sheet: &'a Sheet) -> Map<'a> {
        let window = match bounds {
            None => Area { x: 0.0, y: 0.0, width: world.width, height: world.height },
            Some(bounds) => {
                let proportion = area.width / area.height;
                let (wide, high) = (bounds.width() * 1.16, bounds.height() * 1.16);
                let width = wide.max(high * proportion).min(world.width);
                let height = high.max(wide / proportion).min(world.height);
                let middle = bounds.middle();
                let from =
                    |middle: f64, part: f64, whole: f64| (middle - part / 2.0).min(whole - part).max(0.0);
                let (x, y) = (from(middle.x, width, world.width), from(middle.y, height, world.height));
                Area { x, y, width, height }
            }
        };
        let scale = (area.width / window.width).min(area.height / window.height);
        let (width, height) = (window.width * scale, window.height * scale);
        let place = Area { x: area.x + (area.width - width) / 2.0, y: area.y, width, height };
        Map { world, sheet, window, place }
    }

    /// Where it ends on the sheet.
    fn foot(&self) -> f64 {
        self.place.y + self.place.height
    }

    /// Map units in a pixel.
    fn unit(&self) -> f64 {
        self.window.width / self.place.width
    }

    fn textures(&self) -> Element {
        self.sheet.textures(self.unit() * 1.1)
    }

    /// What is on the map, cut at its edges.
    fn framed(&self, nodes: impl Iterator<Item = Element>) -> Element {
        let Area { x, y, width, height } = self.window;
        let edge = el("rect")
            .attr("x", decimal(x, 1))
            .attr("y", decimal(y, 1))
            .attr("width", decimal(width, 1))
            .attr("height", decimal(height, 1));
        let place = format!(
            "translate({} {}) scale({}) translate({} {})",
            decimal(self.place.x, 1),
            decimal(self.place.y, 1),
            decimal(1.0 / self.unit(), 4),
            decimal(-x, 1),
            decimal(-y, 1)
        );
        el("g").with(el("clipPath").attr("id", "map-edge").with(edge)).with(
            el("g").attr("transform", place).with(el("g").attr("clip-path", "url(#map-edge)").all(nodes)),
        )
    }

    /// All lands: the colour of the tier, its texture above it.
    fn lands(&self, paint: Paint<'_>) -> Vec<Element> {
        let colours = self.sheet.colours;
        let line = decimal(self.unit() * 0.8, 2);
        let shapes = self.world.shapes.iter().flat_map(|shape| {
            let land = |fill: String| el("path").attr("d", shape.d.clone()).attr("fill", fill);
            let edged = |fill: &str, stroke: &'static str| {
                land(fill.to_owned()).attr("stroke", stroke).attr("stroke-width", line.clone())
            };
            match shape.code.and_then(paint) {
                None => vec![edged(colours.unrated, colours.hair)],
                Some((tier, singled)) => {
                    let stroke = if tier.is_some() { colours.paper } else { colours.hair };
                    let ground = edged(colours.of(tier).fill, stroke);
                    let texture = tier.map(|tier| land(texture_of(tier)));
                    std::iter::once(ground).chain(texture).map(|node| faint(node, singled)).collect()
                }
            }
        });
        shapes.collect()
    }

    /// The markers of places too small to see, with a line to the place where a marker had to give way.
    fn markers(&self, paint: Paint<'_>) -> Vec<Element> {
        let unit = self.unit();
        let colours = self.sheet.colours;
        let whole = |n: f64| decimal(n, 0);
        let marks = self.world.markers.iter().flat_map(|marker| {
            let Some((tier, singled)) = paint(marker.code) else { return Vec::new() };
            let is_former = !self.world.shapes.iter().any(|shape| shape.code == Some(marker.code));
            if is_former && tier.is_none() {
                return Vec::new();
            }
            let leader = marker.of.map(|of| {
                el("path")
                    .attr(
                        "d",
                        format!(
                            "M{} {}L{} {}",
                            whole(marker.at.x),
                            whole(marker.at.y),
                            whole(of.x),
                            whole(of.y)
                        ),
                    )
                    .attr("stroke", colours.soft)
                    .attr("stroke-width", decimal(unit * 0.8, 2))
                    .attr("fill", "none")
            });
            let size = if tier.is_some() { 6.0 } else { 3.6 };
            let place = format!(
                "translate({} {}) scale({})",
                whole(marker.at.x),
                whole(marker.at.y),
                decimal(unit * size, 3)
            );
            let fill = if tier.is_some() { colours.of(tier).fill } else { colours.of(None).line };
            let mark = el("path")
                .attr("d", chart::symbol::path(tier))
                .attr("fill", fill)
                .attr("stroke", colours.paper)
                .attr("stroke-width", "0.2")
                .attr("transform", place);
            leader.into_iter().chain([mark]).map(|node| faint(node, singled)).collect()
        });
        marks.collect()
    }
}

fn faint(node: Element, singled: bool) -> Element {
    if singled { node } else { node.attr("opacity", FAINT) }
}
