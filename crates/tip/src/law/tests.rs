//! The law on the Watch List against the record, and what followed for Tier 3, on the real data.

use super::{Result as Came, *};
use crate::consequences::{Known, List, Outcome, Tally};
use crate::{Atlas, Code};

fn atlas() -> Atlas {
    Atlas::from_json(&testdata::file("assets/data/atlas.json").unwrap()).unwrap()
}

fn consequences() -> Consequences {
    Consequences::from_json(&testdata::file("assets/data/consequences.json").unwrap()).unwrap()
}

fn country(atlas: &Atlas, code: &str) -> CountryId {
    atlas.find(Code::parse(code).unwrap()).unwrap().id
}

fn edition(atlas: &Atlas, year: u16) -> EditionId {
    atlas.edition_of(year).unwrap()
}

fn next(atlas: &Atlas, code: &str, year: u16) -> Option<Prospect> {
    prospect(atlas, country(atlas, code), edition(atlas, year))
}

/// “China, Russia and Uzbekistan fell to Tier 3 after the maximum of two waivers”: CIA World Factbook of 2013, as in
/// `data/watchlist_waivers.tsv`.
#[test]
fn two_waivers_were_all_until_2018() {
    let (atlas, known) = (atlas(), consequences());
    for code in ["CHN", "RUS", "UZB"] {
        let id = country(&atlas, code);
        assert_eq!(next(&atlas, code, 2010), Some(Prospect::Tier3OrWaiver), "{code}");
        for year in [2011, 2012] {
            let came = result(&atlas, &known, id, edition(&atlas, year));
            assert_eq!(came, Some(Came::WaivedAsStated), "{code} {year}");
        }
        assert_eq!(next(&atlas, code, 2012), Some(Prospect::Tier3), "{code}");
        assert_eq!(result(&atlas, &known, id, edition(&atlas, 2013)), Some(Came::Fell), "{code}");
        assert_eq!(waivers(&atlas, &known, id, edition(&atlas, 2012)).len(), 2, "{code}");
    }
}

/// Since the acts of January 2019 one waiver is all: from the 2019 edition on nobody is on the Watch List for a fourth.
#[test]
fn one_waiver_is_all_since_2019() {
    let atlas = atlas();
    for about in atlas.editions().iter().filter(|about| about.year >= 2019) {
        for country in atlas.countries() {
            let stay = stay(&atlas, country.id, about.id);
            assert!(stay.is_none_or(|stay| stay.counted <= 3), "{} {}", country.code, about.year);
        }
    }
    assert_eq!(next(&atlas, "COG", 2025), Some(Prospect::Tier3), "on it since 2023");
    assert_eq!(next(&atlas, "HKG", 2025), Some(Prospect::Tier3OrWaiver));
    assert_eq!(next(&atlas, "BRA", 2025), Some(Prospect::MayStay));
    assert_eq!(next(&atlas, "KOR", 2025), None);
    // On it in 2016, 2017 and 2018: by the law of 2008 a second waiver was left, by that of 2019 none.
    assert_eq!(stay(&atlas, country(&atlas, "HKG"), edition(&atlas, 2018)).unwrap().counted, 3);
    assert_eq!(next(&atlas, "HKG", 2018), Some(Prospect::Tier3));
    assert_eq!(
        next(&atlas, "CHN", 2011),
        Some(Prospect::Tier3OrWaiver),
        "a third edition, by the law of 2008"
    );
}

#[test]
fn years_count_from_the_2009_edition() {
    let atlas = atlas();
    // Uzbekistan: on the Watch List from 2008 to 2012.
    let stay = stay(&atlas, country(&atlas, "UZB"), edition(&atlas, 2010)).unwrap();
    assert_eq!((stay.editions, stay.counted), (3, 2));
    assert_eq!(next(&atlas, "UZB", 2009), None, "the downgrade was first applied in 2011");
    assert!(decided(&atlas, &consequences(), edition(&atlas, 2010), None).is_empty());
    assert_eq!(decided(&atlas, &consequences(), edition(&atlas, 2011), None).len(), 36);
}

/// Public Law 115-425, section 203(1)(B): one edition only after a return from Tier 3.
#[test]
fn who_comes_back_from_tier_3_after_a_waiver_stays_for_one_edition() {
    let (atlas, known) = (atlas(), consequences());
    for (code, year) in [("BRN", 2023), ("MYS", 2023), ("VNM", 2023), ("DZA", 2022), ("TKM", 2025)] {
        assert_eq!(next(&atlas, code, year), Some(Prospect::OneYear), "{code}");
    }
    // Algeria fell again in 2023; the stay before that one had had no waiver.
    assert_eq!(result(&atlas, &known, country(&atlas, "DZA"), edition(&atlas, 2023)), Some(Came::Fell));
    assert_eq!(next(&atlas, "DZA", 2024), Some(Prospect::MayStay));
    assert_eq!(next(&atlas, "DZA", 2025), Some(Prospect::Tier3OrWaiver));
    // An earlier stay had been extended, and the act does not say whether it counts.
    for code in ["BRN", "BOL", "DJI", "DZA"] {
        assert!(stay(&atlas, country(&atlas, code), edition(&atlas, 2025)).unwrap().earlier, "{code}");
    }
    assert!(!stay(&atlas, country(&atlas, "BRA"), edition(&atlas, 2025)).unwrap().earlier);
    // The rule is of 2019: Malaysia in 2015 came back and stayed.
    assert_eq!(next(&atlas, "MYS", 2015), Some(Prospect::MayStay));
    let beyond = returned_and_stayed(&atlas);
    let codes: Vec<String> = beyond.iter().map(|(id, ..)| atlas.country(*id).code.to_string()).collect();
    assert!(codes.contains(&"DZA".to_owned()) && codes.contains(&"UZB".to_owned()), "{codes:?}");
}

