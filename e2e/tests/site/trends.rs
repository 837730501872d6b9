//! The whole record over time.

use thirtyfour::prelude::Key;
use tip::similar::by_similarity;
use tip::{CountryId, Tier};

use crate::{atlas, in_browser, newest, sources_of};

#[test]
fn every_placement_is_a_cell_of_the_overview() {
    in_browser(1440, |scene| async {
        let page = &scene.page;
        page.visit("/trends").await?;
        let rows = page
            .eval("[...document.querySelectorAll('.grid tr[data-iso3]')].map(tr => [tr.dataset.iso3, [...tr.querySelectorAll('td')].map(td => td.dataset.tier).join()])")
            .await?;
        let rows: Vec<(String, String)> = serde_json::from_value(rows)?;
        let atlas = atlas();
        assert_eq!(rows.len(), atlas.countries().len());
        for (code, tiers) in rows {
            let country = atlas.find(tip::Code::parse(&code).unwrap()).unwrap();
            let expected: Vec<&str> =
                atlas.editions().iter().map(|edition| atlas.cell(country.id, edition.id).code()).collect();
            assert_eq!(tiers, expected.join(","), "{code}");
        }
        Ok(scene)
    });
}

#[test]
fn charts_tell_counts_and_shares_of_the_world_and_of_regions() {
    in_browser(1200, |scene| async {
        let page = &scene.page;
        page.visit("/trends").await?;
        let atlas = atlas();
        let deck = page.text(".deck").await?;
        assert!(deck.starts_with("In 2001, 82 countries and territories are placed, 12 on Tier 1"), "{deck}");
        let on = match atlas.counts(atlas.latest(), None).of(Tier::One) {
            0 => "none".to_owned(),
            n => n.to_string(),
        };
        let (_, now) = deck.split_once(&format!("; in {}, ", newest())).unwrap_or_default();
        assert!(now.contains(&format!(" placed, {on} on Tier 1")), "{deck}");
        assert_eq!(page.number("document.querySelectorAll('.multiples figure').length").await?, 6);
        assert_eq!(
            page.attribute("#areas-2024", "aria-label").await?,
            "2024. Tier 1: 33, Tier 2: 98, Watch List: 32, Tier 3: 21, Special: 4; 188 in all"
        );
        page.press("Shares").await?;
        page.until_address("/trends?show=shares").await?;
        page.until("document.querySelector('#areas').textContent.includes('100 %')", "shares").await?;
        page.click("#region-near-east").await?;
        page.until_address("/trends?region=near-east&show=shares").await?;
        page.until("document.querySelectorAll('.grid tr[data-iso3]').length < 25", "the region's rows")
            .await?;
        Ok(scene)
    });
}

#[test]
fn a_cell_is_walked_to_and_marks_its_country_and_edition_everywhere() {
    in_browser(1200, |scene| async {
        let page = &scene.page;
        page.visit("/trends?sort=name").await?;
        assert_eq!(page.number("document.querySelectorAll('.grid [tabindex=\"0\"]').length").await?, 1);
        page.eval("(document.querySelector('.grid [tabindex=\"0\"]').focus(), 0)").await?;
        // The walk begins in the newest edition.
        page.keys(Key::Down + "").await?;
        for _ in 2023..newest() {
            page.keys(Key::Left + "").await?;
        }
        let told = format!("Albania, 2023: Tier 2, unchanged since 2014. {}.", sources_of("ALB", 2023));
        let told = serde_json::to_string(&told)?;
        page.until(
            &format!("document.activeElement.getAttribute('aria-label') === {told}"),
            "the cell's name with its sources",
        )
        .await?;
        page.until(
            "[...document.querySelectorAll('.pointed-at')].some(e => e.textContent === document.activeElement.getAttribute('aria-label'))",
            "the line that tells it",
        )
        .await?;
        page.keys(Key::Enter + "").await?;
        page.until_address("/trends?sort=name&c=ALB&year=2023").await?;
        page.until("document.querySelector('tr.chosen td.now')", "the mark").await?;
        assert_eq!(page.number("document.querySelectorAll('.chart .point.now').length").await?, 7);
        assert_eq!(
            page.string("document.querySelector('#overview-readout').textContent").await?,
            "Albania, 2023: Tier 2, unchanged since 2014"
        );
        let name = page.string("document.activeElement.getAttribute('aria-label')").await?;
        assert!(name.starts_with("Albania, 2023: Tier 2, unchanged since 2014. Confirmed"), "{name}");
        page.press("Clear the marks").await?;
        page.until_address("/trends?sort=name").await?;
        // A click marks too.
        page.click(".grid tr[data-iso3=DZA] td:nth-child(2)").await?;
        page.until_address("/trends?sort=name&c=DZA&year=2001").await?;
        Ok(scene)
    });
}

