//! The table of an edition: the same facts as the map.

use std::collections::BTreeMap;

use tip::permalink;

use crate::{atlas, in_browser, sources_of};

#[test]
fn the_table_has_every_country_with_its_tier() {
    in_browser(1200, |scene| async {
        let page = &scene.page;
        let atlas = atlas();
        for year in [2005, 2025] {
            page.visit(&format!("/?year={year}&view=table")).await?;
            let rows = page
                .eval("Object.fromEntries([...document.querySelectorAll('tbody tr')].map(r => [r.dataset.iso3, [r.dataset.tier, ...[...r.cells].slice(0, 3).map(c => c.textContent)]]))")
                .await?;
            let rows: BTreeMap<String, [String; 4]> = serde_json::from_value(rows)?;
            assert_eq!(rows.len(), atlas.countries().len());
            let edition = permalink::edition(&atlas, Some(year));
            for country in atlas.countries() {
                let cell = atlas.cell(country.id, edition);
                let row = &rows[country.code.as_str()];
                assert_eq!(row[..3], [cell.code(), &country.name, country.region.name()]);
                assert!(row[3].starts_with(cell.name()), "{row:?}");
            }
        }
        assert_eq!(page.text("caption").await?, "The 2025 edition: 188 countries and territories placed");
        assert_eq!(page.number("document.querySelectorAll('thead th[scope=col]').length").await?, 5);
        assert_eq!(
            page.number("document.querySelectorAll('tbody th[scope=row]').length").await?,
            atlas.countries().len() as i64
        );
        Ok(scene)
    });
}

#[test]
fn the_table_is_sorted_by_its_headings() {
    in_browser(1200, |scene| async {
        let page = &scene.page;
        page.visit("/?year=2025&view=table").await?;
        let first = "document.querySelector('tbody tr').dataset.iso3";
        assert_eq!(page.string(first).await?, "AFG");
        page.press("Tier").await?;
        page.until("document.querySelector('tbody tr').dataset.tier === '1'", "Tier 1 first").await?;
        let tiers = page.eval("[...document.querySelectorAll('tbody tr')].map(r => ['1', '2', '2W', '3', 'SC', 'none'].indexOf(r.dataset.tier))").await?;
        let tiers: Vec<i64> = serde_json::from_value(tiers)?;
        assert!(tiers.is_sorted());
        assert_eq!(page.attribute("th:nth-child(3)", "aria-sort").await?, "ascending");
        page.press("Tier").await?;
        page.until("document.querySelector('tbody tr').dataset.tier === 'none'", "the other way round")
            .await?;
        assert_eq!(page.attribute("th:nth-child(3)", "aria-sort").await?, "descending");
        page.press("Editions on it").await?;
        page.until("document.querySelector('tbody tr').cells[3].textContent === '25'", "the longest first")
            .await?;
        // The heading that was pressed keeps the focus.
        page.until("document.activeElement.innerText.startsWith('Editions on it')", "the focus").await?;
        Ok(scene)
    });
}

#[test]
fn region_and_tiers_filter_the_table() {
    in_browser(1200, |scene| async {
        let page = &scene.page;
        page.visit("/?year=2024&region=near-east&tiers=3&view=table").await?;
        let codes = page.eval("[...document.querySelectorAll('tbody tr')].map(r => r.dataset.iso3)").await?;
        let codes: Vec<String> = serde_json::from_value(codes)?;
        let atlas = atlas();
        let edition = atlas.edition_of(2024).unwrap();
        let expected: Vec<String> = atlas
            .countries()
            .iter()
            .filter(|c| c.region == tip::Region::NearEast && atlas.cell(c.id, edition).code() == "3")
            .map(|c| c.code.to_string())
            .collect();
        assert_eq!(codes, expected);
        assert!(!codes.is_empty());
        page.click("#as-map").await?;
        page.until_address("/?year=2024&region=near-east&tiers=3").await?;
        Ok(scene)
    });
}

#[test]
fn placements_tell_their_sources() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        page.visit("/?view=table&year=2024").await?;
        let sources = serde_json::to_string(&sources_of("KOR", 2024))?;
        page.until(
            &format!("document.querySelector('tr[data-iso3=KOR] .chip').title === {sources}"),
            "the source",
        )
        .await?;
        Ok(scene)
    });
}
