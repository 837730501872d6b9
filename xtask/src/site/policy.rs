//! What browsers are to refuse on the site’s pages: in the pages themselves, and as headers for hosts that send them.

use super::{Base, names};

/// The Content-Security-Policy that stands in every page. It needs no hash and no nonce: no page has a script or a style
/// in itself.
const POLICY: [&str; 10] = [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    // Images that are made here to be taken along.
    "img-src 'self' blob:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    // The one that assets/boot.js makes.
    "trusted-types default",
];

/// Headers of every file.
const HEADERS: [(&str, &str); 4] = [
    ("X-Content-Type-Options", "nosniff"),
    // Sources that a reader follows do not learn which view it was.
    ("Referrer-Policy", "same-origin"),
    (
        "Permissions-Policy",
        "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    ),
    ("Cross-Origin-Opener-Policy", "same-origin"),
];

/// What bears the hash of its contents never changes. All else hosts have browsers ask for again, as these hosts do unsaid.
const KEPT: &str = "public, max-age=31536000, immutable";

/// Where the pages stand; others than these are the page for lost addresses, whose own policy holds all but framing.
/// They are listed, and not all addresses but `/embed`: of two policies for a page, browsers take the stricter.
const PAGES: [&str; 11] = [
    "",
    "index.html",
    "country/*",
    "compare",
    "changes",
    "watch-list",
    "consequences",
    "trends",
    "search",
    "about",
    "embed/about",
];

/// The path of the page that other sites may frame.
const FRAMED: &str = "embed";

/// The policy of a page. Framing can be forbidden by a header only.
pub fn in_the_page() -> String {
    POLICY.join("; ")
}

/// The policy as a header, with the sites that may frame the page: `'none'`, `*`.
fn header(ancestors: &str) -> String {
    format!("{}; frame-ancestors {ancestors}", in_the_page())
}

/// The file `_headers` that Netlify and Cloudflare Pages read at the root of a site.
pub fn headers_file(base: &Base) -> String {
    let root = base.as_str();
    let mut file = format!("{root}*\n");
    for (name, value) in HEADERS {
        file.push_str(&format!("  {name}: {value}\n"));
    }
    // What is sent for a hash is the same for all; a frame with `sandbox` is another site to a browser.
    file.push_str(&format!(
        "{root}{}/*\n  Cache-Control: {KEPT}\n  Access-Control-Allow-Origin: *\n",
        names::FOLDER
    ));
    let pages = PAGES.iter().map(|page| (page, "'none'")).chain([(&FRAMED, "*")]);
    for (page, ancestors) in pages {
        file.push_str(&format!("{root}{page}\n  Content-Security-Policy: {}\n", header(ancestors)));
    }
    file
}

#[cfg(test)]
mod tests {
    use tip::permalink::View;

    use super::*;

    #[test]
    fn no_directive_lets_text_run() {
        for policy in [in_the_page(), header("*")] {
            assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{policy}");
            assert!(
                policy.starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval';"),
                "{policy}"
            );
        }
    }

    #[test]
    fn each_page_has_one_policy_and_only_the_embedded_one_is_framed() {
        for page in PAGES {
            let address = format!("/{}", page.replace('*', "KOR"));
            let view = View::parse(&address);
            assert!(!matches!(view, View::Embed(_) | View::Unknown(_)), "{address}");
        }
        assert!(matches!(View::parse("/embed"), View::Embed(_)));
        let file = headers_file(&Base::parse("/atlas/").unwrap());
        assert_eq!(file.matches("frame-ancestors 'none'").count(), PAGES.len(), "{file}");
        assert!(file.contains("/atlas/embed\n  Content-Security-Policy: default-src"), "{file}");
        assert!(file.starts_with("/atlas/*\n  X-Content-Type-Options: nosniff\n"), "{file}");
        // Cloudflare Pages reads lines of so many characters, and so many rules.
        assert!(file.lines().all(|line| line.len() < 2000) && PAGES.len() < 100);
    }
}
