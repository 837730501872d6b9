//! What the pages say, as trees of plain nodes.
//!
//! Everything a reader reads that does not answer to them by itself is made here, natively testable and
//! without a browser: the app puts the nodes into its pages, static pages are made from the same. What
//! answers (controls, the map's camera, the search) is in the app.
//!
//! It also keeps the download small: a tree of one type is put into the DOM by one function, where a view of
//! a UI framework is a type, and code, of its own for each place.

pub mod about;
pub mod card;
pub mod changes;
pub mod compare;
pub mod consequences;
pub mod country;
pub mod edition;
pub mod embedding;
pub mod figure;
mod followed;
mod frame;
pub mod highlight;
pub mod map;
mod node;
pub mod parts;
pub mod passages;
mod pickers;
pub mod picture;
pub mod search;
pub mod share;
pub mod shell;
pub mod static_page;
pub mod trends;
pub mod unknown;
mod waiting;
pub mod watch_list;
pub mod year;

pub use frame::{COPY_TEXT, NODES, Page, STATUS, Setting, TEXT_BY_HAND, WIDTH, frame};
pub use node::{Element, Node, el};
pub use waiting::{LoadMessages, State, waiting};
