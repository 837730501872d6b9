//! The first view on a slow line: when something is seen, when the map is, when it can be used.

use anyhow::{Context, Result};
use e2e::Page;
use serde_json::{Map, Value, json};

use crate::clock::{SLOWER, Spread, head, metric};

/// Slow 4G, as Lighthouse has it: a round trip in milliseconds, and bytes a second (1.6 Mbit/s).
const ROUND_TRIP: u32 = 150;
const BYTES: u32 = 1_600_000 / 8;
/// How often each page is opened.
const OPENED: usize = 5;
/// What is measured by the page itself: milliseconds but for the shift.
const KINDS: [&str; 6] = ["first paint", "largest paint", "map painted", "usable", "blocked", "shift"];

/// Watches the page from before its first byte. A map is painted in the frame after its last shape is there, or where the
/// page says so itself; a paint of inline SVG is no entry of the browser's own. Blocked is the time beyond 50 ms of each
/// long task after the first paint.
const WATCH: &str = "window.__t = { 'largest paint': 0, blocked: 0, shift: 0 };
    const watch = (type, each) => new PerformanceObserver(list => list.getEntries().forEach(each)).observe({ type, buffered: true });
    watch('paint', e => { if (e.name === 'first-contentful-paint') __t['first paint'] = e.startTime; });
    watch('largest-contentful-paint', e => { __t['largest paint'] = e.startTime; });
    watch('layout-shift', e => { if (!e.hadRecentInput) __t.shift += e.value; });
    watch('longtask', e => { if (__t['first paint'] && e.startTime > __t['first paint']) __t.blocked += Math.max(0, e.duration - 50); });
    const frame = () => {
        const root = document.documentElement;
        if (root && 'painted' in root.dataset || document.querySelectorAll('.world [data-iso3]').length > 190)
            setTimeout(() => __t['map painted'] = performance.now());
        else requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    const ready = () => {
        if (document.documentElement?.dataset.app === 'ready') __t.usable = performance.now();
        else setTimeout(ready, 10);
    };
    ready();";

/// The bodies of all that was sent, as sent.
const SENT: &str =
    "return [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
    .reduce((sum, entry) => sum + entry.encodedBodySize, 0);";

/// What was measured of a page, by kind.
#[derive(Clone, Debug, Default)]
pub struct Opened(Vec<(&'static str, Spread)>);

impl Opened {
    /// The median of a kind.
    pub fn median(&self, kind: &str) -> Option<f64> {
        self.0.iter().find(|(known, _)| *known == kind).map(|(_, spread)| spread.median)
    }

    /// Prints a row a kind.
    pub fn print(&self, name: &str) {
        for (kind, spread) in &self.0 {
            spread.print(&format!("{name}: {kind}"));
        }
    }

    /// As JSON.
    pub fn json(&self) -> Value {
        let rows: Map<String, Value> =
            self.0.iter().map(|(kind, spread)| ((*kind).to_owned(), spread.json())).collect();
        Value::Object(rows)
    }
}

/// Prints the head of the table.
pub fn title() {
    head(&format!("first view, slow 4G, processor {SLOWER}× slower, ms"));
}

/// Makes line and processor slow, or as they are.
///
/// # Errors
/// Where the browser refuses.
pub async fn slow_line(page: &Page, slow: bool) -> Result<()> {
    page.cdp("Network.enable", json!({})).await?;
    page.cdp("Network.setCacheDisabled", json!({ "cacheDisabled": slow })).await?;
    let line = match slow {
        true => {
            json!({ "offline": false, "latency": ROUND_TRIP, "downloadThroughput": BYTES, "uploadThroughput": BYTES / 2 })
        }
        false => json!({ "offline": false, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 }),
    };
    page.cdp("Network.emulateNetworkConditions", line).await?;
    crate::clock::slower(page, if slow { SLOWER } else { 1 }).await
}

/// Opens a page some times and measures it.
///
/// # Errors
/// Where the browser cannot be driven, or the page does not get ready.
pub async fn opened(page: &Page, path: &str) -> Result<Opened> {
    let watching = page.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH })).await?;
    let mut values: Vec<Vec<f64>> = vec![Vec::new(); KINDS.len()];
    let (mut sent, mut memory) = (Vec::new(), Vec::new());
    for _ in 0..OPENED {
        page.goto("/robots.txt").await?;
        page.goto(path).await?;
        page.until("window.__t && __t.usable", "the page").await?;
        let measured =
            page.run("await new Promise(done => setTimeout(done, 300)); return window.__t;").await?;
        for (kind, values) in KINDS.iter().zip(&mut values) {
            values.extend(measured.get(*kind).and_then(Value::as_f64));
        }
        sent.extend(page.run(SENT).await?.as_f64().map(|bytes| bytes / 1000.0));
        let wasm =
            page.eval("(window.__memories || []).reduce((sum, memory) => sum + memory.buffer.byteLength, 0)");
        let wasm = wasm.await?.as_f64().unwrap_or_default();
        memory.push((wasm + metric(page, "JSHeapUsedSize").await?) / 1e6);
    }
    let id = watching.get("identifier").context("the browser names no script")?;
    page.cdp("Page.removeScriptToEvaluateOnNewDocument", json!({ "identifier": id })).await?;
    let kinds = KINDS.into_iter().zip(values).chain([("sent, kB", sent), ("memory, MB", memory)]);
    Ok(Opened(
        kinds
            .filter(|(_, values)| !values.is_empty())
            .map(|(kind, values)| (kind, Spread::of(values)))
            .collect(),
    ))
}
