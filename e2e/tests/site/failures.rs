//! What happens when a file is missing or damaged: something readable, and a way on.

use e2e::Fault;

use crate::in_browser;

#[test]
fn without_the_dataset_the_page_says_so_and_a_retry_mends_it() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        for fault in [
            Fault::Missing,
            Fault::Half,
            Fault::Instead("<!doctype html><title>x</title>".into()),
            Fault::Instead("{\"schema\":99}".into()),
        ] {
            scene.server.break_file("data/atlas.json", fault);
            page.goto("/?year=2014").await?;
            page.until("document.documentElement.dataset.app === 'failed'", "the failure").await?;
            let said = page.text("[role=alert]").await?;
            assert!(
                said.contains("The atlas could not be loaded.") && said.contains("data/atlas.json"),
                "{said}"
            );
            scene.server.mend();
            page.press("Try again").await?;
            page.until("document.documentElement.dataset.app === 'ready'", "the app").await?;
            assert!(page.text("h1").await?.starts_with("2014:"));
        }
        Ok(scene)
    });
}

#[test]
fn without_the_map_the_table_has_the_facts() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        scene.server.break_file("map/world.json", Fault::Missing);
        page.visit("/?tiers=SC").await?;
        let said = page.text("[role=alert]").await?;
        assert!(said.contains("The map could not be loaded.") && said.contains("404"), "{said}");
        assert_eq!(page.number("document.querySelectorAll('tbody tr').length").await?, 4);
        scene.server.mend();
        page.press("Try again").await?;
        page.until("document.querySelector('.world [data-iso3]')", "the map").await?;
        Ok(scene)
    });
}

#[test]
fn without_its_findings_a_country_page_still_works() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        scene.server.break_file("country/KOR.json", Fault::Half);
        page.visit("/country/KOR").await?;
        page.until("document.querySelector('[role=alert]:not([hidden])')", "the message").await?;
        assert!(
            page.text(".editions [role=alert]")
                .await?
                .contains("What the editions found could not be loaded.")
        );
        assert_eq!(page.number("document.querySelectorAll('.entry').length").await?, 25);
        assert!(page.text(".statement").await?.starts_with("South Korea: Tier 1"));
        scene.server.mend();
        page.press("Try again").await?;
        page.until("document.querySelector('#edition-2024 q')", "the excerpt").await?;
        Ok(scene)
    });
}

#[test]
fn without_the_annex_the_page_says_so_and_a_retry_mends_it() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        for (part, fault) in [
            (".js", Fault::Missing),
            ("_bg.wasm", Fault::Missing),
            ("_bg.wasm", Fault::Half),
            ("_bg.wasm", Fault::Instead("<!doctype html>".into())),
        ] {
            scene.server.mend();
            page.cdp("Network.setCacheDisabled", serde_json::json!({ "cacheDisabled": true })).await.ok();
            page.visit("/?year=2014").await?;
            // The app is here; what breaks now is the annex.
            scene.server.break_file(part, fault);
            page.click("#to-trends").await?;
            page.until("document.querySelector('main [role=alert] [data-again]')", "the message").await?;
            assert!(page.text("main [role=alert]").await?.contains("The page could not be loaded."));
            assert_eq!(page.address().await?, "/trends");
            scene.server.mend();
            page.press("Try again").await?;
            page.until("document.querySelector('.grid td')", "the page").await?;
            page.until("!document.querySelector('main [role=alert]')", "the message to go").await?;
            // And the way back is open.
            page.driver.back().await?;
            page.until("document.querySelector('.world')", "the map").await?;
        }
        Ok(scene)
    });
}

#[test]
fn a_deep_link_without_the_annex_has_one_message() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        page.visit("/").await?;
        let annex = page.attribute("html", "data-annex").await?;
        scene.server.break_file(&annex, Fault::Missing);
        page.goto("/country/KOR?year=2014").await?;
        page.until("document.documentElement.dataset.app === 'failed'", "the failure").await?;
        page.until("document.querySelector('main [data-again]')", "the way on").await?;
        assert_eq!(
            page.number("[...document.querySelectorAll('[role=alert]')].filter(e => e.offsetParent).length")
                .await?,
            1
        );
        scene.server.mend();
        page.press("Try again").await?;
        page.until("document.querySelector('h1')?.innerText === 'South Korea'", "the page").await?;
        assert_eq!(page.address().await?, "/country/KOR?year=2014");
        Ok(scene)
    });
}

#[test]
fn without_the_wasm_or_its_script_there_is_a_message() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        // Files bear their hash, so they are broken by their kind.
        for (ending, fault) in [
            ("_bg.wasm", Fault::Missing),
            ("_bg.wasm", Fault::Half),
            ("_bg.wasm", Fault::Instead("<!doctype html>".into())),
        ] {
            scene.server.break_file(ending, fault);
            page.goto("/").await?;
            page.until("document.documentElement.dataset.app === 'failed'", "the failure").await?;
            let said = page.text("#boot-message").await?;
            assert!(said.starts_with("The atlas could not start"), "{said}");
            scene.server.mend();
        }
        page.visit("/").await?;
        Ok(scene)
    });
}
