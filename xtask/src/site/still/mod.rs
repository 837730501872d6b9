//! A page of its own for every address that people share: complete HTML before any script, made of the same nodes as the
//! app's pages. The app takes it over; without JavaScript it is what there is.

mod markup;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use chart::map::World;
use page::{Node, Page, Setting, still};
use tip::permalink::{Address, ChangesView, CompareView, CountryView, TrendsView, View};
use tip::{Atlas, Dossier, Record};

use super::Base;
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

/// Writes the pages of a built site. `template` is the finished page without anything in its places: `{path}`,
/// `{title}`, `{head}`, `{still}`.
///
/// # Errors
/// Where the data cannot be read, or the template has not each place once.
pub fn write(site: &Path, base: &Base, template: &Template<'_>) -> Result<()> {
    let read =
        |file: &str| fs::read_to_string(site.join(file)).with_context(|| format!("the site has no {file}"));
    let of = |file: &str, reason: tip::LoadError| anyhow::anyhow!("{file}: {reason}");
    let atlas = Atlas::from_json(&read("data/atlas.json")?).map_err(|reason| of("atlas.json", reason))?;
    let world = World::from_json(&read("map/world.json")?).map_err(|reason| of("world.json", reason))?;
    let record = Record::from_json(&read("data/record.json")?).map_err(|reason| of("record.json", reason))?;

    let origin = base.origin().unwrap_or_default();
    let whole = base.origin().map(|origin| format!("{origin}{}", base.as_str())).unwrap_or_default();
    let mut stills = vec![
        Still { file: "index.html".into(), view: View::default(), page: still::map(&atlas, &world) },
        at_two_widths("changes.html", View::Changes(ChangesView::default()), |setting| {
            page::changes::page(&atlas, &ChangesView::default(), Some(&world), setting)
        }),
        at_two_widths("trends.html", View::Trends(TrendsView::default()), |setting| {
            page::trends::page(&atlas, &TrendsView::default(), setting)
        }),
        at_two_widths("compare.html", View::Compare(CompareView::default()), |setting| {
            page::compare::page(&atlas, &CompareView::default(), setting)
        }),
        at_two_widths("about.html", View::About, |_| page::about::page(&atlas, Ok(&record), &whole)),
    ];
    fs::create_dir_all(site.join("country"))?;
    for country in atlas.countries() {
        let name = format!("data/country/{}.json", country.code);
        let dossier = Dossier::from_json(&read(&name)?, country.code).map_err(|reason| of(&name, reason))?;
        let view = CountryView { code: country.code, year: None };
        let file = format!("country/{}.html", country.code);
        stills.push(at_two_widths(&file, View::Country(view), |setting| {
            page::country::page(&atlas, country, view, Ok(&dossier), setting)
        }));
    }
    let mut addresses = Vec::new();
    for one in stills {
        let path = Address { view: one.view.clone(), lang: None }.under(base.as_str());
        let address = format!("{origin}{path}");
        let body = html(&still::whole(&atlas, &one.view, one.page.nodes), base.as_str());
        let text = template.filled(&Filled {
            title: &one.page.title,
            description: &one.page.said,
            path: &path,
            address: Some(&address),
            ahead: template.ahead(&one.view),
            body: &format!("<div id=\"still\">{body}</div>"),
        })?;
        fs::write(site.join(&one.file), text).with_context(|| format!("cannot write {}", one.file))?;
        addresses.push(address);
    }
    for_crawlers(site, &whole, &addresses)?;
    // An address that is none, and one that hosts without rewriting know no file for: the app reads it. What other
    // sites frame is the app alone.
    let waiting = html(&still::whole(&atlas, &View::Unknown(String::new()), Vec::new()), base.as_str());
    for file in ["404.html", "embed.html"] {
        let text = template.filled(&Filled {
            title: "Tier Atlas",
            description: "",
            path: "",
            address: None,
            ahead: template.ahead(&View::Unknown(String::new())),
            body: &format!("<div id=\"still\" data-empty>{waiting}</div>"),
        })?;
        fs::write(site.join(file), text).with_context(|| format!("cannot write {file}"))?;
    }
    Ok(())
}

/// What crawlers ask for. A sitemap has whole addresses only, so it is left out where the site's own is not known
/// (`whole` is empty).
fn for_crawlers(site: &Path, whole: &str, addresses: &[String]) -> Result<()> {
    let mut robots = "User-agent: *\nAllow: /\n".to_owned();
    if !whole.is_empty() {
        let places: String =
            addresses.iter().map(|address| format!("<url><loc>{}</loc></url>\n", escaped(address))).collect();
        let sitemap = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{places}</urlset>\n"
        );
        fs::write(site.join("sitemap.xml"), sitemap).context("cannot write sitemap.xml")?;
        robots.push_str(&format!("Sitemap: {whole}sitemap.xml\n"));
    }
    fs::write(site.join("robots.txt"), robots).context("cannot write robots.txt")
}

/// A page whose charts are drawn for both widths.
fn at_two_widths(file: &str, view: View, page: impl Fn(&Setting) -> Page) -> Still {
    let [narrow, wide] = WIDTHS.map(|width| page(&Setting { width, ..Setting::default() }));
    let nodes: Vec<Node> = still::of_two_widths(narrow.nodes, wide.nodes);
    Still { file: file.to_owned(), view, page: Page { nodes, ..wide } }
}

/// The finished page with its places.
#[derive(Debug)]
pub struct Template<'a> {
    /// Its text.
    pub page: &'a str,
    /// What all pages but the map's fetch ahead, as elements of the head.
    pub annex: &'a str,
}

/// What goes into the places.
struct Filled<'a> {
    title: &'a str,
    description: &'a str,
    /// Where the page stands on its host, for `boot.js` to see that it was sent for its own address.
    path: &'a str,
    address: Option<&'a str>,
    ahead: &'a str,
    body: &'a str,
}

impl Template<'_> {
    fn ahead(&self, view: &View) -> &str {
        match view {
            View::Map(_) | View::Unknown(_) => "",
            _ => self.annex,
        }
    }

    fn filled(&self, with: &Filled<'_>) -> Result<String> {
        let title = escaped(with.title);
        let description = escaped(with.description);
        let mut head = String::new();
        if let Some(address) = with.address {
            head.push_str(&format!(
                "<meta name=\"description\" content=\"{description}\">\n    \
                 <link rel=\"canonical\" href=\"{address}\">\n    \
                 <meta property=\"og:site_name\" content=\"Tier Atlas\">\n    \
                 <meta property=\"og:type\" content=\"website\">\n    \
                 <meta property=\"og:title\" content=\"{title}\">\n    \
                 <meta property=\"og:description\" content=\"{description}\">\n    "
            ));
        }
        head.push_str(with.ahead);
        let title = match with.title {
            "Tier Atlas" => title,
            _ => format!("{title} · Tier Atlas"),
        };
        let mut page = self.page.to_owned();
        for (place, text) in
            [("{path}", with.path), ("{title}", title.as_str()), ("{head}", &head), ("{still}", with.body)]
        {
            if page.matches(place).count() != 1 {
                bail!("index.html has no place for {place}, or several");
            }
            page = page.replace(place, text);
        }
        Ok(page)
    }
}
