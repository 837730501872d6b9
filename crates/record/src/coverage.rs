//! `record.json`: how the record was compiled, as the tables of the about page.

use tip::file::{CellRow, RecordFile, SCHEMA, TableRow};
use tip::{Confidence, Outcome, Tier};
use words::Words;

use crate::build::{is_whole, linked};
use crate::check::recorded;
use crate::tables::{DeterminationRow, EditionRow, SourceRow, Tables, YesNo};

/// All tables.
pub fn record(tables: &Tables) -> RecordFile {
    RecordFile {
        schema: SCHEMA,
        tables: vec![
            coverage(tables),
            determined(tables),
            left_out(tables),
            conflicts(tables),
            borders(tables),
            sources(tables),
        ],
    }
}

fn table(id: &str, heading: &str, note: &str, columns: &[&str], rows: Vec<Vec<CellRow>>) -> TableRow {
    TableRow {
        id: id.to_owned(),
        heading: heading.to_owned(),
        note: note.to_owned(),
        summary: String::new(),
        columns: columns.iter().map(|column| (*column).to_owned()).collect(),
        rows,
    }
}

fn texts(texts: impl IntoIterator<Item = String>) -> Vec<CellRow> {
    texts.into_iter().map(CellRow::Text).collect()
}

/// Empty columns are left out: without an unsourced placement there is no such column.
fn coverage(tables: &Tables) -> TableRow {
    let words = Words::default();
    let short = Tier::ALL.map(|tier| tier.short(&words));
    let mut columns = vec!["Edition"];
    columns.extend(short.iter().map(String::as_str));
    columns.extend(["All", "Confirmed", "Single source", "Unsourced", "Why it differs"]);
    let rows: Vec<Vec<String>> = tables.editions.iter().map(|row| covered(tables, &row.value)).collect();
    let filled =
        |at: usize| rows.iter().any(|row| row.get(at).is_some_and(|cell| cell != "0" && !cell.is_empty()));
    let kept: Vec<usize> = (0..columns.len()).filter(|at| filled(*at)).collect();
    let keep = |row: &Vec<String>| kept.iter().filter_map(|at| row.get(*at).cloned()).collect::<Vec<_>>();
    let columns: Vec<&str> = kept.iter().filter_map(|at| columns.get(*at).copied()).collect();
    let whole = tables.editions.iter().filter(|row| is_whole(tables, &row.value)).count();
    let note = format!(
        "{whole} of {} editions are recorded whole: with as many placements as were published, in all and on each tier. \
         The table has placements here / as published. A figure with ~ was recalled and not retrieved; – means that none was found.",
        tables.editions.len()
    );
    table(
        "coverage",
        "Coverage, edition by edition",
        &note,
        &columns,
        rows.iter().map(|row| texts(keep(row))).collect(),
    )
}

fn covered(tables: &Tables, edition: &EditionRow) -> Vec<String> {
    let year = edition.edition;
    let figure = |here: u16, published: Option<u16>| match published {
        Some(published) if edition.published_sourced == YesNo::Yes => format!("{here} / {published}"),
        Some(published) => format!("{here} / ~{published}"),
        None => format!("{here} / –"),
    };
    let of_confidence = |confidence: Confidence| {
        let rows = tables.tiers.iter().map(|row| &row.value);
        rows.filter(|cell| cell.year == year && cell.confidence == confidence.name()).count().to_string()
    };
    let why: Vec<&str> = tables
        .explained
        .iter()
        .filter(|row| row.value.edition == year)
        .map(|row| row.value.why.as_str())
        .collect();
    let tiers = Tier::ALL.into_iter().zip(edition.published());
    let tiers = tiers.map(|(tier, published)| figure(recorded(tables, year, Some(tier)), published));
    let mut cells = vec![year.to_string()];
    cells.extend(tiers);
    cells.push(figure(recorded(tables, year, None), edition.published_total));
    cells.extend(Confidence::ALL.map(of_confidence));
    cells.push(why.join(" "));
    cells
}

