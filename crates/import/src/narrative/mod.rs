//! One country's narrative, read from blocks: what it is called, its tier, its paragraphs by section.

mod agrees;
mod held;

pub use held::{Held, held, sentences, subject};

use tip::Tier;

use crate::document::Block;
use crate::heading::{self, Section};
use crate::names::Names;

/// What is shorter is no paragraph, in bytes.
const SHORTEST: usize = 80;

/// What a whole paragraph ends with.
const ENDS: [char; 7] = ['.', '”', '"', '’', ')', ';', ':'];

/// A narrative of the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Narrative {
    /// Its heading as it is written.
    pub heading: String,
    /// The name in its heading.
    pub name: String,
    /// The lines before its heading that may be the first part of the name.
    pub before: Option<String>,
    /// The tier in its heading.
    pub tier: Tier,
    /// Where its heading is in its file.
    pub place: String,
    /// Its paragraphs.
    pub paragraphs: Vec<Paragraph>,
}

/// A paragraph of a narrative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Its section.
    pub section: Section,
    /// Its words.
    pub text: String,
    /// Where it is in its file.
    pub place: String,
}

/// What was read from some blocks.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The narratives.
    pub narratives: Vec<Narrative>,
    /// What belongs to no narrative, because a line before it may be another country's heading: a sentence for each.
    pub unread: Vec<String>,
}

/// The line that ended a narrative, and the paragraphs since.
struct Ended {
    by: String,
    place: String,
    paragraphs: usize,
    /// Whether it is told: there was a narrative before it, or a government is spoken of after it.
    counts: bool,
    /// Whether it names a country: what follows it is a narrative then.
    names_country: bool,
}

/// Reads all narratives in some blocks. Text before the first heading belongs to the page, not to a narrative. A line that
/// may be a heading and cannot be read ends the narrative before it, and so does another opening.
pub fn narratives(blocks: &[Block], names: &Names) -> Reading {
    let mut reader = Reader {
        names,
        reading: Reading::default(),
        section: Section::Opening,
        open: false,
        own: None,
        ended: None,
    };
    for (at, block) in blocks.iter().enumerate() {
        let before = blocks.get(..at).unwrap_or_default();
        let next = blocks.get(at + 1);
        if block.is_link {
            // A link leads to a text, and is none; the heading of a list of links may be one of what follows.
            if reader.open && (block.is_heading || heading::country(&block.text).is_some()) {
                reader.end(block, head(&block.text), 0);
            }
        } else if let Some(narrative) = begun(before, block, next, names) {
            reader.begin(narrative, before);
        } else if let Some(section) = heading::section(&block.text) {
            match reader.names_another_country(&block.text) {
                true => reader.end(block, head(&block.text), 0),
                false => reader.section = section,
            }
        } else if reader.is_running_head(block) {
            continue;
        } else if is_heading(block, names) {
            reader.end(block, head(&block.text), 0);
        } else {
            reader.add(block);
        }
    }
    let ended = reader.ended.take();
    reader.list(ended);
    reader.reading
}

/// The narrative that a block begins, by itself or with the lines before it.
fn begun(before: &[Block], block: &Block, next: Option<&Block>, names: &Names) -> Option<Narrative> {
    let narrative = |name: String, tier: Tier, before: Option<String>, place: &str, heading: String| {
        Narrative { heading, name, before, tier, place: place.to_owned(), paragraphs: Vec::new() }
    };
    if let Some((name, tier)) = heading::country(&block.text) {
        let first = first_part(before, block, &name, names);
        return Some(narrative(name, tier, first, &block.place, block.text.clone()));
    }
    // In some editions the tier is below the name, by itself; a paragraph follows it there. In a list of the places on each
    // tier, names do.
    let tier =
        heading::tier_line(&block.text).filter(|_| next.is_some_and(|next| next.text.len() >= SHORTEST))?;
    let (name, above) = before.split_last()?;
    let named = heading::is_name(&name.text) || names.code(&name.text).is_some();
    let first = first_part(above, name, &name.text, names);
    named.then(|| {
        narrative(name.text.clone(), tier, first, &name.place, format!("{} {}", name.text, block.text))
    })
}

