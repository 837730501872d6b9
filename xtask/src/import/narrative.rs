//! One country's narrative, read from blocks: what it is called, its tier, its paragraphs by section.

use tip::Tier;

use super::heading::{self, Section};

/// What is shorter is no paragraph, in bytes.
const SHORTEST: usize = 80;

/// What a whole paragraph ends with.
const ENDS: [char; 7] = ['.', '”', '"', '’', ')', ';', ':'];

/// A narrative of the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Narrative {
    /// The name in its heading.
    pub name: String,
    /// A line in capitals before its heading, which may be the first half of the name.
    pub before: Option<String>,
    /// The tier in its heading.
    pub tier: Tier,
    /// Its paragraphs with their sections.
    pub paragraphs: Vec<(Section, String)>,
}

/// All narratives in some blocks. Text before the first heading belongs to the page, not to a narrative.
pub fn narratives(blocks: &[String]) -> Vec<Narrative> {
    let mut found: Vec<Narrative> = Vec::new();
    let mut section = Section::Opening;
    let mut before: Option<&str> = None;
    for (at, block) in blocks.iter().enumerate() {
        // In some editions the tier stands below the name, by itself; a paragraph follows it there. In a list of the places
        // on each tier, names do.
        let paragraph = blocks.get(at + 1).is_some_and(|next| next.len() >= SHORTEST);
        let capitals = before.filter(|line| heading::is_name(line));
        let below = capitals.filter(|_| paragraph).zip(heading::tier(block));
        let begun = heading::country(block).or_else(|| below.map(|(name, tier)| (name.to_owned(), tier)));
        if let Some((name, tier)) = begun {
            if let (true, Some(last)) = (capitals.is_some(), found.last_mut()) {
                // What may be of the name was taken for the last paragraph of the one before.
                last.paragraphs.pop();
            }
            let before = capitals.filter(|line| **line != name).map(str::to_owned);
            found.push(Narrative { name, before, tier, paragraphs: Vec::new() });
            section = Section::Opening;
        } else if let Some(next) = heading::section(block) {
            section = next;
        } else if let Some(narrative) = found.last_mut() {
            narrative.paragraphs.push((section, block.clone()));
        }
        before = Some(block);
    }
    found
}

impl Narrative {
    /// Its opening paragraph: the first that is one, before any section.
    ///
    /// # Errors
    /// Where there is none that is whole.
    pub fn opening(&self) -> Result<&str, String> {
        let first = self
            .paragraphs
            .iter()
            .find(|(section, text)| *section == Section::Opening && text.len() >= SHORTEST);
        let Some((_, text)) = first else { return Err("it has no opening paragraph".to_owned()) };
        match text.ends_with(ENDS) {
            true => Ok(text),
            false => Err(format!("its opening paragraph does not end: “…{}”", tail(text))),
        }
    }

    /// The paragraphs of a section that are whole, and how many others stand there. Recommendations are short and end with a
    /// stop; text between paragraphs elsewhere (captions, numbers of pages) does not, or is short.
    pub fn section(&self, section: Section) -> (Vec<&str>, usize) {
        let texts = self.paragraphs.iter().filter(|(of, _)| *of == section).map(|(_, text)| text.as_str());
        let whole = |text: &&str| {
            let long = section == Section::Recommendations || text.len() >= SHORTEST;
            long && text.ends_with(ENDS)
        };
        let (whole, others): (Vec<&str>, Vec<&str>) = texts.partition(whole);
        (whole, others.len())
    }

