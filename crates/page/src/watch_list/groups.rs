//! The countries on the Watch List, by what the law says of the next edition.

use tip::law::{Prospect, RuleId};
use tip::{Atlas, Consequences, EditionId, sorted};
use words::{Words, say};

use super::Watched;
use crate::followed::{prospect, rule, waived};
use crate::parts::{country_link, placement};
use crate::{Element, Node, el};

pub(super) fn section(
    atlas: &Atlas,
    consequences: &Consequences,
    edition: EditionId,
    watched: &[Watched],
) -> Node {
    let words = atlas.words();
    let next = atlas.year(edition) + 1;
    let group = |id: &'static str, heading: String, belongs: fn(Option<Prospect>) -> bool| {
        let own: Vec<&Watched> = watched.iter().filter(|one| belongs(one.prospect)).collect();
        // Who has to leave first, then who has been there longest, then by name.
        let place = |one: &Watched| one.prospect.map_or(0, |prospect| prospect as u64 * 100) + 99;
        let own = sorted(&own, |one| place(one) - one.stay.editions.min(99) as u64);
        let mut rules: Vec<RuleId> = Vec::new();
        for prospect in own.iter().filter_map(|one| one.prospect) {
            let id = prospect.rule(atlas.year(edition));
            if !rules.contains(&id) {
                rules.push(id);
            }
        }
        let items: Vec<Element> =
            own.into_iter().map(|one| entry(atlas, consequences, edition, one)).collect();
        (!items.is_empty()).then(|| {
            let count = el("span").class("count").with(items.len().to_string());
            el("section")
                .attr("id", id)
                .with(el("h2").with(heading).with(" ").with(count))
                .maybe((!rules.is_empty()).then(|| sources(words, &rules)))
                .with(el("ol").class("watched").all(items))
        })
    };
    let groups = [
        group("tier-3", say!(words, WATCH_GROUP_TIER_3, next = next), |prospect| {
            matches!(prospect, Some(Prospect::Tier3 | Prospect::OneYear))
        }),
        group("waiver", say!(words, WATCH_GROUP_WAIVER, next = next), |prospect| {
            prospect == Some(Prospect::Tier3OrWaiver)
        }),
        group("may-stay", say!(words, WATCH_GROUP_MAY_STAY, next = next), |prospect| {
            prospect == Some(Prospect::MayStay)
        }),
        group("on-it", say!(words, WATCH_GROUP_BEFORE), |prospect| prospect.is_none()),
    ];
    el("div").class("measure watch-groups").all(groups.into_iter().flatten()).into()
}

/// The acts and sections that say so.
fn sources(words: &Words, rules: &[RuleId]) -> Element {
    let mut line = el("p").class("entry-sources");
    for (at, id) in rules.iter().enumerate() {
        line = line.maybe((at > 0).then_some("; ")).all(rule(words, *id));
    }
    line
}

fn entry(atlas: &Atlas, consequences: &Consequences, edition: EditionId, one: &Watched) -> Element {
    let words = atlas.words();
    let country = atlas.country(one.country);
    let told = prospect(atlas, consequences, one.country, edition, (one.stay, one.prospect));
    let next = atlas.editions().get(edition.index() + 1).map(|about| about.id);
    // What the next edition did, where there is one.
    let came = next.map(|next| {
        let tier = atlas.cell(one.country, next).named(words);
        el("p")
            .class("came")
            .with(format!("{} ", say!(words, WATCH_CAME, next = atlas.year(next), tier = tier)))
            .with(placement(atlas, one.country, next))
    });
    let by_waiver = waived(atlas, consequences, one.country, edition, None)
        .map(|told| el("p").class("entry-sources").all(told));
    el("li")
        .attr("data-iso3", country.code.to_string())
        .with(
            el("h3")
                .with(country_link(atlas, one.country, edition))
                .with(" ")
                .with(el("span").class("place").with(country.region.named(words))),
        )
        .with(el("p").with(told))
        .maybe(came)
        .maybe(by_waiver)
}
