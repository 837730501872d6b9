//! A text made from a PDF: lines put together into paragraphs, without the numbers and running titles of pages.

use std::collections::BTreeMap;

use super::block::Block;
use crate::heading;
use crate::names::Names;
use crate::text::normalized;

/// The blocks of a text.
///
/// # Errors
/// Where two columns are on the same lines: which words belong together cannot be told.
pub fn blocks(text: &str, names: &Names) -> Result<Vec<Block>, String> {
    let text = text.replace('\u{c}', "\n\n");
    if has_columns(&text) {
        return Err("its lines have two columns side by side, so its sentences are mixed: make the text without columns, by \
                    `pdftotext report.pdf report.txt` (no -layout)"
            .to_owned());
    }
    let lines: Vec<String> = text.lines().map(normalized).collect();
    let running = running_titles(&lines, names);
    let words = Hyphens::of(&lines);
    let mut blocks: Vec<Block> = Vec::new();
    // Whether the last block goes on with the next line.
    let mut open = false;
    // Whether a page ended within the block: what comes then may go on with it.
    let mut turned = false;
    for (at, line) in lines.iter().enumerate() {
        let is_blank = |at: Option<usize>| at.and_then(|at| lines.get(at)).is_none_or(String::is_empty);
        let apart = is_blank(at.checked_sub(1)) && is_blank(Some(at + 1));
        // A line by itself that is written as a title is one: of a chapter, a box, a picture.
        let is_title = apart
            && line.contains(char::is_lowercase)
            && heading::is_half(line)
            && names.code(line).is_none()
            && heading::country(line).is_none();
        let place = format!("line {}", at + 1);
        let block =
            || Block { text: line.clone(), place: place.clone(), is_heading: is_title, is_link: false };
        if line.is_empty() {
            open = false;
        } else if is_page_number(line) && (!open || line.len() < 4 && is_blank(Some(at + 1)))
            || running.contains(&line.as_str())
        {
            turned = true;
        } else if is_title || is_alone(line, names) {
            blocks.push(block());
            (open, turned) = (false, false);
        } else {
            let broken = |block: &Block| !block.text.ends_with(['.', ':', ';', '?', '!', '”', '"', ')']);
            let goes_on = open || turned && blocks.last().is_some_and(broken);
            match blocks.last_mut() {
                Some(last) if goes_on && !is_alone(&last.text, names) => words.join(&mut last.text, line),
                _ => blocks.push(block()),
            }
            (open, turned) = (true, false);
        }
    }
    Ok(blocks)
}

/// Whether a line is or may be a heading or a part of one. Such a line belongs to no paragraph.
fn is_alone(line: &str, names: &Names) -> bool {
    heading::country(line).is_some()
        || heading::section(line).is_some()
        || heading::tier_line(line).is_some()
        || heading::is_name(line)
        || heading::is_unread(line)
        || heading::names_report(line)
        || names.code(line).is_some() && (!line.ends_with('.') || line == line.to_uppercase())
}

/// Whether lines have two columns side by side: a wide gap within a line, with running text on both sides of it, again and
/// again.
fn has_columns(text: &str) -> bool {
    const SIDE: usize = 12;
    const FEWEST: usize = 3;
    let prose = |side: &str| side.trim().len() >= SIDE && side.contains(char::is_lowercase);
    let is_double = |line: &&str| {
        let line = line.trim().replace('\t', "    ");
        let gap = line.find("   ").and_then(|at| line.get(..at).zip(line.get(at..)));
        gap.is_some_and(|(left, right)| prose(left) && prose(right))
    };
    let long = text.lines().filter(|line| line.trim().len() >= 2 * SIDE);
    let double = long.clone().filter(is_double).count();
    double >= FEWEST && double * 4 >= long.count()
}

fn is_page_number(line: &str) -> bool {
    let digits = line.trim_matches(['-', '–', '|', ' ']);
    !digits.is_empty() && digits.len() <= 4 && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// Short lines in capitals that come three times or more, as titles at the heads of pages do. Headings of sections and names
/// of countries do too, and are none.
fn running_titles<'a>(lines: &'a [String], names: &Names) -> Vec<&'a str> {
    const TIMES: usize = 3;
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for line in lines.iter().filter(|line| !line.is_empty() && line.len() < 60) {
        *seen.entry(line).or_default() += 1;
    }
    seen.retain(|line, times| {
        let capitals = line.chars().any(char::is_alphabetic) && !line.chars().any(char::is_lowercase);
        let heads = heading::country(line).is_some()
            || heading::section(line).is_some()
            || heading::tier_line(line).is_some()
            || names.is_known_or_near(line)
            || names.is_part(line);
        *times >= TIMES && capitals && !heads
    });
    seen.into_keys().collect()
}

