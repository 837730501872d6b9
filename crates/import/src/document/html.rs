//! A page of HTML: the blocks of its main part, and what it says of itself.

use std::collections::BTreeMap;

use ego_tree::iter::Edge;
use scraper::node::Element;
use scraper::{ElementRef, Html, Node, Selector};

use super::block::Block;
use crate::heading;
use crate::text::normalized;

/// A page, read.
#[derive(Debug, Default)]
pub struct Page {
    /// The blocks of its main part.
    pub blocks: Vec<Block>,
    /// Its `<title>`, and the title that it gives to sites which link to it.
    pub titles: Vec<String>,
    /// Its headings of the first level, outside menus and footers.
    pub headings: Vec<String>,
    /// Its own addresses: the canonical link, the one that a browser wrote when it saved the page.
    pub addresses: Vec<String>,
    /// Headings of countries that are in none of its blocks: in hidden parts, side columns, beside its main part.
    pub elsewhere: Vec<String>,
}

/// Reads a page. Its main part is `<main>`, or else the whole body without menus, banners, side columns and footers.
pub fn page(html: &str) -> Page {
    let document = Html::parse_document(html);
    let content = |element: ElementRef<'_>| element.value().attr("content").map(normalized);
    let of_pages =
        select(&document, "title").filter(|title| !title.ancestors().any(|node| is_named(node, "svg")));
    let mut titles: Vec<String> = of_pages.map(plain).collect();
    titles.extend(select(&document, "meta[property='og:title']").filter_map(content));
    let headings = select(&document, "h1").filter(|heading| !is_around(*heading)).map(plain).collect();
    let mut addresses: Vec<String> = select(&document, "link[rel~='canonical']")
        .filter_map(|link| link.value().attr("href").map(str::to_owned))
        .collect();
    addresses.extend(select(&document, "meta[property='og:url']").filter_map(content));
    addresses
        .extend(document.tree.nodes().filter_map(|node| node.value().as_comment()).filter_map(saved_from));
    let mains: Vec<ElementRef<'_>> = select(&document, "main, [role='main']").collect();
    // A main part within another is read with it.
    let outermost = mains
        .iter()
        .filter(|main| !main.ancestors().any(|node| mains.iter().any(|other| other.id() == node.id())));
    let mut roots: Vec<ElementRef<'_>> = outermost.copied().collect();
    if roots.is_empty() {
        roots.push(document.root_element());
    }
    let mut reader = Reader::default();
    for root in roots {
        reader.read(root);
    }
    let read = |text: &String| {
        let wanted = heading::country(text);
        reader
            .blocks
            .iter()
            .any(|block| block.text.contains(text.as_str()) || heading::country(&block.text) == wanted)
    };
    let elsewhere = select(&document, "h1, h2, h3, h4, h5, h6").map(plain);
    let elsewhere = elsewhere.filter(|text| heading::country(text).is_some() && !read(text)).collect();
    Page { blocks: reader.blocks, titles, headings, addresses, elsewhere }
}

fn is_named(node: ego_tree::NodeRef<'_, Node>, name: &str) -> bool {
    node.value().as_element().is_some_and(|element| element.name() == name)
}

/// The elements of a document that a selector of this module matches.
fn select<'a>(document: &'a Html, selector: &str) -> impl Iterator<Item = ElementRef<'a>> {
    let selector = Selector::parse(selector).ok();
    let all = document.tree.nodes().filter_map(ElementRef::wrap);
    all.filter(move |element| selector.as_ref().is_some_and(|selector| selector.matches(element)))
}

fn plain(element: ElementRef<'_>) -> String {
    normalized(&element.text().collect::<Vec<_>>().join(" "))
}

/// The address in the comment that a browser writes: `saved from url=(0042)https://…`.
fn saved_from(comment: &scraper::node::Comment) -> Option<String> {
    let (_, rest) = comment.split_once("saved from url=")?;
    let address = rest.split_once(')').map_or(rest, |(_, address)| address);
    address.split_whitespace().next().map(str::to_owned)
}

