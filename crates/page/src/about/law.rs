//! What the tiers mean in law, in plain words.

use tip::{Cell, Tier};

use words::{Message, Words, say, text};

use super::{p, section};
use crate::parts::chip;
use crate::{Node, el};

const fn meaning(tier: Tier) -> Message {
    match tier {
        Tier::One => text::ABOUT_TIER_1,
        Tier::Two => text::ABOUT_TIER_2,
        Tier::TwoWatchList => text::ABOUT_TIER_2W,
        Tier::Three => text::ABOUT_TIER_3,
        Tier::SpecialCase => text::ABOUT_TIER_SC,
    }
}

/// The tiers and what follows from them; what an edition covers and when.
pub fn law(words: &Words) -> Vec<Node> {
    let tiers = Tier::ALL.map(|tier| {
        el("div")
            .attr("data-tier", tier.code())
            .with(el("dt").with(chip(words, Cell::Placed(tier))))
            .with(el("dd").with(words.text(&meaning(tier))))
    });
    vec![
        section("tiers", say!(words, ABOUT_TIERS))
            .with(p(say!(words, ABOUT_TVPA)))
            .with(el("dl").class("tiers").all(tiers))
            .into(),
        section("edition", say!(words, ABOUT_EDITION)).with(p(say!(words, ABOUT_EDITION_TEXT))).into(),
    ]
}
