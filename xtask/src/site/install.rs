//! What lets a browser install the site: the manifest, and icons of the sizes that systems ask for.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::json;

use super::Base;
use super::card::Painter;
use super::tokens::Tokens;

/// The sizes of icons in pixels; that of 180 is the one that Apple's systems ask for.
const SIZES: [u32; 3] = [180, 192, 512];

/// Writes the manifest and the icons, which are painted from `assets/icon.svg`. Browsers take the SVG itself where nothing
/// can be painted.
///
/// # Errors
/// Where the icon cannot be read or painted, or a file not be written.
pub fn write(root: &Path, site: &Path, base: &Base, light: &Tokens, painter: Option<&Painter>) -> Result<()> {
    let icon = fs::read_to_string(root.join("assets/icon.svg")).context("cannot read assets/icon.svg")?;
    fs::create_dir_all(site.join("icon"))?;
    fs::write(site.join("icon/any.svg"), &icon)?;
    let mut icons = vec![json!({ "src": "icon/any.svg", "sizes": "any", "type": "image/svg+xml" })];
    if let Some(painter) = painter {
        for size in SIZES {
            let file = format!("icon/{size}.png");
            fs::write(site.join(&file), painter.icon(&icon, size)?)?;
            icons.push(json!({ "src": file, "sizes": format!("{size}x{size}"), "type": "image/png" }));
        }
    }
    let paper = light.get("paper").context("tokens.css has no colour paper")?;
    let manifest = json!({
        "name": "Tier Atlas",
        "short_name": "Tier Atlas",
        "description": "How the Trafficking in Persons Report has placed every country, edition by edition",
        "id": base.as_str(),
        "start_url": base.as_str(),
        "scope": base.as_str(),
        // Addresses are what is shared here, so the browser's own bar with them stays within reach.
        "display": "minimal-ui",
        "background_color": paper,
        "theme_color": paper,
        "icons": icons,
    });
    fs::write(site.join("manifest.webmanifest"), manifest.to_string()).context("cannot write the manifest")
}
