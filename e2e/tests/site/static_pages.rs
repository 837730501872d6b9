//! Static pages: their content before any script, and how the app adopts them.

use serde_json::{Value, json};

use crate::{atlas, in_browser, in_browser_at, newest};

const PAGES: [&str; 9] = [
    "/",
    "/country/KOR",
    "/changes",
    "/watch-list",
    "/consequences",
    "/trends",
    "/compare",
    "/search",
    "/about",
];

/// What a page says, without what answers (controls) and what is only in one of the two.
const SAID: &str = "(place => { const copy = place.cloneNode(true); \
    copy.querySelectorAll('noscript, .waits, .share, .unseen, button, select, input, .years, .on-narrow, .tip, .zoom, .map-frame, details .more, [hidden], .legend .quiet, .chart, .timeline-chart, #page-width, .citation') \
    .forEach(e => e.remove()); return copy.textContent.replace(/\\s+/g, ' ').trim(); })";

#[test]
fn the_app_says_what_the_file_said() {
    in_browser(1280, |scene| async {
        let page = &scene.page;
        for path in PAGES {
            page.visit(path).await?;
            let app = page.string(&format!("{SAID}(document.querySelector('main'))")).await?;
            // Without scripts, the browser makes elements of the file.
            page.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await?;
            page.goto(path).await?;
            page.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": false })).await?;
            let said = page.string(&format!("{SAID}(document.querySelector('main'))")).await?;
            assert_eq!(said, app, "{path}");
        }
        Ok(scene)
    });
}

/// Every country's file has every placement, the sentence, the findings, and its own title, before any script.
#[test]
fn every_country_has_a_page_of_its_own() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        page.visit("/about").await?;
        let mut titles = std::collections::BTreeSet::new();
        let atlas = atlas();
        for country in atlas.countries() {
            let path = format!("/country/{}", country.code);
            let answer = page
                .run(&format!("const a = await fetch('{path}'); return [a.status, await a.text()];"))
                .await?;
            assert_eq!(answer[0], 200, "{path}");
            let html = answer[1].as_str().unwrap_or_default();
            let between = |from: &str, to: &str| {
                html.split_once(from).and_then(|(_, rest)| rest.split_once(to)).map_or("", |(text, _)| text)
            };
            let title = between("<title>", "</title>");
            assert!(title.ends_with(" · Tier Atlas") && titles.insert(title.to_owned()), "{path}: {title}");
            assert!(between("rel=\"canonical\" href=\"", "\"").ends_with(&path), "{path}");
            assert!(between("name=\"description\" content=\"", "\"").len() > 30, "{path}");
            assert_eq!(html.matches("<h1>").count(), 1, "{path}");
            let placed =
                atlas.editions().iter().filter(|about| atlas.cell(country.id, about.id).tier().is_some());
            assert!(html.matches("id=\"edition-").count() >= placed.count(), "{path}");
            assert!(html.contains("<svg class=\"timeline-chart"), "{path}");
            let card = between("property=\"og:image\" content=\"", "\"");
            assert!(card.starts_with(&format!("/card/{}.png?v=", country.code)), "{path}: {card}");
            assert!(html.contains("content=\"summary_large_image\""), "{path}");
            assert!(html.find("<meta charset").is_some_and(|at| at < 1000), "{path}");
        }
        Ok(scene)
    });
}

/// The file's page gives way in one moment: nothing moves, and a link that had the focus has it still.
#[test]
fn the_app_takes_over_without_a_shift() {
    in_browser(1280, |scene| async {
        let page = &scene.page;
        let watch = "window.__shift = 0; new PerformanceObserver(list => list.getEntries().forEach(e => window.__shift += e.value)).observe({ type: 'layout-shift', buffered: true });";
        page.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": watch })).await?;
        let two = std::time::Duration::from_secs(2);
        for path in PAGES {
            scene.server.break_file("_bg.wasm", e2e::Fault::Slow(two));
            page.goto(path).await?;
            page.until("document.querySelector('h1')", "the file's page").await?;
            let heading = "[Math.round(document.querySelector('h1').getBoundingClientRect().top), document.querySelector('h1').innerText]";
            let before = page.eval(heading).await?;
            page.eval("(window.__heading = document.querySelector('h1'), document.querySelector('#to-trends').focus(), 0)")
                .await?;
            page.until("document.documentElement.dataset.app === 'ready'", "the app").await?;
            assert_eq!(before, page.eval(heading).await?, "{path}");
            assert_eq!(
                page.eval("window.__heading === document.querySelector('h1')").await?,
                true,
                "{path}: the heading is the file's"
            );
            assert_eq!(page.string("document.activeElement.id").await?, "to-trends", "{path}");
            let shift = page.eval("window.__shift").await?.as_f64().unwrap_or(1.0);
            assert!(shift <= 0.01, "{path}: {shift}");
        }
        Ok(scene)
    });
}

