//! The sentences that a reporter would quote. Every page, card and screen reader gets its words here.

use words::{Words, capitalised, say};

use crate::{Atlas, Cell, CountryId, Edition, EditionId, Movement, Region, Run, Tier, Timeline};

/// A country's placement in an edition and its last move, in one or two sentences.
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
    let words = atlas.words();
    let timeline = atlas.timeline(country);
    let name = &atlas.country(country).name;
    let subject = capitalised(&atlas.country(country).name_in_a_sentence(words));
    let Some(run) = timeline.streak(edition) else {
        let lead = absent(atlas, &timeline, &subject, edition);
        return Statement { lead, background: None };
    };
    if run.first == edition {
        let lead = say!(words, STATEMENT_BEGAN, name = subject, began = began(atlas, &timeline, run));
        return Statement { lead, background: None };
    }
    let tier = run.tier.named(words);
    // A gap within the history may hide a part of the run; before its first placement nothing is hidden
    // that the background does not tell.
    let gap = run.open && timeline.run_before(run.first).is_some();
    let lead = if run.first.index() == 0 && edition == atlas.latest() {
        say!(words, STATEMENT_EVERY, name = name, tier = tier, year = atlas.year(run.first))
    } else if gap {
        say!(words, STATEMENT_STREAK_RECORD, name = name, tier = tier, n = run.len())
    } else {
        say!(words, STATEMENT_STREAK, name = name, tier = tier, n = run.len())
    };
    let background = (run.first.index() > 0)
        .then(|| capitalised(&say!(words, STATEMENT_IT_BEGAN, began = began(atlas, &timeline, run))));
    Statement { lead, background }
}

