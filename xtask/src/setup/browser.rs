//! Chromium and its driver.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, bail};

use crate::process::{answer, on_path, run, say};

const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// A browser and the driver that fits it.
#[derive(Debug)]
pub struct Browser {
    /// The browser.
    pub chromium: PathBuf,
    /// Its WebDriver.
    pub driver: PathBuf,
}

/// Finds Chromium and its driver, or installs Debian's packages where that can be done.
///
/// # Errors
/// Says what to install where neither works.
pub fn browser() -> Result<Browser> {
    if let Some(browser) = found() {
        return Ok(browser);
    }
    let root = answer("id", &["-u"]).as_deref() == Some("0");
    if !(root && on_path("apt-get").is_some()) {
        bail!(
            "the tests drive a real browser, and there is no Chromium with a ChromeDriver of the same version on PATH. \
             On Debian or Ubuntu: sudo apt-get install chromium chromium-driver. \
             Elsewhere: install Chrome or Chromium and the chromedriver of its major version"
        );
    }
    say("Installing Debian's chromium and chromium-driver");
    run(Command::new("apt-get").args(["update", "-q"]))?;
    run(Command::new("apt-get")
        .args([
            "install",
            "-y",
            "-q",
            "--no-install-recommends",
            "chromium",
            "chromium-driver",
            "fonts-liberation",
        ])
        .env("DEBIAN_FRONTEND", "noninteractive"))?;
    match found() {
        Some(browser) => Ok(browser),
        None => bail!("Debian's packages are installed, but chromium and chromedriver do not fit each other"),
    }
}

fn found() -> Option<Browser> {
    let driver = on_path("chromedriver")?;
    let version = major(&answer(&driver, &["--version"])?)?;
    BROWSERS.iter().filter_map(|name| on_path(name)).find_map(|chromium| {
        let fits = major(&answer(&chromium, &["--version"])?)? == version;
        fits.then(|| Browser { chromium, driver: driver.clone() })
    })
}

/// The first part of the first version number in a text: 156 of `Chromium 156.0.8078.79 built on …`.
fn major(output: &str) -> Option<u32> {
    output.split_whitespace().find_map(|word| word.split_once('.')?.0.parse().ok())
}

#[cfg(test)]
mod tests {
    #[test]
    fn versions_are_compared_by_their_first_number() {
        assert_eq!(super::major("Chromium 156.0.8078.79 built on Debian GNU/Linux 12 (bookworm)"), Some(156));
        assert_eq!(super::major("ChromeDriver 155.0.1 (abc)"), Some(155));
        assert_eq!(super::major("none"), None);
    }
}
