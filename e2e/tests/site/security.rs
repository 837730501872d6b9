//! The policy that the page is under, and what it asks the world for.

use serde_json::json;

use crate::in_browser;

const PAGES: [&str; 8] =
    ["/", "/?view=table", "/country/KOR", "/compare?c=KOR,PRK", "/changes", "/trends", "/about", "/nowhere"];

#[test]
fn the_policy_is_strict_and_nothing_breaks_it() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        page.listen().await?;
        for path in PAGES {
            page.visit(path).await?;
            let complaints = page.complaints().await?;
            assert!(complaints.is_empty(), "{path}: {complaints:?}");
        }
        let policy = page.attribute("meta[http-equiv='Content-Security-Policy']", "content").await?;
        for part in [
            "default-src 'none'",
            "script-src 'self' 'wasm-unsafe-eval' 'sha256-",
            "style-src 'self'",
            "connect-src 'self'",
            "base-uri 'none'",
        ] {
            assert!(policy.contains(part), "{policy}");
        }
        assert!(
            !policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'") && !policy.contains('*')
        );
        // It is enforced: neither code from text nor a script in an attribute runs.
        page.eval("setTimeout('window.__ran = 1', 0)").await?;
        page.eval("(() => { const b = document.createElement('button'); b.setAttribute('onclick', 'window.__ran = 1'); document.body.append(b); b.click(); return 0; })()").await?;
        page.run("await new Promise(done => setTimeout(done, 100));").await?;
        assert_eq!(page.eval("window.__ran === undefined").await?, true);
        assert_eq!(page.complaints().await?.len(), 2, "both were refused, and said so");
        Ok(scene)
    });
}

#[test]
fn nothing_is_asked_of_anyone_else_and_nothing_is_kept() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        page.cdp("Network.enable", json!({})).await?;
        for path in PAGES {
            page.visit(path).await?;
            let strangers = page
                .eval("performance.getEntriesByType('resource').map(e => e.name).filter(name => !name.startsWith(location.origin + '/'))")
                .await?;
            assert_eq!(strangers, json!([]), "{path}");
            assert_eq!(page.string("document.cookie").await?, "");
            assert_eq!(page.number("localStorage.length + sessionStorage.length").await?, 0);
        }
        Ok(scene)
    });
}

#[test]
fn each_page_has_a_title_one_heading_and_its_landmarks() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        let mut titles = Vec::new();
        for path in PAGES {
            page.visit(path).await?;
            assert_eq!(page.number("document.querySelectorAll('h1').length").await?, 1, "{path}");
            for landmark in ["header.masthead", "nav", "main", "footer"] {
                page.find(landmark).await?;
            }
            titles.push(page.driver.title().await?);
        }
        assert!(titles.iter().all(|title| title.ends_with(" · Tier Atlas")), "{titles:?}");
        // The table has the map's title: it is the same view of the same edition.
        assert_eq!(
            titles.iter().collect::<std::collections::BTreeSet<_>>().len(),
            PAGES.len() - 1,
            "{titles:?}"
        );
        Ok(scene)
    });
}

/// Markup in the data or in an address is text: it is shown, or left out, and makes no element.
#[test]
fn nothing_from_data_or_an_address_is_markup() {
    const EVIL: &str = "<img src=x onerror='window.__ran=1'><b class=evil>x</b>";
    in_browser(1000, |scene| async {
        let page = &scene.page;
        page.listen().await?;
        page.visit("/").await?;
        let text = |path: &'static str| async move {
            let text = page.run(&format!("return await (await fetch('{path}')).text();")).await?;
            anyhow::Ok(text.as_str().unwrap_or_default().to_owned())
        };
        // Every text of the data, with markup behind it; what is a code, a date or a web address stays what it is.
        let (atlas, country, record) = (
            text("/data/atlas.json").await?,
            text("/data/country/KOR.json").await?,
            text("/data/record.json").await?,
        );
        let spoil = |file: &str| -> anyhow::Result<String> {
            fn within(value: &mut serde_json::Value, key: &str) {
                const KEPT: [&str; 12] = [
                    "iso3",
                    "iso2",
                    "placements",
                    "released",
                    "period",
                    "url",
                    "regions",
                    "determination",
                    "confidence",
                    "source",
                    "id",
                    "version",
                ];
                match value {
                    serde_json::Value::String(text) if !KEPT.contains(&key) && !text.starts_with("http") => {
                        text.push_str(EVIL);
                    }
                    serde_json::Value::Array(items) => items.iter_mut().for_each(|item| within(item, key)),
                    serde_json::Value::Object(fields) => {
                        fields
                            .iter_mut()
                            .filter(|(key, value)| *key != "placements" || value.is_array())
                            .for_each(|(key, value)| within(value, key));
                    }
                    _ => {}
                }
            }
            let mut value: serde_json::Value = serde_json::from_str(file)?;
            within(&mut value, "");
            Ok(value.to_string())
        };
        let html = text("/index.html").await?;
        // The page refuses data that are not its own, so these are let through by a page that knows none.
        let (head, tail) = html.split_once("data-integrity=\"").unwrap();
        let html = format!("{head}{}", tail.split_once('"').unwrap().1)
            .replace("as=\"fetch\" crossorigin", "crossorigin");
        scene.server.break_file("/", e2e::Fault::Instead(html));
        scene.server.break_file("data/atlas.json", e2e::Fault::Instead(spoil(&atlas)?));
        scene.server.break_file("country/KOR.json", e2e::Fault::Instead(spoil(&country)?));
        scene.server.break_file("data/record.json", e2e::Fault::Instead(spoil(&record)?));
        page.visit("/").await?;
        assert!(page.text("main").await?.contains("<b class=evil>"), "the data were not spoilt");
        for path in [
            "/?year=2004",
            "/?view=table",
            "/country/KOR",
            "/compare?c=KOR,PRK&region=near-east",
            "/changes?cell=2,1",
            "/trends?c=KOR",
            "/about",
            "/?year=<b%20class=evil>",
            "/compare?c=<b>,KOR&lang=<b>",
            "/country/<b class=evil>",
            "/%3Cb%20class=evil%3E",
            "/changes?region=\"><b class=evil>",
        ] {
            // Within the app, for the host answers other paths with a page that knows its data.
            let go = serde_json::to_string(path)?;
            page.run(&format!(
                "dispatchEvent(new CustomEvent('annex-go', {{ detail: {go} }})); await new Promise(done => setTimeout(done, 400)); return 0;"
            ))
            .await?;
            page.until("!document.querySelector('.loading')", "all files").await?;
            assert_eq!(
                page.number("document.querySelectorAll('.evil, main img').length").await?,
                0,
                "{path}"
            );
            assert_eq!(page.eval("window.__ran === undefined").await?, true, "{path}");
        }
        page.click("#search").await?;
        page.keys("<b class=evil>").await?;
        page.until("document.querySelector('#search-none:not([hidden]), #search-0')", "an answer").await?;
        assert_eq!(page.number("document.querySelectorAll('.evil').length").await?, 0);
        assert!(page.complaints().await?.is_empty(), "the policy had nothing to refuse");
        Ok(scene)
    });
}
