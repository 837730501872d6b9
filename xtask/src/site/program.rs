//! The site's program: compiled, split into a part for each page, bound to the browser, made small.
//!
//! The splitter and wasm-bindgen are libraries here, so nothing has to be installed for them. What each part is stands at its
//! split point (`src/part.rs`); code that several parts share becomes a part of its own (a chunk).

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, anyhow, bail};
use wasm_bindgen_cli_support::Bindgen;

use super::names::{FOLDER, Name, hash, integrity};
use super::short_names;
use super::tools::Tools;
use crate::process::{Steps, quietly};
use crate::setup::Npm;

/// What the program is called, as a file.
const NAME: &str = "tier-atlas";

/// The script that the splitter writes: it fetches parts.
const SPLIT: &str = "__wasm_split.js";

/// The features of WebAssembly that rustc 1.95 uses, for wasm-opt.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Fetches a part and checks it. A browser may have kept a damaged file for a year, so a part that is refused is asked for
/// once more past its cache. The type of the answer is set here: some hosts send WebAssembly without it.
const PART: &str = "\
const part = async (name, integrity) => {
    const url = new URL(name, import.meta.url);
    const answer = await fetch(url, { integrity }).catch(() => fetch(url, { integrity, cache: 'reload' }));
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    return new Response(answer.body, { headers: { 'content-type': 'application/wasm' } });
};
";

/// The program under the names of this build.
#[derive(Clone, Debug)]
pub struct Program {
    /// Its script.
    pub script: Name,
    /// Its first part, which the script starts.
    pub main: Name,
    /// The files that each page's part needs, by the part's name: `country`. Files may be shared.
    pub parts: BTreeMap<String, Vec<Name>>,
}

impl Program {
    /// The files of a page's part; none for a page that has no part.
    pub fn part(&self, name: &str) -> &[Name] {
        self.parts.get(name).map_or(&[], Vec::as_slice)
    }
}

/// Builds the program into a site.
///
/// # Errors
/// Where a step fails, or the script could make a page of text.
pub fn build(root: &Path, site: &Path, tools: &Tools, steps: &mut Steps) -> Result<Program> {
    steps.next("compiling the program for the browser", "about four minutes the first time");
    let compiled = tools.compile(root)?;
    steps.next("splitting it into parts and making them small", "half a minute");
    let made = root.join("target/program");
    if made.exists() {
        fs::remove_dir_all(&made)?;
    }
    fs::create_dir_all(&made)?;
    let split = split(&compiled, &made)?;
    bind(&split.main, &made)?;
    let main = made.join(format!("{NAME}_bg.wasm"));
    let glue =
        fs::read_to_string(made.join(format!("{NAME}.js"))).context("wasm-bindgen has written no script")?;
    let glue = short_names::shorten(&main, &glue)?;
    if let Some(wasm_opt) = tools.wasm_opt() {
        for wasm in split.parts.iter().chain([&main]) {
            quietly(
                Command::new(&wasm_opt)
                    // The second round finds what flattened code shows it: 0.6 kB of brotli less on every page.
                    .args(["-Oz", "--flatten", "--rereloop", "-Oz", "--code-folding", "-Oz"])
                    .args(["--strip-producers", "--strip-target-features"])
                    .args(FEATURES)
                    .arg(wasm)
                    .arg("-o")
                    .arg(wasm),
            )?;
        }
    }
    let loader = fs::read_to_string(made.join(SPLIT)).with_context(|| format!("there is no {SPLIT}"))?;
    write(site, &main, &split, &[&glue, &loader], tools.npm.as_ref())
}

/// What the splitter has made.
struct Split {
    main: PathBuf,
    parts: Vec<PathBuf>,
    /// The files of each part, without ending, by its name.
    needs: BTreeMap<String, Vec<String>>,
}

