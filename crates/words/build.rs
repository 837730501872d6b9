//! Makes a constant of each message in `text/en.txt`, so that a message that is not there, or a name that
//! it does not have, stops the build. The reader of the format is the crate's own.

#[path = "src/catalogue.rs"]
mod catalogue;

use std::fmt::Write as _;
use std::path::Path;

fn main() {
    println!("cargo::rerun-if-changed=text/en.txt");
    println!("cargo::rerun-if-changed=src/catalogue.rs");
    if let Err(reason) = run() {
        println!("cargo::error={reason}");
    }
}

fn run() -> Result<(), String> {
    let text = std::fs::read_to_string("text/en.txt").map_err(|error| format!("text/en.txt: {error}"))?;
    let messages = catalogue::read(&text).map_err(|error| format!("text/en.txt, {error}"))?;
    let mut code = String::new();
    for (at, (key, english)) in messages.iter().enumerate() {
        let names = catalogue::names(english).map_err(|error| format!("text/en.txt, {key}: {error}"))?;
        let constant = key.replace('-', "_").to_ascii_uppercase();
        let written = (|| {
            writeln!(code, "/// `{key}`: {}", english.replace('[', "\\[").replace('<', "\\<"))?;
            writeln!(
                code,
                "pub const {constant}: Message = Message {{ at: {at}, english: {english:?}, names: &{names:?} }};"
            )
        })();
        written.map_err(|error| error.to_string())?;
    }
    let keys: Vec<&str> = messages.iter().map(|(key, _)| key.as_str()).collect();
    writeln!(
        code,
        "/// The names of all messages, in the order of their numbers.\npub const KEYS: &[&str] = &{keys:?};"
    )
    .map_err(|error| error.to_string())?;
    writeln!(
        code,
        "/// All messages in English, likewise.\n#[cfg(test)]\npub const ENGLISH: &[&str] = &{:?};",
        messages.iter().map(|(_, text)| text).collect::<Vec<_>>()
    )
    .map_err(|error| error.to_string())?;
    let out = std::env::var("OUT_DIR").map_err(|error| error.to_string())?;
    std::fs::write(Path::new(&out).join("text.rs"), code).map_err(|error| error.to_string())
}
