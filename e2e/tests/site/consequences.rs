//! What followed for the countries on Tier 3, as a reader finds it.

use thirtyfour::prelude::Key;
use tip::{Cell, Tier};

use crate::{atlas, consequences, in_browser, newest};

/// A reporter's question: “What did the law withhold from Cambodia in 2023?” Nothing: all was waived.
#[test]
fn a_country_says_what_was_withheld_for_which_year() {
    in_browser(1200, |scene| async {
        let page = &scene.page;
        page.visit("/country/KHM?year=2023").await?;
        let told = page.text("#followed").await?;
        for part in [
            "Waived\nAll programmes, exchanges included.",
            "No. 2023-14, 29 September 2023, for fiscal year 2024: 1 October 2023 to 30 September 2024.",
            "On Tier 3 in",
        ] {
            assert!(told.contains(part), "{part}: {told}");
        }
        assert!(
            page.attribute("#followed a.outward", "href")
                .await?
                .starts_with("https://bidenwhitehouse.archives.gov/")
        );
        // The same stands with the edition, and is found by its words.
        assert!(page.text("#edition-2023 .followed-outcome").await?.contains("Waived"));
        page.visit("/country/KHM?q=exchanges").await?;
        page.until("document.querySelector('#edition-2023 mark')", "the words marked").await?;
        // A restriction of which only the opening was read says so; one that nobody read is not in our record.
        page.visit("/country/PRK?year=2020").await?;
        assert!(page.text("#followed").await?.contains("a partial waiver may be missing"));
        page.visit("/country/PRK?year=2025").await?;
        assert!(page.text("#followed").await?.contains("Not in our record"));
        // A country that was never on Tier 3 or the Watch List has no such section.
        page.visit("/country/NOR?year=2024").await?;
        assert_eq!(page.number("document.querySelectorAll('#followed').length").await?, 0);
        Ok(scene)
    });
}

#[test]
fn an_edition_lists_every_country_on_tier_3_once() {
    in_browser(1200, |scene| async {
        let page = &scene.page;
        let atlas = atlas();
        for (year, told) in [
            (2021, "8 restricted, 5 waived in part and 4 waived."),
            (2022, "9 restricted, 7 waived in part and 6 waived."),
            (2023, "9 restricted, 9 waived in part and 6 waived."),
            (2024, "7 restricted, 9 waived in part and 5 waived."),
        ] {
            page.visit(&format!("/consequences?year={year}")).await?;
            assert_eq!(page.text(".deck").await?, told);
            let edition = atlas.edition_of(year).unwrap();
            let mut expected: Vec<String> = atlas
                .countries()
                .iter()
                .filter(|country| atlas.cell(country.id, edition) == Cell::Placed(Tier::Three))
                .map(|country| country.code.to_string())
                .collect();
            let shown = "[...document.querySelectorAll('#determined tbody tr')].map(row => row.dataset.iso3)";
            let mut shown: Vec<String> = serde_json::from_value(page.eval(shown).await?)?;
            shown.sort();
            expected.sort();
            assert_eq!(shown, expected, "{year}");
        }
        // What is not in our record is said to be so, never that nothing followed.
        page.visit("/consequences?year=2015").await?;
        assert_eq!(page.text(".deck").await?, "7 restricted and 16 not in our record.");
        assert!(page.text("#determined tr[data-iso3=RUS]").await?.contains("Not in our record"));
        page.visit("/consequences?year=2001").await?;
        assert!(page.text("header.headline").await?.contains("begins with the 2003 edition"));
        Ok(scene)
    });
}

/// A reporter's question: “Who was waived most often?”
#[test]
fn the_record_is_sorted_by_how_often_a_country_was_waived() {
    in_browser(1200, |scene| async {
        let page = &scene.page;
        page.visit("/consequences?sort=waived").await?;
        let (atlas, known) = (atlas(), consequences());
        let waived = |code: tip::Code| {
            known
                .determinations
                .iter()
                .filter(|row| row.code == code && row.outcome == tip::Outcome::FullWaiver)
                .count()
        };
        let most = atlas.countries().iter().map(|country| waived(country.code)).max().unwrap();
        let first = page.attribute("#countries tbody tr", "data-iso3").await?;
        assert_eq!(waived(tip::Code::parse(&first).unwrap()), most, "{first}");
        let counts = "[...document.querySelectorAll('#countries tbody tr td:nth-of-type(5)')].map(cell => Number(cell.innerText) || 0)";
        let counts: Vec<u32> = serde_json::from_value(page.eval(counts).await?)?;
        assert!(counts.is_sorted_by(|a, b| a >= b), "{counts:?}");
        // The strip says in words what it shows.
        page.visit("/consequences?sort=name").await?;
        let strip = page.attribute("#countries tr[data-iso3=KHM] svg", "aria-label").await?;
        assert!(strip.contains("2023: Waived; 2024: Waived in part"), "{strip}");
        // The order is chosen by keyboard, and is part of the address.
        page.eval("(() => { const s = document.querySelector('#pick-order'); s.value = [...s.options].find(o => o.text === 'waivers in full').value; s.dispatchEvent(new Event('change', { bubbles: true })); return 0; })()").await?;
        page.until_address("/consequences?sort=waived").await?;
        page.driver.back().await?;
        page.until_address("/consequences?sort=name").await?;
        Ok(scene)
    });
}

#[test]
fn the_bars_lead_from_edition_to_edition_by_keys() {
    in_browser(1200, |scene| async {
        let page = &scene.page;
        page.visit("/consequences?year=2023").await?;
        page.run("document.querySelector('#outcomes-2023').focus(); return 0;").await?;
        page.keys(Key::Right).await?;
        let told = "document.querySelector('.outcome-bars .pointed-at').innerText";
        page.until(&format!("{told}.startsWith('2024: 7 restricted')"), "what the bar says").await?;
        page.keys(Key::Enter).await?;
        page.until_address(if newest() == 2024 { "/consequences" } else { "/consequences?year=2024" })
            .await?;
        page.until("document.querySelector('h1').innerText.startsWith('2024:')", "the edition").await?;
        Ok(scene)
    });
}

#[test]
fn lists_say_whether_they_are_whole() {
    in_browser(1200, |scene| async {
        let page = &scene.page;
        page.visit("/consequences?year=2020").await?;
        let told = page.text("#state-sponsored").await?;
        assert!(told.contains("12 governments. The list was read whole."), "{told}");
        assert_eq!(page.number("document.querySelectorAll('#state-sponsored li').length").await?, 12);
        page.visit("/consequences?year=2022").await?;
        assert!(page.text("#state-sponsored").await?.contains("governments may be missing"));
        page.visit("/consequences?year=2019").await?;
        assert!(page.text("#state-sponsored").await?.contains("since 2020"));
        page.visit("/country/BLR?year=2020").await?;
        assert!(page.text("#followed").await?.contains("policy or pattern of trafficking"));
        Ok(scene)
    });
}
