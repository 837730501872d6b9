//! The index of what the atlas has in words, for `/search`: made here, read by [`tip::passages`].

use std::collections::BTreeMap;

use anyhow::Result;
use tip::consequences::{listing_passage, waiver_passage};
use tip::file::{SCHEMA, SearchFile, TermsFile, TextsFile};
use tip::passages::{NAMES, Word, keys_of, words};

use crate::json;
use crate::tables::Tables;
use crate::{Outputs, build};

/// About how large a part of the index is, in bytes: what is fetched for a word, or for a passage on show.
const PART: usize = 32_000;

/// The distance between the words of two parts of a passage, so that no phrase matches across them.
const GAP: u32 = 16;

/// A passage: its country and edition, and its parts with their kinds.
#[derive(Clone, Debug)]
pub struct Passage {
    pub iso3: String,
    pub edition: u16,
    pub parts: Vec<(String, String)>,
}

/// Adds the files of `data/search/`.
///
/// # Errors
/// Where a file cannot be written as JSON.
pub fn add(tables: &Tables, outputs: &mut Outputs) -> Result<()> {
    let passages = passages(tables);
    let mut cells: Vec<(String, Vec<u32>)> = Vec::new();
    let mut places: BTreeMap<String, BTreeMap<u32, Vec<u32>>> = BTreeMap::new();
    for (number, passage) in (0u32..).zip(&passages) {
        let mut place = |word: &Word, position: u32| {
            for key in keys_of(word).filter(|_| !word.is_common()) {
                places.entry(key.to_owned()).or_default().entry(number).or_default().push(position);
            }
        };
        let mut position = 0;
        let mut length = 0;
        for (_, text) in &passage.parts {
            for word in words(text) {
                place(&word, position);
                position += 1;
                length += 1;
            }
            position += GAP;
        }
        position = NAMES;
        for name in names(tables, &passage.iso3) {
            for word in words(&name) {
                place(&word, position);
                position += 1;
            }
            position += GAP;
        }
        let cell = format!("{} {}", passage.iso3, passage.edition);
        match cells.last_mut().filter(|(last, _)| *last == cell) {
            Some((_, lengths)) => lengths.push(length),
            None => cells.push((cell, vec![length])),
        }
    }
    let packed: Vec<(String, Vec<u32>)> =
        places.into_iter().map(|(key, places)| (key, packed(&places))).collect();
    let shards = parted(packed, |(key, places)| key.len() + 6 * places.len());
    let texts =
        parted(passages, |passage| passage.parts.iter().map(|(_, text)| text.len() + 16).sum::<usize>());
    let mut first = 0;
    let firsts = texts.iter().map(|part| {
        first += part.len();
        first - part.len()
    });
    let index = SearchFile {
        schema: SCHEMA,
        cells,
        texts: firsts.collect(),
        shards: shards.iter().filter_map(|part| Some(part.first()?.0.clone())).collect(),
    };
    outputs.insert("data/search/index.json".to_owned(), json::by_lines(&index)?);
    for (at, terms) in shards.into_iter().enumerate() {
        let file = TermsFile { schema: SCHEMA, terms };
        outputs.insert(format!("data/search/terms-{at}.json"), json::by_lines(&file)?);
    }
    for (at, part) in texts.into_iter().enumerate() {
        let passages = part.into_iter().map(|passage| passage.parts).collect();
        let file = TextsFile { schema: SCHEMA, passages };
        outputs.insert(format!("data/search/texts-{at}.json"), json::by_lines(&file)?);
    }
    Ok(())
}

