//! The first view on a slow line: when something is seen, when the map is, when it can be used.

use anyhow::{Context, Result};
use e2e::Page;
use serde_json::{Map, Value, json};

use crate::{SLOWER, spread};

/// Slow 4G, as Lighthouse has it: a round trip in milliseconds, and bytes a second (1.6 Mbit/s).
const ROUND_TRIP: u32 = 150;
const BYTES: u32 = 1_600_000 / 8;
/// How often each page is opened.
const OPENED: usize = 5;
/// The pages that are opened.
const PAGES: [&str; 3] = ["/", "/country/KOR", "/changes"];
/// What is measured, in milliseconds but for the shift.
const KINDS: [&str; 6] = ["first paint", "largest paint", "map painted", "usable", "blocked", "shift"];

/// Watches the page from before its first byte. A map is painted in the frame after its last shape is there; a paint of
/// inline SVG is no entry of the browser's own. Blocked is the time beyond 50 ms of each long task after the first paint.
const WATCH: &str = "window.__t = { 'largest paint': 0, blocked: 0, shift: 0 };
    const watch = (type, each) => new PerformanceObserver(list => list.getEntries().forEach(each)).observe({ type, buffered: true });
    watch('paint', e => { if (e.name === 'first-contentful-paint') __t['first paint'] = e.startTime; });
    watch('largest-contentful-paint', e => { __t['largest paint'] = e.startTime; });
    watch('layout-shift', e => { if (!e.hadRecentInput) __t.shift += e.value; });
    watch('longtask', e => { if (__t['first paint'] && e.startTime > __t['first paint']) __t.blocked += Math.max(0, e.duration - 50); });
    const frame = () => {
        if (document.querySelectorAll('.world [data-iso3]').length > 190) setTimeout(() => __t['map painted'] = performance.now());
        else requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    const ready = () => {
        if (document.documentElement?.dataset.app === 'ready') __t.usable = performance.now();
        else setTimeout(ready, 10);
    };
    ready();";

/// Measures each page, prints a table.
///
/// # Errors
/// Where the browser cannot be driven.
pub async fn measure(page: &Page) -> Result<Value> {
    let watching = page.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH })).await?;
    page.cdp("Network.enable", json!({})).await?;
    page.cdp("Network.setCacheDisabled", json!({ "cacheDisabled": true })).await?;
    let line = json!({ "offline": false, "latency": ROUND_TRIP, "downloadThroughput": BYTES, "uploadThroughput": BYTES / 2 });
    page.cdp("Network.emulateNetworkConditions", line).await?;
    page.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWER })).await?;
    println!(
        "\n{:<44} {:>8} {:>8} {:>8}",
        format!("first view, slow 4G, processor {SLOWER}× slower"),
        "min",
        "median",
        "max"
    );
    let mut rows = Map::new();
    for path in PAGES {
        let mut values: Vec<Vec<f64>> = vec![Vec::new(); KINDS.len()];
        for _ in 0..OPENED {
            page.goto("/robots.txt").await?;
            page.goto(path).await?;
            page.until("window.__t && __t.usable", "the page").await?;
            let measured =
                page.run("await new Promise(done => setTimeout(done, 300)); return window.__t;").await?;
            for (kind, values) in KINDS.iter().zip(&mut values) {
                values.extend(measured.get(*kind).and_then(Value::as_f64));
            }
        }
        for (kind, values) in KINDS.iter().zip(values) {
            if values.is_empty() {
                continue;
            }
            let [min, median, max] = spread(values);
            println!("{:<44} {min:>8.3} {median:>8.3} {max:>8.3}", format!("{path}: {kind}"));
            rows.insert(format!("{path}: {kind}"), json!({ "min": min, "median": median, "max": max }));
        }
    }
    println!("targets for /: first and largest paint 1000 and 1200, map 1200, blocked 100, shift 0.01");
    let fast = json!({ "offline": false, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
    page.cdp("Network.emulateNetworkConditions", fast).await?;
    page.cdp("Network.setCacheDisabled", json!({ "cacheDisabled": false })).await?;
    page.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": 1 })).await?;
    let id = watching.get("identifier").context("the browser names no script")?;
    page.cdp("Page.removeScriptToEvaluateOnNewDocument", json!({ "identifier": id })).await?;
    Ok(Value::Object(rows))
}
