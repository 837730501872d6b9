//! Which code each part of the program is.

use crate::part::{Fetch, Name};
use crate::{pages, parts, shell};

/// Fetches the part of a name.
pub fn fetch(name: Name) -> Fetch {
    match name {
        Name::Map => Box::pin(pages::map::part()),
        Name::Country => Box::pin(pages::country::part()),
        Name::Compare => Box::pin(pages::compare::part()),
        Name::Changes => Box::pin(pages::changes::part()),
        Name::Consequences => Box::pin(pages::consequences::part()),
        Name::WatchList => Box::pin(pages::watch_list::part()),
        Name::Trends => Box::pin(pages::trends::part()),
        Name::Search => Box::pin(pages::search::part()),
        Name::About => Box::pin(pages::about::part()),
        Name::Unknown => Box::pin(pages::unknown::part()),
        Name::Table => Box::pin(pages::map::table::part()),
        Name::Highlight => Box::pin(pages::map::highlight::part()),
        Name::Share => Box::pin(parts::share::part()),
        Name::Keys => Box::pin(shell::keyboard_help::part()),
    }
}
