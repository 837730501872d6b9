//! Tier Atlas drawn, as plain values: what the pages put into SVG nodes, what static pages and share
//! cards will put into files. No browser, no Leptos; every function is pure.
//!
//! - [`map`]: the world map's shapes, boxes, frames and neighbours.
//! - [`timeline`]: the step chart of a country, drawn by plotters.
//! - [`lines`]: the step lines of several countries.
//! - [`stack`]: how many countries are on each tier, over all editions.
//! - [`plane`]: what the charts over editions share.
//! - [`distribution`]: the columns of all editions under the year control.
//! - [`shape`]: the shapes themselves, and the plotters backend that collects them.
//! - [`symbol`]: one symbol a tier, the same wherever a tier is shown.

mod axis;
mod backend;
pub mod distribution;
pub mod lines;
pub mod map;
pub mod number;
pub mod outcomes;
pub mod plane;
pub mod shape;
pub mod stack;
pub mod symbol;
pub mod timeline;
