//! The page of a country.

mod editions;
mod followed;
mod record_search;
mod timeline;

use tip::permalink::{
    self, CompareView, CountryView, EmbedView, Embedded, MapView, SearchQuery, View, year_of,
};
use tip::{Atlas, Country, CountryId, Dossier, EditionId, TierSet, sentence};

use words::{say, text};

use crate::parts::{LINK, around, country_link, english, link, placement};
use crate::share::{copy_link, menu};
use crate::{Element, LoadMessages, Node, Page, Setting, State, el, waiting};

use editions::editions;
pub use timeline::{point_label, point_name};

/// The page of a country in the edition of a view, with what is looked for marked; without the dossier it has what the atlas
/// knows.
pub fn page(
    atlas: &Atlas,
    country: &Country,
    (view, sought): (CountryView, &SearchQuery),
    dossier: Result<&Dossier, State>,
    setting: &Setting,
) -> Page {
    let words = atlas.words();
    let edition = permalink::edition(atlas, view.year);
    let (id, year) = (country.id, atlas.year(edition));
    let findings = dossier.as_ref().ok().copied();
    let why: timeline::Why<'_> = &|edition| {
        let moved =
            edition.previous().is_some_and(|before| atlas.cell(id, before) != atlas.cell(id, edition));
        let finding = findings?.finding(atlas.year(edition)).filter(|_| moved)?;
        Some(finding.summary.as_str())
    };
    let consequences = dossier.as_ref().ok().map(|dossier| &dossier.consequences);
    let followed = consequences.and_then(|known| followed::section(atlas, id, edition, known));
    let mut summary = None;
    let mut found = match &dossier {
        Ok(_) => Vec::new(),
        Err(state) => waiting(words, state, LoadMessages::COUNTRY),
    };
    // Without the file, what the atlas knows: tier and change.
    if !matches!(dossier, Err(State::Loading)) {
        let dossier = dossier.ok();
        let sifted = dossier.and_then(|dossier| record_search::sifted(country, sought, dossier));
        if let Some(dossier) = dossier {
            summary = sifted.as_ref().and_then(|sifted| sifted.summary(words, country, sought));
            found.extend(record_search::field(atlas, (view, sought), dossier, summary.clone()));
        }
        found.push(editions(atlas, id, edition, dossier, sifted.as_ref()).into());
    }
    let article = el("article")
        .class("country-page")
        .with(head(atlas, country, (view, sought), edition, setting))
        .with(timeline::figure(atlas, id, edition, setting.width, why, |view| {
            View::Country(view, sought.clone())
        }))
        .maybe(followed)
        .with(el("section").class("measure neighbours").with(el("div").all(neighbours(atlas, id, edition))))
        .with(
            el("section")
                .class("measure editions")
                .with(el("h2").with(say!(words, COUNTRY_EDITIONS)))
                .with(el("p").class("explained").with(format!(
                    "{} {}",
                    say!(words, COUNTRY_EXPLAINED),
                    say!(words, COUNTRY_IN_ENGLISH)
                )))
                .with(el("div").all(found)),
        );
    let statement = sentence::statement(atlas, id, edition).text();
    let text = match why(edition) {
        Some(reason) => format!("{statement} {reason}"),
        None => statement.clone(),
    };
    Page {
        title: say!(
            words,
            COUNTRY_TITLE,
            name = &country.name,
            tier = atlas.cell(id, edition).named(words),
            year = year
        ),
        status: summary.unwrap_or_else(|| say!(words, COUNTRY_SAID, year = year, statement = statement)),
        nodes: vec![article.into()],
        text: Some(text),
    }
}

/// A country's name, standing and timeline for another site's page, with the way to the whole page.
pub fn embedded(atlas: &Atlas, country: &Country, view: CountryView, frame: EmbedView, width: u32) -> Page {
    let edition = permalink::edition(atlas, view.year);
    let whole = link(View::from(view), say!(atlas.words(), MAP_WHOLE_PAGE));
    let to = |view: CountryView| View::Embed(EmbedView { shows: Embedded::Country(view), ..frame });
    let article = el("article")
        .class("country-page")
        .with(
            el("header")
                .class("measure headline")
                .with(el("h1").with(country.name.clone()))
                .with(el("div").class("standing").all(standing(atlas, country.id, edition))),
        )
        .with(timeline::figure(atlas, country.id, edition, width, &|_| None, to))
        .with(el("p").class("measure full").all(crate::embedding::source(atlas.words(), whole)));
    Page {
        title: country.name.clone(),
        status: sentence::statement(atlas, country.id, edition).text(),
        nodes: vec![article.into()],
        text: None,
    }
}