/// How far it is known what was determined for the countries on Tier 3, edition by edition.
fn determined(tables: &Tables) -> TableRow {
    let words = Words::default();
    let outcomes = Outcome::ALL.map(|outcome| outcome.named(&words));
    let mut columns = vec!["Edition", "On Tier 3"];
    columns.extend(outcomes.iter().map(String::as_str));
    columns.extend(["Not in our record", "Determination", "Read"]);
    let rows = tables.editions.iter().map(|row| row.value.edition).filter_map(|year| {
        let own: Vec<&DeterminationRow> =
            tables.determinations.iter().map(|row| &row.value).filter(|row| row.edition == year).collect();
        let first = own.first()?;
        let on_it = usize::from(recorded(tables, year, Some(Tier::Three)));
        let of = |outcome: Outcome| own.iter().filter(|row| row.outcome == outcome.name()).count();
        let mut read: Vec<&str> = own.iter().map(|row| row.read.as_str()).collect();
        read.sort_unstable();
        read.dedup();
        let mut cells = vec![year.to_string(), on_it.to_string()];
        cells.extend(Outcome::ALL.map(|outcome| of(outcome).to_string()));
        cells.extend([
            on_it.saturating_sub(own.len()).to_string(),
            first.determination.clone(),
            read.join(", "),
        ]);
        Some(texts(cells))
    });
    let waivers = tables.waivers.len();
    let note = format!(
        "Determinations of the President under section 110(d) for countries on Tier 3. Read: in full, as a whole list, from \
         the opening only (a partial waiver may be missing), in a summary, or in an account by the press. Besides, {waivers} \
         waivers of the automatic downgrade from the Watch List are recorded with a source, and {} places on the report’s \
         two lists of governments.",
        tables.listings.len()
    );
    table("determined", "What followed, edition by edition", &note, &columns, rows.collect())
}

fn left_out(tables: &Tables) -> TableRow {
    let rows = tables.left_out.iter().map(|row| &row.value);
    let rows = rows.map(|row| texts([spelled_out(tables, &row.what), row.why.clone()])).collect();
    table("missing", "What is missing, on purpose", "", &["What", "Why"], rows)
}

fn conflicts(tables: &Tables) -> TableRow {
    let rows = tables.conflicts.iter().map(|row| &row.value);
    let rows = rows
        .map(|row| {
            texts([spelled_out(tables, &row.cell), row.says.clone(), row.used.clone(), row.why.clone()])
        })
        .collect();
    let columns = ["Placement", "What each says", "Used", "Why"];
    table("conflicts", "Where sources disagree", "", &columns, rows)
}

fn borders(tables: &Tables) -> TableRow {
    let shapes = tables.shapes.iter().map(|row| row.value.why.clone());
    let markers = tables.markers.iter().map(|row| {
        let name = name_of(tables, &row.value.iso3).unwrap_or(&row.value.iso3);
        format!("{name}: {}", row.value.why)
    });
    table(
        "borders",
        "Borders",
        "The map shows what the report places, on today’s borders as the map source draws them; that is no \
         statement on anybody’s claims. Hong Kong, Macau, Taiwan, Aruba, Curaçao and Sint Maarten have places of \
         their own because the report gives them one. Crimea is drawn with Ukraine, as the Department of State \
         does. Western Sahara, Greenland and other territories that the report does not place are drawn, unlike \
         any tier.",
        &[],
        shapes.chain(markers).map(|why| texts([why])).collect(),
    )
}

fn sources(tables: &Tables) -> TableRow {
    let row = |row: &SourceRow| {
        let title = match linked(row) {
            Some(url) => CellRow::Link(row.title.clone(), url),
            None => CellRow::Text(row.title.clone()),
        };
        let mut cells = vec![title];
        cells.extend(texts([row.publisher.clone(), row.kind.clone(), row.covers.clone()]));
        cells
    };
    let rows: Vec<_> = tables.sources.iter().map(|source| row(&source.value)).collect();
    let summary = format!("All {} sources", rows.len());
    let note = "We link to the report, to governments, to datasets and to copies of the report’s text; the press is \
                named and not linked.";
    TableRow {
        summary,
        ..table("sources", "Sources", note, &["Source", "Publisher", "Kind", "Covers"], rows)
    }
}

fn name_of<'a>(tables: &'a Tables, iso3: &str) -> Option<&'a String> {
    tables.entities.iter().map(|row| &row.value).find(|entity| entity.iso3 == iso3).map(|entity| &entity.name)
}

/// A text with its country codes as names: "COG 2023" becomes "Republic of the Congo 2023".
fn spelled_out(tables: &Tables, text: &str) -> String {
    let name = |word: &str| {
        let code = word.trim_end_matches([',', ';']);
        name_of(tables, code).map_or_else(|| word.to_owned(), |name| word.replacen(code, name, 1))
    };
    text.split(' ').map(name).collect::<Vec<_>>().join(" ")
}
