//! The annex: the second WebAssembly of the site, for the pages that the first view does not need.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use super::html;
use crate::process::{cargo, run};

/// Starts it, and tells the app where that fails.
/// The WebAssembly is taken only as it was built.
fn start(wasm: &str, integrity: &str) -> String {
    format!(
        "\n__wbg_init({{ module_or_path: fetch(new URL('{wasm}', import.meta.url), {{ integrity: '{integrity}' }}) }})\
         .catch(error => {{ console.error(error); document.dispatchEvent(new Event('annex-failed')); }});\n"
    )
}

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

/// Builds it into the site; returns the name of its script, which bears the hash of what it is.
///
/// # Errors
/// Where a step fails.
pub fn build(root: &Path, site: &Path, tools: &Tools<'_>) -> Result<String> {
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
    let script = fs::read_to_string(made.join("annex.js"))?;
    let wasm_name = format!("annex-{}_bg.wasm", hash(&wasm));
    let script = script.replace("annex_bg.wasm", &wasm_name) + &start(&wasm_name, &html::integrity(&wasm));
    let name = format!("annex-{}.js", hash(script.as_bytes()));
    fs::write(site.join(&wasm_name), wasm)?;
    fs::write(site.join(&name), script)?;
    Ok(name)
}

/// 16 digits that no other contents have.
fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}
