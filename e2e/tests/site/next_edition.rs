//! A made-up edition (`e2e/edition-2026/`), imported as the guide tells, on the site: it is there on every page, and gone
//! again without a trace.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use e2e::{Fault, Server};

use crate::in_browser;

/// Serves the data with the made-up edition in it; `cargo xtask test` has made them.
fn with_next_edition(server: &Server) -> Result<()> {
    let folder =
        std::env::var("TIER_ATLAS_NEXT").context("TIER_ATLAS_NEXT is not set: run cargo xtask test")?;
    server.trust_any_file();
    let read = |file: &str| fs::read_to_string(Path::new(&folder).join(file));
    let files = [
        "data/atlas.json",
        "data/record.json",
        "data/sources.json",
        "data/country/KOR.json",
        "data/country/THA.json",
    ];
    for file in files {
        server.break_file(file, Fault::Instead(read(file)?));
    }
    for entry in fs::read_dir(Path::new(&folder).join("data/search"))? {
        let file = format!("data/search/{}", entry?.file_name().display());
        server.break_file(&file, Fault::Instead(read(&file)?));
    }
    Ok(())
}

#[test]
fn an_imported_edition_is_on_every_page_and_goes_again() {
    in_browser(1200, |scene| async {
        let page = &scene.page;
        page.visit("/").await?;
        let before = page.text("main").await?;
        assert!(before.contains(&format!("{}: ", crate::newest())), "{before}");

        with_next_edition(&scene.server)?;
        page.visit("/").await?;
        assert!(
            page.text("h1").await?.starts_with("2026: 1 country on Tier 1; none moved up, 3 down"),
            "{}",
            page.text("h1").await?
        );
        assert_eq!(page.attribute(".world [data-iso3=KOR]", "data-tier").await?, "2");
        assert_eq!(page.attribute(".world [data-iso3=SOM]", "data-tier").await?, "SC");
        assert_eq!(page.attribute(".world [data-iso3=JPN]", "data-tier").await?, "none");
        assert_eq!(page.attribute("input[name=year]", "max").await?, "2026");
        page.visit("/country/KOR").await?;
        let korea = page.text("main").await?;
        assert!(korea.contains("South Korea was downgraded to Tier 2 in the 2026 edition"), "{korea}");
        assert!(korea.contains("This sentence is made up for a test of fishing crews"), "{korea}");
        // Figures with the sentence they were read from, and the sections, in what unfolds.
        assert_eq!(
            page.text("#edition-2026 .counted dl").await?.replace('\n', " "),
            "investigations 120 prosecutions 61 convictions 33 victims identified 75"
        );
        page.click("#edition-2026 .counted summary").await?;
        assert!(
            page.text("#edition-2026 .counted")
                .await?
                .contains("In 2025, the made-up police investigated 120 trafficking cases")
        );
        assert_eq!(
            page.texts("#edition-2026 .section summary").await?,
            ["Prioritized recommendations", "Prosecution", "Protection", "Trafficking profile"]
        );
        page.visit("/search?q=inspect+fishing+vessels").await?;
        page.until("document.querySelector('.passages mark')", "the recommendation").await?;
        assert!(
            page.text(".passages")
                .await?
                .contains("In the report’s words, Prioritized recommendations: Inspect fishing vessels.")
        );
        page.click(".passages a").await?;
        page.until("document.querySelector('#edition-2026 .section[open] mark')", "the recommendation, open")
            .await?;
        page.visit("/country/KOR").await?;
        // Its source stands in what unfolds.
        let source = "document.querySelector('#edition-2026').textContent.includes('Trafficking in Persons Report, 2026 edition')";
        assert_eq!(page.eval(source).await?, true);
        page.visit("/changes").await?;
        let changes = page.text("main").await?;
        assert!(page.text("h1").await?.contains("2026"), "{changes}");
        assert!(changes.contains("South Korea") && changes.contains("Thailand"), "{changes}");
        page.visit("/trends").await?;
        assert!(page.text("main").await?.contains("2001 to 2026"), "{}", page.text("main").await?);
        page.visit("/?year=2025").await?;
        assert!(page.text("h1").await?.starts_with("2025: 33 countries on Tier 1"));

        scene.server.mend();
        page.visit("/").await?;
        assert_eq!(page.text("main").await?, before);
        Ok(scene)
    });
}
