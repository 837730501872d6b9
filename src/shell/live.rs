//! The live region: it announces changes that do not move the focus.

use leptos::prelude::*;

/// The page's polite live region. There is one, above all pages, so that nothing is announced twice.
#[derive(Clone, Copy, Debug)]
pub struct LiveRegion(RwSignal<String>);

impl LiveRegion {
    /// Makes the region and puts it into the context.
    pub fn provide() -> LiveRegion {
        let live = LiveRegion(RwSignal::new(String::new()));
        provide_context(live);
        live
    }

    /// The region of the context; a mute one where there is none.
    pub fn get() -> LiveRegion {
        use_context().unwrap_or_else(|| LiveRegion(RwSignal::new(String::new())))
    }

    /// Has a sentence said once the present one is over.
    pub fn say(&self, sentence: &str) {
        self.0.set(sentence.to_owned());
    }

    /// The message, tracked.
    pub fn message(&self) -> String {
        self.0.get()
    }
}