/// The file has the newest edition in English: of another view or language it says nothing that is not so.
#[test]
fn another_view_is_not_told_by_the_file() {
    in_browser(1280, |scene| async {
        let page = &scene.page;
        let three = std::time::Duration::from_secs(3);
        // Some hosts answer any address that is no file with the first page.
        page.visit("/about").await?;
        let html = page.run("return await (await fetch('/index.html')).text();").await?;
        let first = html.as_str().unwrap_or_default().to_owned();
        scene.server.break_file("/country/PRK", e2e::Fault::Instead(first));
        for path in ["/?year=2014", "/country/KOR?year=2004", "/changes?lang=ko", "/country/PRK"] {
            scene.server.break_file("_bg.wasm", e2e::Fault::Slow(three));
            page.goto(path).await?;
            page.until("document.querySelector('.waits')", "the file's page").await?;
            assert_eq!(
                page.eval("getComputedStyle(document.querySelector('h1')).visibility").await?,
                json!("hidden"),
                "{path}"
            );
            assert_eq!(
                page.eval("document.querySelector('.waits').offsetParent !== null").await?,
                Value::Bool(true),
                "{path}"
            );
            page.until("document.documentElement.dataset.app === 'ready'", "the app").await?;
            assert_eq!(
                page.eval("getComputedStyle(document.querySelector('h1')).visibility").await?,
                json!("visible"),
                "{path}"
            );
        }
        Ok(scene)
    });
}

/// A parameter that the page does not know, or that says what is so unasked, makes no other view: what the file says is seen at
/// once. The address is then the view's own.
#[test]
fn a_query_that_asks_for_nothing_else_leaves_the_file_in_sight() {
    in_browser(1280, |scene| async {
        let page = &scene.page;
        let two = std::time::Duration::from_secs(2);
        let year = newest();
        let (asked, pinned) = (format!("/?fbclid=abc&year={year}"), format!("/?year={year}"));
        for (path, address) in [
            ("/?utm_source=x", "/"),
            (asked.as_str(), pinned.as_str()),
            ("/country/KOR?gclid=1#edition-2024", "/country/KOR"),
            ("/trends?show=counts&sort=region", "/trends"),
            ("/?year=", "/"),
        ] {
            scene.server.break_file("_bg.wasm", e2e::Fault::Slow(two));
            page.goto(path).await?;
            page.until("document.querySelector('h1')", "the file's page").await?;
            assert_eq!(
                page.eval("getComputedStyle(document.querySelector('h1')).visibility").await?,
                json!("visible"),
                "{path}"
            );
            page.until("document.documentElement.dataset.app === 'ready'", "the app").await?;
            assert_eq!(page.address().await?, address, "{path}");
        }
        assert_eq!(page.string("location.hash").await?, "");
        page.visit("/about?x=1#coverage").await?;
        assert_eq!(page.string("location.hash").await?, "#coverage", "a place within the page stays");
        Ok(scene)
    });
}

/// Whatever is not there is answered so: no page stands for a missing file.
#[test]
fn a_missing_file_is_not_a_page() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        page.visit("/about").await?;
        for (path, status) in
            [("/country/KOR", 200), ("/data/none.json", 404), ("/tier-atlas-0.js", 404), ("/nowhere", 404)]
        {
            let answer = page.run(&format!("return (await fetch('{path}')).status;")).await?;
            assert_eq!(answer, status, "{path}");
        }
        Ok(scene)
    });
}

