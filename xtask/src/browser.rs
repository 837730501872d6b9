//! ChromeDriver, for as long as something is to be driven.

use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result};

use crate::port;
use crate::setup::Browser;

/// A running ChromeDriver; ends when dropped.
#[derive(Debug)]
pub struct Driver {
    child: Child,
    address: String,
    browser: std::path::PathBuf,
}

impl Driver {
    /// Starts ChromeDriver on a free port and waits until it answers.
    ///
    /// # Errors
    /// Where it does not start.
    pub fn start(browser: &Browser) -> Result<Driver> {
        let port = port::free()?;
        let child = Command::new(&browser.driver)
            .arg(format!("--port={port}"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .context("cannot start chromedriver")?;
        let driver =
            Driver { child, address: format!("http://127.0.0.1:{port}"), browser: browser.chromium.clone() };
        port::answers("chromedriver", port, Duration::from_secs(20))?;
        Ok(driver)
    }

    /// Tells a command where the driver is.
    pub fn tell<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        command.env("TIER_ATLAS_DRIVER", &self.address).env("TIER_ATLAS_BROWSER", &self.browser)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It is ours and idle; if it is gone already, so much the better.
        let ended = self.child.kill().and_then(|()| self.child.wait());
        if let Err(error) = ended {
            eprintln!("chromedriver could not be ended: {error}");
        }
    }
}
