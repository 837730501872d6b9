//! The page as it is shipped: base path, policy, scripts and the hashes of what it fetches written in.

use anyhow::{Context, Result, bail};

use super::{Base, policy};

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

/// The scripts that the page starts, and what the first of them fetches.
#[derive(Clone, Copy, Debug)]
pub struct Scripts<'a> {
    /// The app’s script, which starts its WebAssembly.
    pub app: &'a str,
    /// The app’s WebAssembly.
    pub wasm: &'a str,
    /// The annex’s script.
    pub annex: &'a str,
}

/// The elements of a head that fetch the annex ahead, for the pages that are its.
///
/// # Errors
/// Where `integrity` knows no such file.
pub fn annex_ahead(
    base: &Base,
    annex: (&str, &str),
    integrity: &dyn Fn(&str) -> Result<String>,
) -> Result<String> {
    let (root, (script, wasm)) = (base.as_str(), annex);
    Ok(format!(
        "<link rel=\"modulepreload\" href=\"{root}{script}\" integrity=\"{}\">
    <link rel=\"preload\" href=\"{root}{wasm}\" crossorigin=\"anonymous\" integrity=\"{}\" as=\"fetch\" type=\"application/wasm\">",
        integrity(script)?,
        integrity(wasm)?
    ))
}

/// Finishes Trunk's index.html for a base path and the scripts. `integrity` gives the hash of a file of the site, as
/// browsers check it (`sha384-…`).
///
/// # Errors
/// Where the page is not as expected, so that no page without a policy is ever shipped.
pub fn finished(
    page: &str,
    base: &Base,
    scripts: Scripts<'_>,
    integrity: &dyn Fn(&str) -> Result<String>,
) -> Result<String> {
    let root = base.as_str();
    let Scripts { app, wasm, annex } = scripts;
    let mut page = started(page, |rest| {
        Ok(format!(
            "<script type=\"module\" src=\"{root}{app}\" integrity=\"{}\"></script>
    <link rel=\"preload\" href=\"{root}{wasm}\" crossorigin=\"anonymous\" integrity=\"{}\" as=\"fetch\" type=\"application/wasm\">
  </head>{rest}",
            integrity(app)?,
            integrity(wasm)?
        ))
    })?;
    let mut known = Vec::new();
    for file in KNOWN {
        known.push(format!("{file} {}", integrity(file)?));
    }
    page = page.replace(
        "data-base=\"/\"",
        &format!(
            "data-base=\"{root}\" data-annex=\"{annex}\" data-annex-integrity=\"{}\" data-integrity=\"{}\"",
            integrity(annex)?,
            known.join(" ")
        ),
    );
    let file = "data/atlas.json";
    let here = format!("href=\"/{file}\"");
    if !page.contains(&here) {
        bail!("index.html does not fetch {file} ahead");
    }
    page = page.replace(&here, &format!("href=\"{root}{file}\" integrity=\"{}\"", integrity(file)?));
    page = page.replace("{base}", root);
    if page.matches(PLACE).count() != 1 {
        bail!("index.html has no place for the policy ({PLACE})");
    }
    if page.matches("<script").count() != page.matches("<script src=").count() + 1 {
        bail!("index.html has a script in itself, which the policy refuses");
    }
    Ok(page.replace(PLACE, &policy::in_the_page()))
}

/// The page with a start of our own in the place of Trunk's: that stands in the page itself, where the policy would have
/// to allow it, and checks neither the script that it imports nor the WebAssembly. Trunk’s own links to both stand
/// between it and the end of the head, and go with it.
fn started(page: &str, own: impl Fn(&str) -> Result<String>) -> Result<String> {
    let (before, from) = page.split_once("<script type=\"module\">").context(STRANGE)?;
    let (_, after) = from.split_once("</head>").context(STRANGE)?;
    Ok(format!("{before}{}", own(after)?))
}

const STRANGE: &str = "index.html does not start as Trunk has it start";

