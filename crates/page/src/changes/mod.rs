//! `/changes`: what moved in an edition, or between two.

mod looked_up;
mod movers;
mod story;
mod streaks;
mod transitions;

use chart::map::World;
use tip::permalink::{self, ChangesView, MapView, Span, View, year_of};
use tip::sentence::{self, or_none};
use tip::{Atlas, Change, Consequences, EditionId, Movement, Reasons, Region};
use words::say;

pub use self::looked_up::LOOK_UP;
pub(crate) use self::movers::arrow;
use crate::parts::link;
use crate::share::bar;
use crate::{Element, Node, Page, Setting, el, pickers};

/// The changes of a span, in a region or in all.
pub(crate) fn changes(atlas: &Atlas, span: Span, region: Option<Region>) -> Vec<Change> {
    let Some(from) = span.from else { return Vec::new() };
    atlas
        .changes(from, span.to)
        .into_iter()
        .filter(|change| region.is_none_or(|region| atlas.country(change.country).region == region))
        .collect()
}

/// What the page shows besides the placements, each once it is here.
#[derive(Clone, Copy, Debug, Default)]
pub struct Files<'a> {
    /// The map of the movers.
    pub world: Option<&'a World>,
    /// The waivers.
    pub consequences: Option<&'a Consequences>,
    /// Why countries moved in the later edition.
    pub reasons: Option<&'a Reasons>,
}

/// The edition whose reasons are those of a view's changes: the later one, where the earlier is just before it.
pub fn reasons_of(atlas: &Atlas, view: &ChangesView) -> Option<u16> {
    let span = view.span(atlas);
    (span.from.is_some() && span.from == span.to.previous()).then(|| atlas.year(span.to))
}

/// The page of a view.
pub fn page(atlas: &Atlas, view: &ChangesView, files: Files<'_>, setting: &Setting) -> Page {
    let share = bar(atlas, &View::Changes(*view), setting);
    let span = view.span(atlas);
    let asked = view;
    // What links lead on from is what is shown, be it that it was turned.
    let from = span.from.filter(|from| Some(*from) != span.to.previous()).map(|from| atlas.year(from));
    let view = &ChangesView { year: year_of(atlas, span.to), from, ..*view };
    let changes = changes(atlas, span, view.region);
    let title = title(atlas, span, &changes, view.region);
    let mut nodes = vec![
        head(atlas, asked, view, span, &title, share),
        looked_up::section(atlas, view, span, files.reasons),
    ];
    if span.from.is_some() {
        nodes.push(movers::lists(atlas, span, view.region, &changes, files));
        if let Some(world) = files.world {
            nodes.push(movers::map(atlas, world, span, &changes));
        }
        nodes.push(transitions::table(atlas, view, span));
        nodes.push(streaks::section(atlas, view, span.to));
    }
    let text = story::text(atlas, span, &title, &changes, files.reasons);
    Page { status: format!("{title}."), title, nodes, text: span.from.map(|_| text) }
}

pub(crate) fn title(atlas: &Atlas, span: Span, changes: &[Change], region: Option<Region>) -> String {
    let words = atlas.words();
    let year = atlas.year(span.to);
    let Some(from) = span.from else {
        return say!(words, CHANGES_FIRST, year = year);
    };
    let moved = |kind| or_none(words, changes.iter().filter(|change| change.movement() == kind).count());
    let (up, down) = (moved(Movement::Upgrade), moved(Movement::Downgrade));
    let first = if span.to.previous() == Some(from) { year } else { atlas.year(from) };
    let when = sentence::span(words, first, year);
    match region {
        None => say!(words, CHANGES_TITLE, when = when, up = up, down = down),
        Some(region) => {
            say!(words, CHANGES_TITLE_IN, when = when, up = up, down = down, place = region.within(words))
        }
    }
}

fn head(
    atlas: &Atlas,
    asked: &ChangesView,
    view: &ChangesView,
    span: Span,
    title: &str,
    share: Element,
) -> Node {
    let words = atlas.words();
    let mut notices: Vec<String> = permalink::notice(atlas, asked.year).into_iter().collect();
    notices.extend(permalink::notice(atlas, asked.from));
    if let Some(code) = asked.country.filter(|code| atlas.find(*code).is_none()) {
        notices.push(say!(words, COMPARE_UNKNOWN, codes = code.as_str()));
    }
    if span.turned {
        notices.push(say!(words, CHANGES_TURNED));
    }
    let gaps: Vec<String> = span
        .from
        .into_iter()
        .chain([span.to])
        .filter(|edition| atlas.missing(*edition) > 0)
        .map(|edition| say!(words, CHANGES_GAP, year = atlas.year(edition), n = atlas.missing(edition)))
        .collect();
    let remark = (!gaps.is_empty())
        .then(|| el("p").class("remark").with(say!(words, CHANGES_GAPS, gaps = words.list(gaps))));
    let of = |edition: EditionId| {
        View::Changes(ChangesView { year: year_of(atlas, edition), from: None, cell: None, ..*view })
    };
    let to = pickers::edition(atlas, "year", say!(words, CHANGES_EDITION), span.to, |edition| {
        Some(View::Changes(ChangesView { year: year_of(atlas, edition), cell: None, ..*view }))
    });
    let from = span.from.map(|from| {
        pickers::edition(atlas, "from", say!(words, CHANGES_AGAINST), from, |edition| {
            let before = span.to.previous() == Some(edition);
            let from = (!before).then(|| atlas.year(edition));
            (edition < span.to).then_some(View::Changes(ChangesView { from, cell: None, ..*view }))
        })
    });
    let region = pickers::region(words, view.region, |region| {
        View::Changes(ChangesView { region, cell: None, ..*view })
    });
    let map = View::Map(MapView { year: year_of(atlas, span.to), region: view.region, ..MapView::default() });
    el("header")
        .class("measure headline")
        .with(el("p").class("kicker").with(say!(words, CHANGES_KICKER)))
        .with(el("h1").with(title.to_owned()))
        .all(notices.into_iter().map(|notice| el("p").class("notice").attr("role", "status").with(notice)))
        .maybe(remark)
        .with(
            el("div")
                .class("pickers")
                .maybe(pickers::before(atlas, span.to, of))
                .with(to)
                .maybe(pickers::after(atlas, span.to, of))
                .maybe(from)
                .with(region),
        )
        .with(el("p").class("remark").with(link(map, say!(words, CHANGES_MAP, year = atlas.year(span.to)))))
        .with(share)
        .maybe(span.from.map(|_| story::copy(words)))
        .into()
}
