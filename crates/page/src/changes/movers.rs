//! Who moved: lists that read like a newspaper's table, and a map of just the movers.

use chart::map::World;
use chart::number::decimal;
use tip::permalink::{CountryView, Span, View, year_of};
use tip::{Atlas, Cell, Change, EditionId, Movement, Reasons, Region, Tier, sorted};

use words::{Message, Words, say, text};

use super::Files;
use crate::parts::{country_link, english, symbol};
use crate::{Element, Node, el};

/// A kind of change, as the page names it.
pub(super) struct Kind {
    id: &'static str,
    pub(super) name: Message,
    /// The message if there is none. Without a message the list is left out.
    none: Option<Message>,
}

pub(super) const KINDS: [Kind; 7] = [
    Kind { id: "up", name: text::CHANGES_UP, none: Some(text::CHANGES_NO_UP) },
    Kind { id: "down", name: text::CHANGES_DOWN, none: Some(text::CHANGES_NO_DOWN) },
    Kind { id: "special", name: text::CHANGES_SPECIAL, none: None },
    Kind { id: "first", name: text::CHANGES_FIRST_PLACED, none: None },
    Kind { id: "again", name: text::CHANGES_AGAIN, none: None },
    Kind { id: "left", name: text::CHANGES_LEFT, none: None },
    Kind { id: "unrecorded", name: text::CHANGES_UNRECORDED, none: None },
];

/// Which list a change belongs to.
fn kind(atlas: &Atlas, span: Span, change: &Change) -> &'static str {
    match change.movement() {
        Movement::Upgrade => "up",
        Movement::Downgrade => "down",
        Movement::Reclassified => "special",
        Movement::Entered => {
            // Of an edition that our record lacks in part, nothing says that it was the first.
            let before = |(edition, _): &(EditionId, Cell)| *edition < span.to;
            let timeline = atlas.timeline(change.country);
            match timeline.cells().take_while(before).all(|(_, cell)| cell == Cell::NotInEdition) {
                true => "first",
                false => "again",
            }
        }
        Movement::Left => "left",
        Movement::Unrecorded => "unrecorded",
        Movement::Remained | Movement::Absent => "",
    }
}

/// The lists, one a kind.
pub fn lists(
    atlas: &Atlas,
    span: Span,
    region: Option<Region>,
    changes: &[Change],
    files: Files<'_>,
) -> Node {
    let words = atlas.words();
    let waived = atlas
        .countries()
        .iter()
        .filter(|country| region.is_none_or(|region| country.region == region))
        .filter(|country| {
            files.consequences.is_some_and(|known| known.waiver(country.code, atlas.year(span.to)).is_some())
        })
        .map(|country| el("li").with(country_link(atlas, country.id, span.to)));
    let waived: Vec<Element> = waived.collect();
    let kinds = KINDS.iter().filter_map(|kind| list(atlas, span, kind, changes, files.reasons));
    let waivers = (!waived.is_empty()).then(|| {
        el("section")
            .attr("id", "waived")
            .with(el("h2").with(say!(words, CHANGES_WAIVED)))
            .with(el("p").class("remark").with(say!(words, CHANGES_WAIVED_WHY)))
            .with(el("ul").all(waived))
    });
    el("div").class("measure movers").all(kinds).maybe(waivers).into()
}

/// The changes of a kind by where they arrived, best tier first, then by name.
pub(super) fn of_kind<'a>(atlas: &Atlas, span: Span, kind: &Kind, changes: &'a [Change]) -> Vec<&'a Change> {
    let own: Vec<&Change> =
        changes.iter().filter(|change| self::kind(atlas, span, change) == kind.id).collect();
    let place = |cell: Cell| cell.tier().map_or(Tier::ALL.len(), Tier::index) as u64;
    sorted(&own, |change| place(change.to) * 8 + place(change.from)).into_iter().copied().collect()
}

fn list(
    atlas: &Atlas,
    span: Span,
    kind: &Kind,
    changes: &[Change],
    reasons: Option<&Reasons>,
) -> Option<Element> {
    let words = atlas.words();
    let of_kind = of_kind(atlas, span, kind, changes);
    let section = el("section").attr("id", kind.id).class("mover-list");
    let heading = el("h2")
        .with(words.text(&kind.name))
        .with(" ")
        .with(el("span").class("count").with(of_kind.len().to_string()));
    if of_kind.is_empty() {
        return kind.none.map(|none| section.with(heading).with(el("p").with(words.text(&none))));
    }
    let reason = |change: &Change| reasons?.of(atlas.country(change.country).code);
    let explained = of_kind.iter().any(|change| reason(change).is_some());
    let rows = of_kind.into_iter().map(|change| row(atlas, change, span.to, reason(change)));
    // Rows are no table by their display, since a reason takes their whole width: so each part says what it is.
    let head = [text::CHANGES_COUNTRY, text::CHANGES_FROM, text::CHANGES_TO]
        .map(|name| el("th").attr("scope", "col").attr("role", "columnheader").with(words.text(&name)));
    let why = explained.then(|| {
        let head = el("th").class("unseen").attr("scope", "col").attr("role", "columnheader");
        head.with(say!(words, CHANGES_WHY))
    });
    let heads = el("tr").attr("role", "row").all(head).maybe(why);
    Some(
        section.with(heading).with(
            el("table")
                .attr("role", "table")
                .with(el("caption").class("unseen").with(words.text(&kind.name)))
                .with(el("thead").attr("role", "rowgroup").with(heads))
                .with(el("tbody").attr("role", "rowgroup").all(rows)),
        ),
    )
}

