//! `/trends`: the whole record over time.

mod overview;

use chart::stack::Stack;
use tip::permalink::{self, MapView, TrendsView, View};
use tip::{Atlas, EditionId, Region, Tier};
use words::{Message, capitalised, say, text};

pub(crate) use self::overview::rows;
use crate::figure::{Figure, framed, pointed_at};
use crate::map::textures;
use crate::parts::{link, symbol};
use crate::share::bar;
use crate::{Element, Node, Page, Setting, el, pickers};

/// The height of the chart, in pixels.
const HEIGHT: u32 = 380;

/// The page of a view.
pub fn page(atlas: &Atlas, view: &TrendsView, setting: &Setting) -> Page {
    let width = setting.width;
    let share = bar(atlas, &View::Trends(*view), setting);
    let title = title(atlas, view);
    let summary = in_words(atlas, view.region);
    let nodes = vec![
        head(atlas, view, &title, &summary, share),
        areas(atlas, view, width),
        multiples(atlas, view, width),
        overview::section(atlas, view),
    ];
    Page { status: format!("{title}. {summary}"), title, nodes, text: None }
}

pub(crate) fn title(atlas: &Atlas, view: &TrendsView) -> String {
    let words = atlas.words();
    let (first, last) = atlas.years();
    match view.region {
        Some(region) => {
            say!(words, TRENDS_TITLE_IN, region = region.named(words), first = first, last = last)
        }
        None => say!(words, TRENDS_TITLE, first = first, last = last),
    }
}

/// The edition marked, where there is one.
fn marked(atlas: &Atlas, view: &TrendsView) -> Option<EditionId> {
    view.year.map(|year| permalink::edition(atlas, Some(year)))
}

/// "In our record of 2001, 81 countries and territories are placed, 11 on Tier 1 (14 %) and 23 on Tier 3 (28 %);
/// in our record of 2025, …"
pub(crate) fn in_words(atlas: &Atlas, region: Option<Region>) -> String {
    let words = atlas.words();
    let side = |edition: EditionId| {
        let counts = atlas.counts(edition, region);
        let total = u32::from(counts.total());
        let share = |tier: Tier| {
            let n = u32::from(counts.of(tier));
            let share = (n * 100 + total / 2) / total.max(1);
            match n {
                0 => say!(words, TRENDS_NONE_ON, on = tier.on(words)),
                n => say!(words, TRENDS_SHARE_ON, n = n, on = tier.on(words), share = share),
            }
        };
        say!(
            words,
            TRENDS_SIDE,
            year = atlas.year(edition),
            total = total,
            one = share(Tier::One),
            three = share(Tier::Three)
        )
    };
    let editions = atlas.editions();
    let sides: Vec<String> =
        editions.first().into_iter().chain(editions.last()).map(|edition| side(edition.id)).collect();
    capitalised(&format!("{}.", sides.join("; ")))
}

fn head(atlas: &Atlas, view: &TrendsView, title: &str, summary: &str, share: Element) -> Node {
    let words = atlas.words();
    let mut notices: Vec<String> = permalink::notice(atlas, view.year).into_iter().collect();
    if let Some(code) = view.country.filter(|code| atlas.find(*code).is_none()) {
        notices.push(say!(words, TRENDS_UNMARKED, code = code.as_str()));
    }
    let region = pickers::region(words, view.region, |region| View::Trends(TrendsView { region, ..*view }));
    let measure = |shares: bool, name: Message| {
        el("a")
            .to(View::Trends(TrendsView { shares, ..*view }))
            .attr("id", if shares { "as-shares" } else { "as-counts" })
            .attr("aria-current", if shares == view.shares { "true" } else { "false" })
            .with(words.text(&name))
    };
    let clear = (view.country.is_some() || view.year.is_some()).then(|| {
        link(View::Trends(TrendsView { country: None, year: None, ..*view }), say!(words, TRENDS_CLEAR))
    });
    el("header")
        .class("measure headline")
        .with(el("p").class("kicker").with(say!(words, TRENDS_KICKER)))
        .with(el("h1").with(title.to_owned()))
        .with(el("p").class("deck").with(summary.to_owned()))
        .maybe(missing(atlas))
        .all(notices.into_iter().map(|notice| el("p").class("notice").attr("role", "status").with(notice)))
        .with(
            el("div")
                .class("pickers")
                .with(region)
                .with(
                    el("p")
                        .class("switch")
                        .attr("role", "group")
                        .attr("aria-label", say!(words, MAP_SHOW_AS))
                        .with(measure(false, text::TRENDS_COUNTS))
                        .with(measure(true, text::TRENDS_SHARES)),
                )
                .maybe(clear),
        )
        .with(share)
        .into()
}

/// The editions of which the record lacks placements.
fn missing(atlas: &Atlas) -> Option<Element> {
    let words = atlas.words();
    let lacking: Vec<(u16, u16)> = atlas
        .editions()
        .iter()
        .map(|about| (about.year, atlas.missing(about.id)))
        .filter(|(_, missing)| *missing > 0)
        .collect();
    let most = lacking.iter().map(|(_, missing)| *missing).max()?;
    let years: Vec<u16> = lacking.iter().map(|(year, _)| *year).collect();
    Some(el("p").class("remark").with(say!(
        words,
        TRENDS_LACKS,
        n = most,
        years = tip::sentence::spans(words, &years)
    )))
}

