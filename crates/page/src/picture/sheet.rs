//! The sheet of a picture: title above, the graphic, the key, the sources below.

use chart::number::decimal;
use tip::Tier;

use super::colours::Colours;
use crate::{Element, el};

/// The typefaces: of headlines, and of all else. Each names what systems have, and a kind at last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Face {
    Serif,
    Sans,
    /// Sans-serif, bold.
    Strong,
}

/// The size of a picture in pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Size {
    /// 1600 × 900: slides, the web, print.
    #[default]
    Wide,
    /// 1080 × 1350: social media on phones.
    Tall,
}

impl Size {
    /// Both.
    pub const ALL: [Size; 2] = [Size::Wide, Size::Tall];

    /// Width and height in pixels.
    pub const fn pixels(self) -> (u32, u32) {
        match self {
            Size::Wide => (1600, 900),
            Size::Tall => (1080, 1350),
        }
    }

    /// `1600x900`, for the names of files and the values of fields.
    pub const fn slug(self) -> &'static str {
        match self {
            Size::Wide => "1600x900",
            Size::Tall => "1080x1350",
        }
    }
}

/// Space around what is on the sheet.
const MARGIN: f64 = 56.0;

/// Whose picture it is, in every language.
const WORDMARK: &str = "Tier Atlas";

/// What stands above the graphic.
pub(super) struct Head {
    /// What report, which edition.
    pub kicker: String,
    pub title: String,
    /// A sentence or two.
    pub deck: String,
}

/// An entry of the key.
pub(super) struct Key {
    /// Around the origin, from −1 to 1.
    pub sign: Element,
    pub text: String,
}

/// A place on the sheet, in pixels.
#[derive(Clone, Copy, Debug)]
pub(super) struct Area {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

impl Area {
    /// What is left of it below a line.
    pub fn below(self, y: f64) -> Area {
        Area { y, height: (self.y + self.height - y).max(0.0), ..self }
    }
}

/// A sheet of a size, in a theme.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sheet {
    pub size: Size,
    pub colours: &'static Colours,
}

impl Sheet {
    /// The whole picture; `draw` gets the place that is left for the graphic. Every sheet says whose it is and where it is from.
    pub fn framed<N: Into<crate::Node>>(
        &self,
        head: &Head,
        key: Vec<Key>,
        notes: &[String],
        draw: impl FnOnce(Area) -> Vec<N>,
    ) -> Element {
        let (width, height) = self.size.pixels();
        let (wide, high) = (f64::from(width), f64::from(height));
        let room = wide - 2.0 * MARGIN;
        let (above, top) = self.head(head, room);
        let (below, bottom) = self.foot(key, notes, room, high);
        let area = Area { x: MARGIN, y: top, width: room, height: bottom - top };
        el("svg")
            .attr("xmlns", "http://www.w3.org/2000/svg")
            .attr("xmlns:xlink", "http://www.w3.org/1999/xlink")
            .attr("width", width.to_string())
            .attr("height", height.to_string())
            .attr("viewBox", format!("0 0 {width} {height}"))
            .with(el("title").with(head.title.clone()))
            .with(el("desc").with(format!("{} {}", head.kicker, head.deck)))
            .with(
                el("rect")
                    .attr("width", width.to_string())
                    .attr("height", height.to_string())
                    .attr("fill", self.colours.paper),
            )
            .all(above)
            .all(draw(area))
            .all(below)
    }

    /// Kicker, wordmark, title and deck; returns where the graphic may begin.
    fn head(&self, head: &Head, room: f64) -> (Vec<Element>, f64) {
        let mut y = MARGIN + 14.0;
        let mut nodes = vec![
            self.text((MARGIN, y), 22.0, Face::Strong, head.kicker.clone()).attr("fill", self.colours.soft),
        ];
        let mark = self.text((MARGIN + room, y), 24.0, Face::Serif, WORDMARK.to_owned());
        nodes.push(mark.attr("text-anchor", "end").attr("fill", self.colours.ink));
        y += 18.0;
        nodes.push(self.rule((MARGIN, y), room));
        let lines = |size: &f64| wrapped(&head.title, *size, Face::Serif, room);
        let size = [48.0, 44.0, 40.0].into_iter().find(|size| lines(size).len() <= 2).unwrap_or(36.0);
        for line in lines(&size) {
            y += size * 1.16;
            nodes.push(self.text((MARGIN, y), size, Face::Serif, line).attr("fill", self.colours.ink));
        }
        y += 10.0;
        for line in wrapped(&head.deck, 24.0, Face::Sans, room) {
            y += 32.0;
            nodes.push(self.text((MARGIN, y), 24.0, Face::Sans, line).attr("fill", self.colours.ink));
        }
        (nodes, y + 28.0)
    }