/// The lines before a heading that may be the first part of its name: `PAPUA NEW`, then `GUINEA (Tier 2)`. What is at the head
/// of a page may be between them. A name that is no end of a longer one has no first part, unless the two make a name.
fn first_part(before: &[Block], heading: &Block, name: &str, names: &Names) -> Option<String> {
    const LINES: usize = 3;
    let is_end = names.is_end(name);
    let own =
        |text: &str| text == name || names.code(text).is_some_and(|code| names.code(name) == Some(code));
    let mut above = before
        .iter()
        .rev()
        .filter(|block| !heading::names_report(&block.text) || block.is_heading)
        .peekable();
    let mut lines: Vec<&str> = Vec::new();
    while let Some(block) = above.next_if(|block| {
        lines.len() < LINES
            && heading::is_half(&block.text)
            && !heading::names_report(&block.text)
            && !own(&block.text)
            && (block.is_heading || !heading.is_heading || is_end)
    }) {
        lines.push(&block.text);
    }
    lines.reverse();
    // As many of the lines as make a name with it.
    let joined = (0..lines.len()).filter_map(|from| lines.get(from..)).map(|lines| lines.join(" "));
    if let Some(first) = joined.clone().find(|first| names.code(&format!("{first} {name}")).is_some()) {
        return Some(first);
    }
    if !is_end {
        return None;
    }
    if !lines.is_empty() {
        return Some(lines.join(" "));
    }
    // The end of a paragraph may be the beginning of a name.
    let tail = above
        .next()
        .filter(|block| !block.is_heading && !heading.is_heading && block.text.len() >= SHORTEST)?;
    let word =
        tail.text.rsplit(' ').next().filter(|word| !word.ends_with(ENDS) && !word.ends_with(['?', '!']))?;
    word.starts_with(char::is_uppercase).then(|| word.to_owned())
}

/// Whether a block is a heading that begins no narrative and no section, or may be one.
fn is_heading(block: &Block, names: &Names) -> bool {
    let text = &block.text;
    block.is_heading
        || heading::is_unread(text)
        || heading::is_run_in(text, names)
        || heading::tier_line(text).is_some()
        || heading::names_report(text) && text.contains(|c| ":|–—-".contains(c)) && names_another(text, names)
        || names.is_known_or_near(text)
}

/// Whether a title of the report has a country's name behind it: “2026 Trafficking in Persons Report: Chad”.
fn names_another(title: &str, names: &Names) -> bool {
    let last = title.rsplit([':', '|', '–', '—']).next().unwrap_or_default().trim();
    names.is_known_or_near(last)
}

struct Reader<'a> {
    names: &'a Names,
    reading: Reading,
    section: Section,
    /// Whether the last narrative goes on.
    open: bool,
    /// The country of the last narrative, if its name is known.
    own: Option<String>,
    ended: Option<Ended>,
}

impl Reader<'_> {
    fn begin(&mut self, narrative: Narrative, before: &[Block]) {
        // The line before it is the name, or its first part.
        let own = |ended: &Ended| {
            ended.paragraphs == 0
                && before.last().is_some_and(|last| ended.place == last.place || narrative.before.is_some())
        };
        let ended = self.ended.take().filter(|ended| !own(ended));
        self.list(ended);
        self.own = self.names.code(&narrative.whole_name()).map(str::to_owned);
        self.reading.narratives.push(narrative);
        (self.section, self.open) = (Section::Opening, true);
    }

    /// Whether a block is at the head of a page of the narrative that goes on: the report's title, or the country's name.
    fn is_running_head(&self, block: &Block) -> bool {
        if block.is_heading {
            return false;
        }
        if heading::names_report(&block.text) {
            return !names_another(&block.text, self.names);
        }
        let name = block.text.trim_matches(|c: char| c.is_ascii_digit() || c == ' ' || c == '|');
        self.open && self.own.is_some() && self.names.code(name) == self.own.as_deref()
    }

    /// Whether a heading names another country than the narrative that goes on: `RECOMMENDATIONS FOR GABON` within France's.
    fn names_another_country(&self, line: &str) -> bool {
        let named = heading::recommended_to(line).and_then(|name| self.names.code(name));
        self.open && named.is_some() && named != self.own.as_deref()
    }

    fn end(&mut self, block: &Block, by: String, paragraphs: usize) {
        let ended = self.ended.take();
        self.list(ended);
        let text = &block.text;
        // What is below a country's name is a narrative, though none was read before it.
        let names_country = heading::is_unread(text) && !heading::is_name(text)
            || self.names.is_known_or_near(text)
            || heading::is_run_in(text, self.names);
        let counts = self.open || paragraphs > 0;
        self.ended = Some(Ended { by, place: block.place.clone(), paragraphs, counts, names_country });
        self.open = false;
    }

    fn add(&mut self, block: &Block) {
        let opens = is_opening(&block.text);
        match self.reading.narratives.last_mut().filter(|_| self.open) {
            Some(narrative) => {
                let again = narrative.paragraphs.iter().any(|paragraph| is_opening(&paragraph.text));
                if opens && (again || self.section != Section::Opening) {
                    self.end(block, head(&block.text), 1);
                } else {
                    narrative.paragraphs.push(Paragraph {
                        section: self.section,
                        text: block.text.clone(),
                        place: block.place.clone(),
                    });
                }
            }
            None => match &mut self.ended {
                Some(ended) => {
                    ended.paragraphs += 1;
                    ended.counts |= opens || ended.names_country && block.text.len() >= SHORTEST;
                }
                // A narrative without a heading.
                None if opens => self.end(block, head(&block.text), 1),
                None => {}
            },
        }
    }

    fn list(&mut self, ended: Option<Ended>) {
        if let Some(Ended { by, place, paragraphs, .. }) = ended.filter(|ended| ended.counts) {
            self.reading.unread.push(format!(
                "{place}: “{by}” may begin another country’s narrative, and cannot be read: it and the {paragraphs} paragraphs after \
                 it are left out"
            ));
        }
    }
}

