//! The annex: the second WebAssembly of the site, for the pages that the first view does not need.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::script;
use crate::process::{cargo, run};

/// Tells the app where it cannot start.
const FAILED: &str = "console.error(error); document.dispatchEvent(new Event('annex-failed'));";

/// What it is built with.
#[derive(Debug)]
pub struct Tools<'a> {
    /// The wasm-bindgen of Cargo.lock.
    pub wasm_bindgen: &'a Path,
    /// wasm-opt, where it is here.
    pub wasm_opt: Option<PathBuf>,
    /// RUSTFLAGS.
    pub flags: &'a str,
}

/// Builds it into the site; returns the names of its script and its WebAssembly, which bear the hashes of what they are.
///
/// # Errors
/// Where a step fails.
pub fn build(root: &Path, site: &Path, tools: &Tools<'_>) -> Result<(String, String)> {
    run(cargo(root)
        .args(["build", "--release", "--package", "annex", "--target", "wasm32-unknown-unknown"])
        .env("RUSTFLAGS", tools.flags))?;
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    let made = root.join("target/annex");
    run(Command::new(tools.wasm_bindgen)
        .args(["--target", "web", "--no-typescript", "--out-name", "annex", "--out-dir"])
        .arg(&made)
        .arg(target.join("wasm32-unknown-unknown/release/annex.wasm")))?;
    let wasm = made.join("annex_bg.wasm");
    if let Some(wasm_opt) = &tools.wasm_opt {
        run(Command::new(wasm_opt).arg("-Oz").arg(&wasm).arg("-o").arg(&wasm))?;
    }
    let wasm = fs::read(&wasm).context("wasm-bindgen has written no annex")?;
    let text = fs::read_to_string(made.join("annex.js"))?;
    script::write(site, "annex", &text, &wasm, Some(FAILED))
}
