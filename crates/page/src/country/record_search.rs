//! Looking for words in what there is on a country.

use tip::passages::Terms;
use tip::permalink::{CountryView, SearchQuery, SearchView, View};
use tip::{Atlas, Country, Dossier};

use words::{Words, say};

use crate::parts::link;
use crate::{Node, el, passages};

/// From how many editions with something to read on, a reader is offered to look for words.
const MANY: usize = 4;

/// The query and the editions that match it.
pub(super) struct Found {
    /// What is marked.
    pub(super) terms: Terms,
    /// The editions that have it; `None` where it is met by the country's name alone, and so by all.
    pub(super) years: Option<Vec<u16>>,
    /// Whether they have all of it.
    all: bool,
}

/// Looks for words: editions that have all of them, else those that have some. The country's own names are met by being on its
/// page. `None` where nothing is looked for, or nothing that tells anything.
pub(super) fn sifted(country: &Country, sought: &SearchQuery, dossier: &Dossier) -> Option<Found> {
    let terms = Terms::new(sought);
    // Before anything is read for it.
    if terms.is_empty() {
        return None;
    }
    let mut names: Vec<&str> = vec![&country.name, &country.english];
    names.extend(country.report_name.iter().chain(&dossier.also_named).map(String::as_str));
    let all = [dossier.texts(None), names.clone()].concat();
    let terms = terms.settled_in(&all);
    let wanted = terms.clone().not_in(&names);
    if wanted.is_empty() {
        return Some(Found { terms, years: None, all: true });
    }
    let mut years: Vec<(u16, usize)> = Vec::new();
    for year in dossier.editions() {
        years.push((year, wanted.met_in(&dossier.texts(Some(year)))));
    }
    let all = years.iter().any(|(_, met)| *met == wanted.all().len());
    let least = if all { wanted.all().len() } else { 1 };
    let years = years.into_iter().filter(|(_, met)| *met >= least).map(|(year, _)| year).collect();
    Some(Found { terms, years: Some(years), all })
}

impl Found {
    /// What came of it, in a sentence.
    pub(super) fn summary(&self, words: &Words, country: &Country, sought: &SearchQuery) -> Option<String> {
        let (name, text) = (&country.name, sought.unquoted());
        let n = self.years.as_ref()?.len();
        Some(match (n, self.all) {
            (0, _) => say!(words, SEARCH_WITHIN_NONE, name = name, sought = text),
            (_, true) => say!(words, SEARCH_WITHIN_FOUND, n = n, name = name, sought = text),
            (_, false) => say!(words, SEARCH_WITHIN_SOME, n = n, name = name, sought = text),
        })
    }
}

/// The field, with the summary of the results and links to other searches.
pub(super) fn field(
    atlas: &Atlas,
    (view, sought): (CountryView, &SearchQuery),
    dossier: &Dossier,
    told: Option<String>,
) -> Option<Node> {
    let words = atlas.words();
    if dossier.editions().len() < MANY && sought.is_empty() {
        return None;
    }
    let text = sought.text();
    let ways = || {
        let all = link(View::from(view), say!(words, SEARCH_WITHIN_ALL)).attr("id", "within-all");
        let everywhere = View::Search(SearchView { sought: sought.clone(), ..SearchView::default() });
        el("p")
            .class("told")
            .maybe(told.map(|told| format!("{told} ")))
            .with(all)
            .with(" · ")
            .with(link(everywhere, say!(words, SEARCH_EVERYWHERE, sought = sought.unquoted())))
    };
    let ways = (!sought.is_empty()).then(ways);
    let field = passages::field(words, text, say!(words, SEARCH_WITHIN));
    Some(el("div").class("within").with(field).maybe(ways).into())
}
