//! `/search`: words in findings and excerpts.

use leptos::prelude::*;
use page::State;
use page::passages::Results;
use tip::passages::Terms;
use tip::permalink::{self, SearchView, View};
use tip::search::Hit;

use crate::part::{Open, part};
use crate::parts::country_names;
use crate::parts::page_view::{Asked, Made, PageView};

/// How many countries are shown, at most.
const COUNTRIES: usize = 12;

part!(pages: Open = Open::of(|| view! { <PageView make=page /> }.into_any()));

fn page(asked: &Asked<'_>) -> Option<Made> {
    let View::Search(view) = asked.view else { return None };
    let results = results(asked, view);
    let settled = Made::is_settled(match &results {
        Ok(results) => results.rest.as_ref(),
        Err(state) => Some(state),
    });
    let countries = countries(asked, view);
    let settled = settled && !matches!(countries, Err(State::Loading));
    let countries = countries.unwrap_or_default();
    Some(Made { page: page::passages::page(asked.atlas, view, &countries, results), settled })
}

/// Returns the countries whose names have what is looked for. Without their names, words are found all the same.
fn countries(asked: &Asked<'_>, view: &SearchView) -> Result<Vec<Hit>, State> {
    match view.sought.is_empty() {
        true => Ok(Vec::new()),
        false => {
            let find = country_names::finder(asked.store)?;
            find(asked.atlas, asked.store, view.sought.unquoted(), COUNTRIES)
        }
    }
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
