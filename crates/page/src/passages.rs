//! The page that searches findings and excerpts.

use std::ops::Range;

use tip::passages::{Found, Outcome, Passage, Terms, extract};
use tip::permalink::{self, CompareView, CountryView, SearchQuery, SearchView, View, year_of};
use tip::search::Hit;
use tip::{Atlas, Code, Region};

use words::{Words, say};

use crate::edition::region_name;
use crate::parts::{country_link, english, link, placement, section_name, strip};
use crate::{Element, LoadMessages, Node, Page, State, el, waiting};

/// How many passages are shown at first, and how many more each time.
pub const SHOWN: usize = 20;

/// How many parts of a passage are shown besides the first.
const PARTS: usize = 3;

/// What was found: all of it, and those passages that are shown with what they say.
#[derive(Clone, Debug)]
pub struct Results<'a> {
    /// All that was found.
    pub outcome: Outcome,
    /// What the first of them say, as many as the view shows.
    pub shown: Vec<(Found, &'a Passage)>,
    /// How far the file is that has more of them, where one is not here.
    pub rest: Option<State>,
}

/// How many passages a view shows, at most.
pub fn shown(view: &SearchView) -> usize {
    SHOWN.saturating_mul(usize::from(view.more) + 1)
}

/// The page. Nothing is read before a reader has asked, so `countries` and `results` count only where something is looked for.
pub fn page(
    atlas: &Atlas,
    view: &SearchView,
    countries: &[Hit],
    results: Result<Results<'_>, State>,
) -> Page {
    let words = atlas.words();
    let sought = view.sought.unquoted();
    let deck = say!(words, SEARCH_DECK);
    let (told, found) = match results {
        _ if view.sought.is_empty() => (None, vec![hint(words), examples(words)]),
        Ok(results) => {
            let told = came(words, &results.outcome, sought);
            let found = match results.outcome.found.is_empty() {
                true => vec![hint(words)],
                false => self::results(atlas, view, &results),
            };
            (Some(told), found)
        }
        Err(state) => (None, waiting(words, &state, LoadMessages::SEARCH)),
    };
    let status = match (&told, view.sought.is_empty()) {
        (Some(told), _) => told.clone(),
        (None, true) => deck.clone(),
        // What is on its way, or that it did not come.
        (None, false) => found.iter().map(Node::text).collect(),
    };
    let title = match view.sought.is_empty() {
        true => say!(words, SEARCH_TITLE),
        false => say!(words, SEARCH_TITLE_OF, sought = sought),
    };
    let notice = permalink::notice(atlas, view.year);
    let article = el("article")
        .class("measure search-page")
        .with(
            el("header")
                .class("headline")
                .with(el("p").class("kicker").with(say!(words, SEARCH_KICKER)))
                .with(el("h1").with(say!(words, SEARCH_HEADING)))
                .with(el("p").class("deck").with(deck)),
        )
        .with(form(atlas, view))
        .maybe(named(atlas, view, countries))
        .with(
            el("div")
                .maybe(notice.map(|notice| el("p").class("notice").attr("role", "status").with(notice)))
                .maybe(told.map(|told| el("p").class("told").with(told))),
        )
        .with(el("section").attr("aria-label", say!(words, SEARCH_RESULTS)).all(found));
    Page { title, status, nodes: vec![article.into()], text: None }
}

/// The field for words, with the form around it; `label` tells what is searched. The app hears the form by
/// `data-search`.
pub(crate) fn field(words: &Words, sought: &str, label: String) -> Element {
    let input = el("input")
        .attr("type", "search")
        .attr("id", "sought")
        .attr("name", "q")
        .attr("aria-label", label.clone())
        .attr("placeholder", label.clone())
        .attr("maxlength", "200")
        .attr("autocomplete", "off")
        .attr("value", sought.to_owned());
    el("form")
        .class("seek")
        .attr("role", "search")
        .attr("aria-label", label)
        .attr("data-search", "")
        .with(input)
        .with(el("button").attr("type", "submit").with(say!(words, SEARCH_GO)))
}

