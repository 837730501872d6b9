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