/// Every country for which an edition decided, over all editions up to 2025.
#[test]
fn the_record_fits_the_rule() {
    let (atlas, known) = (atlas(), consequences());
    let mut total = 0;
    for about in atlas.editions().iter().filter(|about| about.year <= 2025) {
        let decided = decided(&atlas, &known, about.id, None);
        total += decided.len();
        let of = |wanted: Came| decided.iter().filter(|(_, came)| *came == wanted).count();
        assert_eq!(of(Came::Contradiction), 0, "{}", about.year);
        // Every waiver that a source states is of a country that needed one.
        let stated = known.waivers.iter().filter(|row| row.edition == about.year).count();
        assert_eq!(of(Came::WaivedAsStated), stated, "{}", about.year);
        if about.year == 2013 {
            assert_eq!((of(Came::Fell), of(Came::Upgraded), of(Came::WaivedAsStated)), (3, 7, 12));
        }
        if about.year == 2024 {
            assert_eq!((of(Came::Fell), of(Came::Upgraded), of(Came::WaivedAsStated)), (1, 7, 4));
        }
    }
    assert!(total > 300, "{total}");
}

#[test]
fn determinations_are_those_of_the_memoranda() {
    let (atlas, known) = (atlas(), consequences());
    let tally = |year: u16| known.tally(&atlas, edition(&atlas, year), None);
    let of = |restricted, partial, full| Tally { restricted, partial, full, ..Tally::default() };
    assert_eq!(tally(2021), of(8, 5, 4));
    assert_eq!(tally(2022), of(9, 7, 6));
    assert_eq!(tally(2023), of(9, 9, 6));
    assert_eq!(tally(2024), of(7, 9, 5));
    assert_eq!(tally(2021).total(), 17);
    assert_eq!(tally(2001), Tally::default(), "before determinations");
    // Each Tier 3 country of an edition is counted once, whatever is known of it.
    for about in atlas.editions().iter().filter(|about| about.year >= 2003) {
        let counts = atlas.counts(about.id, None).of(Tier::Three);
        assert_eq!(known.tally(&atlas, about.id, None).total(), counts, "{}", about.year);
    }
    let cambodia = known.determination(atlas.country(country(&atlas, "KHM")).code, 2023).unwrap();
    assert_eq!(
        (cambodia.outcome, cambodia.detail.as_str()),
        (Outcome::FullWaiver, "all programmes, exchanges included")
    );
    assert_eq!(cambodia.determination, "No. 2023-14, 29 September 2023");
    assert!(cambodia.document.url.is_some(), "read in full");
    // The press is named and not linked.
    let cuba = known.determination(atlas.country(country(&atlas, "CUB")).code, 2003).unwrap();
    assert_eq!((cuba.document.host.as_str(), &cuba.document.url), ("voanews.com", &None));
}

#[test]
fn lists_are_whole_where_they_were_read_whole() {
    let known = consequences();
    let on = |list: List, year: u16| {
        known.listings.iter().filter(|row| row.list == list && row.edition == year).count()
    };
    assert_eq!(on(List::StateSponsored, 2020), 12);
    assert_eq!(on(List::StateSponsored, 2021), 11);
    assert_eq!(known.known(List::StateSponsored, 2024), Known::Whole);
    assert_eq!(known.known(List::StateSponsored, 2022), Known::Partly);
    assert_eq!(known.known(List::StateSponsored, 2025), Known::Not);
    assert_eq!(known.known(List::ChildSoldiers, 2012), Known::Partly);
}

#[test]
fn the_first_edition_as_it_is_recorded() {
    let atlas = atlas();
    let first = edition(&atlas, 2001);
    assert_eq!((atlas.counts(first, None).total(), atlas.counts(first, None).of(Tier::One)), (82, 12));
    assert_eq!(atlas.cell(country(&atlas, "LUX"), edition(&atlas, 2011)), Cell::Placed(Tier::One));
    assert_eq!(rule(RuleId::Downgrade).first, 2011);
}

#[test]
fn each_rule_has_a_row_and_editions_in_order() {
    let ids = [
        RuleId::WatchList,
        RuleId::Criteria,
        RuleId::Downgrade,
        RuleId::TwoYearWaiver,
        RuleId::OneYearWaiver,
        RuleId::OneYear,
        RuleId::Determinations,
        RuleId::StateSponsored,
        RuleId::ChildSoldiers,
    ];
    for id in ids {
        assert_eq!(rule(id).id, id);
    }
    assert!(RULES.is_sorted_by_key(|rule| rule.first));
    for rule in RULES {
        let enacted = crate::Date::parse(rule.act.enacted).unwrap();
        assert!(enacted <= crate::Date::parse(&format!("{}-06-30", rule.first)).unwrap(), "{rule:?}");
        assert!(rule.last.is_none_or(|last| last >= rule.first), "{rule:?}");
        assert!(
            !rule.sources.is_empty() && rule.sources.iter().all(|source| source.starts_with("https://")),
            "{rule:?}"
        );
    }
}
