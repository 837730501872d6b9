use super::*;
use crate::{Region, Tier, TierSet};
use proptest::prelude::*;

fn code() -> impl Strategy<Value = Code> {
    "[A-Z]{3}".prop_map(|text| Code::parse(&text).unwrap())
}

fn year() -> impl Strategy<Value = Option<u16>> {
    prop::option::of(1000u16..=9999)
}

fn region() -> impl Strategy<Value = Option<Region>> {
    prop::option::of((0usize..6).prop_map(|i| Region::ALL[i]))
}

fn side() -> impl Strategy<Value = Option<Tier>> {
    prop::option::of((0usize..5).prop_map(|i| Tier::ALL[i]))
}

fn sought() -> impl Strategy<Value = SearchQuery> {
    "\\PC{0,20}|(.|\\s){0,20}".prop_map(|text| SearchQuery::new(&text))
}

fn map_view() -> impl Strategy<Value = MapView> {
    let tiers = prop::collection::vec(0usize..5, 0..6)
        .prop_map(|tiers| tiers.into_iter().map(|i| Tier::ALL[i]).collect::<TierSet>());
    let highlight = prop::option::of((0usize..3).prop_map(|i| Highlight::ALL[i]));
    (year(), region(), tiers, any::<bool>(), highlight)
        .prop_map(|(year, region, tiers, table, highlight)| MapView { year, region, tiers, table, highlight })
}

fn compare_view() -> impl Strategy<Value = CompareView> {
    let others = prop::collection::vec("[a-z]{4,9}( [a-zé&%+=#]{1,9})?", 0..3);
    (prop::collection::vec(code(), 0..12), others, region(), any::<bool>(), year()).prop_map(
        |(codes, mut others, region, by_tier, year)| {
            others.dedup();
            let empty = CompareView { countries: Vec::new(), others, region, by_tier, year };
            codes.into_iter().fold(empty, |view, code| view.with(code))
        },
    )
}

fn theme() -> impl Strategy<Value = Option<Theme>> {
    prop::option::of(prop::sample::select(Theme::ALL.to_vec()))
}

fn view() -> impl Strategy<Value = View> {
    prop_oneof![
        map_view().prop_map(View::Map),
        (code(), year(), sought())
            .prop_map(|(code, year, sought)| View::Country(CountryView { code, year }, sought)),
        (sought(), year(), region(), any::<u16>())
            .prop_map(|(sought, year, region, more)| View::Search(SearchView { sought, year, region, more })),
        compare_view().prop_map(View::Compare),
        (year(), year(), region(), prop::option::of((side(), side())), prop::option::of(code())).prop_map(
            |(year, from, region, cell, country)| View::Changes(ChangesView {
                year,
                from,
                region,
                cell,
                country
            })
        ),
        (region(), any::<bool>(), 0usize..4, prop::option::of(code()), year()).prop_map(
            |(region, shares, order, country, year)| View::Trends(TrendsView {
                region,
                shares,
                order: Order::ALL[order],
                country,
                year
            })
        ),
        (year(), region(), 0usize..3).prop_map(|(year, region, order)| View::Consequences(
            ConsequencesView { year, region, order: ConsequencesOrder::ALL[order] }
        )),
        (year(), region()).prop_map(|(year, region)| View::WatchList(WatchListView { year, region })),
        Just(View::About),
        Just(View::EmbedAbout),
        (map_view(), theme(), any::<bool>()).prop_map(|(view, theme, bare)| View::Embed(EmbedView {
            shows: Embedded::Map(view),
            theme,
            bare
        })),
        (code(), year(), theme(), any::<bool>()).prop_map(|(code, year, theme, bare)| {
            let shows = Embedded::Country(CountryView { code, year });
            View::Embed(EmbedView { shows, theme, bare })
        }),
    ]
}

