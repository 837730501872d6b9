//! What tests of the atlas share.

use tip::Atlas;

fn json() -> String {
    testdata::file("assets/data/atlas.json").unwrap()
}

/// The atlas on its real data.
pub fn atlas() -> Atlas {
    Atlas::from_json(&json()).unwrap()
}

/// The atlas with the editions up to one, for what is said of the newest.
pub fn atlas_until(year: u64) -> Atlas {
    Atlas::from_json(&testdata::atlas_until(year).unwrap()).unwrap()
}

/// The atlas with a hole made by this test: Brunei's placement in the 2017 edition is taken out, and that edition is not
/// known to be whole. The real record is whole, but the next edition may not be.
pub fn atlas_with_a_hole() -> Atlas {
    let json = json();
    let lines = json.lines().map(|line| {
        if line.starts_with("{\"year\":2017,") {
            assert!(line.contains(",\"whole\":true"));
            return line.replace(",\"whole\":true", "");
        }
        if line.starts_with("{\"iso3\":\"BRN\"") {
            let at = line.find("\"placements\":\"").unwrap() + "\"placements\":\"".len() + (2017 - 2001);
            assert_eq!(&line[at..=at], "2", "the real placement");
            return format!("{}.{}", &line[..at], &line[at + 1..]);
        }
        line.to_owned()
    });
    Atlas::from_json(&lines.collect::<Vec<_>>().join("\n")).unwrap()
}
