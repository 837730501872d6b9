//! The state of each page, and what of it is written into the query.

use std::fmt;

use super::escape::escaped;
use super::query::{Query, joined, write};
use super::search_query::SearchQuery;
use crate::{Atlas, Code, EditionId, List, Region, Tier, TierSet};

fn year_value(year: Option<u16>) -> Option<String> {
    year.map(|year| year.to_string())
}

fn region_value(region: Option<Region>) -> Option<String> {
    region.map(|region| region.slug().to_owned())
}

/// What the map may show in the tiers' place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Highlight {
    /// How long countries have been on the Watch List.
    WatchList,
    /// The governments on one of the report's lists.
    List(List),
}

impl Highlight {
    /// All of them.
    pub const ALL: [Highlight; 3] =
        [Highlight::WatchList, Highlight::List(List::StateSponsored), Highlight::List(List::ChildSoldiers)];

    /// The value in queries.
    pub const fn slug(self) -> &'static str {
        match self {
            Highlight::WatchList => "watch-list",
            Highlight::List(List::StateSponsored) => "policy-or-pattern",
            Highlight::List(List::ChildSoldiers) => "child-soldiers",
        }
    }

    /// The one of a value in queries, upper or lower case.
    pub fn from_slug(slug: &str) -> Option<Highlight> {
        Highlight::ALL.into_iter().find(|one| one.slug().eq_ignore_ascii_case(slug))
    }
}

/// The state of the map page. The default is the newest edition, whole, as a map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct MapView {
    /// The year asked for; `None` for the newest edition. It may have no edition: see [`super::edition`].
    pub year: Option<u16>,
    /// The region in focus.
    pub region: Option<Region>,
    /// The tiers singled out.
    pub tiers: TierSet,
    /// Whether the table is shown in the map's place.
    pub table: bool,
    /// What is shown in the tiers' place.
    pub highlight: Option<Highlight>,
}

impl MapView {
    pub(super) fn read(query: Query<'_>) -> MapView {
        MapView {
            year: query.year("year"),
            region: query.region(),
            tiers: query.tiers(),
            table: query.is("view", "table"),
            highlight: query.value("show").and_then(|show| Highlight::from_slug(&show)),
        }
    }

    pub(super) fn write(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write(f, &self.pairs())
    }

    fn pairs(&self) -> [(&'static str, Option<String>); 5] {
        [
            ("year", year_value(self.year)),
            ("region", region_value(self.region)),
            ("tiers", joined(self.tiers.iter().map(Tier::code))),
            ("view", self.table.then(|| "table".to_owned())),
            ("show", self.highlight.map(|highlight| highlight.slug().to_owned())),
        ]
    }
}

/// The state of a country's page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CountryView {
    /// The country asked for. The atlas may not have it.
    pub code: Code,
    /// The year asked for; `None` for the newest edition.
    pub year: Option<u16>,
}

impl CountryView {
    pub(super) fn write(&self, f: &mut fmt::Formatter<'_>, sought: &SearchQuery) -> fmt::Result {
        write(f, &[("year", year_value(self.year)), ("q", sought.value())])
    }
}

/// The state of the page that searches findings and excerpts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct SearchView {
    /// What is looked for; nothing before a reader has asked.
    pub sought: SearchQuery,
    /// The only edition looked at; `None` for all.
    pub year: Option<u16>,
    /// The only region looked at.
    pub region: Option<Region>,
    /// How often more of what was found was asked for. There may be no more.
    pub more: u16,
}

impl SearchView {
    pub(super) fn read(query: Query<'_>) -> SearchView {
        SearchView {
            sought: query.sought(),
            year: query.year("year"),
            region: query.region(),
            more: query.value("more").and_then(|more| more.parse().ok()).unwrap_or_default(),
        }
    }

    pub(super) fn write(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let pairs = [
            ("q", self.sought.value()),
            ("year", year_value(self.year)),
            ("region", region_value(self.region)),
            ("more", (self.more > 0).then(|| self.more.to_string())),
        ];
        write(f, &pairs)
    }
}

/// The state of the page that sets countries side by side.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct CompareView {
    /// The countries asked for, in the reader's order, each once. There may be more than can be drawn, and the
    /// atlas may not have them.
    pub countries: Vec<Code>,
    /// What was asked for and is no code.
    pub others: Vec<String>,
    /// A region whose countries are all shown as strips.
    pub region: Option<Region>,
    /// Whether the countries are sorted by tier instead of the reader's order.
    pub by_tier: bool,
    /// The year marked; `None` for the newest edition.
    pub year: Option<u16>,
}

impl CompareView {
    pub(super) fn read(query: Query<'_>) -> CompareView {
        let (countries, others) = query.places("c");
        CompareView {
            countries,
            others,
            region: query.region(),
            by_tier: query.is("sort", "tier"),
            year: query.year("year"),
        }
    }

