//! The law on the Tier 2 Watch List by date: which rule holds for an edition, what it says of the next one, and what the record
//! shows of it.
//!
//! Section 110 of the Trafficking Victims Protection Act of 2000 (TVPA) is 22 U.S.C. 7107. Every rule names the act that
//! made it, and where that was read.

mod rules;

use crate::{Atlas, Cell, Consequences, CountryId, EditionId, Region, Tier};
pub use rules::{Act, CHANGED, COUNTED_SINCE, RULES, Rule, RuleId, rule};

/// A country's consecutive editions on the Watch List, as of an edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stay {
    /// The first of them.
    pub first: EditionId,
    /// How many there are, all told.
    pub editions: usize,
    /// How many of them count for the automatic downgrade: those since 2009.
    pub counted: usize,
    /// Whether a stay before the last one on Tier 3 had been extended by a waiver: whether such a stay counts for
    /// [`RuleId::OneYear`] the act does not say.
    pub earlier: bool,
    /// Whether it may have begun earlier than our record shows.
    pub open: bool,
    /// Whether it came back from Tier 3 after a stay that a waiver had extended, so that it may stay for one edition only.
    pub returned: bool,
}

/// What the law says of the edition after this one for a country on the Watch List, unless it is upgraded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Prospect {
    /// Tier 3: no waiver is left.
    Tier3,
    /// Tier 3: it came back from there, and may stay for one edition only.
    OneYear,
    /// Tier 3, unless the Secretary of State waives it.
    Tier3OrWaiver,
    /// Nothing yet: it may stay on the Watch List for a second edition.
    MayStay,
}

impl Prospect {
    /// All of them, the hardest first.
    pub const ALL: [Prospect; 4] =
        [Prospect::Tier3, Prospect::OneYear, Prospect::Tier3OrWaiver, Prospect::MayStay];

    /// The name in files.
    pub const fn name(self) -> &'static str {
        match self {
            Prospect::Tier3 => "tier_3_unless_upgraded",
            Prospect::OneYear => "tier_3_unless_upgraded_one_year_only",
            Prospect::Tier3OrWaiver => "tier_3_unless_upgraded_or_waived",
            Prospect::MayStay => "may_stay",
        }
    }

    /// Whether the next edition decides: it cannot stay without a waiver.
    pub const fn decides(self) -> bool {
        !matches!(self, Prospect::MayStay)
    }

    /// The rule that says so, for the edition after `edition`.
    pub const fn rule(self, edition: u16) -> RuleId {
        match self {
            Prospect::OneYear => RuleId::OneYear,
            Prospect::Tier3 if edition + 1 < CHANGED => RuleId::TwoYearWaiver,
            Prospect::Tier3 => RuleId::OneYearWaiver,
            Prospect::Tier3OrWaiver | Prospect::MayStay => RuleId::Downgrade,
        }
    }
}

/// For how many editions a waiver may hold a country on the Watch List, by the law on an edition.
pub const fn waivers_allowed(edition: u16) -> usize {
    if edition < CHANGED { 2 } else { 1 }
}

/// A country's stay on the Watch List as of an edition; `None` where it is not on it.
pub fn stay(atlas: &Atlas, country: CountryId, edition: EditionId) -> Option<Stay> {
    let timeline = atlas.timeline(country);
    let run = timeline.streak(edition).filter(|run| run.tier == Tier::TwoWatchList)?;
    let counted = |first: EditionId, last: EditionId| {
        let since = atlas.year(first).max(COUNTED_SINCE);
        usize::from((atlas.year(last) + 1).saturating_sub(since))
    };
    // The run just before on Tier 3, and the one just before that on the Watch List, extended by a waiver.
    let just_before = |first: EditionId, tier: Tier| {
        timeline.run_before(first).filter(|run| run.tier == tier && Some(run.last) == first.previous())
    };
    let extended = just_before(run.first, Tier::Three)
        .and_then(|on_three| just_before(on_three.first, Tier::TwoWatchList))
        .is_some_and(|before| counted(before.first, before.last) > 2);
    // Any stay before it that a waiver had extended, with Tier 3 since.
    let earlier = timeline.runs().iter().filter(|one| one.last < run.first).any(|one| {
        one.tier == Tier::TwoWatchList
            && counted(one.first, one.last) > 2
            && timeline
                .runs()
                .iter()
                .any(|later| later.tier == Tier::Three && later.first > one.last && later.last < run.first)
    });
    Some(Stay {
        first: run.first,
        editions: run.len(),
        counted: counted(run.first, edition),
        open: run.open && atlas.year(run.first) > COUNTED_SINCE,
        returned: extended,
        earlier: earlier && !extended,
    })
}

