//! `/compare`: countries side by side.

use chart::lines;
use chart::number::decimal;
use tip::compare::{self, MOST, differences, shared};
use tip::permalink::{self, CompareView, View, year_of};
use tip::similar::most_similar;
use tip::{Atlas, Code, CountryId, EditionId, Reasons, Region, sorted};
use words::{Message, capitalised, say, text};

use crate::figure::{Figure, framed};
use crate::parts::{country_link, english, link, placement, strip};
use crate::share::bar;
use crate::{Element, Node, Page, Setting, el};

/// The id of the place of the field that adds a country.
pub const ADD: &str = "picker";

/// How many similar histories are offered.
const SIMILAR: usize = 6;

/// The edition whose reasons the page shows: the one on show, where countries are compared in it.
pub fn reasons_of(atlas: &Atlas, view: &CompareView) -> Option<u16> {
    let edition = permalink::edition(atlas, view.year);
    (!view.countries.is_empty() && edition.previous().is_some()).then(|| atlas.year(edition))
}

/// The page of a view; `reasons` are why countries moved in its edition, once they are here.
pub fn page(atlas: &Atlas, view: &CompareView, reasons: Option<&Reasons>, setting: &Setting) -> Page {
    let share = bar(atlas, &View::Compare(view.clone()), setting);
    let known = known(atlas, view);
    let edition = permalink::edition(atlas, view.year);
    let shown = shown(atlas, view);
    let title = title(atlas, &shown, view.region);
    let words = in_words(atlas, &shown);
    let mut nodes =
        vec![head(atlas, view, &known, &title, &words, share), strips(atlas, view, &shown, edition, reasons)];
    if !shown.is_empty() {
        nodes.push(chart(atlas, view, &shown, setting.width));
    }
    if shown.len() > 1 && !shared(atlas, &shown).is_empty() {
        nodes.push(table(atlas, view, &shown));
    }
    if let Some(region) = view.region {
        nodes.push(region_strips(atlas, view, region, edition));
    }
    nodes.push(adding(atlas, view, &shown, &setting.pins));
    Page { status: format!("{title}. {words}"), title, nodes, text: None }
}

/// The countries asked for that the report has placed.
fn known(atlas: &Atlas, view: &CompareView) -> Vec<CountryId> {
    view.countries.iter().filter_map(|code| atlas.find(*code)).map(|country| country.id).collect()
}

/// The countries that are set side by side, in their order.
pub(crate) fn shown(atlas: &Atlas, view: &CompareView) -> Vec<CountryId> {
    let shown: Vec<CountryId> = known(atlas, view).into_iter().take(MOST).collect();
    match view.by_tier {
        true => by_tier(atlas, &shown, permalink::edition(atlas, view.year)),
        false => shown,
    }
}

/// What they have in common and where they differ.
pub(crate) fn in_words(atlas: &Atlas, shown: &[CountryId]) -> String {
    compare::in_words(atlas, shown).join(" ")
}

/// The countries of a region, in the order of the view.
pub(crate) fn of_region(atlas: &Atlas, view: &CompareView, region: Region) -> Vec<CountryId> {
    let own = atlas.countries().iter().filter(|country| country.region == region);
    let own: Vec<CountryId> = own.map(|country| country.id).collect();
    match view.by_tier {
        true => by_tier(atlas, &own, permalink::edition(atlas, view.year)),
        false => own,
    }
}

pub(crate) fn title(atlas: &Atlas, shown: &[CountryId], region: Option<Region>) -> String {
    let words = atlas.words();
    match (shown, region) {
        ([], None) => say!(words, COMPARE_TITLE),
        ([], Some(region)) => region.whole(words),
        (shown, _) => names(atlas, shown),
    }
}

/// The countries' names as a list.
fn names(atlas: &Atlas, countries: &[CountryId]) -> String {
    atlas.words().list(countries.iter().map(|country| atlas.country(*country).name.as_str()))
}

/// The countries by their tier of an edition, then as they came.
fn by_tier(atlas: &Atlas, countries: &[CountryId], edition: EditionId) -> Vec<CountryId> {
    let rank = |country: &CountryId| {
        atlas.cell(*country, edition).tier().map_or(tip::Tier::ALL.len(), tip::Tier::index) as u64
    };
    sorted(countries, rank).into_iter().copied().collect()
}

