//! The map page: what is painted, pointed at, filtered, zoomed.

use std::collections::BTreeMap;

use anyhow::Result;
use serde_json::json;
use tip::{Tier, permalink, sentence};

use crate::{Scene, atlas, in_browser, newest, sources_of};

/// Code and tier of every node of the map.
async fn painted(scene: &Scene) -> Result<BTreeMap<String, String>> {
    let value = scene
        .page
        .eval("Object.fromEntries([...document.querySelectorAll('.world [data-iso3]')].map(e => [e.dataset.iso3, e.dataset.tier]))")
        .await?;
    Ok(serde_json::from_value(value)?)
}

/// Code and tier as the atlas has them.
fn placed(year: u16) -> BTreeMap<String, String> {
    let atlas = atlas();
    let edition = permalink::edition(&atlas, Some(year));
    let tier = |country: &tip::Country| atlas.cell(country.id, edition).code().to_owned();
    atlas.countries().iter().map(|country| (country.code.to_string(), tier(country))).collect()
}

#[test]
fn the_newest_edition_comes_first() {
    in_browser(1440, |scene| async {
        let page = &scene.page;
        page.visit("/").await?;
        let atlas = atlas();
        let said = sentence::headline(&atlas, atlas.latest(), None);
        assert_eq!(page.text("h1").await?, said.title);
        assert_eq!(page.driver.title().await?, format!("{} · Tier Atlas", said.title));
        let header = page.text(".headline").await?;
        assert!(header.contains(&said.deck) && header.contains(&said.dates), "{header}");
        assert_eq!(painted(&scene).await?, placed(newest()));
        let legend = page.texts(".legend button.chip").await?.join("\n").replace('\n', " ");
        let counts = atlas.counts(atlas.latest(), None);
        for tier in Tier::ALL {
            let line = format!("{} {}", tier.named(atlas.words()), counts.of(tier));
            assert!(legend.contains(&line), "{line} is not in {legend}");
        }
        // In the words and numbers of an edition that does not change.
        page.visit("/?year=2025").await?;
        assert_eq!(page.text("h1").await?, "2025: 33 countries on Tier 1; 20 moved up, 11 down");
        assert_eq!(
            page.driver.title().await?,
            "2025: 33 countries on Tier 1; 20 moved up, 11 down · Tier Atlas"
        );
        let header = page.text(".headline").await?;
        assert!(
            header
                .contains("106 on Tier 2, 25 on the Tier 2 Watch List, 20 on Tier 3 and four Special Cases")
        );
        assert!(
            header.contains("Released 29 September 2025; reporting period 1 April 2024 to 31 March 2025.")
        );
        assert_eq!(painted(&scene).await?, placed(2025));
        let legend = page.texts(".legend button.chip").await?.join("\n");
        for line in ["Tier 1\n33", "Tier 2\n106", "Tier 2 Watch List\n25", "Tier 3\n20", "Special Case\n4"] {
            let line = line.replace('\n', " ");
            assert!(legend.replace('\n', " ").contains(&line), "{line} is not in {legend}");
        }
        Ok(scene)
    });
}

#[test]
fn every_edition_is_painted_as_it_is_in_the_facts() {
    in_browser(1000, |scene| async {
        for year in [2001, 2003, 2004, 2009, 2014, 2017, 2024] {
            scene.page.visit(&format!("/?year={year}")).await?;
            assert_eq!(painted(&scene).await?, placed(year), "{year}");
        }
        Ok(scene)
    });
}

#[test]
fn a_year_step_touches_no_more_shapes_than_placements_differ() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        page.visit("/").await?;
        page.eval(
            "(() => { window.__touched = new Set(); window.__writes = 0; new MutationObserver(all => { for (const m of all) { \
             const e = m.target.closest('[data-iso3]'); if (e) { __touched.add(e.dataset.iso3); __writes++; } } }) \
             .observe(document.querySelector('.world'), { subtree: true, attributes: true, childList: true }); return 0; })()",
        )
        .await?;
        let atlas = atlas();
        let mut at = atlas.latest();
        while let Some(before) = at.previous().filter(|before| atlas.year(*before) >= 2009) {
            page.eval("(__touched.clear(), __writes = 0)").await?;
            page.press("Previous edition").await?;
            page.until_address(&format!("/?year={}", atlas.year(before))).await?;
            let differ = atlas.changes(before, at).len() as i64;
            assert_eq!(page.number("__touched.size").await?, differ, "{}", atlas.year(before));
            // A marker has a tier and a symbol to change, a shape only a tier.
            assert!(page.number("__writes").await? <= 2 * differ);
            at = before;
        }
        assert_eq!(painted(&scene).await?, placed(2009));
        Ok(scene)
    });
}