/// What an edition's column says.
fn says(atlas: &Atlas, region: Option<Region>, edition: EditionId) -> String {
    let words = atlas.words();
    let counts = atlas.counts(edition, region);
    let tiers = Tier::ALL.into_iter().filter(|tier| counts.of(*tier) > 0);
    let tiers =
        tiers.map(|tier| say!(words, TRENDS_SAYS_TIER, tier = tier.short(words), n = counts.of(tier)));
    let tiers = tiers.collect::<Vec<_>>().join(", ");
    say!(words, TRENDS_SAYS, year = atlas.year(edition), tiers = tiers, total = counts.total())
}

fn figure(atlas: &Atlas, view: &TrendsView, stack: Stack, id: &'static str, name: String) -> Element {
    let now = marked(atlas, view);
    let drawn = match stack.draw(atlas) {
        Ok(drawn) => drawn,
        // The table below has every placement.
        Err(_) => return el("p").class("remark").with(say!(atlas.words(), COUNTRY_NO_CHART)),
    };
    let figure = Figure {
        id,
        name,
        size: (stack.width, stack.height),
        shapes: &drawn.shapes,
        columns: &drawn.columns,
        step: drawn.step,
        foot: drawn.foot,
        now,
    };
    let to = |edition: EditionId| {
        let year = (now != Some(edition)).then(|| atlas.year(edition));
        View::Trends(TrendsView { year, ..*view })
    };
    let svg = figure.svg(atlas, |edition| says(atlas, stack.region, edition), to);
    // The areas also differ by the tiers' symbols. All charts share one set of textures.
    if id == "areas" { svg.with(el("defs").all(textures())) } else { svg }
}

fn areas(atlas: &Atlas, view: &TrendsView, width: u32) -> Node {
    let stack =
        Stack { region: view.region, shares: view.shares, width, height: HEIGHT, named: width >= 480 };
    let shown = marked(atlas, view).unwrap_or(atlas.latest());
    let words = atlas.words();
    let name = say!(words, TRENDS_CHART);
    let heading = if view.shares { text::TRENDS_SHARES_HEADING } else { text::TRENDS_COUNTS_HEADING };
    let chart = figure(atlas, view, stack, "areas", name);
    let year = marked(atlas, view).map(|edition| {
        let to = View::Map(MapView {
            year: permalink::year_of(atlas, edition),
            region: view.region,
            ..MapView::default()
        });
        el("p").with(link(to, say!(words, CHANGES_MAP, year = atlas.year(edition))))
    });
    let key = Tier::ALL.map(|tier| {
        el("li").attr("data-tier", tier.code()).with(symbol(Some(tier))).with(" ").with(tier.named(words))
    });
    el("section")
        .class("measure areas")
        .with(framed(words.text(&heading), says(atlas, view.region, shown), chart))
        .with(el("ul").class("key-row").attr("aria-label", say!(words, TRENDS_TIERS)).all(key))
        .maybe(year)
        .into()
}

/// The six regions, one small chart each.
fn multiples(atlas: &Atlas, view: &TrendsView, width: u32) -> Node {
    const IDS: [&str; 6] = ["areas-0", "areas-1", "areas-2", "areas-3", "areas-4", "areas-5"];
    // Three beside each other where there is room, else two, else one; 32 pixels between them.
    let beside = if width >= 840 {
        3
    } else if width >= 560 {
        2
    } else {
        1
    };
    let small = (width - 32 * (beside - 1)) / beside;
    let words = atlas.words();
    let charts = Region::ALL.into_iter().zip(IDS).map(|(region, id)| {
        let stack =
            Stack { region: Some(region), shares: view.shares, width: small, height: 180, named: false };
        let name = say!(words, TRENDS_CHART_IN, region = region.named(words));
        let chosen = view.region == Some(region);
        // The charts of the marked country's region show it as well.
        let country = view.country.and_then(|code| atlas.find(code));
        let now = chosen || country.is_some_and(|country| country.region == region);
        let to = TrendsView { region: (!chosen).then_some(region), ..*view };
        let shown = marked(atlas, view).unwrap_or(atlas.latest());
        let heading = el("h3").with(
            link(View::Trends(to), region.named(words))
                .attr("id", format!("region-{}", region.slug()))
                .attr("aria-current", if chosen { "true" } else { "false" }),
        );
        el("figure")
            .class(if now { "framed small now" } else { "framed small" })
            .with(el("figcaption").with(heading).with(pointed_at()).with(
                el("p").class("readout").attr("aria-hidden", "true").with(says(atlas, Some(region), shown)),
            ))
            .with(el("div").class("chart-place").with(figure(atlas, view, stack, id, name)))
    });
    el("section")
        .class("measure")
        .with(el("h2").with(say!(words, TRENDS_REGIONS)))
        .with(el("div").class("multiples").all(charts))
        .into()
}
