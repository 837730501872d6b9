//! Views and their addresses: the one place where a view becomes a URL and a URL a view.
//!
//! Addresses here are relative to the site's base path: they start with `/` and know nothing of the host.
//! Any text parses to a valid view; what is not understood is dropped. Only what differs from the default
//! is written, so that each view has one address, and `parse(&view.to_string()) == view`.

mod clarify;
mod escape;
mod query;
mod search_query;
mod views;

use std::fmt;

use words::{Lang, say};

use crate::{Atlas, Code, EditionId};
pub use clarify::{clarified, is_unclear, left_out};
use escape::{decoded, encoded};
use query::Query;
pub use search_query::SearchQuery;
pub use views::{
    ChangesView, CompareView, ConsequencesOrder, ConsequencesView, CountryView, EmbedView, Embedded,
    Highlight, MapView, Order, SearchView, Span, Theme, TrendsView, WatchListView,
};

/// A page with its state.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum View {
    /// `/`: the map or the table of one edition.
    Map(MapView),
    /// `/country/KOR`: one country, and the words looked for in what there is on it.
    Country(CountryView, SearchQuery),
    /// `/compare`: several countries side by side.
    Compare(CompareView),
    /// `/changes`: what moved in an edition, or between two.
    Changes(ChangesView),
    /// `/consequences`: what followed for the countries on Tier 3.
    Consequences(ConsequencesView),
    /// `/watch-list`: the Watch List, and what the law says of the next edition.
    WatchList(WatchListView),
    /// `/trends`: the whole record over time.
    Trends(TrendsView),
    /// `/search`: the findings and excerpts that have some words.
    Search(SearchView),
    /// `/about`: the tiers, the sources, the limits.
    About,
    /// `/embed`: a map or a timeline without the page around it.
    Embed(EmbedView),
    /// `/embed/about`: how that is done.
    EmbedAbout,
    /// An address that is no page of the atlas. Holds its path, for the message.
    Unknown(String),
}

impl Default for View {
    fn default() -> View {
        View::Map(MapView::default())
    }
}

impl From<MapView> for View {
    fn from(view: MapView) -> View {
        View::Map(view)
    }
}

impl From<CountryView> for View {
    fn from(view: CountryView) -> View {
        View::Country(view, SearchQuery::default())
    }
}

impl View {
    /// The page of a country, in its newest edition.
    pub fn country(code: Code) -> View {
        View::from(CountryView { code, year: None })
    }

    /// The view of an address: path, query, fragment, in any state of repair.
    pub fn parse(address: &str) -> View {
        let address = address.split('#').next().unwrap_or_default();
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let query = Query(query);
        let path = decoded(path, false);
        // A file of the site may be asked for by its own name.
        let steps = path.split('/').map(|step| step.strip_suffix(".html").unwrap_or(step));
        let mut steps = steps.filter(|step| !step.is_empty() && *step != "index");
        match (steps.next(), steps.next(), steps.next()) {
            (None, ..) => View::Map(MapView::read(query)),
            (Some("about"), None, _) => View::About,
            (Some("compare"), None, _) => View::Compare(CompareView::read(query)),
            (Some("changes"), None, _) => View::Changes(ChangesView::read(query)),
            (Some("consequences"), None, _) => View::Consequences(ConsequencesView::read(query)),
            (Some("watch-list"), None, _) => View::WatchList(WatchListView::read(query)),
            (Some("trends"), None, _) => View::Trends(TrendsView::read(query)),
            (Some("search"), None, _) => View::Search(SearchView::read(query)),
            (Some("embed"), None, _) => View::Embed(EmbedView::read(query)),
            (Some("embed"), Some("about"), None) => View::EmbedAbout,
            (Some("country"), Some(code), None) => match Code::parse(code) {
                Some(code) => View::Country(CountryView { code, year: query.year("year") }, query.sought()),
                None => View::Unknown(normal(&path)),
            },
            _ => View::Unknown(normal(&path)),
        }
    }

    /// The year asked for, where the page has one.
    pub fn year(&self) -> Option<u16> {
        match self {
            View::Map(view) | View::Embed(EmbedView { shows: Embedded::Map(view), .. }) => view.year,
            View::Country(view, _) | View::Embed(EmbedView { shows: Embedded::Country(view), .. }) => {
                view.year
            }
            View::Compare(view) => view.year,
            View::Changes(view) => view.year,
            View::Consequences(view) => view.year,
            View::WatchList(view) => view.year,
            View::Trends(view) => view.year,
            View::Search(view) => view.year,
            View::About | View::EmbedAbout | View::Unknown(_) => None,
        }
    }