fn form(atlas: &Atlas, view: &SearchView) -> Element {
    let words = atlas.words();
    let option = |value: String, chosen: bool, name: String| {
        let option = el("option").attr("value", value);
        if chosen { option.attr("selected", "").with(name) } else { option.with(name) }
    };
    let shown = view.year.map(|year| permalink::edition(atlas, Some(year)));
    let any = option(String::new(), shown.is_none(), say!(words, SEARCH_ANY_EDITION));
    let years = atlas.editions().iter().rev().map(|about| {
        option(about.year.to_string(), shown == Some(about.id), say!(words, YEAR_EDITION, year = about.year))
    });
    let regions = std::iter::once(None).chain(Region::ALL.map(Some)).map(|region| {
        let value = region.map(Region::slug).unwrap_or_default();
        option(value.to_owned(), view.region == region, region_name(words, region))
    });
    field(words, view.sought.text(), say!(words, SEARCH_LABEL))
        .with(
            el("select")
                .attr("name", "year")
                .attr("aria-label", say!(words, CHANGES_EDITION))
                .with(any)
                .all(years),
        )
        .with(el("select").attr("name", "region").attr("aria-label", say!(words, MAP_REGION)).all(regions))
}

fn hint(words: &Words) -> Node {
    el("p").class("remark").with(say!(words, SEARCH_HINT)).into()
}

/// The countries that have the words in their names, with their tiers side by side.
fn named(atlas: &Atlas, view: &SearchView, countries: &[Hit]) -> Option<Element> {
    let words = atlas.words();
    let edition = permalink::edition(atlas, view.year);
    let in_place = |hit: &&Hit| {
        hit.close && view.region.is_none_or(|region| atlas.country(hit.country).region == region)
    };
    let shown: Vec<&Hit> = countries.iter().filter(in_place).collect();
    if shown.is_empty() || view.sought.is_empty() {
        return None;
    }
    let codes: Vec<Code> = shown.iter().map(|hit| atlas.country(hit.country).code).collect();
    let compare = (codes.len() > 1).then(|| {
        let to = View::Compare(CompareView {
            countries: codes,
            year: year_of(atlas, edition),
            ..CompareView::default()
        });
        el("p").class("more").with(link(to, say!(words, SEARCH_COMPARE)))
    });
    let items = shown.into_iter().map(|hit| {
        let also = hit.also.as_ref().map(|also| el("span").class("also").with(format!(" ({also})")));
        el("li")
            .attr("data-iso3", atlas.country(hit.country).code.to_string())
            .attr("data-tier", atlas.cell(hit.country, edition).code())
            .with(
                el("p")
                    .class("strip-name")
                    .with(el("span").with(country_link(atlas, hit.country, edition)).maybe(also))
                    .with(placement(atlas, hit.country, edition)),
            )
            .with(strip(atlas, hit.country, edition))
    });
    let heading = say!(words, SEARCH_COUNTRIES, year = atlas.year(edition));
    Some(
        el("section")
            .attr("id", "countries")
            .with(el("h2").with(heading))
            .with(el("ul").class("strips").all(items))
            .maybe(compare),
    )
}

/// Some searches to begin with.
fn examples(words: &Words) -> Node {
    let mut line = el("p").class("inline").with(el("span").with(say!(words, SEARCH_TRY)));
    for example in say!(words, SEARCH_EXAMPLES).split("; ") {
        let view = SearchView { sought: SearchQuery::new(example), ..SearchView::default() };
        line = line.with(english(words, link(View::Search(view), example.to_owned())));
    }
    line.into()
}

/// What came of the search, in a sentence.
fn came(words: &Words, outcome: &Outcome, sought: &str) -> String {
    let n = outcome.found.len();
    match (n, outcome.all) {
        (0, _) => say!(words, SEARCH_NONE, sought = sought),
        (_, true) => say!(words, SEARCH_FOUND, n = n, sought = sought),
        (_, false) => say!(words, SEARCH_FOUND_SOME, n = n),
    }
}

