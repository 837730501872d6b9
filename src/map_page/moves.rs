//! Who moved: two lists, and what else changed.

use leptos::prelude::*;
use tip::{Cell, Change, Movement};

use super::Shown;
use crate::parts::{CountryLink, Symbol};

/// The changes of the edition on show.
#[component]
pub fn Moves(shown: Shown) -> impl IntoView {
    let Shown { atlas, view, edition } = shown;
    let region = Memo::new(move |_| view.get().region);
    let changes = Memo::new(move |_| {
        let region = region.get();
        let mut changes = atlas.changes_of(edition.get());
        changes.retain(|change| region.is_none_or(|region| atlas.country(change.country).region == region));
        changes
    });
    let of = move |kind: Movement| {
        Memo::new(move |_| {
            changes.get().into_iter().filter(|change| change.movement() == kind).collect::<Vec<_>>()
        })
    };
    let list = move |name: &'static str, changes: Memo<Vec<Change>>| {
        view! {
            <section class="moves-list" hidden=move || changes.with(Vec::is_empty)>
                <h3>{name} " " <span class="count">{move || changes.with(Vec::len)}</span></h3>
                <ul>
                    {move || {
                        let year = tip::permalink::year_of(atlas, edition.get());
                        changes
                            .get()
                            .into_iter()
                            .map(|change| {
                                view! {
                                    <li data-iso3=atlas.country(change.country).code.to_string() data-tier=change.to.code()>
                                        {match year {
                                            Some(year) => view! { <CountryLink atlas country=change.country year /> }.into_any(),
                                            None => view! { <CountryLink atlas country=change.country /> }.into_any(),
                                        }}
                                        <FromTo from=change.from to=change.to />
                                    </li>
                                }
                            })
                            .collect_view()
                    }}
                </ul>
            </section>
        }
    };
    view! {
        <section class="moves">
            <h2>{move || match edition.get().previous() {
                Some(previous) => format!("What moved since {}", atlas.year(previous)),
                None => "The first edition: nothing to compare it with".to_owned(),
            }}</h2>
            <div class="moves-lists">
                {list("Moved up", of(Movement::Upgrade))}
                {list("Moved down", of(Movement::Downgrade))}
                {list("To or from Special Case", of(Movement::Reclassified))}
                {list("Placed, and not before", of(Movement::Entered))}
                {list("No longer placed", of(Movement::Left))}
            </div>
        </section>
    }
}

/// "from → to", as symbols with the tiers' names.
#[component]
fn FromTo(from: Cell, to: Cell) -> impl IntoView {
    let end = |cell: Cell| {
        view! {
            <span class="end" data-tier=cell.code()>
                <Symbol tier=cell.tier() />
                {cell.tier().map_or("none", |tier| tier.short_name())}
            </span>
        }
    };
    view! {
        <span class="from-to">
            {end(from)} <span class="arrow" aria-label="to" role="img">"→"</span> {end(to)}
        </span>
    }
}
