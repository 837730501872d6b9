//! What the keys mean while the map has the focus.

use chart::map::Direction;
use web_sys::KeyboardEvent;

/// What a key asks for.
pub enum Meaning {
    /// The next country that way.
    Towards(Direction),
    /// The page of the country in focus.
    Open,
    /// A closer look.
    Enlarge,
    /// A wider look.
    Reduce,
    /// The whole map.
    Whole,
    /// The first country by name, or the last.
    End {
        /// Whether the last.
        last: bool,
    },
    /// A country by the beginning of its name.
    Letter(String),
}

/// The meaning of a key; `None` for those that are the browser's.
pub fn meaning(event: &KeyboardEvent) -> Option<Meaning> {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return None;
    }
    Some(match event.key().as_str() {
        "ArrowLeft" => Meaning::Towards(Direction::West),
        "ArrowRight" => Meaning::Towards(Direction::East),
        "ArrowUp" => Meaning::Towards(Direction::North),
        "ArrowDown" => Meaning::Towards(Direction::South),
        "Enter" | " " => Meaning::Open,
        "+" | "=" => Meaning::Enlarge,
        "-" => Meaning::Reduce,
        "0" => Meaning::Whole,
        "Home" => Meaning::End { last: false },
        "End" => Meaning::End { last: true },
        letter if letter.chars().count() == 1 && letter.chars().all(char::is_alphabetic) => {
            Meaning::Letter(letter.to_owned())
        }
        _ => return None,
    })
}
