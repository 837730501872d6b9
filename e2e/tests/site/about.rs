//! The about page.

use tip::Confidence;

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
        // The counts are of the record as it is, every placement in it looked at.
        let cells = || {
            let of = |country| atlas.editions().iter().map(move |edition| (country, edition.id));
            atlas.countries().iter().flat_map(move |country| of(country.id))
        };
        let checked = |as_what: Confidence| {
            cells().filter(|(country, edition)| atlas.confidence(*country, *edition) == Some(as_what)).count()
        };
        let placements =
            cells().filter(|(country, edition)| atlas.cell(*country, *edition).tier().is_some()).count();
        let (confirmed, single) = (checked(Confidence::Confirmed), checked(Confidence::Single));
        let share = (confirmed as f64 * 100.0 / placements as f64).round();
        let thousands = |n: usize| format!("{},{:03}", n / 1000, n % 1000);
        let (first, last) = atlas.years();
        let record = format!(
            "{} editions, {first} to {last}; {} placements of {} countries and territories.",
            atlas.editions().len(),
            thousands(placements),
            atlas.countries().len()
        );
        let compiled = format!(
            "Of the {} placements, {} ({share} %) are confirmed; {single} rest on a single source.",
            thousands(placements),
            thousands(confirmed)
        );
        let text = page.text("main").await?;
        for expected in [
            "Trafficking Victims Protection Act of 2000",
            &record,
            &compiled,
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
        assert_eq!(statuses.len(), 17);
        assert!(statuses.iter().all(|(_, status)| *status == 200), "{statuses:?}");
        Ok(scene)
    });
}