/// The passages, newest edition first: of each country and edition the finding whole, then the excerpts in their order, then what
/// followed.
pub fn passages(tables: &Tables) -> Vec<Passage> {
    let findings = tables.findings.iter().map(|row| &row.value).map(|row| {
        let part = |kind: &str, text: &str| (kind.to_owned(), text.to_owned());
        let mut parts = vec![part("found", &row.summary)];
        parts.extend(row.progress.iter().map(|text| part("progress", text)));
        parts.extend(row.gaps.iter().map(|text| part("gaps", text)));
        parts.extend(row.note.iter().filter(|note| !note.is_empty()).map(|text| part("noted", text)));
        (0, Passage { iso3: row.iso3.clone(), edition: row.edition, parts })
    });
    let excerpts = tables.excerpts.iter().map(|row| &row.value).map(|row| {
        let parts = vec![(row.about.clone(), row.text.clone())];
        (row.order.saturating_add(1), Passage { iso3: row.iso3.clone(), edition: row.edition, parts })
    });
    let determinations = tables.determinations.iter().map(|row| &row.value).filter_map(|row| {
        let outcome = tip::Outcome::from_name(&row.outcome)?;
        let text = tip::consequences::passage(outcome, &row.detail, &row.determination);
        let parts = vec![("determined".to_owned(), text)];
        Some((u32::MAX, Passage { iso3: row.iso3.clone(), edition: row.edition, parts }))
    });
    let followed = |iso3: &str, edition: u16, text: String| {
        let parts = vec![("followed".to_owned(), text)];
        (u32::MAX, Passage { iso3: iso3.to_owned(), edition, parts })
    };
    let consequences = build::consequences(tables);
    let waivers =
        consequences.waivers.iter().map(|row| followed(&row.iso3, row.edition, waiver_passage(row.edition)));
    let listings = consequences.listings.iter().filter_map(|row| {
        let list = tip::List::from_name(&row.list)?;
        Some(followed(&row.iso3, row.edition, listing_passage(list, row.edition)))
    });
    let mut passages: Vec<(u32, Passage)> =
        findings.chain(excerpts).chain(determinations).chain(waivers).chain(listings).collect();
    passages.sort_by_cached_key(|(order, one)| (std::cmp::Reverse(one.edition), one.iso3.clone(), *order));
    passages.into_iter().map(|(_, passage)| passage).collect()
}

/// The names of a country that its passages are found by.
fn names(tables: &Tables, iso3: &str) -> Vec<String> {
    let entity = tables.entities.iter().map(|row| &row.value).filter(|row| row.iso3 == iso3);
    let own = entity.flat_map(|row| [row.name.clone(), row.report_name.clone()]);
    own.chain(build::english(tables, iso3)).collect()
}

/// Places as [`TermsFile`] has them.
fn packed(places: &BTreeMap<u32, Vec<u32>>) -> Vec<u32> {
    let mut packed = Vec::new();
    let mut passage = 0;
    for (number, positions) in places {
        packed.extend([number - passage, u32::try_from(positions.len()).unwrap_or(u32::MAX)]);
        passage = *number;
        let mut position = 0;
        for at in positions {
            packed.push(at - position);
            position = *at;
        }
    }
    packed
}

/// Rows in parts of about [`PART`] bytes.
fn parted<T>(rows: Vec<T>, size: impl Fn(&T) -> usize) -> Vec<Vec<T>> {
    let mut parts: Vec<Vec<T>> = Vec::new();
    let mut room = 0;
    for row in rows {
        let size = size(&row);
        match parts.last_mut().filter(|_| size <= room) {
            Some(part) => part.push(row),
            None => {
                parts.push(vec![row]);
                room = PART;
            }
        }
        room = room.saturating_sub(size);
    }
    parts
}

#[cfg(test)]
mod tests {
    use tip::passages::{Index, Outcome, Shard, Terms, Texts};
    use tip::permalink::SearchQuery;

    use super::*;
    use crate::{problem::Problems, tables};

    fn tables() -> Tables {
        let data = testdata::root().join("data");
        Tables::read(&tables::folder(&data).unwrap(), &mut Problems::default())
    }

    fn outputs(tables: &Tables) -> Outputs {
        let mut outputs = Outputs::new();
        add(tables, &mut outputs).unwrap();
        outputs
    }

    fn file(outputs: &Outputs, name: &str) -> String {
        outputs.get(&format!("data/search/{name}.json")).unwrap().clone()
    }

    fn search(outputs: &Outputs, sought: &str) -> Outcome {
        let index = Index::from_json(&file(outputs, "index")).unwrap();
        let terms = Terms::new(&SearchQuery::new(sought));
        let shards: Vec<Shard> = index
            .shards_of(&terms)
            .into_iter()
            .map(|at| Shard::from_json(&file(outputs, &format!("terms-{at}"))).unwrap())
            .collect();
        index.search(terms, &shards.iter().collect::<Vec<_>>(), &|_, _| true)
    }

