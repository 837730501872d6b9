//! Small parts that more than one page is made of.

mod copy_link;
mod states;

pub use copy_link::CopyLink;
pub use states::{Failure, Loading};
