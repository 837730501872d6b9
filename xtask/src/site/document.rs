//! The HTML document of a page: head, policy, what is fetched ahead, scripts; made from typed values and nowhere else.

use page::{Element, Node, el};

use super::markup::html;
use super::names::{Name, Names};
use super::program::Program;
use super::{Base, policy};

/// What all documents of a site have in common.
#[derive(Clone, Copy, Debug)]
pub struct Site<'a> {
    /// Where it is served.
    pub base: &'a Base,
    /// The program.
    pub program: &'a Program,
    /// The names of the files that pages fetch.
    pub names: &'a Names,
    /// The style sheet, the script that watches over the start, and the icon.
    pub assets: &'a Assets,
    /// Whether browsers may keep it for use without a connection.
    pub offline: bool,
    /// The version of the data that its pages are made from.
    pub version: &'a str,
}

/// The files that every document names.
#[derive(Clone, Debug)]
pub struct Assets {
    /// The style sheet of the shell and the map's page.
    pub style: Name,
    /// The style sheet of all other pages; the map's page fetches it when it is at rest.
    pub pages_style: Name,
    /// The script that watches over the start (`assets/boot.js`).
    pub boot: Name,
    /// The icon.
    pub icon: Name,
}

/// A page as a document.
#[derive(Clone, Debug)]
pub struct Document<'a> {
    /// Its path, with the site's base; empty for a document that is served for many addresses.
    pub path: &'a str,
    /// The parameters of the query that it knows: `year=2025 region`, each with the value that changes nothing, where there
    /// is one. With others in its address, what it says is so.
    pub knows: String,
    /// Its title.
    pub title: String,
    /// More of its head: description, card, canonical address.
    pub head: Vec<Node>,
    /// The page, complete before any script; `None` of one that is sent for many addresses, which the app makes.
    pub body: Option<Element>,
    /// The part of the program that shows it, to be fetched ahead; empty where that is not known.
    pub part: &'a str,
    /// What is said while it is on its way, where it is not in the document.
    pub waits: Vec<Node>,
}

impl Document<'_> {
    /// The text of the document.
    pub fn html(self, site: Site<'_>) -> String {
        let root = site.base.as_str();
        let pages_style = &site.assets.pages_style;
        // The map's page is the one that is opened most, and needs the least. One without a body may be for any address.
        let is_map = self.part == "map" && self.body.is_some();
        let head = el("head")
            // Browsers look for it in the first 1,024 bytes (HTML, section 4.2.5.4).
            .with(el("meta").attr("charset", "utf-8"))
            .with(
                el("meta")
                    .attr("http-equiv", "Content-Security-Policy")
                    .attr("content", policy::in_the_page()),
            )
            .with(meta("viewport", "width=device-width, initial-scale=1"))
            .with(el("title").with(self.title))
            .with(meta("color-scheme", "light dark"))
            .with(
                meta("generator", "cargo xtask dist")
                    .attr("id", "build")
                    .attr("data-files", site.names.listed())
                    .attr("data-style", format!("{} {}", pages_style.path, pages_style.integrity)),
            )
            .with(el("link").attr("rel", "icon").file(site.assets.icon.path.clone()))
            .with(script(root, &site.assets.boot))
            .with(
                el("link")
                    .attr("rel", "stylesheet")
                    .file(site.assets.style.path.clone())
                    .attr("integrity", site.assets.style.integrity.clone())
                    .attr("crossorigin", "anonymous"),
            )
            .maybe((!is_map).then(|| {
                el("link")
                    .attr("id", "pages-style")
                    .attr("rel", "stylesheet")
                    .file(pages_style.path.clone())
                    .attr("integrity", pages_style.integrity.clone())
                    .attr("crossorigin", "anonymous")
            }))
            .all(self.head);
        let body = el("body")
            .with(el("div").attr("id", "app").maybe(self.body))
            .with(el("p").class("waits").attr("id", "waits").all(self.waits))
            .with(el("p").attr("id", "boot-message").attr("role", "alert").attr("hidden", ""))
            .with(el("noscript").with(without_scripts()))
            // Behind what is read: on a slow line, what is seen first comes first.
            .all(ahead(&site, self.part))
            .with(script(root, &site.program.script).attr("type", "module"));
        let mut document = el("html")
            .attr("lang", "en")
            .attr("data-base", root.to_owned())
            .attr("data-path", self.path.to_owned())
            .attr("data-knows", self.knows)
            .attr("data-version", site.version.to_owned());
        if site.offline {
            document = document.attr("data-offline", "");
        }
        format!("<!doctype html>\n{}\n", html(&[document.with(head).with(body).into()], root))
    }
}