    /// Whether what its text says of the tier is what its heading says. A heading by itself, as in a list, is not enough.
    ///
    /// # Errors
    /// What each says, where they differ; or that the text says nothing of it.
    pub fn agrees(&self) -> Result<(), String> {
        let text: Vec<&str> = self
            .paragraphs
            .iter()
            .filter(|(section, _)| *section == Section::Opening)
            .map(|(_, text)| text.as_str())
            .collect();
        let text = text.join(" ").to_lowercase();
        let heading = self.tier.code();
        let not_fully =
            ["does not fully meet", "do not fully meet", "does not fully comply", "do not fully comply"];
        let fully = ["fully meets the minimum", "fully meet the minimum", "fully complies with the minimum"];
        let mut said_so = match self.tier {
            Tier::SpecialCase => text.contains("special case"),
            Tier::One => fully.iter().any(|words| text.contains(words)),
            _ => not_fully.iter().any(|words| text.contains(words)),
        };
        let says_not = not_fully.iter().any(|words| text.contains(words));
        if self.tier == Tier::One && says_not {
            return Err(
                "its heading says Tier 1, its text that the government does not fully meet the standards"
                    .to_owned(),
            );
        }
        if self.tier != Tier::One && !says_not && fully.iter().any(|words| text.contains(words)) {
            return Err(format!(
                "its heading says tier {heading}, its text that the government fully meets the standards"
            ));
        }
        for phrase in ["remained on tier ", "upgraded to tier ", "downgraded to tier ", "placed on tier "] {
            if let Some((_, rest)) = text.split_once(phrase)
                && let Some(said) = leading(rest)
            {
                if said != self.tier {
                    return Err(format!(
                        "its heading says tier {heading}, its text “{phrase}{}”",
                        said.code()
                    ));
                }
                said_so = true;
            }
        }
        match said_so {
            true => Ok(()),
            false => Err(format!("its heading says tier {heading}, and its text nothing of it")),
        }
    }
}

/// The tier that a text in lower case begins with, after “tier ”.
fn leading(rest: &str) -> Option<Tier> {
    let (number, rest) = (rest.chars().next()?, rest.get(1..)?);
    let watch = rest.trim_start().trim_start_matches('-').trim_start();
    match number {
        '1' => Some(Tier::One),
        '2' if watch.starts_with("watch list") || watch.starts_with("watchlist") => Some(Tier::TwoWatchList),
        '2' => Some(Tier::Two),
        '3' => Some(Tier::Three),
        _ => None,
    }
}

fn tail(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    letters.get(letters.len().saturating_sub(40)..).unwrap_or_default().iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks(text: &str) -> Vec<String> {
        text.lines().map(str::to_owned).collect()
    }

    const LONG: &str = "The Government of Freedonia does not fully meet the minimum standards for the elimination of trafficking but is making efforts; therefore Freedonia remained on Tier 2.";

    #[test]
    fn a_narrative_has_its_paragraphs_by_section() {
        let read = narratives(&blocks(&format!(
            "Home\nFREEDONIA (Tier 2)\n{LONG}\nPROSECUTION\nIt prosecuted.\nSYLVANIA\nTier 3\n{LONG}x"
        )));
        assert_eq!(read.len(), 2);
        assert_eq!((read[0].name.as_str(), read[0].tier), ("FREEDONIA", Tier::Two));
        assert_eq!(read[0].opening(), Ok(LONG));
        assert_eq!(read[0].paragraphs[1], (Section::Prosecution, "It prosecuted.".to_owned()));
        assert_eq!(read[0].paragraphs.len(), 2, "the next one's name is no paragraph");
        assert_eq!((read[1].name.as_str(), read[1].tier), ("SYLVANIA", Tier::Three));
        assert!(read[1].opening().is_err(), "it does not end");
    }

    #[test]
    fn a_list_of_places_is_no_narrative() {
        assert_eq!(narratives(&blocks("TIER PLACEMENTS\nTIER 1\nFREEDONIA\nTIER 2\nSYLVANIA\nTIER 3")), []);
    }

    #[test]
    fn a_heading_and_a_text_that_differ_are_told() {
        let of = |heading: &str, text: &str| narratives(&blocks(&format!("{heading}\n{text}")))[0].agrees();
        assert_eq!(of("FREEDONIA (Tier 2)", LONG), Ok(()));
        assert!(of("FREEDONIA (Tier 1)", LONG).unwrap_err().contains("does not fully meet"));
        assert!(of("FREEDONIA (Tier 2 Watch List)", LONG).unwrap_err().contains("remained on tier 2"));
        assert!(
            of("FREEDONIA (Tier 3)", "It fully meets the minimum standards.")
                .unwrap_err()
                .contains("fully meets")
        );
        assert_eq!(
            of("FREEDONIA (Tier 2 Watch List)", "Therefore it was downgraded to Tier 2 Watch List."),
            Ok(())
        );
    }
}
