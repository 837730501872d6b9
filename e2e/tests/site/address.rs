//! Addresses: hostile ones, deep ones, under a base path; Back and Forward.

use crate::{in_browser, in_browser_at, newest};

#[test]
fn any_address_gives_a_page() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        page.listen().await?;
        let newest = newest();
        let latest = format!("{newest}:");
        let cases = [
            ("/?year=%", latest.as_str()),
            ("/?year=%E0%A4%A", latest.as_str()),
            ("/?year=2031", latest.as_str()),
            ("/?year=-1&tiers=%00&region=%ff", latest.as_str()),
            ("/?year=2014&utm_source=x", "2014:"),
            ("/?view=%3Cscript%3Ealert(1)%3C/script%3E", latest.as_str()),
            ("/index.html?year=2003", "2003:"),
            ("/country/kor", "South Korea"),
            ("/country/KOR/", "South Korea"),
            ("/country/%3Cimg%20src=x%20onerror=alert(1)%3E", "There is no such page"),
            ("/nowhere/%%%", "There is no such page"),
            ("/about?x=1#coverage", "What the tiers mean"),
        ];
        for (path, heading) in cases {
            page.visit(path).await?;
            let said = page.text("h1").await?;
            assert!(said.starts_with(heading), "{path}: {said}");
            let complaints = page.complaints().await?;
            assert!(complaints.is_empty(), "{path}: {complaints:?}");
        }
        page.visit("/?year=2031").await?;
        assert_eq!(page.text(".notice").await?, format!("There is no 2031 edition; showing {newest}."));
        assert_eq!(page.number("document.querySelectorAll('main img').length").await?, 0);
        Ok(scene)
    });
}

#[test]
fn back_and_forward_go_through_the_views() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        page.visit("/?year=2024").await?;
        page.click("#legend-3").await?;
        page.until_address("/?year=2024&tiers=3").await?;
        page.click("#as-table").await?;
        page.until_address("/?year=2024&tiers=3&view=table").await?;
        // The table's part may be on its way.
        page.until("document.querySelector('tr[data-iso3=PRK] a')", "the table").await?;
        page.click("tr[data-iso3=PRK] a").await?;
        page.until_address("/country/PRK?year=2024").await?;
        page.driver.back().await?;
        page.until_address("/?year=2024&tiers=3&view=table").await?;
        page.until("document.querySelector('tbody tr')", "the table").await?;
        page.driver.back().await?;
        page.until_address("/?year=2024&tiers=3").await?;
        page.until("document.querySelector('.world')", "the map").await?;
        page.driver.back().await?;
        page.until_address("/?year=2024").await?;
        assert_eq!(page.attribute("#legend-3", "aria-pressed").await?, "false");
        for address in ["/?year=2024&tiers=3", "/?year=2024&tiers=3&view=table", "/country/PRK?year=2024"] {
            page.driver.forward().await?;
            page.until_address(address).await?;
        }
        assert_eq!(page.text("h1").await?, "North Korea");
        Ok(scene)
    });
}

#[test]
fn links_are_links() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        page.visit("/?year=2010").await?;
        assert!(page.attribute(".moves [data-iso3] a", "href").await?.contains("?year=2010"));
        // With Ctrl, the browser opens a new tab and this one stays.
        let tabs = page.driver.windows().await?.len();
        page.eval("(document.querySelector('.moves [data-iso3] a').dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true })), 0)").await?;
        assert_eq!(page.address().await?, "/?year=2010");
        assert!(page.driver.windows().await?.len() >= tabs);
        Ok(scene)
    });
}

#[test]
fn under_a_base_path_every_link_stays_there() {
    in_browser_at(1000, "TIER_ATLAS_DIST_BASE", "/atlas/", |scene| async {
        let page = &scene.page;
        page.visit("/atlas/country/KOR?year=2022").await?;
        assert!(page.text(".statement").await?.contains("downgraded to Tier 2 in the 2022 edition"));
        page.until("document.querySelector('.finding, .entry')", "the entries").await?;
        page.click(".beside .after").await?;
        page.until_address("/atlas/country/SSD").await?;
        page.click("#to-map").await?;
        page.until_address("/atlas/").await?;
        page.until("document.querySelector('.world [data-iso3=KOR]')", "the map").await?;
        // The site may have another newest edition than the record under test: the control tells its own.
        let newest = page.number("Number(document.querySelector('input[name=year]').value)").await?;
        page.press("Previous edition").await?;
        page.until_address(&format!("/atlas/?year={}", newest - 1)).await?;
        page.click("#to-about").await?;
        page.until_address("/atlas/about").await?;
        let status =
            page.run("return (await fetch(document.querySelector('#download a').href)).status;").await?;
        assert_eq!(status, 200);
        Ok(scene)
    });
}
