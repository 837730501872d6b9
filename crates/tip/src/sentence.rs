//! The sentences that a reporter would quote. Every page, card and screen reader gets its words here.

use crate::words::{capitalised, count, editions, list, ordinal};
use crate::{Atlas, Cell, CountryId, Edition, EditionId, Movement, Region, Run, Tier, Timeline};

/// Where a country stands in an edition and how it got there, in one or two sentences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// The sentence to quote: "North Korea: Tier 3 for the 22nd consecutive edition."
    pub lead: String,
    /// How the present run began, where the lead does not say it: "It returned to Tier 1 in the 2024
    /// edition after two editions on Tier 2."
    pub background: Option<String>,
}

impl Statement {
    /// Both sentences.
    pub fn text(&self) -> String {
        match &self.background {
            Some(background) => format!("{} {background}", self.lead),
            None => self.lead.clone(),
        }
    }
}

/// The statement on a country as of an edition.
pub fn statement(atlas: &Atlas, country: CountryId, edition: EditionId) -> Statement {
    let timeline = atlas.timeline(country);
    let name = &atlas.country(country).name;
    let subject = capitalised(&atlas.country(country).name_in_a_sentence());
    let Some(run) = timeline.streak(edition) else {
        let lead = absent(atlas, &timeline, &subject, edition);
        return Statement { lead, background: None };
    };
    if run.first == edition {
        let lead = format!("{subject} {}", arrival(atlas, &timeline, run));
        return Statement { lead, background: None };
    }
    let standing = run.tier.name();
    // A gap within the history may hide a part of the run; before its first placement nothing is hidden
    // that the background does not tell.
    let gap = run.open && timeline.run_before(run.first).is_some();
    let within = if gap { " in our record" } else { "" };
    let lead = if run.first.index() == 0 && edition == atlas.latest() {
        format!("{name}: {standing} in every edition since {}.", atlas.year(run.first))
    } else {
        format!("{name}: {standing} for the {} consecutive edition{within}.", ordinal(run.len()))
    };
    let background = (run.first.index() > 0).then(|| format!("It {}", arrival(atlas, &timeline, run)));
    Statement { lead, background }
}

/// How a run began, without its subject: "returned to Tier 1 in the 2024 edition after two editions on
/// Tier 2."
fn arrival(atlas: &Atlas, timeline: &Timeline, run: Run) -> String {
    let year = atlas.year(run.first);
    let Some(previous) = run.first.previous() else {
        return format!("was placed {} in the {year} edition, the first.", run.tier.standing());
    };
    let before = timeline.cell(previous);
    let earlier =
        timeline.runs().iter().rev().find(|earlier| earlier.tier == run.tier && earlier.last < run.first);
    let movement = Movement::between(before, Cell::Placed(run.tier));
    let Some(left) = timeline.run_before(run.first) else {
        return match before {
            Cell::NotInRecord => {
                format!("first appears in our record in the {year} edition, {}.", run.tier.standing())
            }
            _ => format!("was first placed in the {year} edition, {}.", run.tier.standing()),
        };
    };
    if matches!(movement, Movement::Entered | Movement::Unrecorded) {
        let last =
            format!("it was last placed in the {} edition, {}", atlas.year(left.last), left.tier.standing());
        return match before {
            Cell::NotInRecord => format!(
                "was placed {} in the {year} edition; our record has no placement for {}, and {last}.",
                run.tier.standing(),
                atlas.year(previous)
            ),
            _ => format!("returned to the report in the {year} edition, {}; {last}.", run.tier.standing()),
        };
    }
    let after = format!("after {} {}", editions(left.len()), left.tier.standing());
    match (movement, earlier) {
        (Movement::Upgrade, Some(earlier)) if came_straight_back(timeline, earlier, run) => {
            format!("returned to {} in the {year} edition {after}.", run.tier.destination())
        }
        (Movement::Upgrade, Some(earlier)) => format!(
            "returned to {} in the {year} edition, up from {}; it was last there in {}.",
            run.tier.destination(),
            left.tier.destination(),
            atlas.year(earlier.last)
        ),
        (Movement::Upgrade, None) => format!(
            "was upgraded to {} in the {year} edition {after}, for the first time{}.",
            run.tier.destination(),
            if recorded_throughout(timeline, run.first) { "" } else { " in our record" }
        ),
        (Movement::Downgrade, _) => {
            format!("was downgraded to {} in the {year} edition {after}.", run.tier.destination())
        }
        _ if run.tier == Tier::SpecialCase => {
            format!("became a Special Case in the {year} edition {after}.")
        }
        _ => format!("was placed {} in the {year} edition {after}.", run.tier.standing()),
    }
}

