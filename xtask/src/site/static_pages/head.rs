//! What a page says of itself to search engines, feed readers, and the places where its link is shared.

use page::{Element, Node, el};

use crate::site::Base;
use crate::site::tokens::Tokens;

/// A page's own words for its head.
pub struct Head<'a> {
    /// What it is called.
    pub title: &'a str,
    /// What it says, in a sentence or two.
    pub description: &'a str,
    /// Its place; `None` for a page that is served for many addresses.
    pub place: Option<Address<'a>>,
    /// The file within the site that says how it is framed.
    pub oembed: Option<String>,
    /// The description of the data as JSON-LD, where it is the page that describes them.
    pub dataset: Option<String>,
}

/// The place of a page.
pub struct Address<'a> {
    /// Its path on its host.
    pub path: &'a str,
    /// Its share card, within the site.
    pub card: Option<&'a str>,
}

impl Head<'_> {
    /// The elements. Addresses are whole where the base has an origin.
    pub fn elements(&self, base: &Base, [light, dark]: &[Tokens; 2]) -> Vec<Node> {
        let (root, origin) = (base.as_str(), base.origin().unwrap_or_default());
        let mut head: Vec<Element> = Vec::new();
        let described = |name: &'static str, content: &str| {
            el("meta").attr("name", name).attr("content", content.to_owned())
        };
        let property = |name: &str, content: &str| {
            el("meta").attr("property", format!("og:{name}")).attr("content", content.to_owned())
        };
        if let Some(Address { path, card }) = &self.place {
            head.push(described("description", self.description));
            head.push(el("link").attr("rel", "canonical").attr("href", format!("{origin}{path}")));
            head.extend(
                [
                    ("site_name", "Tier Atlas"),
                    ("type", "website"),
                    ("title", self.title),
                    ("description", self.description),
                    ("url", &format!("{origin}{path}")),
                ]
                .map(|(name, content)| property(name, content)),
            );
            // What has a name of its own in og: is read from there.
            let kind = if card.is_some() { "summary_large_image" } else { "summary" };
            head.push(described("twitter:card", kind));
            if let Some(card) = card {
                let (width, height) = page::card::SIZE;
                head.extend(
                    [
                        ("image", format!("{origin}{root}{card}")),
                        ("image:type", "image/png".to_owned()),
                        ("image:width", width.to_string()),
                        ("image:height", height.to_string()),
                        ("image:alt", self.description.to_owned()),
                    ]
                    .map(|(name, content)| property(name, &content)),
                );
            }
            head.push(
                el("link")
                    .attr("rel", "alternate")
                    .attr("type", "application/atom+xml")
                    .attr("title", "Editions")
                    .file("feed.xml"),
            );
        }
        if let Some(oembed) = &self.oembed {
            head.push(
                el("link")
                    .attr("rel", "alternate")
                    .attr("type", "application/json+oembed")
                    .attr("title", self.title.to_owned())
                    .attr("href", format!("{origin}{root}{oembed}")),
            );
        }
        head.push(el("link").attr("rel", "manifest").file("manifest.webmanifest"));
        head.push(el("link").attr("rel", "apple-touch-icon").file("icon/180.png"));
        for (theme, tokens) in [("light", light), ("dark", dark)] {
            if let Some(paper) = tokens.get("paper") {
                let media = format!("(prefers-color-scheme: {theme})");
                head.push(described("theme-color", paper).attr("media", media));
            }
        }
        if let Some(dataset) = &self.dataset {
            // No script: browsers run no block of this type, and the policy has no say in it.
            head.push(el("script").attr("type", "application/ld+json").with(dataset.clone()));
        }
        head.into_iter().map(Node::from).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::markup::html;

    fn elements(base: &str, card: Option<&str>) -> String {
        let head = Head {
            title: "A \"b\"",
            description: "<c>",
            place: Some(Address { path: "/a/country/KOR", card }),
            oembed: None,
            dataset: Some("{\"x\":\"</script>\"}".to_owned()),
        };
        let base = Base::parse(base).unwrap();
        html(&head.elements(&base, &[Tokens::new(), Tokens::new()]), base.as_str())
    }

    #[test]
    fn a_card_has_a_whole_address_where_the_site_has_one() {
        let head = elements("https://example.org/a/", Some("card/KOR.png?v=1"));
        let image = "<meta property=\"og:image\" content=\"https://example.org/a/card/KOR.png?v=1\">";
        assert!(head.contains(image), "{head}");
        assert!(head.contains("content=\"summary_large_image\""), "{head}");
        assert!(
            head.contains("<link rel=\"canonical\" href=\"https://example.org/a/country/KOR\">"),
            "{head}"
        );
        assert!(elements("/a/", Some("card/KOR.png")).contains("content=\"/a/card/KOR.png\""));
        let without = elements("/a/", None);
        assert!(!without.contains("og:image") && without.contains("content=\"summary\""), "{without}");
    }

    #[test]
    fn what_is_said_is_text() {
        let head = elements("/", None);
        assert!(head.contains("content=\"A &quot;b&quot;\""), "{head}");
        assert!(head.contains("content=\"&lt;c&gt;\""), "{head}");
        assert_eq!(head.matches("</script>").count(), 1, "{head}");
    }
}
