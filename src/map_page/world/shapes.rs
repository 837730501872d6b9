//! The nodes of the map: one a country, changed only where its tier changes.

use std::collections::BTreeMap;

use chart::map::{Marker, Shape, World};
use leptos::prelude::*;
use leptos::svg::Svg;
use tip::{Code, EditionId, Tier};
use wasm_bindgen::JsCast;

use super::Shown;
use super::camera::Camera;
use crate::boot;

/// The nodes, by country, and which of them has the map's one tab stop.
#[derive(Clone, Copy)]
pub struct Shapes {
    shown: Shown,
    world: &'static World,
    nodes: StoredValue<BTreeMap<Code, web_sys::SvgElement>, LocalStorage>,
    held: StoredValue<Option<Code>>,
}

impl Shapes {
    /// Follows the edition on show, once the nodes are in the page.
    pub fn new(shown: Shown, world: &'static World, svg: NodeRef<Svg>) -> Shapes {
        let Shown { atlas, edition, .. } = shown;
        let first =
            atlas.countries().iter().map(|country| country.code).find(|code| world.place(*code).is_some());
        let shapes = Shapes {
            shown,
            world,
            nodes: StoredValue::new_local(BTreeMap::new()),
            held: StoredValue::new(first),
        };
        let painted = edition.get_untracked();
        Effect::new(move |before: Option<EditionId>| {
            let now = edition.get();
            if let Some(svg) = svg.get() {
                if shapes.nodes.with_value(BTreeMap::is_empty) {
                    shapes.nodes.set_value(by_country(svg.unchecked_ref()));
                }
                shapes.repaint(before.unwrap_or(painted), now);
            }
            now
        });
        shapes
    }

    /// Sets the tier of the countries whose placement differs, and touches no other node.
    fn repaint(&self, before: EditionId, now: EditionId) {
        let atlas = self.shown.atlas;
        self.nodes.with_value(|nodes| {
            for change in atlas.changes(before, now) {
                let Some(node) = nodes.get(&atlas.country(change.country).code) else { continue };
                set(node, "data-tier", change.to.code());
                if let Ok(Some(symbol)) = node.query_selector(".mark path") {
                    set(&symbol, "d", chart::symbol::path(change.to.tier()));
                }
            }
        });
    }

    /// The country with the tab stop.
    pub fn held(&self) -> Option<Code> {
        self.held.get_value()
    }

    /// Gives the tab stop to another country.
    pub fn hold_focus(&self, code: Code) {
        self.nodes.with_value(|nodes| {
            if let (Some(before), Some(now)) =
                (self.held().and_then(|held| nodes.get(&held)), nodes.get(&code))
            {
                set(before, "tabindex", "-1");
                set(now, "tabindex", "0");
            }
        });
        self.held.set_value(Some(code));
    }

    /// Moves the focus to a country.
    pub fn focus(&self, code: Code) {
        self.nodes.with_value(|nodes| {
            if let Some(node) = nodes.get(&code)
                && node.focus().is_err()
            {
                boot::log("the focus could not be moved");
            }
        });
    }

    /// Whether a country is to be met by the arrow keys: it is not a former one of another time.
    pub fn is_shown(&self, code: Code) -> bool {
        let Shown { atlas, edition, .. } = self.shown;
        let has_shape = self.world.shapes.iter().any(|shape| shape.code == Some(code));
        let placed = |id| atlas.cell(id, edition.get_untracked()).tier().is_some();
        has_shape || atlas.find(code).is_some_and(|country| placed(country.id))
    }

    /// All nodes: lands below, markers with the lands they stand for above.
    pub fn nodes(self) -> impl IntoView {
        let shapes = self;
        let marked =
            |shape: &&Shape| shapes.world.markers.iter().any(|marker| Some(marker.code) == shape.code);
        let lands = self
            .world
            .shapes
            .iter()
            .filter(|shape| !marked(shape))
            .map(|shape| shapes.land(shape))
            .collect_view();
        let markers = self.world.markers.iter().map(|marker| shapes.marker(marker)).collect_view();
        view! {
            <g class="lands">{lands}</g>
            <g class="markers">{markers}</g>
        }
    }

