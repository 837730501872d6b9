//! The pages of an edition from the official site: one at a time, kept, and gone on with where it was broken off.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread::sleep;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use record::Tables;
use scraper::{ElementRef, Html};

/// Between two pages.
const PAUSE: Duration = Duration::from_secs(2);
/// After this many failed pages in a row, no more are requested.
const PATIENCE: usize = 3;

/// Gets the pages of an edition from its official address into `target/report/<edition>/`; that folder.
///
/// # Errors
/// Where there is no curl, no such edition, or the site does not answer. What was got stays, and the next run goes on.
pub fn fetch(root: &Path, tables: &Tables, edition: u16) -> Result<PathBuf> {
    let row = tables.editions.iter().map(|row| &row.value).find(|row| row.edition == edition);
    let row = row.with_context(|| format!("data/editions.tsv has no row for {edition}, so no address"))?;
    let place = root.join("target/report").join(edition.to_string());
    println!("Getting the {edition} edition from {}, a page each {} seconds", row.url, PAUSE.as_secs());
    pages(&row.url, &place, PAUSE)?;
    Ok(place)
}

/// Gets every page that the page at an address links to below itself.
fn pages(address: &str, place: &Path, pause: Duration) -> Result<()> {
    fs::create_dir_all(place)?;
    let index = place.with_extension("index");
    if !index.is_file() {
        get(address, &index)?;
    }
    let links = links(&fs::read_to_string(&index)?, address);
    if links.is_empty() {
        fs::remove_file(&index)?;
        bail!("the page at {address} links to no country");
    }
    let mut failed: Vec<String> = Vec::new();
    let mut in_a_row = 0;
    for (at, (name, link)) in links.iter().enumerate() {
        let file = place.join(name).with_extension("html");
        print!("\r{:>4} of {}  {name:<60}", at + 1, links.len());
        std::io::stdout().flush()?;
        if file.is_file() {
            continue;
        }
        match get(link, &file) {
            Ok(()) => in_a_row = 0,
            Err(error) => {
                failed.push(format!("{link}: {error}"));
                in_a_row += 1;
            }
        }
        if in_a_row == PATIENCE {
            break;
        }
        sleep(pause);
    }
    println!();
    if !failed.is_empty() {
        bail!(
            "not all pages could be had; what came is kept, and the same command goes on:\n{}",
            failed.join("\n")
        );
    }
    Ok(())
}

/// Gets one page, whole or not at all.
fn get(address: &str, file: &Path) -> Result<()> {
    let part = file.with_extension("part");
    let status = Command::new("curl")
        .args([
            "--silent",
            "--show-error",
            "--fail",
            "--location",
            "--proto-redir",
            "=https",
            "--max-time",
            "60",
        ])
        .args(["--user-agent", "Tier Atlas import (one page at a time)", "--output"])
        .arg(&part)
        .arg("--")
        .arg(address)
        .status()
        .context(
            "cannot start curl: without it, save the pages with a browser, and import the folder they are in",
        )?;
    if !status.success() {
        bail!("curl ended with {status}");
    }
    fs::rename(&part, file)?;
    Ok(())
}

/// The links of a page to addresses one step below its own, with what that step is called.
fn links(page: &str, address: &str) -> Vec<(String, String)> {
    let root = address.trim_end_matches('/');
    let site = root.match_indices('/').nth(2).and_then(|(at, _)| root.get(..at)).unwrap_or(root);
    let mut found: Vec<(String, String)> = Vec::new();
    let page = Html::parse_document(page);
    let elements = page.tree.nodes().filter_map(ElementRef::wrap);
    let links =
        elements.filter(|element| element.value().name() == "a").filter_map(|link| link.value().attr("href"));
    for href in links {
        let whole = if href.starts_with('/') && !href.starts_with("//") {
            format!("{site}{href}")
        } else {
            href.to_owned()
        };
        let whole = whole.split(['#', '?']).next().unwrap_or_default();
        let Some(name) = whole.strip_prefix(root).and_then(|rest| rest.strip_prefix('/')) else { continue };
        let name = name.trim_end_matches('/');
        let plain = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        if plain && found.iter().all(|(known, _)| known != name) {
            found.push((name.to_owned(), whole.to_owned()));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use std::io::{BufRead, BufReader};
    use std::net::TcpListener;
    use std::sync::{Arc, Mutex};

    use super::*;

    #[test]
    fn only_pages_below_the_edition_are_links_to_countries() {
        let page = "<a href='/reports/2026/south-korea/'>a</a><a href=\"https://x.org/reports/2026/france\">b</a>\
            <a href='/reports/2026/south-korea/#top'>again</a><a href='/reports/2025/chad/'>old</a>\
            <a href='https://elsewhere.org/reports/2026/x/'>c</a><a href='/reports/2026/../../secret'>d</a><a>e</a>";
        let names: Vec<String> =
            links(page, "https://x.org/reports/2026/").into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["south-korea", "france"]);
    }

    /// A site that has each page, but for those that it refuses the first time.
    fn site(refused: Vec<String>) -> (String, Arc<Mutex<Vec<String>>>) {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let asked: Arc<Mutex<Vec<String>>> = Arc::default();
        let seen = asked.clone();
        std::thread::spawn(move || {
            let mut refused = refused;
            for stream in listener.incoming().take(20) {
                let mut stream = stream.unwrap();
                let mut line = String::new();
                BufReader::new(&stream).read_line(&mut line).unwrap();
                let path = line.split(' ').nth(1).unwrap_or_default().to_owned();
                let at = refused.iter().position(|known| *known == path);
                let (status, body) = match at {
                    Some(at) => {
                        refused.remove(at);
                        ("503 Busy", String::new())
                    }
                    None if path == "/r/" => {
                        ("200 OK", "<a href='/r/a/'>a</a><a href='/r/b/'>b</a>".to_owned())
                    }
                    None => ("200 OK", format!("<p>{path}</p>")),
                };
                seen.lock().unwrap().push(path);
                write!(
                    stream,
                    "HTTP/1.1 {status}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
                    body.len()
                )
                .unwrap();
            }
        });
        (origin, asked)
    }

    #[test]
    fn what_was_broken_off_is_gone_on_with() {
        if Command::new("curl").arg("--version").output().is_err() {
            return;
        }
        let (origin, asked) = site(vec!["/r/b/".to_owned()]);
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("2026");
        let address = format!("{origin}/r/");
        let error = pages(&address, &place, Duration::ZERO).unwrap_err().to_string();
        assert!(error.contains("goes on") && error.contains("/r/b/"), "{error}");
        assert!(place.join("a.html").is_file() && !place.join("b.html").exists());
        pages(&address, &place, Duration::ZERO).unwrap();
        assert_eq!(fs::read_to_string(place.join("b.html")).unwrap(), "<p>/r/b/</p>");
        assert_eq!(*asked.lock().unwrap(), ["/r/", "/r/a/", "/r/b/", "/r/b/"], "nothing is asked for twice");
    }
}