/// Whether a paragraph has the words that open each narrative: what a government does of the minimum standards.
pub(crate) fn is_opening(text: &str) -> bool {
    let text = text.to_lowercase();
    let opens = |sentence: &str| {
        let verb = ["fully meet", "fully compl", "not meet", "not comply", "not yet meet", "not yet comply"];
        verb.iter().any(|verb| sentence.contains(verb)) && sentence.contains("minimum standards")
    };
    text.split(". ").any(opens)
}

/// The first words of a text.
pub fn head(text: &str) -> String {
    const WORDS: usize = 8;
    let words: Vec<&str> = text.split_whitespace().collect();
    match words.get(..WORDS) {
        Some(first) if words.len() > WORDS => format!("{} …", first.join(" ")),
        _ => words.join(" "),
    }
}

/// The last words of a text.
pub fn tail(text: &str) -> String {
    const WORDS: usize = 8;
    let words: Vec<&str> = text.split_whitespace().collect();
    match words.get(words.len().saturating_sub(WORDS)..) {
        Some(last) if words.len() > WORDS => format!("… {}", last.join(" ")),
        _ => words.join(" "),
    }
}

impl Narrative {
    /// Its name with the lines before its heading, where they belong to it.
    pub fn whole_name(&self) -> String {
        self.before.as_ref().map_or_else(|| self.name.clone(), |before| format!("{before} {}", self.name))
    }

    /// Its opening paragraph: the first that is one, before any section.
    ///
    /// # Errors
    /// Where there is none that is whole.
    pub fn opening(&self) -> Result<&Paragraph, String> {
        let long = |paragraph: &&Paragraph| {
            paragraph.section == Section::Opening && paragraph.text.len() >= SHORTEST
        };
        let first = self.paragraphs.iter().find(long).ok_or("it has no opening paragraph")?;
        match first.text.ends_with(ENDS) {
            true => Ok(first),
            false => Err(format!("its opening paragraph does not end: “{}”", tail(&first.text))),
        }
    }

    /// The paragraphs of a section that are whole, and how many others there are. Recommendations are short and end with a
    /// stop; text between paragraphs elsewhere (captions, numbers of pages) does not, or is short.
    pub fn section(&self, section: Section) -> (Vec<&Paragraph>, usize) {
        let whole = |paragraph: &&Paragraph| {
            let long = section == Section::Recommendations || paragraph.text.len() >= SHORTEST;
            long && paragraph.text.ends_with(ENDS)
        };
        let all = self.paragraphs.iter().filter(|paragraph| paragraph.section == section);
        let (whole, others): (Vec<_>, Vec<_>) = all.partition(whole);
        (whole, others.len())
    }
}

#[cfg(test)]
mod tests;
