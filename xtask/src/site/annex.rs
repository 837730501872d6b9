//! The annex: the second WebAssembly of the site, for the pages that the first view does not need.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use super::script::{self, Program};
use super::tools::Tools;
use crate::process::run;

/// Tells the app where it cannot start.
const FAILED: &str = "console.error(error); document.dispatchEvent(new Event('annex-failed'));";

/// Builds it into the site.
///
/// # Errors
/// Where a step fails.
pub fn build(root: &Path, site: &Path, tools: &Tools) -> Result<Program> {
    tools.compile(root, "annex")?;
    let made = root.join("target/annex");
    run(Command::new(&tools.wasm_bindgen)
        .args(["--target", "web", "--no-typescript", "--out-name", "annex", "--out-dir"])
        .arg(&made)
        .arg(tools.compiled("annex")))?;
    let wasm = made.join("annex_bg.wasm");
    if let Some(wasm_opt) = tools.wasm_opt() {
        run(Command::new(wasm_opt).args(["-Oz", "--strip-producers"]).arg(&wasm).arg("-o").arg(&wasm))?;
    }
    let wasm = fs::read(&wasm).context("wasm-bindgen has written no annex")?;
    let script = fs::read_to_string(made.join("annex.js"))?;
    let made = script::Made { name: "annex", script: &script, wasm: &wasm, failed: FAILED };
    script::write(site, made, tools.npm.as_ref())
}
