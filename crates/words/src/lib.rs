//! All words of the interface, in its languages.
//!
//! English is compiled in, message by message: what a build does not use is not in it. The other languages are
//! files that the page fetches (`assets/words/ko.json`, made by `xtask` from `text/`), so that they cost
//! nobody anything who does not read them.
//!
//! No crate of the usual ones: Fluent with its rules and its locale data would cost more bytes than a quarter of
//! all the rest of the first view; what four languages need of it is in `catalogue.rs`.

mod catalogue;
mod lang;
mod message;
mod numbers;

/// The messages, made from `text/en.txt`.
pub mod text {
    use crate::Message;
    include!(concat!(env!("OUT_DIR"), "/text.rs"));
}

pub use catalogue::{names, read};
pub use lang::Lang;
pub use message::{Arg, Fills, Message, Words, agree, fingerprint};
pub use numbers::capitalised;

/// A message of the atlas in words: `say!(words, YEAR_EDITION, year = 2025)`. A message that is not there, a name too
/// many or too few stops the build.
#[macro_export]
macro_rules! say {
    ($words:expr, $key:ident $(, $name:ident = $value:expr)* $(,)?) => {{
        const MESSAGE: $crate::Message = $crate::text::$key;
        const NAMES: &[&str] = &[$(stringify!($name)),*];
        const { assert!($crate::agree(MESSAGE.names, NAMES), "names of the message and names given") };
        $words.fill(MESSAGE.at, MESSAGE.english, NAMES, &[$($crate::Fills::arg(&$value)),*])
    }};
}
