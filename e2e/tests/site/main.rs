//! The built site in a real browser, served by a plain static host.

#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

mod about;
mod address;
mod axe;
mod changes;
mod compare;
mod consequences;
mod country;
mod failures;
mod frames;
mod highlight;
mod hosts;
mod keyboard;
mod language;
mod links;
mod map;
mod next_edition;
mod offline;
mod paper;
mod parts;
mod passages;
mod reach;
mod reading;
mod record;
mod search;
mod security;
mod share;
mod static_pages;
mod table;
mod trends;
mod trunk;
mod watch_list;
mod ways_in;
mod year;

use std::future::Future;

use anyhow::Result;
use e2e::{Page, Server, open, open_with_letters};
use tip::{Atlas, Code, Consequences, Sources};

/// Runs a test in a browser window of a width, on the site at its root.
fn in_browser<F, T>(width: u32, test: T)
where
    T: FnOnce(Scene) -> F,
    F: Future<Output = Result<Scene>>,
{
    in_browser_at(width, "TIER_ATLAS_DIST", "/", test);
}

/// The same for a site built for another base path.
fn in_browser_at<F, T>(width: u32, variable: &str, base: &str, test: T)
where
    T: FnOnce(Scene) -> F,
    F: Future<Output = Result<Scene>>,
{
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let outcome = runtime.block_on(async {
        let server = Server::start_at(variable, base).await?;
        let page = open(&server.origin, width).await?;
        tested(Scene { page, server }, test).await
    });
    if let Err(error) = outcome {
        panic!("{error:?}");
    }
}

/// The same on the site at its root, in a browser whose reader has chosen letters of 24 pixels.
fn in_browser_with_large_letters<F, T>(width: u32, test: T)
where
    T: FnOnce(Scene) -> F,
    F: Future<Output = Result<Scene>>,
{
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let outcome = runtime.block_on(async {
        let server = Server::start_at("TIER_ATLAS_DIST", "/").await?;
        let page = open_with_letters(&server.origin, width, 24).await?;
        tested(Scene { page, server }, test).await
    });
    if let Err(error) = outcome {
        panic!("{error:?}");
    }
}

/// Runs a test, and closes the browser, also where it fails.
async fn tested<F, T>(scene: Scene, test: T) -> Result<Scene>
where
    T: FnOnce(Scene) -> F,
    F: Future<Output = Result<Scene>>,
{
    let driver = scene.page.driver.clone();
    let outcome = test(scene).await;
    driver.quit().await?;
    outcome
}

/// What a test works with.
struct Scene {
    page: Page,
    server: Server,
}

/// The atlas of the record under test: what the pages must show.
fn atlas() -> Atlas {
    Atlas::from_json(&testdata::file("assets/data/atlas.json").unwrap()).unwrap()
}

/// What followed from the placements of that record.
fn consequences() -> Consequences {
    Consequences::from_json(&testdata::file("assets/data/consequences.json").unwrap()).unwrap()
}

/// The year of the newest edition in that record: the one that an address without a year shows.
fn newest() -> u16 {
    atlas().years().1
}

/// The year of the newest edition that is recorded whole: the newest of all may have few placements so far.
fn newest_whole() -> u16 {
    let atlas = atlas();
    let whole = atlas.editions().iter().rev().find(|edition| edition.whole);
    whole.map_or_else(newest, |edition| edition.year)
}

/// What that record says of the sources of a placement, by their names.
fn sources_of(code: &str, year: u16) -> String {
    let atlas = atlas();
    atlas.learn(Sources::from_json(&testdata::file("assets/data/sources.json").unwrap()).unwrap());
    let country = atlas.find(Code::parse(code).unwrap()).unwrap().id;
    atlas.provenance(country, atlas.edition_of(year).unwrap()).unwrap()
}