    pub(super) fn write(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let pairs = [
            (
                "c",
                joined(
                    self.countries
                        .iter()
                        .map(Code::to_string)
                        .chain(self.others.iter().map(|text| escaped(text))),
                ),
            ),
            ("region", region_value(self.region)),
            ("sort", self.by_tier.then(|| "tier".to_owned())),
            ("year", year_value(self.year)),
        ];
        write(f, &pairs)
    }

    /// The same with one country more, at the end; unchanged where it is there.
    #[must_use]
    pub fn with(&self, code: Code) -> CompareView {
        let mut view = self.clone();
        if !view.countries.contains(&code) {
            view.countries.push(code);
        }
        view
    }

    /// The same without a country.
    #[must_use]
    pub fn without(&self, code: Code) -> CompareView {
        let mut view = self.clone();
        view.countries.retain(|known| *known != code);
        view
    }

    /// The same with a country one place earlier, in the reader's order.
    #[must_use]
    pub fn earlier(&self, code: Code) -> CompareView {
        let mut view = CompareView { by_tier: false, ..self.clone() };
        if let Some(at) = view.countries.iter().position(|known| *known == code).filter(|at| *at > 0) {
            view.countries.swap(at - 1, at);
        }
        view
    }
}

/// The state of the page of what moved.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct ChangesView {
    /// The later edition's year; `None` for the newest.
    pub year: Option<u16>,
    /// The earlier edition's year; `None` for the edition before.
    pub from: Option<u16>,
    /// The region shown; `None` for all.
    pub region: Option<Region>,
    /// The cell of the transition table that is open: from and to, `None` for no placement.
    pub cell: Option<(Option<Tier>, Option<Tier>)>,
    /// The country looked up. The atlas may not have it.
    pub country: Option<Code>,
}

impl ChangesView {
    pub(super) fn read(query: Query<'_>) -> ChangesView {
        let side = |code: &str| match code {
            "none" => Some(None),
            code => Tier::from_code(code).map(Some),
        };
        let cell = query.value("cell").and_then(|text| {
            let (from, to) = text.split_once(',')?;
            Some((side(from)?, side(to)?))
        });
        ChangesView {
            year: query.year("year"),
            from: query.year("from"),
            region: query.region(),
            cell,
            country: query.places("c").0.first().copied(),
        }
    }

    pub(super) fn write(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let side = |tier: Option<Tier>| tier.map_or("none", Tier::code);
        let pairs = [
            ("year", year_value(self.year)),
            ("from", year_value(self.from)),
            ("region", region_value(self.region)),
            ("cell", self.cell.map(|(from, to)| format!("{},{}", side(from), side(to)))),
            ("c", self.country.map(|code| code.to_string())),
        ];
        write(f, &pairs)
    }
}

/// Two editions set against each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The earlier edition; `None` where the later is the first of all.
    pub from: Option<EditionId>,
    /// The later edition.
    pub to: EditionId,
    /// Whether the view had them the other way round.
    pub turned: bool,
}

impl ChangesView {
    /// The editions of the view. Two of them the wrong way round are turned; twice the same compares with the
    /// edition before.
    pub fn span(&self, atlas: &Atlas) -> Span {
        let to = super::edition(atlas, self.year);
        let from = self.from.map(|year| super::edition(atlas, Some(year))).filter(|from| *from != to);
        match from {
            Some(from) if from > to => Span { from: Some(to), to: from, turned: true },
            Some(from) => Span { from: Some(from), to, turned: false },
            None => Span { from: to.previous(), to, turned: false },
        }
    }
}

/// How the rows of the overview are ordered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Order {
    /// By region, then by name.
    #[default]
    Region,
    /// By name.
    Name,
    /// By the tier of the newest edition, or of the year marked.
    Tier,
    /// Similar histories beside each other.
    Similarity,
}

impl Order {
    /// All of them.
    pub const ALL: [Order; 4] = [Order::Region, Order::Name, Order::Tier, Order::Similarity];

    /// The value in queries.
    pub const fn slug(self) -> &'static str {
        match self {
            Order::Region => "region",
            Order::Name => "name",
            Order::Tier => "tier",
            Order::Similarity => "similarity",
        }
    }
}

/// The state of the page of the whole record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct TrendsView {
    /// The region shown; `None` for all.
    pub region: Option<Region>,
    /// Whether shares are drawn, not counts.
    pub shares: bool,
    /// The order of the overview's rows.
    pub order: Order,
    /// The country marked. The atlas may not have it.
    pub country: Option<Code>,
    /// The year marked.
    pub year: Option<u16>,
}

impl TrendsView {
    pub(super) fn read(query: Query<'_>) -> TrendsView {
        let order = query.value("sort").unwrap_or_default();
        TrendsView {
            region: query.region(),
            shares: query.is("show", "shares"),
            order: Order::ALL.into_iter().find(|o| o.slug().eq_ignore_ascii_case(&order)).unwrap_or_default(),
            country: query.places("c").0.first().copied(),
            year: query.year("year"),
        }
    }

