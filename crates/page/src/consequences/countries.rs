//! Every country that was ever on Tier 3, with what was determined each time.

use tip::permalink::{ConsequencesOrder, ConsequencesView, View};
use tip::{Atlas, Consequences, CountryId, Outcome, sorted};
use words::{Message, say, text};

use crate::followed::{name, outcome_of, outcomes, since, strip};
use crate::parts::link;
use crate::pickers::option;
use crate::{Element, Node, el};

/// A country's outcomes, counted.
struct Row {
    country: CountryId,
    on_tier_3: usize,
    outcomes: Vec<Option<Outcome>>,
}

impl Row {
    fn of(&self, outcome: Option<Outcome>) -> usize {
        self.outcomes.iter().filter(|known| **known == outcome).count()
    }
}

const fn order_name(order: ConsequencesOrder) -> Message {
    match order {
        ConsequencesOrder::Tier3 => text::CONSEQUENCES_ORDER_TIER_3,
        ConsequencesOrder::Waived => text::CONSEQUENCES_ORDER_WAIVED,
        ConsequencesOrder::Name => text::CONSEQUENCES_ORDER_NAME,
    }
}

pub(super) fn section(atlas: &Atlas, consequences: &Consequences, view: &ConsequencesView) -> Node {
    let words = atlas.words();
    let rows: Vec<Row> = atlas
        .countries()
        .iter()
        .filter(|country| view.region.is_none_or(|region| country.region == region))
        .filter_map(|country| {
            let of = |about: &tip::Edition| outcome_of(atlas, consequences, country.id, about.id);
            let outcomes: Vec<Option<Outcome>> = atlas.editions().iter().filter_map(of).collect();
            let on_tier_3 = outcomes.len();
            (on_tier_3 > 0).then_some(Row { country: country.id, on_tier_3, outcomes })
        })
        .collect();
    // Rows are in order of name, and the sort is stable.
    let most = |n: usize| u64::MAX - n as u64;
    let sorted = sorted(&rows, |row| match view.order {
        ConsequencesOrder::Tier3 => most(row.on_tier_3),
        ConsequencesOrder::Waived => most(row.of(Some(Outcome::FullWaiver))),
        ConsequencesOrder::Name => 0,
    });
    let orders = ConsequencesOrder::ALL.into_iter().map(|order| {
        let to = View::Consequences(ConsequencesView { order, ..*view });
        option(to, order == view.order, words.text(&order_name(order)))
    });
    let order = el("label")
        .with(say!(words, CONSEQUENCES_ORDER))
        .with(" ")
        .with(el("select").attr("id", "pick-order").attr("name", "sort").attr("data-go", "").all(orders));
    let (first, last) = atlas.years();
    let heads = [
        words.text(&text::CONSEQUENCES_COUNTRY),
        say!(words, CONSEQUENCES_STRIP, first = first, last = last),
        say!(words, CONSEQUENCES_ON_TIER_3, since = since()),
    ]
    .into_iter()
    .chain(outcomes().map(|outcome| name(words, outcome)))
    .map(|name| el("th").attr("scope", "col").with(name));
    el("section")
        .class("measure outcome-countries")
        .attr("id", "countries")
        .with(el("h2").with(say!(words, CONSEQUENCES_COUNTRIES)))
        .with(el("div").class("pickers").with(order))
        .with(
            el("div")
                .class("table-scroll")
                .attr("role", "region")
                .attr("tabindex", "0")
                .attr("aria-label", say!(words, CONSEQUENCES_COUNTRIES_CAPTION))
                .with(
                    el("table")
                        .with(el("caption").class("unseen").with(say!(words, CONSEQUENCES_COUNTRIES_CAPTION)))
                        .with(el("thead").with(el("tr").all(heads)))
                        .with(el("tbody").all(sorted.into_iter().map(|one| row(atlas, consequences, one)))),
                ),
        )
        .into()
}

fn row(atlas: &Atlas, consequences: &Consequences, row: &Row) -> Element {
    let country = atlas.country(row.country);
    let count = |n: usize| match n {
        0 => el("td").class("figure none").with("–"),
        n => el("td").class("figure").with(n.to_string()),
    };
    el("tr")
        .attr("data-iso3", country.code.to_string())
        .with(el("th").attr("scope", "row").with(link(View::country(country.code), country.name.clone())))
        .with(el("td").with(strip(atlas, consequences, row.country)))
        .with(count(row.on_tier_3))
        .all(outcomes().map(|outcome| count(row.of(outcome))))
}
