//! `/watch-list`: the Watch List of an edition, and what the law says of the next one.

mod calendar;
mod groups;
mod history;

use tip::law::{self, Prospect, RuleId, Stay};
use tip::permalink::{self, View, WatchListView, year_of};
use tip::{Atlas, Consequences, CountryId, EditionId, Region, Tier};
use words::say;

use crate::followed::prospect;
use crate::share::bar;
use crate::{Element, LoadMessages, Node, Page, Setting, State, el, pickers, waiting};

/// A country on the Watch List.
pub(crate) struct Watched {
    pub(crate) country: CountryId,
    stay: Stay,
    /// `None` in the editions before the automatic downgrade.
    pub(crate) prospect: Option<Prospect>,
}

/// The countries on the Watch List of an edition, by name.
pub(crate) fn watched(atlas: &Atlas, edition: EditionId, region: Option<Region>) -> Vec<Watched> {
    atlas
        .countries()
        .iter()
        .filter(|country| region.is_none_or(|region| country.region == region))
        .filter_map(|country| {
            let stay = law::stay(atlas, country.id, edition)?;
            let prospect = law::prospect(atlas, country.id, edition);
            Some(Watched { country: country.id, stay, prospect })
        })
        .collect()
}

/// Consecutive editions on the Watch List, waivers used, and what the law says of the next edition, as sentences; `None` for a
/// country that is not on it.
pub fn told(
    atlas: &Atlas,
    consequences: &Consequences,
    country: CountryId,
    edition: EditionId,
) -> Option<String> {
    let stay = law::stay(atlas, country, edition)?;
    let expected = law::prospect(atlas, country, edition);
    Some(prospect(atlas, consequences, country, edition, (stay, expected)))
}

/// The page of a view; without the consequences, its head.
pub fn page(
    atlas: &Atlas,
    view: &WatchListView,
    consequences: Result<&Consequences, State>,
    setting: &Setting,
) -> Page {
    let words = atlas.words();
    let edition = permalink::edition(atlas, view.year);
    let watched = watched(atlas, edition, view.region);
    let title = title(atlas, edition, view.region, &watched);
    let mut nodes = vec![head(atlas, view, edition, &title, setting)];
    match consequences {
        Ok(consequences) => {
            nodes.push(groups::section(atlas, consequences, edition, &watched));
            nodes.extend(calendar::section(atlas, edition, &watched));
            nodes.push(history::section(atlas, consequences, view.region));
        }
        Err(state) => nodes
            .push(el("div").class("measure").all(waiting(words, &state, LoadMessages::CONSEQUENCES)).into()),
    }
    Page { status: format!("{title}."), title, nodes, text: None }
}

/// The headline.
pub(crate) fn title(
    atlas: &Atlas,
    edition: EditionId,
    region: Option<Region>,
    watched: &[Watched],
) -> String {
    let words = atlas.words();
    let (year, n) = (atlas.year(edition), watched.len());
    let next = year + 1;
    let decides = watched.iter().filter(|one| one.prospect.is_some_and(Prospect::decides)).count();
    match (region.map(|region| region.within(words)), decides) {
        (None, 0) => say!(words, WATCH_TITLE_PLAIN, year = year, n = n),
        (Some(place), 0) => say!(words, WATCH_TITLE_PLAIN_IN, year = year, n = n, place = place),
        (None, m) => say!(words, WATCH_TITLE, year = year, n = n, next = next, m = m),
        (Some(place), m) => {
            say!(words, WATCH_TITLE_IN, year = year, n = n, next = next, m = m, place = place)
        }
    }
}

/// What the law says, of an edition that it decides after; else why that edition decides nothing.
fn explained(atlas: &Atlas, edition: EditionId) -> String {
    let words = atlas.words();
    let year = atlas.year(edition);
    let first = law::rule(RuleId::Downgrade).first;
    if year < Tier::WATCH_LIST_SINCE {
        say!(words, WATCH_NONE_YET, year = Tier::WATCH_LIST_SINCE)
    } else if year + 1 < first {
        say!(words, WATCH_BEFORE, since = law::COUNTED_SINCE, first = first)
    } else if law::waivers_allowed(year + 1) == 1 {
        say!(words, WATCH_DECK)
    } else {
        say!(words, WATCH_DECK_TWO)
    }
}

fn head(atlas: &Atlas, view: &WatchListView, edition: EditionId, title: &str, setting: &Setting) -> Node {
    let words = atlas.words();
    let share = bar(atlas, &View::WatchList(*view), setting);
    let of = |edition: EditionId| View::WatchList(WatchListView { year: year_of(atlas, edition), ..*view });
    let to =
        pickers::edition(atlas, "year", say!(words, CHANGES_EDITION), edition, |edition| Some(of(edition)));
    let region =
        pickers::region(words, view.region, |region| View::WatchList(WatchListView { region, ..*view }));
    let notice = permalink::notice(atlas, view.year);
    let feed = el("a").file("watch-list.xml").attr("rel", "external").with(say!(words, WATCH_FEED));
    let pickers: Element = el("div")
        .class("pickers")
        .maybe(pickers::before(atlas, edition, of))
        .with(to)
        .maybe(pickers::after(atlas, edition, of))
        .with(region);
    el("header")
        .class("measure headline")
        .with(el("p").class("kicker").with(say!(words, WATCH_KICKER)))
        .with(el("h1").with(title.to_owned()))
        .all(notice.map(|notice| el("p").class("notice").attr("role", "status").with(notice)))
        .with(el("p").class("deck").with(explained(atlas, edition)))
        .with(pickers)
        .with(share)
        .maybe((edition == atlas.latest()).then(|| el("p").class("remark").with(feed)))
        .into()
}