fn meta(name: &'static str, content: &'static str) -> Element {
    el("meta").attr("name", name).attr("content", content)
}

/// A script. In a frame with `sandbox`, whose origin is none, hashes are checked of what the host lets other sites read.
fn script(root: &str, name: &Name) -> Element {
    el("script")
        .attr("src", format!("{root}{}", name.path))
        .attr("integrity", name.integrity.clone())
        .attr("crossorigin", "anonymous")
}

/// What is fetched before the program asks for it: the dataset, and its first part with the part of this page.
fn ahead<'a>(site: &Site<'a>, part: &str) -> impl Iterator<Item = Element> + use<'a> {
    let program = site.program;
    let wasm =
        [&program.main].into_iter().chain(program.part(part)).map(|name| fetched(name, "application/wasm"));
    let atlas = site.names.of("data/atlas.json").ok().map(|name| fetched(name, "application/json"));
    atlas.into_iter().chain(wasm.collect::<Vec<_>>())
}

fn fetched(name: &Name, kind: &'static str) -> Element {
    el("link")
        .attr("rel", "preload")
        .file(name.path.clone())
        .attr("as", "fetch")
        .attr("crossorigin", "anonymous")
        .attr("integrity", name.integrity.clone())
        .attr("type", kind)
}

/// The message without scripts: the page is static, and the data are files.
fn without_scripts() -> Element {
    let file = |name: &str, text: &'static str| el("a").file(format!("download/{name}")).with(text);
    el("p")
        .class("measure plain")
        .with(
            "Here the pages of Tier Atlas stand as they were written: what answers to you needs JavaScript and \
             WebAssembly, and both are off or missing. The data, to take along: ",
        )
        .with(file("tiers.tsv", "every placement"))
        .with(", ")
        .with(file("findings.jsonl", "findings"))
        .with(", ")
        .with(file("sources.tsv", "sources"))
        .with(".")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn made(base: &str, offline: bool, part: &str) -> String {
        let name =
            |path: &str| Name { path: format!("hashed/{path}"), integrity: format!("sha384-of-{path}") };
        let program = Program {
            script: name("tier-atlas-1.js"),
            main: name("tier-atlas-1_bg.wasm"),
            parts: BTreeMap::from([(
                "country".to_owned(),
                vec![name("chunk-1_part.wasm"), name("country-1_part.wasm")],
            )]),
        };
        let assets = Assets {
            style: name("atlas-1.css"),
            pages_style: name("pages-1.css"),
            boot: name("boot-1.js"),
            icon: name("icon-1.svg"),
        };
        let names = Names::of_test();
        let base = Base::parse(base).unwrap();
        let site =
            Site { base: &base, program: &program, names: &names, assets: &assets, offline, version: "1" };
        let document = Document {
            path: "/a/country/KOR",
            knows: "year=2025 q".to_owned(),
            title: "<South> & Korea".to_owned(),
            head: vec![el("meta").attr("name", "description").attr("content", "\"x\"").into()],
            body: Some(el("div").with("A")),
            part,
            waits: vec!["Loading".into()],
        };
        document.html(site)
    }

    #[test]
    fn every_document_has_its_policy_early_and_no_script_in_itself() {
        for base in ["/", "/atlas/"] {
            let text = made(base, true, "country");
            assert!(text.find("<meta charset=").unwrap() < 900, "{text}");
            assert!(
                text.contains("http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'"),
                "{text}"
            );
            assert_eq!(text.matches("<script").count(), text.matches("<script src=").count(), "{text}");
            assert!(text.contains(&format!("<script src=\"{base}hashed/tier-atlas-1.js\" integrity=\"sha384-of-tier-atlas-1.js\" crossorigin=\"anonymous\" type=\"module\"></script>")), "{text}");
            assert!(text.contains("<title>&lt;South&gt; &amp; Korea</title>"), "{text}");
            assert!(text.contains(&format!("data-base=\"{base}\"")), "{text}");
        }
    }

    #[test]
    fn a_page_fetches_its_part_ahead_and_no_other() {
        let ahead = |part: &str| made("/atlas/", false, part).matches("type=\"application/wasm\"").count();
        assert_eq!((ahead("country"), ahead("about"), ahead("")), (3, 1, 1));
        let text = made("/atlas/", false, "country");
        assert!(text.contains("href=\"/atlas/hashed/country-1_part.wasm\""), "{text}");
        assert!(!text.contains("data-offline"), "{text}");
    }
}
