//! What a document is made of, whatever its file was.

/// A heading or a paragraph: one line of plain text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Its text, without invisible characters and with single spaces.
    pub text: String,
    /// Where it is in its file: `line 12`; `<h2> 3`, the third `h2` of the page's main part.
    pub place: String,
    /// Whether its element is a heading. Lines of a plain text have no element.
    pub is_heading: bool,
    /// Whether all of it is in links, which lead elsewhere.
    pub is_link: bool,
}
