//! The editions that decide, and on whom, by region.

use tip::law::Prospect;
use tip::{Atlas, EditionId, Region};
use words::say;

use super::Watched;
use crate::parts::country_link;
use crate::{Element, Node, el};

pub(super) fn section(atlas: &Atlas, edition: EditionId, watched: &[Watched]) -> Option<Node> {
    let words = atlas.words();
    let year = atlas.year(edition);
    let decides = |one: &Watched| match one.prospect? {
        Prospect::MayStay => Some(year + 2),
        _ => Some(year + 1),
    };
    let of_year = |when: u16| {
        let regions: Vec<Element> = Region::ALL
            .into_iter()
            .filter_map(|region| {
                let here = watched
                    .iter()
                    .filter(|one| decides(one) == Some(when) && atlas.country(one.country).region == region);
                let items: Vec<Element> = here
                    .map(|one| {
                        let iso3 = atlas.country(one.country).code.to_string();
                        el("li").attr("data-iso3", iso3).with(country_link(atlas, one.country, edition))
                    })
                    .collect();
                (!items.is_empty()).then(|| {
                    el("div")
                        .with(el("dt").with(region.named(words)))
                        .with(el("dd").with(el("ul").all(items)))
                })
            })
            .collect();
        (!regions.is_empty()).then(|| {
            el("section")
                .with(el("h3").with(say!(words, WATCH_CALENDAR_EDITION, year = when)))
                .with(el("dl").all(regions))
        })
    };
    let years: Vec<Element> = [year + 1, year + 2].into_iter().filter_map(of_year).collect();
    (!years.is_empty()).then(|| {
        el("section")
            .class("measure calendar")
            .attr("id", "calendar")
            .with(el("h2").with(say!(words, WATCH_CALENDAR)))
            .with(el("p").class("remark").with(say!(words, WATCH_CALENDAR_EXPLAINED)))
            .with(el("div").class("both-sides").all(years))
            .into()
    })
}
