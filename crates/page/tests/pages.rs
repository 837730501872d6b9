//! Every page but the map's on the real data, as nodes: what must hold of all of them.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a panic is a failed test")]

use std::collections::BTreeSet;

use page::passages::Results;
use page::{Element, Node, Page, Setting, State};
use tip::passages::{Index, Shard, Terms, Texts};
use tip::permalink::{EmbedView, Embedded, SearchView, View};
use tip::{Atlas, Code, Consequences, Reasons};

fn atlas() -> Atlas {
    Atlas::from_json(&testdata::file("assets/data/atlas.json").unwrap()).unwrap()
}

fn setting(width: u32) -> Setting {
    Setting {
        width,
        site: "https://example.org".to_owned(),
        lang: None,
        unkept: false,
        pins: vec![Code::parse("KOR").unwrap()],
        shares: true,
    }
}

fn file(name: &str) -> String {
    testdata::file(&format!("assets/data/search/{name}")).unwrap()
}

/// What is found, by the index of this repository; it stays for as long as the test runs.
fn results(view: &SearchView) -> Result<Results<'static>, State> {
    let index = Index::from_json(&file("index.json")).unwrap();
    let terms = Terms::new(&view.sought);
    let shard = |at: usize| Shard::from_json(&file(&format!("terms-{at}.json"))).unwrap();
    let shards: Vec<Shard> = index.shards_of(&terms).into_iter().map(shard).collect();
    let outcome = index.search(terms, &shards.iter().collect::<Vec<_>>(), &|_, _| true);
    let shown = outcome.found.iter().take(page::passages::shown(view)).map(|one| {
        let (at, place) = index.text_of(one.passage);
        let texts = Texts::from_json(&file(&format!("texts-{at}.json"))).unwrap();
        (*one, Box::leak(Box::new(texts)).get(place).unwrap())
    });
    Ok(Results { shown: shown.collect(), outcome, rest: None })
}

fn consequences() -> Consequences {
    Consequences::from_json(&testdata::file("assets/data/consequences.json").unwrap()).unwrap()
}

fn reasons(year: u16) -> Reasons {
    Reasons::from_json(&testdata::file(&format!("assets/data/reasons/{year}.json")).unwrap(), year).unwrap()
}

/// The page of an address.
fn page(atlas: &Atlas, address: &str, width: u32) -> Page {
    let setting = setting(width);
    match View::parse(address) {
        View::Compare(view) => page::compare::page(atlas, &view, None, &setting),
        View::Changes(view) => {
            let consequences = consequences();
            let reasons = page::changes::reasons_of(atlas, &view).map(reasons);
            let files = page::changes::Files {
                consequences: Some(&consequences),
                reasons: reasons.as_ref(),
                ..Default::default()
            };
            page::changes::page(atlas, &view, files, &setting)
        }
        View::Consequences(view) => page::consequences::page(atlas, &view, Ok(&consequences()), &setting),
        View::WatchList(view) => page::watch_list::page(atlas, &view, Ok(&consequences()), &setting),
        View::Trends(view) => page::trends::page(atlas, &view, &setting),
        View::Search(view) => page::passages::page(atlas, &view, &[], results(&view)),
        View::Country(view, sought) => {
            let country = atlas.find(view.code).unwrap();
            page::country::page(
                atlas,
                country,
                (view, &sought),
                Err(State::Failed("why".to_owned())),
                &setting,
            )
        }
        View::Embed(frame @ EmbedView { shows: Embedded::Country(view), .. }) => {
            page::country::embedded(atlas, atlas.find(view.code).unwrap(), view, frame, width)
        }
        View::EmbedAbout => page::embedding::page(atlas, &setting),
        View::About => page::about::page(atlas, Err(State::Loading), &setting.site),
        View::Unknown(path) => page::unknown::page(atlas.words(), &path),
        View::Map(_) | View::Embed(EmbedView { shows: Embedded::Map(_), .. }) => {
            panic!("{address} is the app's")
        }
    }
}

const ADDRESSES: [&str; 28] = [
    "/embed/about",
    "/consequences",
    "/consequences?year=2024&sort=waived",
    "/consequences?year=2001&region=south-and-central-asia",
    "/consequences?year=2005&region=africa&sort=name",
    "/watch-list?year=2025",
    "/watch-list?year=2003&region=africa",
    "/watch-list?year=2010&region=near-east",
    "/search",
    "/search?q=fishing&region=africa",
    "/search?q=%22zzzz%22&year=1999",
    "/compare",
    "/compare?c=KOR",
    "/compare?c=KOR,PRK,JPN&year=2004",
    "/compare?c=KOR,PRK,JPN,CHN,THA,VNM,PHL,MMR,LAO,ZZZ&sort=tier",
    "/compare?region=near-east&year=1999",
    "/changes",
    "/changes?year=2024&from=2001&cell=2,none",
    "/changes?year=2001",
    "/changes?year=2014&from=2024&region=africa&cell=1,1",
    "/trends",
    "/trends?show=shares&sort=similarity&c=KOR&year=2031",
    "/trends?region=near-east&sort=tier&c=ZZZ",
    "/country/SCG",
    "/country/USA?year=2003",
    "/embed?country=PRK",
    "/about",
    "/nowhere",
];

