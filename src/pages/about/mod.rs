//! `/about`: the tiers explained, the record, downloads, how to cite.

use leptos::prelude::*;
use tip::permalink::View;

use crate::part::{Open, part};
use crate::parts::page_view::{Asked, Made, PageView};

part!(pages: Open = || view! { <PageView make=page /> }.into_any());

fn page(asked: &Asked<'_>) -> Option<Made> {
    let View::About = asked.view else { return None };
    let record = asked.store.record();
    let settled = Made::is_settled(record.as_ref().err());
    let page = page::about::page(asked.atlas, record, &format!("{}/", asked.setting.site));
    Some(Made { page, settled })
}
