//! Use without a connection, and what becomes of it from one build to the next: what is kept is never mixed, and never
//! stands before what the host has.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use e2e::{Fault, Page};
use serde_json::{Value, json};
use sha2::{Digest, Sha384};

use crate::{Scene, in_browser, newest};

/// The site as another build would have it, with a dataset of another version, in a folder of its own. As on a real host,
/// what only the build before had is gone.
fn next_build(version: &str) -> Result<tempfile::TempDir> {
    let site = tempfile::tempdir()?;
    copy(&PathBuf::from(std::env::var("TIER_ATLAS_DIST")?), site.path())?;
    let index = fs::read_to_string(site.path().join("index.html"))?;
    let (_, listed) = index.split_once("data-files=\"data/atlas.json ").context("no list of files")?;
    let mut words = listed.split([' ', '"']);
    let (name, hash) = words.next().zip(words.next()).context("no dataset in the list")?;
    let named = format!("{:0>16}", version.replace('.', ""));
    let new_name = format!("hashed/data/atlas-{named}.json");
    let data = fs::read_to_string(site.path().join(name))?;
    let now = crate::atlas().version().to_owned();
    let data = data.replace(&format!("\"version\":\"{now}\""), &format!("\"version\":\"{version}\""));
    fs::remove_file(site.path().join(name))?;
    fs::write(site.path().join(&new_name), &data)?;
    // Pages, the shell among them, name the dataset; the worker names all.
    let mut renamed = vec![(name.to_owned(), new_name), (hash.to_owned(), integrity(data.as_bytes()))];
    for file in pages(site.path())? {
        let text = fs::read_to_string(&file)?;
        let new = renamed.iter().fold(text.clone(), |text, (old, new)| text.replace(old, new));
        if file.extension().is_some_and(|ending| ending == "txt") {
            let old_name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let new_name = format!("shell-{named}.txt");
            fs::remove_file(&file)?;
            fs::write(file.with_file_name(&new_name), &new)?;
            renamed.push((old_name, new_name));
            renamed.push((integrity(text.as_bytes()), integrity(new.as_bytes())));
        } else {
            fs::write(&file, &new)?;
        }
    }
    let worker = site.path().join("sw.js");
    let text = renamed.iter().fold(fs::read_to_string(&worker)?, |text, (old, new)| text.replace(old, new));
    fs::write(worker, text.replace("const BUILD = \"", &format!("const BUILD = \"{version}-")))?;
    Ok(site)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        let name = path.file_name().context("no name")?;
        if path.is_dir() {
            copy(&path, &to.join(name))?;
        } else if !path.extension().is_some_and(|ending| ending == "br" || ending == "gz") {
            fs::copy(&path, to.join(name))?;
        }
    }
    Ok(())
}

/// The pages of a site, and the file that is served for any other page.
fn pages(site: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for folder in ["", "country", "hashed"] {
        for entry in fs::read_dir(site.join(folder))? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if name.ends_with(".html") || name.starts_with("shell-") {
                found.push(path);
            }
        }
    }
    Ok(found)
}

fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

