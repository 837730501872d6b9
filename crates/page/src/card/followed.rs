//! The cards of `/watch-list` and `/consequences`: the headline, and the countries by what comes or what followed.

use tip::law::Prospect;
use tip::{Atlas, Consequences, CountryId, EditionId};
use words::say;

use super::{Face, MARGIN, Measure, WIDE, fitting, frame, text, wrapped};
use crate::followed::{name, outcome_of, outcomes, symbol_path};
use crate::{Element, consequences, el, watch_list};

/// A group of countries.
struct Group {
    /// The path of its symbol around the origin, from −1 to 1, if it has one.
    symbol: Option<&'static str>,
    heading: String,
    countries: Vec<CountryId>,
}

/// The card of the Watch List of an edition: who has to leave it, who may stay.
pub fn of_watch_list(atlas: &Atlas, edition: EditionId, measure: Measure<'_>) -> Element {
    let words = atlas.words();
    let next = atlas.year(edition) + 1;
    let watched = watch_list::watched(atlas, edition, None);
    let group = |heading: String, belongs: fn(Option<Prospect>) -> bool| Group {
        symbol: None,
        heading,
        countries: watched.iter().filter(|one| belongs(one.prospect)).map(|one| one.country).collect(),
    };
    let groups = [
        group(say!(words, WATCH_GROUP_TIER_3, next = next), |prospect| {
            matches!(prospect, Some(Prospect::Tier3 | Prospect::OneYear))
        }),
        group(say!(words, WATCH_GROUP_WAIVER, next = next), |prospect| {
            prospect == Some(Prospect::Tier3OrWaiver)
        }),
        group(say!(words, WATCH_GROUP_MAY_STAY, next = next), |prospect| prospect == Some(Prospect::MayStay)),
        group(say!(words, WATCH_GROUP_BEFORE), |prospect| prospect.is_none()),
    ];
    grouped(atlas, edition, watch_list::title(atlas, edition, None, &watched), groups.into(), measure)
}

/// The card of what followed for the countries on Tier 3 of an edition.
pub fn of_consequences(
    atlas: &Atlas,
    known: &Consequences,
    edition: EditionId,
    measure: Measure<'_>,
) -> Element {
    let words = atlas.words();
    let groups = outcomes().map(|outcome| Group {
        symbol: Some(symbol_path(outcome)),
        heading: name(words, outcome),
        countries: atlas
            .countries()
            .iter()
            .map(|country| country.id)
            .filter(|id| outcome_of(atlas, known, *id, edition) == Some(outcome))
            .collect(),
    });
    grouped(atlas, edition, consequences::title(atlas, edition, None), groups.collect(), measure)
}

/// A card with groups below its title, each in as many lines as there is room for.
fn grouped(
    atlas: &Atlas,
    edition: EditionId,
    title: String,
    mut groups: Vec<Group>,
    measure: Measure<'_>,
) -> Element {
    const TITLE: f64 = 52.0;
    /// A title that fits into one line only below this size takes two.
    const SMALLEST: f64 = 38.0;
    const HEADING: f64 = 31.0;
    const NAMES: f64 = 27.0;
    const LINE: f64 = 36.0;
    groups.retain(|group| !group.countries.is_empty());
    let mut card = frame(atlas, edition);
    let one_line = fitting(&title, Face::Title, 62.0, measure);
    let size = if one_line < SMALLEST { TITLE } else { one_line };
    let mut y = 160.0;
    for line in wrapped(&title, Face::Title, size, measure) {
        card = card.with(text((MARGIN, y), Face::Title, size, line));
        y += 58.0;
    }
    let room = (606.0 - y) / groups.len().max(1) as f64;
    let most = ((room - 46.0) / LINE).max(1.0) as usize;
    for group in groups {
        let heading = format!("{} · {}", group.heading, group.countries.len());
        let mark = group.symbol.map(|path| {
            let place = format!("translate({} {}) scale(13)", MARGIN + 13.0, y + 9.0);
            el("path").attr("d", path).attr("fill-rule", "evenodd").class("outcome").attr("transform", place)
        });
        let x = if mark.is_some() { MARGIN + 40.0 } else { MARGIN };
        card = card.maybe(mark).with(text((x, y + 19.0), Face::Label, HEADING, heading));
        for (at, line) in named(atlas, &group.countries, most, NAMES, measure).into_iter().enumerate() {
            let place = (MARGIN, y + 19.0 + LINE * (at + 1) as f64);
            card = card.with(text(place, Face::Body, NAMES, line).attr("data-soft", "soft"));
        }
        y += room;
    }
    card
}

/// The names of countries in at most so many lines; what does not fit is counted.
fn named(
    atlas: &Atlas,
    countries: &[CountryId],
    most: usize,
    size: f64,
    measure: Measure<'_>,
) -> Vec<String> {
    let words = atlas.words();
    for shown in (1..=countries.len()).rev() {
        let names: Vec<&str> =
            countries.iter().take(shown).map(|id| atlas.country(*id).name.as_str()).collect();
        let left = countries.len() - shown;
        let told = match left {
            0 => names.join(", "),
            n => format!("{} {}", names.join(", "), say!(words, CHANGES_AND_MORE, n = n)),
        };
        let lines = wrapped(&told, Face::Body, size, measure);
        let fits = lines.iter().all(|line| measure(line, Face::Body) * size <= WIDE);
        if lines.len() <= most && fits {
            return lines;
        }
    }
    Vec::new()
}