    pub(super) fn write(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let pairs = [
            ("region", region_value(self.region)),
            ("show", self.shares.then(|| "shares".to_owned())),
            ("sort", (self.order != Order::default()).then(|| self.order.slug().to_owned())),
            ("c", self.country.map(|code| code.to_string())),
            ("year", year_value(self.year)),
        ];
        write(f, &pairs)
    }
}

/// How the countries of the record of Tier 3 are ordered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ConsequencesOrder {
    /// Most often on Tier 3 first.
    #[default]
    Tier3,
    /// Most often waived in full first.
    Waived,
    /// By name.
    Name,
}

impl ConsequencesOrder {
    /// All of them.
    pub const ALL: [ConsequencesOrder; 3] =
        [ConsequencesOrder::Tier3, ConsequencesOrder::Waived, ConsequencesOrder::Name];

    /// The value in queries.
    pub const fn slug(self) -> &'static str {
        match self {
            ConsequencesOrder::Tier3 => "tier-3",
            ConsequencesOrder::Waived => "waived",
            ConsequencesOrder::Name => "name",
        }
    }
}

/// The state of the page of what followed for countries on Tier 3.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct ConsequencesView {
    /// The edition's year; `None` for the newest.
    pub year: Option<u16>,
    /// The region shown; `None` for all.
    pub region: Option<Region>,
    /// The order of the countries of all editions.
    pub order: ConsequencesOrder,
}

impl ConsequencesView {
    pub(super) fn read(query: Query<'_>) -> ConsequencesView {
        let order = query.value("sort").unwrap_or_default();
        let mut orders = ConsequencesOrder::ALL.into_iter();
        ConsequencesView {
            year: query.year("year"),
            region: query.region(),
            order: orders.find(|one| one.slug().eq_ignore_ascii_case(&order)).unwrap_or_default(),
        }
    }

    pub(super) fn write(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let pairs = [
            ("year", year_value(self.year)),
            ("region", region_value(self.region)),
            ("sort", (self.order != ConsequencesOrder::default()).then(|| self.order.slug().to_owned())),
        ];
        write(f, &pairs)
    }
}

/// The state of the page of the Watch List and what the law says of the next edition.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct WatchListView {
    /// The edition's year; `None` for the newest.
    pub year: Option<u16>,
    /// The region shown; `None` for all.
    pub region: Option<Region>,
}

impl WatchListView {
    pub(super) fn read(query: Query<'_>) -> WatchListView {
        WatchListView { year: query.year("year"), region: query.region() }
    }

    pub(super) fn write(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write(f, &[("year", year_value(self.year)), ("region", region_value(self.region))])
    }
}

/// What stands in the page of another site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Embedded {
    /// The map of an edition.
    Map(MapView),
    /// The timeline of a country.
    Country(CountryView),
}

/// The theme that another site asks for, whatever the reader's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Theme {
    /// Dark letters on light ground.
    Light,
    /// Light letters on dark ground.
    Dark,
}

impl Theme {
    /// Both.
    pub const ALL: [Theme; 2] = [Theme::Light, Theme::Dark];

    /// The value in queries.
    pub const fn slug(self) -> &'static str {
        match self {
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }
}

/// A view to be put into the page of another site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct EmbedView {
    /// What it shows.
    pub shows: Embedded,
    /// The theme; `None` for the reader's.
    pub theme: Option<Theme>,
    /// Whether it goes without what changes the edition, the region and the part of the map in sight.
    pub bare: bool,
}

impl From<Embedded> for EmbedView {
    fn from(shows: Embedded) -> EmbedView {
        EmbedView { shows, theme: None, bare: false }
    }
}

impl EmbedView {
    pub(super) fn read(query: Query<'_>) -> EmbedView {
        let shows = match query.places("country").0.first() {
            Some(code) => Embedded::Country(CountryView { code: *code, year: query.year("year") }),
            None => Embedded::Map(MapView::read(query)),
        };
        let theme = Theme::ALL.into_iter().find(|theme| query.is("theme", theme.slug()));
        EmbedView { shows, theme, bare: query.is("controls", "0") }
    }

    pub(super) fn write(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let own = [
            ("theme", self.theme.map(|theme| theme.slug().to_owned())),
            ("controls", self.bare.then(|| "0".to_owned())),
        ];
        match self.shows {
            Embedded::Map(view) => {
                let [a, b, c, d, e] = view.pairs();
                let [theme, controls] = own;
                write(f, &[a, b, c, d, e, theme, controls])
            }
            Embedded::Country(view) => {
                let [theme, controls] = own;
                let country = ("country", Some(view.code.to_string()));
                write(f, &[country, ("year", year_value(view.year)), theme, controls])
            }
        }
    }
}
