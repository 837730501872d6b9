//! The charts over editions: a country's timeline, several countries as lines, tiers as areas, what followed as bars.

use chart::number::{decimal, within};
use chart::stack::Stack;
use chart::{lines, outcomes, timeline};
use tip::permalink::{self, CompareView, ConsequencesView, CountryView, TrendsView};
use tip::{Atlas, Consequences, Country, CountryId, Region, Tier, sentence};
use words::say;

use super::grid::{Row, grid};
use super::sheet::{Area, Face, Head, Key, Sheet};
use super::{editions, kicker};
use crate::followed::{name as outcome_name, outcomes as all_outcomes, symbol_path};
use crate::{Element, consequences, el, trends};

/// How far charts are enlarged: their letters of 13 pixels are then 23 on the sheet.
const SCALE: f64 = 1.8;

/// The width to lay a chart out at.
fn width_for(area: Area) -> u32 {
    (area.width / SCALE) as u32
}

/// The size to lay a chart out at that fills an area.
fn size_for(area: Area) -> (u32, u32) {
    (width_for(area), (area.height / SCALE) as u32)
}

/// The timeline of a country, with the edition on show marked.
pub(super) fn timeline(
    atlas: &Atlas,
    country: &Country,
    view: &CountryView,
    sheet: &Sheet,
    notes: &[String],
) -> Element {
    let words = atlas.words();
    let edition = permalink::edition(atlas, view.year);
    let own = atlas.timeline(country.id);
    let tiers = Tier::ALL.into_iter().filter(|tier| own.years_on(*tier) > 0);
    let key = tiers.map(|tier| Key {
        sign: sheet.tier(Some(tier)),
        text: say!(words, PICTURE_EDITIONS_ON, tier = tier.named(words), n = own.years_on(tier)),
    });
    let cell = atlas.cell(country.id, edition).named(words);
    let head = Head {
        kicker: format!("{} · {}", say!(words, MAP_KICKER), editions(atlas)),
        title: say!(words, COUNTRY_TITLE, name = &country.name, tier = cell, year = atlas.year(edition)),
        deck: sentence::statement(atlas, country.id, edition).text(),
    };
    sheet.framed(&head, key.collect(), notes, |area| {
        let Ok(drawn) = timeline::draw(atlas, country.id, width_for(area)) else { return Vec::new() };
        let points = drawn.points.iter().flat_map(|point| {
            let (x, y) = point.at;
            let now = point.edition == edition;
            let line = now.then(|| {
                let foot = f64::from(drawn.height) - 24.0;
                el("path")
                    .attr("d", format!("M{0} 0V{1}", decimal(x, 1), decimal(foot, 1)))
                    .attr("stroke", sheet.colours.ink)
                    .attr("stroke-dasharray", "2 3")
            });
            let size = within(drawn.step * 0.24, 2.6, 5.5);
            let place = format!("translate({} {}) scale({})", decimal(x, 1), decimal(y, 1), decimal(size, 2));
            let tint = sheet.colours.of(point.cell.tier());
            let mark = el("path")
                .attr("d", chart::symbol::path(point.cell.tier()))
                .attr("fill", if point.cell.tier().is_some() { tint.fill } else { tint.line })
                .attr("stroke", if now { sheet.colours.ink } else { tint.line })
                .attr("stroke-width", if now { "0.5" } else { "0.3" })
                .attr("transform", place);
            line.into_iter().chain([mark])
        });
        let (chart, foot) = sheet.chart(&drawn.shapes, (drawn.width, drawn.height), area);
        let history = sentence::history(atlas, country.id);
        let (told, _) = sheet.paragraph((area.x, foot + 20.0), (21.0, Face::Sans), area.width, &history);
        std::iter::once(chart.all(points)).chain(told).collect::<Vec<_>>()
    })
}

/// Several countries as lines.
pub(super) fn lines(
    atlas: &Atlas,
    view: &CompareView,
    shown: &[CountryId],
    sheet: &Sheet,
    notes: &[String],
) -> Element {
    let words = atlas.words();
    let edition = permalink::edition(atlas, view.year);
    let key = shown.iter().zip(0u8..).map(|(id, at)| Key {
        sign: el("path")
            .attr("d", "M-1 0H1")
            .attr("stroke", sheet.colours.series(at))
            .attr("stroke-width", "0.5"),
        text: say!(
            words,
            COMPARE_SAYS_ONE,
            name = &atlas.country(*id).name,
            tier = atlas.cell(*id, edition).named(words)
        ),
    });
    let head = Head {
        kicker: format!("{} · {}", say!(words, MAP_KICKER), editions(atlas)),
        title: words.list(shown.iter().map(|id| atlas.country(*id).name.as_str())),
        deck: crate::compare::in_words(atlas, shown),
    };
    sheet.framed(&head, key.collect(), notes, |area| {
        let Ok(drawn) = lines::draw(atlas, shown, width_for(area)) else { return Vec::new() };
        let (chart, foot) = sheet.chart(&drawn.shapes, (drawn.width, drawn.height), area);
        // Where there is room, each by itself as well.
        let rows: Vec<Row> = shown.iter().map(|id| Row::Country(*id)).collect();
        let rest = area.below(foot + 36.0);
        let strips =
            if rest.height > 40.0 * rows.len() as f64 { grid(atlas, &rows, sheet, rest) } else { Vec::new() };
        std::iter::once(chart).chain(strips).collect::<Vec<_>>()
    })
}