#[test]
fn rows_are_put_in_order() {
    in_browser(320, |scene| async {
        let page = &scene.page;
        page.visit("/trends?sort=tier&year=2024").await?;
        let first = "document.querySelector('.grid tr[data-iso3] td:nth-child(25)').dataset.tier";
        assert_eq!(page.string(first).await?, "1");
        page.eval("(() => { const s = document.querySelector('#pick-sort'); s.value = [...s.options].find(o => o.text.includes('similar')).value; s.dispatchEvent(new Event('change', { bubbles: true })); return 0; })()").await?;
        page.until_address("/trends?sort=similarity&year=2024").await?;
        let atlas = atlas();
        let all: Vec<CountryId> = atlas.countries().iter().map(|country| country.id).collect();
        let walk: Vec<&str> =
            by_similarity(&atlas, &all).into_iter().map(|id| atlas.country(id).code.as_str()).collect();
        page.until(
            &format!("[...document.querySelectorAll('.grid tr[data-iso3]')].map(tr => tr.dataset.iso3).join() === '{}'", walk.join(",")),
            "the walk",
        )
        .await?;
        assert!(page.number("document.documentElement.scrollWidth").await? <= 320);
        Ok(scene)
    });
}

#[test]
fn the_focus_and_the_names_of_cells_stay_right_while_rows_move() {
    in_browser(1200, |scene| async {
        let page = &scene.page;
        page.visit("/trends?sort=tier").await?;
        let focused = "document.activeElement.getAttribute('aria-label')";
        page.eval("(document.querySelector('.grid tr[data-iso3=JPN] td:nth-child(20)').focus(), 0)").await?;
        page.until(
            &format!("{focused}?.startsWith('Japan, 2019: Tier 1, unchanged since 2018. ')"),
            "the cell's name",
        )
        .await?;
        // Marking it sorts the rows by the tiers of 2019; marking the next, by those of 2020, where Japan is down.
        page.keys(Key::Enter + "").await?;
        page.until_address("/trends?sort=tier&c=JPN&year=2019").await?;
        page.until("document.querySelector('tr.chosen td.now')", "the mark").await?;
        assert!(page.string(focused).await?.starts_with("Japan, 2019: Tier 1, unchanged since 2018. "));
        page.keys(Key::Right + "").await?;
        page.keys(Key::Enter + "").await?;
        page.until_address("/trends?sort=tier&c=JPN&year=2020").await?;
        page.until("document.querySelector('tr.chosen td.now:nth-child(21)')", "the next mark").await?;
        assert!(page.string(focused).await?.starts_with("Japan, 2020: Tier 2, down from Tier 1. "));
        assert_eq!(
            page.string("document.querySelector('#overview-readout').textContent").await?,
            "Japan, 2020: Tier 2, down from Tier 1"
        );
        assert_eq!(page.number("document.querySelectorAll('.grid [tabindex=\"0\"]').length").await?, 1);
        // A cell that was pointed at has its new country's name when rows have moved.
        page.eval("(document.activeElement.blur(), document.querySelector('.grid tr[data-iso3] td').dispatchEvent(new PointerEvent('pointerover', { bubbles: true })), 0)").await?;
        page.visit("/trends?region=africa&sort=name").await?;
        page.eval("(document.querySelector('.grid [tabindex=\"0\"]').focus(), 0)").await?;
        page.keys(Key::Down + Key::Down + Key::Down).await?;
        page.eval("(() => { const s = document.querySelector('#pick-region'); s.focus(); s.value = [...s.options].find(o => o.text === 'Near East').value; s.dispatchEvent(new Event('change', { bubbles: true })); return 0; })()").await?;
        page.until("document.querySelector('.grid tr[data-iso3=DZA]')", "the other region").await?;
        assert_eq!(page.number("document.querySelectorAll('.grid [tabindex=\"0\"]').length").await?, 1);
        assert_eq!(page.number("document.querySelectorAll('.grid td[aria-label]').length").await?, 0);
        Ok(scene)
    });
}

#[test]
fn a_link_to_a_mark_opens_with_it_in_sight() {
    in_browser(320, |scene| async {
        let page = &scene.page;
        page.visit("/trends?c=ZWE&year=2024").await?;
        let within = "(() => { const f = document.querySelector('.grid-scroll').getBoundingClientRect(), c = document.querySelector('td.now[tabindex=\"0\"]').getBoundingClientRect(); return c.right <= f.right + 1 && c.bottom <= f.bottom + 1 && c.left >= f.left && c.top >= f.top; })()";
        page.until(within, "the cell in its frame").await?;
        Ok(scene)
    });
}

/// The textures of the areas are the tiers' colours and signs, whatever else has textures.
#[test]
fn areas_have_the_colours_of_their_tiers() {
    in_browser(1200, |scene| async {
        let page = &scene.page;
        page.visit("/trends").await?;
        let fill = |selector: &str| format!("getComputedStyle(document.querySelector('{selector}')).fill");
        for (tier, ground, mark) in
            [("1", "rgb(28, 74, 117)", "rgb(63, 109, 153)"), ("3", "rgb(163, 22, 41)", "rgb(192, 74, 91)")]
        {
            assert_eq!(page.string(&fill(&format!("#tier-{tier} rect"))).await?, ground);
            assert_eq!(page.string(&fill(&format!("#tier-{tier} path"))).await?, mark);
        }
        Ok(scene)
    });
}