    /// The key and the sources; returns where the graphic has to end.
    fn foot(&self, key: Vec<Key>, notes: &[String], room: f64, high: f64) -> (Vec<Element>, f64) {
        const SIZE: f64 = 17.0;
        const STEP: f64 = 24.0;
        let mut lines: Vec<String> =
            notes.iter().flat_map(|note| wrapped(note, SIZE, Face::Sans, room)).collect();
        let mut y = high - MARGIN + 14.0;
        let mut nodes = Vec::new();
        while let Some(line) = lines.pop() {
            nodes.push(self.text((MARGIN, y), SIZE, Face::Sans, line).attr("fill", self.colours.soft));
            y -= STEP;
        }
        y -= 4.0;
        nodes.push(self.rule((MARGIN, y), room));
        let (signs, rows) = self.key(key, room);
        let top = y - 16.0 - 36.0 * rows as f64;
        let place = format!("translate({} {})", decimal(MARGIN, 0), decimal(top, 1));
        if rows > 0 {
            nodes.push(el("g").attr("transform", place).all(signs));
        }
        (nodes, if rows > 0 { top - 20.0 } else { y - 20.0 })
    }

    /// The entries of the key in rows, and how many rows those are.
    fn key(&self, key: Vec<Key>, room: f64) -> (Vec<Element>, usize) {
        const SIZE: f64 = 22.0;
        const GAP: f64 = 34.0;
        let (mut x, mut row) = (0.0, 0);
        let mut nodes = Vec::new();
        let any = !key.is_empty();
        for Key { sign, text } in key {
            let width = 34.0 + width_of(&text, SIZE, Face::Sans);
            if x > 0.0 && x + width > room {
                (x, row) = (0.0, row + 1);
            }
            let y = 18.0 + 36.0 * row as f64;
            let place = format!("translate({} {}) scale(10)", decimal(x + 11.0, 1), decimal(y, 1));
            nodes.push(el("g").attr("transform", place).with(sign));
            let text = self.text((x + 34.0, y + 8.0), SIZE, Face::Sans, text);
            nodes.push(text.attr("fill", self.colours.ink));
            x += width + GAP;
        }
        (nodes, if any { row + 1 } else { 0 })
    }

    /// A line of text, without a colour.
    pub fn text(&self, (x, y): (f64, f64), size: f64, face: Face, text: String) -> Element {
        let family = match face {
            Face::Serif => "Georgia, 'Times New Roman', 'Liberation Serif', 'Noto Serif', serif",
            Face::Sans | Face::Strong => "Helvetica, Arial, 'Liberation Sans', 'Noto Sans', sans-serif",
        };
        let node = el("text")
            .attr("x", decimal(x, 1))
            .attr("y", decimal(y, 1))
            .attr("font-family", family)
            .attr("font-size", decimal(size, 1));
        let node = if face == Face::Sans { node } else { node.attr("font-weight", "bold") };
        node.with(text)
    }

    /// A text in lines from a place on, no wider than so many pixels; returns where it ends.
    pub fn paragraph(
        &self,
        (x, mut y): (f64, f64),
        (size, face): (f64, Face),
        width: f64,
        text: &str,
    ) -> (Vec<Element>, f64) {
        let lines = wrapped(text, size, face, width).into_iter().map(|line| {
            y += size * 1.38;
            self.text((x, y), size, face, line).attr("fill", self.colours.ink)
        });
        (lines.collect(), y)
    }

    fn rule(&self, (x, y): (f64, f64), width: f64) -> Element {
        el("path")
            .attr("d", format!("M{} {}h{}", decimal(x, 1), decimal(y, 1), decimal(width, 1)))
            .attr("stroke", self.colours.hair)
            .attr("stroke-width", "1.5")
            .attr("fill", "none")
    }

    /// The sign of a tier, around the origin, in the colour of its lines.
    pub fn tier(&self, tier: Option<Tier>) -> Element {
        el("path").attr("d", chart::symbol::path(tier)).attr("fill", self.colours.of(tier).line)
    }
}

/// About how wide a text is, in pixels: by the widths of Helvetica, in classes of letters, with some air for other fonts. Letters of
/// Korean and its neighbours are square.
pub(super) fn width_of(text: &str, size: f64, face: Face) -> f64 {
    let letter = |letter: char| match letter {
        '\u{1100}'..='\u{11ff}' | '\u{2e80}'.. => 1.0,
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '’' | '|' | '!' | ' ' | '\u{a0}' | '·'
        | '/' => 0.28,
        'f' | 't' | 'r' | '(' | ')' | '-' | '“' | '”' => 0.34,
        'm' | 'w' | 'M' | 'W' | '%' | '→' | '@' => 0.9,
        letter if letter.is_uppercase() => 0.7,
        _ => 0.55,
    };
    let heavier = match face {
        Face::Sans => 1.03,
        Face::Strong => 1.1,
        Face::Serif => 1.12,
    };
    text.chars().map(letter).sum::<f64>() * size * heavier
}

/// A text in lines that are no wider than so many pixels.
pub(super) fn wrapped(text: &str, size: f64, face: Face, width: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        match lines.last_mut() {
            Some(line) if width_of(&format!("{line} {word}"), size, face) <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_full_and_keep_what_belongs_together() {
        let lines = wrapped("aaaa bbbb\u{a0}cccc dddd", 10.0, Face::Sans, 60.0);
        assert_eq!(lines, ["aaaa", "bbbb\u{a0}cccc", "dddd"]);
        assert!(width_of("미국", 20.0, Face::Sans) > 40.0);
    }
}
