//! A page of HTML: the blocks of its main part, and what it says of itself.

mod outside;
mod reader;

use scraper::{ElementRef, Html, Node, Selector};

use super::block::Block;
use crate::heading;
use crate::text::normalized;
use outside::is_around;
use reader::Reader;

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

/// The elements of a document that a selector of this module matches. A wrong selector ends the program, as a wrong pattern does.
#[expect(clippy::expect_used, reason = "selectors are constants of this module, and its tests compile each")]
fn select<'a>(document: &'a Html, selector: &str) -> impl Iterator<Item = ElementRef<'a>> {
    let selector = Selector::parse(selector).expect("a selector of the importer is none of CSS");
    let all = document.tree.nodes().filter_map(ElementRef::wrap);
    all.filter(move |element| selector.matches(element))
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
