//! What happens when a file is missing or damaged: something readable, and a way on.

use e2e::Fault;

use crate::{atlas, in_browser};

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
        // The map's own page brings it along; who comes from another page has it fetched.
        page.visit("/about").await?;
        page.follow("/?year=2024&tiers=SC").await?;
        page.until("document.querySelector('main [data-again]')", "the message").await?;
        let said = page.text("[role=alert]").await?;
        assert!(said.contains("The map could not be loaded.") && said.contains("404"), "{said}");
        // The table is a part of its own.
        page.until("document.querySelectorAll('tbody tr').length === 4", "the table").await?;
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
        let atlas = atlas();
        assert_eq!(
            page.number("document.querySelectorAll('.entry').length").await?,
            atlas.editions().len() as i64
        );
        let country = atlas.find(tip::Code::parse("KOR").unwrap()).unwrap().id;
        assert_eq!(
            page.text(".statement").await?,
            tip::sentence::statement(&atlas, country, atlas.latest()).text()
        );
        scene.server.mend();
        page.press("Try again").await?;
        page.until("document.querySelector('#edition-2024 q')", "the excerpt").await?;
        Ok(scene)
    });
}

#[test]
fn without_its_part_of_the_program_a_page_says_so_and_a_retry_mends_it() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        for fault in [Fault::Missing, Fault::Half, Fault::Instead("<!doctype html>".into())] {
            scene.server.mend();
            page.cdp("Network.setCacheDisabled", serde_json::json!({ "cacheDisabled": true })).await.ok();
            page.visit("/?year=2014").await?;
            // The first part is here; what breaks now are the others.
            scene.server.break_file("_part.wasm", fault);
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
fn a_deep_link_without_its_part_of_the_program_has_one_message() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        scene.server.break_file("_part.wasm", Fault::Missing);
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

/// A host may serve a file that is not the one that was built, by mistake or not.
#[test]
fn one_flipped_byte_is_refused_and_said() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        page.visit("/").await?;
        let script = page.attribute("script[type=module]", "src").await?;
        page.cdp("Network.setCacheDisabled", serde_json::json!({ "cacheDisabled": true })).await.ok();
        for (file, at, says) in [
            (script.as_str(), "/", "The atlas could not start"),
            ("_bg.wasm", "/", "The atlas could not start"),
            ("data/atlas.json", "/", "what arrived is not what belongs to this page"),
            ("map/world.json", "/embed", "what arrived is not what belongs to this page"),
            ("data/record.json", "/about", "what arrived is not what belongs to this page"),
            ("_part.wasm", "/about", "A part of the atlas did not arrive."),
            (".css", "/", "a part of it did not arrive"),
        ] {
            scene.server.mend();
            scene.server.break_file(file, Fault::Flipped);
            page.goto(at).await?;
            let said = "[...document.querySelectorAll('[role=alert]')].map(e => e.innerText).join(' ')";
            page.until(&format!("{said}.includes('{says}')"), &format!("a word on {file}")).await?;
        }
        scene.server.mend();
        page.visit("/").await?;
        Ok(scene)
    });
}

#[test]
fn what_is_fetched_ahead_is_not_fetched_twice() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        page.visit("/").await?;
        page.run("await new Promise(done => setTimeout(done, 500)); return 0;").await?;
        let twice = page
            .eval(
                "Object.entries(performance.getEntriesByType('resource').reduce((n, e) => ({ ...n, [e.name]: (n[e.name] || 0) + 1 }), {})).filter(([, n]) => n > 1)",
            )
            .await?;
        assert_eq!(twice, serde_json::json!([]));
        Ok(scene)
    });
}

/// A policy that somebody else puts on the page may forbid WebAssembly.
#[test]
fn where_webassembly_is_forbidden_the_page_says_so() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        page.visit("/").await?;
        let html = page.run("return await (await fetch('/index.html')).text();").await?;
        let html = html.as_str().unwrap_or_default().replace("'wasm-unsafe-eval'", "");
        scene.server.break_file("/", Fault::Instead(html));
        page.goto("/").await?;
        page.until("document.documentElement.dataset.app === 'failed'", "the failure").await?;
        assert!(page.text("#boot-message").await?.starts_with("The atlas could not start"));
        assert!(page.attribute("#boot-message a + a", "href").await?.ends_with("download/tiers.tsv"));
        Ok(scene)
    });
}

#[test]
fn a_slow_start_is_told_and_comes_to_an_end() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        let twelve = std::time::Duration::from_secs(12);
        scene.server.break_file("_bg.wasm", Fault::Slow(twelve));
        page.goto("/?year=2014&lang=fr").await?;
        page.until("!document.querySelector('#boot-message').hidden", "a word").await?;
        assert!(page.text("#boot-message").await?.starts_with("L’atlas tarde à arriver."));
        page.until("document.documentElement.dataset.app === 'ready'", "the app").await?;
        assert_eq!(page.eval("document.querySelector('#boot-message').offsetParent === null").await?, true);
        assert!(page.text("h1").await?.starts_with("2014"));
        Ok(scene)
    });
}

