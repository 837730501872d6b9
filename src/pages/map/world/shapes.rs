//! The nodes of the map: one a country, changed only where its tier changes.

use chart::map::{Direction, Point, World, neighbour};
use leptos::prelude::*;
use tip::search::{ahead, fold};
use tip::{Code, Country, EditionId};
use wasm_bindgen::JsCast;

use super::super::shown::Shown;
use crate::parts::roving::move_stop;
use crate::reactive::effect;
use dom::set;

/// Letters closer together than this, in milliseconds, are of one name.
const TYPING: f64 = 1000.0;

/// The nodes, by country, and which of them has the map's one tab stop.
#[derive(Clone, Copy)]
pub struct Shapes {
    shown: Shown,
    world: &'static World,
    nodes: StoredValue<Vec<Shape>, LocalStorage>,
    held: StoredValue<Option<Code>>,
    /// The letters typed last, and when, in milliseconds.
    typed: StoredValue<(String, f64)>,
}

/// The node of a country, and the symbol of its marker, if it has one. Both are looked up once.
#[derive(Clone)]
struct Shape {
    code: Code,
    node: web_sys::SvgElement,
    symbol: Option<web_sys::Element>,
}

impl Shapes {
    /// Follows the edition on show, once the nodes are in the page.
    pub fn new(shown: Shown, world: &'static World) -> Shapes {
        let Shown { atlas, edition, .. } = shown;
        let first = page::map::first_stop(atlas, world);
        let shapes = Shapes {
            shown,
            world,
            nodes: StoredValue::new_local(Vec::new()),
            held: StoredValue::new(first),
            typed: StoredValue::new((String::new(), 0.0)),
        };
        let mut painted = edition.get_untracked();
        effect(move || {
            let now = edition.get();
            if now != painted {
                shapes.repaint(painted, now);
            }
            painted = now;
        });
        shapes
    }

    fn node(&self, code: Code) -> Option<web_sys::SvgElement> {
        self.shape(code).map(|shape| shape.node)
    }

    /// The shape of a country; all are looked up the first time.
    fn shape(&self, code: Code) -> Option<Shape> {
        if self.nodes.with_value(Vec::is_empty)
            && let Some(svg) = dom::by_id("world")
        {
            self.nodes.set_value(by_country(&svg));
        }
        self.nodes.with_value(|nodes| nodes.iter().find(|shape| shape.code == code).cloned())
    }

    /// Sets the tier of the countries whose placement differs, and touches no other node.
    fn repaint(&self, before: EditionId, now: EditionId) {
        let atlas = self.shown.atlas;
        for change in atlas.changes(before, now) {
            let Some(shape) = self.shape(atlas.country(change.country).code) else { continue };
            set(&shape.node, "data-tier", change.to.code());
            if let Some(symbol) = shape.symbol {
                set(&symbol, "d", chart::symbol::path(change.to.tier()));
            }
        }
    }

    /// The country with the tab stop.
    pub fn held(&self) -> Option<Code> {
        self.held.get_value()
    }

    /// Where it is.
    pub fn held_at(&self) -> Option<Point> {
        self.world.place(self.held()?).map(|place| place.at)
    }

    /// Gives the tab stop to another country.
    pub fn hold_focus(&self, code: Code) {
        let before = self.held().and_then(|held| self.node(held));
        if let Some(now) = self.node(code) {
            move_stop(before.as_deref(), &now);
        }
        self.held.set_value(Some(code));
    }

    /// Moves the focus to the next country in a direction.
    pub fn walk(&self, to: Direction) {
        let there: Vec<_> = self
            .world
            .places()
            .filter(|(code, _)| self.is_shown(*code))
            .map(|(code, place)| (code, place.at))
            .collect();
        if let Some(next) = self.held_at().and_then(|from| neighbour(from, &there, to)) {
            self.focus(next);
        }
    }

    /// The node of the small place that a point is near to.
    pub fn near(&self, point: Point, pixel: f64, under: Option<Code>) -> Option<web_sys::Element> {
        let code = self.world.near(point, pixel, under, |code| self.is_shown(code))?;
        self.node(code).map(Into::into)
    }

    fn focus(&self, code: Code) {
        if let Some(node) = self.node(code)
            && node.focus().is_err()
        {
            dom::log("the focus could not be moved");
        }
    }

    /// The countries on the map, by name.
    fn by_name(&self) -> Vec<&'static Country> {
        let on_map = |code| self.world.place(code).is_some() && self.is_shown(code);
        self.shown.atlas.countries().iter().filter(|country| on_map(country.code)).collect()
    }

    /// Moves the focus to the first country by name, or to the last.
    pub fn walk_to_end(&self, last: bool) {
        let all = self.by_name();
        if let Some(end) = if last { all.last() } else { all.first() } {
            self.focus(end.code);
        }
    }

    /// Moves the focus to the country whose name begins with the letters typed in quick succession.
    pub fn type_ahead(&self, letter: &str) {
        let now = js_sys::Date::now();
        let (before, when) = self.typed.get_value();
        let typed = if now - when < TYPING { before + letter } else { letter.to_owned() };
        self.typed.set_value((typed.clone(), now));
        let all = self.by_name();
        let names: Vec<String> = all.iter().map(|country| fold(&dom::plain(&country.name))).collect();
        let from = all.iter().position(|country| Some(country.code) == self.held());
        if let Some(found) = ahead(&names, &fold(&dom::plain(&typed)), from).and_then(|at| all.get(at)) {
            self.focus(found.code);
        }
    }

    /// Whether a country is to be met by the arrow keys: it is no former one of another time.
    fn is_shown(&self, code: Code) -> bool {
        let Shown { atlas, edition, .. } = self.shown;
        let has_shape = self.world.shapes.iter().any(|shape| shape.code == Some(code));
        let placed = |id| atlas.cell(id, edition.get_untracked()).tier().is_some();
        has_shape || atlas.find(code).is_some_and(|country| placed(country.id))
    }
}

fn by_country(svg: &web_sys::Element) -> Vec<Shape> {
    let mut nodes = Vec::new();
    if let Ok(found) = svg.query_selector_all("[data-iso3]") {
        for at in 0..found.length() {
            let node = found.get(at).and_then(|node| node.dyn_into::<web_sys::SvgElement>().ok());
            if let Some(node) = node
                && let Some(code) = node.get_attribute("data-iso3").as_deref().and_then(Code::parse)
            {
                let symbol = node.query_selector(".mark path").ok().flatten();
                nodes.push(Shape { code, node, symbol });
            }
        }
    }
    nodes
}
