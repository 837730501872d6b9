//! A page of its own for every address that people share: complete HTML before any script, made of the same nodes as the
//! app's pages. The app takes it over; without JavaScript it is what there is.

mod data;
mod dataset;
mod head;
pub(super) mod markup;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use page::{Node, Page, Setting, State, still};
use tip::permalink::{Address, ChangesView, CompareView, CountryView, SearchView, Sought, TrendsView, View};

use super::Base;
use super::card::Cards;
use super::tokens::Tokens;
pub use data::Data;
use head::{Address as Place, Head};
use markup::{escaped, html};

/// The widths that charts are drawn for, in pixels: phones, and the whole measure of a page, for windows of 48 rem or more
/// (`on-wide` in the style sheet, which scales them to what there is).
const WIDTHS: [u32; 2] = [340, 1136];

/// What a file of the site is made from.
struct Still {
    /// The file's name within the site.
    file: String,
    view: View,
    page: Page,
}

/// The finished page with its places.
#[derive(Debug)]
pub struct Template<'a> {
    /// Its text, with nothing in its places: `{path}`, `{title}`, `{head}`, `{still}`, `{ahead}`.
    pub page: &'a str,
    /// What all pages but the map's fetch ahead, as elements of the head.
    pub annex: &'a str,
    /// The share cards.
    pub cards: &'a Cards,
    /// The colours of the light and of the dark theme.
    pub colours: &'a [Tokens; 2],
}

/// Writes the pages of a built site; returns their paths under the base.
///
/// # Errors
/// Where one cannot be written, or the template has not each place once.
pub fn write(site: &Path, base: &Base, data: &Data, template: &Template<'_>) -> Result<Vec<String>> {
    let mut paths = Vec::new();
    fs::create_dir_all(site.join("country"))?;
    for one in stills(base, data) {
        let path = Address { view: one.view.clone(), lang: None }.under(base.as_str());
        let body = html(&still::whole(&data.atlas, &one.view, one.page.nodes), base.as_str());
        let newest = data.atlas.year(data.atlas.latest());
        let card = match &one.view {
            View::Country(country, _) => template.cards.country(country.code),
            _ => template.cards.edition(newest),
        };
        let head = Head {
            title: &one.page.title,
            description: &one.page.said,
            place: Some(Place { path: &path, card }),
            dataset: matches!(one.view, View::About).then(|| dataset::described(&data.atlas, base)),
        };
        let ahead = if matches!(one.view, View::Map(_)) { "" } else { template.annex };
        let body = format!("<div id=\"still\">{body}</div>");
        let text = template.filled(base, &path, &head, &body, ahead)?;
        fs::write(site.join(&one.file), text).with_context(|| format!("cannot write {}", one.file))?;
        paths.push(path);
    }
    // An address that is none, and one that hosts without rewriting know no file for: the app reads it. What other
    // sites frame is the app alone.
    let waiting = html(&still::whole(&data.atlas, &View::Unknown(String::new()), Vec::new()), base.as_str());
    for file in ["404.html", "embed.html"] {
        let head = Head { title: "Tier Atlas", description: "", place: None, dataset: None };
        let body = format!("<div id=\"still\" data-empty>{waiting}</div>");
        let text = template.filled(base, "", &head, &body, "")?;
        fs::write(site.join(file), text).with_context(|| format!("cannot write {file}"))?;
    }
    Ok(paths)
}

/// All pages.
fn stills(base: &Base, data: &Data) -> Vec<Still> {
    let (atlas, world) = (&data.atlas, &data.world);
    let mut stills = vec![
        Still { file: "index.html".into(), view: View::default(), page: still::map(atlas, world) },
        at_two_widths("changes.html", View::Changes(ChangesView::default()), |setting| {
            page::changes::page(atlas, &ChangesView::default(), Some(world), setting)
        }),
        at_two_widths("trends.html", View::Trends(TrendsView::default()), |setting| {
            page::trends::page(atlas, &TrendsView::default(), setting)
        }),
        at_two_widths("compare.html", View::Compare(CompareView::default()), |setting| {
            page::compare::page(atlas, &CompareView::default(), setting)
        }),
        at_two_widths("search.html", View::Search(SearchView::default()), |_| {
            page::passages::page(atlas, &SearchView::default(), Err(State::Ready))
        }),
        at_two_widths("about.html", View::About, |_| {
            page::about::page(atlas, Ok(&data.record), &base.whole().unwrap_or_default())
        }),
    ];
    for (country, dossier) in atlas.countries().iter().zip(&data.dossiers) {
        let view = CountryView { code: country.code, year: None };
        let file = format!("country/{}.html", country.code);
        stills.push(at_two_widths(&file, View::from(view), |setting| {
            page::country::page(atlas, country, (view, &Sought::default()), Ok(dossier), setting)
        }));
    }
    stills
}

/// A page whose charts are drawn for both widths.
fn at_two_widths(file: &str, view: View, page: impl Fn(&Setting) -> Page) -> Still {
    let [narrow, wide] = WIDTHS.map(|width| page(&Setting { width, ..Setting::default() }));
    let nodes: Vec<Node> = still::of_two_widths(narrow.nodes, wide.nodes);
    let nodes = nodes.into_iter().map(still::unanswering).collect();
    Still { file: file.to_owned(), view, page: Page { nodes, ..wide } }
}

impl Template<'_> {
    /// The page of a path, which `boot.js` compares with where it was sent to; `ahead` are elements that fetch what it needs.
    fn filled(&self, base: &Base, path: &str, head: &Head<'_>, body: &str, ahead: &str) -> Result<String> {
        let title = match head.title {
            "Tier Atlas" => escaped(head.title),
            title => format!("{} · Tier Atlas", escaped(title)),
        };
        let elements = head.elements(base, self.colours);
        let mut page = self.page.to_owned();
        for (place, text) in [
            ("{path}", path),
            ("{title}", title.as_str()),
            ("{head}", &elements),
            ("{still}", body),
            ("{ahead}", ahead),
        ] {
            if page.matches(place).count() != 1 {
                bail!("index.html has no place for {place}, or several");
            }
            page = page.replace(place, text);
        }
        Ok(page)
    }
}
