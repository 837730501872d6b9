//! The policy that the page is under, and what it asks the world for.

use serde_json::json;

use crate::in_browser;

const PAGES: [&str; 11] = [
    "/search?q=fishing",
    "/",
    "/?view=table",
    "/country/KOR",
    "/compare?c=KOR,PRK",
    "/changes",
    "/trends",
    "/consequences",
    "/watch-list",
    "/about",
    "/nowhere",
];

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
            "script-src 'self' 'wasm-unsafe-eval';",
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
        for attempt in
            ["setTimeout('window.__ran = 1', 0)", "document.body.setAttribute('onclick', 'window.__ran = 1')"]
        {
            let refused =
                format!("(() => {{ try {{ {attempt}; return false; }} catch {{ return true; }} }})()");
            assert_eq!(page.eval(&refused).await?, true, "{attempt}");
        }
        page.run("document.body.click(); await new Promise(done => setTimeout(done, 100));").await?;
        assert_eq!(page.eval("window.__ran === undefined").await?, true);
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
            let text = page
                .run(&format!("return await (await fetch('/{}')).text();", page.name_of(path).await?))
                .await?;
            anyhow::Ok(text.as_str().unwrap_or_default().to_owned())
        };
        // Every text of the data, with markup behind it; what is a code, a date or a web address stays what it is.
        let (atlas, country, record) = (
            text("data/atlas.json").await?,
            text("data/country/KOR.json").await?,
            text("data/record.json").await?,
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
        scene.server.trust_any_file();
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
            "/search?q=fishing",
            "/search?q=<b class=evil>",
            "/country/KOR?q=upgraded",
            "/country/<b class=evil>",
            "/%3Cb%20class=evil%3E",
            "/changes?region=\"><b class=evil>",
        ] {
            // Within the app, as a reader goes.
            page.follow(path).await?;
            page.run("await new Promise(done => setTimeout(done, 400)); return 0;").await?;
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

/// Where the browser has Trusted Types (Chromium has), no text becomes HTML or code, whoever tries.
#[test]
fn no_text_becomes_html_or_a_script() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        page.visit("/about").await?;
        for attempt in [
            "document.body.innerHTML = '<b>x</b>'",
            "document.querySelector('main').insertAdjacentHTML('beforeend', '<b>x</b>')",
            "document.createElement('script').src = '/other.js'",
            "document.createElement('script').src = location.origin + '/tier-atlas.js'",
            "document.createElement('script').text = 'window.__ran = 1'",
            "new DOMParser().parseFromString('<b>x</b>', 'text/html')",
            "trustedTypes.createPolicy('other', {})",
        ] {
            let refused = format!(
                "(() => {{ try {{ {attempt}; return false; }} catch (e) {{ return e instanceof TypeError; }} }})()"
            );
            assert_eq!(page.eval(&refused).await?, true, "{attempt}");
        }
        Ok(scene)
    });
}

/// What the site's `_headers` says, by a host that reads it.
#[test]
fn headers_hold_on_every_page_and_file() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        page.visit("/about").await?;
        let in_page = page.attribute("meta[http-equiv='Content-Security-Policy']", "content").await?;
        let atlas = format!("/{}", page.name_of("data/atlas.json").await?);
        for path in
            PAGES.iter().copied().chain(["/embed?year=2014", atlas.as_str(), "/index.html", "/country/"])
        {
            let headers = page
                .run(&format!("return Object.fromEntries((await fetch('{path}')).headers.entries());"))
                .await?;
            let header =
                |name: &str| headers.get(name).and_then(serde_json::Value::as_str).unwrap_or_default();
            assert_eq!(header("x-content-type-options"), "nosniff", "{path}");
            assert_eq!(header("referrer-policy"), "same-origin", "{path}");
            assert!(header("permissions-policy").contains("geolocation=()"), "{path}");
            let policy = match path {
                "/embed?year=2014" => format!("{in_page}; frame-ancestors *"),
                path if path == atlas || path == "/nowhere" => String::new(),
                _ => format!("{in_page}; frame-ancestors 'none'"),
            };
            assert_eq!(header("content-security-policy"), policy, "{path}");
        }
        Ok(scene)
    });
}

#[test]
fn other_sites_frame_the_embedded_view_and_no_other() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        let stranger = e2e::Server::start().await?;
        for (path, framed) in [("/embed?year=2014", true), ("/?year=2014", false), ("/country/KOR", false)] {
            let html = format!(
                "<!doctype html><title>x</title><iframe src=\"{}{path}\"></iframe>",
                scene.server.origin
            );
            stranger.break_file("/frame.html", e2e::Fault::Instead(html));
            page.driver.goto(format!("{}/frame.html", stranger.origin)).await?;
            page.driver.enter_frame(0).await?;
            if framed {
                page.until("document.documentElement.dataset.app === 'ready'", "the framed map").await?;
            } else {
                assert_eq!(page.eval("document.querySelector('#app') === null").await?, true, "{path}");
            }
            page.driver.enter_default_frame().await?;
        }
        Ok(scene)
    });
}