/// What the law says of the edition after this one; `None` for a country that is not on the Watch List, for one whose stay may
/// have begun earlier than our record shows, and for the editions before the automatic downgrade.
pub fn prospect(atlas: &Atlas, country: CountryId, edition: EditionId) -> Option<Prospect> {
    let stay = stay(atlas, country, edition)?;
    let next = atlas.year(edition) + 1;
    if next < rule(RuleId::Downgrade).first || stay.open {
        return None;
    }
    Some(match stay.counted {
        _ if stay.returned && next >= rule(RuleId::OneYear).first => Prospect::OneYear,
        counted if counted >= 2 + waivers_allowed(next) => Prospect::Tier3,
        counted if counted >= 2 => Prospect::Tier3OrWaiver,
        _ => Prospect::MayStay,
    })
}

/// What became of a country for which an edition decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Result {
    /// Tier 3, as the law says.
    Fell,
    /// A better tier.
    Upgraded,
    /// On the Watch List by a waiver that a source states.
    WaivedAsStated,
    /// On the Watch List, which only a waiver allows; no source in our record states it.
    WaivedAsImplied,
    /// On the Watch List though no waiver was left.
    Contradiction,
    /// A Special Case, or not in that edition.
    Outside,
}

impl Result {
    /// All of them.
    pub const ALL: [Result; 6] = [
        Result::Fell,
        Result::Upgraded,
        Result::WaivedAsStated,
        Result::WaivedAsImplied,
        Result::Contradiction,
        Result::Outside,
    ];
}

/// What an edition did with a country for which it decided; `None` for any other country, and where our record lacks it.
pub fn result(
    atlas: &Atlas,
    consequences: &Consequences,
    country: CountryId,
    edition: EditionId,
) -> Option<Result> {
    let prospect = prospect(atlas, country, edition.previous()?).filter(|prospect| prospect.decides())?;
    let (code, year) = (atlas.country(country).code, atlas.year(edition));
    Some(match atlas.cell(country, edition) {
        Cell::Placed(Tier::Three) => Result::Fell,
        Cell::Placed(Tier::TwoWatchList) if prospect != Prospect::Tier3OrWaiver => Result::Contradiction,
        Cell::Placed(Tier::TwoWatchList) => match consequences.waiver(code, year) {
            Some(_) => Result::WaivedAsStated,
            None => Result::WaivedAsImplied,
        },
        Cell::Placed(Tier::One | Tier::Two) => Result::Upgraded,
        Cell::Placed(Tier::SpecialCase) | Cell::NotInEdition => Result::Outside,
        Cell::NotInRecord => return None,
    })
}

/// The countries for which an edition decided, with what became of each, by name.
pub fn decided(
    atlas: &Atlas,
    consequences: &Consequences,
    edition: EditionId,
    region: Option<Region>,
) -> Vec<(CountryId, Result)> {
    atlas
        .countries()
        .iter()
        .filter(|country| region.is_none_or(|region| country.region == region))
        .filter_map(|country| Some((country.id, result(atlas, consequences, country.id, edition)?)))
        .collect()
}

/// The editions of a country's stay that a waiver accounts for, oldest first, each with whether a source states it.
pub fn waivers(
    atlas: &Atlas,
    consequences: &Consequences,
    country: CountryId,
    edition: EditionId,
) -> Vec<(EditionId, bool)> {
    let Some(stay) = stay(atlas, country, edition) else { return Vec::new() };
    let within =
        atlas.editions().iter().map(|about| about.id).filter(|id| (stay.first..=edition).contains(id));
    within
        .filter_map(|id| match result(atlas, consequences, country, id)? {
            Result::WaivedAsStated => Some((id, true)),
            Result::WaivedAsImplied => Some((id, false)),
            _ => None,
        })
        .collect()
}

/// A country's stay on the Watch List, from its first to its last edition.
pub type Span = (CountryId, EditionId, EditionId);

/// The stays of more than one edition, since the 2019 edition, of countries that some time before had a stay extended by a waiver
/// and then were on Tier 3: what would be against [`RuleId::OneYear`] if any earlier stay counted, and not only the one just
/// before Tier 3. By name, then by edition.
pub fn returned_and_stayed(atlas: &Atlas) -> Vec<Span> {
    let mut spans = Vec::new();
    for country in atlas.countries() {
        let timeline = atlas.timeline(country.id);
        let mut extended = false;
        let mut returned = false;
        for run in timeline.runs() {
            match run.tier {
                Tier::TwoWatchList => {
                    if returned && run.len() > 1 && atlas.year(run.last) >= rule(RuleId::OneYear).first {
                        spans.push((country.id, run.first, run.last));
                    }
                    let since = atlas.year(run.first).max(COUNTED_SINCE);
                    extended |= atlas.year(run.last) + 1 > since + 2;
                }
                Tier::Three => returned |= extended,
                _ => {}
            }
        }
    }
    spans
}

#[cfg(test)]
mod tests;
