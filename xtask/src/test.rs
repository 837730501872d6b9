//! `cargo xtask test`: everything that CI checks, with a closing line of counts.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::browser::Driver;
use crate::process::{answer, cargo, run, say, watch};
use crate::setup;
use crate::site::{self, Base, Options, weight};

/// Tests passed, failed and skipped so far, and what went wrong.
#[derive(Debug, Default)]
struct Tally {
    passed: usize,
    failed: usize,
    skipped: usize,
    broken: Vec<String>,
}

impl Tally {
    /// A check that is no test of a runner counts as one.
    fn check(&mut self, name: &str, outcome: Result<()>) {
        match outcome {
            Ok(()) => self.passed += 1,
            Err(error) => {
                eprintln!("\n{name}: {error:#}");
                self.failed += 1;
                self.broken.push(name.to_owned());
            }
        }
    }

    /// Runs a test runner and counts what its closing lines say.
    fn tests(&mut self, name: &str, command: &mut Command) -> Result<()> {
        say(name);
        let before = self.failed;
        let mut counted = [0; 3];
        let succeeded = watch(command, |line| {
            if let Some(counts) = counts(line) {
                for (sum, n) in counted.iter_mut().zip(counts) {
                    *sum += n;
                }
            }
        })?;
        let [passed, failed, skipped] = counted;
        self.passed += passed;
        self.failed += failed;
        self.skipped += skipped;
        if !succeeded && self.failed == before {
            // It failed before it could count: a compile error, a crash.
            self.failed += 1;
        }
        if !succeeded {
            self.broken.push(name.to_owned());
        } else if passed + failed == 0 {
            self.failed += 1;
            self.broken.push(format!("{name}: no test ran"));
        }
        Ok(())
    }
}

/// Passed, failed and ignored of a line like `test result: ok. 12 passed; 0 failed; 1 ignored; …`.
fn counts(line: &str) -> Option<[usize; 3]> {
    let (_, rest) = line.split_once("test result:")?;
    let number = |word: &str| {
        let mut words = rest.split([' ', ';', '.']).filter(|word| !word.is_empty());
        let at = words.clone().position(|found| found == word)?;
        words.nth(at.checked_sub(1)?)?.parse().ok()
    };
    Some([number("passed")?, number("failed")?, number("ignored").unwrap_or(0)])
}

