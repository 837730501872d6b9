//! The questions that people bring to 25 editions, on the real data.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a panic is a failed test")]

use proptest::prelude::*;
use proptest::sample::Index;
use tip::compare::{differences, first_move, in_words, last_together};
use tip::permalink::{ChangesView, View};
use tip::similar::{by_similarity, distance, most_similar};
use tip::streaks::{ever, returns, standing};
use tip::transitions::Transitions;
use tip::{Atlas, Code, CountryId, EditionId, Movement, Region, Tier};
use words::{Lang, Words};

mod common;

use common::{atlas, atlas_until, atlas_with_a_hole};

fn country(atlas: &Atlas, code: &str) -> CountryId {
    atlas.find(Code::parse(code).unwrap()).unwrap().id
}

fn countries(atlas: &Atlas, codes: &str) -> Vec<CountryId> {
    codes.split(',').map(|code| country(atlas, code)).collect()
}

fn edition(atlas: &Atlas, year: u16) -> EditionId {
    atlas.edition_of(year).unwrap()
}

fn changes_view(address: &str) -> ChangesView {
    match View::parse(address) {
        View::Changes(view) => view,
        other => panic!("{other:?}"),
    }
}

#[test]
fn south_korea_moved_up_in_2024_and_has_not_moved_since_2021() {
    let atlas = atlas();
    let korea = country(&atlas, "KOR");
    let moved = |address| {
        let span = changes_view(address).span(&atlas);
        atlas.changes(span.from.unwrap(), span.to).into_iter().find(|change| change.country == korea)
    };
    let change = moved("/changes?year=2024").unwrap();
    assert_eq!((change.from.tier(), change.to.tier()), (Some(Tier::Two), Some(Tier::One)));
    assert_eq!(change.movement(), Movement::Upgrade);
    assert_eq!(moved("/changes?year=2024&from=2021"), None);
}

#[test]
fn two_editions_the_wrong_way_round_are_turned() {
    let atlas = atlas();
    let span = changes_view("/changes?year=2014&from=2024").span(&atlas);
    assert_eq!((span.from, span.to, span.turned), (atlas.edition_of(2014), edition(&atlas, 2024), true));
    let same = changes_view("/changes?year=2014&from=2014").span(&atlas);
    assert_eq!((same.from, same.turned), (atlas.edition_of(2013), false));
    assert_eq!(changes_view("/changes?year=2001").span(&atlas).from, None);
}

proptest! {
    #[test]
    fn the_counts_of_a_transition_table_sum_to_the_countries_in_both(from in any::<Index>(), to in any::<Index>()) {
        let atlas = atlas();
        let (from, to) = (from.get(atlas.editions()).id, to.get(atlas.editions()).id);
        let table = Transitions::between(&atlas, from, to, None);
        let cells: usize = Tier::ALL
            .into_iter()
            .flat_map(|a| Tier::ALL.into_iter().map(move |b| (a, b)))
            .map(|(a, b)| table.count(Some(a), Some(b)))
            .sum();
        prop_assert_eq!(cells, table.in_both());
        // Turned round, rows are columns.
        let back = Transitions::between(&atlas, to, from, None);
        for a in Tier::ALL {
            prop_assert_eq!(table.count(Some(a), None), back.count(None, Some(a)));
            for b in Tier::ALL {
                prop_assert_eq!(table.count(Some(a), Some(b)), back.count(Some(b), Some(a)));
            }
        }
        // Each region has its part of it.
        let parts: usize =
            Region::ALL.into_iter().map(|region| Transitions::between(&atlas, from, to, Some(region)).in_both()).sum();
        prop_assert_eq!(parts, table.in_both());
    }

    #[test]
    fn similarity_is_symmetric_and_nothing_is_nearer_than_oneself(a in any::<Index>(), b in any::<Index>()) {
        let atlas = atlas();
        let (a, b) = (a.get(atlas.countries()).id, b.get(atlas.countries()).id);
        prop_assert_eq!(distance(&atlas, a, b), distance(&atlas, b, a));
        if let Some(own) = distance(&atlas, a, a) {
            prop_assert_eq!(own.sum, 0);
            for (_, other) in most_similar(&atlas, a, 5) {
                prop_assert!(own <= other && other.mean() <= 3.0);
            }
        }
    }
}

#[test]
fn the_walk_by_similarity_meets_every_country_once() {
    let atlas = atlas_until(2025);
    let all: Vec<CountryId> = atlas.countries().iter().map(|country| country.id).collect();
    let mut walk = by_similarity(&atlas, &all);
    assert_eq!(atlas.country(walk[0]).code.to_string(), "AUT");
    walk.sort();
    assert_eq!(walk, all);
}

