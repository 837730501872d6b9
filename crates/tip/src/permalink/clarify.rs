//! Addresses as people write them: names and other codes for a country, capitals, a full stop at the end.
//!
//! [`View::parse`] knows the codes of this site alone. What it cannot read is read here once more, with the names of countries
//! at hand.

use super::escape::{decoded, escaped};
use super::query::Query;
use super::{View, normal};
use crate::{Code, Region};

/// The pages without a part of their own in the path, and `country`.
const PAGES: [&str; 9] =
    ["about", "compare", "changes", "consequences", "watch-list", "trends", "search", "embed", "country"];

/// What ends a sentence that an address was copied from.
const MARKS: [char; 12] = ['.', ',', ';', ':', '!', '?', ')', ']', '"', '”', '»', '\''];

/// Whether an address has something that [`View::parse`] does not understand, and that may name a country or region.
pub fn is_unclear(address: &str) -> bool {
    let view = View::parse(address);
    let unread =
        matches!(&view, View::Unknown(_)) || matches!(&view, View::Compare(view) if !view.others.is_empty());
    let canonical = view.to_string();
    unread
        || ["region=", "country=", "c="]
            .iter()
            .any(|name| address.contains(name) && !canonical.contains(name))
}

/// The view of an address in which countries and regions go by any of their names. `meant` gives the country that a text names.
/// What names none stays as it is.
pub fn clarified(address: &str, meant: &dyn Fn(&str) -> Option<Code>) -> View {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let path = match View::parse(path) {
        View::Unknown(_) => clear_path(path, meant),
        _ => path.to_owned(),
    };
    let query = Query(query_of(address));
    let mut pairs: Vec<String> = Vec::new();
    for (name, value) in query.pairs() {
        match name.as_ref() {
            "c" | "country" => {}
            "region" => {
                let slug = region(&value).map_or_else(|| escaped(&value), |region| region.slug().to_owned());
                pairs.push(format!("region={slug}"));
            }
            _ => pairs.push(format!("{}={}", escaped(&name), escaped(&value))),
        }
    }
    for name in ["c", "country"] {
        let named: Vec<String> = query.all(name).iter().flat_map(|text| countries(text, meant)).collect();
        if !named.is_empty() {
            pairs.push(format!("{name}={}", named.join(",")));
        }
    }
    View::parse(&format!("{path}?{}", pairs.join("&")))
}

/// What an address says for a country or region that its page could show, and that is not in the view made of it: it names
/// none.
pub fn left_out(address: &str, view: &View) -> Vec<String> {
    let canonical = view.to_string();
    let query = Query(query_of(address));
    let known = view.parameters().iter().map(|(name, _)| *name);
    let lost = known.filter(|name| {
        matches!(*name, "c" | "country" | "region") && !canonical.contains(&format!("{name}="))
    });
    lost.flat_map(|name| query.all(name))
        .map(|text| text.trim().to_owned())
        .filter(|text| !text.is_empty())
        .collect()
}

fn query_of(address: &str) -> &str {
    address.split('#').next().unwrap_or_default().split_once('?').map_or("", |(_, query)| query)
}

/// A path with the name of its page in small letters, and its country by code.
fn clear_path(path: &str, meant: &dyn Fn(&str) -> Option<Code>) -> String {
    let path = decoded(path, false);
    let path = normal(path.trim_end_matches(|c: char| MARKS.contains(&c) || c.is_whitespace()));
    let mut steps = path.split('/').filter(|step| !step.is_empty());
    let page = |step: &str| PAGES.into_iter().find(|page| page.eq_ignore_ascii_case(step));
    let known = |text: &str| meant(text.strip_suffix(".html").unwrap_or(text));
    match (steps.next(), steps.next(), steps.next()) {
        (Some(first), Some(named), None) if page(first) == Some("country") => match known(named) {
            Some(code) => format!("/country/{code}"),
            None => path,
        },
        (Some(first), None, _) => match (page(first), known(first)) {
            (Some(page), _) => format!("/{page}"),
            (None, Some(code)) => format!("/country/{code}"),
            (None, None) => path,
        },
        _ => path,
    }
}

/// The countries of a list, each by its code where it is known, in their order.
fn countries(list: &str, meant: &dyn Fn(&str) -> Option<Code>) -> Vec<String> {
    let mut found = Vec::new();
    for piece in list.split([',', ';', '|']).map(str::trim).filter(|piece| !piece.is_empty()) {
        let words = || piece.split_whitespace().map(meant).collect::<Option<Vec<Code>>>();
        match (meant(piece), words()) {
            (Some(code), _) => found.push(code.to_string()),
            (None, Some(codes)) => found.extend(codes.iter().map(Code::to_string)),
            (None, None) => found.push(escaped(piece)),
        }
    }
    found
}

