//! All tables as one workbook (XLSX): a sheet a table, typed, and a sheet that says what the columns mean.

use anyhow::{Context, Result};
use record::Tables;
use record::tables::DictionaryRow;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet};
use serde_json::{Map, Value};
use tip::export::{self, Cell, Table};

use super::PLACEMENTS;

/// What a cell of Excel holds at most, in characters.
const LONGEST: usize = 32_767;

/// How wide columns are at most, in characters.
const WIDEST: usize = 60;

/// The workbook. `all` are the tables by name, their rows as objects; `readme` is the text for people.
///
/// # Errors
/// Where Excel has no room for something.
pub fn workbook(
    tables: &Tables,
    placements: &Table,
    all: &Map<String, Value>,
    readme: &str,
) -> Result<Vec<u8>> {
    let mut workbook = Workbook::new();
    // The time of the build would make two builds differ.
    let made = ExcelDateTime::from_ymd(2001, 1, 1)?;
    let about = DocProperties::new()
        .set_title("Tier placements of the Trafficking in Persons Report")
        .set_author("Tier Atlas")
        .set_comment(format!("Data version {}", tables.version))
        .set_creation_datetime(&made);
    workbook.set_properties(&about);
    let head = Format::new().set_bold();

    let sheet = workbook.add_worksheet().set_name("Read me")?;
    sheet.set_column_width(0, 110)?;
    for (row, line) in (0u32..).zip(readme.lines()) {
        sheet.write_string(row, 0, line)?;
    }

    let dictionary: Vec<&DictionaryRow> = tables.dictionary.iter().map(|row| &row.value).collect();
    let sheet = workbook.add_worksheet().set_name("Columns")?;
    let described = placements.columns.iter().map(|name| {
        let column = export::column(name);
        [PLACEMENTS, column.name, column.kind, column.meaning]
    });
    let fields = dictionary.iter().filter(|row| !row.field.is_empty()).map(|row| {
        let sheet = row.file.split('.').next().unwrap_or_default();
        [sheet, row.field.as_str(), row.kind.as_str(), row.meaning.as_str()]
    });
    heading(sheet, ["sheet", "column", "type", "meaning"].into_iter(), &head)?;
    let mut rows = 0;
    for (row, cells) in (1u32..).zip(described.chain(fields)) {
        for (column, text) in (0u16..).zip(cells) {
            sheet.write_string(row, column, text)?;
        }
        rows = row;
    }
    finished(sheet, rows, 4, &[14, 20, 10, 100])?;

    let sheet = workbook.add_worksheet().set_name(PLACEMENTS)?;
    heading(sheet, placements.columns.iter().copied(), &head)?;
    for (row, cells) in (1u32..).zip(&placements.rows) {
        for (column, cell) in (0u16..).zip(cells) {
            match cell {
                Cell::Text(text) => sheet.write_string(row, column, text)?,
                Cell::Number(number) => sheet.write_number(row, column, f64::from(*number))?,
                Cell::Empty => continue,
            };
        }
    }
    finished(sheet, u32::try_from(placements.rows.len())?, 7, &[8, 28, 26, 9, 6, 24, 40])?;

    let date = Format::new().set_num_format("yyyy-mm-dd");
    for (name, rows) in all {
        let fields: Vec<&&DictionaryRow> = dictionary
            .iter()
            .filter(|row| row.file.split('.').next() == Some(name) && !row.field.is_empty())
            .collect();
        let rows = rows.as_array().context("a table is a list of rows")?;
        let sheet = workbook.add_worksheet().set_name(name)?;
        heading(sheet, fields.iter().map(|field| field.field.as_str()), &head)?;
        let mut widths: Vec<usize> = fields.iter().map(|field| field.field.len() + 3).collect();
        for (row, values) in (1u32..).zip(rows) {
            for ((column, field), width) in (0u16..).zip(&fields).zip(&mut widths) {
                let text = match &values[&field.field] {
                    Value::Null => continue,
                    Value::Number(number) => {
                        sheet.write_number(row, column, number.as_f64().unwrap_or_default())?;
                        continue;
                    }
                    Value::String(text) => text.clone(),
                    Value::Array(list) => list
                        .iter()
                        .map(|one| one.as_str().map_or_else(|| one.to_string(), str::to_owned))
                        .collect::<Vec<_>>()
                        .join("; "),
                    other => other.to_string(),
                };
                *width = (*width).max(text.chars().count() + 1).min(WIDEST);
                match tip::Date::parse(&text).filter(|_| field.kind == "date") {
                    Some(_) => {
                        let day = ExcelDateTime::parse_from_str(&text)?;
                        sheet.write_datetime_with_format(row, column, &day, &date)?
                    }
                    None => {
                        sheet.write_string(row, column, text.chars().take(LONGEST).collect::<String>())?
                    }
                };
            }
        }
        let widths: Vec<u16> = widths.into_iter().map(|width| u16::try_from(width).unwrap_or(60)).collect();
        finished(sheet, u32::try_from(rows.len())?, u16::try_from(fields.len())?, &widths)?;
    }
    Ok(workbook.save_to_buffer()?)
}

/// The names of the columns, in bold.
fn heading<'a>(sheet: &mut Worksheet, names: impl Iterator<Item = &'a str>, bold: &Format) -> Result<()> {
    for (column, name) in (0u16..).zip(names) {
        sheet.write_string_with_format(0, column, name, bold)?;
    }
    Ok(())
}

/// The heading stays in sight, and columns can be filtered.
fn finished(sheet: &mut Worksheet, rows: u32, columns: u16, widths: &[u16]) -> Result<()> {
    sheet.set_freeze_panes(1, 0)?;
    sheet.autofilter(0, 0, rows, columns.saturating_sub(1))?;
    for (column, width) in (0u16..).zip(widths) {
        sheet.set_column_width(column, *width)?;
    }
    Ok(())
}
