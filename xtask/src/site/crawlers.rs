//! What programs ask a site for: robots.txt, the sitemap, the feeds of editions and of the Watch List.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use tip::law::{self, Prospect};
use tip::permalink::{Address, CountryView, MapView, View, WatchListView};
use tip::{Atlas, Consequences, sentence};

use super::Base;
use super::card::Cards;
use super::markup::escaped;
use super::static_pages::Data;

/// Writes them. `paths` are those of all pages. A sitemap has whole addresses only, so it is left out where the base has no
/// origin.
///
/// # Errors
/// Where a file cannot be written.
pub fn write(site: &Path, base: &Base, paths: &[String], data: &Data, cards: &Cards) -> Result<()> {
    let mut robots = "User-agent: *\nAllow: /\n".to_owned();
    if let (Some(whole), Some(origin)) = (base.whole(), base.origin()) {
        robots.push_str(&format!("Sitemap: {whole}sitemap.xml\n"));
        put(site, "sitemap.xml", &sitemap(origin, paths))?;
    }
    put(site, "robots.txt", &robots)?;
    put(site, "watch-list.xml", &watch_list(base, &data.atlas, &data.consequences))?;
    put(site, "feed.xml", &editions(base, &data.atlas, cards))
}

fn put(site: &Path, file: &str, text: &str) -> Result<()> {
    fs::write(site.join(file), text).with_context(|| format!("cannot write {file}"))
}

fn sitemap(origin: &str, paths: &[String]) -> String {
    let places: String = paths
        .iter()
        .map(|path| format!("<url><loc>{}</loc></url>\n", escaped(&format!("{origin}{path}"))))
        .collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{places}</urlset>\n"
    )
}

/// An entry of a feed.
struct Entry {
    title: String,
    /// What its id is made of.
    name: String,
    updated: tip::Date,
    view: View,
    /// A picture within the site.
    card: Option<String>,
    summary: String,
}

/// A feed's own title, what its id is made of, its day, its file, and the page that it goes with.
struct Feed {
    title: String,
    name: &'static str,
    updated: tip::Date,
    file: &'static str,
    view: View,
}

/// An Atom feed (RFC 4287). Its ids are those of what it tells of and not of a host, so a site that moves brings no entry up
/// as new.
fn atom(base: &Base, feed: &Feed, entries: &[Entry]) -> String {
    let origin = base.origin().unwrap_or_default();
    let root = format!("{origin}{}", base.as_str());
    let time = |date: tip::Date| format!("{}T00:00:00Z", date.iso());
    let link = |view: &View| {
        escaped(&format!("{origin}{}", Address { view: view.clone(), lang: None }.under(base.as_str())))
    };
    let entries: String = entries
        .iter()
        .map(|entry| {
            let card = entry.card.as_ref().map(|card| {
                let picture = escaped(&format!("{root}{card}"));
                format!("<link rel=\"enclosure\" type=\"image/png\" href=\"{picture}\"/>\n")
            });
            format!(
                "<entry>\n<title>{}</title>\n<id>{}</id>\n<updated>{}</updated>\n<link href=\"{}\"/>\n{}<summary>{}</summary>\n</entry>\n",
                escaped(&entry.title),
                urn(&entry.name),
                time(entry.updated),
                link(&entry.view),
                card.unwrap_or_default(),
                escaped(&entry.summary),
            )
        })
        .collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\">\n\
         <title>{}</title>\n<id>{}</id>\n<updated>{}</updated>\n\
         <author><name>Tier Atlas</name></author>\n<link href=\"{}\"/>\n<link rel=\"self\" href=\"{root}{}\"/>\n{entries}</feed>\n",
        escaped(&feed.title),
        urn(feed.name),
        time(feed.updated),
        link(&feed.view),
        feed.file,
    )
}

/// The editions, newest first.
fn editions(base: &Base, atlas: &Atlas, cards: &Cards) -> String {
    let entries: Vec<Entry> = atlas
        .editions()
        .iter()
        .rev()
        .map(|about| {
            let head = sentence::headline(atlas, about.id, None);
            Entry {
                title: head.title,
                name: format!("tier-atlas edition {}", about.year),
                updated: about.released,
                view: View::Map(MapView { year: Some(about.year), ..MapView::default() }),
                card: cards.edition(about.year).map(str::to_owned),
                summary: format!("{} {}", head.deck, head.dates),
            }
        })
        .collect();
    let feed = Feed {
        title: "Tier Atlas: editions of the Trafficking in Persons Report".to_owned(),
        name: "tier-atlas editions",
        updated: atlas.edition(atlas.latest()).released,
        file: "feed.xml",
        view: View::default(),
    };
    atom(base, &feed, &entries)
}