fn head(
    atlas: &Atlas,
    view: &CompareView,
    known: &[CountryId],
    title: &str,
    said: &str,
    share: Element,
) -> Node {
    let words = atlas.words();
    let unknown: Vec<&Code> = view.countries.iter().filter(|code| atlas.find(**code).is_none()).collect();
    let mut notices = Vec::new();
    if !unknown.is_empty() {
        let codes = words.list(unknown.iter().map(|code| code.to_string()));
        notices.push(say!(words, COMPARE_UNKNOWN, codes = codes));
    }
    if !view.others.is_empty() {
        let names = words.list(view.others.iter().map(|text| format!("“{text}”")));
        notices.push(say!(words, COMPARE_UNNAMED, names = names));
    }
    if known.len() > MOST {
        let over = names(atlas, known.get(MOST..).unwrap_or_default());
        notices.push(say!(words, COMPARE_TOO_MANY, n = MOST, names = over));
    }
    notices.extend(permalink::notice(atlas, view.year));
    let notices =
        notices.into_iter().map(|notice| el("p").class("notice").attr("role", "status").with(notice));
    let deck = match (known.len(), view.region) {
        (0, None) => say!(words, COMPARE_DECK),
        (0, Some(_)) => say!(words, COMPARE_DECK_REGION),
        (1, _) => say!(words, COMPARE_DECK_ONE),
        _ => said.to_owned(),
    };
    el("header")
        .class("measure headline")
        .with(el("p").class("kicker").with(say!(words, COMPARE_KICKER)))
        .with(el("h1").with(title.to_owned()))
        .with(el("p").class("deck").with(deck))
        .all(notices)
        .with(share)
        .into()
}

/// The field that adds a country (filled in by whoever shows the page), and the countries: each with its strip,
/// its place in the order and the way out.
fn strips(
    atlas: &Atlas,
    view: &CompareView,
    shown: &[CountryId],
    edition: EditionId,
    reasons: Option<&Reasons>,
) -> Node {
    let words = atlas.words();
    let row = |(at, id): (usize, &CountryId)| {
        let country = atlas.country(*id);
        let name = &country.name;
        let cell = atlas.cell(*id, edition);
        let earlier = (at > 0 && !view.by_tier).then(|| {
            el("a")
                .class("tool")
                .to(View::Compare(view.earlier(country.code)))
                .attr("aria-label", say!(words, COMPARE_EARLIER, name = name))
                .attr("id", format!("up-{}", country.code))
                .with("↑")
        });
        el("li")
            .attr("data-iso3", country.code.to_string())
            .attr("data-tier", cell.code())
            .attr("data-series", at.to_string())
            .with(
                el("p")
                    .class("strip-name")
                    .with(line_key(at))
                    .with(country_link(atlas, *id, edition))
                    .with(" ")
                    .with(placement(atlas, *id, edition)),
            )
            .with(strip(atlas, *id, edition))
            .with(
                el("p").class("tools").maybe(earlier).with(
                    el("a")
                        .class("tool")
                        .to(View::Compare(view.without(country.code)))
                        .attr("aria-label", say!(words, COMPARE_OUT, name = name))
                        .attr("id", format!("out-{}", country.code))
                        .with("×"),
                ),
            )
            .maybe(reasons.and_then(|reasons| reasons.of(country.code)).map(|reason| {
                let told = english(words, el("span").with(reason.to_owned()));
                el("p").class("reason").with(format!("{}: ", atlas.year(edition))).with(told)
            }))
    };
    let order = |by_tier: bool, name: Message| {
        let to = View::Compare(CompareView { by_tier, ..view.clone() });
        let chosen = if by_tier == view.by_tier { "true" } else { "false" };
        el("a")
            .to(to)
            .attr("aria-current", chosen)
            .attr("id", if by_tier { "by-tier" } else { "by-hand" })
            .with(words.text(&name))
    };
    let orders = (shown.len() > 1).then(|| {
        el("p")
            .class("switch")
            .attr("role", "group")
            .attr("aria-label", say!(words, COMPARE_ORDER))
            .with(order(false, text::COMPARE_BY_HAND))
            .with(order(true, text::COMPARE_BY_TIER))
    });
    let picker = match shown.len() < MOST {
        true => el("div").class("search").attr("id", ADD),
        false => el("p").class("remark").with(capitalised(&say!(words, COMPARE_FULL, n = MOST))),
    };
    el("section")
        .class("measure compared")
        .attr("aria-label", say!(words, COMPARE_COMPARED))
        .with(el("div").class("choosing").with(picker).maybe(orders))
        .maybe((!shown.is_empty()).then(|| el("ul").class("strips").all(shown.iter().enumerate().map(row))))
        .into()
}

