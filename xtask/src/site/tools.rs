//! What the site is built with.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::process::{answer, cargo, run};
use crate::setup::{self, Npm};

/// The package of the program, and its binary.
const PROGRAM: &str = "tier-atlas";

/// How Rust is compiled for the site, and the packages that make it small.
#[derive(Debug)]
pub struct Tools {
    /// The packages from npm, where npm is here.
    pub npm: Option<Npm>,
    flags: String,
    /// Cargo's target folder for the site alone: build scripts look at `RUSTC_BOOTSTRAP`, so that in the folder of
    /// everything else each command would undo what the other has built.
    target: PathBuf,
    /// Whether std is compiled with the site, for size.
    own_std: bool,
}

impl Tools {
    /// Finds or installs them.
    ///
    /// # Errors
    /// Where one is missing that the site cannot do without.
    pub fn here(root: &Path) -> Result<Tools> {
        setup::wasm_target()?;
        let own_std = setup::rust_src();
        let mut flags = without_paths(root)?;
        if own_std {
            flags.push_str(" -Zunstable-options -Cpanic=immediate-abort");
        }
        Ok(Tools {
            npm: Npm::packages(root)?,
            flags,
            target: std::env::var_os("CARGO_TARGET_DIR")
                .map_or_else(|| root.join("target"), PathBuf::from)
                .join("site"),
            own_std,
        })
    }

    /// Whether all is here that makes the site as small as it gets.
    pub fn is_small(&self) -> bool {
        self.own_std && self.npm.is_some()
    }

    /// A program of npm's packages, where they are here.
    pub fn wasm_opt(&self) -> Option<PathBuf> {
        self.npm.as_ref().map(|npm| npm.programs().join("wasm-opt"))
    }

    /// Compiles the program for the browser, with its split points, and returns its file.
    ///
    /// The standard library comes compiled for speed and with the machinery of panic messages, which is a tenth of the
    /// WebAssembly. Compiled here for size, with panics that end the program at once (`boot.js` tells the reader all the
    /// same), it is not. Both are features that stable Rust has behind `RUSTC_BOOTSTRAP` only.
    ///
    /// # Errors
    /// Where it does not compile.
    pub fn compile(&self, root: &Path) -> Result<PathBuf> {
        const TARGET: &str = "wasm32-unknown-unknown";
        let mut command = cargo(root);
        command
            .args(["rustc", "--release", "--package", PROGRAM, "--bin", PROGRAM, "--features", "split"])
            .args(["--target", TARGET])
            // The splitter follows the relocations of the last crate's link.
            .args(["--", "-Clink-args=--emit-relocs"])
            .env("RUSTFLAGS", &self.flags)
            .env("CARGO_TARGET_DIR", &self.target);
        if self.own_std {
            command
                .env("RUSTC_BOOTSTRAP", "1")
                .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
                .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size");
        }
        run(&mut command)?;
        Ok(self.target.join(TARGET).join("release").join(PROGRAM).with_extension("wasm"))
    }
}

/// Flags that keep the folders of this machine out of the WebAssembly, where panics name their source: two
/// machines then build the same bytes.
fn without_paths(root: &Path) -> Result<String> {
    let home = std::env::var("HOME").context("HOME is not set")?;
    let cargo = std::env::var("CARGO_HOME").unwrap_or_else(|_| format!("{home}/.cargo"));
    let sysroot = answer("rustc", &["--print", "sysroot"]).context("rustc does not tell its folder")?;
    let folders = [(root.display().to_string(), "/atlas"), (cargo, "/cargo"), (sysroot, "/rust")];
    let flags = folders.map(|(folder, name)| format!("--remap-path-prefix={folder}={name}"));
    Ok(flags.join(" "))
}