#[test]
fn pointing_at_a_country_tells_its_tier_change_and_history() {
    in_browser(1440, |scene| async {
        let page = &scene.page;
        page.visit("/?year=2024").await?;
        let korea = "(() => { const r = document.querySelector('[data-iso3=KOR]').getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2]; })()";
        let at: Vec<f64> = serde_json::from_value(page.eval(korea).await?)?;
        page.cdp("Input.dispatchMouseEvent", json!({ "type": "mouseMoved", "x": at[0], "y": at[1] })).await?;
        page.until("!document.querySelector('#map-tip').hidden", "the tooltip").await?;
        let tip = page.text("[role=tooltip]").await?;
        assert!(
            tip.contains("South Korea") && tip.contains("Tier 1") && tip.contains("up from Tier 2"),
            "{tip}"
        );
        // Where it comes from.
        let sources = serde_json::to_string(&sources_of("KOR", 2024))?;
        page.until(
            &format!("document.querySelector('#map-tip').textContent.includes({sources})"),
            "the source",
        )
        .await?;
        let strip = page.attribute("#map-tip [role=img]", "aria-label").await?;
        assert!(
            strip.starts_with("Tier 3, 2001; Tier 1, 2002 to 2021; Tier 2, 2022 to 2023; Tier 1, 2024"),
            "{strip}"
        );
        assert_eq!(
            page.number("document.querySelectorAll('#map-tip .strip g').length").await?,
            atlas().editions().len() as i64
        );
        page.cdp("Input.dispatchMouseEvent", json!({ "type": "mouseMoved", "x": 5, "y": 5 })).await?;
        page.until("document.querySelector('#map-tip').hidden", "the tooltip to go").await?;
        // A click opens the country, in the edition on show.
        for kind in ["mousePressed", "mouseReleased"] {
            let event = json!({ "type": kind, "x": at[0], "y": at[1], "button": "left", "clickCount": 1 });
            page.cdp("Input.dispatchMouseEvent", event).await?;
        }
        page.until_address("/country/KOR?year=2024").await?;
        Ok(scene)
    });
}

#[test]
fn a_first_tap_tells_and_a_second_opens() {
    in_browser(800, |scene| async {
        let page = &scene.page;
        page.cdp("Emulation.setTouchEmulationEnabled", json!({ "enabled": true })).await?;
        page.visit("/").await?;
        let at: Vec<f64> = serde_json::from_value(
            page.eval("(() => { const e = document.querySelector('[data-iso3=AUS]'); e.scrollIntoView({ block: 'center' }); const r = e.getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2]; })()").await?,
        )?;
        let tap = || async {
            page.cdp(
                "Input.dispatchTouchEvent",
                json!({ "type": "touchStart", "touchPoints": [{ "x": at[0], "y": at[1] }] }),
            )
            .await?;
            page.cdp("Input.dispatchTouchEvent", json!({ "type": "touchEnd", "touchPoints": [] })).await
        };
        tap().await?;
        page.until("!document.querySelector('#map-tip').hidden", "the tooltip").await?;
        assert!(page.text("#map-tip").await?.contains("Open its page"));
        assert_eq!(page.address().await?, "/");
        tap().await?;
        page.until_address("/country/AUS").await?;
        Ok(scene)
    });
}

#[test]
fn the_legend_filters_and_the_filter_is_in_the_address() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        page.visit("/?year=2024").await?;
        page.click("#legend-3").await?;
        page.until_address("/?year=2024&tiers=3").await?;
        assert_eq!(page.attribute("#legend-3", "aria-pressed").await?, "true");
        let opacity = |code: &str| {
            format!("getComputedStyle(document.querySelector('.lands [data-iso3={code}]')).opacity")
        };
        assert_eq!(page.string(&opacity("PRK")).await?, "1");
        assert_eq!(page.string(&opacity("FRA")).await?, "0.16");
        page.click("#legend-1").await?;
        page.until_address("/?year=2024&tiers=1,3").await?;
        assert_eq!(page.string(&opacity("FRA")).await?, "1");
        page.press("Show all tiers").await?;
        page.until_address("/?year=2024").await?;
        assert_eq!(page.string(&opacity("FRA")).await?, "1");
        Ok(scene)
    });
}

#[test]
fn a_region_in_focus_fills_the_frame() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        page.visit("/").await?;
        page.eval("(() => { const s = document.querySelector('select'); s.value = 'near-east'; s.dispatchEvent(new Event('change', { bubbles: true })); return 0; })()").await?;
        page.until_address("/?region=near-east").await?;
        let width = "Number(document.querySelector('.world').getAttribute('viewBox').split(' ')[2])";
        page.until(&format!("{width} < 1400"), "the map to zoom").await?;
        page.until("!document.querySelector('#zoom-whole').hidden", "the way back").await?;
        assert!(page.text("h1").await?.contains("in the Near East"));
        // A link to the region opens zoomed.
        page.visit("/?region=africa&year=2010").await?;
        page.until(&format!("{width} < 3000"), "the map to zoom").await?;
        page.press("Whole map").await?;
        page.until(&format!("{width} === 4000"), "the whole map").await?;
        Ok(scene)
    });
}

