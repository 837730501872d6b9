//! The words of the interface, made from `crates/words/text/` into the files that the page fetches.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use tip::file::{SCHEMA, WordsFile};
use words::{Lang, fingerprint, names, read, text};

use record::{Outputs, json};

/// The words of every language but English, which is compiled in.
///
/// # Errors
/// Which messages a language lacks, has too many of, or fills in otherwise than English.
pub fn files(root: &Path) -> Result<Outputs> {
    let mut outputs = Outputs::new();
    let english = catalogue(root, Lang::English)?;
    for lang in Lang::ALL.into_iter().filter(|lang| *lang != Lang::English) {
        let theirs = catalogue(root, lang)?;
        let problems = problems(&english, &theirs);
        if !problems.is_empty() {
            bail!("crates/words/text/{}.txt:\n{}", lang.tag(), problems.join("\n"));
        }
        let words = text::KEYS.iter().map(|key| theirs.get(*key).cloned().unwrap_or_default()).collect();
        let file =
            WordsFile { schema: SCHEMA, lang: lang.tag().to_owned(), of: fingerprint(text::KEYS), words };
        outputs.insert(format!("words/{}.json", lang.tag()), json::by_lines(&file)?);
    }
    Ok(outputs)
}

/// What is said where the atlas does not start, in every language: a JSON object by tag of what is said where it failed,
/// where it is slow, of the link to try again, of the one to the data, and where the page is a copy.
///
/// # Errors
/// Where a file of words cannot be read.
pub fn boot(root: &Path) -> Result<String> {
    let mut said = serde_json::Map::new();
    for lang in Lang::ALL {
        let mut texts = catalogue(root, lang)?;
        let keys = [
            "shell-boot-failed",
            "shell-boot-slow",
            "shell-try-again",
            "shell-boot-data",
            "shell-broken",
            "shell-boot-copy",
        ];
        let texts = keys.map(|key| texts.remove(key).unwrap_or_default());
        said.insert(lang.tag().to_owned(), texts.as_slice().into());
    }
    Ok(serde_json::Value::Object(said).to_string())
}

type Catalogue = BTreeMap<String, String>;

fn catalogue(root: &Path, lang: Lang) -> Result<Catalogue> {
    let path = root.join("crates/words/text").join(lang.tag()).with_extension("txt");
    let file = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let messages = read(&file).map_err(|reason| anyhow::anyhow!("{}, {reason}", path.display()))?;
    Ok(messages.into_iter().collect())
}

/// What is wrong with a language's messages, set against the English ones.
fn problems(english: &Catalogue, theirs: &Catalogue) -> Vec<String> {
    let mut problems: Vec<String> = theirs
        .keys()
        .filter(|key| !english.contains_key(*key))
        .map(|key| format!("{key}: English has no such message"))
        .collect();
    for (key, text) in english {
        let Some(said) = theirs.get(key) else {
            problems.push(format!("{key} is missing"));
            continue;
        };
        match (names(text), names(said)) {
            (_, Err(reason)) => problems.push(format!("{key}: {reason}")),
            (ours, found) if ours != found => {
                problems.push(format!("{key}: it fills in {found:?}, and English {ours:?}"));
            }
            _ if said.is_empty() && !text.is_empty() => problems.push(format!("{key} is empty")),
            _ if said.contains("#}") => problems.push(format!("{key}: {{n#}} is for English alone")),
            _ => {}
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Catalogue {
        read(text).unwrap().into_iter().collect()
    }

    #[test]
    fn a_translation_has_the_same_messages_and_fills_in_the_same() {
        let english = of("[a]\none = {n} of {m}\ntwo = Two");
        assert_eq!(problems(&english, &of("[a]\none = {m}: {n|x|y}\ntwo = Deux")), [""; 0]);
        let wrong = |text: &str| problems(&english, &of(text)).join("; ");
        assert!(wrong("[a]\none = {n}\ntwo = x").contains("a-one: it fills in"));
        assert!(wrong("[a]\none = {n} {m").contains("a-one: a brace"));
        assert!(wrong("[a]\ntwo = x").contains("a-one is missing"));
        assert!(wrong("[a]\none = {n#} {m}\ntwo =\nmore = x").contains("no such message"));
        assert!(wrong("[a]\none = {n#} {m}\ntwo =").contains("a-two is empty"));
        assert!(wrong("[a]\none = {n#} {m}\ntwo = x").contains("English alone"));
    }
}
