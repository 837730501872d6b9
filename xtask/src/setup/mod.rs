//! What the commands need on a machine, found or installed. Nothing is downloaded from anywhere but the
//! registries of cargo, npm and Debian, and of rustup for the wasm target.

mod browser;
mod nginx;
mod npm;
mod rust;

use std::path::PathBuf;

use anyhow::{Context, Result};

pub use browser::{Browser, browser};
pub use nginx::nginx;
pub use npm::{Npm, installed as npm_packages};
pub use rust::{cargo_deny, rust_src, trunk, wasm_bindgen, wasm_target};

/// The per-user cache for tools that are built once: a second clone finds them there.
fn cache() -> Result<PathBuf> {
    let folder = match std::env::var_os("XDG_CACHE_HOME").filter(|path| !path.is_empty()) {
        Some(path) => PathBuf::from(path),
        None => PathBuf::from(std::env::var_os("HOME").context("neither XDG_CACHE_HOME nor HOME is set")?)
            .join(".cache"),
    };
    Ok(folder.join("tier-atlas"))
}
