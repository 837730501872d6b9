//! The edition that a document says it is of. What its links, menus and sentences say of other editions does not count.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use regex::Regex;

use super::block::Block;
use super::html::Page;
use crate::files::File;
use crate::heading;

/// What one part of a document says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// The part: `its title`.
    pub part: &'static str,
    /// The edition that it names.
    pub edition: u16,
}

/// The edition of a document; `None` where nothing names one.
///
/// # Errors
/// What each part says, where two disagree.
pub fn stated(statements: &[Statement]) -> Result<Option<u16>, String> {
    let editions: BTreeSet<u16> = statements.iter().map(|statement| statement.edition).collect();
    match editions.len() {
        0 | 1 => Ok(editions.first().copied()),
        _ => {
            let mut told: Vec<String> = Vec::new();
            for Statement { part, edition } in statements {
                let line = format!("{part} says {edition}");
                if !told.contains(&line) {
                    told.push(line);
                }
            }
            Err(format!("which edition it is of cannot be told: {}", told.join(", ")))
        }
    }
}

static YEAR: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?:^|[^0-9])(20[0-9]{2})(?:[^0-9]|$)").ok());

/// The report's days: “covers government efforts undertaken from April 1, 2024 through March 31, 2025”.
static PERIOD: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?i)report\b[^.]{0,60}\bcover[^.]{0,80}\bapril(?: 1)?,? (?:20\d\d),? (?:through|to|until|and) march(?: 31)?,? (20\d\d)",
    )
    .ok()
});

/// The years in a text, each once.
fn years(text: &str) -> BTreeSet<u16> {
    let mut years = BTreeSet::new();
    let mut rest = text;
    while let Some(found) = YEAR.as_ref().and_then(|year| year.captures(rest)).and_then(|found| found.get(1))
    {
        years.extend(found.as_str().parse::<u16>().ok().filter(|year| *year >= 2001));
        rest = rest.get(found.end()..).unwrap_or_default();
    }
    years
}

/// The edition in a text that names the report: the one year in it.
fn named(text: &str) -> Option<u16> {
    let plain = text.to_lowercase().replace(['-', '_', '+'], " ").replace("%20", " ");
    let names = ["trafficking in persons report", "tip report", "tiprpt"];
    let years = years(&plain);
    let one = years.first().copied().filter(|_| years.len() == 1);
    one.filter(|_| names.iter().any(|name| plain.contains(name)))
}

/// The edition in the path of an address. Its host may have years too: `2021-2025.state.gov`.
fn in_address(address: &str) -> Option<u16> {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    named(rest.split_once('/')?.1)
}

fn statement(part: &'static str) -> impl Fn(u16) -> Statement {
    move |edition| Statement { part, edition }
}

/// What the file's name and its folder's name say.
pub fn of_file(file: &File) -> Vec<Statement> {
    let alone = |name: &str| {
        let words = name.to_lowercase().replace(['-', '_', '.', ' '], " ");
        let known = ["report", "tip", "trafficking", "edition"];
        let years = years(&words);
        let about = words.split(' ').any(|word| known.contains(&word)) || words.trim().len() == 4;
        years.first().copied().filter(|_| years.len() == 1 && about)
    };
    let mut parts = file.path.rsplit('/');
    let stem = parts.next().map(|name| name.split_once('.').map_or(name, |(stem, _)| stem));
    let mut statements: Vec<Statement> =
        stem.and_then(alone).map(statement("its file’s name")).into_iter().collect();
    statements.extend(parts.filter_map(alone).map(statement("its folder’s name")));
    statements
        .extend(file.address.as_deref().and_then(in_address).map(statement("the address it was saved from")));
    statements
}

/// What a page of HTML says: its titles, its first headings, its addresses.
pub fn of_page(page: &Page) -> Vec<Statement> {
    let titles = page.titles.iter().filter_map(|text| named(text)).map(statement("its title"));
    let headings = page.headings.iter().filter_map(|text| named(text)).map(statement("its heading"));
    let addresses =
        page.addresses.iter().filter_map(|text| in_address(text)).map(statement("its canonical address"));
    titles.chain(headings).chain(addresses).collect()
}

/// What lines of a plain text say that are the report's title and nothing else.
pub fn of_lines(text: &str) -> Vec<Statement> {
    let titles = text.lines().map(super::normalized).filter(|line| heading::names_report(line));
    titles.filter_map(|line| named(&line)).map(statement("its title")).collect()
}

