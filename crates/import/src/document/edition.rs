//! The edition that a document says it is of. What its links, menus and sentences say of other editions does not count.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use regex::Regex;

use super::block::Block;
use super::html::Page;
use crate::files::File;
use crate::heading;
use crate::text::{MONTHS, normalized, pattern};

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

static YEAR: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?:^|[^0-9])(20[0-9]{2})(?:[^0-9]|$)"));

/// The report's days: “covers government efforts undertaken from April 1, 2024 through March 31, 2025”.
static PERIOD: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)report\b[^.]{0,60}\bcover[^.]{0,80}\bapril(?: 1)?,? (?:20\d\d),? (?:through|to|until|and) march(?: 31)?,? (20\d\d)",
    )
});

/// The years in a text, each once.
fn years(text: &str) -> BTreeSet<u16> {
    let mut years = BTreeSet::new();
    let mut rest = text;
    while let Some(found) = YEAR.captures(rest).and_then(|found| found.get(1)) {
        years.extend(found.as_str().parse::<u16>().ok().filter(|year| *year >= 2001));
        rest = rest.get(found.end()..).unwrap_or_default();
    }
    years
}

/// A year beside the report's name, before or behind it.
static NAMED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?x) \b(20\d\d) \s* (?: annual\s | u\.?s\.?\s )? (?: trafficking\ in\ persons (?: \s \(tip\) )? | tip ) \s report
        | (?: trafficking\ in\ persons | \btip ) \s (20\d\d) \b
        | (?: trafficking\ in\ persons | \btip ) \s report [\s:,|(–]* (?: of \s )? (?: (?: {MONTHS} ) [\s,]+ )? (20\d\d) \b
        | tiprpt / (?: [a-z]+ / )* (20\d\d) \b"
    ))
});

static RANGE: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b20\d\d ?[-–—/] ?(?:20)?\d\d\b"));

/// A text without the years that something lasted, which are no edition's: “archive 2009-2017”.
fn without_ranges(text: &str) -> String {
    RANGE.replace_all(text, " ").into_owned()
}

/// Returns the editions that a text names beside the report's name; or, where no year is beside it, all its years. More than one
/// makes the document refused.
fn named(text: &str) -> BTreeSet<u16> {
    let plain = |text: &str| text.to_lowercase().replace(['-', '_', '+'], " ").replace("%20", " ");
    let all = plain(text);
    if !["trafficking in persons", "tip report", "tiprpt"].iter().any(|name| all.contains(name)) {
        return BTreeSet::new();
    }
    let year = |found: regex::Captures<'_>| found.iter().skip(1).flatten().next()?.as_str().parse().ok();
    let beside: BTreeSet<u16> = NAMED.captures_iter(&plain(&without_ranges(text))).filter_map(year).collect();
    if beside.is_empty() { years(&all) } else { beside }
}

/// Returns the editions that a title of the report names, or the year of the date on the line below it.
fn named_by_title(title: &str, below: Option<&str>) -> BTreeSet<u16> {
    let editions = named(title);
    match below.filter(|below| editions.is_empty() && is_date(below)) {
        Some(date) => years(date),
        None => editions,
    }
}

/// The editions in the path of an address. Its host may have years too (`2021-2025.state.gov`), and so may the archive that
/// keeps it.
fn in_address(address: &str) -> BTreeSet<u16> {
    let own = address.rsplit_once("://").map_or(address, |(_, rest)| rest);
    own.split_once('/').map_or_else(BTreeSet::new, |(_, path)| named(path))
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
    let address = file.address.as_deref().map_or_else(BTreeSet::new, in_address);
    statements.extend(address.into_iter().map(statement("the address it was saved from")));
    statements
}

/// What a page of HTML says: its titles, its first headings, its addresses.
pub fn of_page(page: &Page) -> Vec<Statement> {
    let titles = page.titles.iter().flat_map(|text| named(text)).map(statement("its title"));
    let headings = page.headings.iter().flat_map(|text| named(text)).map(statement("its heading"));
    let addresses =
        page.addresses.iter().flat_map(|text| in_address(text)).map(statement("its canonical address"));
    titles.chain(headings).chain(addresses).collect()
}

/// Years in a page's titles and first headings, beside the report's name or not. A file of which a person says the edition is
/// refused where its title has only other years.
pub fn years_of_page(page: &Page) -> BTreeSet<u16> {
    page.titles.iter().chain(&page.headings).flat_map(|text| years(&without_ranges(text))).collect()
}

/// What the lines of a plain text say that are a title of the report and nothing else.
pub fn of_lines(text: &str) -> Vec<Statement> {
    let lines: Vec<String> = text.lines().map(normalized).filter(|line| !line.is_empty()).collect();
    let titles = lines.iter().enumerate().filter(|(_, line)| heading::names_report(line) || is_cited(line));
    titles
        .flat_map(|(at, line)| named_by_title(line, lines.get(at + 1).map(String::as_str)))
        .map(statement("its title"))
        .collect()
}