/// Whether one single run, and no gap, lies between an earlier run and a later one.
fn came_straight_back(timeline: &Timeline, earlier: &Run, run: Run) -> bool {
    timeline.runs().iter().any(|between| {
        between.first.index() == earlier.last.index() + 1 && between.last.index() + 1 == run.first.index()
    })
}

/// Whether nothing before an edition may be missing from the record.
fn recorded_throughout(timeline: &Timeline, before: EditionId) -> bool {
    timeline.cells().take_while(|(edition, _)| *edition < before).all(|(_, cell)| cell != Cell::NotInRecord)
}

/// The sentence for an edition without a placement.
fn absent(atlas: &Atlas, timeline: &Timeline, subject: &str, edition: EditionId) -> String {
    let year = atlas.year(edition);
    let missing = match timeline.cell(edition) {
        Cell::NotInEdition => format!("{subject} is not in the {year} edition"),
        _ => format!("{subject} has no placement in our record of the {year} edition"),
    };
    let last = timeline.run_before(edition);
    let next = timeline.runs().iter().find(|run| run.first > edition);
    match (last, next) {
        (Some(last), _) => format!(
            "{missing}; it was last placed in the {} edition, {}.",
            atlas.year(last.last),
            last.tier.standing()
        ),
        (None, Some(next)) => format!(
            "{missing}; its first placement in our record is of {}, {}.",
            atlas.year(next.first),
            next.tier.standing()
        ),
        (None, None) => format!("{missing}."),
    }
}

/// What changed for a country since the edition before, for a tooltip or a table cell: "up from Tier 2",
/// "unchanged".
pub fn change(atlas: &Atlas, country: CountryId, edition: EditionId) -> String {
    let Some(previous) = edition.previous() else {
        return "the first edition".to_owned();
    };
    let before = atlas.cell(country, previous);
    let from = |tier: Tier| tier.destination();
    match (atlas.movement(country, edition), before.tier()) {
        (Movement::Upgrade, Some(tier)) => format!("up from {}", from(tier)),
        (Movement::Downgrade, Some(tier)) => format!("down from {}", from(tier)),
        (Movement::Reclassified, Some(tier)) => format!("{} before", from(tier)),
        (Movement::Remained, _) => format!("unchanged since {}", run_start(atlas, country, edition)),
        (Movement::Entered, _) => format!("not in the {} edition", atlas.year(previous)),
        (Movement::Unrecorded, None) => format!("no placement in our record for {}", atlas.year(previous)),
        (Movement::Left | Movement::Unrecorded, Some(tier)) => {
            format!("{} in {}", from(tier), atlas.year(previous))
        }
        _ => String::new(),
    }
}

fn run_start(atlas: &Atlas, country: CountryId, edition: EditionId) -> u16 {
    atlas.timeline(country).streak(edition).map_or_else(|| atlas.year(edition), |run| atlas.year(run.first))
}

/// A run in words: "Tier 2, 2022 to 2023".
pub fn run(atlas: &Atlas, run: Run) -> String {
    let (first, last) = (atlas.year(run.first), atlas.year(run.last));
    if first == last { format!("{}, {first}", run.tier) } else { format!("{}, {first} to {last}", run.tier) }
}

/// The whole history in words, the text beside a country's chart: "Tier 3, 2001; Tier 1, 2002 to 2021."
pub fn history(atlas: &Atlas, country: CountryId) -> String {
    let timeline = atlas.timeline(country);
    let runs: Vec<String> = timeline.runs().iter().map(|r| run(atlas, *r)).collect();
    let mut text = format!("{}.", runs.join("; "));
    let unrecorded: Vec<u16> = timeline
        .cells()
        .filter(|(_, cell)| *cell == Cell::NotInRecord)
        .map(|(edition, _)| atlas.year(edition))
        .collect();
    if !unrecorded.is_empty() {
        text.push_str(&format!(" Not in our record: {}.", spans(&unrecorded)));
    }
    text
}

