//! The release site: the program, the pages, what programs ask for; and what they weigh.

mod base;
mod card;
mod compress;
mod crawlers;
mod dist;
mod document;
mod download;
mod install;
mod markup;
mod names;
mod offline;
#[cfg(test)]
mod palette;
mod policy;
mod program;
mod short_names;
mod static_pages;
mod tokens;
mod tools;
pub mod weight;

pub use base::Base;
pub use compress::compress;
pub use dist::{Options, STEPS, dist, dist_in};
pub use tools::Tools;