/// A connection that fails once is asked again without a word.
#[test]
fn a_passing_fault_is_tried_again() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        scene.server.break_file("data/atlas.json", Fault::Busy(2));
        page.visit("/?year=2014").await?;
        assert!(page.text("h1").await?.starts_with("2014:"));
        scene.server.break_file("data/atlas.json", Fault::Busy(12));
        page.goto("/?year=2015").await?;
        page.until("document.documentElement.dataset.app === 'failed'", "the failure").await?;
        assert!(page.text("[role=alert]").await?.contains("the server answered 503"));
        assert_eq!(
            scene.server.left("data/atlas.json"),
            Some(6),
            "three tries, each checked and unchecked, and then no more"
        );
        Ok(scene)
    });
}

#[test]
fn without_javascript_there_are_words_and_the_data() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        page.cdp("Emulation.setScriptExecutionDisabled", serde_json::json!({ "value": true })).await?;
        page.goto("/country/KOR").await?;
        let said = page.find("noscript").await?.text().await?;
        assert!(said.contains("every placement"), "{said}");
        // The file's page is read all the same; of what would answer, what explains the map stays.
        page.goto("/").await?;
        assert!(page.find("h1").await?.is_displayed().await?);
        assert!(page.find(".legend .chip").await?.is_displayed().await?);
        assert!(!page.find(".share").await?.is_displayed().await?);
        Ok(scene)
    });
}

/// A dataset that belongs to the page but is not as this build reads it: a half-finished deployment, say.
#[test]
fn a_dataset_of_another_schema_or_shape_is_told_as_such() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        scene.server.trust_any_file();
        for (file, says) in [
            ("{\"schema\":99}", "newer kind (99)"),
            ("{\"schema\":1,\"version\":\"x\",\"regions\":{},\"editions\":5,\"countries\":[]}", "regions"),
            ("[]", "schema"),
            ("{", "the file is damaged (EOF"),
            ("", "the file is damaged (EOF"),
        ] {
            scene.server.break_file("data/atlas.json", Fault::Instead(file.to_owned()));
            page.goto("/?year=2014").await?;
            page.until("document.documentElement.dataset.app === 'failed'", "the failure").await?;
            let said = page.text("[role=alert]").await?;
            assert!(said.contains("data/atlas.json cannot be used") && said.contains(says), "{file}: {said}");
            assert_eq!(page.text("[role=alert] [data-again]").await?, "Try again", "{file}");
        }
        Ok(scene)
    });
}

/// Nothing in the app is to panic; so that it does, the browser is made one that cannot copy an element.
#[test]
fn a_panic_is_told_and_the_address_kept() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        page.visit("/changes").await?;
        page.run(
            "window.__e=[]; addEventListener('error', e => window.__e.push(String(e.error)), true); return 0",
        )
        .await?;
        page.eval("(Node.prototype.cloneNode = () => { throw new Error('spent'); }) && 0").await?;
        // Of the app's views the table's is made by copies.
        page.follow("/?year=2014&view=table").await?;
        page.until("document.documentElement.dataset.app === 'failed'", "the failure").await?;
        let said = page.text("#boot-message").await?;
        assert!(said.starts_with("Something went wrong in this page."), "{said}");
        assert_eq!(
            page.eval("(r => r.top >= 0 && r.bottom <= innerHeight)(document.querySelector('#boot-message').getBoundingClientRect())").await?,
            true,
            "it is in sight"
        );
        // The way on is the same address, loaded anew.
        assert_eq!(page.address().await?, "/?year=2014&view=table");
        page.click("#boot-message a").await?;
        page.until("document.documentElement.dataset.app === 'ready'", "the app").await?;
        assert!(page.text("h1").await?.starts_with("2014:"));
        Ok(scene)
    });
}

#[test]
fn without_the_names_of_sources_it_is_told_how_far_a_placement_was_checked() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        scene.server.break_file("data/sources.json", Fault::Half);
        page.visit("/country/KOR").await?;
        page.eval("(document.querySelector('#point-2024').focus(), 0)").await?;
        let told = "document.querySelector('.timeline .pointed-at').textContent";
        page.until(
            &format!("{told} === '2024: Tier 1, up from Tier 2. Confirmed by two independent sources, or by an official list.'"),
            "what is known",
        )
        .await?;
        assert_eq!(page.string("document.documentElement.dataset.app").await?, "ready");
        Ok(scene)
    });
}
