//! What the tiers mean in law, in plain words.

use tip::{Cell, Tier};

use super::{p, section};
use crate::parts::chip;
use crate::{Node, el};

const fn meaning(tier: Tier) -> &'static str {
    match tier {
        Tier::One => {
            "The government fully meets the law’s minimum standards for the elimination of trafficking. It does not mean that there is no trafficking, nor that enough is done: a government has to show progress each year to stay."
        }
        Tier::Two => {
            "The government does not fully meet the minimum standards, but is making significant efforts to do so."
        }
        Tier::TwoWatchList => {
            "As Tier 2, and besides: the number of victims is very large or growing and the government is not taking proportionate action, or it gave no evidence of increasing efforts. Since the law of 2008, a country cannot stay here without end: after two years in a row it falls to Tier 3, unless that is waived for a limited time because of a written plan with the means to carry it out."
        }
        Tier::Three => {
            "The government does not fully meet the minimum standards and is not making significant efforts to do so. The United States may then withhold or withdraw assistance that is neither humanitarian nor related to trade, and oppose loans of the international financial institutions. The President may waive this, in whole or in part."
        }
        Tier::SpecialCase => {
            "The edition describes the country without placing it on a tier, most often because conflict leaves no government that could be assessed. It is outside the order of the tiers."
        }
    }
}

/// The tiers and what follows from them; what an edition covers and when.
pub fn law() -> Vec<Node> {
    let tiers = Tier::ALL.map(|tier| {
        el("div")
            .attr("data-tier", tier.code())
            .with(el("dt").with(chip(Cell::Placed(tier), false)))
            .with(el("dd").with(meaning(tier)))
    });
    vec![
        section("tiers", "What the tiers mean")
            .with(p("The Trafficking Victims Protection Act of 2000 (TVPA) asks the Department of State to report each year how far governments meet its minimum standards for the elimination of trafficking in persons. The standards ask that a government prohibit severe forms of trafficking and punish them, prescribe penalties that fit the crime, and make serious and sustained efforts: to investigate and prosecute, to protect victims, to prevent. A tier rates a government’s efforts against that law, not the extent of trafficking in the country."))
            .with(el("dl").class("tiers").all(tiers))
            .into(),
        section("edition", "What an edition covers, and when")
            .with(p("The report of a year is an edition. It is usually released in June and covers a reporting period from 1 April of the year before to 31 March: what a government did later counts for the next edition."))
            .into(),
    ]
}
