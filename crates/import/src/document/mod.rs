//! A document: the blocks of a file, and the edition that it says it is of.

mod block;
mod edition;
mod html;
mod plain;

use std::collections::BTreeSet;

pub use block::Block;
pub use edition::{Statement, stated};

use crate::files::{File, Kind};
use crate::names::Names;

/// A file, read.
#[derive(Debug)]
pub struct Document {
    /// The file's name.
    pub file: String,
    /// Its headings and paragraphs, in their order.
    pub blocks: Vec<Block>,
    /// What it says of its edition.
    pub statements: Vec<Statement>,
    /// Years in its titles.
    pub years: BTreeSet<u16>,
    /// Headings of countries that are not in its text.
    pub elsewhere: Vec<String>,
}

impl Document {
    /// Reads a file.
    ///
    /// # Errors
    /// Where its text cannot be told apart from what is beside it.
    pub fn read(file: &File, names: &Names) -> Result<Document, String> {
        let mut statements = edition::of_file(file);
        let (mut elsewhere, mut years) = (Vec::new(), BTreeSet::new());
        let blocks = match file.kind {
            Kind::Html => {
                let page = html::page(&file.text);
                statements.extend(edition::of_page(&page));
                years = edition::years_of_page(&page);
                elsewhere = page.elsewhere;
                page.blocks
            }
            Kind::Text => {
                let blocks = plain::blocks(&file.text, names)?;
                statements.extend(edition::of_lines(&file.text));
                blocks
            }
        };
        statements.extend(edition::of_blocks(&blocks));
        Ok(Document { file: file.name.clone(), blocks, statements, years, elsewhere })
    }
}
