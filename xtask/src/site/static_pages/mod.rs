//! A page of its own for every address that people share: complete HTML before any script, made of the same nodes as the
//! app's pages. The app takes it over; without JavaScript it is what there is.

mod data;
mod dataset;
mod head;
mod oembed;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use page::{Element, Node, Page, Setting, State, el, static_page};
use tip::permalink::{
    Address, ChangesView, CompareView, ConsequencesView, CountryView, SearchQuery, SearchView, TrendsView,
    View, WatchListView,
};

use words::{Words, say};

use super::Base;
use super::card::Cards;
use super::document::{Document, Site};
use super::tokens::Tokens;
pub use data::Data;
use head::{Address as Place, Head};

/// What a file of the site is made from.
struct StaticPage {
    /// The file's name within the site.
    file: String,
    /// The part of the program that shows it.
    part: &'static str,
    view: View,
    page: Page,
    body: Element,
}

/// What the heads of pages are made with.
#[derive(Debug)]
pub struct Heads<'a> {
    /// The share cards.
    pub cards: &'a Cards,
    /// The colours of the light and of the dark theme.
    pub colours: &'a [Tokens; 2],
}

/// Writes the pages of a built site into a folder; returns their paths under the base.
///
/// # Errors
/// Where one cannot be written.
pub fn write(folder: &Path, site: Site<'_>, data: &Data, heads: &Heads<'_>) -> Result<Vec<String>> {
    let mut paths = Vec::new();
    let base = site.base;
    let written = |file: &str, text: String| {
        fs::write(folder.join(file), text).with_context(|| format!("cannot write {file}"))
    };
    for folder in ["country", "embed", "oembed"].map(|name| folder.join(name)) {
        fs::create_dir_all(folder)?;
    }
    for one in pages(base, data) {
        let path = Address { view: one.view.clone(), lang: None }.under(base.as_str());
        let newest = data.atlas.year(data.atlas.latest());
        let card = match &one.view {
            View::Country(country, _) => heads.cards.country(country.code),
            View::WatchList(_) => heads.cards.watch_list(),
            View::Consequences(_) => heads.cards.consequences(),
            _ => heads.cards.edition(newest),
        };
        let oembed = oembed::file(&one.view, &one.page.title, base);
        if let Some((path, text)) = &oembed {
            written(path, text.clone())?;
        }
        let head = Head {
            oembed: oembed.map(|(path, _)| path),
            title: &one.page.title,
            description: &one.page.status,
            place: Some(Place { path: &path, card }),
            dataset: matches!(one.view, View::About).then(|| dataset::described(&data.atlas, base)),
        };
        let document = Document {
            path: &path,
            knows: knows(&one.view, newest),
            title: format!("{} · Tier Atlas", one.page.title),
            head: head.elements(base, heads.colours),
            body: Some(static_page::whole(&data.atlas, &one.view, one.body, base.as_str())),
            part: one.part,
            waits: vec![say!(Words::default(), WAITING_ATLAS).into()],
        };
        written(&one.file, document.html(site))?;
        paths.push(path);
    }
    // An address that is none, and one that hosts without rewriting know no file for: the app reads it. What other
    // sites frame is the app alone.
    for (file, part) in [("404.html", ""), ("embed.html", "map")] {
        let head = Head { title: "Tier Atlas", description: "", place: None, oembed: None, dataset: None };
        let document = Document {
            path: "",
            knows: String::new(),
            title: "Tier Atlas".to_owned(),
            head: head.elements(base, heads.colours),
            body: None,
            part,
            waits: waits(file, base),
        };
        written(file, document.html(site))?;
    }
    Ok(paths)
}

/// What is said while the app is on its way. In a frame that lets nothing be fetched, that is all there is, so it says where
/// the atlas is.
fn waits(file: &str, base: &Base) -> Vec<Node> {
    let words = Words::default();
    let loading = say!(words, WAITING_ATLAS);
    if file != "embed.html" {
        return vec![loading.into()];
    }
    let way = el("a")
        .attr("href", base.as_str().to_owned())
        .attr("rel", "external noopener")
        .attr("target", "_blank");
    vec![format!("{loading} ").into(), way.with(say!(words, WAITING_WHOLE)).into()]
}

/// The parameters that the page of a view knows, for its document.
fn knows(view: &View, newest: u16) -> String {
    let one = |(name, default): &(&str, Option<&str>)| match default {
        Some("{newest}") => format!("{name}={newest}"),
        Some(default) => format!("{name}={default}"),
        None => (*name).to_owned(),
    };
    view.parameters().iter().map(one).collect::<Vec<_>>().join(" ")
}

/// All pages.
fn pages(base: &Base, data: &Data) -> Vec<StaticPage> {
    let (atlas, world) = (&data.atlas, &data.world);
    let (page, body) = static_page::map(atlas, world);
    let mut pages = vec![
        StaticPage { file: "index.html".into(), part: "map", view: View::default(), page, body },
        at_two_widths("changes.html", "moves", View::Changes(ChangesView::default()), |setting| {
            let files = page::changes::Files {
                world: Some(world),
                consequences: Some(&data.consequences),
                reasons: Some(&data.reasons),
            };
            page::changes::page(atlas, &ChangesView::default(), files, setting)
        }),
        at_two_widths(
            "consequences.html",
            "moves",
            View::Consequences(ConsequencesView::default()),
            |setting| {
                let view = ConsequencesView::default();
                page::consequences::page(atlas, &view, Ok(&data.consequences), setting)
            },
        ),
        at_two_widths("watch-list.html", "moves", View::WatchList(WatchListView::default()), |setting| {
            page::watch_list::page(atlas, &WatchListView::default(), Ok(&data.consequences), setting)
        }),
        at_two_widths("trends.html", "pages", View::Trends(TrendsView::default()), |setting| {
            page::trends::page(atlas, &TrendsView::default(), setting)
        }),
        at_two_widths("compare.html", "pages", View::Compare(CompareView::default()), |setting| {
            page::compare::page(atlas, &CompareView::default(), None, setting)
        }),
        at_two_widths("search.html", "pages", View::Search(SearchView::default()), |_| {
            page::passages::page(atlas, &SearchView::default(), &[], Err(State::Ready))
        }),
        at_two_widths("embed/about.html", "pages", View::EmbedAbout, |setting| {
            page::embedding::page(atlas, setting)
        }),
        at_two_widths("about.html", "pages", View::About, |_| {
            page::about::page(atlas, Ok(&data.record), &base.whole().unwrap_or_default())
        }),
    ];
    for (country, dossier) in atlas.countries().iter().zip(&data.dossiers) {
        let view = CountryView { code: country.code, year: None };
        let file = format!("country/{}.html", country.code);
        pages.push(at_two_widths(&file, "country", View::from(view), |setting| {
            page::country::page(atlas, country, (view, &SearchQuery::default()), Ok(dossier), setting)
        }));
    }
    pages
}

/// A page whose charts are drawn for both widths.
fn at_two_widths(file: &str, part: &'static str, view: View, page: impl Fn(&Setting) -> Page) -> StaticPage {
    let [narrow, wide] = static_page::WIDTHS.map(|width| page(&Setting { width, ..Setting::default() }));
    let body = static_page::framed(&Words::default(), static_page::of_two_widths(narrow.nodes, wide.nodes));
    StaticPage { file: file.to_owned(), part, view, page: Page { nodes: Vec::new(), ..wide }, body }
}
