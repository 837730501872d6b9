//! The wasm target, the source of std, and programs that only tests need.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::cache;
use crate::process::{answer, cargo, on_path, run, say};

const TARGET: &str = "wasm32-unknown-unknown";
const DENY: &str = "0.20.2";

/// Makes sure of the wasm target.
///
/// # Errors
/// Where it is missing and rustup cannot add it.
pub fn wasm_target() -> Result<()> {
    let folder = answer("rustc", &["--print", "target-libdir", "--target", TARGET]);
    if folder.is_some_and(|folder| Path::new(&folder).is_dir()) {
        return Ok(());
    }
    say(format!("Adding the target {TARGET}"));
    run(Command::new("rustup").args(["target", "add", TARGET])).with_context(|| {
        format!("the Rust target {TARGET} is missing; install it with rustup, or as your system packages it")
    })
}

/// Whether the source of the standard library is here, with which it is compiled for size; installs it where that can be
/// done.
pub fn rust_src() -> bool {
    let here = || {
        let sysroot = answer("rustc", &["--print", "sysroot"]).unwrap_or_default();
        Path::new(&sysroot).join("lib/rustlib/src/rust/library/Cargo.lock").is_file()
    };
    if here() {
        return true;
    }
    say("Adding the source of Rust's standard library");
    let added = run(Command::new("rustup").args(["component", "add", "rust-src"]));
    if added.is_err() || !here() {
        println!(
            "It cannot be had here, so the site is some 16 kB larger, and its budgets are not held against it."
        );
        return false;
    }
    true
}

/// Trunk, where it is on PATH: nothing but one test needs it.
pub fn trunk() -> Option<PathBuf> {
    on_path("trunk")
}

/// wasm-bindgen in the version of Cargo.lock, which it must match to the last digit. The test runner is
/// beside it.
///
/// # Errors
/// Where it is not there and cannot be built.
pub fn wasm_bindgen(root: &Path) -> Result<PathBuf> {
    let lock = std::fs::read_to_string(root.join("Cargo.lock")).context("cannot read Cargo.lock")?;
    let version = locked(&lock, "wasm-bindgen").context("Cargo.lock names no wasm-bindgen")?;
    // Its own lock file may hold a release that was withdrawn, so it is built without.
    tool(root, "wasm-bindgen", "wasm-bindgen-cli", version, false, "some 4 minutes of processor time")
}

/// cargo-deny, which checks the dependencies against `deny.toml`.
///
/// # Errors
/// Where it is not there and cannot be built.
pub fn cargo_deny(root: &Path) -> Result<PathBuf> {
    tool(root, "cargo-deny", "cargo-deny", DENY, true, "some 3 minutes of processor time")
}

fn tool(
    root: &Path,
    program: &str,
    package: &str,
    version: &str,
    locked: bool,
    time: &str,
) -> Result<PathBuf> {
    let fits = |path: &Path| {
        answer(path, &["--version"]).is_some_and(|said| said.split_whitespace().any(|word| word == version))
    };
    if let Some(path) = on_path(program)
        && fits(&path)
    {
        return Ok(path);
    }
    let folder = cache()?.join("tools").join(format!("{package}-{version}"));
    let path = folder.join("bin").join(program);
    if fits(&path) {
        return Ok(path);
    }
    say(format!("Building {package} {version}, once for all clones ({time})"));
    let version_flag = format!("--version={version}");
    let mut command = cargo(root);
    command.args(["install", package, &version_flag, "--root"]).arg(&folder);
    if locked {
        command.arg("--locked");
    }
    // The tool's build is its own: not this workspace's target folder, not its lints.
    run(command.env_remove("RUSTFLAGS").env_remove("CARGO_TARGET_DIR"))?;
    if !fits(&path) {
        bail!("{package} was built, but {} does not answer as version {version}", path.display());
    }
    Ok(path)
}

fn locked<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let (_, entry) = lock.split_once(&format!("name = \"{package}\"\nversion = \""))?;
    entry.split('"').next()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_version_is_read_from_the_lock_file() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"1\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(super::locked(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(super::locked(lock, "trunk"), None);
    }
}
