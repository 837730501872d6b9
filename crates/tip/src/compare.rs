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

/// Who moved first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FirstMove {
    /// The edition.
    pub edition: EditionId,
    /// The countries that it moved, with the tier that each came from.
    pub movers: Vec<(CountryId, Tier)>,
    /// Whether our record lacks a placement of one of the countries before it: another may have been earlier.
    pub uncertain: bool,
}

/// The first edition after a given one that moves any of the countries. `None` where none moved, or where a hole
/// in the record hides when one did.
pub fn first_move(atlas: &Atlas, countries: &[CountryId], after: EditionId) -> Option<FirstMove> {
    let mut last: Vec<(CountryId, Option<(EditionId, Tier)>)> = countries
        .iter()
        .map(|country| (*country, atlas.cell(*country, after).tier().map(|tier| (after, tier))))
        .collect();
    let mut uncertain = last.iter().any(|(country, _)| atlas.cell(*country, after) == Cell::NotInRecord);
    for about in atlas.editions().iter().filter(|about| about.id > after) {
        let mut movers = Vec::new();
        for (country, before) in &mut last {
            match (atlas.cell(*country, about.id), *before) {
                (Cell::Placed(tier), Some((when, from))) if tier != from => {
                    if Some(when) != about.id.previous() {
                        return None;
                    }
                    movers.push((*country, from));
                }
                (Cell::Placed(tier), _) => *before = Some((about.id, tier)),
                (Cell::NotInRecord, _) => uncertain = true,
                (Cell::NotInEdition, _) => {}
            }
        }
        if !movers.is_empty() {
            return Some(FirstMove { edition: about.id, movers, uncertain });
        }
    }
    None
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
            let before = since.previous();
            let together = before.is_some_and(|before| {
                let mut tiers = countries.iter().map(|country| atlas.cell(*country, before).tier());
                let first = tiers.next().flatten();
                first.is_some() && tiers.all(|tier| tier == first)
            });
            said.push(if together {
                format!(
                    "{both} came to {} together in the {} edition.",
                    tier.destination(),
                    atlas.year(since)
                )
            } else if since == latest {
                format!("{both} stand {} in the {year} edition.", tier.standing())
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
            said.extend(first_move(atlas, countries, edition).map(|first| moved_first(atlas, &first)));
        }
        None if shared(atlas, countries).is_empty() => {
            let them = if countries.len() == 2 { "both" } else { "all of them" };
            said.push(format!("No edition in our record places {them}."));
            return said;
        }
        None => {
            said.push("No edition in our record places them on the same tier.".to_owned());
            said.extend(first_move(atlas, countries, EditionId(0)).map(|first| moved_first(atlas, &first)));
        }
    }
    let shared = shared(atlas, countries);
    let apart = differences(atlas, countries).iter().filter(|edition| shared.contains(edition)).count();
    let both = if countries.len() == 2 { "both" } else { "all of them" };
    said.push(match (apart, shared.len()) {
        (0, 1) => format!("Only one edition places {both}: on the same tier."),
        (_, 1) => format!("Only one edition places {both}: on different tiers."),
        (0, n) => format!("Their tiers are the same in all {n} editions that place {both}."),
        (1, n) => format!("They differ in one of the {n} editions that place {both}."),
        (apart, n) if apart == n => format!("They differ in each of the {n} editions that place {both}."),
        (apart, n) => format!("They differ in {apart} of the {n} editions that place {both}."),
    });
    said
}

/// "South Korea was the first to move, down to Tier 2 in the 2022 edition."
fn moved_first(atlas: &Atlas, first: &FirstMove) -> String {
    let year = atlas.year(first.edition);
    let moves = first.movers.iter().map(|(country, from)| {
        let name = atlas.country(*country).name_in_a_sentence();
        let cell = atlas.cell(*country, first.edition);
        let direction = match Movement::between(Cell::Placed(*from), cell) {
            Movement::Upgrade => "up ",
            Movement::Downgrade => "down ",
            _ => "",
        };
        (name, format!("{direction}to {}", cell.tier().map_or("no tier", Tier::destination)))
    });
    let moves: Vec<(String, String)> = moves.collect();
    let record = if first.uncertain { "In our record " } else { "" };
    let said = match moves.as_slice() {
        [(name, to)] => format!("{record}{name} was the first to move, {to} in the {year} edition."),
        _ => {
            let parts = moves.iter().map(|(name, to)| format!("{name} {to}"));
            format!("{record}{} were the first to move, in the {year} edition.", list(parts))
        }
    };
    capitalised(&said)
}
