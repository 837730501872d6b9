//! Pages on paper.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

use crate::in_browser;

/// The sheets of a page on A4, by the objects of the PDF.
async fn sheets(page: &e2e::Page) -> anyhow::Result<usize> {
    let a4 = json!({ "paperWidth": 8.27, "paperHeight": 11.69, "preferCSSPageSize": true });
    let printed = page.cdp("Page.printToPDF", a4).await?;
    let bytes = STANDARD.decode(printed["data"].as_str().unwrap_or_default())?;
    let text = String::from_utf8_lossy(&bytes);
    Ok(text.matches("/Type /Page\n").count() + text.matches("/Type /Page ").count())
}

#[test]
fn a_country_is_one_or_two_sheets_with_its_address() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        for (code, most) in [("KOR", 2), ("USA", 2), ("FRA", 2), ("JPN", 2), ("THA", 3)] {
            page.visit(&format!("/country/{code}?year=2024")).await?;
            page.until("!document.querySelector('.loading')", "all files").await?;
            let n = sheets(page).await?;
            assert!((1..=most).contains(&n), "{code}: {n} sheets");
            let printed = page.string("document.querySelector('#printed').textContent").await?;
            let address = format!("{}/country/{code}?year=2024 · ", scene.server.origin);
            assert!(printed.starts_with(&address) && printed.len() > address.len(), "{printed}");
        }
        page.cdp("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
        for (shown, is) in [
            (".timeline", true),
            (".edition-list", true),
            ("#printed", true),
            (".share", false),
            ("nav", false),
        ] {
            assert_eq!(page.find(shown).await?.is_displayed().await?, is, "{shown}");
        }
        Ok(scene)
    });
}

/// A heading that is a table's stands on every sheet.
#[test]
fn the_headings_of_tables_are_repeated() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        page.cdp("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
        for path in
            ["/?view=table", "/changes?year=2024", "/trends", "/watch-list", "/consequences?year=2024"]
        {
            page.visit(path).await?;
            page.until("document.querySelector('main thead')", "a table").await?;
            let heads = page
                .run(
                    "return [...document.querySelectorAll('main thead')].map(head => {
                        const parts = [head, head.closest('table'), head.rows[0], head.rows[0].cells[0]];
                        const buttons = [...head.querySelectorAll('button')].map(one => getComputedStyle(one).display);
                        return parts.map(one => getComputedStyle(one).display).concat([...new Set(buttons)]).join(' ');
                    });",
                )
                .await?;
            let heads: Vec<String> = serde_json::from_value(heads)?;
            for head in heads {
                let plain = "table-header-group table table-row table-cell";
                // Chromium repeats none with a button's box in it.
                assert!(head == plain || head == format!("{plain} contents"), "{path}: {head}");
            }
        }
        // Reasons are not folded on paper.
        page.visit("/changes?year=2024").await?;
        assert!(page.find(".mover-list .reason.on-wide").await?.is_displayed().await?);
        Ok(scene)
    });
}
