//! What a page says of itself to search engines, feed readers, and the places where its link is shared.

use super::markup::escaped;
use crate::site::Base;
use crate::site::tokens::Tokens;

/// A page's own words for its head.
pub struct Head<'a> {
    /// What it is called.
    pub title: &'a str,
    /// What it says, in a sentence or two.
    pub description: &'a str,
    /// Where it stands; `None` of a page that is sent for many addresses.
    pub place: Option<Address<'a>>,
    /// The description of the data as JSON-LD, where it is the page that describes them.
    pub dataset: Option<String>,
}

/// Where a page stands.
pub struct Address<'a> {
    /// Its path on its host.
    pub path: &'a str,
    /// Its share card, within the site.
    pub card: Option<&'a str>,
}

impl Head<'_> {
    /// The elements. Addresses are whole where the base has an origin.
    pub fn elements(&self, base: &Base, [light, dark]: &[Tokens; 2]) -> String {
        let (root, origin) = (base.as_str(), base.origin().unwrap_or_default());
        let mut head = Lines::default();
        let (title, description) = (escaped(self.title), escaped(self.description));
        if let Some(Address { path, card }) = &self.place {
            head.add(format!("<meta name=\"description\" content=\"{description}\">"));
            head.add(format!("<link rel=\"canonical\" href=\"{origin}{path}\">"));
            for (name, content) in [
                ("site_name", "Tier Atlas"),
                ("type", "website"),
                ("title", &title),
                ("description", &description),
                ("url", &format!("{origin}{path}")),
            ] {
                head.add(format!("<meta property=\"og:{name}\" content=\"{content}\">"));
            }
            // What has a name of its own in og: is read from there.
            let kind = if card.is_some() { "summary_large_image" } else { "summary" };
            head.add(format!("<meta name=\"twitter:card\" content=\"{kind}\">"));
            if let Some(card) = card {
                let (width, height) = page::card::SIZE;
                for (name, content) in [
                    ("image", format!("{origin}{root}{card}")),
                    ("image:type", "image/png".to_owned()),
                    ("image:width", width.to_string()),
                    ("image:height", height.to_string()),
                    ("image:alt", description.clone()),
                ] {
                    head.add(format!("<meta property=\"og:{name}\" content=\"{content}\">"));
                }
            }
            head.add(format!(
                "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"Editions\" href=\"{root}feed.xml\">"
            ));
        }
        head.add(format!("<link rel=\"manifest\" href=\"{root}manifest.webmanifest\">"));
        head.add(format!("<link rel=\"apple-touch-icon\" href=\"{root}icon/180.png\">"));
        for (theme, tokens) in [("light", light), ("dark", dark)] {
            if let Some(paper) = tokens.get("paper") {
                head.add(format!(
                    "<meta name=\"theme-color\" content=\"{paper}\" media=\"(prefers-color-scheme: {theme})\">"
                ));
            }
        }
        if let Some(dataset) = &self.dataset {
            // No script: browsers run no block of this type, and the policy has no say in it.
            let data = dataset.replace('<', "\\u003c");
            head.add(format!("<script type=\"application/ld+json\">{data}</script>"));
        }
        head.0.join("\n    ")
    }
}

#[derive(Default)]
struct Lines(Vec<String>);

impl Lines {
    fn add(&mut self, line: String) {
        self.0.push(line);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn elements(base: &str, card: Option<&str>) -> String {
        let head = Head {
            title: "A \"b\"",
            description: "<c>",
            place: Some(Address { path: "/a/country/KOR", card }),
            dataset: Some("{\"x\":\"</script>\"}".to_owned()),
        };
        head.elements(&Base::parse(base).unwrap(), &[Tokens::new(), Tokens::new()])
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
