//! What moved.

use thirtyfour::prelude::Key;
use tip::Movement;

use crate::{atlas, in_browser, newest};

#[test]
fn the_movers_are_those_of_the_record() {
    in_browser(1200, |scene| async {
        let page = &scene.page;
        page.visit("/changes?year=2024").await?;
        let atlas = atlas();
        let changes = atlas.changes_of(atlas.edition_of(2024).unwrap());
        for (list, kind) in [("up", Movement::Upgrade), ("down", Movement::Downgrade)] {
            let shown = page
                .eval(&format!("[...document.querySelectorAll('#{list} tbody tr')].map(tr => [tr.dataset.iso3, tr.dataset.tier])"))
                .await?;
            let mut shown: Vec<(String, String)> = serde_json::from_value(shown)?;
            let mut expected: Vec<(String, String)> = changes
                .iter()
                .filter(|change| change.movement() == kind)
                .map(|change| (atlas.country(change.country).code.to_string(), change.to.code().to_owned()))
                .collect();
            shown.sort();
            expected.sort();
            assert_eq!(shown, expected, "{list}");
        }
        assert!(page.text("#up tr[data-iso3=KOR]").await?.contains("South Korea"));
        page.until("document.querySelectorAll('.movers-map a').length > 20", "the map of the movers").await?;
        assert_eq!(
            page.attribute(".movers-map a[data-iso3=KOR]", "aria-label").await?,
            "South Korea: up, from Tier 2 to Tier 1"
        );
        assert!(page.text("#waived").await?.contains("Kuwait"));
        // Between two editions that have it on the same tier, South Korea has not moved.
        page.visit("/changes?year=2024&from=2021").await?;
        assert_eq!(
            page.number("document.querySelectorAll('#up [data-iso3=KOR], #down [data-iso3=KOR]').length")
                .await?,
            0
        );
        Ok(scene)
    });
}

#[test]
fn any_two_editions_are_picked_and_undone() {
    in_browser(320, |scene| async {
        let page = &scene.page;
        page.visit("/changes").await?;
        let (atlas, newest) = (atlas(), newest());
        let changes = atlas.changes_of(atlas.latest());
        let moved = |kind: Movement| {
            let n = changes.iter().filter(|change| change.movement() == kind).count();
            if n == 0 { "none".to_owned() } else { n.to_string() }
        };
        let (up, down) = (moved(Movement::Upgrade), moved(Movement::Downgrade));
        assert!(page.text("h1").await?.starts_with(&format!("{newest}: {up} moved up, {down} down")));
        page.click("#before").await?;
        page.until_address(&format!("/changes?year={}", newest - 1)).await?;
        page.visit("/changes?year=2025").await?;
        assert!(page.text("h1").await?.starts_with("2025: 20 moved up, 11 down"));
        page.click("#before").await?;
        page.until_address("/changes?year=2024").await?;
        page.eval("(() => { const s = document.querySelector('#pick-from'); s.value = [...s.options].find(o => o.text === '2014').value; s.dispatchEvent(new Event('change', { bubbles: true })); return 0; })()").await?;
        page.until_address("/changes?year=2024&from=2014").await?;
        page.until("document.querySelector('h1').innerText.startsWith('2014 to 2024: ')", "the headline")
            .await?;
        assert_eq!(
            page.string("document.querySelector('#pick-from').selectedOptions[0].text").await?,
            "2014"
        );
        page.driver.back().await?;
        page.until("document.querySelector('h1').innerText.startsWith('2024: ')", "the headline of before")
            .await?;
        assert_eq!(
            page.string("document.querySelector('#pick-from').selectedOptions[0].text").await?,
            "2023"
        );
        assert!(page.number("document.documentElement.scrollWidth").await? <= 320);
        page.visit("/changes?year=2014&from=2024").await?;
        assert!(page.text(".notice").await?.contains("the wrong way round"));
        page.visit("/changes?year=2001").await?;
        assert!(page.text("h1").await?.contains("nothing to compare it with"));
        Ok(scene)
    });
}

