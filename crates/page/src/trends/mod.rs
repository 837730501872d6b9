//! `/trends`: the whole record over time.

mod overview;

use chart::stack::Stack;
use tip::permalink::{self, MapView, TrendsView, View};
use tip::{Atlas, EditionId, Region, Tier};

use crate::changes::option;
use crate::figure::{Figure, framed, pointed_at};
use crate::parts::{link, symbol};
use crate::share::bar;
use crate::{Element, Node, Page, Setting, el};

/// The height of the chart, in pixels.
const HEIGHT: u32 = 380;

/// The page of a view.
pub fn page(atlas: &Atlas, view: &TrendsView, setting: &Setting) -> Page {
    let width = setting.width;
    let share = bar(atlas, &View::Trends(*view), setting);
    let (first, last) = atlas.years();
    let title = match view.region {
        Some(region) => format!("{}: countries on each tier, {first} to {last}", region.name()),
        None => format!("Countries on each tier, {first} to {last}"),
    };
    let said = in_words(atlas, view.region);
    let nodes = vec![
        head(atlas, view, &title, &said, share),
        areas(atlas, view, width),
        multiples(atlas, view, width),
        overview::section(atlas, view),
    ];
    Page { said: format!("{title}. {said}"), title, nodes }
}

/// The edition marked, where there is one.
fn marked(atlas: &Atlas, view: &TrendsView) -> Option<EditionId> {
    view.year.map(|year| permalink::edition(atlas, Some(year)))
}

/// "In our record of 2001, 81 countries and territories are placed, 11 on Tier 1 (14 %) and 23 on Tier 3 (28 %);
/// in our record of 2025, …"
fn in_words(atlas: &Atlas, region: Option<Region>) -> String {
    let side = |edition: EditionId| {
        let counts = atlas.counts(edition, region);
        let total = u32::from(counts.total());
        let share = |tier: Tier| {
            let n = u32::from(counts.of(tier));
            match n {
                0 => format!("none {}", tier.standing()),
                n => format!("{n} {} ({} %)", tier.standing(), (n * 100 + total / 2) / total.max(1)),
            }
        };
        format!(
            "in our record of {}, {total} countries and territories are placed, {} and {}",
            atlas.year(edition),
            share(Tier::One),
            share(Tier::Three)
        )
    };
    let editions = atlas.editions();
    let sides: Vec<String> =
        editions.first().into_iter().chain(editions.last()).map(|edition| side(edition.id)).collect();
    tip::words::capitalised(&format!("{}.", sides.join("; ")))
}

fn head(atlas: &Atlas, view: &TrendsView, title: &str, said: &str, share: Element) -> Node {
    let mut notices: Vec<String> = permalink::notice(atlas, view.year).into_iter().collect();
    if let Some(code) = view.country.filter(|code| atlas.find(*code).is_none()) {
        notices.push(format!("No country or territory of the report has the code {code}; none is marked."));
    }
    let regions = std::iter::once(None).chain(Region::ALL.map(Some)).map(|region| {
        let name = region.map_or("All regions", Region::name);
        option(View::Trends(TrendsView { region, ..*view }), region == view.region, name.to_owned())
    });
    let measure = |shares: bool, name: &'static str| {
        el("a")
            .to(View::Trends(TrendsView { shares, ..*view }))
            .attr("id", if shares { "as-shares" } else { "as-counts" })
            .attr("aria-current", if shares == view.shares { "true" } else { "false" })
            .with(name)
    };
    let clear = (view.country.is_some() || view.year.is_some())
        .then(|| link(View::Trends(TrendsView { country: None, year: None, ..*view }), "Clear the marks"));
    el("header")
        .class("measure headline")
        .with(el("p").class("kicker").with("The whole record"))
        .with(el("h1").with(title.to_owned()))
        .with(el("p").class("deck").with(said.to_owned()))
        .maybe(missing(atlas))
        .all(notices.into_iter().map(|notice| el("p").class("notice").attr("role", "status").with(notice)))
        .with(
            el("div")
                .class("pickers")
                .with(
                    el("select")
                        .attr("id", "pick-region")
                        .attr("name", "region")
                        .attr("aria-label", "Region")
                        .attr("data-go", "")
                        .all(regions),
                )
                .with(
                    el("p")
                        .class("switch")
                        .attr("role", "group")
                        .attr("aria-label", "Show as")
                        .with(measure(false, "Counts"))
                        .with(measure(true, "Shares")),
                )
                .maybe(clear),
        )
        .with(share)
        .into()
}

