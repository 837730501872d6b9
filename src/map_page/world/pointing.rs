//! Which country an event is about, and the line around it.

use chart::map::World;
use leptos::prelude::*;
use tip::{Atlas, Code};
use wasm_bindgen::JsCast;

use super::super::tooltip::{Pointed, What};

/// A node of the map, and the point of the window that an event is about.
pub struct Found {
    node: web_sys::Element,
    at: (f64, f64),
}

impl Found {
    /// The country; `None` for a territory that nobody rates.
    pub fn code(&self) -> Option<Code> {
        self.node.get_attribute("data-iso3").as_deref().and_then(Code::parse)
    }

    /// The same within the map's frame.
    pub fn in_frame(&self, atlas: &Atlas, frame: &web_sys::HtmlElement, by_touch: bool) -> Option<Pointed> {
        let what = match self.code() {
            Some(code) => What::Country(atlas.find(code)?.id),
            None => What::Unrated(self.node.get_attribute("data-name")?),
        };
        let rect = frame.get_bounding_client_rect();
        let at = (self.at.0 - rect.left(), self.at.1 - rect.top());
        Some(Pointed { what, at, frame: (rect.width(), rect.height()), by_touch })
    }
}

/// What is under the pointer.
pub fn under_pointer(event: &web_sys::MouseEvent) -> Option<Found> {
    let node = node_of(event)?;
    Some(Found { node, at: (f64::from(event.client_x()), f64::from(event.client_y())) })
}

/// What has the focus, with the middle of its box.
pub fn in_focus(event: &web_sys::FocusEvent) -> Option<Found> {
    let node = node_of(event)?;
    let rect = node.get_bounding_client_rect();
    let at = (rect.left() + rect.width() / 2.0, rect.top() + rect.height() / 2.0);
    Some(Found { node, at })
}

fn node_of(event: &web_sys::Event) -> Option<web_sys::Element> {
    let target: web_sys::Element = event.target()?.dyn_into().ok()?;
    target.closest("[data-iso3], [data-name]").ok().flatten()
}

/// The line around what is pointed at, over everything else.
pub fn outline(
    atlas: &'static Atlas,
    world: &'static World,
    pointed: RwSignal<Option<Pointed>>,
) -> impl IntoView {
    let country = Memo::new(move |_| {
        pointed.with(|pointed| match pointed.as_ref().map(|pointed| &pointed.what) {
            Some(What::Country(id)) => Some(atlas.country(*id).code),
            _ => None,
        })
    });
    let marker = move || {
        let code = country.get()?;
        world.markers.iter().find(|marker| marker.code == code)
    };
    let shape = move || {
        let code = country.get()?;
        world.shapes.iter().find(|shape| shape.code == Some(code)).map(|shape| shape.d.clone())
    };
    view! {
        <path class="pointed" d=move || shape().unwrap_or_default() />
        <g transform=move || marker().map(|marker| format!("translate({} {})", marker.at.x, marker.at.y))>
            <circle class="pointed marker-ring" r=move || if marker().is_some() { "9" } else { "0" } />
        </g>
    }
}