#[test]
fn countries_are_compared_in_words() {
    let atlas = atlas_until(2025);
    let words = |codes| in_words(&atlas, &countries(&atlas, codes)).join(" ");
    assert_eq!(
        words("KOR,AUS"),
        "Both stand on Tier 1 in the 2025 edition, as in every edition since 2024. They differ in 2 of the 22 editions that place both."
    );
    assert_eq!(
        words("KOR,JPN"),
        "They last stood on the same tier in the 2023 edition, on Tier 2. South Korea was the first to move, up to Tier 1 in the 2024 edition. They differ in 21 of the 25 editions that place both."
    );
    assert_eq!(
        words("KOR,PRK"),
        "No edition places them on the same tier. South Korea was the first to move, up to Tier 1 in the 2002 edition. They differ in each of the 23 editions that place both."
    );
    assert_eq!(words("KOR"), "");
    assert_eq!(words("SCG,SRB"), "No edition places both.");
    let holed = atlas_with_a_hole();
    let holed_words = |codes| in_words(&holed, &countries(&holed, codes)).join(" ");
    assert_eq!(holed_words("SCG,SRB"), "No edition in our record places both.");
    assert!(holed_words("KOR,PRK").starts_with("No edition in our record places them on the same tier."));
    assert!(words("BEN,KWT").starts_with("Both came to Tier 2 together in the 2025 edition."));
    // Sweden is not in the 2002 edition, between Tier 2 in 2001 and Tier 1 in 2003: when it moved is not known.
    assert!(!words("DZA,SWE").contains("first to move"));
    let both = countries(&atlas, "KOR,JPN");
    assert_eq!(last_together(&atlas, &both), Some((edition(&atlas, 2023), Tier::Two)));
    assert_eq!(first_move(&atlas, &both, edition(&atlas, 2023)).unwrap().movers, [(both[0], Tier::Two)]);
    assert!(differences(&atlas, &both[..1]).is_empty());
}

#[test]
fn streaks_and_returns_are_those_of_the_record() {
    let atlas = atlas();
    let last = edition(&atlas, 2025);
    let three = standing(&atlas, Tier::Three, edition(&atlas, 2024), None);
    assert_eq!((three[0].country, three[0].run.len()), (country(&atlas, "PRK"), 22));
    for tier in Tier::ALL {
        let (now, ever) = (standing(&atlas, tier, last, None), ever(&atlas, tier, last, None));
        assert!(ever[0].run.len() >= now[0].run.len());
        assert!(ever.windows(2).all(|pair| pair[0].run.len() >= pair[1].run.len()));
    }
    let back = returns(&atlas, edition(&atlas, 2024), None);
    let korea = back.iter().find(|back| back.country == country(&atlas, "KOR")).unwrap();
    assert_eq!((korea.tier, atlas.year(korea.left), korea.away), (Tier::One, 2021, 2));
}

/// A hole in the record is no move, no first placement and no return.
#[test]
fn what_the_record_lacks_is_no_move() {
    let atlas = atlas_with_a_hole();
    let brunei = country(&atlas, "BRN");
    assert_eq!(atlas.movement(brunei, edition(&atlas, 2017)), Movement::Unrecorded);
    assert_eq!(atlas.movement(brunei, edition(&atlas, 2018)), Movement::Unrecorded);
    assert!(returns(&atlas, edition(&atlas, 2018), None).iter().all(|back| back.country != brunei));
    let kiribati = country(&atlas, "KIR");
    assert_eq!(atlas.movement(kiribati, edition(&atlas, 2025)), Movement::Absent);
}

/// In another language the countries have other names and another order; what is known of each is the same.
#[test]
fn an_atlas_told_in_another_language_says_the_same() {
    let english = atlas();
    // Names that turn the order round: the language of mirrors.
    let name_of = |iso2: &str| {
        let turned: String = iso2.chars().rev().collect();
        (iso2 != "XK").then(|| format!("{turned}-land"))
    };
    let in_order = |mut names: Vec<String>| {
        names.sort();
        names
    };
    let told = atlas().localized(Words::new(Lang::Spanish, Vec::new()), &name_of, &in_order);
    assert_eq!(told.countries().len(), english.countries().len());
    assert!(told.countries().is_sorted_by_key(|country| country.name.clone()));
    for (at, country) in told.countries().iter().enumerate() {
        let before = english.find(country.code).unwrap();
        assert_eq!((country.id.index(), &country.english), (at, &before.english));
        for edition in english.editions() {
            assert_eq!(told.cell(country.id, edition.id), english.cell(before.id, edition.id));
        }
    }
    let name = |code: &str| told.find(Code::parse(code).unwrap()).unwrap().name.clone();
    assert_eq!(name("KOR"), "RK-land");
    assert_eq!(name("XKX"), "Kosovo", "a language without a name for it");
    assert_eq!(name("ANT"), "Netherlands Antilles", "a country of the past is not named by its code");
}
