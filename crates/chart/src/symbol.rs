//! One symbol a tier, the same wherever a tier is shown: in the legend, in strips, charts, tables, on the
//! map. Colour is never the only thing that tells tiers apart.

use tip::Tier;

/// The symbol as SVG path data around the origin, from −1 to 1: a disc, a square, a triangle, a diamond, a
/// cross; a bar for no placement.
pub const fn path(tier: Option<Tier>) -> &'static str {
    match tier {
        Some(Tier::One) => "M-.9 0A.9 .9 0 1 1 .9 0A.9 .9 0 1 1-.9 0Z",
        Some(Tier::Two) => "M-.8-.8H.8V.8H-.8Z",
        Some(Tier::TwoWatchList) => "M0-.95 1 .8H-1Z",
        Some(Tier::Three) => "M0-1.1 1.1 0 0 1.1-1.1 0Z",
        Some(Tier::SpecialCase) => "M-.33-1H.33V-.33H1V.33H.33V1H-.33V.33H-1V-.33H-.33Z",
        None => "M-.7-.16H.7V.16H-.7Z",
    }
}