/// What is said in the text itself: its title on a line with nothing else, the reporting period, and the credit that a copy
/// adds to a heading.
pub fn of_blocks(blocks: &[Block]) -> Vec<Statement> {
    let period = |block: &Block| {
        let found = PERIOD.as_ref().and_then(|period| period.captures(&block.text));
        found.and_then(|found| found.get(1)?.as_str().parse().ok()).map(statement("its reporting period"))
    };
    let credit = |block: &Block| {
        let (_, credit) = heading::credit(&block.text)?;
        named(credit).map(statement("the credit of its copy"))
    };
    let is_title = |block: &&Block| heading::names_report(&block.text) && !block.is_link;
    let titles =
        blocks.iter().filter(is_title).filter_map(|block| named(&block.text)).map(statement("its title"));
    titles.chain(blocks.iter().filter_map(period)).chain(blocks.iter().filter_map(credit)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::files::Kind;
    use crate::names::Names;

    fn of(path: &str, kind: Kind, text: &str) -> Result<Option<u16>, String> {
        let file =
            File { name: path.to_owned(), path: path.to_owned(), kind, text: text.to_owned(), address: None };
        stated(&Document::read(&file, &Names::default()).unwrap().statements)
    }

    fn html(text: &str) -> Result<Option<u16>, String> {
        of("x.html", Kind::Html, text)
    }

    #[test]
    fn a_page_says_its_edition_in_its_title_heading_address_or_period() {
        for text in [
            "<title>2024 Trafficking in Persons Report: Chad - United States Department of State</title>",
            "<title>Trafficking in Persons Report 2024</title>",
            "<h1>2024 TIP Report</h1>",
            "<link rel=canonical href='https://www.state.gov/reports/2024-trafficking-in-persons-report/chad/'>",
            "<!-- saved from url=(0068)https://2021-2025.state.gov/reports/2024-trafficking-in-persons-report/chad/ --><p>x</p>",
            "<meta property=og:title content='2024 Trafficking in Persons Report: Chad'>",
            "<p>The 2024 TIP Report covers government efforts undertaken from April 1, 2023 through March 31, 2024.</p>",
            "<p><b>CHAD (Tier 2)</b> – Extracted in part from the U.S. State Dept 2024 TIP Report</p>",
        ] {
            assert_eq!(html(text), Ok(Some(2024)), "{text}");
        }
    }

    #[test]
    fn links_menus_footers_and_sentences_say_nothing() {
        for text in [
            "<nav><h1>2026 Trafficking in Persons Report</h1></nav>",
            "<a href='https://www.state.gov/reports/2026-trafficking-in-persons-report/'>2026 Trafficking in Persons Report</a>",
            "<a href=x><h1>2026 Trafficking in Persons Report</h1></a>",
            "<footer><h1>2026 Trafficking in Persons Report</h1></footer>",
            "<p>As the 2026 Trafficking in Persons Report says.</p>",
            "<h1>Chad 2026</h1>",
        ] {
            assert_eq!(html(text), Ok(None), "{text}");
        }
        for text in [
            "<p><a href=x>2026 Trafficking in Persons Report</a></p>",
            "<li><a href=x>2026 TIP Report: Chad</a></li>",
        ] {
            assert_eq!(html(text), Ok(None), "{text}");
        }
        assert_eq!(html("<p>2026 Trafficking in Persons Report</p>"), Ok(Some(2026)));
        let text =
            "2024 Trafficking in Persons Report\n\nThe 2026 Trafficking in Persons Report is the next.\n";
        assert_eq!(of("x.txt", Kind::Text, text), Ok(Some(2024)));
    }

    #[test]
    fn a_page_whose_menu_links_to_another_edition_is_of_its_own() {
        let text = "<title>2024 Trafficking in Persons Report: Chad</title>\
            <nav><a href='/reports/2026-trafficking-in-persons-report/'>2026 Trafficking in Persons Report</a></nav>";
        assert_eq!(html(text), Ok(Some(2024)));
    }

    #[test]
    fn two_parts_that_disagree_are_both_told() {
        let text = "<title>2024 Trafficking in Persons Report: Chad</title>\
            <link rel=canonical href='https://www.state.gov/reports/2026-trafficking-in-persons-report/chad/'>";
        let why = html(text).unwrap_err();
        assert!(why.contains("its title says 2024, its canonical address says 2026"), "{why}");
        let why = of("2025/tip-report-2024.txt", Kind::Text, "").unwrap_err();
        assert!(why.contains("its file’s name says 2024, its folder’s name says 2025"), "{why}");
    }

    #[test]
    fn a_file_and_a_folder_are_called_after_their_edition() {
        for path in [
            "2019.txt",
            "tip-report-2019.txt",
            "TIP_2019_Report.pdf.txt",
            "2019/chad.html",
            "tip report 2019/chad.html",
        ] {
            assert_eq!(of(path, Kind::Text, ""), Ok(Some(2019)), "{path}");
        }
        for path in [
            "chad.html",
            "chad 2019-06-20.html",
            "scan20190612.txt",
            "my files of 2019/chad.html",
            "report-1999.txt",
        ] {
            assert_eq!(of(path, Kind::Text, ""), Ok(None), "{path}");
        }
    }
}
