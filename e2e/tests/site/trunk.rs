//! The app as Trunk builds it: whole, unsplit, without static pages; the developers' loop.

use anyhow::{Context, Result};
use e2e::{Page, Server, open};

#[test]
fn what_trunk_builds_shows_every_page() {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let outcome: Result<()> = runtime.block_on(async {
        let folder =
            std::env::var("TIER_ATLAS_TRUNK").context("TIER_ATLAS_TRUNK is not set: run cargo xtask test")?;
        // Trunk's own server answers an address that is no file with the page, as this one does with its page for lost ones.
        let folder = std::path::Path::new(&folder);
        std::fs::copy(folder.join("index.html"), folder.join("404.html"))?;
        let server = Server::start_in(folder, "/").await?;
        let page: Page = open(&server.origin, 1200).await?;
        let driver = page.driver.clone();
        let shown = async {
            page.visit("/?year=2014").await?;
            assert!(page.text("h1").await?.starts_with("2014:"));
            page.visit("/country/KOR?year=2010").await?;
            assert_eq!(page.text("h1").await?, "South Korea");
            page.follow("/trends").await?;
            page.until("document.querySelector('.grid td')", "the grid").await?;
            assert_eq!(page.number("document.querySelectorAll('link[rel=stylesheet]').length").await?, 14);
            anyhow::Ok(())
        }
        .await;
        driver.quit().await?;
        shown
    });
    if let Err(error) = outcome {
        panic!("{error:?}");
    }
}