    #[test]
    fn what_is_found_is_what_reading_everything_finds() {
        let tables = tables();
        let outputs = outputs(&tables);
        let all = passages(&tables);
        let mut seen = 0;
        for sought in [
            "fishing",
            "\"forced labor\"",
            "fish vessels",
            "TVPA",
            "WHO",
            "cyber-scam",
            "14 to 30 days",
            "prosecut",
            "no conviction fourth year",
            "law",
            "national referral mechanism",
            "identification",
            "zzzz",
        ] {
            let outcome = search(&outputs, sought);
            let mut found: Vec<usize> = outcome.found.iter().map(|one| one.passage).collect();
            found.sort_unstable();
            // The names of countries are no part of the texts; none of these words is of one.
            let has = |passage: &Passage| {
                let texts: Vec<&str> = passage.parts.iter().map(|(_, text)| text.as_str()).collect();
                outcome.terms.met_in(&texts) == outcome.terms.all().len()
            };
            let read: Vec<usize> =
                all.iter().enumerate().filter(|(_, passage)| has(passage)).map(|(at, _)| at).collect();
            if outcome.all {
                assert_eq!(found, read, "{sought}");
            } else {
                assert_eq!(read, Vec::<usize>::new(), "{sought}");
            }
            seen += read.len();
        }
        assert!(seen > 100, "{seen} passages were found: the words are not of this archive");
    }

    #[test]
    fn a_country_is_found_by_any_of_its_names() {
        let mut tables = tables();
        tables.findings.clear();
        tables.excerpts.clear();
        tables.determinations.clear();
        tables.waivers.clear();
        tables.listings.clear();
        for (line, (iso3, text)) in (1..).zip([
            ("JPN", "It was upgraded."),
            ("KOR", "It was upgraded."),
            ("MMR", "It remained."),
            ("PRK", "It remained."),
            ("THA", "It remained."),
        ]) {
            let value = tables::ExcerptRow {
                iso3: iso3.to_owned(),
                about: "reason".to_owned(),
                source: "A test".to_owned(),
                order: 1,
                edition: 2024,
                text: text.to_owned(),
            };
            tables.excerpts.push(tables::Row { line, value });
        }
        let outputs = outputs(&tables);
        let found = |sought: &str| -> Vec<String> {
            search(&outputs, sought).found.iter().map(|one| one.code.to_string()).collect()
        };
        assert_eq!(found("korea upgraded"), ["KOR"]);
        assert_eq!(found("burma"), ["MMR"]);
    }

    #[test]
    fn texts_are_found_by_their_numbers() {
        let tables = tables();
        let outputs = outputs(&tables);
        let index = Index::from_json(&file(&outputs, "index")).unwrap();
        let all = passages(&tables);
        assert_eq!(index.len(), all.len());
        for (number, passage) in all.iter().enumerate() {
            let (at, place) = index.text_of(number);
            let texts = Texts::from_json(&file(&outputs, &format!("texts-{at}"))).unwrap();
            assert_eq!(texts.get(place).unwrap().0, passage.parts);
        }
    }

    #[test]
    fn parts_stay_small_however_much_there_is() {
        let mut tables = tables();
        let row = tables.excerpts.remove(0).value;
        tables.excerpts.clear();
        tables.findings.clear();
        tables.determinations.clear();
        tables.waivers.clear();
        tables.listings.clear();
        for (line, edition) in (0..3000).zip((2001..2026).cycle()) {
            let text = format!("{} {line} {}", row.text, "made up ".repeat(60));
            let value = tables::ExcerptRow {
                iso3: row.iso3.clone(),
                about: row.about.clone(),
                source: row.source.clone(),
                order: line,
                edition,
                text,
            };
            tables.excerpts.push(tables::Row { line: 1, value });
        }
        let outputs = outputs(&tables);
        let largest = |start: &str| {
            let of = outputs.iter().filter(|(name, _)| name.starts_with(start));
            of.map(|(_, text)| text.len()).max().unwrap_or_default()
        };
        assert!(outputs.len() > 60, "{}", outputs.len());
        assert!(largest("data/search/texts-") < 2 * PART, "{}", largest("data/search/texts-"));
        assert_eq!(search(&outputs, "2718").found.len(), 1, "a word of one passage");
        assert_eq!(search(&outputs, "made").found.len(), 3000, "a word of all");
    }
}
