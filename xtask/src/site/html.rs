//! The page as it is shipped: base path, policy, scripts and the hashes of what it fetches written in.

use anyhow::{Context, Result, bail};

use super::names::{Name, Names};
use super::script::Program;
use super::{Base, policy};

/// Where index.html has the policy put in.
const PLACE: &str = "{policy}";

/// The programs that the page starts.
#[derive(Clone, Copy, Debug)]
pub struct Scripts<'a> {
    /// The app.
    pub app: &'a Program,
    /// The annex, which the app starts where it is asked for.
    pub annex: &'a Program,
}

/// The elements of a head that fetch the annex ahead, for the pages that are its.
pub fn annex_ahead(base: &Base, annex: &Program) -> String {
    let script = &annex.script;
    format!(
        "<link rel=\"modulepreload\" href=\"{}{}\" integrity=\"{}\">\n    {}",
        base.as_str(),
        script.path,
        script.integrity,
        wasm_ahead(base, &annex.wasm)
    )
}

fn wasm_ahead(base: &Base, wasm: &Name) -> String {
    format!(
        "<link rel=\"preload\" href=\"{}{}\" crossorigin=\"anonymous\" integrity=\"{}\" as=\"fetch\" type=\"application/wasm\">",
        base.as_str(),
        wasm.path,
        wasm.integrity
    )
}

/// Finishes Trunk's index.html for a base path, the scripts, and the names that files have in this build.
///
/// # Errors
/// Where the page is not as expected, so that no page without a policy is ever shipped.
pub fn finished(page: &str, base: &Base, scripts: Scripts<'_>, names: &Names) -> Result<String> {
    let root = base.as_str();
    let Scripts { app, annex } = scripts;
    let (script, annex) = (&app.script, &annex.script);
    const START: &str = "{start}";
    if page.matches(START).count() != 1 {
        bail!("index.html has no place for its scripts ({START})");
    }
    let start = format!(
        "{}\n    <script type=\"module\" src=\"{root}{}\" integrity=\"{}\"></script>",
        wasm_ahead(base, &app.wasm),
        script.path,
        script.integrity
    );
    let mut page = without_start(page)?.replace(START, &start);
    const BUILD: &str = "data-annex=\"{annex}\"";
    if page.matches(BUILD).count() != 1 {
        bail!("index.html has no place for what the build says of itself ({BUILD})");
    }
    let build = format!(
        "data-annex=\"{}\" data-annex-integrity=\"{}\" data-files=\"{}\"",
        annex.path,
        annex.integrity,
        names.listed()
    );
    page = page.replace(BUILD, &build).replace("data-base=\"/\"", &format!("data-base=\"{root}\""));
    let file = "data/atlas.json";
    let here = format!("href=\"/{file}\"");
    if !page.contains(&here) {
        bail!("index.html does not fetch {file} ahead");
    }
    let atlas = names.of(file)?;
    page = page.replace(&here, &format!("href=\"{root}{}\" integrity=\"{}\"", atlas.path, atlas.integrity));
    page = page.replace("{base}", root);
    if page.matches(PLACE).count() != 1 {
        bail!("index.html has no place for the policy ({PLACE})");
    }
    // Browsers look for it in so many bytes (HTML, section 4.2.5.4).
    if page.find("<meta charset=").is_none_or(|at| at > 900) {
        bail!("index.html says too late in which encoding it is");
    }
    if page.matches("<script").count() != page.matches("<script src=").count() + 1 {
        bail!("index.html has a script in itself, which the policy refuses");
    }
    Ok(page.replace(PLACE, &policy::in_the_page()))
}

/// The page with whether browsers may keep the site for use without a connection; `boot.js` sees to it.
///
/// # Errors
/// Where it has no place for that.
pub fn offline(page: &str, on: bool) -> Result<String> {
    const PLACE: &str = " data-offline=\"\"";
    if page.matches(PLACE).count() != 1 {
        bail!("index.html does not say whether it is for offline use");
    }
    Ok(if on { page.to_owned() } else { page.replace(PLACE, "") })
}

/// The page without Trunk's start, which stands in the page itself, where the policy would have to allow it, and checks
/// neither the script that it imports nor the WebAssembly. Trunk’s own links to both stand between it and the end of the
/// head, and go with it.
fn without_start(page: &str) -> Result<String> {
    let (before, from) = page.split_once("<script type=\"module\">").context(STRANGE)?;
    let (_, after) = from.split_once("</head>").context(STRANGE)?;
    Ok(format!("{before}</head>{after}"))
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

    const PAGE: &str = "<html data-base=\"/\"><head><meta charset=\"utf-8\"><meta data-annex=\"{annex}\"><meta content=\"{policy}\"><link href=\"/data/atlas.json\">\
        <script src=\"/boot.js\"></script><script type=\"module\">\n\
        import init, * as bindings from '/app-1.js';\nconst wasm = await init({ module_or_path: '/app-1.wasm' });\n</script>\
        <link rel=\"modulepreload\" href=\"/app-1.js\"></head><body>{start}</body></html>";

    fn made(page: &str, base: &str) -> Result<String> {
        let site = tempfile::tempdir().unwrap();
        for path in Names::files() {
            let path = site.path().join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, "x").unwrap();
        }
        let name =
            |path: &str| Name { path: format!("hashed/{path}"), integrity: format!("sha384-of-{path}") };
        let program = |script, wasm| Program { script: name(script), wasm: name(wasm) };
        let (app, annex) = (program("app-2.js", "app-2.wasm"), program("annex-1.js", "annex-1.wasm"));
        let names = Names::moved(site.path()).unwrap();
        finished(page, &Base::parse(base).unwrap(), Scripts { app: &app, annex: &annex }, &names)
    }

    #[test]
    fn no_script_stands_in_the_page_itself() {
        let page = made(PAGE, "/").unwrap();
        assert!(
            page.contains(
                "<script type=\"module\" src=\"/hashed/app-2.js\" integrity=\"sha384-of-app-2.js\"></script>"
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
                "href=\"/hashed/app-2.wasm\" crossorigin=\"anonymous\" integrity=\"sha384-of-app-2.wasm\""
            ),
            "{page}"
        );
        assert!(
            page.contains("href=\"/hashed/data/atlas-2d711642b726b044.json\" integrity=\"sha384-11LC"),
            "{page}"
        );
        assert!(page.contains("words/ko.json hashed/words/ko-2d711642b726b044.json sha384-11LC"), "{page}");
        assert!(page.contains("data-annex-integrity=\"sha384-of-annex-1.js\""), "{page}");
    }

    #[test]
    fn the_base_path_is_written_in() {
        let page = made(&PAGE.replace("'/app", "'/atlas/app"), "/atlas/").unwrap();
        assert!(
            page.contains("data-base=\"/atlas/\">") && page.contains("data-annex=\"hashed/annex-1.js\""),
            "{page}"
        );
        assert!(page.contains("href=\"/atlas/hashed/data/atlas-"), "{page}");
        assert!(page.contains("src=\"/atlas/hashed/app-2.js\""), "{page}");
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
        for missing in [
            "{policy}",
            "{annex}",
            "{start}",
            "charset",
            "<script type=\"module\">",
            "/data/atlas.json",
            "</head>",
        ] {
            assert!(made(&PAGE.replace(missing, ""), "/").is_err(), "{missing}");
        }
    }
}
