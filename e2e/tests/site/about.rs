//! The about page.

use crate::{atlas, in_browser};

#[test]
fn it_explains_the_tiers_and_shows_the_record() {
    in_browser(1200, |scene| async {
        let page = &scene.page;
        page.visit("/about").await?;
        page.until("document.querySelector('#coverage')", "the tables").await?;
        let atlas = atlas();
        assert_eq!(
            page.number("document.querySelectorAll('.record-coverage tbody tr').length").await?,
            atlas.editions().len() as i64
        );
        let row = "[...document.querySelectorAll('.record-coverage tbody tr')].find(r => r.cells[0].innerText === '2017').innerText";
        let row = page.string(row).await?;
        for expected in ["36 / 36", "80 / 80", "45 / 45", "23 / 23", "3 / 3", "187 / 187"] {
            assert!(row.contains(expected), "{expected} is not in {row}");
        }
        let text = page.text("main").await?;
        for expected in [
            "Trafficking Victims Protection Act of 2000",
            "25 editions, 2001 to 2025; 4,176 placements of 192 countries and territories.",
            "Of the 4,176 placements, 4,093 (98 %) are confirmed; 83 rest on a single source.",
            "Portugal 2001",
            "Republic of the Congo 2023",
            "Somaliland is drawn with Somalia",
            "Tier Atlas, data version",
            "MIT or the Apache 2.0 licence",
        ] {
            assert!(text.contains(expected), "{expected} is not on the page");
        }
        Ok(scene)
    });
}

#[test]
fn its_files_can_be_downloaded() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        page.visit("/about").await?;
        let statuses = page
            .run("const links = [...document.querySelectorAll('main a[rel=external]')]; return Promise.all(links.map(async a => [a.getAttribute('href'), (await fetch(a.href)).status]));")
            .await?;
        let statuses: Vec<(String, i64)> = serde_json::from_value(statuses)?;
        assert_eq!(statuses.len(), 11);
        assert!(statuses.iter().all(|(_, status)| *status == 200), "{statuses:?}");
        Ok(scene)
    });
}
