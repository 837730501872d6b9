//! `/trends`: countries on each tier over time; every country, every edition.

use leptos::prelude::*;
use tip::permalink::View;

use crate::part::{Open, part};
use crate::parts::page_view::{Asked, Made, PageView};

part!(pages: Open = Open::of(|| view! { <PageView make=page /> }.into_any()));

fn page(asked: &Asked<'_>) -> Option<Made> {
    let View::Trends(view) = asked.view else { return None };
    Some(Made { page: page::trends::page(asked.atlas, view, asked.setting), settled: true })
}
