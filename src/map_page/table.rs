//! The table of an edition: the same facts as the map.

use std::cmp::Reverse;

use leptos::prelude::*;
use tip::{Atlas, Cell, Country, EditionId, Tier, sentence};

use super::Shown;
use crate::parts::{CountryLink, TierChip};

/// What the table is sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Name,
    Region,
    Tier,
    Streak,
    LastChange,
}

impl Column {
    const ALL: [Column; 5] = [Column::Name, Column::Region, Column::Tier, Column::Streak, Column::LastChange];

    const fn heading(self) -> &'static str {
        match self {
            Column::Name => "Country or territory",
            Column::Region => "Region",
            Column::Tier => "Tier",
            Column::Streak => "Editions on it",
            Column::LastChange => "Last change",
        }
    }
}

/// A country in an edition.
#[derive(Clone, PartialEq)]
struct Row {
    country: &'static Country,
    cell: Cell,
    streak: usize,
    last_change: u16,
    change: String,
}

impl Row {
    fn new(atlas: &'static Atlas, country: &'static Country, edition: EditionId) -> Row {
        let streak = atlas.timeline(country.id).streak(edition);
        let (last_change, change) = match streak {
            // Before the first edition of the record there was nothing to change from.
            Some(run) if run.first.previous().is_some() => {
                (atlas.year(run.first), sentence::change(atlas, country.id, run.first))
            }
            _ => (0, String::new()),
        };
        Row {
            country,
            cell: atlas.cell(country.id, edition),
            streak: streak.map_or(0, |run| run.len()),
            last_change,
            change,
        }
    }

    /// Best tier first, countries without a placement last.
    fn rank(&self) -> usize {
        self.cell.tier().map_or(Tier::ALL.len(), Tier::index)
    }
}

/// Every country of the edition, as the legend and the region filter them.
#[component]
pub fn EditionTable(shown: Shown) -> impl IntoView {
    let Shown { atlas, view, edition } = shown;
    let sort = RwSignal::new((Column::Name, false));
    let rows = Memo::new(move |_| {
        let (view, edition) = (view.get(), edition.get());
        let mut rows: Vec<Row> = atlas
            .countries()
            .iter()
            .filter(|country| view.region.is_none_or(|region| country.region == region))
            .map(|country| Row::new(atlas, country, edition))
            .filter(|row| match row.cell.tier() {
                Some(tier) => view.tiers.shows(tier),
                None => view.tiers.is_empty(),
            })
            .collect();
        let (column, backwards) = sort.get();
        // The rows come by name, and sorting keeps the order of equals.
        match column {
            Column::Name => {}
            Column::Region => rows.sort_by_key(|row| row.country.region),
            Column::Tier => rows.sort_by_key(Row::rank),
            Column::Streak => rows.sort_by_key(|row| Reverse(row.streak)),
            Column::LastChange => rows.sort_by_key(|row| Reverse(row.last_change)),
        }
        if backwards {
            rows.reverse();
        }
        rows
    });
    let heading = move |column: Column| {
        let direction = move || match sort.get() {
            (by, backwards) if by == column => Some(if backwards { "descending" } else { "ascending" }),
            _ => None,
        };
        let on_click = move |_| {
            sort.update(|(by, backwards)| (*by, *backwards) = (column, *by == column && !*backwards))
        };
        view! {
            <th scope="col" aria-sort=direction>
                <button type="button" on:click=on_click>
                    {column.heading()}
                    <span class="sort" aria-hidden="true">
                        {move || match direction() {
                            Some("ascending") => "▲",
                            Some(_) => "▼",
                            None => "",
                        }}
                    </span>
                </button>
            </th>
        }
    };
    let caption = move || {
        let n = rows.with(|rows| rows.iter().filter(|row| row.cell.tier().is_some()).count());
        format!("The {} edition: {n} countries and territories", atlas.year(edition.get()))
    };
    view! {
        <div class="measure table-scroll" role="region" tabindex="0" aria-label="Table of the edition">
            <table class="edition-table">
                <caption>{caption}</caption>
                <thead>
                    <tr>{Column::ALL.map(heading).collect_view()}</tr>
                </thead>
                <tbody>
                    {move || {
                        let year = tip::permalink::year_of(atlas, edition.get());
                        rows.get()
                            .into_iter()
                            .map(|row| table_row(atlas, row, year, edition.get_untracked()))
                            .collect_view()
                    }}
                </tbody>
            </table>
        </div>
    }
}

fn table_row(atlas: &'static Atlas, row: Row, year: Option<u16>, edition: EditionId) -> impl IntoView {
    let country = row.country;
    let unsourced = atlas.is_unsourced(country.id, edition);
    view! {
        <tr data-iso3=country.code.to_string() data-tier=row.cell.code()>
            <th scope="row">
                {match year {
                    Some(year) => view! { <CountryLink atlas country=country.id year /> }.into_any(),
                    None => view! { <CountryLink atlas country=country.id /> }.into_any(),
                }}
            </th>
            <td>{country.region.name()}</td>
            <td>
                <TierChip cell=row.cell unsourced />
            </td>
            <td class="figure">{if row.streak > 0 { row.streak.to_string() } else { "–".to_owned() }}</td>
            <td>
                {if row.change.is_empty() {
                    "–".to_owned()
                } else {
                    format!("{}: {}", row.last_change, row.change)
                }}
            </td>
        </tr>
    }
}
