//! The pages, a folder each, named as its address. Each is a part of the program.

pub mod about;
pub mod changes;
pub mod compare;
pub mod consequences;
pub mod country;
pub mod map;
pub mod search;
pub mod trends;
pub mod unknown;
pub mod watch_list;

use tip::permalink::{EmbedView, Embedded, View};

use crate::part::Name;

/// The part that shows a view. `/embed` is a map or a country without the shell around it.
pub fn of(view: &View) -> Name {
    match view {
        View::Map(_) | View::Embed(EmbedView { shows: Embedded::Map(_), .. }) => Name::Map,
        View::Country(..) | View::Embed(EmbedView { shows: Embedded::Country(_), .. }) => Name::Country,
        View::Compare(_) => Name::Compare,
        View::Changes(_) => Name::Changes,
        View::Consequences(_) => Name::Consequences,
        View::WatchList(_) => Name::WatchList,
        View::Trends(_) => Name::Trends,
        View::Search(_) => Name::Search,
        View::About | View::EmbedAbout => Name::About,
        View::Unknown(_) => Name::Unknown,
    }
}
