//! The page as it is shipped: base path written in, Content-Security-Policy made for its own scripts.

use anyhow::{Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::Base;

/// Where index.html has the policy put in.
const PLACE: &str = "{policy}";

/// Finishes Trunk's index.html for a base path and the script of the annex.
///
/// # Errors
/// Where the page is not as expected, so that no page without a policy is ever shipped.
pub fn finished(page: &str, base: &Base, annex: &str) -> Result<String> {
    let page = page
        .replace("data-base=\"/\"", &format!("data-base=\"{}\" data-annex=\"{annex}\"", base.as_str()))
        .replace("href=\"/data/", &format!("href=\"{}data/", base.as_str()))
        .replace("href=\"/map/", &format!("href=\"{}map/", base.as_str()));
    if page.matches(PLACE).count() != 1 {
        bail!("index.html has no place for the policy ({PLACE})");
    }
    let hashes: Vec<String> =
        inline_scripts(&page).into_iter().map(|script| format!(" 'sha256-{}'", hash(script))).collect();
    let policy = format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{}; style-src 'self'; img-src 'self' blob:; \
         connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'",
        hashes.concat()
    );
    Ok(page.replace(PLACE, &policy))
}

fn hash(script: &str) -> String {
    STANDARD.encode(Sha256::digest(script))
}

/// The texts of the scripts that stand in the page itself.
fn inline_scripts(page: &str) -> Vec<&str> {
    let mut scripts = Vec::new();
    let mut rest = page;
    while let Some((_, from)) = rest.split_once("<script") {
        let Some((attributes, from)) = from.split_once('>') else { break };
        let Some((text, after)) = from.split_once("</script>") else { break };
        if !attributes.contains("src=") {
            scripts.push(text);
        }
        rest = after;
    }
    scripts
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<html data-base=\"/\"><head><meta content=\"{policy}\"><link href=\"/data/atlas.json\">\
        <script src=\"/boot.js\"></script><script type=\"module\">\nimport x;</script></head></html>";

    #[test]
    fn each_inline_script_is_allowed_by_its_hash() {
        let page = finished(PAGE, &Base::default(), "annex-1.js").unwrap();
        // `printf '\nimport x;' | openssl dgst -sha256 -binary | base64`
        assert!(page.contains("'sha256-rZZzsRPtN73GschIcd2G4ab/RTpS+WHOY20f5pEJIQI='"), "{page}");
        assert_eq!(page.matches("sha256-").count(), 1);
        assert!(!page.contains("unsafe-inline") && !page.contains("'unsafe-eval'"));
    }

    #[test]
    fn the_base_path_is_written_in() {
        let page = finished(PAGE, &Base::parse("/atlas/").unwrap(), "annex-1.js").unwrap();
        assert!(
            page.contains("data-base=\"/atlas/\" data-annex=\"annex-1.js\"")
                && page.contains("href=\"/atlas/data/atlas.json\"")
        );
    }

    #[test]
    fn a_page_without_a_place_for_the_policy_is_refused() {
        assert!(finished("<html></html>", &Base::default(), "annex-1.js").is_err());
    }
}