/// Waits until statements give what is expected.
async fn settled(page: &Page, statements: &str, expected: Value) -> Result<()> {
    let mut last = Value::Null;
    for _ in 0..200 {
        last = page.run(statements).await?;
        if last == expected {
            return Ok(());
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    anyhow::bail!("{expected} is not what comes of it, but {last}: {statements}")
}

/// Waits until the worker of a build has all of it, and so many builds are kept.
async fn kept(page: &Page, builds: usize) -> Result<()> {
    let state = "const all = await navigator.serviceWorker.getRegistrations(); \
        return [all.length, all[0]?.active?.state, Boolean(all[0]?.installing), (await caches.keys()).length];";
    settled(page, state, json!([1, "activated", false, builds])).await
}

async fn version(page: &Page) -> Result<String> {
    let foot = page.text("#app .foot").await?;
    let (_, version) = foot.split_once("Data version ").context("the page names no version")?;
    Ok(version.split_whitespace().next().unwrap_or_default().trim_end_matches('.').to_owned())
}

/// A first visit, until the site is kept.
async fn visited(scene: &Scene) -> Result<()> {
    scene.server.let_keep();
    scene.page.visit("/").await?;
    kept(&scene.page, 1).await
}

#[test]
fn after_a_visit_every_page_works_without_a_connection() {
    in_browser(1000, |scene| async {
        visited(&scene).await?;
        let page = &scene.page;
        scene.server.stop().await?;
        let latest = format!("{}:", newest());
        for (path, says) in [
            ("/", latest.as_str()),
            ("/?year=2014", "2014:"),
            ("/country/PRK", "North Korea"),
            ("/country/KOR?year=2024", "South Korea"),
            ("/compare?c=KOR,PRK", "South Korea"),
            ("/changes?year=2014", "2014"),
            ("/consequences?year=2024", "what followed for 21 countries"),
            ("/watch-list?year=2024", "2025 decides on 14"),
            ("/trends", "Countries on each tier"),
            ("/about", "What the tiers mean"),
            ("/search", "What the report found and said"),
            ("/nowhere", "There is no such page"),
        ] {
            page.visit(path).await?;
            assert!(
                page.text("#app main").await?.contains(says),
                "{path}: {}",
                page.text("#app main").await?
            );
            assert_eq!(page.address().await?, path);
        }
        // With its findings, though it was never opened before.
        page.visit("/country/THA").await?;
        page.until("document.querySelector('.findings, .finding, blockquote, .gaps')", "the findings")
            .await?;
        Ok(scene)
    });
}

#[test]
fn another_language_works_without_a_connection() {
    in_browser(1000, |scene| async {
        visited(&scene).await?;
        scene.server.stop().await?;
        scene.page.visit("/country/KOR?lang=ko").await?;
        assert_eq!(scene.page.text("#app h1").await?, "대한민국");
        Ok(scene)
    });
}

/// The host has a new build: its document comes at once, with its own data, and from then on it is what is kept.
#[test]
fn a_new_build_is_seen_at_once_and_then_kept() {
    in_browser(1000, |scene| async {
        visited(&scene).await?;
        let page = &scene.page;
        let now = version(page).await?;
        let next = next_build("2099.1")?;
        scene.server.serve_instead(next.path()).await?;
        page.visit("/country/KOR").await?;
        assert_eq!(version(page).await?, "2099.1", "a stale page stood before the new one");
        // The build before stays for pages that are still open.
        kept(page, 2).await?;
        scene.server.stop().await?;
        page.visit("/country/PRK").await?;
        assert_eq!(version(page).await?, "2099.1");
        assert_ne!(now, "2099.1");
        // Of three builds, the oldest goes.
        let third = next_build("2099.2")?;
        scene.server.serve_instead(third.path()).await?;
        page.visit("/").await?;
        let oldest = "return (await caches.keys()).some(key => / [0-9a-f]{16}$/.test(key));";
        settled(page, oldest, json!(false)).await?;
        kept(page, 2).await?;
        assert_eq!(version(page).await?, "2099.2");
        Ok(scene)
    });
}

/// The new build does not arrive whole, and then the connection is gone: what is used is the old one, all of it.
#[test]
fn half_a_new_build_is_not_used() {
    in_browser(1000, |scene| async {
        visited(&scene).await?;
        let page = &scene.page;
        let now = version(page).await?;
        let next = next_build("2099.1")?;
        scene.server.break_file("words/ko.json", Fault::Missing);
        // What has not changed is taken from what is kept, so something new has to be missing.
        scene.server.break_file("all.json", Fault::Missing);
        scene.server.serve_instead(next.path()).await?;
        page.cdp("Network.clearBrowserCache", json!({})).await?;
        page.visit("/").await?;
        assert_eq!(version(page).await?, "2099.1");
        tokio::time::sleep(std::time::Duration::from_secs(3)).await;
        kept(page, 1).await?;
        scene.server.stop().await?;
        page.visit("/country/PRK").await?;
        assert_eq!(version(page).await?, now);
        Ok(scene)
    });
}

/// A page that was opened before the new build goes on with its own files, which the host no longer has.
#[test]
fn a_page_that_is_open_goes_on_with_its_own_build() {
    in_browser(1000, |scene| async {
        visited(&scene).await?;
        let page = &scene.page;
        let now = version(page).await?;
        let next = next_build("2099.1")?;
        scene.server.serve_instead(next.path()).await?;
        let atlas = page.name_of("data/atlas.json").await?;
        let worker =
            "const known = await navigator.serviceWorker.getRegistration(); await known.update(); return 0;";
        page.run(worker).await?;
        kept(page, 2).await?;
        page.cdp("Network.clearBrowserCache", json!({})).await?;
        let status = page.run(&format!("return (await fetch('/{atlas}')).status;")).await?;
        assert_eq!(status, json!(200), "the dataset of the page that is open is gone");
        page.follow("/country/KOR").await?;
        page.until("document.querySelector('#app h1')?.innerText === 'South Korea'", "the country").await?;
        assert_eq!(version(page).await?, now);
        Ok(scene)
    });
}

/// A build without offline use takes away what an earlier one has kept.
#[test]
fn offline_use_can_be_switched_off() {
    in_browser(1000, |scene| async {
        visited(&scene).await?;
        let page = &scene.page;
        let next = next_build("2099.1")?;
        fs::write(next.path().join("sw.js"), include_str!("../../../assets/sw-off.js"))?;
        for file in pages(next.path())? {
            fs::write(&file, fs::read_to_string(&file)?.replace(" data-offline>", ">"))?;
        }
        scene.server.serve_instead(next.path()).await?;
        page.visit("/").await?;
        assert_eq!(version(page).await?, "2099.1");
        let state = "return [(await navigator.serviceWorker.getRegistrations()).length, (await caches.keys()).length];";
        settled(page, state, json!([0, 0])).await?;
        page.visit("/country/KOR").await?;
        assert_eq!(page.run(state).await?, json!([0, 0]), "it came back");
        Ok(scene)
    });
}
