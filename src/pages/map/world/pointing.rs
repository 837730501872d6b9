//! Which country an event is about, and the line around it.

use chart::map::World;
use leptos::prelude::*;
use tip::{Atlas, Code, CountryId};

use crate::dom::{closest, text};

/// What is pointed at, and where in the map's frame, in pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct Pointed {
    /// The country, or the name of a territory that nobody rates.
    pub what: What,
    /// Whether a finger did it: the way on is then in the tooltip, since a tap cannot hover.
    pub by_touch: bool,
    at: (f64, f64),
    frame: (f64, f64),
}

/// A place on the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// A country of the atlas.
    Country(CountryId),
    /// A territory that the report has never placed.
    Unrated(String),
}

/// Where the tooltip stands: its middle, and its upper or lower edge.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// The middle, from the frame's left.
    pub x: f64,
    /// The edge next to the place, from the frame's top.
    pub y: f64,
    /// Whether it is below the place.
    pub below: bool,
}

impl Pointed {
    /// Below the place in the upper half of the map, above it in the lower, and within the frame's sides.
    pub fn spot(&self) -> Spot {
        // Half of the tooltip's width, 18.5 rem, and a little.
        let half = 152.0_f64.min(self.frame.0 / 2.0);
        let below = self.at.1 < self.frame.1 / 2.0;
        Spot {
            x: self.at.0.clamp(half, self.frame.0 - half),
            y: if below { self.at.1 + 18.0 } else { self.at.1 - 18.0 },
            below,
        }
    }
}

/// Points at something, or at nothing; the same again changes nothing.
pub fn set(pointed: RwSignal<Option<Pointed>>, to: Option<Pointed>) {
    if pointed.with_untracked(|before| *before != to) {
        pointed.set(to);
    }
}

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
    pub fn in_frame(&self, atlas: &Atlas, frame: &web_sys::Element, by_touch: bool) -> Option<Pointed> {
        let what = match self.code() {
            Some(code) => What::Country(atlas.find(code)?.id),
            None => What::Unrated(self.node.get_attribute("data-name")?),
        };
        let rect = frame.get_bounding_client_rect();
        let at = (self.at.0 - rect.left(), self.at.1 - rect.top());
        Some(Pointed { what, at, frame: (rect.width(), rect.height()), by_touch })
    }
}

const PLACES: &str = ".world [data-iso3], .world [data-name]";

/// What is under the pointer.
pub fn under_pointer(event: &web_sys::MouseEvent) -> Option<Found> {
    let node = closest(event, PLACES)?;
    Some(Found { node, at: (f64::from(event.client_x()), f64::from(event.client_y())) })
}

/// What has the focus, with the middle of its box.
pub fn in_focus(event: &web_sys::FocusEvent) -> Option<Found> {
    let node = closest(event, PLACES)?;
    let rect = node.get_bounding_client_rect();
    let at = (rect.left() + rect.width() / 2.0, rect.top() + rect.height() / 2.0);
    Some(Found { node, at })
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
    let marker =
        move || country.get().and_then(|code| world.markers.iter().find(|marker| marker.code == code));
    let shape = text(move || {
        let code = country.get();
        let shape = world.shapes.iter().find(|shape| code.is_some() && shape.code == code);
        shape.map(|shape| shape.d.clone()).unwrap_or_default()
    });
    let ring_at = text(move || {
        marker().map(|marker| format!("translate({} {})", marker.at.x, marker.at.y)).unwrap_or_default()
    });
    let ring = text(move || if marker().is_some() { "9" } else { "0" }.to_owned());
    view! {
        <path class="pointed" d=shape />
        <g transform=ring_at><circle class="pointed marker-ring" r=ring /></g>
    }
}
