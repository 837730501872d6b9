//! What the site costs in the browser: until the first view is seen and usable on a slow line, a year step, the drawing of
//! each view, and what becomes of it when the record grows; beside the same map made with other libraries.
//! Called by `cargo xtask bench`, which builds all of it and starts ChromeDriver.

mod clock;
mod drawing;
mod first;
mod growth;
mod rivals;
mod steps;

use anyhow::{Context, Result};
use e2e::{Page, Server, open};
use serde_json::{Value, json};

use clock::{SLOWER, head};

/// The pages whose opening is measured.
const PAGES: [&str; 3] = ["/", "/country/KOR", "/changes"];

#[tokio::main]
async fn main() -> Result<()> {
    let file = std::env::args().nth(1).context("where is the result to be written?")?;
    let server = Server::start().await?;
    let page = open(&server.origin, 1440).await?;
    let result = measure(&page, &server).await;
    page.close().await?;
    std::fs::write(&file, serde_json::to_string_pretty(&result?)?)?;
    Ok(())
}

async fn measure(page: &Page, server: &Server) -> Result<Value> {
    page.cdp("Performance.enable", json!({})).await?;
    growth::watch_memory(page).await?;
    let mut opened = serde_json::Map::new();
    first::slow_line(page, true).await?;
    first::title();
    let mut map = None;
    for path in PAGES {
        let figures = first::opened(page, path).await?;
        figures.print(path);
        opened.insert(path.to_owned(), figures.json());
        map.get_or_insert(figures);
    }
    println!("targets for /: first and largest paint 1000 and 1200, map 1200, blocked 100, shift 0.01");
    first::slow_line(page, false).await?;

    page.visit("/").await?;
    let (script, task) = steps::measure(page).await?;
    let idle = steps::idle(page).await?;
    head(&format!("year step, processor {SLOWER}× slower, ms"));
    script.print("script");
    task.print("script, style, layout and paint");
    println!("{:<52} {:>9} {idle:>9.2}", "of it the measuring itself (script)", "");
    println!("target: 8 ms of script at the median");

    let ours = rivals::Figures { first: map.unwrap_or_default(), script, task };
    let rivals = rivals::measure(page, &ours).await?;
    let drawn = drawing::measure(page).await?;
    server.trust_any_file();
    let growth = growth::measure(page, server).await?;
    Ok(json!({
        "slower": SLOWER, "steps": steps::STEPS, "first view": opened, "year step, script, ms": script.json(),
        "year step, task, ms": task.json(), "measuring, script, ms": idle, "beside others": rivals,
        "drawing, ms": drawn, "growth": growth,
    }))
}
