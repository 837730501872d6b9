//! What every part of the map's page reads.

use leptos::prelude::*;
use tip::permalink::{self, EmbedView, Embedded, MapView, View};
use tip::{Atlas, EditionId};

/// What every part of the page reads.
#[derive(Clone, Copy)]
pub struct Shown {
    /// The atlas.
    pub atlas: &'static Atlas,
    /// The view on show.
    pub view: Memo<MapView>,
    /// Its edition.
    pub edition: Memo<EditionId>,
    /// The view without its year: what a step of the year leaves alone follows this.
    pub filter: Memo<MapView>,
    /// How it is embedded in another site's page, where it is.
    pub embedded: Option<EmbedView>,
}

impl Shown {
    /// Returns the same page, embedded or not, with another state of the map.
    pub fn view_of(&self, view: MapView) -> View {
        match self.embedded {
            Some(frame) => View::Embed(EmbedView { shows: Embedded::Map(view), ..frame }),
            None => View::Map(view),
        }
    }

    /// The view with another edition.
    pub fn in_edition(&self, edition: EditionId) -> View {
        self.view_of(MapView { year: permalink::year_of(self.atlas, edition), ..self.view.get_untracked() })
    }
}
