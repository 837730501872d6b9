//! The release site: built by Trunk, finished and weighed here.

mod dist;
mod html;
pub mod weight;

pub use dist::{Base, dist};
