//! The parts of the program: fetched when they are needed or a link to them is pointed at, told where they cannot be had.

use e2e::Fault;

use crate::{atlas, in_browser};

/// The parts that the page has fetched, by the beginnings of their names.
const FETCHED: &str = "performance.getEntriesByType('resource').map(e => e.name.split('/').pop()).filter(name => name.endsWith('_part.wasm')).map(name => name.split('-')[0])";

#[test]
fn a_page_fetches_its_own_part_first_and_no_other() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        // A reader who saves data is sent nothing that was not asked for.
        page.cdp(
            "Page.addScriptToEvaluateOnNewDocument",
            serde_json::json!({ "source": "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })" }),
        )
        .await?;
        for (path, own, others) in [
            ("/", "split_map", ["split_country", "split_pages", "split_tools"]),
            ("/country/KOR", "split_country", ["split_map", "split_pages", "split_tools"]),
            ("/about", "split_pages", ["split_map", "split_country", "split_tools"]),
        ] {
            page.visit(path).await?;
            page.run("await new Promise(done => setTimeout(done, 600)); return 0;").await?;
            let fetched: Vec<String> = serde_json::from_value(page.eval(FETCHED).await?)?;
            assert!(fetched.contains(&own.to_owned()), "{path}: {fetched:?}");
            for other in others {
                assert!(!fetched.contains(&other.to_owned()), "{path}: {fetched:?}");
            }
        }
        // Nor where a link is pointed at; a click fetches it.
        page.visit("/about").await?;
        page.eval("(document.querySelector('#to-map').focus(), 0)").await?;
        page.run("await new Promise(done => setTimeout(done, 300)); return 0;").await?;
        assert_eq!(page.eval(&format!("{FETCHED}.includes('split_map')")).await?, false);
        page.click("#to-map").await?;
        page.until("document.querySelector('.world [data-iso3=KOR]')", "the map").await?;
        Ok(scene)
    });
}

#[test]
fn a_part_is_fetched_ahead_where_a_link_to_it_is_pointed_at() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        page.visit("/country/KOR").await?;
        assert_eq!(page.eval(&format!("{FETCHED}.includes('split_pages')")).await?, false);
        page.eval("(document.querySelector('#to-trends').focus(), 0)").await?;
        page.until(&format!("{FETCHED}.includes('split_pages')"), "the part").await?;
        Ok(scene)
    });
}

/// A page counts as ready once the view of its address is on show, not with the view of the file that the app takes over.
#[test]
fn a_page_is_ready_once_what_its_address_asks_for_is_there() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        scene.server.break_file("_part.wasm", Fault::Slow(std::time::Duration::from_secs(1)));
        page.visit("/?view=table").await?;
        assert_eq!(
            page.number("document.querySelectorAll('tbody tr[data-iso3]').length").await?,
            atlas().countries().len() as i64
        );
        Ok(scene)
    });
}

/// What is fetched when it is asked for: each says where it does not arrive, the rest goes on, and the next try has it.
#[test]
fn what_is_fetched_on_demand_tells_where_it_does_not_arrive() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        page.cdp("Network.setCacheDisabled", serde_json::json!({ "cacheDisabled": true })).await.ok();
        let broken = || scene.server.break_file("_part.wasm", Fault::Missing);
        // The names of countries.
        page.visit("/").await?;
        broken();
        page.click("#search").await?;
        page.keys("korea").await?;
        page.until("!document.querySelector('#search-none').hidden", "a word").await?;
        assert_eq!(page.text("#search-none").await?, "A part of the atlas did not arrive. Please try again.");
        assert_eq!(page.text("#search-none [role=status]").await?, page.text("#search-none").await?);
        scene.server.mend();
        page.keys("n").await?;
        page.keys(thirtyfour::Key::Backspace + "").await?;
        page.until("document.querySelector('#search-0')", "the hits").await?;
        // The table.
        page.visit("/").await?;
        broken();
        page.click("#as-table").await?;
        page.until("document.querySelector('main [role=alert] [data-again]')", "the message").await?;
        scene.server.mend();
        page.press("Try again").await?;
        page.until("document.querySelector('tbody tr[data-iso3=KOR]')", "the table").await?;
        page.driver.back().await?;
        page.until("document.querySelector('.world [data-iso3=KOR]')", "the map").await?;
        // What can be taken along.
        page.visit("/").await?;
        broken();
        page.press("Share and download").await?;
        page.until("!document.querySelector('#take-failed').hidden", "a word").await?;
        scene.server.mend();
        page.press("Share and download").await?;
        page.until("document.querySelector('#take [data-save=csv]')", "the menu").await?;
        // The keys.
        page.visit("/about").await?;
        broken();
        page.press("Keys").await?;
        page.until(
            "[...document.querySelectorAll('.foot [role=alert]')].some(e => e.offsetParent)",
            "a word",
        )
        .await?;
        scene.server.mend();
        page.press("Try again").await?;
        page.until("document.querySelector('#shortcuts')?.open", "the list").await?;
        Ok(scene)
    });
}

#[test]
fn back_and_forward_lead_across_parts() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        page.visit("/?year=2014").await?;
        for (link, address, seen) in [
            ("/country/KOR", "/country/KOR", "document.querySelector('h1').innerText === 'South Korea'"),
            ("/trends", "/trends", "document.querySelector('.grid td')"),
            (
                "/country/JPN?year=2010",
                "/country/JPN?year=2010",
                "document.querySelector('h1').innerText === 'Japan'",
            ),
            ("/about", "/about", "document.querySelector('.about')"),
        ] {
            page.follow(link).await?;
            page.until_address(address).await?;
            page.until(seen, link).await?;
        }
        page.run("history.go(-4); return 0;").await?;
        page.until_address("/?year=2014").await?;
        page.until("document.querySelector('h1')?.innerText.startsWith('2014:')", "the map").await?;
        page.run("history.go(3); return 0;").await?;
        page.until_address("/country/JPN?year=2010").await?;
        page.until("document.querySelector('h1')?.innerText === 'Japan'", "Japan").await?;
        assert!(page.text(".standing").await?.contains("2010"));
        page.driver.back().await?;
        page.until("document.querySelector('.grid td')", "the grid").await?;
        Ok(scene)
    });
}