/// The script and the WebAssembly that Trunk's index.html starts, by their names within the site.
///
/// # Errors
/// Where it does not name them.
pub fn of_trunk(page: &str, base: &Base) -> Result<(String, String)> {
    let start =
        page.split_once("<script type=\"module\">").and_then(|(_, from)| from.split_once("</script>"));
    let (start, _) = start.context(STRANGE)?;
    let named = |ending: &str| {
        let mut names = start.split('\'').filter(|text| text.ends_with(ending));
        names.find_map(|name| name.strip_prefix(base.as_str())).map(str::to_owned)
    };
    named(".js").zip(named(".wasm")).context(STRANGE)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<html data-base=\"/\"><head><meta content=\"{policy}\"><link href=\"/data/atlas.json\">\
        <script src=\"/boot.js\"></script><script type=\"module\">\n\
        import init, * as bindings from '/app-1.js';\nconst wasm = await init({ module_or_path: '/app-1.wasm' });\n</script>\
        <link rel=\"modulepreload\" href=\"/app-1.js\"></head><body></body></html>";

    const SCRIPTS: Scripts<'_> = Scripts { app: "app-2.js", wasm: "app-2.wasm", annex: "annex-1.js" };

    fn made(page: &str, base: &str) -> Result<String> {
        let integrity = |file: &str| Ok(format!("sha384-of-{file}"));
        finished(page, &Base::parse(base).unwrap(), SCRIPTS, &integrity)
    }

    #[test]
    fn no_script_stands_in_the_page_itself() {
        let page = made(PAGE, "/").unwrap();
        assert!(
            page.contains(
                "<script type=\"module\" src=\"/app-2.js\" integrity=\"sha384-of-app-2.js\"></script>"
            ),
            "{page}"
        );
        assert!(!page.contains("app-1"), "Trunk's start is gone: {page}");
        let with_one = PAGE.replace("<script src=", "<script>let x;</script><script src=");
        assert!(made(&with_one, "/").is_err());
    }

    #[test]
    fn what_the_page_fetches_is_checked() {
        let page = made(PAGE, "/").unwrap();
        assert!(
            page.contains(
                "href=\"/app-2.wasm\" crossorigin=\"anonymous\" integrity=\"sha384-of-app-2.wasm\""
            ),
            "{page}"
        );
        assert!(page.contains("href=\"/data/atlas.json\" integrity=\"sha384-of-data/atlas.json\""), "{page}");
        assert!(page.contains("words/ko.json sha384-of-words/ko.json\""), "{page}");
        assert!(page.contains("data-annex-integrity=\"sha384-of-annex-1.js\""), "{page}");
    }

    #[test]
    fn the_base_path_is_written_in() {
        let page = made(&PAGE.replace("'/app", "'/atlas/app"), "/atlas/").unwrap();
        assert!(page.contains("data-base=\"/atlas/\" data-annex=\"annex-1.js\""), "{page}");
        assert!(page.contains("href=\"/atlas/data/atlas.json\""), "{page}");
        assert!(page.contains("src=\"/atlas/app-2.js\""), "{page}");
    }

    #[test]
    fn the_files_of_trunk_are_found() {
        let base = Base::parse("/atlas/").unwrap();
        let found = of_trunk(&PAGE.replace("'/app", "'/atlas/app"), &base).unwrap();
        assert_eq!(found, ("app-1.js".to_owned(), "app-1.wasm".to_owned()));
        for missing in ["<script type=\"module\">", "'/atlas/app-1.wasm'"] {
            assert!(
                of_trunk(&PAGE.replace("'/app", "'/atlas/app").replace(missing, ""), &base).is_err(),
                "{missing}"
            );
        }
    }

    #[test]
    fn a_page_that_is_not_as_expected_is_refused() {
        for missing in ["{policy}", "<script type=\"module\">", "/data/atlas.json", "</head>"] {
            assert!(made(&PAGE.replace(missing, ""), "/").is_err(), "{missing}");
        }
    }
}
