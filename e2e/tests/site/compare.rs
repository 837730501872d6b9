//! Countries side by side.

use thirtyfour::prelude::Key;

use crate::{atlas, in_browser};

#[test]
fn countries_are_set_side_by_side() {
    in_browser(1200, |scene| async {
        let page = &scene.page;
        page.visit("/compare?c=KOR,PRK,JPN").await?;
        assert_eq!(page.text("h1").await?, "South Korea, North Korea and Japan");
        // Where an edition is not recorded whole, no more is claimed than our record says.
        let atlas = atlas();
        let never = match atlas.editions().iter().all(|edition| edition.whole) {
            true => "No edition places them on the same tier.",
            false => "No edition in our record places them on the same tier.",
        };
        assert!(page.text(".deck").await?.starts_with(never));
        // A strip for each, with a cell for each edition, in the reader's order.
        let strips = "[...document.querySelectorAll('.strips li')].map(e => e.dataset.iso3 + e.querySelectorAll('g[data-tier]').length).join()";
        let editions = atlas.editions().len();
        assert_eq!(page.string(strips).await?, format!("KOR{editions},PRK{editions},JPN{editions}"));
        // A line for each, named at its end.
        let ends = page
            .eval("[...document.querySelectorAll('#lines text.ink-series')].map(e => e.textContent)")
            .await?;
        let ends: Vec<String> = serde_json::from_value(ends)?;
        for name in ["South Korea", "North Korea", "Japan"] {
            assert!(ends.contains(&name.to_owned()), "{ends:?}");
        }
        assert_eq!(page.number("document.querySelectorAll('#lines .point').length").await?, editions as i64);
        // Every cell of the table is what the record holds.
        let cells = page
            .eval("[...document.querySelectorAll('#page tbody tr')].flatMap(tr => [...tr.querySelectorAll('td')].map(td => [tr.querySelector('th').innerText, td.dataset.iso3, td.dataset.tier]))")
            .await?;
        let cells: Vec<(String, String, String)> = serde_json::from_value(cells)?;
        assert!(cells.len() > 60);
        for (year, code, tier) in cells {
            let country = atlas.find(tip::Code::parse(&code).unwrap()).unwrap();
            let edition = atlas.edition_of(year.parse()?).unwrap();
            assert_eq!(atlas.cell(country.id, edition).code(), tier, "{code} {year}");
        }
        Ok(scene)
    });
}

#[test]
fn a_country_is_added_by_typing_taken_away_and_moved_up() {
    in_browser(320, |scene| async {
        let page = &scene.page;
        page.visit("/compare?c=KOR,JPN&year=2024").await?;
        page.click("#pick").await?;
        page.keys("burma").await?;
        page.until("document.querySelector('#pick-0')", "a hit").await?;
        assert!(page.text("#pick-0").await?.contains("Myanmar"));
        page.keys(Key::Down + Key::Enter).await?;
        page.until_address("/compare?c=KOR,JPN,MMR&year=2024").await?;
        page.until("document.querySelectorAll('.strips li').length === 3", "three strips").await?;
        assert_eq!(page.string("document.querySelector('#pick').value").await?, "");
        page.press("Move Myanmar up").await?;
        page.until_address("/compare?c=KOR,MMR,JPN&year=2024").await?;
        page.press("Take South Korea away").await?;
        page.until_address("/compare?c=MMR,JPN&year=2024").await?;
        // The button is gone; a reader at the keys goes on from where it was.
        page.until("document.activeElement.matches('.compared')", "the focus to stay there").await?;
        page.press("By tier").await?;
        page.until_address("/compare?c=MMR,JPN&sort=tier&year=2024").await?;
        page.until("document.querySelector('.strips li').dataset.iso3 === 'JPN'", "Japan first").await?;
        page.driver.back().await?;
        page.until("document.querySelector('.strips li').dataset.iso3 === 'MMR'", "Myanmar first again")
            .await?;
        assert!(page.number("document.documentElement.scrollWidth").await? <= 320);
        Ok(scene)
    });
}

#[test]
fn more_than_eight_are_refused_in_words_and_unknown_ones_left_out() {
    in_browser(1200, |scene| async {
        let page = &scene.page;
        page.visit("/compare?c=KOR,PRK,JPN,CHN,THA,VNM,PHL,MMR,LAO,ZZZ").await?;
        assert_eq!(page.number("document.querySelectorAll('.strips li').length").await?, 8);
        let notices = page.texts(".notice").await?.join(" ");
        assert!(
            notices
                .contains("At most eight countries can be told apart as lines, so these are left out: Laos."),
            "{notices}"
        );
        assert!(
            notices.contains("No country or territory of the report has the code ZZZ; left out."),
            "{notices}"
        );
        assert_eq!(page.eval("document.querySelector('#pick')").await?, serde_json::Value::Null);
        // There is room again once one is taken away.
        page.press("Take China away").await?;
        page.until("document.querySelector('[data-iso3=LAO]')", "Laos in its place").await?;
        page.press("Take Laos away").await?;
        page.until("document.querySelector('#pick')", "the field").await?;
        Ok(scene)
    });
}

#[test]
fn regions_similar_histories_and_country_pages_lead_to_a_comparison() {
    in_browser(1200, |scene| async {
        let page = &scene.page;
        page.visit("/country/KOR").await?;
        page.press("Compare South Korea with others").await?;
        page.until_address("/compare?c=KOR").await?;
        let atlas = atlas();
        let korea = atlas.find(tip::Code::parse("KOR").unwrap()).unwrap().id;
        let nearest = tip::similar::most_similar(&atlas, korea, 1)[0].0;
        let nearest = atlas.country(nearest).code;
        page.until(&format!("document.querySelector('#add-{nearest}')"), "similar histories").await?;
        page.click(&format!("#add-{nearest}")).await?;
        page.until_address(&format!("/compare?c=KOR,{nearest}")).await?;
        page.press("All of East Asia and Pacific").await?;
        page.until_address(&format!("/compare?c=KOR,{nearest}&region=east-asia-and-pacific")).await?;
        page.until("document.querySelectorAll('.region-strips li').length > 25", "the region").await?;
        Ok(scene)
    });
}

#[test]
fn the_editions_of_the_chart_are_walked_and_marked() {
    in_browser(1200, |scene| async {
        let page = &scene.page;
        page.visit("/compare?c=KOR,JPN").await?;
        assert_eq!(page.number("document.querySelectorAll('#lines [tabindex=\"0\"]').length").await?, 1);
        page.eval("(document.querySelector('#lines-2025').focus(), 0)").await?;
        page.keys(Key::Left + "").await?;
        page.until("document.activeElement.id === 'lines-2024'", "the edition before").await?;
        assert_eq!(page.text(".framed .pointed-at").await?, "2024. South Korea: Tier 1; Japan: Tier 2");
        page.keys(Key::Home + "").await?;
        page.until("document.activeElement.id === 'lines-2001'", "the first edition").await?;
        page.keys(Key::Enter + "").await?;
        page.until_address("/compare?c=KOR,JPN&year=2001").await?;
        page.until("document.querySelector('#lines-2001.now')", "the mark").await?;
        assert_eq!(page.string("document.activeElement.id").await?, "lines-2001");
        Ok(scene)
    });
}