/// Runs every check. Continues after a failure, to report all of them.
///
/// # Errors
/// Where anything failed, after the closing line.
pub fn test(root: &Path) -> Result<()> {
    let start = Instant::now();
    let mut tally = Tally::default();

    say("Formatting");
    tally.check("formatting (cargo fmt)", run(cargo(root).args(["fmt", "--all", "--check"])));
    say("Data");
    tally.check("data and what is made of it", crate::check_data(root));
    setup::wasm_target()?;
    say("Lints");
    let deny = ["--", "-D", "warnings"];
    let native = ["clippy", "--workspace", "--all-targets"];
    tally.check("clippy (native)", run(cargo(root).args(native).args(deny)));
    let wasm = ["clippy", "-p", "tier-atlas", "--target", "wasm32-unknown-unknown"];
    tally.check("clippy (wasm32)", run(cargo(root).args(wasm).arg("--all-targets").args(deny)));
    tally.check(
        "clippy (wasm32, split)",
        run(cargo(root).args(wasm).args(["--features", "split"]).args(deny)),
    );
    let docs = ["doc", "--workspace", "--no-deps", "--document-private-items"];
    tally.check("documentation", run(cargo(root).args(docs).env("RUSTDOCFLAGS", "-D warnings")));

    dependencies(root, &mut tally)?;

    // A crate that fails hides no other.
    let native = ["test", "--workspace", "--no-fail-fast", "--exclude", "e2e", "--exclude", "tier-atlas"];
    tally.tests("Unit and property tests", cargo(root).args(native))?;
    let next = next_edition(root)?;
    tally.tests(
        "The same on a record with one more edition",
        cargo(root).args(native).args(["--exclude", "import", "--tests"]).env("TIER_ATLAS_RECORD", &next),
    )?;

    let browser = setup::browser()?;
    let wasm_bindgen = setup::wasm_bindgen(root)?;
    let runner = wasm_bindgen.with_file_name("wasm-bindgen-test-runner");
    tally.tests(
        "Component tests in the browser",
        cargo(root)
            .args(["test", "-p", "tier-atlas", "--target", "wasm32-unknown-unknown", "--tests"])
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner)
            .env("CHROMEDRIVER", &browser.driver),
    )?;

    let Sites { dist, under_base, of_next } = sites(root, &next)?;
    say("Byte budgets");
    budgets(root, &dist, &mut tally)?;
    let trunk = trunk(root, &wasm_bindgen, &mut tally)?;

    let driver = Driver::start(&browser)?;
    let npm = setup::Npm::packages(root)?;
    let nginx = setup::nginx();
    let browsed = || {
        let mut browsed = cargo(root);
        browsed
            .args(["test", "-p", "e2e", "--test", "site", "--"])
            .env("TIER_ATLAS_DIST_BASE", &under_base)
            .env("TIER_ATLAS_NEXT", next.join("assets"))
            .env("RUST_TEST_THREADS", threads());
        match &npm {
            Some(npm) => browsed.env("TIER_ATLAS_AXE", npm.axe()),
            None => browsed.args(["--skip", "axe::"]),
        };
        browsed
    };
    let mut all = browsed();
    if npm.is_none() {
        println!("Skipped: axe-core, which comes from npm.");
        tally.skipped += 1;
    }
    match &trunk {
        Some(made) => {
            all.env("TIER_ATLAS_TRUNK", made);
        }
        None => {
            all.args(["--skip", "trunk::"]);
        }
    }
    match &nginx {
        Some(nginx) => {
            all.env("TIER_ATLAS_NGINX", nginx);
        }
        None => {
            println!("Skipped: the recipe for nginx, which is not here with its module for brotli.");
            tally.skipped += 1;
            all.args(["--skip", "hosts::"]);
        }
    }
    tally.tests(
        "End-to-end tests on the release build",
        driver.tell(&mut all).env("TIER_ATLAS_DIST", &dist),
    )?;
    // What is about the made-up edition itself, and about no edition.
    let apart = [
        "next_edition::",
        "hosts::",
        "trunk::",
        "axe::",
        "offline::",
        "security::",
        "failures::",
        "frames::",
        "paper::",
        "reading::in_every",
        "reading::with_large",
    ];
    let mut of_one_more = browsed();
    of_one_more.args(apart.iter().flat_map(|suite| ["--skip", suite]));
    tally.tests(
        "End-to-end tests on a site with one more edition",
        driver.tell(&mut of_one_more).env("TIER_ATLAS_DIST", &of_next).env("TIER_ATLAS_RECORD", &next),
    )?;
    drop(driver);

    println!("\n{} minutes", start.elapsed().as_secs().div_ceil(60));
    for broken in &tally.broken {
        println!("failed: {broken}");
    }
    println!("\n{} passed, {} failed, {} skipped", tally.passed, tally.failed, tally.skipped);
    if tally.failed > 0 {
        bail!("not everything holds");
    }
    Ok(())
}

/// Checks the dependencies against `deny.toml`. What is known of their faults comes from a list that not every machine
/// reaches.
fn dependencies(root: &Path, tally: &mut Tally) -> Result<()> {
    say("Dependencies");
    let deny = setup::cargo_deny(root)?;
    let deny = |args: &[&str]| {
        let mut command = Command::new(&deny);
        command.current_dir(root).args(args);
        command
    };
    let checks = ["check", "bans", "licenses", "sources"];
    tally.check("licences, sources, banned and double crates", run(&mut deny(&checks)));
    if deny(&["fetch", "db"]).output().context("cannot start cargo-deny")?.status.success() {
        let known = ["check", "--disable-fetch", "advisories"];
        tally.check("known faults of dependencies", run(&mut deny(&known)));
    } else {
        println!(
            "Skipped: known faults of dependencies, whose list (github.com/RustSec/advisory-db) is out of reach."
        );
        tally.skipped += 1;
    }
    Ok(())
}

