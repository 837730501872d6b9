//! `/country/KOR`: one country's placement, timeline, findings and excerpts; and its timeline in another site's frame.

use leptos::prelude::*;
use page::State;
use tip::permalink::{EmbedView, Embedded, View};

use crate::part::{Open, part};
use crate::parts::page_view::{Asked, Made, PageView};
use crate::store::Store;

part!(country: Open = Open { show: || view! { <PageView make=page /> }.into_any(), needs });

fn needs(view: &View, store: Store) -> Result<(), State> {
    match view {
        View::Country(view, _) => store.dossier(view.code).map(drop),
        _ => Ok(()),
    }
}

fn page(asked: &Asked<'_>) -> Option<Made> {
    let (atlas, setting) = (asked.atlas, asked.setting);
    let words = atlas.words();
    let of = |code| atlas.find(code).ok_or_else(|| page::unknown::country(words, code));
    let made = match asked.view {
        View::Country(view, sought) => of(view.code).map(|country| {
            let dossier = asked.store.dossier(view.code);
            let settled = Made::is_settled(dossier.as_ref().err());
            let page = page::country::page(atlas, country, (*view, sought), dossier, setting);
            Made { page, settled }
        }),
        View::Embed(frame @ EmbedView { shows: Embedded::Country(view), .. }) => {
            of(view.code).map(|country| {
                let page = page::country::embedded(atlas, country, *view, *frame, setting.width);
                Made { page, settled: true }
            })
        }
        _ => return None,
    };
    Some(made.unwrap_or_else(|page| Made { page, settled: true }))
}