/// Whether an element is a part of what is around a page's own text: a menu, a banner, a footer, something hidden.
fn is_outside(element: &Element, in_article: bool) -> bool {
    const NAMES: [&str; 21] = [
        "script",
        "style",
        "noscript",
        "nav",
        "footer",
        "aside",
        "title",
        "template",
        "svg",
        "select",
        "dialog",
        "iframe",
        "video",
        "audio",
        "object",
        "canvas",
        "textarea",
        "figcaption",
        "noframes",
        "map",
        "menu",
    ];
    const ROLES: [&str; 5] = ["navigation", "contentinfo", "banner", "complementary", "search"];
    const PARTS: [&str; 6] = ["html", "body", "main", "article", "h1", "h2"];
    let style = element.attr("style").unwrap_or_default().replace(' ', "").to_lowercase();
    let called = element.attr("id").into_iter().chain(element.classes());
    NAMES.contains(&element.name())
        || element.name() == "header" && !in_article
        || element.attr("role").is_some_and(|role| ROLES.contains(&role))
        || element.attr("hidden").is_some()
        || element.attr("aria-hidden") == Some("true")
        || style.contains("display:none")
        || !PARTS.contains(&element.name()) && called.into_iter().any(is_around_by_name)
}

/// Whether an id or a class is one that sites give to what is around a page's text.
fn is_around_by_name(name: &str) -> bool {
    const NAMES: [&str; 17] = [
        "footer",
        "cookie",
        "cookies",
        "related",
        "sidebar",
        "breadcrumb",
        "breadcrumbs",
        "menu",
        "navbar",
        "share",
        "social",
        "promo",
        "banner",
        "disclaimer",
        "comments",
        "newsletter",
        "advertisement",
    ];
    let name = name.to_lowercase();
    let name =
        ["site-", "page-", "global-"].iter().find_map(|start| name.strip_prefix(start)).unwrap_or(&name);
    let first = name.split(['-', '_']).next().unwrap_or_default();
    NAMES.contains(&first)
}

/// Whether an element is in what is around a page's own text, or in a link that leads elsewhere.
fn is_around(element: ElementRef<'_>) -> bool {
    let around: Vec<&Element> =
        element.ancestors().filter_map(ElementRef::wrap).map(|ancestor| ancestor.value()).collect();
    let in_article = around.iter().any(|element| is_article(element.name()));
    around.iter().any(|element| is_outside(element, in_article) || element.name() == "a")
}

/// A header within these has the heading of the text; elsewhere it is the site's.
fn is_article(name: &str) -> bool {
    ["article", "main"].contains(&name)
}

fn is_heading(name: &str) -> bool {
    ["h1", "h2", "h3", "h4", "h5", "h6"].contains(&name)
}

fn is_block(name: &str) -> bool {
    const BLOCKS: [&str; 33] = [
        "html",
        "body",
        "p",
        "div",
        "li",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "tr",
        "td",
        "th",
        "table",
        "thead",
        "tbody",
        "caption",
        "section",
        "article",
        "main",
        "header",
        "blockquote",
        "pre",
        "address",
        "figure",
        "figcaption",
        "details",
        "summary",
        "hr",
        "form",
        "center",
        "fieldset",
        "legend",
    ];
    is_heading(name) || BLOCKS.contains(&name)
}

/// Puts the text of elements into blocks.
#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    text: String,
    /// How many elements of a name there were.
    seen: BTreeMap<String, usize>,
    /// The block elements that are open, by name and number.
    open: Vec<(String, usize)>,
    /// How many links are open.
    links: usize,
    /// Whether text of the block is outside links.
    beside_links: bool,
}

