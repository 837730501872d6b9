//! The pages, one module each.

mod annex;
mod map;

pub use annex::AnnexPage;
pub use map::MapPage;
