//! axe-core (Deque Systems) on every page, in both themes, at three widths: no violation.

use serde_json::{Value, json};

use crate::in_browser;

const PAGES: [&str; 26] = [
    "/",
    "/?view=table&region=near-east",
    "/?view=table",
    "/search?q=korea",
    "/compare?c=KR,Atlantis,Japan",
    "/country/KOR",
    "/country/USA?year=2003",
    "/compare?c=KOR,PRK,JPN",
    "/compare?region=near-east",
    "/changes?year=2024&cell=2,1",
    "/trends?c=KOR&year=2014",
    "/search",
    "/search?q=fishing",
    "/country/KOR?q=upgraded",
    "/consequences?year=2005",
    "/watch-list?year=2025",
    "/country/KHM?year=2023",
    "/about",
    "/nowhere",
    "/embed?year=2014",
    "/embed?country=KOR",
    "/embed?theme=dark&controls=0&region=africa",
    "/embed/about",
    "/changes?year=2024&c=KOR",
    "/?lang=ko&year=2014",
    "/country/SOM?lang=fr",
];

/// What axe finds on the page now: rule, and where.
const RUN: &str = "
    const found = await axe.run(document, { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } });
    return found.violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.target.join(' ')).join('; '));
";

fn nothing_is_found(width: u32, scheme: &'static str) {
    in_browser(width, |scene| async move {
        let page = &scene.page;
        let axe = std::fs::read_to_string(std::env::var("TIER_ATLAS_AXE")?)?;
        let media = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        page.cdp("Emulation.setEmulatedMedia", media).await?;
        for path in PAGES {
            page.visit(path).await?;
            page.until("!document.querySelector('.loading')", "all files").await?;
            page.driver.execute(&axe, Vec::<Value>::new()).await?;
            assert_eq!(page.run(RUN).await?, json!([]), "{path} at {width}, {scheme}");
        }
        Ok(scene)
    });
}

#[test]
fn narrow_and_light() {
    nothing_is_found(320, "light");
}

#[test]
fn narrow_and_dark() {
    nothing_is_found(320, "dark");
}

#[test]
fn middling_and_light() {
    nothing_is_found(768, "light");
}

#[test]
fn middling_and_dark() {
    nothing_is_found(768, "dark");
}

#[test]
fn wide_and_light() {
    nothing_is_found(1440, "light");
}

#[test]
fn wide_and_dark() {
    nothing_is_found(1440, "dark");
}
