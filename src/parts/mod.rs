//! Small parts that more than one page is made of.

mod copy_link;
mod take_along;

use dom::closest;

pub use copy_link::CopyLink;
pub use take_along::TakeAlong;

/// Whether a click asks to fetch a file again.
pub fn asks_again(event: &web_sys::Event) -> bool {
    closest(event, "[data-again]").is_some()
}
