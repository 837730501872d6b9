//! What becomes of the site when the record grows: a made-up atlas of many places and editions, whose placements follow
//! from a rule. It is measured and thrown away; nothing of it is anywhere in the data.

use anyhow::{Context, Result};
use e2e::{Fault, Page, Server};
use serde_json::{Map, Value, json};

use crate::clock::{SLOWER, Spread, clock};
use crate::drawing::go;

/// Places and editions of each atlas that is measured: today's size, ten times its placements, and forty times.
const SIZES: [(&str, usize, usize); 3] =
    [("200 places × 25 editions", 200, 25), ("2,000 × 25", 2_000, 25), ("2,000 × 100", 2_000, 100)];
/// Year steps that are measured at each size.
const STEPS: usize = 24;
/// The first edition.
const FIRST: usize = 2001;

/// Measures each size, prints a table.
///
/// # Errors
/// Where the browser cannot be driven, or the site does not take such an atlas.
pub async fn measure(page: &Page, server: &Server) -> Result<Value> {
    let mut rows = Map::new();
    println!(
        "\n{:<28} {:>7} {:>9} {:>9} {:>9} {:>9} {:>9} {:>9}",
        "growth, ms and MB", "kB", "parse", "load", "map step", "rows", "trends", "memory"
    );
    for (name, places, editions) in SIZES {
        let atlas = atlas(places, editions);
        let kilobytes = atlas.len() / 1000;
        let parse = parse(&atlas)?;
        server.break_file("data/atlas.json", Fault::Instead(atlas));
        server.break_file("map/world.json", Fault::Instead(world(places)));
        let last = FIRST + editions - 1;
        // Not the map's own page, which brings today's map along.
        let load = load(page, "/embed").await?;
        let step = steps(page, last).await?;
        let table = load_table(page, last).await?;
        let trends = drawn(page, "/trends").await?;
        let memory = memory(page).await?;
        println!(
            "{name:<28} {kilobytes:>7} {parse:>9.2} {load:>9.1} {step:>9.2} {table:>9.1} {trends:>9.1} {memory:>9.1}"
        );
        rows.insert(
            name.to_owned(),
            json!({ "kB": kilobytes, "parse here, ms": parse, "script until ready, ms": load,
                "year step, script, ms": step, "year step of the table, task, ms": table,
                "trends, task, ms": trends, "wasm memory, MB": memory }),
        );
    }
    server.mend();
    println!("parse: native, on this machine; the rest: in the browser, processor {SLOWER}× slower");
    Ok(Value::Object(rows))
}

/// An atlas of a size. Each place keeps its tier for some editions and then moves on, so that a step changes about a
/// third of them, which is more than any real one did.
fn atlas(places: usize, editions: usize) -> String {
    const TIERS: [char; 5] = ['1', '2', 'W', '3', '.'];
    let years: Vec<Value> = (0..editions)
        .map(|at| json!({ "year": FIRST + at, "released": format!("{}-06-30", FIRST + at), "url": "https://example.org/" }))
        .collect();
    let countries: Vec<Value> = (0..places)
        .map(|place| {
            let code = code(place);
            let tier = |edition: usize| TIERS.get((place * 7 + (edition + place) / 3) % TIERS.len());
            let placements: String = (0..editions).filter_map(tier).collect();
            json!({ "iso3": code, "iso2": code.get(1..).unwrap_or_default(), "name": format!("Place {place:05}"),
                "region": place % 6, "placements": placements })
        })
        .collect();
    let regions = tip::Region::ALL.map(|region| region.name());
    json!({ "schema": 1, "version": "made up", "regions": regions, "editions": years, "countries": countries })
        .to_string()
}

/// A map with a small square for each place.
fn world(places: usize) -> String {
    const ROW: usize = 60;
    let shapes: Vec<Value> = (0..places)
        .map(|place| json!({ "id": code(place), "d": format!("m{} {} 40 0 0 40-40 0z", place % ROW * 60, place / ROW * 45) }))
        .collect();
    json!({ "schema": 1, "width": 4000, "height": 1770, "shapes": shapes, "markers": [] }).to_string()
}

/// A code of three letters.
fn code(place: usize) -> String {
    let letters = [place / 676, place / 26 % 26, place % 26];
    letters.iter().map(|letter| char::from(b'A' + *letter as u8)).collect()
}

/// The median time of reading and checking an atlas, in milliseconds.
fn parse(file: &str) -> Result<f64> {
    let mut times = Vec::new();
    for _ in 0..9 {
        let start = std::time::Instant::now();
        let atlas = tip::Atlas::from_json(file).map_err(|reason| anyhow::anyhow!("{reason}"))?;
        times.push(start.elapsed().as_secs_f64() * 1000.0);
        drop(atlas);
    }
    Ok(Spread::of(times).median)
}

/// The script time from an address to a page that can be used.
async fn load(page: &Page, path: &str) -> Result<f64> {
    page.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWER })).await?;
    page.goto("about:blank").await.ok();
    let before = clock(page).await?;
    page.visit(path).await?;
    let after = clock(page).await?;
    // The clock begins anew where the browser takes another process for the page.
    Ok(if after.0 >= before.0 { after.0 - before.0 } else { after.0 })
}

/// The median script time of a year step on the map.
async fn steps(page: &Page, last: usize) -> Result<f64> {
    let mut times = Vec::new();
    for step in 0..STEPS {
        let before = clock(page).await?;
        step_to(page, last - 1 - step % 24).await?;
        times.push(clock(page).await?.0 - before.0);
    }
    Ok(Spread::of(times).median)
}

async fn step_to(page: &Page, year: usize) -> Result<()> {
    page.run(&format!(
        "const e = document.querySelector('input[name=year]'); e.value = {year}; \
         e.dispatchEvent(new Event('input', {{ bubbles: true }})); \
         await new Promise(done => requestAnimationFrame(() => setTimeout(done)));"
    ))
    .await?;
    Ok(())
}

/// The median time of a year step with every place as a row of the table, painted.
async fn load_table(page: &Page, last: usize) -> Result<f64> {
    page.visit("/?view=table").await?;
    let mut times = Vec::new();
    for step in 0..6 {
        let before = clock(page).await?;
        step_to(page, last - 1 - step).await?;
        times.push(clock(page).await?.1 - before.1);
    }
    Ok(Spread::of(times).median)
}

/// The time of drawing a page, painted.
async fn drawn(page: &Page, address: &str) -> Result<f64> {
    page.visit("/changes").await?;
    let before = clock(page).await?;
    go(page, address).await?;
    page.until("document.querySelector('main h1')", "the page").await?;
    Ok(clock(page).await?.1 - before.1)
}

/// The memory of the app's WebAssembly, in megabytes.
async fn memory(page: &Page) -> Result<f64> {
    let bytes =
        page.eval("window.__memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0)").await?;
    Ok(bytes.as_f64().context("the page tells no memory")? / 1e6)
}

/// Has every page from now on keep the memories of its WebAssembly where [`measure`] finds them.
///
/// # Errors
/// Where the browser refuses.
pub async fn watch_memory(page: &Page) -> Result<()> {
    let source = "window.__memories = []; const made = WebAssembly.instantiateStreaming; \
        WebAssembly.instantiateStreaming = async (...args) => { const made_it = await made(...args); \
        const { memory } = made_it.instance.exports; if (memory) window.__memories.push(memory); return made_it; };";
    page.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": source })).await?;
    Ok(())
}