/// What social networks show for a link: a picture of the size that they ask for.
#[test]
fn cards_are_pictures_of_the_right_size() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        for path in ["/country/KOR", "/country/SCG", "/", "/changes", "/about"] {
            page.visit(path).await?;
            let card = page.attribute("meta[property='og:image']", "content").await?;
            let seen = page
                .run(&format!(
                    "const answer = await fetch('{card}'); const size = await createImageBitmap(await answer.blob()); \
                     return [answer.status, answer.headers.get('content-type'), size.width, size.height];"
                ))
                .await?;
            assert_eq!(seen, json!([200, "image/png", 1200, 630]), "{path}: {card}");
        }
        Ok(scene)
    });
}

/// Programs read a site by these: what they name is there, and is of this site.
#[test]
fn feed_manifest_and_description_name_what_is_there() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        page.visit("/about").await?;
        let described = page
            .run("return JSON.parse(document.querySelector('script[type=\"application/ld+json\"]').text);")
            .await?;
        assert_eq!(described["@type"], "Dataset");
        assert_eq!(described["version"], atlas().version());
        let mut named: Vec<String> = described["distribution"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|file| file["contentUrl"].as_str().map(str::to_owned))
            .collect();
        assert_eq!(named.len(), 16);
        let manifest = page
            .run("return (await fetch(document.querySelector('link[rel=manifest]').href)).json();")
            .await?;
        for icon in manifest["icons"].as_array().into_iter().flatten() {
            named.extend(icon["src"].as_str().map(|file| format!("/{file}")));
        }
        assert_eq!(manifest["start_url"], "/");
        let feed = page.run("return await (await fetch('/feed.xml')).text();").await?;
        let feed = feed.as_str().unwrap_or_default();
        assert_eq!(feed.matches("<entry>").count(), atlas().editions().len());
        let (_, newest) = feed.split_once("<entry>\n<title>").unwrap_or_default();
        let atlas = atlas();
        let title = tip::sentence::headline(&atlas, atlas.latest(), None).title;
        assert!(newest.starts_with(&title), "{newest}");
        assert!(feed.contains("<title>2025: 33 countries on Tier 1"), "{feed}");
        named.push("/robots.txt".to_owned());
        named.push(page.attribute("link[rel='apple-touch-icon']", "href").await?);
        for file in named {
            let status = page.run(&format!("return (await fetch('{file}')).status;")).await?;
            assert_eq!(status, 200, "{file}");
        }
        Ok(scene)
    });
}

/// A site that knows its address names itself by it wherever others read it.
#[test]
fn addresses_are_whole_where_the_site_knows_its_own() {
    in_browser_at(1000, "TIER_ATLAS_DIST_BASE", "/atlas/", |scene| async {
        let page = &scene.page;
        page.visit("/atlas/country/KOR").await?;
        assert_eq!(
            page.attribute("link[rel=canonical]", "href").await?,
            "https://example.org/atlas/country/KOR"
        );
        let card = page.attribute("meta[property='og:image']", "content").await?;
        assert!(card.starts_with("https://example.org/atlas/card/KOR.png?v="), "{card}");
        let text = |path: &'static str| async move {
            let text = page.run(&format!("return (await fetch('{path}')).text();")).await?;
            anyhow::Ok(text.as_str().unwrap_or_default().to_owned())
        };
        let sitemap = text("/atlas/sitemap.xml").await?;
        assert_eq!(sitemap.matches("<loc>https://example.org/atlas/").count(), 9 + atlas().countries().len());
        assert!(text("/atlas/robots.txt").await?.contains("Sitemap: https://example.org/atlas/sitemap.xml"));
        assert!(
            text("/atlas/feed.xml").await?.contains("<link href=\"https://example.org/atlas/?year=2014\"/>")
        );
        Ok(scene)
    });
}

/// Counts what is written into the page after it was read: nodes, attributes, texts.
const WRITES: &str = "window.__writes = []; document.addEventListener('DOMContentLoaded', () => new MutationObserver(list => window.__writes.push(...list.map(m => `${m.type} ${m.attributeName || ''} ${m.target.id || m.target.className?.baseVal || m.target.className || m.target.nodeName}`))).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true }));";

