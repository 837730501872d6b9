//! What the record holds and what it lacks, as pages say it.

use e2e::{Fault, Server};

use crate::{atlas, in_browser};

/// The atlas with faults made by these tests: Brunei's placement in the 2017 edition is taken out, that edition is not known
/// to be whole, and the one of the United States in 2010 has no source. The real record has neither, but the next edition
/// may.
fn with_a_hole(server: &Server) {
    let json = testdata::file("assets/data/atlas.json").unwrap();
    let lines = json.lines().map(|line| {
        if line.starts_with("{\"year\":2017,") {
            return line.replace(",\"whole\":true", "");
        }
        let instead = |line: &str, field: &str, year: usize, cell: &str| {
            let field = format!("\"{field}\":\"");
            let at = line.find(&field).unwrap() + field.len() + (year - 2001);
            format!("{}{cell}{}", &line[..at], &line[at + 1..])
        };
        if line.starts_with("{\"iso3\":\"BRN\"") {
            return instead(&instead(line, "placements", 2017, "."), "checked", 2017, ".");
        }
        if line.starts_with("{\"iso3\":\"USA\"") {
            return instead(line, "checked", 2010, "u");
        }
        line.to_owned()
    });
    server.trust_any_file();
    server.break_file("data/atlas.json", Fault::Instead(lines.collect::<Vec<_>>().join("\n")));
}

#[test]
fn what_has_no_source_or_no_placement_is_marked() {
    in_browser(1200, |scene| async {
        let page = &scene.page;
        with_a_hole(&scene.server);
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
        if whole < all {
            // A later edition that is not whole yet is told of, rightly; here the placements end before it. How the record was
            // compiled is a file of its own, with all editions.
            scene.server.trust_any_file();
            scene.server.break_file("data/atlas.json", Fault::Instead(testdata::atlas_until(2025)?));
        }
        page.visit("/about").await?;
        page.until("document.querySelector('#coverage')", "the tables").await?;
        let text = page.text("main").await?;
        assert!(text.contains(&format!("{whole} of {all} editions are recorded whole")), "{text}");
        for lacking in ["Unsourced", "Why it differs", "not in our record", "known to the compiler"] {
            assert!(!text.contains(lacking), "{lacking}");
        }
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
