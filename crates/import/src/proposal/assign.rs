//! Each narrative given to its country, or refused.

use std::collections::{BTreeMap, BTreeSet};

use crate::names::Names;
use crate::narrative::{Narrative, held};

/// A narrative, and where it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The file's name.
    pub file: String,
    /// What was read.
    pub narrative: Narrative,
}

/// Narratives by the codes of their countries.
#[derive(Debug, Default)]
pub struct Assigned {
    /// Those that were taken, with their own paragraphs alone.
    pub read: BTreeMap<String, Found>,
    /// What was not, with the reason.
    pub unread: Vec<String>,
}

/// Gives narratives to countries. A narrative is given to nobody if its name is not known, if its text does not agree with its
/// heading, or if there is another one of the same country that differs.
pub fn assign(found: &[Found], names: &Names) -> Assigned {
    let mut assigned = Assigned::default();
    let mut by_code: BTreeMap<String, Vec<Found>> = BTreeMap::new();
    let mut refused: BTreeSet<String> = BTreeSet::new();
    let mut listed: Vec<(String, &Found)> = Vec::new();
    for one in found {
        let told = format!("{}: {}", one.file, one.narrative.name);
        let code = match named(names, &one.narrative) {
            Ok(code) => code,
            Err(why) => {
                assigned.unread.push(format!("{told}: {why}"));
                continue;
            }
        };
        // A heading without a text, as in a list of contents, says nothing but its tier.
        if one.narrative.paragraphs.is_empty() {
            listed.push((code, one));
            continue;
        }
        let held = held(&one.narrative, &code, names);
        assigned.unread.extend(held.unread.into_iter().map(|why| format!("{}: {why}", one.file)));
        match held.narrative.agrees() {
            Ok(()) => {
                let own = Found { file: one.file.clone(), narrative: held.narrative };
                by_code.entry(code).or_default().push(own);
            }
            Err(why) => {
                assigned.unread.push(format!("{told}: {why}"));
                refused.insert(code);
            }
        }
    }
    for (code, one) in listed {
        let told = format!("{}: {}", one.file, one.narrative.name);
        match by_code.get(&code) {
            Some(all) if all.iter().all(|other| other.narrative.tier == one.narrative.tier) => {}
            _ => {
                assigned.unread.push(format!(
                    "{told}: its heading says tier {}, and has no text",
                    one.narrative.tier.code()
                ));
                refused.insert(code);
            }
        }
    }
    for (code, mut all) in by_code {
        let files: Vec<&str> = all.iter().map(|one| one.file.as_str()).collect();
        let files = files.join(", ");
        let differ = all
            .iter()
            .skip(1)
            .any(|other| all.first().is_some_and(|first| !is_same(&first.narrative, &other.narrative)));
        if refused.contains(&code) {
            assigned
                .unread
                .push(format!("{files}: {code} is refused elsewhere, so this is not taken either"));
        } else if differ {
            assigned.unread.push(format!("{files}: {code} has several texts; none is taken"));
        } else {
            assigned.read.insert(code, all.swap_remove(0));
        }
    }
    assigned
}

/// The code of a narrative's name.
fn named(names: &Names, narrative: &Narrative) -> Result<String, String> {
    let Some(before) = &narrative.before else { return names.find(&narrative.name).map(str::to_owned) };
    // A name that goes over several lines: “PAPUA NEW”, “GUINEA (Tier 2)”.
    names.find(&narrative.whole_name()).map(str::to_owned).map_err(|_| {
        format!("what is before its heading, “{before}”, may be a part of its name, and with it the name is not known")
    })
}

/// Whether two narratives say the same, wherever they are.
fn is_same(one: &Narrative, other: &Narrative) -> bool {
    let texts = |narrative: &Narrative| -> Vec<_> {
        narrative.paragraphs.iter().map(|paragraph| (paragraph.section, paragraph.text.clone())).collect()
    };
    one.tier == other.tier && texts(one) == texts(other)
}
