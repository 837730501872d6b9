//! Countries found as people type them: names of several languages, old ones, codes, words in any order.

#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use tip::file::NamesFile;
use tip::json::FromJson;
use tip::search::{Hit, Index};
use tip::{Atlas, Code};
use unicode_normalization::UnicodeNormalization;

fn atlas() -> Atlas {
    Atlas::from_json(&testdata::file("assets/data/atlas.json").unwrap()).unwrap()
}

fn plain(text: &str) -> String {
    text.to_lowercase().nfd().collect()
}

fn index(atlas: &Atlas) -> Index {
    let json = testdata::file("assets/data/names.json").unwrap();
    Index::from_json(&json, atlas, plain, |_| Vec::new()).unwrap()
}

fn find(query: &str) -> Vec<(String, Hit)> {
    let atlas = atlas();
    let hits = index(&atlas).find(&plain(query), 8);
    hits.into_iter().map(|hit| (atlas.country(hit.country).code.to_string(), hit)).collect()
}

fn best(query: &str) -> Option<String> {
    find(query).first().map(|(code, _)| code.clone())
}

#[test]
fn what_people_type_leads_to_a_country() {
    let cases = [
        ("KOR", "KOR"),
        ("kr", "KOR"),
        ("south kor", "KOR"),
        ("republic of korea", "KOR"),
        ("Korea, Republic of", "KOR"),
        ("dprk", "PRK"),
        ("Burma", "MMR"),
        ("myanmar", "MMR"),
        ("swaziland", "SWZ"),
        ("turkey", "TUR"),
        ("Turkiye", "TUR"),
        ("türkiye", "TUR"),
        ("TÜRKİYE", "TUR"),
        ("ivory coast", "CIV"),
        ("cote divoire", "CIV"),
        ("Côte d’Ivoire", "CIV"),
        ("cote d ivoire", "CIV"),
        ("curacao", "CUW"),
        ("holland", "NLD"),
        ("uk", "GBR"),
        ("usa", "USA"),
        ("america", "USA"),
        ("st lucia", "LCA"),
        ("St. Vincent", "VCT"),
        ("gambia", "GMB"),
        ("congo", "COG"),
        ("zaire", "COD"),
        ("germny", "DEU"),
        ("grmany", "DEU"),
        ("philipines", "PHL"),
        ("colombai", "COL"),
        ("columbia", "COL"),
        ("kazahstan", "KAZ"),
        ("Deutschland", "DEU"),
        ("espana", "ESP"),
        ("kosovo", "XKX"),
        ("guinea", "GIN"),
        ("niger", "NER"),
        ("viet nam", "VNM"),
        ("timor", "TLS"),
        ("papua", "PNG"),
        ("  japan ", "JPN"),
    ];

    for (query, expected) in cases {
        assert_eq!(best(query).as_deref(), Some(expected), "{query}");
    }
    for nothing in ["", " ", "xyzzy", "…", "%"] {
        assert_eq!(best(nothing), None, "{nothing:?}");
    }
    assert_eq!(find("burma")[0].1.also.as_deref(), Some("Burma"));
}

#[test]
fn names_of_other_languages_lead_there_too() {
    for (query, expected) in [
        ("한국", "KOR"),
        ("남한", "KOR"),
        ("대한민국", "KOR"),
        ("북한", "PRK"),
        ("호주", "AUS"),
        ("터키", "TUR"),
        ("Costa de Marfil", "CIV"),
        ("EE.UU.", "USA"),
        ("EE. UU.", "USA"),
        ("États-Unis", "USA"),
        ("RDC", "COD"),
        ("Birmanie", "MMR"),
        ("Corea del Sur", "KOR"),
        ("Corée du Nord", "PRK"),
        ("Allemagne", "DEU"),
        ("독일", "DEU"),
        ("Países Bajos", "NLD"),
        ("Émirats arabes unis", "ARE"),
    ] {
        assert_eq!(best(query).as_deref(), Some(expected), "{query}");
    }
}

#[test]
fn order_commas_points_and_codes() {
    for (query, expected) in [
        ("Korea, South", "KOR"),
        ("korea south", "KOR"),
        ("S. Korea", "KOR"),
        ("N Korea", "PRK"),
        ("D.P.R.K.", "PRK"),
        ("U.A.E.", "ARE"),
        ("Burma/Myanmar", "MMR"),
        ("Turkey (Türkiye)", "TUR"),
        ("410", "KOR"),
        ("050", "BGD"),
        ("DE", "DEU"),
        ("Republic, Czech", "CZE"),
        ("Arabia Saudi", "SAU"),
    ] {
        assert_eq!(best(query).as_deref(), Some(expected), "{query}");
    }
}

#[test]
fn only_what_can_mean_nothing_else_is_sure() {
    let sure = |query: &str| find(query).into_iter().find(|(_, hit)| hit.sure).map(|(code, _)| code);
    for (query, expected) in [
        ("KOR", "KOR"),
        ("kr", "KOR"),
        ("South Korea", "KOR"),
        ("korea south", "KOR"),
        ("Niger", "NER"),
        ("Oman", "OMN"),
        ("Mali", "MLI"),
        ("Guinea", "GIN"),
        ("thai", "THA"),
        ("Burma", "MMR"),
        ("Republic of Korea", "KOR"),
        ("한국", "KOR"),
        ("아르헨티나공화국", "ARG"),
        ("germny", "DEU"),
    ] {
        assert_eq!(sure(query).as_deref(), Some(expected), "{query}");
    }
    for query in ["korea", "congo", "guin", "united", "saint", "republic of"] {
        assert!(find(query).len() > 1, "{query}");
        assert_eq!(sure(query), None, "{query}");
    }
    let koreas: Vec<String> = find("korea").into_iter().map(|(code, _)| code).collect();
    assert!(koreas.contains(&"KOR".to_owned()) && koreas.contains(&"PRK".to_owned()), "{koreas:?}");
}

#[test]
fn a_link_means_one_country_or_none() {
    let atlas = atlas();
    let index = index(&atlas);
    let meant = |text: &str| index.meant(&plain(text)).map(|id| atlas.country(id).code);
    for (text, expected) in [
        ("kr", "KOR"),
        ("410", "KOR"),
        ("south-korea", "KOR"),
        ("Republic of Korea", "KOR"),
        ("KOR.", "KOR"),
        ("niger", "NER"),
    ] {
        assert_eq!(meant(text), Code::parse(expected), "{text}");
    }
    for text in ["", "korea", "atlantis", "sout", "999"] {
        assert_eq!(meant(text), None, "{text}");
    }
}

#[test]
fn every_country_is_found_by_each_of_its_names() {
    let atlas = atlas();
    let index = index(&atlas);
    let json: serde_json::Value =
        serde_json::from_str(&testdata::file("assets/data/names.json").unwrap()).unwrap();
    let file = NamesFile::from_json(&json).unwrap();
    for row in file.countries {
        let country = atlas.find(Code::parse(&row.iso3).unwrap()).unwrap();
        let own = [country.name.clone(), row.iso3, country.iso2.clone(), row.numeric];
        let all = own.into_iter().chain(country.report_name.clone());
        for name in all.chain(row.names.into_iter().map(|(name, _)| name)).filter(|name| !name.is_empty()) {
            let hits = index.find(&plain(&name), 5);
            assert!(hits.iter().any(|hit| hit.country == country.id), "{name}");
        }
        assert_eq!(index.find(&plain(&country.name), 1)[0].country, country.id, "{}", country.name);
    }
}
