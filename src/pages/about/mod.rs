//! `/about`: the tiers explained, the record, downloads, how to cite. `/embed/about`: how a view is put into another site's page.

use leptos::prelude::*;
use page::State;
use tip::permalink::View;

use crate::part::{Open, part};
use crate::parts::page_view::{Asked, Made, PageView};
use crate::store::Store;

part!(pages: Open = Open { show: || view! { <PageView make=page /> }.into_any(), needs });

fn needs(view: &View, store: Store) -> Result<(), State> {
    if matches!(view, View::EmbedAbout) { Ok(()) } else { store.record().map(drop) }
}

fn page(asked: &Asked<'_>) -> Option<Made> {
    if matches!(asked.view, View::EmbedAbout) {
        return Some(Made { page: page::embedding::page(asked.atlas, asked.setting), settled: true });
    }
    let View::About = asked.view else { return None };
    let record = asked.store.record();
    let settled = Made::is_settled(record.as_ref().err());
    let site = &asked.setting.site;
    let origin = if site.is_empty() { String::new() } else { format!("{site}/") };
    let page = page::about::page(asked.atlas, record, &origin);
    Some(Made { page, settled })
}
