//! Other programs, run with their output in sight.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

/// Says what is being done, on a line of its own.
pub fn say(what: impl AsRef<str>) {
    println!("\n── {}", what.as_ref());
}

/// The long steps of a command, counted: "2 of 5".
#[derive(Debug)]
pub struct Steps {
    done: usize,
    all: usize,
}

impl Steps {
    /// A command of so many steps.
    pub const fn of(all: usize) -> Steps {
        Steps { done: 0, all }
    }

    /// Says what the next step does, and about how long that takes where nothing is there yet.
    pub fn next(&mut self, what: &str, time: &str) {
        self.done += 1;
        say(format!("{} of {}: {what} ({time})", self.done, self.all));
    }
}

/// Runs a command to its end.
///
/// # Errors
/// Where it cannot be started or ends with another status than 0.
pub fn run(command: &mut Command) -> Result<()> {
    let name = name(command);
    let status = command.status().with_context(|| format!("cannot start {name}"))?;
    if !status.success() {
        bail!("{name} ended with {status}");
    }
    Ok(())
}

/// Runs a command to its end; shows what it prints only where it fails.
///
/// # Errors
/// Where it cannot be started or ends with another status than 0.
pub fn quietly(command: &mut Command) -> Result<()> {
    let name = name(command);
    let output = command.output().with_context(|| format!("cannot start {name}"))?;
    if !output.status.success() {
        bail!("{name} ended with {}:\n{}", output.status, String::from_utf8_lossy(&output.stderr));
    }
    Ok(())
}

/// Runs a command and gives every line it prints to a reader, showing them as they come. Returns whether
/// it succeeded.
///
/// # Errors
/// Where it cannot be started.
pub fn watch(command: &mut Command, mut line: impl FnMut(&str)) -> Result<bool> {
    let name = name(command);
    let mut child = command.stdout(Stdio::piped()).spawn().with_context(|| format!("cannot start {name}"))?;
    if let Some(out) = child.stdout.take() {
        for text in BufReader::new(out).lines() {
            let text = text.with_context(|| format!("cannot read what {name} prints"))?;
            println!("{text}");
            line(&text);
        }
    }
    Ok(child.wait()?.success())
}

/// What a command prints, without the white space around it; `None` where it cannot be run or fails.
pub fn answer(program: impl AsRef<OsStr>, args: &[&str]) -> Option<String> {
    let output = Command::new(program).args(args).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The path of a program on PATH.
pub fn on_path(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())
}

/// Cargo, the one that runs this, in the project's folder.
pub fn cargo(root: &Path) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root);
    command
}

fn name(command: &Command) -> String {
    let program = Path::new(command.get_program());
    program.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