impl Reader {
    fn read(&mut self, root: ElementRef<'_>) {
        let mut skipped = None;
        let mut articles = usize::from(is_article(root.value().name()));
        for edge in root.traverse() {
            match edge {
                Edge::Open(node) if skipped.is_none() => match node.value() {
                    Node::Text(text) => {
                        self.beside_links |= self.links == 0 && !text.trim().is_empty();
                        self.text.push_str(text);
                    }
                    Node::Element(element) => {
                        let noted = element.name() == "sup"
                            || element.attr("href").is_some_and(|to| to.starts_with('#'));
                        let mark = ElementRef::wrap(node).filter(|_| noted).is_some_and(is_mark);
                        if is_outside(element, articles > 0) || mark {
                            skipped = Some(node.id());
                            continue;
                        }
                        articles += usize::from(is_article(element.name()) && node.id() != root.id());
                        self.begin(element.name(), element.attr("href").is_some());
                    }
                    _ => {}
                },
                Edge::Close(node) if skipped == Some(node.id()) => skipped = None,
                Edge::Close(node) if skipped.is_none() => {
                    if let Some(element) = node.value().as_element() {
                        // A heading in bold at the beginning of a paragraph is a heading, and the text goes on after it.
                        if ["b", "strong"].contains(&element.name()) && is_run_in_heading(&self.text) {
                            self.flush();
                        }
                        articles -= usize::from(is_article(element.name()) && articles > 0);
                        self.end(element.name(), element.attr("href").is_some());
                    }
                }
                _ => {}
            }
        }
        self.flush();
    }

    fn begin(&mut self, name: &str, leads: bool) {
        if name == "a" && leads {
            self.links += 1;
        } else if name == "br" {
            // A heading goes on over its lines.
            match self.in_heading() {
                true => self.text.push(' '),
                false => self.flush(),
            }
        } else if is_block(name) {
            self.flush();
            let number = self.seen.entry(name.to_owned()).or_default();
            *number += 1;
            self.open.push((name.to_owned(), *number));
        }
    }

    fn end(&mut self, name: &str, leads: bool) {
        if name == "a" && leads {
            self.links = self.links.saturating_sub(1);
        } else if is_block(name) {
            self.flush();
            if let Some(at) = self.open.iter().rposition(|(open, _)| open == name) {
                self.open.truncate(at);
            }
        }
    }

    fn in_heading(&self) -> bool {
        self.open.iter().any(|(name, _)| is_heading(name))
    }

    /// Ends the block that is being read.
    fn flush(&mut self) {
        let text = normalized(&std::mem::take(&mut self.text));
        let is_link = !std::mem::take(&mut self.beside_links);
        if text.is_empty() {
            return;
        }
        let place = self.open.last().map_or_else(String::new, |(name, number)| format!("<{name}> {number}"));
        self.blocks.push(Block { text, place, is_heading: self.in_heading(), is_link });
    }
}

/// Whether what was read of a block is a heading, as in bold at its beginning.
fn is_run_in_heading(text: &str) -> bool {
    let text = normalized(text);
    heading::country(&text).is_some() || heading::section(&text).is_some()
}