/// The editions of which the record lacks placements.
fn missing(atlas: &Atlas) -> Option<Element> {
    let lacking: Vec<(u16, u16)> = atlas
        .editions()
        .iter()
        .map(|about| (about.year, atlas.missing(about.id)))
        .filter(|(_, missing)| *missing > 0)
        .collect();
    let most = lacking.iter().map(|(_, missing)| *missing).max()?;
    let years: Vec<u16> = lacking.iter().map(|(year, _)| *year).collect();
    Some(el("p").class("remark").with(format!(
        "Our record lacks {} of the placements published for {}.",
        if most == 1 { "one".to_owned() } else { format!("one to {}", tip::words::count(usize::from(most))) },
        tip::sentence::spans(&years)
    )))
}

/// What an edition's column says.
fn says(atlas: &Atlas, region: Option<Region>, edition: EditionId) -> String {
    let counts = atlas.counts(edition, region);
    let tiers = Tier::ALL.into_iter().filter(|tier| counts.of(*tier) > 0);
    let tiers = tiers.map(|tier| format!("{}: {}", tier.short_name(), counts.of(tier)));
    format!("{}. {}; {} in all", atlas.year(edition), tiers.collect::<Vec<_>>().join(", "), counts.total())
}

fn figure(atlas: &Atlas, view: &TrendsView, stack: Stack, id: &'static str, name: String) -> Element {
    let now = marked(atlas, view);
    let drawn = match stack.draw(atlas) {
        Ok(drawn) => drawn,
        // The table below has every placement.
        Err(error) => return el("p").class("remark").with(error.to_string()),
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
    figure.svg(atlas, |edition| says(atlas, stack.region, edition), to)
}

fn areas(atlas: &Atlas, view: &TrendsView, width: u32) -> Node {
    let stack =
        Stack { region: view.region, shares: view.shares, width, height: HEIGHT, named: width >= 480 };
    let shown = marked(atlas, view).unwrap_or(atlas.latest());
    let name =
        "Countries on each tier over all editions. Arrow keys move from edition to edition.".to_owned();
    let heading = if view.shares { "Share of each tier" } else { "Countries and territories on each tier" };
    let chart = figure(atlas, view, stack, "areas", name);
    let year = marked(atlas, view).map(|edition| {
        let to = View::Map(MapView {
            year: permalink::year_of(atlas, edition),
            region: view.region,
            ..MapView::default()
        });
        el("p").with(link(to, format!("The map of the {} edition", atlas.year(edition))))
    });
    let key = Tier::ALL.map(|tier| {
        el("li").attr("data-tier", tier.code()).with(symbol(Some(tier))).with(" ").with(tier.name())
    });
    el("section")
        .class("measure areas")
        .with(framed(heading, says(atlas, view.region, shown), chart))
        .with(el("ul").class("key-row").attr("aria-label", "Tiers").all(key))
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
    let charts = Region::ALL.into_iter().zip(IDS).map(|(region, id)| {
        let stack =
            Stack { region: Some(region), shares: view.shares, width: small, height: 180, named: false };
        let name = format!("{}: countries on each tier over all editions", region.name());
        let chosen = view.region == Some(region);
        // A marked country is told by its region as well.
        let country = view.country.and_then(|code| atlas.find(code));
        let now = chosen || country.is_some_and(|country| country.region == region);
        let to = TrendsView { region: (!chosen).then_some(region), ..*view };
        let shown = marked(atlas, view).unwrap_or(atlas.latest());
        let heading = el("h3").with(
            link(View::Trends(to), region.name())
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
        .with(el("h2").with("Region by region"))
        .with(el("div").class("multiples").all(charts))
        .into()
}
