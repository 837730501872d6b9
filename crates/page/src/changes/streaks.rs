//! The longest stays on each tier, and the countries that came back to one.

use tip::permalink::ChangesView;
use tip::streaks::{Return, Streak, ever, returns, standing};
use tip::{Atlas, EditionId, Tier};
use words::{capitalised, say, text};

use crate::parts::{country_link, symbol};
use crate::{Element, Node, el};

/// How many of each are shown.
const MOST: usize = 3;

/// Streaks as of an edition, and the returns in it.
pub fn section(atlas: &Atlas, view: &ChangesView, edition: EditionId) -> Node {
    let words = atlas.words();
    let year = atlas.year(edition);
    let rows = Tier::ALL.into_iter().filter_map(|tier| {
        let now = standing(atlas, tier, edition, view.region);
        let ever = ever(atlas, tier, edition, view.region);
        (!ever.is_empty()).then(|| {
            el("tr")
                .attr("data-tier", tier.code())
                .with(
                    el("th").attr("scope", "row").with(symbol(Some(tier))).with(" ").with(tier.named(words)),
                )
                .with(el("td").with(streaks(atlas, &now, edition, false)))
                .with(el("td").with(streaks(atlas, &ever, edition, true)))
        })
    });
    let heads = [text::CHANGES_TIER, text::CHANGES_STILL, text::CHANGES_EVER]
        .map(|name| el("th").attr("scope", "col").with(words.text(&name)));
    let back = returns(atlas, edition, view.region);
    let returned = (!back.is_empty()).then(|| {
        el("div")
            .attr("id", "returns")
            .with(el("h3").with(say!(words, CHANGES_BACK, year = year)))
            .with(el("ul").all(back.iter().map(|back| returned(atlas, *back, edition))))
    });
    el("section")
        .class("measure streaks")
        .attr("id", "streaks")
        .with(el("h2").with(say!(words, CHANGES_STREAKS_OF, year = year)))
        .with(
            el("div")
                .class("table-scroll")
                .attr("role", "region")
                .attr("aria-label", say!(words, CHANGES_STREAKS))
                .attr("tabindex", "0")
                .with(
                    el("table")
                        .with(el("caption").with(say!(words, CHANGES_STREAKS_CAPTION)))
                        .with(el("thead").with(el("tr").all(heads)))
                        .with(el("tbody").all(rows)),
                ),
        )
        .maybe(returned)
        .into()
}

/// The longest of a list, with all that are as long, up to [`MOST`] by name.
fn streaks(atlas: &Atlas, streaks: &[Streak], edition: EditionId, dated: bool) -> Element {
    let words = atlas.words();
    let Some(longest) = streaks.first().map(|streak| streak.run.len()) else {
        return el("span").with(say!(words, CHANGES_NOBODY));
    };
    let same: Vec<&Streak> = streaks.iter().take_while(|streak| streak.run.len() == longest).collect();
    let items = same.iter().take(MOST).map(|streak| {
        let years = say!(
            words,
            CHANGES_STREAK_YEARS,
            first = atlas.year(streak.run.first),
            last = atlas.year(streak.run.last)
        );
        el("li").with(country_link(atlas, streak.country, edition)).maybe(dated.then_some(years))
    });
    let more = same.len().saturating_sub(MOST);
    let more = (more > 0).then(|| el("li").with(say!(words, CHANGES_AND_MORE, n = more)));
    el("div")
        .with(el("p").with(el("strong").with(capitalised(&say!(words, COUNT_EDITIONS, n = longest)))))
        .with(el("ul").all(items).maybe(more))
}

fn returned(atlas: &Atlas, back: Return, edition: EditionId) -> Element {
    let words = atlas.words();
    el("li").with(country_link(atlas, back.country, edition)).with(say!(
        words,
        CHANGES_BACK_ONE,
        on = back.tier.on(words),
        n = back.away,
        last = atlas.year(back.left)
    ))
}