/// Whether a superscript, or a link within its page, is the mark of a footnote. Left in, it would become a part of the number or name before it.
fn is_mark(element: ElementRef<'_>) -> bool {
    let text = plain(element);
    !text.is_empty() && text.chars().all(|c| c.is_ascii_digit() || "*†‡§#[]() ,".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(html: &str) -> Vec<String> {
        page(html).blocks.into_iter().map(|block| block.text).collect()
    }

    #[test]
    fn what_is_around_the_text_of_a_page_is_left_out() {
        let html = "<title>x</title><header><p>menu</p></header><nav>a<nav>b</nav>c</nav><h2>SOUTH KOREA (Tier&nbsp;1)</h2>\
            <p>One <b>bold</b>\n word &amp; more.</p><script>let x = '<p>no</p>';</script><ul><li>a</li><li>b</li></ul>\
            <div role=navigation>n</div><p hidden>h</p><p style='display: none'>d</p><footer>f</footer>";
        assert_eq!(texts(html), ["SOUTH KOREA (Tier 1)", "One bold word & more.", "a", "b"]);
    }

    #[test]
    fn only_the_main_part_is_read_where_a_page_has_one() {
        let html = "<div><h2>CHAD (Tier 3)</h2></div><main><main><h2>FRANCE (Tier 1)</h2></main></main><div>more</div>";
        assert_eq!(texts(html), ["FRANCE (Tier 1)"]);
    }

    #[test]
    fn scripts_and_forms_swallow_no_page() {
        let html = "<form><script>for(i=0;i<n;i++){}</script><script>document.write(\"<script src=x><\\/script>\")</script>\
            <article><header><h1>PAPUA NEW<br>GUINEA (Tier 2)</h1></header><p>a<br>b</p></article></form>";
        assert_eq!(texts(html), ["PAPUA NEW GUINEA (Tier 2)", "a", "b"]);
    }

    #[test]
    fn marks_of_footnotes_are_no_part_of_names_and_numbers() {
        let html = "<h2>GABON<sup>1</sup> (Tier 2)<sup>*</sup></h2><p>It identified 75<sup>[3]</sup> victims on the 10<sup>th</sup>.</p>";
        assert_eq!(texts(html), ["GABON (Tier 2)", "It identified 75 victims on the 10th."]);
    }

    #[test]
    fn a_block_knows_its_place_and_whether_it_is_a_heading() {
        let html = "<div><h2>A</h2><div><p>one</p></div><p>two</p>loose</div>";
        let blocks = page(html).blocks;
        let told: Vec<(&str, bool)> =
            blocks.iter().map(|block| (block.place.as_str(), block.is_heading)).collect();
        assert_eq!(told, [("<h2> 1", true), ("<p> 1", false), ("<p> 2", false), ("<div> 1", false)]);
    }

    #[test]
    fn a_page_says_its_titles_headings_and_addresses() {
        let html = "<!-- saved from url=(0030)https://example.org/2024/x/ --><head><title>T</title><link rel=canonical href=c>\
            <meta property=og:title content=O><meta property=og:url content=u></head>\
            <nav><h1>menu</h1></nav><a href=x><h1>link</h1></a><h1>H</h1>";
        let page = page(html);
        assert_eq!(
            (page.titles, page.headings),
            (vec!["T".to_owned(), "O".to_owned()], vec!["H".to_owned()])
        );
        assert_eq!(page.addresses, ["c", "u", "https://example.org/2024/x/"]);
    }

    #[test]
    fn a_heading_in_bold_at_the_beginning_of_a_paragraph_is_a_block() {
        let html = "<p><b>GABON (Tier 2)</b> The government.</p><p><strong>Prosecution.</strong> It did.</p><p><b>It</b> did.</p><center>x</center>y";
        assert_eq!(
            texts(html),
            ["GABON (Tier 2)", "The government.", "Prosecution.", "It did.", "It did.", "x", "y"]
        );
    }

    #[test]
    fn what_sites_put_around_a_text_is_known_by_its_names() {
        let html = "<div id=footer>a</div><div class='site-footer x'>b</div><div class=cookie-bar>c</div><div class=content-with-sidebar>d</div>\
            <iframe>e</iframe><figure><figcaption>f</figcaption></figure><h3><button>PROTECTION</button></h3><p>75<a href='#n3'>3</a> cases</p>";
        assert_eq!(texts(html), ["d", "PROTECTION", "75 cases"]);
    }

    #[test]
    fn a_narrative_beside_the_text_is_told() {
        let html = "<main><h2>FRANCE (Tier 1)</h2></main><aside><h2>GABON (Tier 2)</h2></aside><h2 hidden>CHAD (Tier 3)</h2>";
        assert_eq!(page(html).elsewhere, ["GABON (Tier 2)", "CHAD (Tier 3)"]);
    }

    #[test]
    fn elements_within_each_other_thousands_deep_are_read() {
        assert_eq!(texts(&format!("{}deep", "<div>".repeat(5_000))), ["deep"]);
    }
}
