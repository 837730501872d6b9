//! The same map made with other libraries, measured as the atlas is, in the same run.

use std::path::PathBuf;

use anyhow::Result;
use e2e::{Page, Server};
use serde_json::{Map, Value, json};

use crate::clock::Spread;
use crate::first::{self, Opened};
use crate::steps;

/// What is compared.
#[derive(Clone, Debug)]
pub struct Figures {
    /// The first view.
    pub first: Opened,
    /// A year step's script.
    pub script: Spread,
    /// All of a year step.
    pub task: Spread,
}

/// The rivals: folder and printed name.
const RIVALS: [(&str, &str); 4] = [
    ("d3-50m", "d3-geo, lands as fine as here"),
    ("d3-110m", "d3-geo, coarse, 28 members of the UN missing"),
    ("echarts-whole", "ECharts, the whole package, our shapes"),
    ("echarts-parts", "ECharts, only what a map needs, our shapes"),
];

/// Measures each rival that is built, and prints the ratio of each of our figures to theirs.
///
/// # Errors
/// Where the browser cannot be driven.
pub async fn measure(page: &Page, ours: &Figures) -> Result<Value> {
    let Some(folder) = std::env::var_os("TIER_ATLAS_RIVALS").map(PathBuf::from) else {
        return Ok(Value::Null);
    };
    let mut all = Map::new();
    for (name, told) in RIVALS {
        let server = Server::start_in(&folder.join(name), "/").await?;
        let theirs = of(&page.at(&server.origin)).await?;
        first::title();
        theirs.first.print(name);
        theirs.script.print(&format!("{name}: year step, script"));
        theirs.task.print(&format!("{name}: year step, all"));
        let ratio = |kind: &str| Some(ours.first.median(kind)? / theirs.first.median(kind)?);
        let ratios = [
            ("sent", ratio("sent, kB")),
            ("map painted", ratio("map painted")),
            ("usable", ratio("usable")),
            ("memory", ratio("memory, MB")),
            ("year step, script", Some(ours.script.median / theirs.script.median)),
            ("year step, all", Some(ours.task.median / theirs.task.median)),
        ];
        println!("the atlas for each 1 of {told}:");
        for (kind, ratio) in ratios {
            println!("{kind:<52} {:>9} {:>9.2}", "", ratio.unwrap_or(f64::NAN));
        }
        let ratios: Map<String, Value> =
            ratios.into_iter().map(|(kind, ratio)| (kind.to_owned(), json!(ratio))).collect();
        all.insert(
            name.to_owned(),
            json!({ "what": told, "first view": theirs.first.json(), "year step, script, ms": theirs.script.json(),
                "year step, task, ms": theirs.task.json(), "the atlas for each 1 of it": ratios }),
        );
    }
    println!("\ntargets: sent 0.6 of ECharts, map painted 0.5 of d3, a year step's script 1.0 of d3");
    Ok(Value::Object(all))
}

async fn of(page: &Page) -> Result<Figures> {
    first::slow_line(page, true).await?;
    let first = first::opened(page, "/").await?;
    first::slow_line(page, false).await?;
    page.visit("/").await?;
    let (script, task) = steps::measure(page).await?;
    Ok(Figures { first, script, task })
}