    fn land(&self, shape: &'static Shape) -> impl IntoView + use<> {
        let country = shape.code.and_then(|code| self.shown.atlas.find(code));
        match country {
            None => {
                view! { <path class="unrated" data-name=shape.name.as_str() d=shape.d.as_str() /> }.into_any()
            }
            Some(country) => {
                let cell = self.shown.atlas.cell(country.id, self.shown.edition.get_untracked());
                view! {
                    <path
                        data-iso3=country.code.to_string()
                        data-tier=cell.code()
                        data-region=country.region.slug()
                        role="link"
                        aria-label=country.name.as_str()
                        aria-describedby="map-tip"
                        tabindex=self.tabindex(country.code)
                        d=shape.d.as_str()
                    />
                }
                .into_any()
            }
        }
    }

    fn marker(&self, marker: &'static Marker) -> impl IntoView + use<> {
        let country = self.shown.atlas.find(marker.code)?;
        let cell = self.shown.atlas.cell(country.id, self.shown.edition.get_untracked());
        let land = self.world.shapes.iter().find(|shape| shape.code == Some(marker.code));
        let leader = marker.of.map(|of| {
            view! { <line class="leader" x1=marker.at.x y1=marker.at.y x2=of.x y2=of.y /> }
        });
        Some(view! {
            <g
                class="marker"
                class:former=land.is_none()
                data-iso3=country.code.to_string()
                data-tier=cell.code()
                data-region=country.region.slug()
                role="link"
                aria-label=country.name.as_str()
                aria-describedby="map-tip"
                tabindex=self.tabindex(country.code)
            >
                {land.map(|land| view! { <path class="land" d=land.d.as_str() /> })}
                {leader}
                <g transform=format!("translate({} {})", marker.at.x, marker.at.y)>
                    <g class="mark">
                        <circle class="hit" r="12" />
                        <path d=chart::symbol::path(cell.tier()) />
                    </g>
                </g>
            </g>
        })
    }

    fn tabindex(&self, code: Code) -> &'static str {
        if Some(code) == self.held() { "0" } else { "-1" }
    }
}

/// Each tier's symbol as a texture, so that lands are told apart without colour. The texture keeps its size
/// on the screen whatever the zoom.
pub fn patterns(camera: Camera) -> impl IntoView {
    let pattern = move |tier: Tier| {
        view! {
            <pattern
                id=format!("tier-{}", tier.code())
                data-tier=tier.code()
                width="16"
                height="16"
                patternUnits="userSpaceOnUse"
                patternTransform=move || format!("scale({:.4})", camera.unit())
            >
                <rect width="16" height="16" />
                <path d=chart::symbol::path(Some(tier)) transform="translate(4 4) scale(1.7)" />
                <path d=chart::symbol::path(Some(tier)) transform="translate(12 12) scale(1.7)" />
            </pattern>
        }
    };
    view! { <defs>{Tier::ALL.map(pattern).collect_view()}</defs> }
}

fn by_country(svg: &web_sys::Element) -> BTreeMap<Code, web_sys::SvgElement> {
    let mut nodes = BTreeMap::new();
    if let Ok(found) = svg.query_selector_all("[data-iso3]") {
        for at in 0..found.length() {
            let node = found.get(at).and_then(|node| node.dyn_into::<web_sys::SvgElement>().ok());
            if let Some(node) = node
                && let Some(code) = node.get_attribute("data-iso3").as_deref().and_then(Code::parse)
            {
                nodes.insert(code, node);
            }
        }
    }
    nodes
}

fn set(node: &web_sys::Element, name: &str, value: &str) {
    if node.set_attribute(name, value).is_err() {
        boot::log("a node of the map could not be changed");
    }
}
