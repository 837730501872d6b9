//! What is around a page's own text: menus, banners, side columns, footers, what is hidden.

use scraper::ElementRef;
use scraper::node::Element;

/// Whether an element is a part of what is around a page's own text: a menu, a banner, a footer, something hidden.
pub fn is_outside(element: &Element, in_article: bool) -> bool {
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
pub fn is_around(element: ElementRef<'_>) -> bool {
    let around: Vec<&Element> =
        element.ancestors().filter_map(ElementRef::wrap).map(|ancestor| ancestor.value()).collect();
    let in_article = around.iter().any(|element| is_article(element.name()));
    around.iter().any(|element| is_outside(element, in_article) || element.name() == "a")
}

/// Whether a header within an element belongs to the text. Elsewhere a header is the site's.
pub fn is_article(name: &str) -> bool {
    ["article", "main"].contains(&name)
}
