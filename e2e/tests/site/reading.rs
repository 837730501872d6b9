//! Reading at 400 %, with a reader's own spacing, from right to left, by finger.

use e2e::Page;
use serde_json::{Value, json};

use crate::{in_browser, in_browser_with_large_letters};

const PAGES: [&str; 16] = [
    "/",
    "/?view=table&region=near-east",
    "/country/KOR",
    "/country/SOM?year=2003",
    "/compare?c=KOR,PRK,JPN",
    "/compare?region=near-east",
    "/changes?year=2024&cell=2,1",
    "/trends?c=KOR&year=2014",
    "/search?q=fishing",
    "/country/KOR?q=upgraded",
    "/consequences?year=2005",
    "/watch-list?year=2025",
    "/country/KHM?year=2023",
    "/about",
    "/nowhere",
    "/embed?country=KOR",
];

/// What is wider than the window, or cut off within a box that does not scroll.
const CUT: &str = "
    const cut = [];
    const wide = document.scrollingElement.scrollWidth - innerWidth;
    const beyond = [...document.querySelectorAll('body *:not(svg *)')].filter(e => !e.closest('.table-scroll, .grid-scroll') && e.getBoundingClientRect().right > innerWidth + 1);
    if (wide > 0) cut.push(`the page is ${wide} px too wide: ` + beyond.slice(-3).map(e => `${e.tagName} ${e.id || e.className}`).join(', '));
    for (const e of document.querySelectorAll('body *')) {
        if (e.closest('svg, [hidden], .unseen, .grid caption, noscript, select, textarea, dialog:not([open]), details:not([open]) > :not(summary)') || e.getClientRects().length === 0) continue;
        const style = getComputedStyle(e);
        const scrolls = style.overflowX === 'auto' || style.overflowX === 'scroll';
        // What scrolls by itself has a name, and can be reached by the Tab key or holds what can.
        if (scrolls && e.scrollWidth > e.clientWidth + 1 && !(e.getAttribute('role') === 'region' && e.getAttribute('aria-label')))
            cut.push(`${e.className} scrolls without a name`);
        if (!scrolls && style.overflowX !== 'visible' && style.textOverflow !== 'ellipsis' && e.scrollWidth > e.clientWidth + 1)
            cut.push(`${e.tagName} ${e.className || e.id} cuts its text off`);
        const box = e.getBoundingClientRect();
        if (e.children.length === 0 && e.textContent.trim() && !e.closest('.table-scroll, .grid-scroll') && (box.right > innerWidth + 1 || box.left < -1))
            cut.push(`${e.textContent.trim().slice(0, 40)} ends at ${Math.round(box.right)}`);
    }
    return [...new Set(cut)];
";

async fn nothing_is_cut_off(page: &Page, prepare: &str, what: &str) -> anyhow::Result<()> {
    for path in PAGES {
        page.visit(path).await?;
        page.until("!document.querySelector('.loading')", "all files").await?;
        page.run(prepare).await?;
        let cut = page.run(CUT).await?;
        assert_eq!(cut, json!([]), "{path}, {what}");
    }
    Ok(())
}

/// 1280 × 1024 pixels at 400 % are 320 × 256 (WCAG 1.4.10).
#[test]
fn at_400_percent_nothing_scrolls_sideways() {
    in_browser(320, |scene| async {
        let page = &scene.page;
        let window = json!({ "width": 320, "height": 256, "deviceScaleFactor": 4, "mobile": false });
        page.cdp("Emulation.setDeviceMetricsOverride", window).await?;
        nothing_is_cut_off(page, "return 0;", "400 %").await?;
        Ok(scene)
    });
}

/// Words are longer in other languages than in English.
#[test]
fn in_every_language_nothing_is_cut_off_on_a_narrow_screen() {
    in_browser(320, |scene| async {
        let page = &scene.page;
        for lang in ["es", "fr", "ko"] {
            for path in PAGES {
                let sign = if path.contains('?') { '&' } else { '?' };
                let path = format!("{path}{sign}lang={lang}");
                page.visit(&path).await?;
                page.until("!document.querySelector('.loading')", "all files").await?;
                assert_eq!(page.run(CUT).await?, json!([]), "{path}");
            }
        }
        Ok(scene)
    });
}

