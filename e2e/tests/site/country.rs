//! The page of a country.

use anyhow::Result;
use e2e::{Fault, Server};
use serde_json::{Value, json};
use tip::{Code, sentence};

use crate::{atlas, in_browser, newest};

#[test]
fn it_says_where_the_country_stands_and_how_it_got_there() {
    in_browser(1200, |scene| async {
        let page = &scene.page;
        page.visit("/country/KOR").await?;
        assert_eq!(page.text("h1").await?, "South Korea");
        let atlas = atlas();
        let country = atlas.find(Code::parse("KOR").unwrap()).unwrap().id;
        assert_eq!(
            page.attribute(".standing [data-iso3=KOR]", "data-tier").await?,
            atlas.cell(country, atlas.latest()).code()
        );
        assert_eq!(
            page.text(".statement").await?,
            sentence::statement(&atlas, country, atlas.latest()).text()
        );
        page.visit("/country/KOR?year=2025").await?;
        assert_eq!(page.attribute(".standing [data-iso3=KOR]", "data-tier").await?, "1");
        assert_eq!(
            page.text(".statement").await?,
            "South Korea: Tier 1 for the 2nd consecutive edition. It returned to Tier 1 in the 2024 edition after two editions on Tier 2."
        );
        page.visit("/country/KOR?year=2024").await?;
        assert_eq!(
            page.text(".statement").await?,
            "South Korea returned to Tier 1 in the 2024 edition after two editions on Tier 2."
        );
        page.visit("/country/PRK?year=2024").await?;
        assert!(
            page.text(".statement")
                .await?
                .starts_with("North Korea: Tier 3 for the 22nd consecutive edition.")
        );
        Ok(scene)
    });
}

#[test]
fn the_timeline_is_svg_with_titles_and_its_history_in_words() {
    in_browser(1200, |scene| async {
        let page = &scene.page;
        page.visit("/country/KOR").await?;
        // A file has the chart at two widths, one of them in sight.
        let seen = "[...document.querySelectorAll('.timeline .point')].filter(e => e.getClientRects().length).length";
        let atlas = atlas();
        assert_eq!(page.number(seen).await?, atlas.editions().len() as i64);
        let namespaces = "[...document.querySelectorAll('.timeline svg *')].every(e => e.namespaceURI === 'http://www.w3.org/2000/svg')";
        assert_eq!(page.eval(namespaces).await?, true);
        assert_eq!(
            page.string("document.querySelector('#point-2001 title').textContent").await?,
            "2001: Tier 3, the first edition. Confirmed by two independent sources, or by an official list."
        );
        assert!(
            page.string("document.querySelector('.timeline svg').textContent")
                .await?
                .contains("Tier 1 · 20 editions")
        );
        let history = page.text(".history").await?;
        let known = "In words: Tier 3, 2001; Tier 1, 2002 to 2021; Tier 2, 2022 to 2023; Tier 1, 2024 to 20";
        assert!(history.starts_with(known), "{history}");
        let country = atlas.find(Code::parse("KOR").unwrap()).unwrap().id;
        assert_eq!(history, format!("In words: {}", sentence::history(&atlas, country)));
        // It is drawn anew for another width, and never wider than the page.
        page.resize(360).await?;
        page.until("document.querySelector('.timeline svg').clientWidth < 340", "a narrow chart").await?;
        Ok(scene)
    });
}

/// Serves the files of countries with what the press said of the 2024 edition alone: the record may have more.
fn with_little(server: &Server) -> Result<()> {
    server.trust_any_file();
    for code in ["KOR", "ANT"] {
        let file = testdata::file(&format!("assets/data/country/{code}.json"))?;
        let mut file: Value = serde_json::from_str(&file)?;
        for (kind, kept) in [("findings", 2024), ("excerpts", 2024), ("figures", 0)] {
            if let Some(rows) = file.get_mut(kind).and_then(Value::as_array_mut) {
                rows.retain(|row| row["edition"] == kept && row["about"] != "opening");
            }
        }
        server.break_file(&format!("country/{code}.json"), Fault::Instead(file.to_string()));
    }
    Ok(())
}

