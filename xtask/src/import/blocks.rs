//! The report's text as it was saved, in blocks: headings and paragraphs, each one line of plain text.

use std::collections::BTreeMap;

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{Token, Tokenizer};

use super::heading;

/// The blocks of a page of HTML. Scripts, menus and footers are left out.
///
/// # Errors
/// If markup and text cannot be separated, because an element does not end.
pub fn html(page: &str) -> Result<Vec<String>, String> {
    const BLOCKS: [&[u8]; 21] = [
        b"p",
        b"div",
        b"h1",
        b"h2",
        b"h3",
        b"h4",
        b"h5",
        b"h6",
        b"li",
        b"ul",
        b"ol",
        b"tr",
        b"td",
        b"th",
        b"table",
        b"section",
        b"article",
        b"main",
        b"blockquote",
        b"hr",
        b"title",
    ];
    const SKIPPED: [&[u8]; 7] = [b"script", b"style", b"noscript", b"nav", b"footer", b"aside", b"title"];
    const HEADINGS: [&[u8]; 6] = [b"h1", b"h2", b"h3", b"h4", b"h5", b"h6"];
    let mut emitter = DefaultEmitter::default();
    // The text of a script is not markup.
    emitter.naively_switch_states(true);
    let mut blocks = Vec::new();
    let mut text = String::new();
    let mut skipped: Option<(Vec<u8>, usize)> = None;
    // Within an article, a header has its heading; elsewhere it is the site's.
    let mut articles = 0usize;
    let mut in_heading = false;
    for Ok(token) in Tokenizer::new_with_emitter(page, emitter) {
        match token {
            Token::StartTag(tag) => {
                let name: &[u8] = &tag.name;
                let around = SKIPPED.contains(&name) || name == b"header" && articles == 0;
                if let Some((outer, depth)) = &mut skipped {
                    if name == outer.as_slice() && !tag.self_closing {
                        *depth += 1;
                    }
                } else if around {
                    skipped = Some((name.to_vec(), 1));
                }
                if [b"article".as_slice(), b"main"].contains(&name) {
                    articles += 1;
                }
                // A heading goes on over its lines.
                if BLOCKS.contains(&name) || name == b"br" && !in_heading {
                    end(&mut blocks, &mut text);
                } else if name == b"br" {
                    text.push(' ');
                }
                in_heading |= HEADINGS.contains(&name);
            }
            Token::EndTag(tag) => {
                let name: &[u8] = &tag.name;
                if let Some((outer, depth)) = &mut skipped
                    && name == outer.as_slice()
                {
                    *depth -= 1;
                    if *depth == 0 {
                        skipped = None;
                    }
                }
                if [b"article".as_slice(), b"main"].contains(&name) {
                    articles = articles.saturating_sub(1);
                }
                if BLOCKS.contains(&name) {
                    end(&mut blocks, &mut text);
                }
                in_heading &= !HEADINGS.contains(&name);
            }
            Token::String(more) if skipped.is_none() => text.push_str(&String::from_utf8_lossy(&more)),
            _ => {}
        }
    }
    end(&mut blocks, &mut text);
    match skipped {
        Some((tag, _)) => {
            Err(format!("its <{}> does not end, so its text cannot be told", String::from_utf8_lossy(&tag)))
        }
        None => Ok(blocks),
    }
}

fn end(blocks: &mut Vec<String>, text: &mut String) {
    let plain = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if !plain.is_empty() {
        blocks.push(plain);
    }
    text.clear();
}

/// The blocks of a text made from a PDF: lines put together into paragraphs, without the numbers and running titles of
/// pages.
pub fn plain(text: &str) -> Vec<String> {
    let text = text.replace('\u{c}', "\n\n");
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let running = running_titles(&lines);
    let words = Hyphens::of(&lines);
    let mut blocks: Vec<String> = Vec::new();
    // Whether the last block goes on with the next line.
    let mut open = false;
    // Whether a page ended within the block: what comes then may go on with it.
    let mut turned = false;
    for line in lines {
        if line.is_empty() {
            open = false;
        } else if is_page_number(line) || running.contains_key(line) {
            turned = true;
        } else if is_heading(line) || heading::tier(line).is_some() || heading::is_name(line) {
            blocks.push(squeezed(line));
            (open, turned) = (false, false);
        } else {
            let broken =
                blocks.last().is_some_and(|block| !block.ends_with(['.', ':', ';', '?', '!', '”', '"', ')']));
            let goes_on = open || turned && broken;
            match blocks.last_mut() {
                Some(block) if goes_on && !is_heading(block) => words.join(block, line),
                _ => blocks.push(squeezed(line)),
            }
            (open, turned) = (true, false);
        }
    }
    blocks
}