/// A piece of a country's line: its colour and dash.
fn line_key(series: usize) -> Element {
    el("svg").class("line-key").attr("viewBox", "0 0 24 8").attr("aria-hidden", "true").with(
        el("line")
            .class("ink-series")
            .attr("data-series", series.to_string())
            .attr("x1", "0")
            .attr("x2", "24")
            .attr("y1", "4")
            .attr("y2", "4")
            .attr("stroke-width", "4"),
    )
}

/// The ways to add a country: by name, by similar history, by region.
fn adding(atlas: &Atlas, view: &CompareView, shown: &[CountryId], pins: &[Code]) -> Node {
    let words = atlas.words();
    let full = shown.len() >= MOST;
    let add = |id: CountryId, remark: Option<String>| {
        let country = atlas.country(id);
        el("li")
            .with(
                el("a")
                    .to(View::Compare(view.with(country.code)))
                    .attr("id", format!("add-{}", country.code))
                    .with(country.name.clone()),
            )
            .maybe(remark.map(|remark| el("span").class("count").with(format!(" {remark}"))))
    };
    let similar = shown.first().filter(|_| !full).map(|first| {
        let name = atlas.country(*first).name_in_a_sentence(words);
        let others = most_similar(atlas, *first, SIMILAR + MOST);
        let others = others.into_iter().filter(|(id, _)| !shown.contains(id)).take(SIMILAR);
        let items = others.map(|(id, distance)| {
            add(id, Some(say!(words, COMPARE_APART, distance = words.decimal(&decimal(distance.mean(), 2)))))
        });
        el("div")
            .with(el("h3").with(say!(words, COMPARE_LIKE, name = name)))
            .with(el("ul").class("inline").all(items))
            .with(el("p").class("remark").with(say!(words, COMPARE_APART_HOW)))
    });
    let pins: Vec<CountryId> =
        pins.iter().filter_map(|code| atlas.find(*code)).map(|country| country.id).collect();
    let pinned = (!pins.is_empty()).then(|| {
        let countries = pins.iter().map(|id| atlas.country(*id).code).take(MOST).collect();
        let all = View::Compare(CompareView { countries, ..view.clone() });
        let items = pins.iter().filter(|id| !full && !shown.contains(id)).map(|id| add(*id, None));
        el("div").attr("id", "pinned").with(el("h3").with(say!(words, COMPARE_PINNED))).with(
            el("ul")
                .class("inline")
                .all(items)
                .with(el("li").with(link(all, say!(words, COMPARE_COMPARE_PINNED)))),
        )
    });
    let none = shown.is_empty().then(|| {
        let example = |codes: [&str; 3]| {
            let countries: Vec<Code> = codes.iter().filter_map(|code| Code::parse(code)).collect();
            let known = countries.iter().filter_map(|code| atlas.find(*code));
            let names = words.list(known.map(|country| country.name.as_str()));
            el("li").with(link(View::Compare(CompareView { countries, ..CompareView::default() }), names))
        };
        el("div").with(el("h3").with(say!(words, COMPARE_START))).with(
            el("ul")
                .with(example(["KOR", "PRK", "JPN"]))
                .with(example(["USA", "CAN", "MEX"]))
                .with(example(["THA", "MYS", "VNM"])),
        )
    });
    let regions = Region::ALL.into_iter().map(|region| {
        let to = View::Compare(CompareView { region: Some(region), ..view.clone() });
        el("li").with(link(to, region.whole(words)))
    });
    el("section")
        .class("measure adding")
        .with(el("h2").with(say!(words, COMPARE_MORE)))
        .maybe(none)
        .maybe(pinned)
        .maybe(similar)
        .with(
            el("div")
                .with(el("h3").with(say!(words, COMPARE_STRIPS)))
                .with(el("ul").class("inline").all(regions)),
        )
        .into()
}

