//! Every country and every edition: a grid of cells.

use tip::permalink::{self, CountryView, Order, TrendsView, View, year_of};
use tip::similar::by_similarity;
use tip::{Atlas, Cell, Country, CountryId, EditionId, Region, Tier, sorted};

use words::{Message, say, text};

use super::marked;
use crate::figure::pointed_at;
use crate::parts::{country_link, link, symbol};
use crate::pickers::option;
use crate::{Element, Node, el};

/// The contents of a cell.
const fn letter(cell: Cell) -> &'static str {
    match cell {
        Cell::Placed(Tier::One) => "1",
        Cell::Placed(Tier::Two) => "2",
        Cell::Placed(Tier::TwoWatchList) => "W",
        Cell::Placed(Tier::Three) => "3",
        Cell::Placed(Tier::SpecialCase) => "S",
        Cell::NotInEdition => "–",
        Cell::NotInRecord => "?",
    }
}

const fn sorted_by(order: Order) -> Message {
    match order {
        Order::Region => text::TRENDS_BY_REGION,
        Order::Name => text::TRENDS_BY_NAME,
        Order::Tier => text::TRENDS_BY_TIER,
        Order::Similarity => text::TRENDS_BY_SIMILARITY,
    }
}

/// The grid with its key and the choice of its order.
pub fn section(atlas: &Atlas, view: &TrendsView) -> Node {
    let words = atlas.words();
    let orders = Order::ALL.into_iter().map(|order| {
        let name = words.text(&sorted_by(order));
        option(View::Trends(TrendsView { order, ..*view }), order == view.order, name)
    });
    let key = |cell: Cell| {
        el("li")
            .attr("data-tier", cell.code())
            .with(el("span").class("cell").attr("aria-hidden", "true").with(letter(cell)))
            .with(symbol(cell.tier()))
            .with(" ")
            .with(cell.named(words))
    };
    let keys = Tier::ALL
        .into_iter()
        .map(|tier| key(Cell::Placed(tier)))
        .chain([key(Cell::NotInEdition)])
        .chain(atlas.editions().iter().any(|about| !about.whole).then(|| key(Cell::NotInRecord)));
    let countries = rows(atlas, view);
    let (sentence, way) = shown(atlas, view).unzip();
    let caption = say!(words, TRENDS_GRID, countries = countries.len(), editions = atlas.editions().len());
    el("section")
        .class("measure overview")
        .attr("id", "overview")
        .with(el("h2").with(say!(words, TRENDS_ALL)))
        .with(
            el("div").class("pickers").with(
                el("select")
                    .attr("id", "pick-sort")
                    .attr("name", "sort")
                    .attr("aria-label", say!(words, TRENDS_ORDER))
                    .attr("data-go", "")
                    .all(orders),
            ),
        )
        .with(el("ul").class("key-row").attr("aria-label", say!(words, TRENDS_CELLS)).all(keys))
        .with(pointed_at())
        .with(
            el("p")
                .class("readout")
                .attr("id", "overview-readout")
                .attr("aria-hidden", "true")
                .maybe(sentence),
        )
        .maybe(way)
        .with(
            el("div")
                .class("grid-scroll")
                .attr("role", "region")
                .attr("aria-label", say!(words, TRENDS_ALL))
                .with(
                    el("table")
                        .class("grid rowwise")
                        .attr("role", "grid")
                        .attr("data-rove", "grid")
                        .attr("aria-labelledby", "grid-caption")
                        .with(el("caption").attr("id", "grid-caption").with(caption))
                        .with(head(atlas, view))
                        .all(bodies(atlas, view, &countries)),
                ),
        )
        .into()
}

/// What the marked cell says, and the way to its country's page.
fn shown(atlas: &Atlas, view: &TrendsView) -> Option<(String, Element)> {
    let country = atlas.find(view.country?)?;
    let edition = marked(atlas, view).unwrap_or(atlas.latest());
    let to = View::from(CountryView { code: country.code, year: year_of(atlas, edition) });
    let year = atlas.year(edition);
    let words = atlas.words();
    let point = crate::country::point_name(atlas, country.id, edition);
    let open = say!(words, TRENDS_OPEN, name = country.name_in_a_sentence(words), year = year);
    Some((
        say!(words, TRENDS_MARKED, name = &country.name, point = point),
        el("p").class("marked").with(link(to, open)),
    ))
}

