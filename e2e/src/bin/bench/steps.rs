//! Steps of the year control on a map: script by itself, and with style, layout and paint.

use anyhow::Result;
use e2e::Page;

use crate::clock::{SLOWER, Spread, clock, slower};

/// Steps that are measured.
pub const STEPS: usize = 48;

/// What a step costs on the page that is open, in milliseconds: script, and all of it.
///
/// # Errors
/// Where the browser cannot be driven.
pub async fn measure(page: &Page) -> Result<(Spread, Spread)> {
    page.eval("(document.querySelector('input[name=year]').scrollIntoView({ block: 'center' }), 0)").await?;
    slower(page, SLOWER).await?;
    let (mut script, mut task) = (Vec::new(), Vec::new());
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
    slower(page, 1).await?;
    Ok((Spread::of(script), Spread::of(task)))
}

/// The script time of a measurement in which nothing is done: what the figures above contain besides.
///
/// # Errors
/// Where the browser cannot be driven.
pub async fn idle(page: &Page) -> Result<f64> {
    slower(page, SLOWER).await?;
    let mut idle = Vec::new();
    for _ in 0..12 {
        let before = clock(page).await?;
        page.run("await new Promise(done => requestAnimationFrame(() => setTimeout(done)));").await?;
        idle.push(clock(page).await?.0 - before.0);
    }
    slower(page, 1).await?;
    Ok(Spread::of(idle).median)
}
