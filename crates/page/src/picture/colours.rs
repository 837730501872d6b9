//! The colours of pictures: those of the site's style sheet (`build.rs`).

use tip::Tier;

/// A theme.
#[derive(Debug)]
pub struct Colours {
    /// The ground.
    pub paper: &'static str,
    /// Text and what is as strong.
    pub ink: &'static str,
    /// Text of less weight.
    pub soft: &'static str,
    /// Fine lines.
    pub hair: &'static str,
    /// Lands that the report has never placed.
    pub unrated: &'static str,
    tints: [Tint; 6],
    series: [&'static str; 8],
}

/// The colours of a tier.
#[derive(Debug)]
pub struct Tint {
    /// Areas.
    pub fill: &'static str,
    /// The texture on them.
    pub mark: &'static str,
    /// Lines and symbols on paper.
    pub line: &'static str,
    /// What stands upon the areas.
    pub on: &'static str,
}

impl Colours {
    /// The colours of a tier, or of no placement.
    pub fn of(&self, tier: Option<Tier>) -> &Tint {
        let [.., none] = &self.tints;
        tier.and_then(|tier| self.tints.get(tier.index())).unwrap_or(none)
    }

    /// The colour of a line among several.
    pub fn series(&self, at: u8) -> &'static str {
        self.series.get(usize::from(at)).copied().unwrap_or(self.ink)
    }
}

include!(concat!(env!("OUT_DIR"), "/colours.rs"));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_those_of_the_style_sheet() {
        assert_eq!(LIGHT.of(Some(Tier::TwoWatchList)).fill, "#eeb533");
        assert_eq!(DARK.of(Some(Tier::Three)).line, "#e45e5b");
        assert_eq!(LIGHT.of(None).line, "#8b8478");
        // What the dark theme does not set keeps its light value.
        assert_eq!((LIGHT.series(7), DARK.paper), ("#5a6472", "#171614"));
    }
}
