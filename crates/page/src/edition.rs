//! One edition: who moved, and the table.

use tip::permalink::{self, MapView};
use tip::sentence::Headline;
use tip::{Atlas, Cell, Change, Country, CountryId, EditionId, Movement, Region, Tier, sentence, sorted};

use crate::parts::{country_link, english, outward, placement, symbol};
use words::{Message, Words, say, text};

use crate::{Element, Node, el};

/// The legend: a button a tier, with symbol, name and room for its count (`legend-2W`, `count-2W`), the
/// button that shows all, and the two keys for what has no tier.
pub fn legend(words: &Words) -> Vec<Node> {
    let button = |tier: Tier| {
        let code = tier.code();
        el("li").with(
            el("button")
                .class("chip")
                .attr("type", "button")
                .attr("id", format!("legend-{code}"))
                .attr("data-tier", code)
                .with(symbol(Some(tier)))
                .with(tier.named(words))
                .with(" ")
                .with(el("span").class("count").attr("id", format!("count-{code}"))),
        )
    };
    let key = |kind: &'static str, name: String| {
        el("li").class("key").attr("data-tier", kind).with(el("span").class("swatch")).with(name)
    };
    let all = el("button").class("quiet").attr("type", "button").attr("id", "legend-all");
    vec![
        el("ul").attr("aria-label", say!(words, MAP_LEGEND)).all(Tier::ALL.map(button)).into(),
        el("ul")
            .attr("aria-label", say!(words, MAP_LEGEND_NONE))
            .with(key("none", say!(words, TIER_NONE)))
            .with(key("unrated", say!(words, MAP_NEVER)))
            .into(),
        all.with(say!(words, MAP_SHOW_ALL)).into(),
    ]
}

/// The options of the region field.
pub fn regions(words: &Words, chosen: Option<Region>) -> Vec<Node> {
    let option = |region: Option<Region>| {
        let option = el("option").attr("value", region.map_or("", Region::slug));
        let option = if region == chosen { option.attr("selected", "") } else { option };
        option.with(region_name(words, region)).into()
    };
    std::iter::once(None).chain(Region::ALL.map(Some)).map(option).collect()
}

/// The name of a region, or of all.
pub fn region_name(words: &Words, region: Option<Region>) -> String {
    region.map_or_else(|| say!(words, REGION_ALL), |region| region.named(words))
}

/// What stands below the headline: the counts, the dates, the report, what is to be said of the edition, and of the year
/// where that was none.
pub fn below(atlas: &Atlas, head: Headline, edition: EditionId, view: MapView) -> Vec<Node> {
    let words = atlas.words();
    let report = outward(atlas.edition(edition).url.clone(), say!(words, MAP_REPORT));
    let mut nodes = vec![
        el("p").class("deck").with(head.deck).into(),
        el("p").class("dates").with(head.dates).with(" ").with(report).into(),
    ];
    if let Some(notice) = permalink::notice(atlas, view.year) {
        nodes.push(el("p").class("notice").attr("role", "status").with(notice).into());
    }
    if !head.note.is_empty() {
        nodes.push(english(words, el("p").class("remark")).with(head.note).into());
    }
    nodes.extend(head.remarks.into_iter().map(|remark| el("p").class("remark").with(remark).into()));
    nodes
}

/// The title of a headline as it is set: a line never ends between “Tier” and its number.
pub fn title(head: &Headline) -> String {
    let mut title = String::with_capacity(head.title.len() + 8);
    for (at, word) in head.title.split(' ').enumerate() {
        if at > 0 {
            title.push(if title.ends_with("Tier") { '\u{a0}' } else { ' ' });
        }
        title.push_str(word);
    }
    title
}

/// What changed since the edition before, as lists: a heading and the movers of each kind.
pub fn moves(atlas: &Atlas, edition: EditionId, region: Option<Region>) -> Vec<Node> {
    let words = atlas.words();
    let heading = match edition.previous() {
        Some(previous) => say!(words, MOVES_SINCE, year = atlas.year(previous)),
        None => say!(words, MOVES_FIRST),
    };
    let changes: Vec<Change> = atlas
        .changes_of(edition)
        .into_iter()
        .filter(|change| region.is_none_or(|region| atlas.country(change.country).region == region))
        .collect();
    let kinds = [
        (text::MOVES_UP, Movement::Upgrade),
        (text::MOVES_DOWN, Movement::Downgrade),
        (text::MOVES_SPECIAL, Movement::Reclassified),
        (text::MOVES_ENTERED, Movement::Entered),
        (text::MOVES_LEFT, Movement::Left),
        (text::MOVES_UNRECORDED, Movement::Unrecorded),
    ];
    let lists = kinds.into_iter().filter_map(|(name, kind)| {
        let of_kind: Vec<&Change> = changes.iter().filter(|change| change.movement() == kind).collect();
        (!of_kind.is_empty()).then(|| {
            el("section")
                .class("moves-list")
                .with(
                    el("h3")
                        .with(words.text(&name))
                        .with(" ")
                        .with(el("span").class("count").with(of_kind.len().to_string())),
                )
                .with(el("ul").all(of_kind.into_iter().map(|change| mover(atlas, change, edition))))
        })
    });
    vec![el("h2").with(heading).into(), el("div").class("moves-lists").all(lists).into()]
}