fn split(compiled: &Path, made: &Path) -> Result<Split> {
    let bytes = fs::read(compiled).with_context(|| format!("cannot read {}", compiled.display()))?;
    let main = made.join(format!("{NAME}.main.wasm"));
    let script = format!("./{NAME}.js");
    let mut options = wasm_split_cli_support::Options::new(&bytes);
    options.output_dir = made;
    options.main_out_path = &main;
    options.main_module = &script;
    let split = wasm_split_cli_support::transform(options)
        .map_err(|reason| anyhow!("the program could not be split: {reason:#}"))?;
    Ok(Split { parts: split.split_modules, needs: split.prefetch_map.into_iter().collect(), main })
}

fn bind(main: &Path, made: &Path) -> Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(main).out_name(NAME).typescript(false).keep_lld_exports(true).demangle(false);
    bindgen.web(true).and_then(|bindgen| bindgen.generate(made)).map_err(|reason| anyhow!("{reason:#}"))
}

/// Writes program and parts into the site; `scripts` are those of wasm-bindgen and of the splitter.
fn write(
    site: &Path,
    main: &Path,
    split: &Split,
    [glue, loader]: &[&str; 2],
    npm: Option<&Npm>,
) -> Result<Program> {
    let folder = site.join(FOLDER);
    fs::create_dir_all(&folder)?;
    let mut parts = BTreeMap::new();
    for path in &split.parts {
        let stem = path.file_stem().context("a part without a name")?.to_string_lossy().into_owned();
        let bytes = fs::read(path)?;
        // The splitter's names contain paths of the source; the build's are shorter.
        let short = short(&stem);
        parts.insert(stem, written(&folder, &format!("{short}-{}_part.wasm", hash(&bytes)), &bytes)?);
    }
    let wasm = fs::read(main).context("wasm-bindgen has written no WebAssembly")?;
    let main = written(&folder, &format!("{NAME}-{}_bg.wasm", hash(&wasm)), &wasm)?;
    let script = script(glue, loader, &main, &parts)?;
    let script = npm.map_or(Ok(script.clone()), |npm| npm.minified(&script, true))?;
    refuse_sinks(&script)?;
    let script = written(&folder, &format!("{NAME}-{}.js", hash(script.as_bytes())), script.as_bytes())?;
    let names = |files: &Vec<String>| files.iter().filter_map(|file| parts.get(file).cloned()).collect();
    Ok(Program {
        script,
        main,
        parts: split.needs.iter().map(|(part, files)| (part.clone(), names(files))).collect(),
    })
}

/// A part's name of the splitter's without what is in it twice: `split_country`, `chunk_3`.
fn short(stem: &str) -> String {
    let words: Vec<&str> = stem.split('_').filter(|word| !word.is_empty()).take(3).collect();
    words.join("_")
}

fn written(folder: &Path, name: &str, bytes: &[u8]) -> Result<Name> {
    fs::write(folder.join(name), bytes).with_context(|| format!("cannot write {name}"))?;
    Ok(Name { path: format!("{FOLDER}/{name}"), integrity: integrity(bytes) })
}

