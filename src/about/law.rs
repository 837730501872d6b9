//! What the tiers mean in law, in plain words.

use leptos::prelude::*;
use tip::{Cell, Tier};

use crate::parts::TierChip;

/// The tiers, and what follows from them.
#[component]
pub fn Law() -> impl IntoView {
    let tiers: [(Tier, &str); 5] = [
        (
            Tier::One,
            "The government fully meets the law’s minimum standards for the elimination of trafficking. It does not mean that there is no trafficking, nor that enough is done: a government has to show progress each year to stay.",
        ),
        (
            Tier::Two,
            "The government does not fully meet the minimum standards, but is making significant efforts to do so.",
        ),
        (
            Tier::TwoWatchList,
            "As Tier 2, and besides: the number of victims is very large or growing and the government is not taking proportionate action, or it gave no evidence of increasing efforts. Since the law of 2008, a country cannot stay here without end: after two years in a row it falls to Tier 3, unless that is waived for a limited time because of a written plan with the means to carry it out.",
        ),
        (
            Tier::Three,
            "The government does not fully meet the minimum standards and is not making significant efforts to do so. The United States may then withhold or withdraw assistance that is neither humanitarian nor related to trade, and oppose loans of the international financial institutions. The President may waive this, in whole or in part.",
        ),
        (
            Tier::SpecialCase,
            "The edition describes the country without placing it on a tier, most often because conflict leaves no government that could be assessed. It is outside the order of the tiers.",
        ),
    ];
    view! {
        <section id="tiers">
            <h2>"What the tiers mean"</h2>
            <p>
                "The Trafficking Victims Protection Act of 2000 (TVPA) asks the Department of State to report each year how far governments meet its minimum standards for the elimination of trafficking in persons. The standards ask that a government prohibit severe forms of trafficking and punish them, prescribe penalties that fit the crime, and make serious and sustained efforts: to investigate and prosecute, to protect victims, to prevent. A tier rates a government’s efforts against that law, not the extent of trafficking in the country."
            </p>
            <dl class="tiers">
                {tiers
                    .map(|(tier, meaning)| {
                        view! {
                            <div data-tier=tier.code()>
                                <dt>
                                    <TierChip cell=Cell::Placed(tier) />
                                </dt>
                                <dd>{meaning}</dd>
                            </div>
                        }
                    })
                    .collect_view()}
            </dl>
        </section>
        <section id="edition">
            <h2>"What an edition covers, and when"</h2>
            <p>
                "The report of a year is an edition. It is usually released in June and covers a reporting period from 1 April of the year before to 31 March: what a government did later counts for the next edition. The first edition, of 2001, placed fewer than half as many countries as those of today; the Watch List exists since 2004, and the United States has placed itself since 2010."
            </p>
        </section>
    }
}