fn is_heading(block: &str) -> bool {
    heading::country(block).is_some() || heading::section(block).is_some()
}

fn squeezed(line: &str) -> String {
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_page_number(line: &str) -> bool {
    let digits = line.trim_matches(['-', '–', '|', ' ']);
    !digits.is_empty() && digits.len() <= 4 && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// Short lines that come again and again, as titles at the heads of pages do; headings of sections do too, and are none.
fn running_titles<'a>(lines: &[&'a str]) -> BTreeMap<&'a str, usize> {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for line in lines.iter().filter(|line| !line.is_empty() && line.len() < 60) {
        *seen.entry(line).or_default() += 1;
    }
    seen.retain(|line, times| {
        let shouts = line.chars().any(char::is_alphabetic) && !line.chars().any(char::is_lowercase);
        *times >= 3 && shouts && !is_heading(line) && heading::tier(line).is_none()
    });
    seen
}

/// Words as they stand within lines, by which a word that a line breaks is put together as it is elsewhere.
struct Hyphens(BTreeMap<String, usize>);

impl Hyphens {
    fn of(lines: &[&str]) -> Hyphens {
        let mut seen = BTreeMap::new();
        for word in lines.iter().flat_map(|line| line.split_whitespace()) {
            let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
            *seen.entry(word).or_default() += 1;
        }
        Hyphens(seen)
    }

    /// Adds a line to a block. A word that is broken at a hyphen keeps it where it is written so elsewhere, or nowhere in
    /// one word.
    fn join(&self, block: &mut String, line: &str) {
        let line = squeezed(line);
        let (head, tail) = line.split_once(' ').unwrap_or((&line, ""));
        if let Some(stem) = block.strip_suffix('-')
            && let Some(first) = stem.rsplit(' ').next()
            && head.starts_with(char::is_lowercase)
        {
            let known = |word: String| {
                let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
                self.0.get(&word).copied().unwrap_or_default()
            };
            let whole = known(format!("{first}{head}"));
            if whole > known(format!("{first}-{head}")) {
                block.pop();
            }
            block.push_str(head);
            if !tail.is_empty() {
                block.push(' ');
                block.push_str(tail);
            }
            return;
        }
        block.push(' ');
        block.push_str(&line);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_around_the_text_of_a_page_is_left_out() {
        let page = "<title>x</title><header><p>menu</p></header><nav>a<nav>b</nav>c</nav><h2>SOUTH KOREA (Tier&nbsp;1)</h2>\
            <p>One <b>bold</b>\n word &amp; more.</p><script>let x = '<p>no</p>';</script><ul><li>a</li><li>b</li></ul><footer>f</footer>";
        assert_eq!(html(page).unwrap(), ["SOUTH KOREA (Tier 1)", "One bold word & more.", "a", "b"]);
    }

    #[test]
    fn scripts_and_forms_swallow_no_page() {
        let page = "<form><script>for(i=0;i<n;i++){}</script><script>document.write(\"<script src=x><\\/script>\")</script>\
            <article><header><h1>PAPUA NEW<br>GUINEA (Tier 2)</h1></header><p>a<br>b</p></article></form>";
        assert_eq!(html(page).unwrap(), ["PAPUA NEW GUINEA (Tier 2)", "a", "b"]);
        assert!(html("<nav>menu<p>FRANCE (Tier 1)").unwrap_err().contains("<nav> does not end"));
    }

    #[test]
    fn lines_of_a_pdf_are_put_together_over_its_pages() {
        let text = "REPORT OF ONE YEAR\n\nFRANCE: Tier 1\nThe Government of France traf-\nficking anti-\ntrafficking goes\n\n12\n\nREPORT OF ONE YEAR\n\n\
            on here.\n\nA second one, of trafficking.\n\u{c}REPORT OF ONE YEAR\nPROSECUTION\nIt did.\n";
        assert_eq!(
            plain(text),
            [
                "FRANCE: Tier 1",
                "The Government of France trafficking anti-trafficking goes on here.",
                "A second one, of trafficking.",
                "PROSECUTION",
                "It did."
            ]
        );
    }
}
