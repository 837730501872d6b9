//! The colours of the style sheet, where they are needed outside of a browser. They stand in `src/style/tokens.css` and
//! nowhere else.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// Colours by name, without the dashes: `t2w`, `#eeb533`.
pub type Tokens = BTreeMap<String, String>;

/// The colours of the light theme and of the dark one. What the dark block does not set keeps its light value.
///
/// # Errors
/// Where the style sheet cannot be read, or has no dark block.
pub fn themes(root: &Path) -> Result<[Tokens; 2]> {
    let path = root.join("src/style/tokens.css");
    let css = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let (light, rest) = css
        .split_once("@media screen and (prefers-color-scheme: dark)")
        .context("tokens.css has no dark theme")?;
    let (dark, _) = rest.split_once("\n}\n").context("the dark theme of tokens.css has no end")?;
    let light = colours(light);
    let mut both = light.clone();
    both.extend(colours(dark));
    Ok([light, both])
}

fn colours(css: &str) -> Tokens {
    let lines = css.lines().filter_map(|line| line.trim().strip_prefix("--")?.split_once(": #"));
    lines.map(|(name, hex)| (name.to_owned(), format!("#{}", hex.trim_end_matches(';')))).collect()
}
