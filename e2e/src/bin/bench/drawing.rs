//! What it costs to draw each page but the map's, from the reader's choice to what is painted.

use anyhow::Result;
use e2e::Page;
use serde_json::{Value, json};

use crate::clock::{SLOWER, Spread, clock, head, slower};

/// How often each view is drawn.
const DRAWN: usize = 9;
/// The views whose drawing is measured, coming from another page with all files here.
const VIEWS: [(&str, &str); 7] = [
    ("trends", "/trends"),
    ("trends, a cell marked", "/trends?c=KOR&year=2014"),
    ("compare, eight countries", "/compare?c=KOR,PRK,JPN,CHN,THA,VNM,PHL,MMR"),
    ("changes", "/changes?year=2024"),
    ("consequences", "/consequences?year=2024"),
    ("watch list", "/watch-list?year=2025"),
    ("country", "/country/KOR"),
];

/// Measures each view, prints a table.
///
/// # Errors
/// Where the browser cannot be driven.
pub async fn measure(page: &Page) -> Result<Value> {
    page.visit("/changes").await?;
    page.until("document.querySelector('.movers-map svg')", "the map").await?;
    slower(page, SLOWER).await?;
    head(&format!("drawing a view, processor {SLOWER}× slower, ms"));
    let mut rows = serde_json::Map::new();
    for (name, address) in VIEWS {
        let (mut script, mut task) = (Vec::new(), Vec::new());
        for _ in 0..DRAWN {
            go(page, "/nowhere").await?;
            let before = clock(page).await?;
            go(page, address).await?;
            let after = clock(page).await?;
            script.push(after.0 - before.0);
            task.push(after.1 - before.1);
        }
        let (script, task) = (Spread::of(script), Spread::of(task));
        script.print(&format!("{name}: script"));
        task.print(&format!("{name}: with style, layout, paint"));
        rows.insert(name.to_owned(), json!({ "script": script.json(), "task": task.json() }));
    }
    slower(page, 1).await?;
    Ok(Value::Object(rows))
}

/// Chooses a view as a reader does, and waits until it is painted.
///
/// # Errors
/// Where the browser cannot be driven.
pub async fn go(page: &Page, address: &str) -> Result<()> {
    page.follow(address).await?;
    page.run("await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))));")
        .await?;
    Ok(())
}