/// Counts how words are written within lines. A word that is broken at the end of a line is joined as it is written elsewhere.
struct Hyphens(BTreeMap<String, usize>);

impl Hyphens {
    fn of(lines: &[String]) -> Hyphens {
        let mut seen = BTreeMap::new();
        for word in lines.iter().flat_map(|line| line.split_whitespace()) {
            *seen.entry(bare(word)).or_default() += 1;
        }
        Hyphens(seen)
    }

    /// Adds a line to a block. A word that is broken at a hyphen keeps it where it is written so elsewhere, or nowhere in
    /// one word.
    fn join(&self, block: &mut String, line: &str) {
        let (head, _) = line.split_once(' ').unwrap_or((line, ""));
        let first = block.strip_suffix('-').and_then(|stem| stem.rsplit(' ').next()).map(str::to_owned);
        match first.filter(|_| head.starts_with(char::is_lowercase)) {
            Some(first) => {
                let times = |word: String| self.0.get(&bare(&word)).copied().unwrap_or_default();
                if times(format!("{first}{head}")) > times(format!("{first}-{head}")) {
                    block.pop();
                }
            }
            None => block.push(' '),
        }
        block.push_str(line);
    }
}

fn bare(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        let names = Names::of([("FRA", "France"), ("GAB", "Gabon")]);
        blocks(text, &names).unwrap().into_iter().map(|block| block.text).collect()
    }

    #[test]
    fn lines_of_a_pdf_are_put_together_over_its_pages() {
        let text = "REPORT OF ONE YEAR\n\nFRANCE: Tier 1\nThe Government of France traf-\nficking anti-\ntrafficking goes\n\n12\n\nREPORT OF ONE YEAR\n\n\
            on here.\n\nA second one, of trafficking.\n\u{c}REPORT OF ONE YEAR\nPROSECUTION\nIt did.\n";
        assert_eq!(
            texts(text),
            [
                "FRANCE: Tier 1",
                "The Government of France trafficking anti-trafficking goes on here.",
                "A second one, of trafficking.",
                "PROSECUTION",
                "It did."
            ]
        );
    }

    #[test]
    fn a_country_s_name_is_no_running_title_however_often_it_comes() {
        assert_eq!(
            texts("GABON\na.\n\nGABON\nb.\n\nGABON\nc."),
            ["GABON", "a.", "GABON", "b.", "GABON", "c."]
        );
    }

    #[test]
    fn a_name_in_a_line_of_its_own_goes_on_with_no_paragraph() {
        assert_eq!(
            texts("It prosecuted.\nGabon\nThe government of it."),
            ["It prosecuted.", "Gabon", "The government of it."]
        );
    }

    #[test]
    fn a_number_on_a_line_of_a_paragraph_is_no_page_s() {
        assert_eq!(
            texts("The law was made in\n2013\nand prosecuted\n120\nsuspects.\n"),
            ["The law was made in 2013 and prosecuted 120 suspects."]
        );
        assert_eq!(texts("It goes\n12\n\non."), ["It goes on."]);
        assert_eq!(texts("It is about\nGabon.\nIt goes on."), ["It is about Gabon. It goes on."]);
    }

    #[test]
    fn a_block_knows_its_line() {
        let names = Names::of([]);
        let all = blocks("one\ntwo\n\n7\n\nthree.", &names).unwrap();
        let told: Vec<(&str, &str)> =
            all.iter().map(|block| (block.text.as_str(), block.place.as_str())).collect();
        assert_eq!(told, [("one two three.", "line 1")]);
    }

    #[test]
    fn columns_side_by_side_are_refused_and_tables_are_not() {
        let names = Names::of([]);
        let line = "The government investigated ten      suspects were convicted of the\n";
        assert!(blocks(&line.repeat(4), &names).unwrap_err().contains("pdftotext"));
        assert!(
            blocks("Investigations     12\nProsecutions       3\nConvictions        1\n", &names).is_ok()
        );
    }
}
