//! The release site: built by Trunk, finished and weighed here.

mod annex;
mod dist;
mod html;
#[cfg(test)]
mod palette;
mod policy;
mod script;
mod still;
pub mod weight;

pub use dist::{Base, dist};