/// The countries shown, in the order chosen.
pub(crate) fn rows(atlas: &Atlas, view: &TrendsView) -> Vec<CountryId> {
    let edition = permalink::edition(atlas, view.year);
    let all: Vec<&Country> = atlas
        .countries()
        .iter()
        .filter(|country| view.region.is_none_or(|region| country.region == region))
        .collect();
    let ids = |countries: Vec<&&Country>| countries.into_iter().map(|country| country.id).collect();
    match view.order {
        Order::Name => all.iter().map(|country| country.id).collect(),
        Order::Region => ids(sorted(&all, |country| country.region as u64)),
        Order::Tier => ids(sorted(&all, |country| {
            atlas.cell(country.id, edition).tier().map_or(Tier::ALL.len(), Tier::index) as u64
        })),
        Order::Similarity => {
            let all: Vec<CountryId> = all.iter().map(|country| country.id).collect();
            by_similarity(atlas, &all)
        }
    }
}

fn head(atlas: &Atlas, view: &TrendsView) -> Element {
    let now = marked(atlas, view);
    let years =
        atlas.editions().iter().map(|about| {
            let class = if now == Some(about.id) { "now" } else { "" };
            el("th").attr("scope", "col").attr("role", "columnheader").class(class).with(
                el("abbr").attr("title", about.year.to_string()).with(format!("’{:02}", about.year % 100)),
            )
        });
    el("thead").attr("role", "rowgroup").with(
        el("tr")
            .attr("role", "row")
            .with(
                el("th")
                    .attr("scope", "col")
                    .attr("role", "columnheader")
                    .with(say!(atlas.words(), TRENDS_COUNTRY)),
            )
            .all(years),
    )
}

/// The rows, in one body for each region if they are sorted by region.
fn bodies(atlas: &Atlas, view: &TrendsView, countries: &[CountryId]) -> Vec<Element> {
    let now = marked(atlas, view);
    // One cell can be reached with the Tab key: the marked one, else the first row's newest.
    let country = view.country.and_then(|code| atlas.find(code)).map(|country| country.id);
    let stop_row = country.filter(|id| countries.contains(id)).or(countries.first().copied());
    let stop_column = now.unwrap_or(atlas.latest());
    let row = |id: &CountryId| {
        let stop = (stop_row == Some(*id)).then_some(stop_column);
        row(atlas, atlas.country(*id), now, stop, country == Some(*id))
    };
    if view.order != Order::Region || view.region.is_some() {
        return vec![el("tbody").attr("role", "rowgroup").all(countries.iter().map(row))];
    }
    let of = |region: Region| countries.iter().filter(move |id| atlas.country(**id).region == region);
    Region::ALL
        .into_iter()
        .map(|region| {
            el("tbody").attr("role", "rowgroup").with(parting(atlas, region)).all(of(region).map(row))
        })
        .collect()
}

/// The row that begins a region.
fn parting(atlas: &Atlas, region: Region) -> Element {
    el("tr").attr("role", "row").class("parting").with(
        el("th")
            .attr("scope", "rowgroup")
            .attr("role", "rowheader")
            .attr("colspan", (atlas.editions().len() + 1).to_string())
            .with(region.named(atlas.words())),
    )
}

fn row(
    atlas: &Atlas,
    country: &Country,
    now: Option<EditionId>,
    stop: Option<EditionId>,
    chosen: bool,
) -> Element {
    let cells = atlas.editions().iter().map(|about| {
        let cell = atlas.cell(country.id, about.id);
        let td = el("td").attr("role", "gridcell").attr("data-tier", cell.code());
        let td = if now == Some(about.id) { td.class("now") } else { td };
        td.attr("tabindex", if stop == Some(about.id) { "0" } else { "-1" }).with(letter(cell))
    });
    el("tr")
        .attr("role", "row")
        .attr("data-iso3", country.code.to_string())
        .class(if chosen { "chosen" } else { "" })
        .with(
            el("th")
                .attr("scope", "row")
                .attr("role", "rowheader")
                .with(country_link(atlas, country.id, atlas.latest()).attr("tabindex", "-1")),
        )
        .all(cells)
}
