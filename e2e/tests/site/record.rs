//! What the record holds and what it lacks, as pages say it.

use anyhow::Result;
use e2e::{Fault, Server};
use tip::file::{AtlasFile, SCHEMA};

use crate::{atlas, in_browser, newest};

/// The atlas up to 2025 with faults made by these tests: Brunei's placement in the 2017 edition is taken out, that edition is
/// not known to be whole, and the one of the United States in 2010 has no source. The real record has neither up to there, but
/// the next edition may.
fn with_a_hole(server: &Server) -> Result<()> {
    let mut file: AtlasFile = tip::read(&testdata::atlas_until(2025)?, SCHEMA)?;
    for edition in file.editions.iter_mut().filter(|row| row.year == 2017) {
        edition.whole = false;
    }
    let put = |letters: &mut String, year: usize, letter: &str| {
        letters.replace_range(year - 2001..=year - 2001, letter);
    };
    for country in &mut file.countries {
        match country.iso3.as_str() {
            "BRN" => {
                put(&mut country.placements, 2017, ".");
                put(&mut country.checked, 2017, ".");
            }
            "USA" => put(&mut country.checked, 2010, "u"),
            _ => {}
        }
    }
    server.trust_any_file();
    server.break_file("data/atlas.json", Fault::Instead(serde_json::to_string(&file)?));
    Ok(())
}

#[test]
fn what_has_no_source_or_no_placement_is_marked() {
    in_browser(1200, |scene| async {
        let page = &scene.page;
        with_a_hole(&scene.server)?;
        page.visit("/country/USA?year=2010").await?;
        assert!(page.text(".standing").await?.contains("no source retrieved"));
        page.visit("/country/BRN?year=2017").await?;
        assert_eq!(page.attribute(".standing [data-iso3]", "data-tier").await?, "none");
        assert!(
            page.text(".standing")
                .await?
                .contains("Brunei has no placement in our record of the 2017 edition")
        );
        page.visit("/country/KIR?year=2025").await?;
        assert!(page.text(".standing").await?.contains("Kiribati is not in the 2025 edition"));
        page.visit("/changes?year=2017").await?;
        assert!(page.text("#unrecorded").await?.contains("Brunei"));
        assert_eq!(page.number("document.querySelectorAll('#left, #first, #again').length").await?, 0);
        page.visit("/trends").await?;
        assert!(
            page.text("main").await?.contains("Our record lacks one of the placements published for 2017.")
        );
        page.visit("/about").await?;
        let text = page.text("main").await?;
        assert!(text.contains("pages say “not in our record”"), "{text}");
        assert!(text.contains("One placement is known to the compiler but no source was retrieved for it"));
        Ok(scene)
    });
}

/// No page says that something is missing if nothing is.
#[test]
fn the_editions_up_to_2025_are_whole() {
    in_browser(1200, |scene| async {
        let page = &scene.page;
        let atlas = atlas();
        assert!(atlas.editions().iter().all(|edition| edition.whole || edition.year > 2025));
        let (whole, all) =
            (atlas.editions().iter().filter(|edition| edition.whole).count(), atlas.editions().len());
        if newest() > 2025 {
            // Of a later edition that is not whole yet it is told, rightly; here the placements end before it. How the record was
            // compiled is a file of its own, with all editions.
            scene.server.trust_any_file();
            scene.server.break_file("data/atlas.json", Fault::Instead(testdata::atlas_until(2025)?));
        }
        page.visit("/about").await?;
        page.until("document.querySelector('#coverage')", "the tables").await?;
        let text = page.text("main").await?;
        assert!(text.contains(&format!("{whole} of {all} editions are recorded whole")), "{text}");
        for lacking in ["not in our record", "known to the compiler"] {
            assert!(!text.contains(lacking), "{lacking}");
        }
        // Columns are there for what the record has, and for nothing else.
        let is_explained = testdata::file("data/explained.tsv")?.lines().count() > 1;
        assert_eq!(text.contains("Why it differs"), is_explained);
        let tiers = testdata::file("data/tiers.tsv")?;
        assert_eq!(text.contains("Unsourced"), tiers.lines().any(|line| line.ends_with("\tunsourced")));
        for year in 2001..=2025 {
            page.visit(&format!("/?year={year}")).await?;
            let text = page.text("main").await?;
            assert!(
                !text.contains("our record") || text.contains("reporting period not in our record"),
                "{text}"
            );
        }
        for address in ["/trends", "/changes?year=2012", "/country/KOR?year=2001", "/compare?c=KOR,PRK"] {
            page.visit(address).await?;
            let text = page.text("main").await?;
            assert!(!text.to_lowercase().contains("our record"), "{address}: {text}");
        }
        Ok(scene)
    });
}

/// What the second round of sources mended (`data/conflicts.tsv` has the reasons).
#[test]
fn placements_that_were_wrong_or_missing_once_are_right() {
    in_browser(1200, |scene| async {
        let page = &scene.page;
        for (code, year, tier) in [
            ("TWN", 2001, "1"),
            ("LUX", 2011, "1"),
            ("BRB", 2010, "2W"),
            ("ZMB", 2010, "2"),
            ("SAU", 2017, "2W"),
            ("BTN", 2012, "none"),
            ("TLS", 2005, "2"),
        ] {
            page.visit(&format!("/country/{code}?year={year}")).await?;
            assert_eq!(page.attribute(".standing [data-iso3]", "data-tier").await?, tier, "{code} {year}");
        }
        page.visit("/?year=2001").await?;
        assert!(page.text("h1").await?.starts_with("2001: 12 countries on Tier 1"));
        let placed = |tier: &str| {
            format!("document.querySelectorAll('.world [data-iso3][data-tier=\"{tier}\"]').length")
        };
        assert_eq!(page.number(&placed("1")).await?, 12);
        page.visit("/?year=2017&view=table").await?;
        for (tier, expected) in [("1", 36), ("2", 80), ("2W", 45), ("3", 23), ("SC", 3)] {
            let rows = format!("document.querySelectorAll('main tr[data-tier=\"{tier}\"]').length");
            assert_eq!(page.number(&rows).await?, expected, "Tier {tier}");
        }
        Ok(scene)
    });
}