/// Years as spans: "2001 to 2004 and 2017".
pub fn spans(years: &[u16]) -> String {
    let mut spans: Vec<(u16, u16)> = Vec::new();
    for year in years {
        match spans.last_mut() {
            Some((_, last)) if *last + 1 == *year => *last = *year,
            _ => spans.push((*year, *year)),
        }
    }
    list(spans.into_iter().map(
        |(first, last)| {
            if first == last { first.to_string() } else { format!("{first} to {last}") }
        },
    ))
}

/// The headline of an edition and the lines below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headline {
    /// "2025: 33 countries and territories on Tier 1; 20 moved up, 11 down".
    pub title: String,
    /// The other tiers.
    pub deck: String,
    /// Release and reporting period.
    pub dates: String,
    /// What the record lacks, and what is special about the edition.
    pub remarks: Vec<String>,
}

/// The headline of an edition, for all countries or one region.
pub fn headline(atlas: &Atlas, edition: EditionId, region: Option<Region>) -> Headline {
    let about = atlas.edition(edition);
    let counts = atlas.counts(edition, region);
    let moved = |kind: Movement| {
        atlas
            .changes_of(edition)
            .iter()
            .filter(|change| region.is_none_or(|region| atlas.country(change.country).region == region))
            .filter(|change| change.movement() == kind)
            .count()
    };
    let one = counts.of(Tier::One);
    let place = region.map_or(String::new(), |region| format!(" in {}", region.in_a_sentence()));
    let countries = if one == 1 { "country" } else { "countries" };
    let number = if one == 0 { "no".to_owned() } else { one.to_string() };
    let mut title = format!("{}: {number} {countries} on Tier 1{place}", about.year);
    if edition.previous().is_some() {
        let (up, down) = (moved(Movement::Upgrade), moved(Movement::Downgrade));
        let figure = |n: usize| if n == 0 { "none".to_owned() } else { n.to_string() };
        title.push_str(&format!("; {} moved up, {} down", figure(up), figure(down)));
    }
    Headline {
        title,
        deck: deck(atlas, edition, region),
        dates: dates(about),
        remarks: remarks(atlas, edition),
    }
}

fn deck(atlas: &Atlas, edition: EditionId, region: Option<Region>) -> String {
    let counts = atlas.counts(edition, region);
    let mut parts: Vec<String> = [Tier::Two, Tier::TwoWatchList, Tier::Three]
        .into_iter()
        .filter(|tier| *tier != Tier::TwoWatchList || atlas.year(edition) >= Tier::WATCH_LIST_SINCE)
        .map(|tier| match counts.of(tier) {
            0 => format!("none {}", tier.standing()),
            n => format!("{n} {}", tier.standing()),
        })
        .collect();
    match counts.of(Tier::SpecialCase) {
        0 => {}
        1 => parts.push("one Special Case".to_owned()),
        n => parts.push(format!("{} Special Cases", count(usize::from(n)))),
    }
    capitalised(&format!("{}; {} countries and territories in all.", list(parts), counts.total()))
}

/// "Released on 29 September 2025, for 1 April 2024 to 31 March 2025."
fn dates(edition: &Edition) -> String {
    let unchecked = if edition.date_sourced { "" } else { " (date not yet checked against a source)" };
    let period = match edition.period {
        Some((from, to)) => format!("; reporting period {from} to {to}"),
        None => "; reporting period not in our record".to_owned(),
    };
    format!("Released {}{unchecked}{period}.", edition.released)
}

fn remarks(atlas: &Atlas, edition: EditionId) -> Vec<String> {
    let about = atlas.edition(edition);
    let mut remarks = Vec::new();
    if !about.note.is_empty() {
        remarks.push(about.note.clone());
    }
    if about.year == Tier::WATCH_LIST_SINCE {
        remarks.push(
            "A move from Tier 2 to the new Watch List counts as a move down; in earlier editions there was no Watch List to move to."
                .to_owned(),
        );
    }
    match (atlas.missing(edition), about.published) {
        (0, _) | (_, None) => {}
        (missing, Some(published)) => remarks.push(format!(
            "The edition is said to place {published}; {} of them {} not in our record.",
            count(usize::from(missing)),
            if missing == 1 { "is" } else { "are" }
        )),
    }
    remarks
}