static DATE: LazyLock<Regex> =
    LazyLock::new(|| pattern(&format!(r"(?i)^(?:(?:{MONTHS})[ ,]+(?:\d+[ ,]+)?)?20\d\d$")));

/// Whether a line is a date, a month and a year, or a year.
fn is_date(line: &str) -> bool {
    DATE.is_match(line)
}

/// Whether a line says how the text is to be cited, or what it is titled, as libraries of documents do.
fn is_cited(line: &str) -> bool {
    let lower = line.to_lowercase();
    line.len() < 250
        && ["cite as", "title", "published in", "source:"].iter().any(|start| lower.starts_with(start))
}

/// What is said in the text itself: its title on a line with nothing else near a country's heading, a year as a heading, how
/// it is to be cited, the reporting period, the credit that a copy adds to a heading.
pub fn of_blocks(blocks: &[Block]) -> Vec<Statement> {
    const NEAR: usize = 2;
    let near = |at: usize| {
        let around =
            blocks.get(at.saturating_sub(NEAR)..(at + NEAR + 1).min(blocks.len())).unwrap_or_default();
        around.iter().any(|block| heading::country(&block.text).is_some())
    };
    let mut found = Vec::new();
    for (at, block) in blocks.iter().enumerate().filter(|(_, block)| !block.is_link) {
        let text = &block.text;
        if heading::names_report(text) && (near(at) || block.is_heading) || is_cited(text) {
            let below = blocks.get(at + 1).map(|below| below.text.as_str());
            found.extend(named_by_title(text, below).into_iter().map(statement("its title")));
        }
        let dated = block.is_heading && (is_date(text) || text.to_lowercase().contains("report"));
        if dated && !heading::names_report(text) {
            found.extend(years(text).into_iter().map(statement("a heading in it")));
        }
        let period = PERIOD.captures(text).and_then(|found| found.get(1)?.as_str().parse().ok());
        found.extend(period.map(statement("its reporting period")));
        if let Some((_, credit)) = heading::credit(text) {
            found.extend(named(credit).into_iter().map(statement("the credit of its copy")));
        }
    }
    found
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
        let near = "<p><b>CHAD (Tier 2)</b></p><p>2026 Trafficking in Persons Report</p>";
        assert_eq!(html(near), Ok(Some(2026)));
        assert_eq!(
            html("<p>2026 Trafficking in Persons Report</p>"),
            Ok(None),
            "a box on a page of something else"
        );
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

    /// A year beside the report's name is meant, whatever other years there are; several are refused.
    #[test]
    fn the_year_beside_the_report_s_name_is_its_edition() {
        for title in [
            "2013 Trafficking in Persons Report: Gabon | Posted 2025",
            "Trafficking in Persons Report 2013: Gabon - 2021-2025.state.gov",
            "Trafficking in Persons Report 2013: Gabon (archive 2009-2017)",
            "Trafficking in Persons 2013 Report",
            "TIP 2013: trafficking in persons",
            "Trafficking in Persons Report, June 2013",
        ] {
            assert_eq!(html(&format!("<title>{title}</title>")), Ok(Some(2013)), "{title}");
        }
        let archived = "https://web.archive.org/web/20170102030405/https://2009-2017.state.gov/j/tip/rls/tiprpt/2013/215468.htm";
        assert_eq!(html(&format!("<link rel=canonical href='{archived}'>")), Ok(Some(2013)));
        assert!(html("<title>Trafficking in Persons Report - 2009-2017 Archive, 2025</title>").is_err());
        for text in [
            "TRAFFICKING IN PERSONS REPORT\nJUNE 2013\n",
            "JUNE 2013 TRAFFICKING IN PERSONS REPORT\n",
            "Title\t2013 Trafficking in Persons Report - Chad\n",
        ] {
            assert_eq!(of("x.txt", Kind::Text, text), Ok(Some(2013)), "{text}");
        }
    }

    /// Pages of two editions in one file are of neither.
    #[test]
    fn pages_put_together_are_refused_where_they_are_of_two_editions() {
        let first = "<title>2025 Trafficking in Persons Report: Gabon</title><h2>GABON (Tier 2)</h2><p>x</p>";
        for second in [
            "<title>2024 Trafficking in Persons Report: Chad</title><h2>CHAD (Tier 2)</h2>",
            "<h2>2024</h2><h2>CHAD (Tier 2)</h2>",
            "<h3>From the previous report (2024)</h3><h2>CHAD (Tier 2)</h2>",
            "<p>Cite as: United States Department of State, 2018 Trafficking in Persons Report - Chad, 28 June 2018</p>",
        ] {
            assert!(html(&format!("{first}{second}")).is_err(), "{second}");
        }
    }

    #[test]
    fn years_of_titles_are_told_beside_or_not_beside_the_report_s_name() {
        let page = super::super::html::page(
            "<title>TIP 2013 – Gabon, archive 2009-2017</title><h1>2013 TIPR Gabon</h1><p>2025</p>",
        );
        assert_eq!(years_of_page(&page), BTreeSet::from([2013]));
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