#[test]
fn the_app_takes_the_page_of_the_file_without_a_write() {
    in_browser(1280, |scene| async {
        let page = &scene.page;
        page.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WRITES })).await?;
        for path in PAGES.into_iter().chain(["/?utm_source=x"]) {
            page.visit(path).await?;
            page.run("await new Promise(done => setTimeout(done, 300)); return 0;").await?;
            assert_eq!(page.eval("window.__writes").await?, json!([]), "{path}");
        }
        // Where the address asks for more, the difference is written, and no more.
        page.visit("/country/KOR?year=2010").await?;
        page.run("await new Promise(done => setTimeout(done, 300)); return 0;").await?;
        let writes = page.number("window.__writes.length").await?;
        assert!(writes > 0 && writes < 300, "{writes} writes");
        assert!(page.text(".standing").await?.contains("2010"));
        Ok(scene)
    });
}

/// A tree that was taken over is the same as one that was made: what is changed in it afterwards is what a page made anew has.
#[test]
fn what_was_taken_over_changes_as_what_was_made() {
    in_browser(1280, |scene| async {
        let page = &scene.page;
        // Without the order of attributes, which says nothing; an empty class is none.
        let main = "(function told(node) { if (node.nodeType === 3) return node.data; \
            const attributes = [...node.attributes].filter(a => a.name !== 'class' || a.value).map(a => `${a.name}=${a.value}`).sort().join(' '); \
            return `<${node.tagName} ${attributes}>${[...node.childNodes].map(told).join('|')}</>`; })(document.querySelector('#page'))";
        for (path, other) in [
            ("/country/KOR", "/country/JPN?year=2014"),
            ("/changes", "/changes?year=2014"),
            ("/trends", "/trends?region=africa&show=shares"),
            ("/compare", "/compare?c=KOR,PRK"),
            ("/consequences", "/consequences?year=2005&region=africa&sort=waived"),
            ("/watch-list", "/watch-list?year=2010"),
            ("/about", "/search?q=fishing"),
        ] {
            page.visit(path).await?;
            page.follow(other).await?;
            page.until_address(other).await?;
            page.run("await new Promise(done => setTimeout(done, 500)); return 0;").await?;
            let changed = page.string(main).await?;
            // From a page of another kind.
            page.visit(if path == "/trends" { "/about" } else { "/trends" }).await?;
            page.follow(other).await?;
            page.until_address(other).await?;
            page.until("document.querySelector('#page h1')", "the page").await?;
            page.run("await new Promise(done => setTimeout(done, 500)); return 0;").await?;
            let made = page.string(main).await?;
            let at = changed.chars().zip(made.chars()).position(|(a, b)| a != b).unwrap_or(0);
            let around = |text: &str| text.chars().skip(at.saturating_sub(80)).take(200).collect::<String>();
            assert!(changed == made, "{other} after {path}: {} … {}", around(&changed), around(&made));
        }
        Ok(scene)
    });
}

/// A field of the file stays, and with it what a reader types before the app is there.
#[test]
fn what_is_typed_before_the_app_is_there_stays() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        for (path, field) in [("/search", "#sought"), ("/", "#search")] {
            scene.server.break_file("_bg.wasm", e2e::Fault::Slow(std::time::Duration::from_secs(2)));
            page.goto(path).await?;
            page.find(field).await?.send_keys("burma").await?;
            assert_ne!(page.eval("document.documentElement.dataset.app || ''").await?, "ready", "{path}");
            page.until("document.documentElement.dataset.app === 'ready'", "the app").await?;
            assert_eq!(
                page.string(&format!("document.querySelector('{field}').value")).await?,
                "burma",
                "{path}"
            );
            assert_eq!(
                page.eval(&format!("document.activeElement.matches('{field}')")).await?,
                true,
                "{path}"
            );
        }
        // The field for a country goes on from there.
        page.until("document.querySelector('#search-0')?.textContent.includes('Myanmar')", "a hit").await?;
        Ok(scene)
    });
}

/// What a reader has opened and where they have scrolled stays when the app comes.
#[test]
fn what_is_open_and_in_sight_stays() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        scene.server.break_file("_bg.wasm", e2e::Fault::Slow(std::time::Duration::from_secs(2)));
        page.goto("/country/KOR").await?;
        page.click("#edition-2003 summary").await?;
        let top = page.number("Math.round(scrollY)").await?;
        assert!(top > 0);
        page.until("document.documentElement.dataset.app === 'ready'", "the app").await?;
        assert_eq!(page.number("Math.round(scrollY)").await?, top);
        assert_eq!(page.eval("document.querySelector('#edition-2003 details').open").await?, true);
        Ok(scene)
    });
}
