//! Any address that is no page's.

use leptos::prelude::*;
use tip::permalink::View;

use crate::part::{Open, part};
use crate::parts::page_view::{Asked, Made, PageView};

part!(pages: Open = Open::of(|| view! { <PageView make=page /> }.into_any()));

fn page(asked: &Asked<'_>) -> Option<Made> {
    let View::Unknown(path) = asked.view else { return None };
    Some(Made { page: page::unknown::page(asked.atlas.words(), path), settled: true })
}
