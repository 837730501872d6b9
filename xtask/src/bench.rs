//! `cargo xtask bench`: bytes by kind, what a year step and the drawing of each view cost in the browser.

use std::fs;
use std::path::Path;

use anyhow::Result;
use serde_json::{Value, json};

use crate::browser::Driver;
use crate::process::{cargo, run, say};
use crate::setup;
use crate::site::{self, Options, weight};

/// Measures, prints a table, writes `target/bench.json`.
///
/// # Errors
/// Where the site cannot be built or the browser not be driven.
pub fn bench(root: &Path) -> Result<()> {
    let dist = site::dist(root, &Options::default())?;
    let browser = setup::browser()?;
    let driver = Driver::start(&browser)?;
    let measured = root.join("target/bench-browser.json");
    say("Measuring in the browser");
    run(driver
        .tell(cargo(root).args(["run", "--release", "-p", "e2e", "--bin", "bench", "--"]).arg(&measured))
        .env("TIER_ATLAS_DIST", &dist))?;
    let browser: Value = serde_json::from_str(&fs::read_to_string(&measured)?)?;

    say("Bytes");
    let parts = weight::parts(&dist)?;
    let broken = weight::report(&parts);
    let sums: serde_json::Map<String, Value> = weight::BUDGETS
        .iter()
        .map(|(name, kind, _)| ((*name).to_owned(), json!(weight::sum(&parts, *kind))))
        .collect();
    let all =
        json!({ "bytes": { "parts": parts, "brotli": sums, "over budget": broken }, "browser": browser });
    let file = root.join("target/bench.json");
    fs::write(&file, serde_json::to_string_pretty(&all)?)?;
    println!("\nWritten to {}", file.display());
    Ok(())
}