#[test]
fn a_count_of_the_table_opens_its_countries() {
    in_browser(1200, |scene| async {
        let page = &scene.page;
        page.visit("/changes?year=2024").await?;
        let count = page.text("#cell-2-1").await?;
        page.eval("(document.querySelector('#cell-2-1').focus(), 0)").await?;
        page.keys(Key::Enter + "").await?;
        page.until_address("/changes?year=2024&cell=2,1").await?;
        page.until("document.querySelector('#opened')", "the list").await?;
        assert_eq!(page.text("#opened h3").await?, "Tier 2 in 2023, Tier 1 in 2024");
        assert_eq!(page.texts("#opened li").await?.len().to_string(), count);
        assert!(page.texts("#opened li").await?.contains(&"South Korea".to_owned()));
        // The focus stays where it was.
        assert_eq!(page.string("document.activeElement.id").await?, "cell-2-1");
        page.keys(Key::Enter + "").await?;
        page.until("!document.querySelector('#opened')", "the list to close").await?;
        Ok(scene)
    });
}

#[test]
fn streaks_and_returns_are_told() {
    in_browser(1200, |scene| async {
        let page = &scene.page;
        page.visit("/changes?year=2024").await?;
        let streaks = page.text("#streaks").await?;
        assert!(streaks.contains("22 editions"), "{streaks}");
        assert!(page.text("#streaks tr[data-tier='3']").await?.contains("North Korea"));
        assert!(
            page.texts("#returns li")
                .await?
                .contains(&"South Korea: on Tier 1 again after two editions, last in 2021".to_owned())
        );
        Ok(scene)
    });
}

#[test]
fn the_fields_change_which_editions_are_compared() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        // The editions stand the wrong way round.
        page.visit("/changes?year=2015&from=2020").await?;
        page.eval("(() => { const s = document.querySelector('#pick-from'); s.value = [...s.options].find(o => o.text === '2012').value; s.dispatchEvent(new Event('change', { bubbles: true })); return 0; })()").await?;
        page.until_address("/changes?year=2020&from=2012").await?;
        Ok(scene)
    });
}

/// A reporter's question: “Why was Malaysia upgraded in 2023?”
#[test]
fn a_move_has_its_reason_beside_it_and_is_copied_as_text() {
    in_browser(1200, |scene| async {
        let page = &scene.page;
        page.visit("/changes?year=2023").await?;
        let row = page.text("#up tr[data-iso3=MYS]").await?;
        let reason = |code: &str, year: u16| -> anyhow::Result<String> {
            let file = testdata::file(&format!("assets/data/reasons/{year}.json"))?;
            let reasons = tip::Reasons::from_json(&file, year)?;
            Ok(reasons.of(tip::Code::parse(code).unwrap()).unwrap_or_default().to_owned())
        };
        assert!(reason("MYS", 2023)?.len() > 40 && row.contains(&reason("MYS", 2023)?), "{row}");
        // The same on the country's timeline, where its point is in focus.
        page.visit("/country/MYS?year=2024").await?;
        page.run("document.querySelector('#point-2023').focus(); return 0;").await?;
        let told = "document.querySelector('.timeline .pointed-at').innerText";
        page.until(&format!("{told}.includes('up from Tier 3')"), "the point").await?;
        let why = "document.querySelector('.timeline .pointed-why').innerText";
        assert_eq!(page.string(why).await?, reason("MYS", 2023)?);
        // Where nothing says why, nothing is said.
        page.visit("/changes?year=2024").await?;
        assert_eq!(reason("BWA", 2024)?, "");
        assert_eq!(page.number("document.querySelectorAll('#up tr[data-iso3=BWA] .why').length").await?, 0);
        // As text: the headline, the kinds, each move with its reason.
        page.run(
            "Object.defineProperty(navigator, 'clipboard', { value: { writeText: text => { window.__copied = text; return Promise.resolve(); } } }); return 0;",
        )
        .await?;
        page.click("#copy-text").await?;
        page.until("window.__copied", "the text").await?;
        let text = page.string("window.__copied").await?;
        assert!(text.starts_with("2024: 22 moved up, 19 down\n\nUpgrades (22)\n"), "{text}");
        assert!(text.contains(&format!("South Korea: Tier 2 to Tier 1. {}", reason("KOR", 2024)?)), "{text}");
        assert!(text.contains("Botswana: Tier 2 Watch List to Tier 2.\n"), "{text}");
        Ok(scene)
    });
}

#[test]
fn on_a_phone_a_reason_is_folded() {
    in_browser(320, |scene| async {
        let page = &scene.page;
        page.visit("/changes?year=2024").await?;
        let row = "#up tr[data-iso3=KOR]";
        assert!(!page.text(row).await?.contains("victim identification index"));
        page.click(&format!("{row} summary")).await?;
        assert!(page.text(row).await?.contains("victim identification index"));
        Ok(scene)
    });
}