/// The site as Trunk builds it, unsplit, for the developers' loop; `None` where Trunk is not on PATH, or fails.
fn trunk(root: &Path, wasm_bindgen: &Path, tally: &mut Tally) -> Result<Option<PathBuf>> {
    let Some(trunk) = setup::trunk() else {
        println!("Skipped: the build with Trunk, which is not on PATH. Only `trunk serve` needs it.");
        tally.skipped += 1;
        return Ok(None);
    };
    say("Building with Trunk");
    // It takes the wasm-bindgen of the component tests, where it would download one.
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders =
        wasm_bindgen.parent().map(Path::to_path_buf).into_iter().chain(std::env::split_paths(&path));
    let built = run(Command::new(trunk)
        .current_dir(root)
        .args(["build", "--offline"])
        .env("PATH", std::env::join_paths(folders)?)
        // Trunk takes any value but true and false for an error.
        .env_remove("NO_COLOR"));
    let succeeded = built.is_ok();
    tally.check("trunk build", built);
    Ok(succeeded.then(|| root.join("target/trunk")))
}

/// Weighs each page. Without wasm-opt there is nothing to hold the budgets against.
fn budgets(root: &Path, dist: &Path, tally: &mut Tally) -> Result<()> {
    let over = weight::report(&weight::weigh(dist)?);
    if !site::Tools::here(root)?.is_small() {
        println!("Skipped: the budgets are those of a site that was made small with all tools.");
        tally.skipped += weight::BUDGETS.len();
        return Ok(());
    }
    for (name, ..) in weight::BUDGETS {
        let broken = over.iter().find(|broken| broken.name == name);
        let outcome = broken.map_or(Ok(()), |broken| Err(anyhow::anyhow!("{broken}")));
        tally.check(&format!("byte budget: {name}"), outcome);
    }
    Ok(())
}

/// The sites that the tests look at.
struct Sites {
    /// The release site for `/`, in `dist/`.
    dist: PathBuf,
    /// The same for another base path, with an origin, which some addresses need to be whole.
    under_base: PathBuf,
    /// The same with one more edition.
    of_next: PathBuf,
}

fn sites(root: &Path, next: &Path) -> Result<Sites> {
    let moved = |to: &str, options: &Options| {
        let (made, to) = (site::dist(root, options)?, root.join("target").join(to));
        if to.exists() {
            std::fs::remove_dir_all(&to)?;
        }
        std::fs::rename(made, &to).with_context(|| format!("cannot move the site into {}", to.display()))?;
        Ok::<PathBuf, anyhow::Error>(to)
    };
    let base = Base::parse("https://example.org/atlas/")?;
    Ok(Sites {
        under_base: moved("site-under-a-base", &Options { base, ..Options::default() })?,
        of_next: moved(
            "site-of-next-edition",
            &Options { record: Some(next.to_path_buf()), ..Options::default() },
        )?,
        dist: site::dist(root, &Options::default())?,
    })
}

/// A record with a made-up edition, imported and accepted: the folder that its `data/` and `assets/` are in.
fn next_edition(root: &Path) -> Result<PathBuf> {
    let place = root.join("target/next-edition");
    if place.exists() {
        std::fs::remove_dir_all(&place)?;
    }
    run(crate::importer(root).arg("--rehearse").arg(root.join("e2e/edition-2026")).arg(&place))?;
    Ok(place)
}

/// As many browsers at once as there are processors, two at least.
fn threads() -> String {
    let processors = answer("nproc", &[]).and_then(|n| n.parse().ok()).unwrap_or(2usize);
    processors.clamp(2, 4).to_string()
}

#[cfg(test)]
mod tests {
    use super::{Tally, counts};

    #[test]
    fn closing_lines_are_counted() {
        let cargo = "test result: FAILED. 12 passed; 3 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.1s";
        assert_eq!(counts(cargo), Some([12, 3, 1]));
        assert_eq!(counts("test result: ok. 3 passed; 0 failed; 0 filtered out"), Some([3, 0, 0]));
        assert_eq!(counts("running 3 tests"), None);
    }

    #[test]
    fn a_runner_that_runs_nothing_is_a_failure() {
        let mut tally = Tally::default();
        tally.tests("nothing", std::process::Command::new("true").arg("x")).unwrap();
        assert_eq!(tally.failed, 1);
        tally.tests("a crash", &mut std::process::Command::new("false")).unwrap();
        assert_eq!(tally.failed, 2);
    }
}