fn mover(atlas: &Atlas, change: &Change, edition: EditionId) -> Element {
    let words = atlas.words();
    let end = |cell: Cell| {
        el("span")
            .class("end")
            .attr("data-tier", cell.code())
            .with(symbol(cell.tier()))
            .with(cell.tier().map_or_else(|| say!(words, MOVES_NONE), |tier| tier.short(words)))
    };
    el("li")
        .attr("data-iso3", atlas.country(change.country).code.to_string())
        .attr("data-tier", change.to.code())
        .with(country_link(atlas, change.country, edition))
        .with(
            el("span")
                .class("from-to")
                .with(end(change.from))
                .with(el("span").class("unseen").with(format!(" {} ", say!(words, MOVES_TO))))
                .with(el("span").attr("aria-hidden", "true").with("→"))
                .with(end(change.to)),
        )
}

/// What the table of an edition can be sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// By name.
    Name,
    /// By region.
    Region,
    /// Best tier first.
    Tier,
    /// Longest on its tier first.
    Streak,
    /// Last moved first.
    LastChange,
}

impl Column {
    /// All columns, as the table has them.
    pub const ALL: [Column; 5] =
        [Column::Name, Column::Region, Column::Tier, Column::Streak, Column::LastChange];

    /// The heading.
    pub const fn heading(self) -> Message {
        match self {
            Column::Name => text::TABLE_COUNTRY,
            Column::Region => text::TABLE_REGION,
            Column::Tier => text::TABLE_TIER,
            Column::Streak => text::TABLE_STREAK,
            Column::LastChange => text::TABLE_CHANGE,
        }
    }
}

/// How the table is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    /// By what.
    pub by: Column,
    /// Whether the other way round.
    pub backwards: bool,
}

struct Row<'a> {
    country: &'a Country,
    cell: Cell,
    streak: usize,
    /// The year of the last change, 0 where there was none.
    last_change: u16,
    change: String,
}

impl<'a> Row<'a> {
    fn new(atlas: &Atlas, country: &'a Country, edition: EditionId) -> Row<'a> {
        let streak = atlas.timeline(country.id).streak(edition);
        let (last_change, change) = match streak {
            // Before the first edition of the record there was nothing to change from.
            Some(run) if run.first.previous().is_some() => {
                (atlas.year(run.first), sentence::change(atlas, country.id, run.first))
            }
            _ => (0, String::new()),
        };
        Row {
            country,
            cell: atlas.cell(country.id, edition),
            streak: streak.map_or(0, |run| run.len()),
            last_change,
            change,
        }
    }

    /// The place in an order: lower first, then by name.
    fn rank(&self, column: Column) -> u64 {
        match column {
            Column::Name => 0,
            Column::Region => self.country.region as u64,
            Column::Tier => self.cell.tier().map_or(Tier::ALL.len(), Tier::index) as u64,
            Column::Streak => u64::MAX - self.streak as u64,
            Column::LastChange => u64::MAX - u64::from(self.last_change),
        }
    }
}

/// The rows of an edition's table, as region and tiers filter them: every country and territory, those
/// without a placement too where no tier is singled out. `marks` are those singled out otherwise ([`crate::highlight::marks`]).
pub fn table_rows(
    atlas: &Atlas,
    edition: EditionId,
    view: MapView,
    order: Order,
    marks: Option<&[(CountryId, usize)]>,
) -> Vec<Node> {
    let rows: Vec<Row> = atlas
        .countries()
        .iter()
        .filter(|country| view.region.is_none_or(|region| country.region == region))
        .filter(|country| marks.is_none_or(|marks| marks.iter().any(|(id, _)| *id == country.id)))
        .map(|country| Row::new(atlas, country, edition))
        .filter(|row| row.cell.tier().map_or(view.tiers.is_empty(), |tier| view.tiers.shows(tier)))
        .collect();
    // The rows are in order of name, and the sort is stable.
    let mut sorted = sorted(&rows, |row| row.rank(order.by));
    if order.backwards {
        sorted.reverse();
    }
    sorted.into_iter().map(|row| table_row(atlas, row, edition).into()).collect()
}

fn table_row(atlas: &Atlas, row: &Row, edition: EditionId) -> Element {
    let country = row.country;
    let streak = if row.streak > 0 { row.streak.to_string() } else { "–".to_owned() };
    let words = atlas.words();
    // Rows are no table by their display (`.rowwise`), so each part says what it is.
    let cell = || el("td").attr("role", "cell");
    let change = match row.change.is_empty() {
        true => "–".to_owned(),
        false => say!(words, TABLE_CHANGED, year = row.last_change, change = &row.change),
    };
    el("tr")
        .attr("role", "row")
        .attr("data-iso3", country.code.to_string())
        .attr("data-tier", row.cell.code())
        .with(
            el("th")
                .attr("scope", "row")
                .attr("role", "rowheader")
                .with(country_link(atlas, country.id, edition)),
        )
        .with(cell().with(country.region.named(words)))
        .with(cell().with(placement(atlas, country.id, edition)))
        .with(cell().class("figure").with(streak))
        .with(cell().with(change))
}

/// The caption of an edition's table.
pub fn table_caption(
    atlas: &Atlas,
    edition: EditionId,
    view: MapView,
    marks: Option<&[(CountryId, usize)]>,
) -> String {
    if let Some(marks) = marks {
        return say!(atlas.words(), TABLE_CAPTION, year = atlas.year(edition), n = marks.len());
    }
    let counts = atlas.counts(edition, view.region);
    let n: u16 =
        Tier::ALL.into_iter().filter(|tier| view.tiers.shows(*tier)).map(|tier| counts.of(tier)).sum();
    say!(atlas.words(), TABLE_CAPTION, year = atlas.year(edition), n = n)
}
