//! The kinds of figures, and the words that say them.

use crate::heading::Section;

/// A kind of figure.
pub struct Kind {
    /// Its name in `data/figures.tsv`.
    pub name: &'static str,
    /// The section that gives it.
    pub section: Section,
    /// `… investigated 15 cases …`, and as it is after “reported”: `reported investigating 15 cases`.
    pub verbs: [&'static str; 2],
    /// `… 15 new investigations …`
    pub noun: &'static str,
    /// What the verb counts, in lists.
    objects: &'static [&'static [&'static str]],
}

/// Words for people who are investigated, prosecuted or convicted.
const PEOPLE: [&str; 6] = ["defendants", "individuals", "people", "persons", "perpetrators", "suspects"];

/// All kinds.
pub const KINDS: [Kind; 4] = [
    Kind {
        name: "investigations",
        section: Section::Prosecution,
        verbs: ["investigated", "investigating"],
        noun: "investigations",
        objects: &[&PEOPLE, &["cases", "case", "suspect"]],
    },
    Kind {
        name: "prosecutions",
        section: Section::Prosecution,
        verbs: ["prosecuted", "prosecuting"],
        noun: "prosecutions",
        objects: &[
            &PEOPLE,
            &["cases", "case", "suspect", "traffickers", "trafficker", "defendant", "offenders"],
        ],
    },
    Kind {
        name: "convictions",
        section: Section::Prosecution,
        verbs: ["convicted", "convicting"],
        noun: "convictions",
        objects: &[&PEOPLE, &["cases", "traffickers", "trafficker", "defendant", "offenders"]],
    },
    Kind {
        name: "victims_identified",
        section: Section::Protection,
        verbs: ["identified", "identifying"],
        noun: "",
        objects: &[&["victims", "victim"]],
    },
];

impl Kind {
    /// Whether its verb counts a thing.
    pub fn counts(&self, word: &str) -> bool {
        self.objects.iter().any(|words| words.contains(&word))
    }
}

/// Whether a word is the verb of a kind.
pub fn is_verb(word: &str) -> bool {
    KINDS.iter().any(|kind| kind.verbs.contains(&word))
}

/// Whether a word is the noun of a kind.
pub fn is_noun(word: &str) -> bool {
    KINDS.iter().any(|kind| kind.noun == word)
}

/// What may be between a number and what it counts, and narrows it to no part.
pub const ADJECTIVES: [&str; 10] = [
    "new",
    "trafficking",
    "human",
    "alleged",
    "suspected",
    "criminal",
    "human-trafficking",
    "traffickers",
    "accused",
    "total",
];

/// What may follow what is counted, and narrows it to no part.
pub const FOLLOWING: [&str; 6] = ["and", "during", "under", "including", "while", "but"];

/// What a government does with investigations, prosecutions and convictions that it has in the reporting period.
pub const ACTS: [&str; 15] = [
    "initiated",
    "conducted",
    "opened",
    "launched",
    "completed",
    "reported",
    "secured",
    "obtained",
    "achieved",
    "made",
    "began",
    "started",
    "commenced",
    "initiating",
    "conducting",
];

/// Words for the government, before its verb.
pub const SUBJECTS: [&str; 14] = [
    "government",
    "authorities",
    "police",
    "court",
    "courts",
    "prosecutor",
    "prosecutors",
    "official",
    "officials",
    "judge",
    "judges",
    "judiciary",
    "enforcement",
    "agencies",
];
