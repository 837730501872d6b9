//! Countries as rows and editions as columns: the strips of a comparison, the overview of the whole record.

use chart::number::{decimal, within};
use tip::{Atlas, CountryId, Tier};

use super::sheet::{Area, Face, Key, Sheet, width_of};
use crate::{Element, el};

/// A row.
#[derive(Clone, Debug)]
pub(super) enum Row {
    /// What the rows below have in common.
    Heading(String),
    /// A country's placements.
    Country(CountryId),
}

/// Narrower than this, in pixels, cells are not told apart.
const NARROWEST: f64 = 5.0;
/// The height of a row, in pixels, at most; and what a name takes of it.
const HIGHEST: f64 = 76.0;
const NAME: f64 = 0.72;

/// The rows in as many columns as make them largest, each with the years below.
pub(super) fn grid(atlas: &Atlas, rows: &[Row], sheet: &Sheet, area: Area) -> Vec<Element> {
    const GAP: f64 = 28.0;
    if rows.is_empty() {
        return Vec::new();
    }
    let longest = rows.iter().map(|row| match row {
        Row::Heading(_) => 0.0,
        Row::Country(id) => width_of(&atlas.country(*id).name, 1.0, Face::Sans),
    });
    let longest = longest.fold(0.0, f64::max);
    let editions = atlas.editions().len().max(1) as f64;
    let layout = (1..=6).map(|columns| {
        // Headings may leave the last place of a column empty.
        let below = if columns > 1 { rows.len().div_ceil(columns) + 1 } else { rows.len() };
        let wide = (area.width - GAP * (columns as f64 - 1.0)) / columns as f64;
        // One row more for the years. Names take two fifths of a column at most, and are set smaller where they would not fit.
        let high = within(area.height / (below as f64 + 1.2), 0.0, HIGHEST);
        let name = within(high * NAME, 0.0, 26.0);
        let names = (longest * name + 10.0).min(wide * 0.4);
        let name = name.min((names - 10.0) / longest.max(1.0));
        let cell = (wide - names) / editions;
        let high = high.min((cell * 1.3).max(name / NAME));
        (columns, below, wide, high, name, names, cell)
    });
    let fits = |cell: f64| cell >= NARROWEST;
    let best = layout.filter(|(.., cell)| fits(*cell)).max_by(|a, b| a.4.total_cmp(&b.4).then(b.0.cmp(&a.0)));
    let Some((columns, below, wide, high, name, names, cell)) = best else { return Vec::new() };
    let gap = if cell > 12.0 { 1.0 } else { 0.5 };
    let square = (cell - gap, high - gap.max(high * 0.12));
    let mut grounds = Grounds::default();
    let mut nodes = vec![signs(sheet, square)];
    for (at, rows) in parted(rows, columns, below).into_iter().enumerate() {
        let x = area.x + (wide + GAP) * at as f64;
        for (at, row) in rows.iter().enumerate() {
            let y = area.y + high * at as f64;
            let base = y + square.1 / 2.0 + name * 0.35;
            let (face, text) = match row {
                Row::Heading(text) => (Face::Strong, text.clone()),
                Row::Country(id) => (Face::Sans, atlas.country(*id).name.clone()),
            };
            nodes.push(sheet.text((x, base), name, face, text).attr("fill", sheet.colours.ink));
            let Row::Country(id) = row else { continue };
            for about in atlas.editions() {
                let left = x + names + cell * about.id.index() as f64;
                let tier = atlas.cell(*id, about.id).tier();
                grounds.add(tier, (left, y), square);
                nodes.push(
                    el("use")
                        .attr("xlink:href", format!("#sign-{}", code(tier)))
                        .attr("x", decimal(left + square.0 / 2.0, 1))
                        .attr("y", decimal(y + square.1 / 2.0, 1)),
                );
            }
        }
        nodes.extend(years(atlas, sheet, (x + names, area.y + high * rows.len() as f64), cell, name));
    }
    grounds.painted(sheet).into_iter().chain(nodes).collect()
}

/// The rows in columns; no heading is the last of one.
fn parted(rows: &[Row], columns: usize, below: usize) -> Vec<Vec<Row>> {
    let mut parted: Vec<Vec<Row>> = vec![Vec::new()];
    for row in rows {
        let full = parted.len() < columns
            && parted.last().is_some_and(|column| {
                let room = below.saturating_sub(column.len());
                room == 0 || room == 1 && matches!(row, Row::Heading(_))
            });
        if full {
            parted.push(Vec::new());
        }
        if let Some(column) = parted.last_mut() {
            column.push(row.clone());
        }
    }
    parted
}

/// The first and the last edition below a column.
fn years(atlas: &Atlas, sheet: &Sheet, (x, y): (f64, f64), cell: f64, name: f64) -> [Element; 2] {
    let (first, last) = atlas.years();
    let size = within(name, 11.0, 18.0);
    let year = |x: f64, anchor: &'static str, year: u16| {
        let text = sheet.text((x, y + size * 1.3), size, Face::Sans, year.to_string());
        text.attr("text-anchor", anchor).attr("fill", sheet.colours.soft)
    };
    [year(x, "start", first), year(x + cell * atlas.editions().len() as f64, "end", last)]
}

/// The cells of each tier as one path: thousands of cells as nodes of their own make a large file.
#[derive(Default)]
struct Grounds(Vec<(Option<Tier>, String)>);

impl Grounds {
    fn add(&mut self, tier: Option<Tier>, (x, y): (f64, f64), (wide, high): (f64, f64)) {
        let [x, y, wide, high] = [x, y, wide, high].map(|n| decimal(n, 1));
        let square = format!("M{x} {y}h{wide}v{high}h-{wide}z");
        match self.0.iter_mut().find(|(known, _)| *known == tier) {
            Some((_, d)) => d.push_str(&square),
            None => self.0.push((tier, square)),
        }
    }

    fn painted(self, sheet: &Sheet) -> Vec<Element> {
        let path = |(tier, d): (Option<Tier>, String)| {
            el("path").attr("d", d).attr("fill", sheet.colours.of(tier).fill)
        };
        self.0.into_iter().map(path).collect()
    }
}

fn code(tier: Option<Tier>) -> &'static str {
    tier.map_or("none", Tier::code)
}

/// The tiers' signs upon their cells, to be used by each cell.
fn signs(sheet: &Sheet, (wide, high): (f64, f64)) -> Element {
    let scale = format!("scale({})", decimal(wide.min(high) * 0.3, 2));
    let sign = |tier: Option<Tier>| {
        let sign = el("path").attr("d", chart::symbol::path(tier)).attr("fill", sheet.colours.of(tier).on);
        el("g").attr("id", format!("sign-{}", code(tier))).with(sign.attr("transform", scale.clone()))
    };
    el("defs").all(Tier::ALL.into_iter().map(Some).chain([None]).map(sign))
}

/// The tiers of some rows.
pub(super) fn key(atlas: &Atlas, rows: &[Row], sheet: &Sheet) -> Vec<Key> {
    let words = atlas.words();
    let has = |tier: Option<Tier>| {
        rows.iter().any(|row| match row {
            Row::Heading(_) => false,
            Row::Country(id) => atlas.editions().iter().any(|about| atlas.cell(*id, about.id).tier() == tier),
        })
    };
    let tiers = Tier::ALL.into_iter().map(Some).chain([None]).filter(|tier| has(*tier));
    tiers
        .map(|tier| Key {
            sign: sheet.tier(tier),
            text: tier.map_or_else(|| words.text(&words::text::TIER_NONE), |tier| tier.named(words)),
        })
        .collect()
}
