//! British and American spellings as one: the report is in American English, and not all who search it are.

use std::borrow::Cow;

/// Beginnings of words in British spelling, and the same in American.
const BEGINNINGS: [(&str, &str); 39] = [
    ("ageing", "aging"),
    ("armour", "armor"),
    ("behaviour", "behavior"),
    ("catalogue", "catalog"),
    ("centre", "center"),
    ("colour", "color"),
    ("counsell", "counsel"),
    ("defence", "defense"),
    ("dialogue", "dialog"),
    ("endeavour", "endeavor"),
    ("enquir", "inquir"),
    ("enrol", "enroll"),
    ("favour", "favor"),
    ("fulfil", "fulfill"),
    ("gaol", "jail"),
    ("grey", "gray"),
    ("harbour", "harbor"),
    ("honour", "honor"),
    ("humour", "humor"),
    ("instalment", "installment"),
    ("jewellery", "jewelry"),
    ("judgement", "judgment"),
    ("labell", "label"),
    ("labour", "labor"),
    ("licence", "license"),
    ("manoeuv", "maneuv"),
    ("neighbour", "neighbor"),
    ("offence", "offense"),
    ("paediatr", "pediatr"),
    ("plough", "plow"),
    ("practis", "practic"),
    ("pretence", "pretense"),
    ("programme", "program"),
    ("rumour", "rumor"),
    ("sceptic", "skeptic"),
    ("signall", "signal"),
    ("skilful", "skillful"),
    ("theatre", "theater"),
    ("travell", "travel"),
];

/// Beginnings of words whose `s` is no other spelling of `z`.
const WITH_S: [&str; 31] = [
    "advertis",
    "advis",
    "aris",
    "bruis",
    "compromis",
    "concis",
    "cris",
    "cruis",
    "demis",
    "devis",
    "disguis",
    "enterpris",
    "excis",
    "exercis",
    "expertis",
    "franchis",
    "improvis",
    "incis",
    "likewis",
    "merchandis",
    "otherwis",
    "paradis",
    "precis",
    "premis",
    "promis",
    "prais",
    "rais",
    "revis",
    "supervis",
    "surpris",
    "televis",
];

/// A word in small letters in American spelling; a word that is in it stays.
pub(super) fn american(word: &str) -> Cow<'_, str> {
    for (british, american) in BEGINNINGS {
        if let Some(rest) = word.strip_prefix(british) {
            // "Enroll" and "enrolled" are in it.
            let double = american.len() > british.len() && rest.starts_with('l');
            return if double { Cow::Borrowed(word) } else { Cow::Owned(format!("{american}{rest}")) };
        }
    }
    let ends = ["isations", "isation", "ising", "ised", "iser", "isers", "ises", "ise"];
    let ys = ["ysing", "ysed", "yser", "yses", "yse"];
    let end = ends.into_iter().chain(ys).find(|end| word.ends_with(end));
    match end.and_then(|end| word.len().checked_sub(end.len()).map(|at| (at, end))) {
        // Short words have an `s` of their own: "wise", "noise". So have "-prise", and the nouns "analyses".
        Some((at, end)) if at >= 4 && !WITH_S.iter().any(|start| word.starts_with(start)) => {
            let (start, rest) = (word.get(..at + 1).unwrap_or_default(), end.get(2..).unwrap_or_default());
            if word.get(..at).is_some_and(|start| start.ends_with("pr")) {
                return Cow::Borrowed(word);
            }
            Cow::Owned(format!("{start}z{rest}"))
        }
        _ => Cow::Borrowed(word),
    }
}

#[cfg(test)]
mod tests {
    use super::american;

    #[test]
    fn spellings_are_one() {
        for (british, expected) in [
            ("labour", "labor"),
            ("labourers", "laborers"),
            ("neighbouring", "neighboring"),
            ("organised", "organized"),
            ("organisation", "organization"),
            ("organisations", "organizations"),
            ("criminalise", "criminalize"),
            ("recognising", "recognizing"),
            ("penalises", "penalizes"),
            ("analysed", "analyzed"),
            ("centre", "center"),
            ("centres", "centers"),
            ("programmes", "programs"),
            ("defence", "defense"),
            ("offences", "offenses"),
            ("travelling", "traveling"),
            ("counselling", "counseling"),
            ("fulfil", "fulfill"),
            ("enrolment", "enrollment"),
        ] {
            assert_eq!(american(british), expected);
            assert_eq!(american(expected), expected, "it stays");
        }
    }

    #[test]
    fn other_words_stay() {
        for word in [
            "promise",
            "promised",
            "supervising",
            "raised",
            "premises",
            "exercise",
            "comprised",
            "enterprises",
            "wise",
            "otherwise",
            "surprise",
            "advised",
            "enroll",
            "enrolled",
            "fulfilled",
            "four",
            "hours",
            "tour",
            "crises",
            "diseases",
            "disguised",
            "grease",
            "rose",
        ] {
            assert_eq!(american(word), word);
        }
    }
}
