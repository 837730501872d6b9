//! Several countries side by side: where they differ, when they last stood together, who moved first.

use words::{capitalised, say};

use crate::{Atlas, Cell, CountryId, EditionId, Movement, Tier};

/// The most countries that are compared as lines. More cannot be distinguished.
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

/// A message in its two forms: said of several countries, and of two.
macro_rules! of {
    ($words:expr, $two:expr, $several:ident, $both:ident $(, $name:ident = $value:expr)* $(,)?) => {
        match $two {
            true => say!($words, $both $(, $name = $value)*),
            false => say!($words, $several $(, $name = $value)*),
        }
    };
}

/// The comparison in words: "They last stood on the same tier in the 2021 edition, on Tier 1. South Korea was
/// the first to move, down to Tier 2 in the 2022 edition."
pub fn in_words(atlas: &Atlas, countries: &[CountryId]) -> Vec<String> {
    if countries.len() < 2 {
        return Vec::new();
    }
    let words = atlas.words();
    let two = countries.len() == 2;
    // What is said of all editions holds for those of our record, where one of them may lack a placement.
    let holes = atlas.editions().iter().any(|edition| !edition.whole);
    let mut said = Vec::new();
    match last_together(atlas, countries) {
        Some((edition, tier)) if edition == atlas.latest() => {
            said.push(stand_together(atlas, countries, tier));
        }
        Some((edition, tier)) => {
            said.push(say!(words, TOGETHER_LAST, year = atlas.year(edition), on = tier.on(words)));
            said.extend(first_move(atlas, countries, edition).map(|first| moved_first(atlas, &first)));
        }
        None if shared(atlas, countries).is_empty() => {
            said.push(match holes {
                false => of!(words, two, TOGETHER_NO_EDITION, TOGETHER_NO_EDITION_2),
                true => of!(words, two, TOGETHER_NO_EDITION_RECORD, TOGETHER_NO_EDITION_RECORD_2),
            });
            return said;
        }
        None => {
            said.push(match holes {
                false => say!(words, TOGETHER_NEVER),
                true => say!(words, TOGETHER_NEVER_RECORD),
            });
            said.extend(first_move(atlas, countries, EditionId(0)).map(|first| moved_first(atlas, &first)));
        }
    }
    let shared = shared(atlas, countries);
    let apart = differences(atlas, countries).iter().filter(|edition| shared.contains(edition)).count();
    said.push(match (apart, shared.len()) {
        (0, 1) => of!(words, two, TOGETHER_ONE_SAME, TOGETHER_ONE_SAME_2),
        (_, 1) => of!(words, two, TOGETHER_ONE_OTHER, TOGETHER_ONE_OTHER_2),
        (0, n) => of!(words, two, TOGETHER_ALL_SAME, TOGETHER_ALL_SAME_2, n = n),
        (apart, n) if apart == n => of!(words, two, TOGETHER_EACH, TOGETHER_EACH_2, n = n),
        (apart, n) => of!(words, two, TOGETHER_SOME, TOGETHER_SOME_2, n = n, apart = apart),
    });
    said
}

/// Since when countries that share a tier in the newest edition have shared it, and whether they moved to it together.
fn stand_together(atlas: &Atlas, countries: &[CountryId], tier: Tier) -> String {
    let words = atlas.words();
    let two = countries.len() == 2;
    let latest = atlas.latest();
    let on_it =
        |id: &EditionId| countries.iter().all(|country| atlas.cell(*country, *id) == Cell::Placed(tier));
    let editions = atlas.editions().iter().rev().map(|about| about.id);
    let since = editions.take_while(on_it).last().unwrap_or(latest);
    let came = since.previous().is_some_and(|before| {
        let mut tiers = countries.iter().map(|country| atlas.cell(*country, before).tier());
        let first = tiers.next().flatten();
        first.is_some() && tiers.all(|tier| tier == first)
    });
    let (year, since_year) = (atlas.year(latest), atlas.year(since));
    if came {
        of!(words, two, TOGETHER_CAME, TOGETHER_CAME_2, to = tier.to(words), year = since_year)
    } else if since == latest {
        of!(words, two, TOGETHER_STAND, TOGETHER_STAND_2, on = tier.on(words), year = year)
    } else {
        let on = tier.on(words);
        of!(words, two, TOGETHER_SINCE, TOGETHER_SINCE_2, on = on, year = year, since = since_year)
    }
}

/// "South Korea was the first to move, down to Tier 2 in the 2022 edition."
fn moved_first(atlas: &Atlas, first: &FirstMove) -> String {
    let words = atlas.words();
    let year = atlas.year(first.edition);
    let moves = first.movers.iter().map(|(country, from)| {
        let name = atlas.country(*country).name_in_a_sentence(words);
        let cell = atlas.cell(*country, first.edition);
        let to = cell.tier().map(|tier| tier.to(words)).unwrap_or_default();
        let said = match Movement::between(Cell::Placed(*from), cell) {
            Movement::Upgrade => say!(words, TOGETHER_UP, to = to),
            Movement::Downgrade => say!(words, TOGETHER_DOWN, to = to),
            _ => say!(words, TOGETHER_MOVE, to = to),
        };
        (name, said)
    });
    let moves: Vec<(String, String)> = moves.collect();
    let said = match (moves.as_slice(), first.uncertain) {
        ([(name, to)], false) => say!(words, TOGETHER_MOVED, name = name, move_to = to, year = year),
        ([(name, to)], true) => say!(words, TOGETHER_MOVED_RECORD, name = name, move_to = to, year = year),
        (_, uncertain) => {
            let parts = moves.iter().map(|(name, to)| say!(words, TOGETHER_MOVER, name = name, move_to = to));
            let parts = words.list(parts);
            match uncertain {
                false => say!(words, TOGETHER_MOVED_SEVERAL, moves = parts, year = year),
                true => say!(words, TOGETHER_MOVED_SEVERAL_RECORD, moves = parts, year = year),
            }
        }
    };
    capitalised(&said)
}
