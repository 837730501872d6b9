//! The importer: the official report, as a person has saved it, read into a proposal for `data/`.
//!
//! Nothing is guessed, and nothing is overwritten: what cannot be read for sure is listed, what `data/` has otherwise is shown
//! beside it. A proposal changes nothing until it is accepted.
//!
//! Files become documents (blocks of text, and the edition that each says it is of), documents become narratives, narratives
//! are given to countries, and what they say becomes a proposal.

mod accept;
pub mod document;
mod fetch;
pub mod figures;
pub mod files;
pub mod heading;
mod names;
pub mod narrative;
mod proposal;
mod reading;
mod rehearse;
#[cfg(test)]
mod tests;
mod text;

pub use accept::accept;
pub use fetch::fetch;
pub use names::{Adjective, Names};
pub use proposal::{Assigned, Found, Placed, Proposal, Quoted, Source, assign, proposal, review, tables};
pub use reading::{Edition, Editions, editions};
pub use rehearse::rehearsed;