/// The reason of a move: folded where there is little room.
fn why(words: &Words, reason: &str) -> Element {
    let text = |class: &'static str| english(words, el("p").class(class)).with(reason.to_owned());
    let folded = el("details")
        .class("on-narrow")
        .with(el("summary").with(say!(words, CHANGES_WHY)))
        .with(text("reason"));
    el("td").class("why").attr("role", "cell").with(text("reason on-wide")).with(folded)
}

fn row(atlas: &Atlas, change: &Change, edition: EditionId, reason: Option<&str>) -> Element {
    let words = atlas.words();
    let cell = || el("td").attr("role", "cell");
    el("tr")
        .attr("role", "row")
        .attr("data-iso3", atlas.country(change.country).code.to_string())
        .attr("data-tier", change.to.code())
        .with(el("th").attr("scope", "row").attr("role", "rowheader").with(country_link(
            atlas,
            change.country,
            edition,
        )))
        .with(cell().with(end(words, change.from)))
        .with(
            cell()
                .with(el("span").class("arrow").attr("aria-hidden", "true").with("→ "))
                .with(end(words, change.to)),
        )
        .maybe(reason.map(|reason| why(words, reason)))
}

/// A tier in short, with its symbol.
pub fn end(words: &Words, cell: Cell) -> Element {
    el("span").class("end").attr("data-tier", cell.code()).with(symbol(cell.tier())).with(match cell {
        Cell::Placed(tier) => tier.short(words),
        Cell::NotInEdition => say!(words, TIER_NOT_PLACED),
        Cell::NotInRecord => say!(words, TIER_NOT_RECORDED),
    })
}

/// The sign of a move around the origin, in map units: up, down, or to or from Special Case.
pub fn arrow(movement: Movement) -> &'static str {
    match movement {
        Movement::Upgrade => "M0-34 30 16H-30Z",
        Movement::Downgrade => "M0 34 30-16H-30Z",
        _ => "M0-28 28 0 0 28-28 0Z",
    }
}

/// The map of just the movers: who arrived where, with an arrow up or down above all lands, the others left blank.
pub fn map(atlas: &Atlas, world: &World, span: Span, changes: &[Change]) -> Node {
    let words = atlas.words();
    let lands = world.shapes.iter().map(|shape| el("path").attr("d", shape.d.clone()));
    let movers: Vec<&Change> = changes
        .iter()
        .filter(|change| {
            matches!(change.movement(), Movement::Upgrade | Movement::Downgrade | Movement::Reclassified)
        })
        .collect();
    let reached = movers.iter().filter_map(|change| reached(atlas, world, change, span.to));
    let reached: Vec<Element> = reached.collect();
    let marks = movers.iter().filter_map(|change| mark(atlas, world, change, span.to));
    let marks: Vec<Element> = marks.collect();
    el("figure")
        .class("measure movers-map")
        .with(el("figcaption").with(el("h2").with(say!(words, CHANGES_WHERE))))
        .with(
            el("svg")
                .attr("viewBox", format!("0 0 {} {}", decimal(world.width, 0), decimal(world.height, 0)))
                .attr("role", "group")
                .attr("aria-label", say!(words, CHANGES_WHERE_LABEL))
                .with(el("g").class("blank").attr("aria-hidden", "true").all(lands))
                .with(el("g").attr("aria-hidden", "true").all(reached))
                .all(marks),
        )
        .into()
}

/// A link to a mover's page, for the pointer: the lists have the same links.
fn way(atlas: &Atlas, change: &Change, edition: EditionId) -> Element {
    let view =
        View::from(CountryView { code: atlas.country(change.country).code, year: year_of(atlas, edition) });
    el("a").to(view).attr("data-tier", change.to.code()).attr("tabindex", "-1")
}

/// The land of a mover, in the colour of the tier that it reached.
fn reached(atlas: &Atlas, world: &World, change: &Change, edition: EditionId) -> Option<Element> {
    let code = atlas.country(change.country).code;
    let shape = world.shapes.iter().find(|shape| shape.code == Some(code))?;
    Some(way(atlas, change, edition).with(el("path").class("land").attr("d", shape.d.clone())))
}

/// The arrow of a mover, which says how it moved.
fn mark(atlas: &Atlas, world: &World, change: &Change, edition: EditionId) -> Option<Element> {
    let country = atlas.country(change.country);
    let place = world.place(country.code)?;
    let words = atlas.words();
    let (from, to) = (change.from.named(words), change.to.named(words));
    let name = match change.movement() {
        Movement::Upgrade => say!(words, CHANGES_MARK_UP, name = &country.name, from = from, to = to),
        Movement::Downgrade => say!(words, CHANGES_MARK_DOWN, name = &country.name, from = from, to = to),
        _ => say!(words, CHANGES_MARK_SPECIAL, name = &country.name, from = from, to = to),
    };
    Some(
        way(atlas, change, edition)
            .attr("data-iso3", country.code.to_string())
            .attr("aria-label", name.clone())
            .with(el("title").with(name))
            .with(el("path").class("arrow").attr("d", arrow(change.movement())).attr(
                "transform",
                format!("translate({} {})", decimal(place.at.x, 0), decimal(place.at.y, 0)),
            )),
    )
}
