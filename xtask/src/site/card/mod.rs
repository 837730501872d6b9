//! Share cards as PNG files, painted from `page::card` by resvg in fonts that may be used for it.

mod paint;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use chart::map::World;
use page::card;
use tip::{Atlas, Code, Consequences};

use super::names::hash;
use crate::parallel::each;
pub use paint::Painter;

/// The folder of the cards within the site.
const FOLDER: &str = "card";

/// The addresses of the cards of a site, within it, with what they are: `card/KOR.png?v=01234567`. A file keeps its name
/// from build to build, so that what was shared long ago still has its picture; what follows it tells who keeps
/// pictures by their address that there is a new one.
#[derive(Debug, Default)]
pub struct Cards {
    countries: BTreeMap<Code, String>,
    editions: BTreeMap<u16, String>,
    watch_list: Option<String>,
    consequences: Option<String>,
}

impl Cards {
    /// Paints into a site the cards of every country, of the Watch List and of what followed, as of the newest edition, and of
    /// every edition.
    ///
    /// # Errors
    /// Where a card cannot be painted or written.
    pub fn painted(
        site: &Path,
        painter: &Painter,
        (atlas, world, consequences): (&Atlas, &World, &Consequences),
    ) -> Result<Cards> {
        fs::create_dir_all(site.join(FOLDER))?;
        let measure = |text: &str, face| painter.measured(text, face);
        let editions = atlas.editions().iter().map(|about| Subject::Edition(about.year));
        let subjects: Vec<Subject> = atlas
            .countries()
            .iter()
            .map(|country| Subject::Country(country.code))
            .chain(editions)
            .chain([Subject::WatchList, Subject::Consequences])
            .collect();
        let made = each(&subjects, |subject| {
            let nodes = match *subject {
                Subject::Country(code) => {
                    let country = atlas.find(code).context("a card of no country")?;
                    card::country(atlas, country.id, atlas.latest(), &measure)
                }
                Subject::Edition(year) => {
                    let edition = atlas.edition_of(year).context("a card of no edition")?;
                    card::of_edition(atlas, world, edition, &measure)
                }
                Subject::WatchList => card::of_watch_list(atlas, atlas.latest(), &measure),
                Subject::Consequences => card::of_consequences(atlas, consequences, atlas.latest(), &measure),
            };
            let png = painter.png(&nodes).with_context(|| format!("the card {}", subject.file()))?;
            fs::write(site.join(subject.file()), &png)?;
            Ok((*subject, format!("{}?v={}", subject.file(), hash(&png))))
        })?;
        let mut cards = Cards::default();
        for (subject, address) in made {
            match subject {
                Subject::Country(code) => cards.countries.insert(code, address),
                Subject::Edition(year) => cards.editions.insert(year, address),
                Subject::WatchList => cards.watch_list.replace(address),
                Subject::Consequences => cards.consequences.replace(address),
            };
        }
        Ok(cards)
    }

    /// The card of a country.
    pub fn country(&self, code: Code) -> Option<&str> {
        self.countries.get(&code).map(String::as_str)
    }

    /// The card of an edition.
    pub fn edition(&self, year: u16) -> Option<&str> {
        self.editions.get(&year).map(String::as_str)
    }

    /// The card of the Watch List.
    pub fn watch_list(&self) -> Option<&str> {
        self.watch_list.as_deref()
    }

    /// The card of what followed.
    pub fn consequences(&self) -> Option<&str> {
        self.consequences.as_deref()
    }
}

#[derive(Clone, Copy, Debug)]
enum Subject {
    Country(Code),
    Edition(u16),
    WatchList,
    Consequences,
}

impl Subject {
    fn file(self) -> String {
        match self {
            Subject::Country(code) => format!("{FOLDER}/{code}.png"),
            Subject::Edition(year) => format!("{FOLDER}/{year}.png"),
            Subject::WatchList => format!("{FOLDER}/watch-list.png"),
            Subject::Consequences => format!("{FOLDER}/consequences.png"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::setup::Npm;
    use crate::site::static_pages::Data;
    use crate::site::tokens;
    use resvg::tiny_skia::Pixmap;

    /// What a card shows is what the record holds: each cell of the strip has the colour of that edition's tier.
    #[test]
    fn the_strip_of_a_card_is_the_record() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        // Without npm there are no fonts, and no cards.
        let Some(npm) = Npm::packages(&root).unwrap() else { return };
        let data = Data::read(&testdata::root().join("assets")).unwrap();
        let [light, _] = tokens::themes(&root).unwrap();
        let painter = Painter::new(&npm.fonts().unwrap(), &light).unwrap();
        let measure = |text: &str, face| painter.measured(text, face);
        let atlas = &data.atlas;
        for code in ["KOR", "THA", "SOM", "SCG"] {
            let country = atlas.find(Code::parse(code).unwrap()).unwrap();
            let nodes = card::country(atlas, country.id, atlas.latest(), &measure);
            let png = painter.png(&nodes).unwrap();
            let pixels = Pixmap::decode_png(&png).unwrap();
            assert_eq!((pixels.width(), pixels.height()), card::SIZE);
            for about in atlas.editions() {
                let tier = atlas.cell(country.id, about.id).tier();
                let name =
                    tier.map_or_else(|| "none".to_owned(), |tier| format!("t{}", tier.code().to_lowercase()));
                let step = 1072.0 / atlas.editions().len() as f64;
                let x = 64.0 + step * (f64::from(about.year - 2001) + 0.2);
                let pixel = pixels.pixel(x as u32, 515).unwrap();
                let colour = format!("#{:02x}{:02x}{:02x}", pixel.red(), pixel.green(), pixel.blue());
                assert_eq!(colour, light[&name], "{code} in {}", about.year);
            }
        }
    }
}
