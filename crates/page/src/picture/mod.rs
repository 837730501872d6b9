//! The graphics of a view as pictures that stand by themselves: title, graphic, key, sources, in a size that is made for print
//! or for social media.
//!
//! A picture is made of the same values as its page, and of nothing of the page: plain shapes with plain attributes of
//! SVG 1.1, no style sheet, fonts that systems have.

mod charts;
mod colours;
mod grid;
mod paint;
mod sheet;
mod world;
mod xml;

use chart::map::World;
use tip::permalink::{CompareView, Order, TrendsView, View};
use tip::{Atlas, Consequences, CountryId, EditionId, Region};
use words::{Words, say};

use self::grid::Row;
use self::sheet::{Head, Sheet};
use crate::{Element, compare, trends};

pub use sheet::Size;
pub use xml::text;

/// A graphic of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Graphic {
    /// The map of an edition.
    Map,
    /// A country's timeline.
    Timeline,
    /// Several countries as lines.
    Lines,
    /// Several countries as strips, or the countries of a region.
    Strips,
    /// The map of who moved.
    Movers,
    /// How many countries stand on each tier.
    Areas,
    /// The same for each region.
    Regions,
    /// Every country and every edition.
    Overview,
    /// What was determined for the countries on Tier 3.
    Outcomes,
}

impl Graphic {
    /// All of them.
    pub const ALL: [Graphic; 9] = [
        Graphic::Map,
        Graphic::Timeline,
        Graphic::Lines,
        Graphic::Strips,
        Graphic::Movers,
        Graphic::Areas,
        Graphic::Regions,
        Graphic::Overview,
        Graphic::Outcomes,
    ];

    /// The graphics of a view, in the order of its page.
    pub fn of(atlas: &Atlas, view: &View) -> Vec<Graphic> {
        match view {
            View::Map(_) => vec![Graphic::Map],
            View::Country(view, _) if atlas.find(view.code).is_some() => vec![Graphic::Timeline],
            View::Compare(view) => {
                let lines = !compare::shown(atlas, view).is_empty();
                let strips = lines || view.region.is_some();
                let all = [lines.then_some(Graphic::Lines), strips.then_some(Graphic::Strips)];
                all.into_iter().flatten().collect()
            }
            View::Changes(view) if view.span(atlas).from.is_some() => vec![Graphic::Movers],
            View::Trends(_) => vec![Graphic::Areas, Graphic::Regions, Graphic::Overview],
            View::Consequences(_) => vec![Graphic::Outcomes],
            _ => Vec::new(),
        }
    }

    /// Its name in the names of files and the values of fields.
    pub const fn slug(self) -> &'static str {
        match self {
            Graphic::Map => "map",
            Graphic::Timeline => "timeline",
            Graphic::Lines => "lines",
            Graphic::Strips => "strips",
            Graphic::Movers => "movers",
            Graphic::Areas => "areas",
            Graphic::Regions => "regions",
            Graphic::Overview => "overview",
            Graphic::Outcomes => "outcomes",
        }
    }

    /// Its name for readers.
    pub fn named(self, words: &Words) -> String {
        match self {
            Graphic::Map => say!(words, PICTURE_MAP),
            Graphic::Timeline => say!(words, PICTURE_TIMELINE),
            Graphic::Lines => say!(words, PICTURE_LINES),
            Graphic::Strips => say!(words, PICTURE_STRIPS),
            Graphic::Movers => say!(words, PICTURE_MOVERS),
            Graphic::Areas => say!(words, PICTURE_AREAS),
            Graphic::Regions => say!(words, PICTURE_REGIONS),
            Graphic::Overview => say!(words, PICTURE_OVERVIEW),
            Graphic::Outcomes => say!(words, PICTURE_OUTCOMES),
        }
    }
}

/// How a picture is to be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// Its size.
    pub size: Size,
    /// Whether it is dark; light else, whatever the reader's theme.
    pub dark: bool,
}

/// What pictures show besides the placements.
#[derive(Clone, Copy, Debug, Default)]
pub struct Files<'a> {
    /// The outlines of the countries.
    pub world: Option<&'a World>,
    /// What followed.
    pub consequences: Option<&'a Consequences>,
}

