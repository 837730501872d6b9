//! The page that a file of the site brought with it: which view it has, and whether the app can take it over.

use leptos::prelude::*;
use page::State;
use tip::permalink::View;

use crate::pages;
use crate::part::Parts;
use crate::reactive::{effect, until};
use crate::store::ATLAS;
use crate::store::Store;
use dom::file::is_checked;
use dom::language::words;

/// The view of the file: the page of the address as it is unasked, in English. `None` where the address is another page's, or
/// the page is in another language.
pub fn view() -> Option<View> {
    let root = dom::document()?.document_element()?;
    let path = root.get_attribute("data-path").filter(|path| !path.is_empty() && is_checked(ATLAS))?;
    let file = dom::address::view_of(&path)?;
    let path = |view: &View| view.to_string().split('?').next().unwrap_or_default().to_owned();
    (words().is_english() && path(&file) == path(&dom::address::current())).then_some(file)
}

/// Waits for all that the page of a view needs; whether it is here.
pub async fn arrived(view: &View, store: Store, parts: Parts) -> bool {
    let view = view.clone();
    let settled = RwSignal::new(None::<bool>);
    effect(move || {
        let part = parts.get(pages::of(&view));
        let files = part.as_ref().map_or(Ok(()), |open| (open.needs)(&view, store));
        let atlas = store.atlas();
        // A page that was made from other data says something else.
        let same = atlas.as_ref().is_ok_and(|atlas| made_from().as_deref() == Some(atlas.version()));
        let all = [part.map(drop), atlas.map(drop), files];
        if all.iter().all(Result::is_ok) {
            settled.set(Some(same));
        } else if all.iter().any(|one| matches!(one, Err(State::Failed(_)))) {
            settled.set(Some(false));
        }
    });
    until(move || settled.get().is_some()).await;
    settled.get_untracked() == Some(true)
}

/// The version of the data that the file was made from.
fn made_from() -> Option<String> {
    dom::document()?.document_element()?.get_attribute("data-version")
}

/// Loads the part of the view's page and requests the files that the page needs.
pub async fn load(view: &View, store: Store, parts: Parts) {
    let view = view.clone();
    let here = RwSignal::new(false);
    effect(move || match parts.get(pages::of(&view)) {
        Ok(open) => {
            drop((open.needs)(&view, store));
            here.set(true);
        }
        Err(State::Failed(_)) => here.set(true),
        Err(_) => {}
    });
    until(move || here.get()).await;
}