fn head(
    atlas: &Atlas,
    country: &Country,
    (view, sought): (CountryView, &SearchQuery),
    edition: EditionId,
    setting: &Setting,
) -> Element {
    let words = atlas.words();
    let pinned = setting.pins.contains(&country.code);
    let pin = el("button")
        .attr("type", "button")
        .attr("id", "pin")
        .attr("data-pin", country.code.to_string())
        .attr("aria-pressed", if pinned { "true" } else { "false" })
        .attr("title", say!(words, COUNTRY_PIN_WHERE))
        .with(words.text(&if pinned { text::COUNTRY_PINNED } else { text::COUNTRY_PIN }));
    let beside = el("nav").class("beside").attr("aria-label", say!(words, COUNTRY_BESIDE));
    let mut stands = standing(atlas, country.id, edition);
    if let Some(notice) = permalink::notice(atlas, view.year) {
        stands.push(el("p").class("notice").attr("role", "status").with(notice).into());
    }
    let newest = (edition != atlas.latest()).then(|| {
        let newest = CountryView { year: None, ..view };
        let text = say!(words, COUNTRY_NEWEST, year = atlas.year(atlas.latest()));
        link(View::Country(newest, sought.clone()), text).attr("id", "to-newest")
    });
    el("header")
        .class("measure headline")
        .with(el("div").with(beside.all(self::beside(atlas, country.id))).all(name(atlas, country.id)))
        .with(el("div").class("standing").all(stands))
        .with(el("div").class("share").with(copy_link(words)).with(pin).maybe(newest).with(menu(
            atlas,
            &View::Country(view, sought.clone()),
            setting,
        )))
        .maybe(setting.unkept.then(|| {
            let told = say!(words, COUNTRY_UNKEPT, name = country.name_in_a_sentence(words));
            el("p").class("notice").attr("role", "status").with(told)
        }))
}

/// Ways to the countries before and after this one, by name.
fn beside(atlas: &Atlas, country: CountryId) -> Vec<Node> {
    let words = atlas.words();
    let (before, after) = atlas.beside(country);
    let to = |id: CountryId| View::country(atlas.country(id).code);
    let name = |id: CountryId| atlas.country(id).name.clone();
    let arrow = |text: &'static str| el("span").attr("aria-hidden", "true").with(text);
    vec![
        el("a")
            .class("before")
            .to(to(before))
            .with(arrow("← "))
            .with(el("span").class("unseen").with(format!("{} ", say!(words, COUNTRY_PREVIOUS))))
            .with(name(before))
            .into(),
        el("a")
            .class("after")
            .to(to(after))
            .with(el("span").class("unseen").with(format!("{} ", say!(words, COUNTRY_NEXT))))
            .with(name(after))
            .with(arrow(" →"))
            .into(),
    ]
}

/// Name, and what the report calls it.
fn name(atlas: &Atlas, country: CountryId) -> Vec<Node> {
    let about = atlas.country(country);
    let words = atlas.words();
    let mut nodes: Vec<Node> = vec![
        el("p").class("kicker").with(about.region.named(words)).into(),
        el("h1").with(about.name.clone()).into(),
    ];
    let in_report = about.report_name.as_ref().unwrap_or(&about.english);
    if *in_report != about.name {
        let named = say!(words, COUNTRY_IN_REPORT, name = LINK);
        let name = english(words, el("span").with(in_report.clone()));
        nodes.push(el("p").class("also-named").all(around(&named, name)).into());
    }
    nodes
}

/// The country's placement in an edition: tier, sentence, last move, remarks.
fn standing(atlas: &Atlas, country: CountryId, edition: EditionId) -> Vec<Node> {
    let words = atlas.words();
    let about = atlas.country(country);
    let cell = atlas.cell(country, edition);
    let statement = tip::sentence::statement(atlas, country, edition);
    let background = statement.background.map(|text| el("span").class("background").with(format!(" {text}")));
    let mut nodes: Vec<Node> = vec![
        el("p")
            .class("standing-tier")
            .attr("data-iso3", about.code.to_string())
            .attr("data-tier", cell.code())
            .with(placement(atlas, country, edition))
            .with(" ")
            .with(el("span").class("standing-year").with(say!(
                words,
                YEAR_EDITION,
                year = atlas.year(edition)
            )))
            .into(),
        el("p").class("statement").with(statement.lead).maybe(background).into(),
    ];
    if !about.note.is_empty() {
        nodes.push(english(words, el("p").class("remark")).with(format!("{}.", about.note)).into());
    }
    nodes
}

/// The countries of the region on the same tier, and the way to them on the map.
fn neighbours(atlas: &Atlas, country: CountryId, edition: EditionId) -> Vec<Node> {
    let Some(tier) = atlas.cell(country, edition).tier() else {
        return Vec::new();
    };
    let words = atlas.words();
    let region = atlas.country(country).region;
    let others = atlas.neighbours(country, edition);
    let on_map = View::Map(MapView {
        year: year_of(atlas, edition),
        region: Some(region),
        tiers: TierSet::from_iter([tier]),
        ..MapView::default()
    });
    let about = atlas.country(country);
    let name = about.name_in_a_sentence(words);
    let compared = View::Compare(CompareView { countries: vec![about.code], ..CompareView::default() });
    let list: Element = if others.is_empty() {
        el("p").with(say!(words, COUNTRY_ALONE))
    } else {
        el("ul").all(others.into_iter().map(|other| el("li").with(country_link(atlas, other, edition))))
    };
    let heading = say!(
        words,
        COUNTRY_ALSO,
        on = tier.on(words),
        place = region.within(words),
        year = atlas.year(edition)
    );
    vec![
        el("h2").with(heading).into(),
        list.into(),
        el("p")
            .with(link(on_map, say!(words, COUNTRY_ON_MAP)))
            .with(" · ")
            .with(link(compared, say!(words, COUNTRY_COMPARE, name = name)))
            .into(),
    ]
}