#[test]
fn the_wheel_scrolls_the_page_and_zooms_only_with_ctrl() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        page.visit("/").await?;
        let at: Vec<f64> = serde_json::from_value(
            page.eval("(() => { const r = document.querySelector('.world').getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2]; })()").await?,
        )?;
        let wheel = |modifiers: i64, by: i64| json!({ "type": "mouseWheel", "x": at[0], "y": at[1], "deltaX": 0, "deltaY": by, "modifiers": modifiers });
        page.cdp("Input.dispatchMouseEvent", wheel(0, 200)).await?;
        page.until("scrollY > 100", "the page to scroll").await?;
        assert_eq!(
            page.string("document.querySelector('.world').getAttribute('viewBox').split(' ')[2]").await?,
            "4000"
        );
        page.eval("(scrollTo(0, 0), 0)").await?;
        page.until("scrollY === 0", "the top").await?;
        page.cdp("Input.dispatchMouseEvent", wheel(2, -100)).await?;
        page.until(
            "Number(document.querySelector('.world').getAttribute('viewBox').split(' ')[2]) < 4000",
            "the map to zoom",
        )
        .await?;
        assert_eq!(page.number("scrollY").await?, 0);
        Ok(scene)
    });
}

#[test]
fn two_fingers_zoom_and_one_finger_scrolls() {
    in_browser(500, |scene| async {
        let page = &scene.page;
        page.cdp("Emulation.setTouchEmulationEnabled", json!({ "enabled": true, "maxTouchPoints": 2 }))
            .await?;
        page.visit("/").await?;
        assert_eq!(
            page.string("getComputedStyle(document.querySelector('.world')).touchAction").await?,
            "pan-x pan-y"
        );
        let at: Vec<f64> = serde_json::from_value(
            page.eval("(() => { const e = document.querySelector('.world'); e.scrollIntoView({ block: 'center' }); const r = e.getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2]; })()").await?,
        )?;
        let (x, y) = (at[0], at[1]);
        let points =
            |spread: f64| json!([{ "x": x - spread, "y": y, "id": 1 }, { "x": x + spread, "y": y, "id": 2 }]);
        page.cdp("Input.dispatchTouchEvent", json!({ "type": "touchStart", "touchPoints": points(20.0) }))
            .await?;
        for spread in [30.0, 45.0, 60.0, 80.0] {
            page.cdp(
                "Input.dispatchTouchEvent",
                json!({ "type": "touchMove", "touchPoints": points(spread) }),
            )
            .await?;
        }
        page.cdp("Input.dispatchTouchEvent", json!({ "type": "touchEnd", "touchPoints": [] })).await?;
        page.until(
            "Number(document.querySelector('.world').getAttribute('viewBox').split(' ')[2]) < 2500",
            "the map to zoom",
        )
        .await?;
        Ok(scene)
    });
}

#[test]
fn who_moved_is_listed_and_linked() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        page.visit("/?year=2024").await?;
        let moves = page.text(".moves").await?;
        assert!(moves.starts_with("What moved since 2023"), "{moves}");
        assert!(moves.contains("Moved up 22") && moves.contains("Moved down 19"), "{moves}");
        page.click(".moves [data-iso3=KOR] a").await?;
        page.until_address("/country/KOR?year=2024").await?;
        Ok(scene)
    });
}

#[test]
fn every_tier_has_a_texture_and_a_symbol_of_its_own() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        page.visit("/?year=2024").await?;
        let mut symbols = Vec::new();
        for tier in Tier::ALL {
            let code = tier.code();
            let fill = page
                .string(&format!(
                    "getComputedStyle(document.querySelector('.lands path[data-tier=\"{code}\"]')).fill"
                ))
                .await?;
            assert!(fill.contains(&format!("#tier-{code}")), "{fill}");
            let symbol = page.attribute(&format!("#tier-{code} path"), "d").await?;
            assert_eq!(page.attribute(&format!("#legend-{code} path"), "d").await?, symbol);
            symbols.push(symbol);
        }
        symbols.sort();
        symbols.dedup();
        assert_eq!(symbols.len(), 5);
        Ok(scene)
    });
}

#[test]
fn nothing_is_wider_than_a_narrow_screen() {
    in_browser(320, |scene| async {
        for path in
            ["/", "/?view=table", "/?region=near-east", "/country/KOR", "/country/VCT", "/about", "/nowhere"]
        {
            scene.page.visit(path).await?;
            let over = scene.page.number("document.documentElement.scrollWidth - innerWidth").await?;
            assert!(over <= 0, "{path} is {over} pixels too wide");
        }
        Ok(scene)
    });
}
