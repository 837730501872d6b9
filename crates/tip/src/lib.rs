//! The domain of Tier Atlas: what the Trafficking in Persons (TIP) Report says, edition by edition.
//!
//! Pure Rust. Nothing here knows of a browser, of Leptos or of files on disk: text comes in as JSON
//! strings ([`Atlas::from_json`], [`Dossier::from_json`], [`Record::from_json`]) and everything a page
//! says of a country or an edition goes out as plain values and sentences.
//!
//! Nothing outside this crate decides what an upgrade is ([`Movement`]) or how a view is written as a
//! link ([`permalink`]).

mod atlas;
mod code;
pub mod compare;
pub mod consequences;
mod counts;
mod date;
mod dossier;
pub mod export;
pub mod file;
pub mod json;
pub mod law;
mod load;
mod movement;
pub mod passages;
pub mod permalink;
mod placement;
mod reasons;
mod record;
mod region;
pub mod search;
pub mod sentence;
pub mod similar;
mod sorted;
mod sources;
pub mod streaks;
mod tier;
mod timeline;
pub mod transitions;

pub use atlas::{Atlas, Country, CountryId, Edition, EditionId};
pub use code::Code;
pub use consequences::{Consequences, List, Outcome};
pub use counts::Counts;
pub use date::Date;
pub use dossier::{Confidence, Determination, Dossier, Excerpt, Finding, Provenance, Source};
pub use load::{LoadError, read};
pub use movement::{Change, Movement};
pub use placement::Cell;
pub use reasons::Reasons;
pub use record::Record;
pub use region::Region;
pub use sorted::sorted;
pub use sources::Sources;
pub use tier::{Tier, TierSet};
pub use timeline::{Run, Timeline};