/// How a run began, without its subject: "returned to Tier 1 in the 2024 edition after two editions on
/// Tier 2."
fn began(atlas: &Atlas, timeline: &Timeline, run: Run) -> String {
    let words = atlas.words();
    let year = atlas.year(run.first);
    let (on, to) = (run.tier.on(words), run.tier.to(words));
    let Some(previous) = run.first.previous() else {
        return say!(words, BEGAN_FIRST_EDITION, on = on, year = year);
    };
    let before = timeline.cell(previous);
    let earlier =
        timeline.runs().iter().rev().find(|earlier| earlier.tier == run.tier && earlier.last < run.first);
    let movement = Movement::between(before, Cell::Placed(run.tier));
    let Some(left) = timeline.run_before(run.first) else {
        return match before {
            Cell::NotInRecord => say!(words, BEGAN_FIRST_RECORD, on = on, year = year),
            _ => say!(words, BEGAN_FIRST, on = on, year = year),
        };
    };
    let (last, last_on, n) = (atlas.year(left.last), left.tier.on(words), left.len());
    if matches!(movement, Movement::Entered | Movement::Unrecorded) {
        return match before {
            Cell::NotInRecord => {
                let before = atlas.year(previous);
                say!(words, BEGAN_GAP, on = on, year = year, before = before, last = last, last_on = last_on)
            }
            _ => say!(words, BEGAN_AGAIN, on = on, year = year, last = last, last_on = last_on),
        };
    }
    match (movement, earlier) {
        (Movement::Upgrade, Some(earlier)) if came_straight_back(timeline, earlier, run) => {
            say!(words, BEGAN_BACK, to = to, year = year, n = n, last_on = last_on)
        }
        (Movement::Upgrade, Some(earlier)) => {
            let (from, last) = (left.tier.from(words), atlas.year(earlier.last));
            say!(words, BEGAN_BACK_UP, to = to, year = year, from = from, last = last)
        }
        (Movement::Upgrade, None) if recorded_throughout(timeline, run.first) => {
            say!(words, BEGAN_UP_FIRST, to = to, year = year, n = n, last_on = last_on)
        }
        (Movement::Upgrade, None) => {
            say!(words, BEGAN_UP_RECORD, to = to, year = year, n = n, last_on = last_on)
        }
        (Movement::Downgrade, _) => say!(words, BEGAN_DOWN, to = to, year = year, n = n, last_on = last_on),
        _ if run.tier == Tier::SpecialCase => {
            say!(words, BEGAN_SPECIAL, year = year, n = n, last_on = last_on)
        }
        _ => say!(words, BEGAN_PLACED, on = on, year = year, n = n, last_on = last_on),
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
fn absent(atlas: &Atlas, timeline: &Timeline, name: &str, edition: EditionId) -> String {
    let words = atlas.words();
    let year = atlas.year(edition);
    let last = timeline.run_before(edition).map(|run| (atlas.year(run.last), run.tier.on(words)));
    let next = timeline.runs().iter().find(|run| run.first > edition);
    // What a later edition lacks in our record takes nothing from a first placement.
    let is_first = next.is_some_and(|run| recorded_throughout(timeline, run.first));
    let next = next.map(|run| (atlas.year(run.first), run.tier.on(words)));
    match (timeline.cell(edition), last, next) {
        (Cell::NotInEdition, Some((last, on)), _) => {
            say!(words, ABSENT_EDITION_LAST, name = name, year = year, last = last, on = on)
        }
        (Cell::NotInEdition, None, Some((next, on))) => match is_first {
            true => say!(words, ABSENT_EDITION_NEXT, name = name, year = year, next = next, on = on),
            false => {
                say!(words, ABSENT_EDITION_NEXT_RECORD, name = name, year = year, next = next, on = on)
            }
        },
        (Cell::NotInEdition, None, None) => say!(words, ABSENT_EDITION, name = name, year = year),
        (_, Some((last, on)), _) => {
            say!(words, ABSENT_RECORD_LAST, name = name, year = year, last = last, on = on)
        }
        (_, None, Some((next, on))) => {
            say!(words, ABSENT_RECORD_NEXT, name = name, year = year, next = next, on = on)
        }
        (_, None, None) => say!(words, ABSENT_RECORD, name = name, year = year),
    }
}

/// What changed for a country since the edition before, for a tooltip or a table cell: "up from Tier 2",
/// "unchanged".
pub fn change(atlas: &Atlas, country: CountryId, edition: EditionId) -> String {
    let words = atlas.words();
    let Some(previous) = edition.previous() else {
        return say!(words, CHANGE_FIRST);
    };
    let before = atlas.cell(country, previous);
    match (atlas.movement(country, edition), before.tier()) {
        (Movement::Upgrade, Some(tier)) => say!(words, CHANGE_UP, from = tier.from(words)),
        (Movement::Downgrade, Some(tier)) => say!(words, CHANGE_DOWN, from = tier.from(words)),
        (Movement::Reclassified, Some(tier)) => say!(words, CHANGE_BEFORE, tier = tier.named(words)),
        (Movement::Remained, _) => {
            say!(words, CHANGE_UNCHANGED, year = run_start(atlas, country, edition))
        }
        (Movement::Entered, _) => say!(words, CHANGE_NOT_IN, year = atlas.year(previous)),
        (Movement::Unrecorded, None) => say!(words, CHANGE_NO_RECORD, year = atlas.year(previous)),
        (Movement::Left | Movement::Unrecorded, Some(tier)) => {
            say!(words, CHANGE_WAS, tier = tier.named(words), year = atlas.year(previous))
        }
        _ => String::new(),
    }
}

fn run_start(atlas: &Atlas, country: CountryId, edition: EditionId) -> u16 {
    atlas.timeline(country).streak(edition).map_or_else(|| atlas.year(edition), |run| atlas.year(run.first))
}

/// A span of years: "2022 to 2023", or the one year.
pub fn span(words: &Words, first: u16, last: u16) -> String {
    if first == last { first.to_string() } else { say!(words, COUNT_SPAN, first = first, last = last) }
}

/// A run in words: "Tier 2, 2022 to 2023".
pub fn run(atlas: &Atlas, run: Run) -> String {
    let words = atlas.words();
    let span = span(words, atlas.year(run.first), atlas.year(run.last));
    say!(words, HISTORY_RUN, tier = run.tier.named(words), span = span)
}

/// The whole history in words, the text beside a country's chart: "Tier 3, 2001; Tier 1, 2002 to 2021."
pub fn history(atlas: &Atlas, country: CountryId) -> String {
    let words = atlas.words();
    let timeline = atlas.timeline(country);
    let runs: Vec<String> = timeline.runs().iter().map(|r| run(atlas, *r)).collect();
    let runs = runs.join("; ");
    let unrecorded: Vec<u16> = timeline
        .cells()
        .filter(|(_, cell)| *cell == Cell::NotInRecord)
        .map(|(edition, _)| atlas.year(edition))
        .collect();
    match unrecorded.is_empty() {
        true => say!(words, HISTORY_ALL, runs = runs),
        false => say!(words, HISTORY_ALL_RECORD, runs = runs, years = spans(words, &unrecorded)),
    }
}

/// Years as spans: "2001 to 2004 and 2017".
pub fn spans(words: &Words, years: &[u16]) -> String {
    let mut spans: Vec<(u16, u16)> = Vec::new();
    for year in years {
        match spans.last_mut() {
            Some((_, last)) if *last + 1 == *year => *last = *year,
            _ => spans.push((*year, *year)),
        }
    }
    words.list(spans.into_iter().map(|(first, last)| span(words, first, last)))
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
    /// A remark of the data itself, in English, or nothing.
    pub note: String,
}

/// A number, or the word for none.
pub fn or_none(words: &Words, n: usize) -> String {
    if n == 0 { say!(words, HEADLINE_NONE) } else { n.to_string() }
}

/// The headline of an edition, for all countries or one region.
pub fn headline(atlas: &Atlas, edition: EditionId, region: Option<Region>) -> Headline {
    let words = atlas.words();
    let about = atlas.edition(edition);
    let changes = atlas.changes_of(edition);
    let moved = |kind: Movement| {
        let n = changes
            .iter()
            .filter(|change| region.is_none_or(|region| atlas.country(change.country).region == region))
            .filter(|change| change.movement() == kind)
            .count();
        or_none(words, n)
    };
    let n = atlas.counts(edition, region).of(Tier::One);
    let number = if n == 0 { say!(words, HEADLINE_NO) } else { n.to_string() };
    let year = about.year;
    let moved = edition.previous().map(|_| (moved(Movement::Upgrade), moved(Movement::Downgrade)));
    let title = match (moved, region.map(|region| region.within(words))) {
        (None, None) => say!(words, HEADLINE_FIRST, year = year, n = n, number = number),
        (None, Some(place)) => {
            say!(words, HEADLINE_FIRST_IN, year = year, n = n, number = number, place = place)
        }
        (Some((up, down)), None) => {
            say!(words, HEADLINE_MOVED, year = year, n = n, number = number, up = up, down = down)
        }
        (Some((up, down)), Some(place)) => say!(
            words,
            HEADLINE_MOVED_IN,
            year = year,
            n = n,
            number = number,
            place = place,
            up = up,
            down = down
        ),
    };
    Headline {
        title,
        deck: deck(atlas, edition, region),
        dates: dates(words, about),
        remarks: remarks(atlas, edition),
        note: about.note.clone(),
    }
}

fn deck(atlas: &Atlas, edition: EditionId, region: Option<Region>) -> String {
    let words = atlas.words();
    let counts = atlas.counts(edition, region);
    let mut parts: Vec<String> = [Tier::Two, Tier::TwoWatchList, Tier::Three]
        .into_iter()
        .filter(|tier| *tier != Tier::TwoWatchList || atlas.year(edition) >= Tier::WATCH_LIST_SINCE)
        .map(|tier| {
            let number = or_none(words, counts.of(tier).into());
            say!(words, HEADLINE_ON, number = number, on = tier.on(words))
        })
        .collect();
    match counts.of(Tier::SpecialCase) {
        0 => {}
        n => parts.push(say!(words, HEADLINE_SPECIAL, n = n)),
    }
    capitalised(&say!(words, HEADLINE_DECK, tiers = words.list(parts), total = counts.total()))
}

/// "Released on 29 September 2025, for 1 April 2024 to 31 March 2025."
fn dates(words: &Words, edition: &Edition) -> String {
    let date = edition.released.in_words(words);
    let period = edition.period.map(|(from, to)| (from.in_words(words), to.in_words(words)));
    match (period, edition.date_sourced) {
        (Some((from, to)), true) => say!(words, HEADLINE_RELEASED, date = date, from = from, to = to),
        (Some((from, to)), false) => {
            say!(words, HEADLINE_RELEASED_UNCHECKED, date = date, from = from, to = to)
        }
        (None, true) => say!(words, HEADLINE_RELEASED_ONLY, date = date),
        (None, false) => say!(words, HEADLINE_RELEASED_ONLY_UNCHECKED, date = date),
    }
}

fn remarks(atlas: &Atlas, edition: EditionId) -> Vec<String> {
    let words = atlas.words();
    let about = atlas.edition(edition);
    let mut remarks = Vec::new();
    if about.year == Tier::WATCH_LIST_SINCE {
        remarks.push(say!(words, HEADLINE_WATCH_LIST));
    }
    match (atlas.missing(edition), about.published) {
        (0, _) | (_, None) => {}
        (missing, Some(published)) => {
            remarks.push(capitalised(&say!(words, HEADLINE_MISSING, published = published, n = missing)));
        }
    }
    remarks
}
