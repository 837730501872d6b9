//! What the tiers mean in law, in plain words.

use tip::law::{RULES, Rule, RuleId};
use tip::{Cell, Date, Tier};

use words::{Message, Words, say, text};

use super::{p, section};
use crate::parts::{LINK, around, chip, english, outward};
use crate::{Node, el};

const fn meaning(tier: Tier) -> Message {
    match tier {
        Tier::One => text::ABOUT_TIER_1,
        Tier::Two => text::ABOUT_TIER_2,
        Tier::TwoWatchList => text::ABOUT_TIER_2W,
        Tier::Three => text::ABOUT_TIER_3,
        Tier::SpecialCase => text::ABOUT_TIER_SC,
    }
}

/// The tiers and what follows from them; what an edition covers and when.
pub fn law(words: &Words) -> Vec<Node> {
    let tiers = Tier::ALL.map(|tier| {
        el("div")
            .attr("data-tier", tier.code())
            .with(el("dt").with(chip(words, Cell::Placed(tier))))
            .with(el("dd").with(words.text(&meaning(tier))))
    });
    vec![
        section("tiers", say!(words, ABOUT_TIERS))
            .with(p(say!(words, ABOUT_TVPA)))
            .with(el("dl").class("tiers").all(tiers))
            .into(),
        section("law", say!(words, ABOUT_LAW))
            .with(p(say!(words, ABOUT_LAW_EXPLAINED)))
            .with(el("dl").class("rules").all(RULES.iter().flat_map(|rule| by_date(words, rule))))
            .into(),
        section("edition", say!(words, ABOUT_EDITION)).with(p(say!(words, ABOUT_EDITION_TEXT))).into(),
    ]
}

const fn rule_words(id: RuleId) -> (Message, Message) {
    match id {
        RuleId::WatchList => (text::ABOUT_RULE_WATCH_LIST, text::ABOUT_RULE_WATCH_LIST_TEXT),
        RuleId::Criteria => (text::ABOUT_RULE_CRITERIA, text::ABOUT_RULE_CRITERIA_TEXT),
        RuleId::Downgrade => (text::ABOUT_RULE_DOWNGRADE, text::ABOUT_RULE_DOWNGRADE_TEXT),
        RuleId::TwoYearWaiver => (text::ABOUT_RULE_TWO_YEARS, text::ABOUT_RULE_TWO_YEARS_TEXT),
        RuleId::OneYearWaiver => (text::ABOUT_RULE_ONE_YEAR, text::ABOUT_RULE_ONE_YEAR_TEXT),
        RuleId::OneYear => (text::ABOUT_RULE_RETURN, text::ABOUT_RULE_RETURN_TEXT),
        RuleId::Determinations => (text::ABOUT_RULE_DETERMINATIONS, text::ABOUT_RULE_DETERMINATIONS_TEXT),
        RuleId::StateSponsored => (text::ABOUT_RULE_STATE_SPONSORED, text::ABOUT_RULE_STATE_SPONSORED_TEXT),
        RuleId::ChildSoldiers => (text::ABOUT_RULE_CHILD_SOLDIERS, text::ABOUT_RULE_CHILD_SOLDIERS_TEXT),
    }
}

/// A rule: what it is called and when it applied, what it says, the act that made it, where it was read.
fn by_date(words: &Words, rule: &Rule) -> [crate::Element; 2] {
    let (name, says) = rule_words(rule.id);
    let applied = match (rule.id, rule.last) {
        (_, Some(last)) => say!(words, ABOUT_LAW_SPAN, first = rule.first, last = last),
        (RuleId::StateSponsored | RuleId::ChildSoldiers, None) => {
            say!(words, ABOUT_LAW_LISTED, first = rule.first)
        }
        (_, None) if rule.inferred => say!(words, ABOUT_LAW_INFERRED, first = rule.first),
        (_, None) => say!(words, ABOUT_LAW_SINCE, first = rule.first),
    };
    let date = Date::parse(rule.act.enacted).map(|date| date.in_words(words)).unwrap_or_default();
    let act = say!(
        words,
        ABOUT_LAW_ACT,
        number = rule.act.number,
        name = rule.act.name,
        section = rule.section,
        date = date
    );
    let code = if rule.code.is_empty() { String::new() } else { format!("; {}", rule.code) };
    let read = rule.sources.iter().flat_map(|source| {
        let mut nodes: Vec<Node> = vec!["; ".into()];
        let link = outward((*source).to_owned(), tip::consequences::host(source).to_owned());
        nodes.extend(around(&say!(words, ABOUT_LAW_READ, link = LINK), link));
        nodes
    });
    [
        el("dt").with(words.text(&name)).with(" ").with(el("span").class("applied").with(applied)),
        el("dd").with(p(words.text(&says))).with(
            p(english(words, el("span")).with(format!("{act}{code}")))
                .class("entry-sources")
                .all(read)
                .with("."),
        ),
    ]
}