#[test]
fn findings_and_excerpts_stand_with_their_sources() {
    in_browser(1200, |scene| async {
        let page = &scene.page;
        with_little(&scene.server)?;
        page.visit("/country/KOR").await?;
        page.until("document.querySelector('#edition-2024 .finding')", "the finding").await?;
        let entry = page.text("#edition-2024").await?;
        for expected in [
            "Tier 1",
            "up from Tier 2",
            "The government fully meets the minimum standards.",
            "Progress",
            "Gaps",
            "Our summary, from a press account of the report; we have not read the narrative itself.",
            "The report’s words: 2024 Trafficking in Persons Report, U.S. Department of State",
            "Official 2024 report",
        ] {
            assert!(entry.contains(expected), "{expected} is not in {entry}");
        }
        let quoted = page.texts("#edition-2024 blockquote q").await?;
        assert_eq!(
            quoted[1],
            "The government made key achievements to do so during the reporting period; therefore the ROK was upgraded to Tier 1."
        );
        assert_eq!(
            page.attribute("#edition-2024 a.outward", "href").await?,
            "https://www.state.gov/reports/2024-trafficking-in-persons-report/"
        );
        // Without either, the page says so.
        assert!(page.text("#edition-2003").await?.contains("No summary or quotation here yet."));
        page.click("#edition-2003 summary").await?;
        assert!(page.text("#edition-2003 .sources").await?.contains("Politics by Number"));
        // We have none of the Netherlands Antilles.
        page.visit("/country/ANT?year=2010").await?;
        page.until("document.querySelector('#edition-2010 .entry-sources')", "the entries").await?;
        assert!(page.text("#edition-2010").await?.contains("No summary or quotation here yet."));
        assert_eq!(page.number("document.querySelectorAll('.finding').length").await?, 0);
        Ok(scene)
    });
}

#[test]
fn an_edition_is_picked_on_the_timeline_and_undone_by_back() {
    in_browser(1200, |scene| async {
        let page = &scene.page;
        page.visit("/country/JPN").await?;
        // The names of sources are, by who points at a placement; parts of the program, ahead of what may be opened next.
        let loaded = "performance.getEntriesByType('resource').filter(e => !/data\\/sources|_part.wasm/.test(e.name)).length";
        page.until("document.querySelector('.edition-list')", "the list").await?;
        let requests = page.number(loaded).await?;
        page.click("#point-2010 .hit").await?;
        page.until_address("/country/JPN?year=2010").await?;
        assert!(page.text(".standing").await?.contains("2010 edition"));
        assert_eq!(page.string("document.querySelector('.entry.now').id").await?, "edition-2010");
        page.driver.back().await?;
        page.until_address("/country/JPN").await?;
        assert!(page.text(".standing").await?.contains(&format!("{} edition", newest())));
        assert_eq!(page.number(loaded).await?, requests, "stepping through editions fetches nothing");
        Ok(scene)
    });
}

#[test]
fn there_are_ways_on_to_other_countries() {
    in_browser(1200, |scene| async {
        let page = &scene.page;
        page.visit("/country/KOR?year=2024").await?;
        assert!(page.text(".neighbours").await?.starts_with("Also on Tier 1 in East Asia and Pacific, 2024"));
        assert!(page.texts(".neighbours li").await?.contains(&"Taiwan".to_owned()));
        page.click(".beside .after").await?;
        page.until_address("/country/SSD").await?;
        assert_eq!(page.text("h1").await?, "South Sudan");
        // A new page begins at its top, and the reader's focus is there.
        assert_eq!(page.number("scrollY").await?, 0);
        assert_eq!(page.string("document.activeElement.id").await?, "main");
        page.click(".beside .before").await?;
        page.until_address("/country/KOR").await?;
        page.visit("/country/KOR?year=2024").await?;
        page.press("Show them on the map").await?;
        page.until_address("/?year=2024&region=east-asia-and-pacific&tiers=1").await?;
        Ok(scene)
    });
}