fn elements(page: &Page) -> Vec<&Element> {
    page.nodes.iter().flat_map(|node| node.elements()).collect()
}

/// What a screen reader calls an element.
fn name(element: &Element) -> String {
    let label = element.get("aria-label").map(str::to_owned);
    label.unwrap_or_else(|| page::Node::from(element.clone()).text().trim().to_owned())
}

#[test]
fn each_page_has_one_heading_unique_ids_and_named_links() {
    let atlas = atlas();
    for address in ADDRESSES {
        for width in [260, 700, 1136] {
            let page = page(&atlas, address, width);
            let all = elements(&page);
            assert_eq!(all.iter().filter(|element| element.tag == "h1").count(), 1, "{address}");
            let ids: Vec<&str> = all.iter().filter_map(|element| element.get("id")).collect();
            let unique: BTreeSet<&&str> = ids.iter().collect();
            assert_eq!(ids.len(), unique.len(), "an id stands twice in {address}: {ids:?}");
            for element in all.iter().filter(|element| ["a", "button", "summary"].contains(&element.tag)) {
                assert!(!name(element).is_empty(), "{address}: {element:?}");
            }
            for link in all.iter().filter(|element| element.tag == "a") {
                let there = link.to.is_some() || link.file.is_some() || link.get("href").is_some();
                assert!(there, "{address}: {link:?} leads nowhere");
            }
            for graphic in all.iter().filter(|element| element.tag == "svg") {
                let told = graphic.get("aria-hidden") == Some("true") || graphic.get("aria-label").is_some();
                assert!(told, "{address}: a graphic has no name");
            }
            assert!(!page.title.is_empty() && !page.status.is_empty(), "{address}");
        }
    }
}

/// A view that a page links to shows, as its own page, what the link says it marks.
#[test]
fn every_link_to_a_view_is_an_address_of_its_own() {
    let atlas = atlas();
    for address in ADDRESSES {
        for link in elements(&page(&atlas, address, 700)) {
            if let Some(view) = &link.to {
                assert_eq!(&View::parse(&view.to_string()), view, "{address}");
            }
            // Other fields than these have values of a form.
            if link.tag == "select" && link.get("data-go").is_some() {
                for option in Node::from(link.clone()).elements() {
                    if let Some(value) = option.get("value") {
                        assert_eq!(View::parse(value).to_string(), value, "{address}");
                    }
                }
            }
        }
    }
}

#[test]
fn headings_do_not_skip_a_level() {
    let atlas = atlas();
    for address in ADDRESSES {
        let page = page(&atlas, address, 700);
        let levels: Vec<u8> = elements(&page)
            .iter()
            .filter_map(|element| element.tag.strip_prefix('h')?.parse().ok())
            .collect();
        for pair in levels.windows(2) {
            assert!(pair[1] <= pair[0] + 1, "{address}: {levels:?}");
        }
    }
}

#[test]
fn what_is_found_is_told_marked_and_linked() {
    let atlas = atlas();
    let found = page(&atlas, "/search?q=forced+labor", 700);
    let n = elements(&found).iter().filter(|element| element.get("data-iso3").is_some()).count();
    assert_eq!(n, page::passages::SHOWN);
    assert!(found.status.ends_with(" findings and excerpts have “forced labor”."), "{}", found.status);
    let marks: Vec<String> = elements(&found)
        .into_iter()
        .filter(|element| element.tag == "mark")
        .map(|mark| Node::from(mark.clone()).text().to_lowercase())
        .collect();
    assert!(marks.iter().any(|mark| mark.starts_with("forc")), "{marks:?}");
    assert!(marks.iter().all(|mark| mark.starts_with("forc") || mark.starts_with("labor")), "{marks:?}");
    let link = elements(&found).into_iter().find_map(|element| match &element.to {
        Some(View::Country(_, sought)) => Some(sought.text().to_owned()),
        _ => None,
    });
    assert_eq!(link.as_deref(), Some("forced labor"), "who follows it finds the words there");
    let none = page(&atlas, "/search?q=zzzz", 700);
    assert_eq!(none.status, "Nothing here has “zzzz”. Fewer or other words may find more.");
    assert!(page(&atlas, "/search", 700).status.starts_with("Findings are in our own words"));
}

#[test]
fn the_words_are_plain() {
    let atlas = Atlas::from_json(&testdata::atlas_until(2025).unwrap()).unwrap();
    let compared = page(&atlas, "/compare?c=KOR,PRK,JPN,CHN,THA,VNM,PHL,MMR,LAO", 700);
    let text: String = compared.nodes.iter().map(page::Node::text).collect();
    assert!(
        text.contains("At most eight countries can be told apart as lines, so these are left out: Laos.")
    );
    let trends = page(&atlas, "/trends?region=near-east", 700);
    assert_eq!(
        trends.status,
        "Near East: countries on each tier, 2001 to 2025. In 2001, 7 countries and territories are placed, none on Tier 1 and 6 on Tier 3 (86\u{a0}%); in 2025, 18 countries and territories are placed, 1 on Tier 1 (6\u{a0}%) and 2 on Tier 3 (11\u{a0}%)."
    );
    let changes = page(&atlas, "/changes?year=2024", 700);
    assert_eq!(changes.title, "2024: 22 moved up, 19 down");
}