/// All countries of a region as strips.
fn region_strips(atlas: &Atlas, view: &CompareView, region: Region, edition: EditionId) -> Node {
    let countries = of_region(atlas, view, region);
    let words = atlas.words();
    let rows = countries.iter().map(|id| {
        let country = atlas.country(*id);
        let cell = atlas.cell(*id, edition);
        let full = view.countries.len() >= MOST || view.countries.contains(&country.code);
        let tools = (!full).then(|| {
            el("p").class("tools").with(
                el("a")
                    .class("tool")
                    .to(View::Compare(view.with(country.code)))
                    .attr("aria-label", say!(words, COMPARE_ADD_LINE, name = &country.name))
                    .with("+"),
            )
        });
        el("li")
            .attr("data-iso3", country.code.to_string())
            .attr("data-tier", cell.code())
            .with(el("p").class("strip-name").with(country_link(atlas, *id, edition)))
            .with(strip(atlas, *id, edition))
            .maybe(tools)
    });
    let without = View::Compare(CompareView { region: None, ..view.clone() });
    el("section")
        .class("measure region-strips")
        .with(el("h2").with(region.named(words)))
        .with(el("p").with(link(without, say!(words, COMPARE_HIDE))))
        .with(el("ul").class("strips").all(rows))
        .into()
}

fn chart(atlas: &Atlas, view: &CompareView, shown: &[CountryId], width: u32) -> Node {
    let words = atlas.words();
    let says = |edition: EditionId| {
        let each: Vec<String> = shown.iter().map(|id| said_of(atlas, *id, edition)).collect();
        say!(words, COMPARE_SAYS, year = atlas.year(edition), each = each.join("; "))
    };
    let to =
        |edition: EditionId| View::Compare(CompareView { year: year_of(atlas, edition), ..view.clone() });
    let now = permalink::edition(atlas, view.year);
    let chart = match lines::draw(atlas, shown, width) {
        Ok(drawn) => Figure {
            id: "lines",
            name: say!(words, COMPARE_CHART, names = names(atlas, shown)),
            size: (drawn.width, drawn.height),
            shapes: &drawn.shapes,
            columns: &drawn.columns,
            step: drawn.step,
            foot: drawn.foot,
            now: Some(now),
        }
        .svg(atlas, says, to),
        // The strips say the same.
        Err(_) => el("p").class("remark").with(say!(words, COUNTRY_NO_CHART)),
    };
    el("section").class("measure").with(framed(say!(words, COMPARE_EVERY), says(now), chart)).into()
}

/// A country's placement in an edition: "Japan: Tier 2".
fn said_of(atlas: &Atlas, country: CountryId, edition: EditionId) -> String {
    let words = atlas.words();
    let tier = atlas.cell(country, edition).named(words);
    say!(words, COMPARE_SAYS_ONE, name = &atlas.country(country).name, tier = tier)
}

/// The editions in which they differ, newest first.
fn table(atlas: &Atlas, view: &CompareView, shown: &[CountryId]) -> Node {
    let words = atlas.words();
    let apart = differences(atlas, shown);
    let section = el("section").class("measure").with(el("h2").with(say!(words, COMPARE_DIFFER)));
    if apart.is_empty() {
        return section.with(el("p").with(say!(words, COMPARE_DIFFER_NONE))).into();
    }
    let heads = shown.iter().map(|id| el("th").attr("scope", "col").with(atlas.country(*id).name.clone()));
    let rows = apart.iter().rev().map(|edition| {
        let year = atlas.year(*edition);
        let to = View::Compare(CompareView { year: year_of(atlas, *edition), ..view.clone() });
        let cells = shown.iter().map(|id| {
            let cell = atlas.cell(*id, *edition);
            el("td")
                .attr("data-iso3", atlas.country(*id).code.to_string())
                .attr("data-tier", cell.code())
                .with(placement(atlas, *id, *edition))
        });
        el("tr").with(el("th").attr("scope", "row").with(link(to, year.to_string()))).all(cells)
    });
    let caption = say!(words, COMPARE_DIFFER_CAPTION, n = apart.len());
    section
        .with(
            el("div")
                .class("table-scroll")
                .attr("role", "region")
                .attr("aria-label", say!(words, COMPARE_DIFFER))
                .attr("tabindex", "0")
                .with(
                    el("table")
                        .with(el("caption").with(caption))
                        .with(
                            el("thead").with(
                                el("tr")
                                    .with(el("th").attr("scope", "col").with(say!(words, COMPARE_EDITION)))
                                    .all(heads),
                            ),
                        )
                        .with(el("tbody").all(rows)),
                ),
        )
        .into()
}
