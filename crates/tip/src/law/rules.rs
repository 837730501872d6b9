//! The rules by date: a table of acts, with the editions that each was applied to and where it was read.

/// A rule of the TVPA.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RuleId {
    /// The Watch List, with three criteria.
    WatchList,
    /// Two criteria, on concrete action in the reporting period.
    Criteria,
    /// The automatic downgrade after two consecutive editions.
    Downgrade,
    /// Its waiver, for up to two years.
    TwoYearWaiver,
    /// Its waiver, for up to one year.
    OneYearWaiver,
    /// One edition only after a return from Tier 3.
    OneYear,
    /// The President's determinations for countries on Tier 3.
    Determinations,
    /// The list of governments with a policy or pattern of trafficking.
    StateSponsored,
    /// The list of governments under the Child Soldiers Prevention Act.
    ChildSoldiers,
}

/// An act of Congress.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Act {
    /// Its number: `Public Law 110-457`.
    pub number: &'static str,
    /// Its name.
    pub name: &'static str,
    /// The day it became law, `YYYY-MM-DD`.
    pub enacted: &'static str,
}

const TVPA: Act = Act {
    number: "Public Law 106-386",
    name: "Victims of Trafficking and Violence Protection Act of 2000",
    enacted: "2000-10-28",
};
const REAUTHORIZATION_2003: Act = Act {
    number: "Public Law 108-193",
    name: "Trafficking Victims Protection Reauthorization Act of 2003",
    enacted: "2003-12-19",
};
const WILBERFORCE: Act = Act {
    number: "Public Law 110-457",
    name: "William Wilberforce Trafficking Victims Protection Reauthorization Act of 2008",
    enacted: "2008-12-23",
};
const DOUGLASS: Act = Act {
    number: "Public Law 115-425",
    name: "Frederick Douglass Trafficking Victims Prevention and Protection Reauthorization Act of 2018",
    enacted: "2019-01-08",
};
const REAUTHORIZATION_2017: Act = Act {
    number: "Public Law 115-427",
    name: "Trafficking Victims Protection Reauthorization Act of 2017",
    enacted: "2019-01-09",
};

/// A rule with the act that made it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Which rule.
    pub id: RuleId,
    /// The act.
    pub act: Act,
    /// Its place in the act: `section 107(a)`.
    pub section: &'static str,
    /// Where the rule stands in the code today: `22 U.S.C. 7107(b)(2)(D)(i)`; empty where that was not read.
    pub code: &'static str,
    /// The first edition that it was applied to; of determinations, the first in our record.
    pub first: u16,
    /// The last edition that it was applied to; `None` for a rule in force.
    pub last: Option<u16>,
    /// Whether the first edition follows from the dates of the act and the report, and no source that was read names it.
    pub inferred: bool,
    /// Where it was read, the act itself or the code first.
    pub sources: &'static [&'static str],
}

/// The first edition that counts for the automatic downgrade: the years after 23 December 2008.
pub const COUNTED_SINCE: u16 = 2009;

/// The first edition under the acts of January 2019.
pub const CHANGED: u16 = 2019;

/// All rules, oldest first.
pub const RULES: [Rule; 9] = [
    Rule {
        id: RuleId::Determinations,
        act: TVPA,
        section: "section 110(d)",
        code: "22 U.S.C. 7107(d)",
        first: 2003,
        last: None,
        inferred: false,
        sources: &[
            "https://en.m.wikisource.org/wiki/Page:United_States_Statutes_at_Large_Volume_114_Part_2.djvu/748",
        ],
    },
    Rule {
        id: RuleId::WatchList,
        act: REAUTHORIZATION_2003,
        section: "117 Stat. 2883",
        code: "22 U.S.C. 7107(b)(2)(A)",
        first: 2004,
        last: Some(2018),
        inferred: false,
        sources: &[
            "https://en.m.wikisource.org/wiki/Page:United_States_Statutes_at_Large_Volume_117.djvu/2902",
        ],
    },
    Rule {
        id: RuleId::ChildSoldiers,
        act: WILBERFORCE,
        section: "title IV",
        code: "",
        first: 2010,
        last: None,
        inferred: false,
        sources: &[
            "https://en.wikisource.org/wiki/Page:United_States_Statutes_at_Large_Volume_122.djvu/5113",
        ],
    },
    Rule {
        id: RuleId::Downgrade,
        act: WILBERFORCE,
        section: "section 107(a)",
        code: "22 U.S.C. 7107(b)(2)(D)(i)",
        first: 2011,
        last: None,
        inferred: false,
        sources: &["https://www.state.gov/j/tip/rls/other/2014/262475.htm"],
    },
    Rule {
        id: RuleId::TwoYearWaiver,
        act: WILBERFORCE,
        section: "section 107(a)",
        code: "22 U.S.C. 7107(b)(2)(D)(ii)",
        first: 2011,
        last: Some(2018),
        inferred: false,
        sources: &["https://www.state.gov/j/tip/rls/other/2015/262474.htm"],
    },
    Rule {
        id: RuleId::Criteria,
        act: REAUTHORIZATION_2017,
        section: "sections 6(1) and 6(2)(A)(iii)",
        code: "22 U.S.C. 7107(b)(1), (2)(A)(iii)",
        first: CHANGED,
        last: None,
        inferred: true,
        sources: &[
            "https://www.law.cornell.edu/uscode/text/22/7107",
            "https://self-law.org/code/statute-compilations/comps-15350/sec-203",
        ],
    },
    Rule {
        id: RuleId::OneYearWaiver,
        act: REAUTHORIZATION_2017,
        section: "section 6(2)(C)",
        code: "22 U.S.C. 7107(b)(2)(D)(ii)",
        first: CHANGED,
        last: None,
        inferred: false,
        sources: &["https://www.law.cornell.edu/uscode/text/22/7107"],
    },
    Rule {
        id: RuleId::OneYear,
        act: DOUGLASS,
        section: "section 203(1)(B)",
        code: "22 U.S.C. 7107(b)(2)(F)",
        first: CHANGED,
        last: None,
        inferred: true,
        sources: &["https://self-law.org/code/statute-compilations/comps-15350/sec-203"],
    },
    Rule {
        id: RuleId::StateSponsored,
        act: DOUGLASS,
        section: "section 203(2)",
        code: "22 U.S.C. 7107(b)(3)(B)",
        first: 2020,
        last: None,
        inferred: true,
        sources: &["https://self-law.org/code/statute-compilations/comps-15350/sec-203"],
    },
];

/// A rule by its name.
pub fn rule(id: RuleId) -> &'static Rule {
    RULES.iter().find(|rule| rule.id == id).unwrap_or(&RULES[0])
}