/// The region of a name, or of the bureau of the Department of State for it.
fn region(text: &str) -> Option<Region> {
    const BUREAUS: [(&str, Region); 6] = [
        ("af", Region::Africa),
        ("eap", Region::EastAsiaAndPacific),
        ("eur", Region::EuropeAndEurasia),
        ("nea", Region::NearEast),
        ("sca", Region::SouthAndCentralAsia),
        ("wha", Region::WesternHemisphere),
    ];
    let slug: String = text
        .trim()
        .to_lowercase()
        .replace('&', " and ")
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join("-");
    let bureau = BUREAUS.into_iter().find(|(name, _)| *name == slug).map(|(_, region)| region);
    Region::from_slug(&slug).or(bureau)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Knows some names; as the index does, without capitals.
    fn meant(text: &str) -> Option<Code> {
        let text = text.to_lowercase();
        let code = match text.replace('-', " ").trim_matches('.').trim() {
            "kr" | "kor" | "410" | "south korea" | "republic of korea" | "한국" => "KOR",
            "jp" | "jpn" | "japan" => "JPN",
            "prk" | "north korea" => "PRK",
            _ => return None,
        };
        Code::parse(code)
    }

    #[test]
    fn addresses_as_people_write_them() {
        for (written, canonical) in [
            ("/country/KR", "/country/KOR"),
            ("/Country/kor/", "/country/KOR"),
            ("/country/410?year=2014", "/country/KOR?year=2014"),
            ("/country/south-korea", "/country/KOR"),
            ("/country/Republic%20of%20Korea", "/country/KOR"),
            ("/country/%ED%95%9C%EA%B5%AD", "/country/KOR"),
            ("/country/KOR.", "/country/KOR"),
            ("/country/KOR).", "/country/KOR"),
            ("/country/japan.html", "/country/JPN"),
            ("/japan", "/country/JPN"),
            ("/About/", "/about"),
            ("/COMPARE?c=KR,JP", "/compare?c=KOR,JPN"),
            ("/compare?c=KR,JP", "/compare?c=KOR,JPN"),
            ("/compare?c=JP;North+Korea;KOR", "/compare?c=JPN,PRK,KOR"),
            ("/compare?c=KR+JP", "/compare?c=KOR,JPN"),
            ("/compare?c=KR&c=Japan&sort=tier", "/compare?c=KOR,JPN&sort=tier"),
            ("/compare?c=KR,Atlantis,JP", "/compare?c=KOR,JPN,Atlantis"),
            ("/embed?country=kr&year=2014", "/embed?country=KOR&year=2014"),
            ("/trends?c=japan", "/trends?c=JPN"),
            ("/?region=Near+East", "/?region=near-east"),
            ("/?region=EAP&year=2014", "/?year=2014&region=east-asia-and-pacific"),
            ("/compare?region=South%20%26%20Central%20Asia", "/compare?region=south-and-central-asia"),
        ] {
            assert!(is_unclear(written), "{written}");
            assert_eq!(clarified(written, &meant).to_string(), canonical, "{written}");
        }
    }

    #[test]
    fn what_names_nothing_stays() {
        for written in ["/country/atlantis", "/nothing", "/country/KOR/x"] {
            assert_eq!(clarified(written, &meant), View::parse(written), "{written}");
        }
    }

    #[test]
    fn what_names_nothing_is_told() {
        for (written, told) in [
            ("/trends?c=Atlantis", vec!["Atlantis"]),
            ("/changes?c=El+Dorado&region=Narnia", vec!["Narnia", "El Dorado"]),
            ("/embed?country=Utopia&year=2014", vec!["Utopia"]),
            ("/?region=middle-earth", vec!["middle-earth"]),
            ("/trends?c=kr&region=EAP", vec![]),
            // The comparison names them itself; this page has no countries.
            ("/compare?c=Atlantis", vec![]),
            ("/about?c=Atlantis", vec![]),
        ] {
            assert_eq!(left_out(written, &clarified(written, &meant)), told, "{written}");
        }
    }

    #[test]
    fn what_is_clear_is_left_alone() {
        for clear in
            ["/", "/country/KOR.html", "/compare?c=KOR,PRK", "/compare?c=KOR&c=PRK", "/?utm_source=x"]
        {
            assert!(!is_unclear(clear), "{clear}");
        }
    }

    proptest! {
        #[test]
        fn any_text_has_a_view_with_one_address(text in "(/|/country/|/compare\\?c=|/\\?region=)\\PC{0,30}") {
            let view = clarified(&text, &meant);
            prop_assert_eq!(View::parse(&view.to_string()), view);
        }

        #[test]
        fn what_is_clear_means_the_same(
            text in "(/compare\\?c=|/embed\\?country=)([A-Z]{3}[,;]){1,4}(&(year|sort|x)=[a-z0-9]{0,6})?",
        ) {
            prop_assert!(!is_unclear(&text));
            let known = |text: &str| Code::parse(text);
            prop_assert_eq!(clarified(&text, &known), View::parse(&text));
        }
    }
}
