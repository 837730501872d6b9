//! What the map and the table show in the tiers' place: years on the Watch List, the report's two lists.

use tip::law;

use crate::{atlas, in_browser, newest};

/// The places that are marked on the map, with their marks.
const MARKED: &str = "Object.fromEntries([...document.querySelectorAll('.world [data-mark]')].map(e => [e.dataset.iso3, Number(e.dataset.mark)]))";

#[test]
fn the_map_shows_how_long_countries_have_been_on_the_watch_list() {
    in_browser(1200, |scene| async {
        let page = &scene.page;
        page.visit("/?year=2024").await?;
        page.eval("(() => { const s = document.querySelector('#show'); s.value = 'watch-list'; s.dispatchEvent(new Event('change', { bubbles: true })); return 0; })()").await?;
        page.until_address("/?year=2024&show=watch-list").await?;
        page.until("document.querySelector('.world [data-mark]')", "the marks").await?;
        let atlas = atlas();
        let edition = atlas.edition_of(2024).unwrap();
        let marked: std::collections::BTreeMap<String, usize> =
            serde_json::from_value(page.eval(MARKED).await?)?;
        for country in atlas.countries() {
            let stay = law::stay(&atlas, country.id, edition).map(|stay| stay.editions.min(4));
            assert_eq!(marked.get(country.code.as_str()).copied(), stay, "{}", country.code);
        }
        // In words as well.
        let told = page.text(".highlight").await?;
        assert!(told.contains("3 editions: ") && told.contains("Kuwait"), "{told}");
        // It follows the year, and ends with the choice.
        page.follow(if newest() == 2023 { "/?show=watch-list" } else { "/?year=2023&show=watch-list" })
            .await?;
        page.until(
            "document.querySelector('.world [data-iso3=KWT]').dataset.mark === '2'",
            "the year before",
        )
        .await?;
        page.driver.back().await?;
        page.driver.back().await?;
        page.until("!document.querySelector('.world [data-mark]')", "the tiers again").await?;
        assert_eq!(page.number("document.querySelectorAll('.highlight').length").await?, 0);
        Ok(scene)
    });
}

#[test]
fn a_list_filters_map_and_table_and_says_how_far_it_is_known() {
    in_browser(1200, |scene| async {
        let page = &scene.page;
        page.visit("/?year=2020&show=policy-or-pattern").await?;
        page.until("document.querySelectorAll('.world [data-mark]').length === 12", "the list").await?;
        assert!(page.text(".highlight").await?.contains("12 governments. The list was read whole."));
        page.click("#as-table").await?;
        page.until("document.querySelectorAll('.edition-table tbody tr').length === 12", "the table").await?;
        assert!(page.text(".edition-table caption").await?.contains("12"));
        assert!(page.text(".edition-table").await?.contains("Belarus"));
        page.visit("/?year=2022&show=policy-or-pattern").await?;
        page.until("document.querySelector('.highlight')", "what is said").await?;
        assert!(page.text(".highlight").await?.contains("governments may be missing"));
        page.visit("/?year=2009&show=child-soldiers").await?;
        page.until("document.querySelector('.highlight')", "what is said").await?;
        assert!(page.text(".highlight").await?.contains("since 2010"));
        assert_eq!(page.number("document.querySelectorAll('.world [data-mark]').length").await?, 0);
        // In another site's frame too.
        page.visit("/embed?year=2024&show=child-soldiers").await?;
        let listed = crate::consequences()
            .listings
            .iter()
            .filter(|row| row.list == tip::List::ChildSoldiers && row.edition == 2024)
            .count();
        page.until(
            &format!("document.querySelectorAll('.world [data-mark]').length === {listed}"),
            "the list",
        )
        .await?;
        Ok(scene)
    });
}