/// The tiers counted, with the counts of an edition.
fn tiers_key(atlas: &Atlas, view: &TrendsView, region: Option<Region>, sheet: &Sheet) -> Vec<Key> {
    let edition = permalink::edition(atlas, view.year);
    let counts = atlas.counts(edition, region);
    let tiers = Tier::ALL.into_iter().filter(|tier| counts.of(*tier) > 0);
    tiers
        .map(|tier| Key {
            sign: sheet.tier(Some(tier)),
            text: say!(
                atlas.words(),
                PICTURE_IN,
                tier = tier.named(atlas.words()),
                n = counts.of(tier),
                year = atlas.year(edition)
            ),
        })
        .collect()
}

fn trends_head(atlas: &Atlas, view: &TrendsView) -> Head {
    Head {
        kicker: format!("{} · {}", say!(atlas.words(), MAP_KICKER), editions(atlas)),
        title: trends::title(atlas, view),
        deck: trends::in_words(atlas, view.region),
    }
}

/// How many countries stand on each tier, over time.
pub(super) fn areas(atlas: &Atlas, view: &TrendsView, sheet: &Sheet, notes: &[String]) -> Element {
    let key = tiers_key(atlas, view, view.region, sheet);
    sheet.framed(&trends_head(atlas, view), key, notes, |area| {
        let size = size_for(area);
        let stack =
            Stack { region: view.region, shares: view.shares, width: size.0, height: size.1, named: true };
        let chart = stack.draw(atlas).map(|drawn| sheet.chart(&drawn.shapes, size, area).0);
        std::iter::once(sheet.textures(1.0)).chain(chart).collect::<Vec<_>>()
    })
}

/// The same for each region: six small charts.
pub(super) fn regions(atlas: &Atlas, view: &TrendsView, sheet: &Sheet, notes: &[String]) -> Element {
    const GAP: f64 = 36.0;
    const HEADING: f64 = 34.0;
    let key = tiers_key(atlas, view, None, sheet);
    let head = Head { title: say!(atlas.words(), TRENDS_REGIONS), ..trends_head(atlas, view) };
    sheet.framed(&head, key, notes, |area| {
        let beside = if area.width > area.height { 3 } else { 2 };
        let below = Region::ALL.len() / beside;
        let wide = (area.width - GAP * (beside as f64 - 1.0)) / beside as f64;
        let high = (area.height - GAP * (below as f64 - 1.0)) / below as f64;
        let charts = Region::ALL.into_iter().enumerate().flat_map(|(at, region)| {
            let x = area.x + (wide + GAP) * (at % beside) as f64;
            let y = area.y + (high + GAP) * (at / beside) as f64;
            let place = Area { x, y: y + HEADING, width: wide, height: high - HEADING };
            let size = ((wide / 1.4) as u32, (place.height / 1.4) as u32);
            let stack = Stack {
                region: Some(region),
                shares: view.shares,
                width: size.0,
                height: size.1,
                named: false,
            };
            let heading = sheet.text((x, y + 22.0), 22.0, Face::Strong, region.named(atlas.words()));
            let chart = stack.draw(atlas).map(|drawn| sheet.chart(&drawn.shapes, size, place).0);
            std::iter::once(heading.attr("fill", sheet.colours.ink)).chain(chart)
        });
        std::iter::once(sheet.textures(1.0)).chain(charts).collect::<Vec<_>>()
    })
}

/// What was determined for the countries on Tier 3, edition by edition.
pub(super) fn outcomes(
    atlas: &Atlas,
    known: &Consequences,
    view: &ConsequencesView,
    sheet: &Sheet,
    notes: &[String],
) -> Element {
    let words = atlas.words();
    let edition = permalink::edition(atlas, view.year);
    let tallies: Vec<_> =
        atlas.editions().iter().map(|about| known.tally(atlas, about.id, view.region)).collect();
    let key = all_outcomes().map(|outcome| Key {
        sign: el("path")
            .attr("d", symbol_path(outcome))
            .attr("fill", sheet.colours.ink)
            .attr("fill-rule", "evenodd"),
        text: outcome_name(words, outcome),
    });
    let head = Head {
        kicker: kicker(atlas, edition),
        title: consequences::title(atlas, edition, view.region),
        deck: consequences::summary(words, known.tally(atlas, edition, view.region)),
    };
    sheet.framed(&head, key.collect(), notes, |area| {
        let size = size_for(area);
        let chart = outcomes::draw(atlas, &tallies, size);
        let chart = chart.map(|drawn| sheet.chart(&drawn.shapes, size, area).0);
        std::iter::once(sheet.outcome_textures()).chain(chart).collect::<Vec<_>>()
    })
}
