//! Views and their addresses: the one place where a view becomes a URL and a URL a view.
//!
//! Addresses here are relative to the site's base path: they start with `/` and know nothing of the host.
//! Any text parses to a valid view; what is not understood is dropped. Only what differs from the default
//! is written, so that each view has one address, and `parse(&view.to_string()) == view`.

use std::{borrow::Cow, fmt};

use crate::{Atlas, Code, EditionId, Region, Tier, TierSet};

/// A page with its state.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum View {
    /// `/`: the map or the table of one edition.
    Map(MapView),
    /// `/country/KOR`: one country.
    Country(CountryView),
    /// `/about`: the tiers, the sources, the limits.
    About,
    /// An address that is no page of the atlas. Holds its path, for the message.
    Unknown(String),
}

/// The state of the map page. The default is the newest edition, whole, as a map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct MapView {
    /// The year asked for; `None` for the newest edition. It may have no edition: see [`edition`].
    pub year: Option<u16>,
    /// The region in focus.
    pub region: Option<Region>,
    /// The tiers singled out.
    pub tiers: TierSet,
    /// Whether the table is shown in the map's place.
    pub table: bool,
}

/// The state of a country's page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CountryView {
    /// The country asked for. The atlas may not have it.
    pub code: Code,
    /// The year asked for; `None` for the newest edition.
    pub year: Option<u16>,
}

impl Default for View {
    fn default() -> View {
        View::Map(MapView::default())
    }
}

impl From<MapView> for View {
    fn from(view: MapView) -> View {
        View::Map(view)
    }
}

impl View {
    /// The page of a country, in its newest edition.
    pub fn country(code: Code) -> View {
        View::Country(CountryView { code, year: None })
    }

    /// The view of an address: path, query, fragment, in any state of repair.
    pub fn parse(address: &str) -> View {
        let address = address.split('#').next().unwrap_or_default();
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let path = decoded(path, false);
        let mut steps = path.split('/').filter(|step| !step.is_empty() && *step != "index.html");
        match (steps.next(), steps.next(), steps.next()) {
            (None, ..) => View::Map(map_view(query)),
            (Some("about"), None, _) => View::About,
            (Some("country"), Some(code), None) => match Code::parse(code) {
                Some(code) => {
                    View::Country(CountryView { code, year: value(query, "year").and_then(|y| year(&y)) })
                }
                None => View::Unknown(normal(&path)),
            },
            _ => View::Unknown(normal(&path)),
        }
    }

    /// The year asked for, where the page has one.
    pub fn year(&self) -> Option<u16> {
        match self {
            View::Map(view) => view.year,
            View::Country(view) => view.year,
            View::About | View::Unknown(_) => None,
        }
    }

    /// The same view with its edition written out, so that the address goes on meaning this edition when
    /// a newer one is there: what "Copy link" gives.
    #[must_use]
    pub fn pinned(self, atlas: &Atlas) -> View {
        let pin = |year: Option<u16>| Some(atlas.year(edition(atlas, year)));
        match self {
            View::Map(view) => View::Map(MapView { year: pin(view.year), ..view }),
            View::Country(view) => View::Country(CountryView { year: pin(view.year), ..view }),
            other => other,
        }
    }
}

/// The edition that a view shows: the one of its year, else the nearest there is; the newest where the
/// view asks for none.
pub fn edition(atlas: &Atlas, year: Option<u16>) -> EditionId {
    let Some(year) = year else {
        return atlas.latest();
    };
    atlas
        .editions()
        .iter()
        .min_by_key(|edition| edition.year.abs_diff(year))
        .map_or_else(|| atlas.latest(), |edition| edition.id)
}

/// The year to write for an edition: nothing for the newest.
pub fn year_of(atlas: &Atlas, edition: EditionId) -> Option<u16> {
    (edition != atlas.latest()).then(|| atlas.year(edition))
}

/// What was done about a year without an edition: "There is no 2031 edition; showing 2025."
pub fn notice(atlas: &Atlas, year: Option<u16>) -> Option<String> {
    let year = year.filter(|year| atlas.edition_of(*year).is_none())?;
    let shown = atlas.year(edition(atlas, Some(year)));
    Some(format!("There is no {year} edition; showing {shown}."))
}

impl fmt::Display for View {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            View::Map(view) => {
                let tiers: Vec<&str> = view.tiers.iter().map(Tier::code).collect();
                f.write_str("/")?;
                query(
                    f,
                    [
                        ("year", view.year.map(|year| year.to_string())),
                        ("region", view.region.map(|region| region.slug().to_owned())),
                        ("tiers", (!tiers.is_empty()).then(|| tiers.join(","))),
                        ("view", view.table.then(|| "table".to_owned())),
                    ],
                )
            }
            View::Country(view) => {
                write!(f, "/country/{}", view.code)?;
                query(f, [("year", view.year.map(|year| year.to_string()))])
            }
            View::About => f.write_str("/about"),
            View::Unknown(path) => encoded(f, path),
        }
    }
}

fn map_view(query: &str) -> MapView {
    MapView {
        year: value(query, "year").and_then(|text| year(&text)),
        region: value(query, "region").and_then(|slug| Region::from_slug(&slug)),
        tiers: value(query, "tiers")
            .map(|codes| codes.split(',').filter_map(Tier::from_code).collect())
            .unwrap_or_default(),
        table: value(query, "view").is_some_and(|view| view.eq_ignore_ascii_case("table")),
    }
}

