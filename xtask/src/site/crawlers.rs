//! What programs ask a site for: robots.txt, the sitemap, the feed of editions.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use tip::permalink::{Address, MapView, View};
use tip::{Atlas, sentence};

use super::Base;
use super::card::Cards;
use super::markup::escaped;

/// Writes them. `paths` are those of all pages. A sitemap has whole addresses only, so it is left out where the base has no
/// origin.
///
/// # Errors
/// Where a file cannot be written.
pub fn write(site: &Path, base: &Base, paths: &[String], atlas: &Atlas, cards: &Cards) -> Result<()> {
    let mut robots = "User-agent: *\nAllow: /\n".to_owned();
    if let (Some(whole), Some(origin)) = (base.whole(), base.origin()) {
        robots.push_str(&format!("Sitemap: {whole}sitemap.xml\n"));
        put(site, "sitemap.xml", &sitemap(origin, paths))?;
    }
    put(site, "robots.txt", &robots)?;
    put(site, "feed.xml", &feed(base, atlas, cards))
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

/// The editions as an Atom feed (RFC 4287), newest first. Its ids are those of the editions and not of a host, so a site
/// that moves brings no entry up as new.
fn feed(base: &Base, atlas: &Atlas, cards: &Cards) -> String {
    let origin = base.origin().unwrap_or_default();
    let root = format!("{origin}{}", base.as_str());
    let time = |date: tip::Date| format!("{}T00:00:00Z", date.iso());
    let entries: String = atlas
        .editions()
        .iter()
        .rev()
        .map(|about| {
            let head = sentence::headline(atlas, about.id, None);
            let view = View::Map(MapView { year: Some(about.year), ..MapView::default() });
            let link = format!("{origin}{}", Address { view, lang: None }.under(base.as_str()));
            let card = cards.edition(about.year).map(|card| {
                format!("<link rel=\"enclosure\" type=\"image/png\" href=\"{}\"/>\n", escaped(&format!("{root}{card}")))
            });
            format!(
                "<entry>\n<title>{}</title>\n<id>{}</id>\n<updated>{}</updated>\n<link href=\"{}\"/>\n{}<summary>{}</summary>\n</entry>\n",
                escaped(&head.title),
                urn(&format!("tier-atlas edition {}", about.year)),
                time(about.released),
                escaped(&link),
                card.unwrap_or_default(),
                escaped(&format!("{} {}", head.deck, head.dates)),
            )
        })
        .collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\">\n\
         <title>Tier Atlas: editions of the Trafficking in Persons Report</title>\n<id>{}</id>\n<updated>{}</updated>\n\
         <author><name>Tier Atlas</name></author>\n<link href=\"{root}\"/>\n<link rel=\"self\" href=\"{root}feed.xml\"/>\n{entries}</feed>\n",
        urn("tier-atlas editions"),
        time(atlas.edition(atlas.latest()).released),
    )
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
    use crate::site::static_pages::Data;

    fn atlas() -> Atlas {
        Data::read(&testdata::root().join("assets")).unwrap().atlas
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
        let atlas = atlas();
        let feed = feed(&Base::parse("https://example.org/a/").unwrap(), &atlas, &Cards::default());
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
    fn a_sitemap_has_whole_addresses() {
        let sitemap = sitemap("https://example.org", &["/a/".to_owned(), "/a/country/KOR".to_owned()]);
        resvg::usvg::roxmltree::Document::parse(&sitemap).unwrap();
        assert!(sitemap.contains("<loc>https://example.org/a/country/KOR</loc>"), "{sitemap}");
    }
}
