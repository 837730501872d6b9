//! The pages, one module each.

mod about;
mod country;
mod map;
mod unknown;

pub use about::AboutPage;
pub use country::CountryPage;
pub use map::MapPage;
pub use unknown::{UnknownCountry, UnknownPage};
