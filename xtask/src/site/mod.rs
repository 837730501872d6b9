//! The release site: built by Trunk, finished and weighed here.

mod annex;
mod base;
mod card;
mod compress;
mod crawlers;
mod dist;
mod download;
mod html;
mod install;
mod names;
mod offline;
#[cfg(test)]
mod palette;
mod policy;
mod script;
mod still;
mod tokens;
mod tools;
pub mod weight;

pub use base::Base;
pub use compress::compress;
pub use dist::{Options, dist};
pub use tools::Tools;