/// The picture of a graphic of a view, an `svg`; `None` where the view has no such graphic, or a file that it needs is not here.
/// `notes` are whose it is and where it is from.
pub fn draw(
    atlas: &Atlas,
    view: &View,
    graphic: Graphic,
    files: Files<'_>,
    style: Style,
    notes: &[String],
) -> Option<Element> {
    let colours = if style.dark { &colours::DARK } else { &colours::LIGHT };
    let sheet = &Sheet { size: style.size, colours };
    Some(match (graphic, view) {
        (Graphic::Map, View::Map(view)) => {
            world::of_edition(atlas, files.world?, files.consequences, view, sheet, notes)
        }
        (Graphic::Timeline, View::Country(view, _)) => {
            charts::timeline(atlas, atlas.find(view.code)?, view, sheet, notes)
        }
        (Graphic::Lines, View::Compare(view)) => {
            let shown = compare::shown(atlas, view);
            (!shown.is_empty()).then(|| charts::lines(atlas, view, &shown, sheet, notes))?
        }
        (Graphic::Strips, View::Compare(view)) => strips(atlas, view, sheet, notes)?,
        (Graphic::Movers, View::Changes(view)) => world::of_movers(atlas, files.world?, view, sheet, notes)?,
        (Graphic::Areas, View::Trends(view)) => charts::areas(atlas, view, sheet, notes),
        (Graphic::Regions, View::Trends(view)) => charts::regions(atlas, view, sheet, notes),
        (Graphic::Overview, View::Trends(view)) => overview(atlas, view, sheet, notes),
        (Graphic::Outcomes, View::Consequences(view)) => {
            charts::outcomes(atlas, files.consequences?, view, sheet, notes)
        }
        _ => return None,
    })
}

/// What report, which edition.
fn kicker(atlas: &Atlas, edition: EditionId) -> String {
    let words = atlas.words();
    let edition = say!(words, CHANGES_EDITION_OF, year = atlas.year(edition));
    format!("{} · {edition}", say!(words, MAP_KICKER))
}

/// The editions of the record: "2001 to 2025".
fn editions(atlas: &Atlas) -> String {
    let (first, last) = atlas.years();
    tip::sentence::span(atlas.words(), first, last)
}

/// The countries of a comparison as strips, then those of its region.
fn strips(atlas: &Atlas, view: &CompareView, sheet: &Sheet, notes: &[String]) -> Option<Element> {
    let words = atlas.words();
    let shown = compare::shown(atlas, view);
    let mut rows: Vec<Row> = shown.iter().map(|id| Row::Country(*id)).collect();
    if let Some(region) = view.region {
        if !shown.is_empty() {
            rows.push(Row::Heading(region.named(words)));
        }
        rows.extend(compare::of_region(atlas, view, region).into_iter().map(Row::Country));
    }
    let head = Head {
        kicker: format!("{} · {}", say!(words, MAP_KICKER), editions(atlas)),
        title: compare::title(atlas, &shown, view.region),
        deck: compare::in_words(atlas, &shown),
    };
    (!rows.is_empty()).then(|| {
        sheet.framed(&head, grid::key(atlas, &rows, sheet), notes, |area| {
            grid::grid(atlas, &rows, sheet, area)
        })
    })
}

/// Every country and every edition, in the order of the page.
fn overview(atlas: &Atlas, view: &TrendsView, sheet: &Sheet, notes: &[String]) -> Element {
    let words = atlas.words();
    let countries: Vec<CountryId> = trends::rows(atlas, view);
    let rows: Vec<Row> = match view.order {
        Order::Region if view.region.is_none() => {
            let of = |region: Region| {
                let own = countries.iter().filter(move |id| atlas.country(**id).region == region);
                std::iter::once(Row::Heading(region.named(words))).chain(own.map(|id| Row::Country(*id)))
            };
            Region::ALL.into_iter().flat_map(of).collect()
        }
        _ => countries.iter().map(|id| Row::Country(*id)).collect(),
    };
    let n = countries.len();
    let head = Head {
        kicker: format!("{} · {}", say!(words, MAP_KICKER), editions(atlas)),
        title: match view.region {
            Some(region) => format!("{}: {}", say!(words, TRENDS_ALL), region.named(words)),
            None => say!(words, TRENDS_ALL),
        },
        deck: say!(words, PICTURE_GRID, countries = n, editions = atlas.editions().len()),
    };
    sheet.framed(&head, grid::key(atlas, &rows, sheet), notes, |area| grid::grid(atlas, &rows, sheet, area))
}
