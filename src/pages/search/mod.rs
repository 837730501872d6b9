//! `/search`: words in findings and excerpts.

use leptos::prelude::*;
use page::State;
use page::passages::Results;
use tip::passages::Terms;
use tip::permalink::{self, SearchView, View};

use crate::part::{Open, part};
use crate::parts::page_view::{Asked, Made, PageView};

part!(pages: Open = Open::of(|| view! { <PageView make=page /> }.into_any()));

fn page(asked: &Asked<'_>) -> Option<Made> {
    let View::Search(view) = asked.view else { return None };
    let results = results(asked, view);
    let settled = Made::is_settled(match &results {
        Ok(results) => results.rest.as_ref(),
        Err(state) => Some(state),
    });
    Some(Made { page: page::passages::page(asked.atlas, view, results), settled })
}

/// Returns the results once the files are loaded. All missing files are requested at once.
fn results(asked: &Asked<'_>, view: &SearchView) -> Result<Results<'static>, State> {
    let Asked { atlas, store, .. } = *asked;
    if view.sought.is_empty() {
        return Err(State::Ready);
    }
    let index = store.index()?;
    let terms = Terms::new(&view.sought);
    let mut shards = Vec::new();
    let mut missing = None;
    for at in index.shards_of(&terms) {
        match store.shard(at) {
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
        match store.texts(file) {
            Ok(texts) => shown.extend(texts.get(at).map(|passage| (*one, passage))),
            Err(state) => rest = Some(state),
        }
    }
    Ok(Results { outcome, shown, rest })
}
