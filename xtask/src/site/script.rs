//! The scripts that wasm-bindgen makes, with a start of our own at their end that takes the WebAssembly only as it was
//! built.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256, Sha384};

/// Writes a script and its WebAssembly into the site, under names that bear the hash of what they are: those of the
/// script and of the WebAssembly. `failed` is what the script does with an `error` where it cannot start, if anything.
///
/// # Errors
/// Where they cannot be written, or the script could make a page of text.
pub fn write(
    site: &Path,
    name: &str,
    script: &str,
    wasm: &[u8],
    failed: Option<&str>,
) -> Result<(String, String)> {
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
    let failed = failed.map(|what| format!(".catch(error => {{ {what} }})")).unwrap_or_default();
    let script = format!(
        "{script}\n__wbg_init({{ module_or_path: fetch(new URL('{wasm_name}', import.meta.url), {{ integrity: '{}' }}) }}){failed};\n",
        integrity(wasm)
    );
    let script_name = format!("{name}-{}.js", hash(script.as_bytes()));
    fs::write(site.join(&wasm_name), wasm).with_context(|| format!("cannot write {wasm_name}"))?;
    fs::write(site.join(&script_name), script).with_context(|| format!("cannot write {script_name}"))?;
    Ok((script_name, wasm_name))
}

/// The hash of a file's contents, as browsers check it.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

/// 16 digits that no other contents have.
fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_follow_what_is_in_the_files() {
        let site = std::env::temp_dir().join(format!("tier-atlas-script-{}", std::process::id()));
        fs::create_dir_all(&site).unwrap();
        let (script, wasm) = write(&site, "app", "let x;", b"1", None).unwrap();
        let (other, _) = write(&site, "app", "let x;", b"2", None).unwrap();
        assert_ne!(script, other, "the script says which WebAssembly it takes");
        let text = fs::read_to_string(site.join(&script)).unwrap();
        assert!(text.contains(&wasm) && text.contains(&integrity(b"1")), "{text}");
        assert!(write(&site, "app", "x.innerHTML = y;", b"1", None).is_err());
        fs::remove_dir_all(&site).unwrap();
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