/// A reader whose browser has letters of 24 pixels.
#[test]
fn with_large_letters_nothing_is_cut_off_on_a_phone() {
    in_browser_with_large_letters(390, |scene| async {
        let page = &scene.page;
        page.visit("/about").await?;
        assert_eq!(page.string("getComputedStyle(document.documentElement).fontSize").await?, "24px");
        nothing_is_cut_off(page, "return 0;", "letters of 24 px").await?;
        Ok(scene)
    });
}

/// The reader's own spacing, as WCAG 1.4.12 has it.
const SPACED: &str = "
    const own = new CSSStyleSheet();
    own.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }');
    document.adoptedStyleSheets = [own];
    await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
    return 0;
";

fn with_own_spacing(width: u32) {
    in_browser(width, move |scene| async move {
        nothing_is_cut_off(&scene.page, SPACED, "own spacing").await?;
        Ok(scene)
    });
}

#[test]
fn own_spacing_holds_on_a_narrow_screen() {
    with_own_spacing(320);
}

#[test]
fn own_spacing_holds_on_a_wide_screen() {
    with_own_spacing(1280);
}

fn from_right_to_left(width: u32) {
    in_browser(width, move |scene| async move {
        let turn = "document.documentElement.dir = 'rtl'; dispatchEvent(new Event('resize')); \
                    await new Promise(done => setTimeout(done, 300)); return 0;";
        nothing_is_cut_off(&scene.page, turn, "right to left").await?;
        Ok(scene)
    });
}

#[test]
fn right_to_left_holds_on_a_narrow_screen() {
    from_right_to_left(320);
}

#[test]
fn right_to_left_holds_on_a_wide_screen() {
    from_right_to_left(1280);
}

/// A finger that drags from a point by so much.
async fn drag(page: &Page, at: &Value, dx: i32, dy: i32) -> anyhow::Result<()> {
    let (x, y) = (at[0].as_f64().unwrap_or_default(), at[1].as_f64().unwrap_or_default());
    let touch = |kind: &str, points: Value| json!({ "type": kind, "touchPoints": points });
    page.cdp("Input.dispatchTouchEvent", touch("touchStart", json!([{ "x": x, "y": y }]))).await?;
    for step in 1..=10 {
        let part = f64::from(step) / 10.0;
        let to = json!([{ "x": x + f64::from(dx) * part, "y": y + f64::from(dy) * part }]);
        page.cdp("Input.dispatchTouchEvent", touch("touchMove", to)).await?;
    }
    page.cdp("Input.dispatchTouchEvent", touch("touchEnd", json!([]))).await?;
    page.run("await new Promise(done => setTimeout(done, 400)); return 0;").await?;
    Ok(())
}

#[test]
fn a_finger_drags_the_year_or_scrolls_the_page_but_never_both() {
    in_browser(320, |scene| async {
        let page = &scene.page;
        page.cdp("Emulation.setTouchEmulationEnabled", json!({ "enabled": true })).await?;
        page.visit("/?year=2010").await?;
        let middle = "(() => { const e = document.querySelector('#year'); e.scrollIntoView({ block: 'center', behavior: 'instant' }); \
                      const box = e.getBoundingClientRect(); return [box.left + box.width * 0.38, box.top + box.height / 2]; })()";
        let year = "document.querySelector('#year').value";
        let at = page.eval(middle).await?;
        // Not scrollY: the lines above change with the year, and the browser keeps what is in sight in its place.
        let stands = "document.querySelector('#year').getBoundingClientRect().top";
        let before = page.number(stands).await?;
        drag(page, &at, 120, 0).await?;
        let dragged = page.string(year).await?;
        assert!(dragged.as_str() > "2012", "the drag ended at {dragged}");
        let moved = (page.number(stands).await? - before).abs();
        assert!(moved <= 2, "the page moved by {moved} while the year was dragged");
        let at = page.eval(middle).await?;
        let scrolled = page.number("scrollY").await?;
        drag(page, &at, 0, -160).await?;
        assert!(page.number("scrollY").await? > scrolled + 60, "the page did not scroll");
        assert_eq!(page.string(year).await?, dragged, "scrolling dragged the year");
        Ok(scene)
    });
}
