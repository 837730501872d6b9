//! Keeps the keyboard focus while the page changes.

use wasm_bindgen::JsCast;

/// The focus before the page was changed.
pub struct Focus {
    id: String,
    /// The section, header or figure around it.
    home: Option<web_sys::Element>,
}

impl Focus {
    /// Returns the focus if it is within `place`, else `None`.
    pub fn in_place(place: &web_sys::Element) -> Option<Focus> {
        let element = place.owner_document()?.active_element()?;
        place.contains(Some(&element)).then(|| Focus {
            id: element.id(),
            home: element.closest("section, header, figure").ok().flatten(),
        })
    }

    /// Gives the focus back where it was lost: to the element with the same id, else to its section, so that a
    /// reader at the keys goes on from there.
    pub fn keep(&self, place: &web_sys::Element) {
        let now = place.owner_document().and_then(|document| document.active_element());
        if now.is_some_and(|now| place.contains(Some(&now))) {
            return;
        }
        if !self.id.is_empty() && dom::by_id(&self.id).is_some() {
            dom::focus(&self.id);
            return;
        }
        let home = self.home.clone().filter(|home| place.contains(Some(home)));
        if let Some(home) = home.and_then(|home| home.dyn_into::<web_sys::HtmlElement>().ok()) {
            home.set_tab_index(-1);
            let options = web_sys::FocusOptions::new();
            options.set_prevent_scroll(true);
            if home.focus_with_options(&options).is_err() {
                dom::log("the focus could not be kept");
            }
        }
    }
}
