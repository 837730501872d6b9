//! The colours of the style sheet, where they are needed outside of a browser. They stand in `src/style/tokens.css` and
//! nowhere else.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

/// Colours by name, without the dashes: `t2w`, `#eeb533`.
pub type Tokens = BTreeMap<String, String>;

/// The colours of the light theme and of the dark one.
///
/// # Errors
/// Where the style sheet cannot be read, or has no colours that differ by theme.
pub fn themes(root: &Path) -> Result<[Tokens; 2]> {
    let path = root.join("src/style/tokens.css");
    let css = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let (light, dark) = (colours(&css, 0), colours(&css, 1));
    if light == dark {
        bail!("{} has no light-dark(…)", path.display());
    }
    Ok([light, dark])
}

/// The colours of a theme, the first or the second of each `light-dark(…)`.
fn colours(css: &str, theme: usize) -> Tokens {
    let lines =
        css.lines().filter_map(|line| line.trim().strip_prefix("--")?.strip_suffix(';')?.split_once(": "));
    let colour = |value: &str| match value.strip_prefix("light-dark(").and_then(|pair| pair.strip_suffix(')'))
    {
        Some(pair) => pair.split(", ").nth(theme).map(str::to_owned),
        None => value.starts_with('#').then(|| value.to_owned()),
    };
    lines.filter_map(|(name, value)| Some((name.to_owned(), colour(value)?))).collect()
}
