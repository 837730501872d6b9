//! What tests of the atlas share.

use tip::Atlas;
use tip::file::{AtlasFile, SCHEMA};

/// The atlas on its real data.
pub fn atlas() -> Atlas {
    Atlas::from_json(&testdata::file("assets/data/atlas.json").unwrap()).unwrap()
}

/// The atlas with the editions up to one, for what is said of the newest.
pub fn atlas_until(year: u64) -> Atlas {
    Atlas::from_json(&testdata::atlas_until(year).unwrap()).unwrap()
}

/// The atlas up to 2025 with a hole made by this test: Brunei's placement in the 2017 edition is taken out, and that edition is
/// not known to be whole. The real record is whole up to there, but the next edition may not be.
pub fn atlas_with_a_hole() -> Atlas {
    let mut file: AtlasFile = tip::read(&testdata::atlas_until(2025).unwrap(), SCHEMA).unwrap();
    let edition = file.editions.iter_mut().find(|row| row.year == 2017).unwrap();
    assert!(edition.whole);
    edition.whole = false;
    let brunei = file.countries.iter_mut().find(|row| row.iso3 == "BRN").unwrap();
    let at = 2017 - 2001;
    assert_eq!(brunei.placements.get(at..=at), Some("2"), "the real placement");
    brunei.placements.replace_range(at..=at, ".");
    Atlas::from_file(file).unwrap()
}