    /// The parameters that the page of a view knows, each with the value that stands for its default where one does. A year is
    /// `{newest}` where the newest edition is what the page shows unasked; elsewhere it marks something.
    pub const fn parameters(&self) -> &'static [(&'static str, Option<&'static str>)] {
        const YEAR: (&str, Option<&str>) = ("year", Some("{newest}"));
        const REGION: (&str, Option<&str>) = ("region", None);
        match self {
            View::Map(_) => &[YEAR, REGION, ("tiers", None), ("view", Some("map")), ("show", None)],
            View::Country(..) => &[YEAR, ("q", None)],
            View::Compare(_) => &[("c", None), REGION, ("sort", None), YEAR],
            View::Changes(_) => &[YEAR, ("from", None), REGION, ("cell", None), ("c", None)],
            View::Consequences(_) => &[YEAR, REGION, ("sort", Some("tier-3"))],
            View::WatchList(_) => &[YEAR, REGION],
            View::Trends(_) => {
                &[REGION, ("show", Some("counts")), ("sort", Some("region")), ("c", None), ("year", None)]
            }
            View::Search(_) => &[("q", None), ("year", None), REGION, ("more", Some("0"))],
            View::Embed(_) => &[
                ("country", None),
                YEAR,
                REGION,
                ("tiers", None),
                ("view", Some("map")),
                ("show", None),
                ("theme", None),
                ("controls", Some("1")),
            ],
            View::About | View::EmbedAbout | View::Unknown(_) => &[],
        }
    }

    /// The same view with its edition written out, so that the address goes on meaning this edition when
    /// a newer one is there: what "Copy link" gives. A year that only marks something is left as it is.
    #[must_use]
    pub fn pinned(self, atlas: &Atlas) -> View {
        let pin = |year: Option<u16>| Some(atlas.year(edition(atlas, year)));
        match self {
            View::Map(view) => View::Map(MapView { year: pin(view.year), ..view }),
            View::Country(view, sought) => {
                View::Country(CountryView { year: pin(view.year), ..view }, sought)
            }
            View::Compare(view) => View::Compare(CompareView { year: pin(view.year), ..view }),
            View::Changes(view) => View::Changes(ChangesView { year: pin(view.year), ..view }),
            View::Consequences(view) => View::Consequences(ConsequencesView { year: pin(view.year), ..view }),
            View::WatchList(view) => View::WatchList(WatchListView { year: pin(view.year), ..view }),
            other => other,
        }
    }
}

/// A view, and the language that a reader chose to see it in: all that an address says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Address {
    /// The view.
    pub view: View,
    /// The language of `lang=`; `None` where it is left to the browser.
    pub lang: Option<Lang>,
}

impl Address {
    /// The address under a site's base path (`/`, `/atlas/`): what goes into an `href`.
    pub fn under(&self, base: &str) -> String {
        format!("{}{self}", base.trim_end_matches('/'))
    }

    /// The view and the language of an address, in any state of repair.
    pub fn parse(address: &str) -> Address {
        let query =
            address.split('#').next().unwrap_or_default().split_once('?').map_or("", |(_, query)| query);
        let lang = Query(query).value("lang").and_then(|tag| Lang::of_tag(&tag));
        Address { view: View::parse(address), lang }
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let view = self.view.to_string();
        f.write_str(&view)?;
        match self.lang {
            Some(lang) => write!(f, "{}lang={}", if view.contains('?') { '&' } else { '?' }, lang.tag()),
            None => Ok(()),
        }
    }
}

/// The edition that a view shows: the one of its year, else the nearest there is; the newest where the
/// view asks for none.
pub fn edition(atlas: &Atlas, year: Option<u16>) -> EditionId {
    let Some(year) = year else {
        return atlas.latest();
    };
    atlas
        .editions()
        .iter()
        .min_by_key(|edition| edition.year.abs_diff(year))
        .map_or_else(|| atlas.latest(), |edition| edition.id)
}

/// The year to write for an edition: nothing for the newest.
pub fn year_of(atlas: &Atlas, edition: EditionId) -> Option<u16> {
    (edition != atlas.latest()).then(|| atlas.year(edition))
}

/// What was done about a year without an edition: "There is no 2031 edition; showing 2025."
pub fn notice(atlas: &Atlas, year: Option<u16>) -> Option<String> {
    let year = year.filter(|year| atlas.edition_of(*year).is_none())?;
    let shown = atlas.year(edition(atlas, Some(year)));
    Some(say!(atlas.words(), NOTICE_NO_EDITION, year = year, shown = shown))
}

impl fmt::Display for View {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            View::Map(view) => {
                f.write_str("/")?;
                view.write(f)
            }
            View::Country(view, sought) => {
                write!(f, "/country/{}", view.code)?;
                view.write(f, sought)
            }
            View::Compare(view) => {
                f.write_str("/compare")?;
                view.write(f)
            }
            View::Changes(view) => {
                f.write_str("/changes")?;
                view.write(f)
            }
            View::Consequences(view) => {
                f.write_str("/consequences")?;
                view.write(f)
            }
            View::WatchList(view) => {
                f.write_str("/watch-list")?;
                view.write(f)
            }
            View::Trends(view) => {
                f.write_str("/trends")?;
                view.write(f)
            }
            View::Search(view) => {
                f.write_str("/search")?;
                view.write(f)
            }
            View::About => f.write_str("/about"),
            View::EmbedAbout => f.write_str("/embed/about"),
            View::Embed(view) => {
                f.write_str("/embed")?;
                view.write(f)
            }
            View::Unknown(path) => encoded(f, path),
        }
    }
}

/// The path with single slashes and none at its end.
fn normal(path: &str) -> String {
    let steps: Vec<&str> = path.split('/').filter(|step| !step.is_empty()).collect();
    format!("/{}", steps.join("/"))
}

#[cfg(test)]
mod tests;
