//! The elements of a page made into blocks.

use std::collections::BTreeMap;

use ego_tree::iter::Edge;
use scraper::{ElementRef, Node};

use super::outside::{is_article, is_outside};
use super::plain;
use crate::document::block::Block;
use crate::heading;
use crate::text::normalized;

fn is_heading(name: &str) -> bool {
    ["h1", "h2", "h3", "h4", "h5", "h6"].contains(&name)
}

fn is_block(name: &str) -> bool {
    const BLOCKS: [&str; 33] = [
        "html",
        "body",
        "p",
        "div",
        "li",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "tr",
        "td",
        "th",
        "table",
        "thead",
        "tbody",
        "caption",
        "section",
        "article",
        "main",
        "header",
        "blockquote",
        "pre",
        "address",
        "figure",
        "figcaption",
        "details",
        "summary",
        "hr",
        "form",
        "center",
        "fieldset",
        "legend",
    ];
    is_heading(name) || BLOCKS.contains(&name)
}

/// Puts the text of elements into blocks.
#[derive(Default)]
pub struct Reader {
    /// What was read.
    pub blocks: Vec<Block>,
    text: String,
    /// How many elements of a name there were.
    seen: BTreeMap<String, usize>,
    /// The block elements that are open, by name and number.
    open: Vec<(String, usize)>,
    /// How many links are open.
    links: usize,
    /// Whether text of the block is outside links.
    beside_links: bool,
}

impl Reader {
    /// Reads an element and what is in it.
    pub fn read(&mut self, root: ElementRef<'_>) {
        let mut skipped = None;
        let mut articles = usize::from(is_article(root.value().name()));
        for edge in root.traverse() {
            match edge {
                Edge::Open(node) if skipped.is_none() => match node.value() {
                    Node::Text(text) => {
                        self.beside_links |= self.links == 0 && !text.trim().is_empty();
                        self.text.push_str(text);
                    }
                    Node::Element(element) => {
                        let noted = element.name() == "sup"
                            || element.attr("href").is_some_and(|to| to.starts_with('#'));
                        let mark = ElementRef::wrap(node).filter(|_| noted).is_some_and(is_mark);
                        if is_outside(element, articles > 0) || mark {
                            skipped = Some(node.id());
                            continue;
                        }
                        articles += usize::from(is_article(element.name()) && node.id() != root.id());
                        self.begin(element.name(), element.attr("href").is_some());
                    }
                    _ => {}
                },
                Edge::Close(node) if skipped == Some(node.id()) => skipped = None,
                Edge::Close(node) if skipped.is_none() => {
                    if let Some(element) = node.value().as_element() {
                        // A heading in bold at the beginning of a paragraph is a heading, and the text goes on after it.
                        if ["b", "strong"].contains(&element.name()) && is_run_in_heading(&self.text) {
                            self.flush();
                        }
                        articles -= usize::from(is_article(element.name()) && articles > 0);
                        self.end(element.name(), element.attr("href").is_some());
                    }
                }
                _ => {}
            }
        }
        self.flush();
    }

    fn begin(&mut self, name: &str, leads: bool) {
        if name == "a" && leads {
            self.links += 1;
        } else if name == "br" {
            // A heading goes on over its lines.
            match self.in_heading() {
                true => self.text.push(' '),
                false => self.flush(),
            }
        } else if is_block(name) {
            self.flush();
            let number = self.seen.entry(name.to_owned()).or_default();
            *number += 1;
            self.open.push((name.to_owned(), *number));
        }
    }

    fn end(&mut self, name: &str, leads: bool) {
        if name == "a" && leads {
            self.links = self.links.saturating_sub(1);
        } else if is_block(name) {
            self.flush();
            if let Some(at) = self.open.iter().rposition(|(open, _)| open == name) {
                self.open.truncate(at);
            }
        }
    }

    fn in_heading(&self) -> bool {
        self.open.iter().any(|(name, _)| is_heading(name))
    }

    /// Ends the block that is being read.
    fn flush(&mut self) {
        let text = normalized(&std::mem::take(&mut self.text));
        let is_link = !std::mem::take(&mut self.beside_links);
        if text.is_empty() {
            return;
        }
        let place = self.open.last().map_or_else(String::new, |(name, number)| format!("<{name}> {number}"));
        self.blocks.push(Block { text, place, is_heading: self.in_heading(), is_link });
    }
}

/// Whether what was read of a block is a heading, as in bold at its beginning.
fn is_run_in_heading(text: &str) -> bool {
    let text = normalized(text);
    heading::country(&text).is_some() || heading::section(&text).is_some()
}

/// Whether a superscript, or a link within its page, is the mark of a footnote. Its digits would become a part of the number or
/// name before it.
fn is_mark(element: ElementRef<'_>) -> bool {
    let text = plain(element);
    !text.is_empty() && text.chars().all(|c| c.is_ascii_digit() || "*†‡§#[]() ,".contains(c))
}