const PAGES: [&str; 21] = [
    "/",
    "/?",
    "/?year=",
    "/?tiers=",
    "/country/",
    "/country/KOR?year=",
    "/search?q=",
    "/search?more=",
    "/compare?c=",
    "/compare?c=KOR,PRK&sort=",
    "/changes?from=",
    "/changes?cell=",
    "/changes?cell=2,",
    "/trends?sort=",
    "/trends?show=shares&c=",
    "/embed?country=",
    "/?show=",
    "/consequences?sort=",
    "/watch-list?region=",
    "/%",
    "//",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn a_view_survives_its_address(view in view()) {
        prop_assert_eq!(View::parse(&view.to_string()), view);
    }

    #[test]
    fn a_view_survives_its_address_in_every_language(view in view(), at in prop::option::of(0usize..4)) {
        let address = Address { view, lang: at.map(|at| Lang::ALL[at]) };
        prop_assert_eq!(Address::parse(&address.to_string()), address);
    }

    #[test]
    fn any_text_is_an_address_of_one_form(text in "(/|/compare\\?c=KOR|/a%3Fb)?[?&=a-zA-Z%]{0,6}(lang=[a-zA-Z-]{0,5})?\\PC{0,30}") {
        let address = Address::parse(&text);
        prop_assert_eq!(&address.view, &View::parse(&text));
        prop_assert_eq!(Address::parse(&address.to_string()), address);
    }

    #[test]
    fn any_text_is_a_view_with_one_address(text in "\\PC{0,60}") {
        let view = View::parse(&text);
        prop_assert_eq!(View::parse(&view.to_string()), view);
    }

    #[test]
    fn any_bytes_behind_a_page_are_a_view_with_one_address(
        page in prop::sample::select(PAGES.to_vec()),
        bytes in prop::collection::vec(any::<u8>(), 0..40),
    ) {
        let text = format!("{page}{}", String::from_utf8_lossy(&bytes));
        let view = View::parse(&text);
        prop_assert_eq!(View::parse(&view.to_string()), view);
    }

    #[test]
    fn taking_out_undoes_putting_in(view in compare_view(), code in code()) {
        prop_assume!(!view.countries.contains(&code));
        prop_assert_eq!(view.with(code).without(code), view);
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
        ("/search/?year=2024&q=+fishing%20%20Vessels%0A", "/search?q=fishing+Vessels&year=2024"),
        ("/search?q=%22law+05/014%22&more=0", "/search?q=%22law+05%2F014%22"),
        ("/search?more=x&q=&year=", "/search"),
        ("/search?more=65536&region=africa", "/search?region=africa"),
        ("/country/KOR?q=%C3%A9+%26", "/country/KOR?q=%C3%A9+%26"),
        ("/compare?c=kor,%50RK,KOR,JPN&sort=hand", "/compare?c=KOR,PRK,JPN"),
        ("/compare?c=kor,zz,Atl%C3%A1ntida,JPN", "/compare?c=KOR,JPN,zz,Atl%C3%A1ntida"),
        ("/compare?c=KOR;PRK|JPN", "/compare?c=KOR,PRK,JPN"),
        ("/compare?c=KOR+PRK", "/compare?c=KOR,PRK"),
        ("/compare?c=KOR&c=PRK", "/compare?c=KOR,PRK"),
        ("/country/KOR.html?year=2014", "/country/KOR?year=2014"),
        ("/about.html", "/about"),
        ("/compare.html?c=KOR,PRK", "/compare?c=KOR,PRK"),
        ("/embed.html?country=KOR", "/embed?country=KOR"),
        ("/compare/?year=2014&c=KOR&sort=TIER", "/compare?c=KOR&sort=tier&year=2014"),
        ("/changes?cell=2w,none&from=2014", "/changes?from=2014&cell=2W,none"),
        ("/changes?cell=2,", "/changes"),
        ("/trends?sort=region&show=counts", "/trends"),
        ("/trends?c=KOR,PRK&sort=Similarity", "/trends?sort=similarity&c=KOR"),
        ("/embed?country=kor&tiers=1&year=2014", "/embed?country=KOR&year=2014"),
        ("/embed?tiers=1", "/embed?tiers=1"),
    ];
    for (given, canonical) in cases {
        assert_eq!(View::parse(given).to_string(), canonical, "{given}");
    }
}

