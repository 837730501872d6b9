//! Nodes of an SVG painted into a PNG.

use std::collections::BTreeSet;
use std::sync::Arc;

use anyhow::{Context, Result, bail};
use page::card::Face;
use page::{Element, Node};
use resvg::tiny_skia::Pixmap;
use resvg::usvg::{Options, Transform, Tree, fontdb};
use tip::Tier;

use crate::site::markup;
use crate::site::tokens::Tokens;

/// How cards look, but for the tiers.
const STYLES: &str = include_str!("card.css");

/// Paints with some fonts and colours.
#[derive(Debug)]
pub struct Painter {
    options: Options<'static>,
}

impl Painter {
    /// Fonts as files of TrueType, and colours by name.
    ///
    /// # Errors
    /// Where a font cannot be read, a face lacks its font, or a style a colour.
    pub fn new(fonts: &[Vec<u8>], colours: &Tokens) -> Result<Painter> {
        let mut db = fontdb::Database::new();
        for font in fonts {
            db.load_font_data(font.clone());
        }
        let families: BTreeSet<String> =
            db.faces().flat_map(|face| face.families.iter().map(|(name, _)| name.clone())).collect();
        for family in ["Source Serif 4", "Source Sans 3"] {
            if !families.iter().any(|known| known == family) {
                bail!("there is no font {family} among {families:?}");
            }
        }
        let options = Options {
            fontdb: Arc::new(db),
            font_family: "Source Sans 3".to_owned(),
            style_sheet: Some(styles(colours)?),
            ..Options::default()
        };
        Ok(Painter { options })
    }

    /// How wide a text is in a face, in units of its size.
    pub fn measured(&self, text: &str, face: Face) -> f64 {
        /// Large, so that what fonts are rounded to does not show.
        const SIZE: f64 = 100.0;
        let text = page::el("text").class(face.class()).attr("font-size", "100").with(text.to_owned());
        let svg = page::el("svg").attr("xmlns", "http://www.w3.org/2000/svg").with(text);
        match self.tree(&svg) {
            Ok(tree) => f64::from(tree.root().abs_bounding_box().width()) / SIZE,
            // The error is reported when it is painted next.
            Err(_) => 0.0,
        }
    }

    /// The picture of an `svg`, in its own size.
    ///
    /// # Errors
    /// Where it is none that can be painted.
    pub fn png(&self, svg: &Element) -> Result<Vec<u8>> {
        let tree = self.tree(svg)?;
        let size = tree.size().to_int_size();
        let mut pixels = Pixmap::new(size.width(), size.height()).context("a picture without a size")?;
        resvg::render(&tree, Transform::default(), &mut pixels.as_mut());
        Ok(pixels.encode_png()?)
    }

    /// An icon, square, so many pixels wide, from its SVG.
    ///
    /// # Errors
    /// Where it is none that can be painted.
    pub fn icon(&self, svg: &str, size: u32) -> Result<Vec<u8>> {
        let tree = Tree::from_str(svg, &self.options)?;
        let mut pixels = Pixmap::new(size, size).context("an icon without a size")?;
        let scale = size as f32 / tree.size().width();
        resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
        Ok(pixels.encode_png()?)
    }

    fn tree(&self, svg: &Element) -> Result<Tree> {
        let text = markup::html(&[Node::from(svg.clone())], "");
        Ok(Tree::from_str(&text, &self.options)?)
    }
}

/// The style sheet with the colours in it, and a rule for each tier.
fn styles(colours: &Tokens) -> Result<String> {
    let mut css = STYLES.to_owned();
    for tier in Tier::ALL.into_iter().map(Some).chain([None]) {
        let code = tier.map_or("none", Tier::code);
        let name = tier.map_or_else(|| "none".to_owned(), |tier| format!("t{}", tier.code().to_lowercase()));
        css.push_str(&format!(
            "rect[data-tier=\"{code}\"] {{ fill: var(--{name}); }}
             path[data-tier=\"{code}\"], [data-tier=\"{code}\"] > text {{ fill: var(--{name}-on); }}
             path.line[data-tier=\"{code}\"] {{ fill: var(--{name}); }}
             .map path[data-tier=\"{code}\"], .map [data-tier=\"{code}\"] > .land {{ fill: var(--{name}); }}
             .map [data-tier=\"{code}\"] .mark path {{ fill: var(--{}); }}\n",
            if tier.is_some() { name.clone() } else { "none-line".to_owned() },
        ));
        if tier.is_some() {
            css.push_str(&format!(
                ".map .texture[data-tier=\"{code}\"] {{ fill: url(#tier-{code}); }}
                 .map pattern[data-tier=\"{code}\"] path {{ fill: var(--{name}-mark); }}\n"
            ));
        }
    }
    for (name, colour) in colours {
        css = css.replace(&format!("var(--{name})"), colour);
    }
    match css.split_once("var(") {
        None => Ok(css),
        Some((_, name)) => bail!("tokens.css has no colour {}", name.split(')').next().unwrap_or_default()),
    }
}
