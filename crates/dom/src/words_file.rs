//! The file with the words of the page's language.

use tip::LoadError;
use tip::file::{SCHEMA, WordsFile};
use words::{Lang, Words, fingerprint, text};

use crate::{file, language};

/// Which messages this build knows.
const OF: u32 = fingerprint(text::KEYS);

/// Finds the page's language and loads its words.
///
/// # Errors
/// Why the words could not be loaded, as a clause. The page is then in English.
pub async fn load() -> Result<(), String> {
    let lang = language::choose();
    if lang == Lang::English || !language::words().is_english() {
        return Ok(());
    }
    match fetched(lang).await {
        Ok(words) => {
            language::set_words(words);
            Ok(())
        }
        Err(reason) => {
            // What follows is in English, and has to be read out so.
            language::declare(Lang::English);
            Err(reason)
        }
    }
}

async fn fetched(lang: Lang) -> Result<Words, String> {
    let text = file::fetch(&format!("words/{}.json", lang.tag())).await?;
    read(&text, lang).map_err(|reason| reason.to_string())
}

fn read(text: &str, lang: Lang) -> Result<Words, LoadError> {
    let file: WordsFile = tip::read(text, SCHEMA)?;
    if file.lang != lang.tag() || file.of != OF || file.words.len() != text::KEYS.len() {
        return Err(LoadError::content("it is of another build or language".to_owned()));
    }
    Ok(Words::new(lang, file.words))
}