/// Links that were ever given out, by the version that first wrote them, and the view that each stands for
/// for good. Rows are only ever added here.
#[test]
fn old_links_keep_working() {
    let korea = Code::parse("KOR").unwrap();
    let north = Code::parse("PRK").unwrap();
    let near_east = Some(Region::NearEast);
    let links = [
        // 0.1
        ("/?year=2014", View::Map(MapView { year: Some(2014), ..MapView::default() })),
        ("/?region=near-east", View::Map(MapView { region: near_east, ..MapView::default() })),
        (
            "/?tiers=2W,SC",
            View::Map(MapView {
                tiers: [Tier::TwoWatchList, Tier::SpecialCase].into_iter().collect(),
                ..MapView::default()
            }),
        ),
        ("/?view=table", View::Map(MapView { table: true, ..MapView::default() })),
        ("/country/KOR?year=2014", View::from(CountryView { code: korea, year: Some(2014) })),
        ("/about", View::About),
        ("/embed/about", View::EmbedAbout),
        (
            "/compare?c=KOR,PRK&sort=tier&year=2014",
            View::Compare(CompareView {
                countries: vec![korea, north],
                others: Vec::new(),
                region: None,
                by_tier: true,
                year: Some(2014),
            }),
        ),
        (
            "/compare?region=near-east",
            View::Compare(CompareView { region: near_east, ..CompareView::default() }),
        ),
        (
            "/changes?year=2024&from=2014&region=near-east&cell=2,1&c=KOR",
            View::Changes(ChangesView {
                year: Some(2024),
                from: Some(2014),
                region: near_east,
                cell: Some((Some(Tier::Two), Some(Tier::One))),
                country: Some(korea),
            }),
        ),
        (
            "/trends?region=near-east&show=shares&sort=similarity&c=KOR&year=2014",
            View::Trends(TrendsView {
                region: near_east,
                shares: true,
                order: Order::Similarity,
                country: Some(korea),
                year: Some(2014),
            }),
        ),
        (
            "/embed?year=2014",
            View::Embed(Embedded::Map(MapView { year: Some(2014), ..MapView::default() }).into()),
        ),
        (
            "/embed?region=near-east&theme=dark&controls=0",
            View::Embed(EmbedView {
                shows: Embedded::Map(MapView { region: near_east, ..MapView::default() }),
                theme: Some(Theme::Dark),
                bare: true,
            }),
        ),
        (
            "/embed?country=KOR&year=2014",
            View::Embed(Embedded::Country(CountryView { code: korea, year: Some(2014) }).into()),
        ),
    ];
    for (link, view) in links {
        assert_eq!(View::parse(link), view, "{link}");
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
    for given in
        ["/country", "/country/KO", "/country/KOR/x", "/nothing", "/compare/KOR", "/%E0%A4%A", "/../etc"]
    {
        assert!(matches!(View::parse(given), View::Unknown(_)), "{given}");
    }
}

#[test]
fn a_country_moves_one_place_earlier() {
    let view = |address: &str| match View::parse(address) {
        View::Compare(view) => view,
        other => panic!("{other:?}"),
    };
    let three = view("/compare?c=KOR,PRK,JPN&sort=tier");
    let japan = Code::parse("JPN").unwrap();
    assert_eq!(View::Compare(three.earlier(japan)).to_string(), "/compare?c=KOR,JPN,PRK");
    let first = Code::parse("KOR").unwrap();
    assert_eq!(View::Compare(three.earlier(first)).to_string(), "/compare?c=KOR,PRK,JPN");
}

/// Found by the long run.
#[test]
fn a_year_that_would_be_written_otherwise_is_none() {
    for address in ["/?year=0000", "/?year=0999", "/changes?from=0001", "/?year=+201"] {
        let view = View::parse(address);
        assert_eq!(view.year(), None, "{address}");
        assert_eq!(View::parse(&view.to_string()), view, "{address}");
    }
}

/// Addresses made of what addresses are made of and of what they are not; `cargo xtask fuzz` has ten million of them.
#[test]
fn any_address_of_a_long_run() {
    const PIECES: [&str; 52] = [
        "/",
        "//",
        "country/",
        "KOR",
        "kor",
        "compare",
        "changes",
        "trends",
        "about",
        "embed",
        "index.html",
        "?",
        "&",
        "=",
        "#",
        "%",
        "%2",
        "%2F",
        "%3F",
        "%00",
        "%ff",
        "%C3%A9",
        "+",
        ",",
        ";",
        "year=",
        "2014",
        "20144",
        "0000",
        "from=",
        "region=",
        "near-east",
        "tiers=",
        "1",
        "2W",
        "SC",
        "view=",
        "table",
        "c=",
        "PRK,",
        "sort=",
        "tier",
        "cell=",
        "none",
        "show=",
        "shares",
        "country=",
        "lang=",
        "ko",
        "é",
        "\u{202e}",
        "\u{0}",
    ];
    let cases: u64 = std::env::var("TIER_ATLAS_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(100_000);
    let seed: u64 = std::env::var("TIER_ATLAS_SEED").ok().and_then(|n| n.parse().ok()).unwrap_or(1);
    // xorshift64* (Vigna 2016): the same seed makes the same run.
    let mut state = seed.max(1);
    let mut next = move || {
        state ^= state >> 12;
        state ^= state << 25;
        state ^= state >> 27;
        state.wrapping_mul(0x2545_f491_4f6c_dd1d)
    };
    let mut bytes = Vec::new();
    for case in 0..cases {
        bytes.clear();
        for _ in 0..next() % 12 {
            let dice = next();
            match dice % 8 {
                // A byte of any kind, be it no UTF-8.
                0 => bytes.push((dice >> 8) as u8),
                _ => bytes.extend(PIECES[(dice >> 8) as usize % PIECES.len()].bytes()),
            }
        }
        let text = String::from_utf8_lossy(&bytes);
        let address = Address::parse(&text);
        let again = Address::parse(&address.to_string());
        assert_eq!(again, address, "case {case} of seed {seed}: {text:?}");
    }
}

/// A parameter that a page is said to know changes its view, and a value that is said to be a default does not.
#[test]
fn parameters_are_those_that_change_a_view() {
    const VALUES: [&str; 11] = [
        "2014",
        "africa",
        "1",
        "table",
        "fishing",
        "KOR,PRK",
        "tier",
        "2,1",
        "shares",
        "waived",
        "child-soldiers",
    ];
    const NAMES: [&str; 13] = [
        "year",
        "region",
        "tiers",
        "view",
        "q",
        "c",
        "sort",
        "from",
        "cell",
        "show",
        "more",
        "country",
        "utm_source",
    ];
    for path in [
        "/",
        "/country/KOR",
        "/compare",
        "/changes",
        "/consequences",
        "/watch-list",
        "/trends",
        "/search",
        "/embed",
        "/about",
        "/nowhere",
    ] {
        let plain = View::parse(path);
        for name in NAMES {
            let changes = VALUES.iter().any(|value| View::parse(&format!("{path}?{name}={value}")) != plain);
            let known = plain.parameters().iter().find(|(known, _)| *known == name);
            assert_eq!(known.is_some(), changes, "{name} on {path}");
            if let Some((_, Some(default))) = known.filter(|(_, default)| *default != Some("{newest}")) {
                assert_eq!(View::parse(&format!("{path}?{name}={default}")), plain, "{name} on {path}");
            }
        }
    }
}