/// The countries on the Watch List for which the edition after the newest decides, the hardest first.
fn watch_list(base: &Base, atlas: &Atlas, consequences: &Consequences) -> String {
    let newest = atlas.edition(atlas.latest());
    let mut decides: Vec<(Prospect, Entry)> = atlas
        .countries()
        .iter()
        .filter_map(|country| {
            let prospect =
                law::prospect(atlas, country.id, newest.id).filter(|prospect| prospect.decides())?;
            let told = page::watch_list::told(atlas, consequences, country.id, newest.id)?;
            let view = CountryView { code: country.code, year: Some(newest.year) };
            let entry = Entry {
                title: country.name.clone(),
                name: format!("tier-atlas watch list {} {}", newest.year, country.code),
                updated: newest.released,
                view: View::from(view),
                card: None,
                summary: told,
            };
            Some((prospect, entry))
        })
        .collect();
    decides.sort_by_key(|(prospect, _)| *prospect);
    let entries: Vec<Entry> = decides.into_iter().map(|(_, entry)| entry).collect();
    let feed = Feed {
        title: format!("Tier Atlas: countries on which the {} edition decides", newest.year + 1),
        name: "tier-atlas watch list",
        updated: newest.released,
        file: "watch-list.xml",
        view: View::WatchList(WatchListView::default()),
    };
    atom(base, &feed, &entries)
}

/// A UUID made from a name: version 8 of RFC 9562, section 5.8, of its SHA-256.
fn urn(name: &str) -> String {
    let mut bytes = [0u8; 16];
    for (byte, hash) in bytes.iter_mut().zip(Sha256::digest(name)) {
        *byte = hash;
    }
    let mut n = u128::from_be_bytes(bytes);
    n = n & !(0xf << 76) | 8 << 76;
    n = n & !(0b11 << 62) | 0b10 << 62;
    let hex = format!("{n:032x}");
    let parts = [0..8, 8..12, 12..16, 16..20, 20..32].map(|part| hex.get(part).unwrap_or_default());
    format!("urn:uuid:{}", parts.join("-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn data() -> Data {
        Data::read(&testdata::root().join("assets")).unwrap()
    }

    #[test]
    fn ids_have_the_form_of_their_version() {
        let urn = urn("tier-atlas editions");
        let (version, variant) = (urn.as_bytes()[9 + 14], urn.as_bytes()[9 + 19]);
        assert_eq!(version, b'8', "{urn}");
        assert!(b"89ab".contains(&variant), "{urn}");
        assert_eq!(urn.len(), 45);
    }

    #[test]
    fn the_feed_is_well_formed_and_has_every_edition() {
        let atlas = data().atlas;
        let feed = editions(&Base::parse("https://example.org/a/").unwrap(), &atlas, &Cards::default());
        let read = resvg::usvg::roxmltree::Document::parse(&feed).unwrap();
        let of = |name: &str| read.descendants().filter(|node| node.has_tag_name(name)).count();
        let all = atlas.editions().len();
        assert_eq!((of("entry"), of("id"), of("updated")), (all, all + 1, all + 1));
        let ids: std::collections::BTreeSet<_> =
            read.descendants().filter(|node| node.has_tag_name("id")).map(|node| node.text()).collect();
        assert_eq!(ids.len(), all + 1);
        assert!(feed.contains("<link href=\"https://example.org/a/?year=2014\"/>"), "{feed}");
    }

    #[test]
    fn the_feed_of_the_watch_list_has_who_is_decided_on() {
        let data = data();
        let (atlas, newest) = (&data.atlas, data.atlas.latest());
        let feed = watch_list(&Base::parse("https://example.org/a/").unwrap(), atlas, &data.consequences);
        let read = resvg::usvg::roxmltree::Document::parse(&feed).unwrap();
        let decides =
            |country: &&tip::Country| law::prospect(atlas, country.id, newest).is_some_and(Prospect::decides);
        let expected = atlas.countries().iter().filter(decides).count();
        assert_eq!(read.descendants().filter(|node| node.has_tag_name("entry")).count(), expected);
        let self_link = "<link rel=\"self\" href=\"https://example.org/a/watch-list.xml\"/>";
        assert!(feed.contains(self_link) && feed.contains("https://example.org/a/watch-list\"/>"), "{feed}");
    }

    #[test]
    fn a_sitemap_has_whole_addresses() {
        let sitemap = sitemap("https://example.org", &["/a/".to_owned(), "/a/country/KOR".to_owned()]);
        resvg::usvg::roxmltree::Document::parse(&sitemap).unwrap();
        assert!(sitemap.contains("<loc>https://example.org/a/country/KOR</loc>"), "{sitemap}");
    }
}
