//! Several countries side by side: where they differ, when they last stood together, who moved first.

use crate::words::{capitalised, list};
use crate::{Atlas, Cell, CountryId, EditionId, Movement, Tier};

/// How many countries can be compared as lines: more cannot be told apart.
pub const MOST: usize = 8;

/// The editions that place two of the countries on different tiers, oldest first. A country without a
/// placement does not differ: nothing is known of it, or nothing said.
pub fn differences(atlas: &Atlas, countries: &[CountryId]) -> Vec<EditionId> {
    let editions = atlas.editions().iter().map(|edition| edition.id);
    editions
        .filter(|edition| {
            let mut tiers = countries.iter().filter_map(|country| atlas.cell(*country, *edition).tier());
            let first = tiers.next();
            tiers.any(|tier| Some(tier) != first)
        })
        .collect()
}

/// The editions that place all of the countries, oldest first.
pub fn shared(atlas: &Atlas, countries: &[CountryId]) -> Vec<EditionId> {
    let editions = atlas.editions().iter().map(|edition| edition.id);
    editions
        .filter(|edition| countries.iter().all(|country| atlas.cell(*country, *edition).tier().is_some()))
        .collect()
}

/// The newest edition that places all of the countries on one tier, and the tier.
pub fn last_together(atlas: &Atlas, countries: &[CountryId]) -> Option<(EditionId, Tier)> {
    atlas.editions().iter().rev().find_map(|edition| {
        let (first, rest) = countries.split_first()?;
        let tier = atlas.cell(*first, edition.id).tier()?;
        rest.iter()
            .all(|country| atlas.cell(*country, edition.id) == Cell::Placed(tier))
            .then_some((edition.id, tier))
    })
}

/// The first edition after a given one that moves any of the countries, with those that it moves.
pub fn first_movers(
    atlas: &Atlas,
    countries: &[CountryId],
    after: EditionId,
) -> Option<(EditionId, Vec<CountryId>)> {
    atlas.editions().iter().filter(|edition| edition.id > after).find_map(|edition| {
        let movers: Vec<CountryId> = countries
            .iter()
            .copied()
            .filter(|country| {
                matches!(
                    atlas.movement(*country, edition.id),
                    Movement::Upgrade | Movement::Downgrade | Movement::Reclassified
                )
            })
            .collect();
        (!movers.is_empty()).then_some((edition.id, movers))
    })
}

/// The comparison in words: "They last stood on the same tier in the 2021 edition, on Tier 1. South Korea was
/// the first to move, down to Tier 2 in the 2022 edition."
pub fn in_words(atlas: &Atlas, countries: &[CountryId]) -> Vec<String> {
    if countries.len() < 2 {
        return Vec::new();
    }
    let both = if countries.len() == 2 { "Both" } else { "All" };
    let latest = atlas.latest();
    let mut said = Vec::new();
    match last_together(atlas, countries) {
        Some((edition, tier)) if edition == latest => {
            let since = atlas
                .editions()
                .iter()
                .rev()
                .map(|about| about.id)
                .take_while(|id| {
                    countries.iter().all(|country| atlas.cell(*country, *id) == Cell::Placed(tier))
                })
                .last()
                .unwrap_or(latest);
            let year = atlas.year(latest);
            said.push(if since == latest {
                format!(
                    "{both} stand {} in the {year} edition, and did not the year before.",
                    tier.standing()
                )
            } else {
                format!(
                    "{both} stand {} in the {year} edition, as in every edition since {}.",
                    tier.standing(),
                    atlas.year(since)
                )
            });
        }
        Some((edition, tier)) => {
            said.push(format!(
                "They last stood on the same tier in the {} edition, {}.",
                atlas.year(edition),
                tier.standing()
            ));
            if let Some((when, movers)) = first_movers(atlas, countries, edition) {
                said.push(moved_first(atlas, when, &movers));
            }
        }
        None => {
            said.push("No edition in our record places them on the same tier.".to_owned());
            if let Some((when, movers)) = first_movers(atlas, countries, EditionId(0)) {
                said.push(moved_first(atlas, when, &movers));
            }
        }
    }
    let shared = shared(atlas, countries);
    let apart = differences(atlas, countries).iter().filter(|edition| shared.contains(edition)).count();
    let both = if countries.len() == 2 { "both" } else { "all of them" };
    said.push(match (apart, shared.len()) {
        (_, 0) => format!("No edition in our record places {both}."),
        (0, n) => format!("Their tiers are the same in all {n} editions that place {both}."),
        (1, n) => format!("They differ in one of the {n} editions that place {both}."),
        (apart, n) if apart == n => format!("They differ in each of the {n} editions that place {both}."),
        (apart, n) => format!("They differ in {apart} of the {n} editions that place {both}."),
    });
    said
}

/// "South Korea was the first to move, down to Tier 2 in the 2022 edition."
fn moved_first(atlas: &Atlas, edition: EditionId, movers: &[CountryId]) -> String {
    let year = atlas.year(edition);
    let moves = movers.iter().map(|country| {
        let name = atlas.country(*country).name_in_a_sentence();
        let direction = match atlas.movement(*country, edition) {
            Movement::Upgrade => "up ",
            Movement::Downgrade => "down ",
            _ => "",
        };
        let to = atlas.cell(*country, edition).tier().map_or("no tier", Tier::destination);
        (name, format!("{direction}to {to}"))
    });
    let moves: Vec<(String, String)> = moves.collect();
    match moves.as_slice() {
        [(name, to)] => {
            format!("{} was the first to move, {to} in the {year} edition.", capitalised(name))
        }
        _ => {
            let parts = moves.iter().map(|(name, to)| format!("{name} {to}"));
            format!("{} were the first to move, in the {year} edition.", capitalised(&list(parts)))
        }
    }
}