#[test]
fn the_link_that_is_copied_names_its_edition() {
    in_browser(1200, |scene| async {
        let page = &scene.page;
        let grant = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"], "origin": scene.server.origin });
        page.cdp("Browser.grantPermissions", grant).await?;
        page.visit("/country/KOR").await?;
        page.press("Copy link").await?;
        page.until("document.querySelector('#copy').innerText === 'Link copied'", "the link to be copied")
            .await?;
        let copied = page.run("return await navigator.clipboard.readText();").await?;
        assert_eq!(copied, format!("{}/country/KOR?year={}", scene.server.origin, newest()));
        Ok(scene)
    });
}

#[test]
fn a_code_that_nobody_has_leads_on() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        page.visit("/country/ZZZ").await?;
        assert_eq!(page.text("h1").await?, "The report has never placed a country with the code ZZZ");
        page.press("map of the newest edition").await?;
        page.until_address("/").await?;
        Ok(scene)
    });
}

#[test]
fn a_country_is_pinned_on_this_device_and_offered_for_comparison() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        page.visit("/country/KOR").await?;
        assert_eq!(page.attribute("#pin", "aria-pressed").await?, "false");
        page.click("#pin").await?;
        page.until("document.querySelector('#pin').getAttribute('aria-pressed') === 'true'", "the pin")
            .await?;
        page.visit("/country/JPN").await?;
        page.click("#pin").await?;
        page.visit("/compare").await?;
        assert!(page.text("#pinned").await?.contains("South Korea"));
        page.press("Compare the pinned").await?;
        page.until_address("/compare?c=KOR,JPN").await?;
        page.visit("/country/KOR").await?;
        page.click("#pin").await?;
        page.visit("/country/JPN").await?;
        page.click("#pin").await?;
        page.until("document.querySelector('#pin').getAttribute('aria-pressed') === 'false'", "no pin")
            .await?;
        assert_eq!(page.number("localStorage.length").await?, 0);
        Ok(scene)
    });
}

#[test]
fn what_is_pointed_at_is_told_no_longer_than_it_is() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        page.visit("/country/ZWE?year=2025").await?;
        let said = "[...document.querySelectorAll('.timeline .pointed-at, .timeline .readout')].filter(e => e.offsetParent).map(e => e.textContent).join()";
        assert_eq!(page.string(said).await?, "2025: Tier 2 Watch List, unchanged since 2024");
        page.eval("(document.querySelector('#point-2010').focus(), 0)").await?;
        page.until(&format!("{said}.startsWith('2010: Tier 3')"), "what is in focus").await?;
        let checked = page.string(said).await?;
        assert!(checked.contains("unchanged since 2009. Confirmed by "), "{checked}");
        page.until(&format!("{said}.includes('Confirmed by several sources: ')"), "its name").await?;
        // On to a country of which the edition reads the same.
        page.eval("(document.querySelector('.neighbours a[href*=\"/RWA\"]').click(), 0)").await?;
        page.until("document.querySelector('h1').innerText === 'Rwanda'", "Rwanda").await?;
        assert_eq!(page.string(said).await?, "2025: Tier 2 Watch List, unchanged since 2024");
        Ok(scene)
    });
}

#[test]
fn what_is_told_of_a_point_moves_nothing() {
    in_browser(1440, |scene| async {
        let page = &scene.page;
        for width in [1440, 768, 320] {
            page.resize(width).await?;
            for (path, chart, point) in [
                ("/country/KOR", ".timeline-place", ".timeline .point[data-year=\"2023\"]"),
                ("/trends", ".grid", ".grid tr[data-iso3=ALB] td:nth-child(24)"),
            ] {
                page.visit(path).await?;
                let top = format!(
                    "Math.round(document.querySelector('{chart}').getBoundingClientRect().top + scrollY)"
                );
                let before = page.number(&top).await?;
                page.eval(&format!(
                    "([...document.querySelectorAll('{point}')].find(e => e.getClientRects().length).focus({{ preventScroll: true }}), 0)"
                ))
                .await?;
                page.until("[...document.querySelectorAll('.pointed-at')].some(e => e.textContent.includes('Confirmed by several sources: '))", "the sources").await?;
                assert_eq!(page.number(&top).await?, before, "{path} at {width}");
            }
        }
        Ok(scene)
    });
}
