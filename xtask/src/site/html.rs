//! The page as it is shipped: base path written in, Content-Security-Policy made for its own scripts.

use anyhow::{Result, anyhow, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256, Sha384};

use super::Base;

/// Where index.html has the policy put in.
const PLACE: &str = "{policy}";

/// The files that the page fetches and whose contents it knows beforehand.
const KNOWN: [&str; 6] = [
    "data/atlas.json",
    "data/record.json",
    "map/world.json",
    "words/es.json",
    "words/fr.json",
    "words/ko.json",
];

/// Finishes Trunk's index.html for a base path and the script of the annex. `integrity` gives the hash of a file of the
/// site, as browsers check it (`sha384-…`).
///
/// # Errors
/// Where the page is not as expected, so that no page without a policy is ever shipped.
pub fn finished(
    page: &str,
    base: &Base,
    annex: &str,
    integrity: &dyn Fn(&str) -> Result<String>,
) -> Result<String> {
    let root = base.as_str();
    let page = started(page, root, annex, integrity)?;
    let mut known = Vec::new();
    for file in KNOWN {
        known.push(format!("{file} {}", integrity(file)?));
    }
    let page = page.replace(
        "data-base=\"/\"",
        &format!(
            "data-base=\"{root}\" data-annex=\"{annex}\" data-annex-integrity=\"{}\" data-integrity=\"{}\"",
            integrity(annex)?,
            known.join(" ")
        ),
    );
    let mut page = page;
    for file in ["data/atlas.json", "map/world.json"] {
        let here = format!("href=\"/{file}\"");
        if !page.contains(&here) {
            bail!("index.html does not fetch {file} ahead");
        }
        page = page.replace(&here, &format!("href=\"{root}{file}\" integrity=\"{}\"", integrity(file)?));
    }
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

/// The page with a start of our own in the place of Trunk's, which checks neither the script that it imports nor the
/// WebAssembly: an import map with the scripts' hashes, and a fetch with that of the WebAssembly.
fn started(
    page: &str,
    root: &str,
    annex: &str,
    integrity: &dyn Fn(&str) -> Result<String>,
) -> Result<String> {
    let strange = || anyhow!("index.html does not start as Trunk has it start");
    let (before, from) = page.split_once("<script type=\"module\">").ok_or_else(strange)?;
    let (start, after) = from.split_once("</script>").ok_or_else(strange)?;
    let named = |ending: &str| {
        let mut names = start.split('\'').filter(|text| text.starts_with(root) && text.ends_with(ending));
        names.next().and_then(|name| name.strip_prefix(root))
    };
    let (script, wasm) = named(".js").zip(named(".wasm")).ok_or_else(strange)?;
    // Trunk's own links to both stand between the script and the end of the head.
    let (_, after) = after.split_once("</head>").ok_or_else(strange)?;
    let (script_hash, wasm_hash) = (integrity(script)?, integrity(wasm)?);
    let annex_hash = integrity(annex)?;
    Ok(format!(
        "{before}<link rel=\"modulepreload\" href=\"{root}{script}\" crossorigin=\"anonymous\" integrity=\"{script_hash}\">
    <link rel=\"preload\" href=\"{root}{wasm}\" crossorigin=\"anonymous\" integrity=\"{wasm_hash}\" as=\"fetch\" type=\"application/wasm\">
    <script type=\"importmap\">{{\"integrity\":{{\"{root}{script}\":\"{script_hash}\",\"{root}{annex}\":\"{annex_hash}\"}}}}</script>
    <script type=\"module\">
      import init from '{root}{script}';
      await init({{ module_or_path: fetch('{root}{wasm}', {{ integrity: '{wasm_hash}', credentials: 'same-origin' }}) }});
    </script>
  </head>{after}"
    ))
}

/// The hash of a file's contents, as browsers check it.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
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
        <link href=\"/map/world.json\"><script src=\"/boot.js\"></script><script type=\"module\">\n\
        import init, * as bindings from '/app-1.js';\nconst wasm = await init({ module_or_path: '/app-1.wasm' });\n</script>\
        <link rel=\"modulepreload\" href=\"/app-1.js\"></head><body></body></html>";

    fn made(page: &str, base: &str) -> Result<String> {
        let integrity = |file: &str| Ok(format!("sha384-of-{file}"));
        finished(page, &Base::parse(base).unwrap(), "annex-1.js", &integrity)
    }

    #[test]
    fn each_inline_script_is_allowed_by_its_hash() {
        let page = made(PAGE, "/").unwrap();
        for script in inline_scripts(&page) {
            assert!(page.contains(&format!("'sha256-{}'", hash(script))), "{page}");
        }
        assert_eq!(page.matches("'sha256-").count(), 2, "the import map and the start");
        // `printf 'x' | openssl dgst -sha256 -binary | base64`
        assert_eq!(hash("x"), "LXEWQrcmsEQBYnyp+6wy9chTD7GQPMTbAiWHF5IaSIE=");
        assert!(!page.contains("unsafe-inline") && !page.contains("'unsafe-eval'"));
    }

    #[test]
    fn what_the_page_fetches_is_checked() {
        let page = made(PAGE, "/").unwrap();
        assert!(page.contains("{\"integrity\":{\"/app-1.js\":\"sha384-of-app-1.js\""), "{page}");
        assert!(page.contains("fetch('/app-1.wasm', { integrity: 'sha384-of-app-1.wasm'"), "{page}");
        assert!(page.contains("href=\"/map/world.json\" integrity=\"sha384-of-map/world.json\""), "{page}");
        assert!(page.contains("words/ko.json sha384-of-words/ko.json\""), "{page}");
        assert!(page.contains("data-annex-integrity=\"sha384-of-annex-1.js\""), "{page}");
    }

    #[test]
    fn the_base_path_is_written_in() {
        let page = PAGE.replace("'/app", "'/atlas/app");
        let page = made(&page, "/atlas/").unwrap();
        assert!(page.contains("data-base=\"/atlas/\" data-annex=\"annex-1.js\""), "{page}");
        assert!(page.contains("href=\"/atlas/data/atlas.json\""), "{page}");
        assert!(page.contains("import init from '/atlas/app-1.js'"), "{page}");
    }

    #[test]
    fn a_page_that_is_not_as_expected_is_refused() {
        for missing in ["{policy}", "<script type=\"module\">", "/map/world.json", "'/app-1.wasm'"] {
            assert!(made(&PAGE.replace(missing, ""), "/").is_err(), "{missing}");
        }
    }
}