fn results(atlas: &Atlas, view: &SearchView, results: &Results<'_>) -> Vec<Node> {
    let words = atlas.words();
    let terms = &results.outcome.terms;
    let items = results.shown.iter().filter_map(|(found, passage)| {
        let country = atlas.find(found.code)?;
        let edition = atlas.edition_of(found.year)?;
        let to = View::Country(
            CountryView { code: country.code, year: year_of(atlas, edition) },
            view.sought.clone(),
        );
        let cell = atlas.cell(country.id, edition);
        let head = el("h2")
            .with(link(to, say!(words, SEARCH_PLACE, name = &country.name, year = found.year)))
            .with(" ")
            .with(placement(atlas, country.id, edition));
        Some(
            el("li")
                .attr("data-iso3", country.code.to_string())
                .attr("data-tier", cell.code())
                .with(head)
                .all(told_by(words, passage, terms)),
        )
    });
    let total = results.outcome.found.len();
    let rest = total.saturating_sub(shown(view));
    let more = (rest > 0).then(|| {
        let further = SearchView { more: view.more.saturating_add(1), ..view.clone() };
        let text = say!(words, SEARCH_MORE, n = rest.min(SHOWN), rest = rest);
        el("p").class("more").with(link(View::Search(further), text).attr("id", "more-found"))
    });
    let mut nodes = vec![el("ol").class("passages").all(items).into()];
    if let Some(state) = &results.rest {
        nodes.extend(waiting(words, state, LoadMessages::SEARCH));
    }
    nodes.extend(more.map(Node::from));
    nodes
}

/// What a passage says around the words: the summary of a finding always, of the rest what has them.
fn told_by(words: &Words, passage: &Passage, terms: &Terms) -> Vec<Node> {
    let marked_parts = passage.0.iter().map(|(kind, text)| (kind.as_str(), text.as_str(), terms.marks(text)));
    let told = marked_parts.enumerate().filter(|(at, (.., marks))| *at == 0 || !marks.is_empty());
    told.take(PARTS + 1)
        .map(|(_, (kind, text, marks))| {
            let shown = extract(text, &marks);
            let before = (shown.start > 0).then_some("… ");
            let after = (shown.end < text.len()).then_some(" …");
            let inner = marked(text, shown, &marks);
            let line = english(words, el("span"));
            let line = match kind {
                "found" | "progress" | "gaps" | "noted" | "determined" | "followed" => {
                    line.maybe(before).all(inner).maybe(after)
                }
                _ => line.with(el("q").maybe(before).all(inner).maybe(after)),
            };
            let label = match kind {
                "found" => None,
                "progress" => Some(say!(words, COUNTRY_PROGRESS)),
                "gaps" => Some(say!(words, COUNTRY_GAPS)),
                "noted" => Some(say!(words, SEARCH_NOTED)),
                "determined" | "followed" => Some(say!(words, FOLLOWED_HEADING)),
                about => Some(match section_name(words, about) {
                    Some(section) => say!(words, SEARCH_QUOTED_IN, section = section),
                    None => say!(words, SEARCH_QUOTED),
                }),
            };
            let label = label.map(|label| el("span").class("kind").with(format!("{label}: ")));
            el("p").maybe(label).with(line).into()
        })
        .collect()
}

/// A part of a text with its marks.
pub(crate) fn marked(text: &str, shown: Range<usize>, marks: &[Range<usize>]) -> Vec<Node> {
    let mut nodes: Vec<Node> = Vec::new();
    let piece = |range: Range<usize>| text.get(range).unwrap_or_default().to_owned();
    let mut from = shown.start;
    for mark in marks.iter().filter(|mark| shown.start <= mark.start && mark.end <= shown.end) {
        if mark.start > from {
            nodes.push(piece(from..mark.start).into());
        }
        nodes.push(el("mark").with(piece(mark.clone())).into());
        from = mark.end;
    }
    if from < shown.end {
        nodes.push(piece(from..shown.end).into());
    }
    nodes
}
