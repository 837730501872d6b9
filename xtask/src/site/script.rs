//! The scripts that wasm-bindgen makes, with a start of our own at their end that takes the WebAssembly only as it was
//! built.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha384};

use super::names::{FOLDER, Name, hash};
use crate::setup::Npm;

/// A script and the WebAssembly that it starts, under the names of this build.
#[derive(Clone, Debug)]
pub struct Program {
    /// The script.
    pub script: Name,
    /// Its WebAssembly.
    pub wasm: Name,
}

/// What wasm-bindgen has made.
#[derive(Clone, Copy, Debug)]
pub struct Made<'a> {
    /// What it is called.
    pub name: &'a str,
    /// The text of its script.
    pub script: &'a str,
    /// The WebAssembly.
    pub wasm: &'a [u8],
    /// What the script does with an `error` where it cannot start. What is left to be noticed as an unhandled rejection may
    /// be lost when the script is made small.
    pub failed: &'a str,
}

/// Writes a script and its WebAssembly into the site, under names that bear the hash of what they are. With npm, the script
/// is made small.
///
/// # Errors
/// Where they cannot be written, or the script could make a page of text.
pub fn write(site: &Path, made: Made<'_>, npm: Option<&Npm>) -> Result<Program> {
    let Made { name, script, wasm, failed } = made;
    // Trusted Types are enforced on the page, without a policy that allows any HTML (assets/boot.js).
    for sink in ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function"] {
        if script.contains(sink) {
            bail!(
                "the script of {name} has “{sink}”, which browsers refuse here. Where it is innerHTML: `view!` makes \
                 it of an element within others whose attributes are all plain literals; name one of them as a constant"
            );
        }
    }
    let wasm_name = format!("{name}-{}_bg.wasm", hash(wasm));
    let script = format!(
        "{}\n__wbg_init({{ module_or_path: fetch(new URL('{wasm_name}', import.meta.url), {{ integrity: '{}' }}) }}).catch(error => {{ {failed} }});\n",
        unexported(script),
        integrity(wasm)
    );
    let script = npm.map_or(Ok(script.clone()), |npm| npm.minified(&script, true))?;
    let script_name = format!("{name}-{}.js", hash(script.as_bytes()));
    let folder = site.join(FOLDER);
    fs::create_dir_all(&folder)?;
    let written = |name: &str, bytes: &[u8]| {
        fs::write(folder.join(name), bytes).with_context(|| format!("cannot write {name}"))?;
        anyhow::Ok(Name { path: format!("{FOLDER}/{name}"), integrity: integrity(bytes) })
    };
    Ok(Program { script: written(&script_name, script.as_bytes())?, wasm: written(&wasm_name, wasm)? })
}

/// A script that starts itself and that nothing imports from, without its exports: names that are kept for nobody.
fn unexported(script: &str) -> String {
    let lines = script.lines().filter(|line| !line.starts_with("export {"));
    let plain = |line: &str| line.strip_prefix("export ").unwrap_or(line).to_owned();
    lines.map(plain).collect::<Vec<_>>().join("\n")
}

/// The hash of a file's contents, as browsers check it.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_follow_what_is_in_the_files() {
        let site = tempfile::tempdir().unwrap();
        let write = |script: &str, wasm: &[u8]| {
            write(site.path(), Made { name: "app", script, wasm, failed: "" }, None)
        };
        let (one, other) = (write("let x;", b"1").unwrap(), write("let x;", b"2").unwrap());
        assert_ne!(one.script.path, other.script.path, "the script says which WebAssembly it takes");
        let text = fs::read_to_string(site.path().join(&one.script.path)).unwrap();
        let wasm = one.wasm.path.strip_prefix("hashed/").unwrap();
        assert!(text.contains(wasm) && text.contains(&integrity(b"1")), "{text}");
        assert!(write("x.innerHTML = y;", b"1").is_err());
    }

    #[test]
    fn nothing_is_exported() {
        let script = "export class A {}\n  export_me();\nexport { A as default };\nlet x;";
        assert_eq!(unexported(script), "class A {}\n  export_me();\nlet x;");
    }

    #[test]
    fn hashes_are_those_of_browsers() {
        // `printf 'x' | openssl dgst -sha384 -binary | base64`
        assert_eq!(
            integrity(b"x"),
            "sha384-11LCxR+6DimqGQVwqdQlPkQHegWNMpf6OlYw1b0BJiL5fCisrtMTtcg7uZDKp9qF"
        );
    }
}
