//! A picture as the text of its file.

use crate::{Element, Node};

/// The text of an SVG file. Text and values are escaped; what links to a page of the site is no part of a picture.
pub fn text(svg: &Element) -> String {
    let mut text = String::new();
    element(&mut text, svg);
    text.push('\n');
    text
}

fn element(text: &mut String, element: &Element) {
    text.push('<');
    text.push_str(element.tag);
    for (name, value) in &element.attributes {
        text.push(' ');
        text.push_str(name);
        text.push_str("=\"");
        escaped(text, value);
        text.push('"');
    }
    if element.children.is_empty() {
        text.push_str("/>");
        return;
    }
    text.push('>');
    for child in &element.children {
        match child {
            Node::Element(child) => self::element(text, child),
            Node::Text(words) => escaped(text, words),
        }
    }
    text.push_str("</");
    text.push_str(element.tag);
    text.push('>');
}

fn escaped(text: &mut String, words: &str) {
    for letter in words.chars() {
        match letter {
            '&' => text.push_str("&amp;"),
            '<' => text.push_str("&lt;"),
            '>' => text.push_str("&gt;"),
            '"' => text.push_str("&quot;"),
            // XML has no other control characters.
            letter if letter.is_control() && !matches!(letter, '\n' | '\t') => {}
            letter => text.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::el;

    #[test]
    fn what_is_markup_is_escaped() {
        let svg = el("svg").attr("id", "a\"b").with(el("text").with("5 < 6 & \u{1}7 > 6")).with(el("g"));
        assert_eq!(text(&svg), "<svg id=\"a&quot;b\"><text>5 &lt; 6 &amp; 7 &gt; 6</text><g/></svg>\n");
    }
}
