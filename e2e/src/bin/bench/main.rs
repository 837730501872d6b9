//! What a year step and the drawing of each view cost: script time by the browser's own clock, at a processor
//! four times slower.
//! Called by `cargo xtask bench`, which builds the site and starts ChromeDriver.

mod first;
mod growth;

use anyhow::{Context, Result};
use e2e::{Page, Server, open};
use serde_json::{Value, json};

/// Year steps that are measured.
const STEPS: usize = 48;
/// How much slower the processor is made.
const SLOWER: u32 = 4;
/// How often each view is drawn.
const DRAWN: usize = 9;
/// The views whose drawing is measured, coming from another page with all files here.
const VIEWS: [(&str, &str); 5] = [
    ("trends", "/trends"),
    ("trends, a cell marked", "/trends?c=KOR&year=2014"),
    ("compare, eight countries", "/compare?c=KOR,PRK,JPN,CHN,THA,VNM,PHL,MMR"),
    ("changes", "/changes?year=2024"),
    ("country", "/country/KOR"),
];

#[tokio::main]
async fn main() -> Result<()> {
    let file = std::env::args().nth(1).context("where is the result to be written?")?;
    let server = Server::start().await?;
    let page = open(&server.origin, 1440).await?;
    let result = measure(&page, &server).await;
    page.close().await?;
    let result = result?;
    std::fs::write(&file, serde_json::to_string_pretty(&result)?)?;
    Ok(())
}

async fn measure(page: &Page, server: &Server) -> Result<Value> {
    let first = first::measure(page).await?;
    page.cdp("Performance.enable", json!({})).await?;
    page.visit("/").await?;
    page.eval("(document.querySelector('input[name=year]').scrollIntoView({ block: 'center' }), 0)").await?;
    page.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWER })).await?;
    let mut script = Vec::new();
    let mut task = Vec::new();
    for step in 0..STEPS + 4 {
        // Down through the editions and up again, as a drag does it; the first steps warm up.
        let at = step % 48;
        let year = if at < 24 { 2024 - at } else { 2001 + (at - 23) };
        let before = clock(page).await?;
        page.run(&format!(
            "const e = document.querySelector('input[name=year]'); e.value = {year}; \
             e.dispatchEvent(new Event('input', {{ bubbles: true }})); \
             await new Promise(done => requestAnimationFrame(() => setTimeout(done)));"
        ))
        .await?;
        let after = clock(page).await?;
        if step >= 4 {
            script.push(after.0 - before.0);
            task.push(after.1 - before.1);
        }
    }
    page.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": 1 })).await?;
    let idle = idle_script(page).await?;
    let drawn = drawing(page).await?;
    let (script, task) = (spread(script), spread(task));
    println!(
        "\n{:<44} {:>8} {:>8} {:>8}",
        format!("year step, processor {SLOWER}× slower, ms"),
        "min",
        "median",
        "max"
    );
    for (name, [min, median, max]) in [("script", script), ("script, style, layout and paint", task)] {
        println!("{name:<44} {min:>8.2} {median:>8.2} {max:>8.2}");
    }
    println!("{:<44} {:>8} {idle:>8.2}", "of it the measuring itself (script)", "");
    println!("target: 8 ms of script at the median");
    let row = |[min, median, max]: [f64; 3]| json!({ "min": min, "median": median, "max": max });
    server.trust_any_file();
    growth::watch_memory(page).await?;
    let growth = growth::measure(page, server).await?;
    Ok(
        json!({ "first view": first, "growth": growth,  "slower": SLOWER, "steps": STEPS, "year step, script, ms": row(script), "year step, task, ms": row(task), "measuring, script, ms": idle, "drawing, ms": drawn }),
    )
}

/// What it costs to draw each view of the annex, from the reader's choice to what is painted.
async fn drawing(page: &Page) -> Result<Value> {
    page.visit("/changes").await?;
    page.until("document.querySelector('.movers-map svg')", "the map").await?;
    page.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWER })).await?;
    println!(
        "\n{:<44} {:>8} {:>8} {:>8}",
        format!("drawing a view, processor {SLOWER}× slower, ms"),
        "min",
        "median",
        "max"
    );
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
        let (script, task) = (spread(script), spread(task));
        for (kind, [min, median, max]) in [("script", script), ("with style, layout, paint", task)] {
            println!("{:<44} {min:>8.1} {median:>8.1} {max:>8.1}", format!("{name}: {kind}"));
        }
        rows.insert(name.to_owned(), json!({ "script": script, "task": task }));
    }
    page.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": 1 })).await?;
    Ok(Value::Object(rows))
}

/// Chooses a view as a reader does, and waits until it is painted.
async fn go(page: &Page, address: &str) -> Result<()> {
    page.run(&format!(
        "dispatchEvent(new CustomEvent('annex-go', {{ detail: '{address}' }})); \
         await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))));"
    ))
    .await?;
    Ok(())
}

/// Script and task time so far, in milliseconds.
async fn clock(page: &Page) -> Result<(f64, f64)> {
    let metrics = page.cdp("Performance.getMetrics", json!({})).await?;
    let of = |name: &str| {
        let metric =
            metrics["metrics"].as_array().and_then(|all| all.iter().find(|metric| metric["name"] == name));
        metric
            .and_then(|metric| metric["value"].as_f64())
            .with_context(|| format!("the browser has no {name}"))
    };
    Ok((of("ScriptDuration")? * 1000.0, of("TaskDuration")? * 1000.0))
}

/// The script time of a measurement in which nothing is done: what the figures above contain besides.
async fn idle_script(page: &Page) -> Result<f64> {
    page.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWER })).await?;
    let mut idle = Vec::new();
    for _ in 0..12 {
        let before = clock(page).await?;
        page.run("await new Promise(done => requestAnimationFrame(() => setTimeout(done)));").await?;
        idle.push(clock(page).await?.0 - before.0);
    }
    Ok(spread(idle)[1])
}

fn spread(mut values: Vec<f64>) -> [f64; 3] {
    values.sort_by(f64::total_cmp);
    let at = |share: f64| {
        values.get(((values.len().max(1) - 1) as f64 * share) as usize).copied().unwrap_or_default()
    };
    [at(0.0), at(0.5), at(1.0)]
}
