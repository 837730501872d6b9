//! Makes constants of the colours in the site's style sheet, for pictures, which are without one. They stand there and nowhere
//! else.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

const TOKENS: &str = "../../src/style/tokens.css";
const TIERS: [&str; 6] = ["t1", "t2", "t2w", "t3", "tsc", "none"];

fn main() {
    println!("cargo::rerun-if-changed={TOKENS}");
    if let Err(reason) = run() {
        println!("cargo::error={reason}");
    }
}

fn run() -> Result<(), String> {
    let css = std::fs::read_to_string(TOKENS).map_err(|error| format!("{TOKENS}: {error}"))?;
    let (light, dark) = (colours(&css, 0), colours(&css, 1));
    let code = format!("{}{}", theme("LIGHT", &light)?, theme("DARK", &dark)?);
    let out = std::env::var("OUT_DIR").map_err(|error| error.to_string())?;
    std::fs::write(Path::new(&out).join("colours.rs"), code).map_err(|error| error.to_string())
}

/// The colours of a theme by name, the first or the second of each `light-dark(…)`.
fn colours(css: &str, theme: usize) -> BTreeMap<&str, &str> {
    let lines =
        css.lines().filter_map(|line| line.trim().strip_prefix("--")?.strip_suffix(';')?.split_once(": "));
    lines
        .filter_map(|(name, value)| {
            let value = match value.strip_prefix("light-dark(").and_then(|pair| pair.strip_suffix(')')) {
                Some(pair) => pair.split(", ").nth(theme)?,
                None => value,
            };
            value.starts_with('#').then_some((name, value))
        })
        .collect()
}

fn theme(name: &str, colours: &BTreeMap<&str, &str>) -> Result<String, String> {
    let colour = |name: &str| {
        colours.get(name).map(|hex| format!("\"{hex}\"")).ok_or_else(|| format!("tokens.css has no --{name}"))
    };
    let mut code = format!("/// The colours of a theme.\npub static {name}: Colours = Colours {{ ");
    for name in ["paper", "ink", "soft", "hair", "unrated"] {
        write!(code, "{name}: {}, ", colour(name)?).map_err(|error| error.to_string())?;
    }
    let tints: Vec<String> = TIERS
        .iter()
        .map(|tier| {
            // Where there is no placement there is no texture.
            let mark = if *tier == "none" { colour("none")? } else { colour(&format!("{tier}-mark"))? };
            let of = |part: &str| colour(&format!("{tier}-{part}"));
            Ok(format!(
                "Tint {{ fill: {}, mark: {mark}, line: {}, on: {} }}",
                colour(tier)?,
                of("line")?,
                of("on")?
            ))
        })
        .collect::<Result<_, String>>()?;
    let series: Vec<String> = (0..8).map(|at| colour(&format!("s{at}"))).collect::<Result<_, String>>()?;
    writeln!(code, "tints: [{}], series: [{}] }};", tints.join(", "), series.join(", "))
        .map_err(|error| error.to_string())?;
    Ok(code)
}
