//! Times by the browser's own clock, and how they are printed.

use anyhow::{Context, Result};
use e2e::Page;
use serde_json::{Value, json};

/// How much slower the processor is made.
pub const SLOWER: u32 = 4;

/// The smallest, the middle and the largest of some measurements.
#[derive(Clone, Copy, Debug, Default)]
pub struct Spread {
    /// The smallest.
    pub min: f64,
    /// The middle one.
    pub median: f64,
    /// The largest.
    pub max: f64,
}

impl Spread {
    /// Of measurements; all 0 where there is none.
    pub fn of(mut values: Vec<f64>) -> Spread {
        values.sort_by(f64::total_cmp);
        let at = |share: f64| {
            values.get(((values.len().max(1) - 1) as f64 * share) as usize).copied().unwrap_or_default()
        };
        Spread { min: at(0.0), median: at(0.5), max: at(1.0) }
    }

    /// Prints it as a row.
    pub fn print(&self, name: &str) {
        let Spread { min, median, max } = self;
        println!("{name:<52} {min:>9.2} {median:>9.2} {max:>9.2}");
    }

    /// As JSON.
    pub fn json(&self) -> Value {
        json!({ "min": self.min, "median": self.median, "max": self.max })
    }
}

/// Prints the head of a table of such rows.
pub fn head(title: &str) {
    println!("\n{title:<52} {:>9} {:>9} {:>9}", "min", "median", "max");
}

/// Script and task time so far, in milliseconds. `Performance` has to be enabled.
///
/// # Errors
/// If the browser does not report it.
pub async fn clock(page: &Page) -> Result<(f64, f64)> {
    Ok((metric(page, "ScriptDuration").await? * 1000.0, metric(page, "TaskDuration").await? * 1000.0))
}

/// One of the browser's metrics.
///
/// # Errors
/// If the browser does not report it.
pub async fn metric(page: &Page, name: &str) -> Result<f64> {
    let metrics = page.cdp("Performance.getMetrics", json!({})).await?;
    let metric =
        metrics["metrics"].as_array().and_then(|all| all.iter().find(|metric| metric["name"] == name));
    metric.and_then(|metric| metric["value"].as_f64()).with_context(|| format!("the browser has no {name}"))
}

/// Makes the processor slower, or, by 1, as it is.
///
/// # Errors
/// Where the browser refuses.
pub async fn slower(page: &Page, rate: u32) -> Result<()> {
    page.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": rate })).await?;
    Ok(())
}