/// The scripts of wasm-bindgen and of the splitter as one, which starts the first part and fetches the others under the
/// names of this build.
///
/// # Errors
/// Where they are not as expected, so that no part is ever fetched unchecked.
fn script(glue: &str, split: &str, main: &Name, parts: &BTreeMap<String, Name>) -> Result<String> {
    let split = without_imports(split);
    let mut loader = split.replace("export const ", "const ");
    for (stem, name) in parts {
        let before = format!("fetch(new URL(\"./{stem}.wasm\", import.meta.url))");
        if loader.matches(&before).count() != 1 {
            bail!("{SPLIT} does not fetch {stem} once");
        }
        loader = loader.replace(&before, &format!("part('{}', '{}')", name.file(), name.integrity));
    }
    if loader.contains("fetch(") {
        bail!("{SPLIT} fetches a file that is no part");
    }
    let loads: Vec<&str> = split
        .lines()
        .filter_map(|line| line.strip_prefix("export const ")?.split(" = ").next())
        .filter(|name| name.starts_with("__wasm_split_load_"))
        .collect();
    // wasm-bindgen imports the splitter's script once for each split point.
    let is_split = |line: &&str| line.starts_with("import * as ") && line.contains(SPLIT);
    let imports: Vec<&str> =
        glue.lines().filter(is_split).filter_map(|line| line.split_whitespace().nth(3)).collect();
    let glue: Vec<&str> = glue.lines().filter(|line| !is_split(line)).collect();
    if glue.iter().any(|line| line.starts_with("import ")) {
        bail!("the script of wasm-bindgen imports from another one");
    }
    let imports: String = imports.iter().map(|name| format!("const {name} = parts;\n")).collect();
    let start = format!(
        "__wbg_init({{ module_or_path: fetch(new URL('{}', import.meta.url), {{ integrity: '{}' }}) }})\
         .catch(error => {{ setTimeout(() => {{ throw error; }}); }});\n",
        main.file(),
        main.integrity
    );
    let loads = loads.join(", ");
    let glue = unexported(&glue.join("\n"));
    Ok(format!("{PART}{loader}\nconst parts = {{ {loads} }};\n{imports}{glue}\n{start}"))
}

fn without_imports(script: &str) -> String {
    script.lines().filter(|line| !line.starts_with("import ")).collect::<Vec<_>>().join("\n")
}

/// A script that starts itself and that nothing imports from, without its exports: names that are kept for nobody.
fn unexported(script: &str) -> String {
    let lines = script.lines().filter(|line| !line.starts_with("export {"));
    let plain = |line: &str| line.strip_prefix("export ").unwrap_or(line).to_owned();
    lines.map(plain).collect::<Vec<_>>().join("\n")
}

/// Trusted Types are enforced on the page, without a policy that allows any HTML (`assets/boot.js`).
fn refuse_sinks(script: &str) -> Result<()> {
    for sink in ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function"] {
        if script.contains(sink) {
            bail!(
                "the program's script has “{sink}”, which browsers refuse here. Where it is innerHTML: `view!` makes \
                 it of an element within others whose attributes and texts are all literals; name one of them as a constant"
            );
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "import * as import1 from \"./__wasm_split.js\"\nexport class A {}\nimports['./__wasm_split.js'] = import1;\nexport { A as default };";
    const LOADER: &str = "import { initSync } from \"./tier-atlas.js\";\nexport const __wasm_split_load_country = wrapAsyncCb(makeLoad(() => {\n    const src = fetch(new URL(\"./split_country.wasm\", import.meta.url));\n}, []));";

    fn name(path: &str) -> Name {
        Name { path: format!("hashed/{path}"), integrity: format!("sha384-of-{path}") }
    }

    fn joined(glue: &str, loader: &str) -> Result<String> {
        let parts = BTreeMap::from([("split_country".to_owned(), name("country-1_part.wasm"))]);
        script(glue, loader, &name("tier-atlas-1_bg.wasm"), &parts)
    }

    #[test]
    fn parts_are_fetched_under_their_names_and_checked() {
        let script = joined(GLUE, LOADER).unwrap();
        assert!(script.contains("part('country-1_part.wasm', 'sha384-of-country-1_part.wasm')"), "{script}");
        assert!(
            script.contains("const parts = { __wasm_split_load_country };\nconst import1 = parts;"),
            "{script}"
        );
        assert!(script.contains("fetch(new URL('tier-atlas-1_bg.wasm', import.meta.url), { integrity: 'sha384-of-tier-atlas-1_bg.wasm' })"));
        assert!(!script.contains("\nimport ") && !script.contains("export "), "{script}");
    }

    #[test]
    fn scripts_that_are_not_as_expected_are_refused() {
        assert!(joined(GLUE, &LOADER.replace("split_country.wasm", "other.wasm")).is_err());
        assert!(joined(&format!("import './snippet.js';\n{GLUE}"), LOADER).is_err());
        assert!(refuse_sinks("x.innerHTML = y;").is_err());
    }
}
