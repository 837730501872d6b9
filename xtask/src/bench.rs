//! `cargo xtask bench`: bytes by kind, and what the site costs in the browser, by itself and beside others.

use std::fs;
use std::path::Path;

use anyhow::Result;
use serde_json::{Value, json};

use crate::browser::Driver;
use crate::port;
use crate::process::{cargo, run, say};
use crate::rivals::Rivals;
use crate::setup;
use crate::site::{self, Base, Options, weight};

/// Measures, prints a table, writes `target/bench.json`.
///
/// # Errors
/// Where the site cannot be built or the browser not be driven.
pub fn bench(root: &Path) -> Result<()> {
    // With an origin, as a site that is published has it, for Lighthouse.
    let port = port::free()?;
    let base = Base::parse(&format!("http://127.0.0.1:{port}/"))?;
    let dist = site::dist(root, &Options { base, ..Options::default() })?;
    let browser = setup::browser()?;
    let rivals = Rivals::packages(root)?;
    let measured = root.join("target/bench-browser.json");
    let mut command = cargo(root);
    command.args(["run", "--release", "-p", "e2e", "--bin", "bench", "--"]).arg(&measured);
    if let Some(rivals) = &rivals {
        command.env("TIER_ATLAS_RIVALS", rivals.build(root)?);
    }
    let driver = Driver::start(&browser)?;
    say("Measuring in the browser");
    run(driver.tell(&mut command).env("TIER_ATLAS_DIST", &dist))?;
    drop(driver);
    let in_browser: Value = serde_json::from_str(&fs::read_to_string(&measured)?)?;
    let lighthouse = match &rivals {
        Some(rivals) => rivals.lighthouse(root, &dist, port, &browser)?,
        None => Value::Null,
    };

    say("Bytes");
    let weights = weight::weigh(&dist)?;
    let broken: Vec<String> = weight::report(&weights).iter().map(ToString::to_string).collect();
    let bytes = json!({ "brotli": weights, "over budget": broken });
    let all = json!({ "bytes": bytes, "browser": in_browser, "lighthouse": lighthouse });
    let file = root.join("target/bench.json");
    fs::write(&file, serde_json::to_string_pretty(&all)?)?;
    println!("\nWritten to {}", file.display());
    Ok(())
}
