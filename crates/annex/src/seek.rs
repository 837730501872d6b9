//! The search in findings and excerpts: which files it needs, fetched when they are; what a reader asks for.

use page::State;
use page::passages::Results;
use tip::passages::Terms;
use tip::permalink::{self, SearchView, Sought, View};
use tip::{Atlas, Region};
use wasm_bindgen::JsCast;

use crate::{door, files};

/// What is found, once the files that tell it are here. All that are missing are asked for at once.
///
/// # Errors
/// How far they are.
pub fn results(atlas: &Atlas, view: &SearchView) -> Result<Results<'static>, State> {
    if view.sought.is_empty() {
        return Err(State::Ready);
    }
    let index = files::index()?;
    let terms = Terms::new(&view.sought);
    let mut shards = Vec::new();
    let mut missing = None;
    for at in index.shards_of(&terms) {
        match files::shard(at) {
            Ok(shard) => shards.push(shard),
            Err(state) => missing = Some(state),
        }
    }
    if let Some(state) = missing {
        return Err(state);
    }
    let year = view.year.map(|year| atlas.year(permalink::edition(atlas, Some(year))));
    let outcome = index.search(terms, &shards, &|code, of| {
        let country = atlas.find(code);
        year.is_none_or(|year| year == of)
            && country.is_some_and(|country| view.region.is_none_or(|region| country.region == region))
    });
    let mut shown = Vec::new();
    let mut rest = None;
    for one in outcome.found.iter().take(page::passages::shown(view)) {
        let (file, at) = index.text_of(one.passage);
        match files::texts(file) {
            Ok(texts) => shown.extend(texts.get(at).map(|passage| (*one, passage))),
            Err(state) => rest = Some(state),
        }
    }
    Ok(Results { outcome, shown, rest })
}

/// A form that was sent, or a field of one that was changed: goes to what it asks for.
pub fn ask(form: &web_sys::Element) {
    let value = |name: &str| {
        let field = form.query_selector(&format!("[name={name}]")).ok().flatten()?;
        match field.dyn_ref::<web_sys::HtmlInputElement>() {
            Some(field) => Some(field.value()),
            None => field.dyn_ref::<web_sys::HtmlSelectElement>().map(web_sys::HtmlSelectElement::value),
        }
    };
    let text = |name: &str| value(name).unwrap_or_default();
    let sought = Sought::new(&text("q"));
    let view = match door::view() {
        Some(View::Country(view, _)) => View::Country(view, sought),
        Some(View::Search(_)) => View::Search(SearchView {
            sought,
            year: text("year").parse().ok(),
            region: Region::from_slug(&text("region")),
            more: 0,
        }),
        _ => return,
    };
    door::go(&view.to_string());
}