/// A year of four digits.
fn year(text: &str) -> Option<u16> {
    let text = text.trim();
    (text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

/// The last value of a name in a query, decoded: of `?year=2014&year=2015` the second counts.
fn value(query: &str, name: &str) -> Option<String> {
    query
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .filter(|(key, _)| decoded(key, true) == name)
        .map(|(_, value)| decoded(value, true).into_owned())
        .next_back()
}

/// The path with single slashes and none at its end.
fn normal(path: &str) -> String {
    let steps: Vec<&str> = path.split('/').filter(|step| !step.is_empty()).collect();
    format!("/{}", steps.join("/"))
}

/// Undoes percent-encoding. A `%` that starts no valid escape stays as it is; bytes that are no UTF-8
/// become U+FFFD. `decodeURIComponent` would throw on both.
fn decoded(text: &str, plus_is_space: bool) -> Cow<'_, str> {
    if !text.bytes().any(|b| b == b'%' || (plus_is_space && b == b'+')) {
        return Cow::Borrowed(text);
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    loop {
        match rest {
            [b'%', high, low, tail @ ..] if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() => {
                bytes.push(hex(*high) << 4 | hex(*low));
                rest = tail;
            }
            [b'+', tail @ ..] if plus_is_space => {
                bytes.push(b' ');
                rest = tail;
            }
            [byte, tail @ ..] => {
                bytes.push(*byte);
                rest = tail;
            }
            [] => break,
        }
    }
    Cow::Owned(String::from_utf8_lossy(&bytes).into_owned())
}

fn hex(digit: u8) -> u8 {
    char::from(digit).to_digit(16).map_or(0, |value| value as u8)
}

/// Writes a path with all escaped that could be read as anything but the path.
fn encoded(f: &mut fmt::Formatter<'_>, path: &str) -> fmt::Result {
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' | b'~' => {
                write!(f, "{}", char::from(byte))?;
            }
            other => write!(f, "%{other:02X}")?,
        }
    }
    Ok(())
}

fn query<const N: usize>(f: &mut fmt::Formatter<'_>, pairs: [(&str, Option<String>); N]) -> fmt::Result {
    let mut sign = '?';
    for (name, value) in pairs {
        if let Some(value) = value {
            write!(f, "{sign}{name}={value}")?;
            sign = '&';
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn code() -> impl Strategy<Value = Code> {
        "[A-Z]{3}".prop_map(|text| Code::parse(&text).unwrap())
    }

    fn view() -> impl Strategy<Value = View> {
        let year = || prop::option::of(1000u16..=9999);
        prop_oneof![
            (year(), prop::option::of(0usize..6), prop::collection::vec(0usize..5, 0..6), any::<bool>())
                .prop_map(|(year, region, tiers, table)| View::Map(MapView {
                    year,
                    region: region.map(|i| Region::ALL[i]),
                    tiers: tiers.into_iter().map(|i| Tier::ALL[i]).collect(),
                    table,
                })),
            (code(), year()).prop_map(|(code, year)| View::Country(CountryView { code, year })),
            Just(View::About),
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn a_view_survives_its_address(view in view()) {
            prop_assert_eq!(View::parse(&view.to_string()), view);
        }

        #[test]
        fn any_text_is_a_view_with_one_address(text in "\\PC{0,60}") {
            let view = View::parse(&text);
            prop_assert_eq!(View::parse(&view.to_string()), view);
        }

        #[test]
        fn any_bytes_behind_a_page_are_a_view_with_one_address(
            page in prop::sample::select(vec!["/", "/?", "/?year=", "/?tiers=", "/country/", "/country/KOR?year=", "/%", "//"]),
            bytes in prop::collection::vec(any::<u8>(), 0..40),
        ) {
            let text = format!("{page}{}", String::from_utf8_lossy(&bytes));
            let view = View::parse(&text);
            prop_assert_eq!(View::parse(&view.to_string()), view);
        }
    }

    #[test]
    fn only_what_differs_from_the_default_is_written() {
        let cases = [
            ("/", "/"),
            ("/?year=2014", "/?year=2014"),
            ("/?view=map&utm_source=x&year=2014", "/?year=2014"),
            ("/?tiers=3,1", "/?tiers=1,3"),
            ("/?tiers=1,2,2W,3,SC", "/"),
            ("/?tiers=2w&view=table&region=near-east", "/?region=near-east&tiers=2W&view=table"),
            ("/country/kor/", "/country/KOR"),
            ("/country/KOR/index.html", "/country/KOR"),
            ("/country/KOR?year=2001#findings", "/country/KOR?year=2001"),
            ("/about/?year=2001", "/about"),
            ("/?year=%32%30%31%34", "/?year=2014"),
            ("/?year=2014&year=2015", "/?year=2015"),
        ];
        for (given, canonical) in cases {
            assert_eq!(View::parse(given).to_string(), canonical, "{given}");
        }
    }

    #[test]
    fn what_cannot_be_understood_is_dropped() {
        for given in [
            "/?year=%",
            "/?year=20145",
            "/?year=-200",
            "/?year=",
            "/?region=atlantis",
            "/?tiers=9",
            "/?%=%&&=&year",
            "/?view=globe",
        ] {
            assert_eq!(View::parse(given), View::default(), "{given}");
        }
        for given in ["/country", "/country/KO", "/country/KOR/x", "/nothing", "/%E0%A4%A", "/../etc"] {
            assert!(matches!(View::parse(given), View::Unknown(_)), "{given}");
        }
    }
}
