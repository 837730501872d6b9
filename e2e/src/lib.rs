//! A browser and a static server for the built site.
//!
//! `cargo xtask test` and `cargo xtask bench` build the site and start ChromeDriver; they tell by
//! `TIER_ATLAS_DIST` and `TIER_ATLAS_DRIVER` where.

mod page;
mod server;

pub use page::{Page, open, open_with_letters};
pub use server::{Fault, Server};
