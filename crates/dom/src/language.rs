//! The language of the page: which it is, its words, and how it names countries.
//!
//! The address may ask for one (`lang=ko`); else the first that the reader's browser reads, else English. It stays what
//! it is for as long as the document lives: another language is another document. `<html lang>` says which it is.

use std::sync::OnceLock;

use tip::Atlas;
use tip::permalink::Address;
use wasm_bindgen::prelude::*;
use words::{Lang, Words, say};

static WORDS: OnceLock<Words> = OnceLock::new();

static ASKED: OnceLock<Option<Lang>> = OnceLock::new();

/// The words of the page's language, English until [`crate::words_file::load`] has brought others.
pub fn words() -> &'static Words {
    static ENGLISH: Words = Words::new(Lang::English, Vec::new());
    WORDS.get().unwrap_or(&ENGLISH)
}

/// The language that the address asks for: what [`crate::words_file::load`] found.
pub fn asked() -> Option<Lang> {
    ASKED.get().copied().flatten()
}

/// Finds the language and declares it in `<html lang>`.
pub(crate) fn choose() -> Lang {
    let search = web_sys::window().and_then(|window| window.location().search().ok()).unwrap_or_default();
    let asked = *ASKED.get_or_init(|| Address::parse(&search).lang);
    let read = readers();
    let lang = Lang::choose(asked, read.iter().map(String::as_str));
    declare(lang);
    lang
}

/// Declares the language of what follows in `<html lang>`, which screen readers go by.
pub(crate) fn declare(lang: Lang) {
    if let Some(root) = crate::document().and_then(|document| document.document_element()) {
        crate::set(&root, "lang", lang.tag());
    }
}

/// Sets the words of the page's language, once.
pub(crate) fn set_words(words: Words) {
    WORDS.get_or_init(|| words);
}

/// The languages that the reader's browser reads, the dearest first.
fn readers() -> Vec<String> {
    let languages = web_sys::window().map(|window| window.navigator().languages());
    languages.iter().flat_map(js_sys::Array::iter).filter_map(|tag| tag.as_string()).collect()
}

/// The atlas in the page's language: its words, and the browser's own names of countries.
pub fn localized(atlas: Atlas) -> Atlas {
    let words = words();
    if words.is_english() {
        return atlas;
    }
    let tag = words.lang().tag();
    let names = RegionNames::of(tag);
    let in_order = |names: Vec<String>| {
        let collator = js_sys::Intl::Collator::new(&js_sys::Array::of1(&tag.into()), &js_sys::Object::new());
        let names: Names = names.iter().map(JsValue::from).collect::<js_sys::Array>().unchecked_into();
        names.sort_with(&collator.compare());
        names.unchecked_into::<js_sys::Array>().iter().filter_map(|name| name.as_string()).collect()
    };
    atlas.localized(words.clone(), &|iso2| names.as_ref()?.name(iso2), &in_order)
}

/// The names by which the reader may know the country of a two-letter code, besides the page's own: those of the
/// languages that the browser reads.
pub fn also_named() -> impl Fn(&str) -> Vec<String> {
    const MOST: usize = 3;
    let page = words().lang().tag();
    let tags = readers().into_iter().chain([page.to_owned()]);
    let names: Vec<RegionNames> = tags.take(MOST).filter_map(|tag| RegionNames::of(&tag)).collect();
    move |iso2| {
        let mut known: Vec<String> = names.iter().filter_map(|names| names.name(iso2)).collect();
        known.dedup();
        known
    }
}

#[wasm_bindgen]
extern "C" {
    /// The browser's names of regions, which js-sys does not have.
    #[wasm_bindgen(js_namespace = Intl, js_name = DisplayNames)]
    type DisplayNames;

    #[wasm_bindgen(constructor, js_namespace = Intl, js_class = "DisplayNames", catch)]
    fn new(tag: &str, options: &JsValue) -> Result<DisplayNames, JsValue>;

    /// An array, sorted by a function of the browser's own.
    #[wasm_bindgen(js_name = Array)]
    type Names;

    #[wasm_bindgen(method, js_name = sort)]
    fn sort_with(this: &Names, compare: &js_sys::Function);

    #[wasm_bindgen(method, catch)]
    fn of(this: &DisplayNames, code: &str) -> Result<JsValue, JsValue>;
}

/// The names of countries in a language, as the browser has them.
struct RegionNames {
    names: DisplayNames,
    /// Shorter names, where the long ones say more than a list has room for.
    short: Option<DisplayNames>,
}

impl RegionNames {
    /// `None` where the browser has none.
    fn of(tag: &str) -> Option<RegionNames> {
        let options = |style: &str| {
            let options = js_sys::Object::new();
            // A plain object takes its fields.
            let _ = js_sys::Reflect::set(&options, &"type".into(), &"region".into());
            let _ = js_sys::Reflect::set(&options, &"style".into(), &style.into());
            let _ = js_sys::Reflect::set(&options, &"fallback".into(), &"none".into());
            options
        };
        let names = DisplayNames::new(tag, &options("long")).ok()?;
        Some(RegionNames { names, short: DisplayNames::new(tag, &options("short")).ok() })
    }

    /// The name for a two-letter code; `None` where the language has none, or the code names no country any more.
    fn name(&self, iso2: &str) -> Option<String> {
        // The long names of these carry the state that they belong to, or another name in brackets.
        let from = match iso2 {
            "HK" | "MO" | "MM" => self.short.as_ref().unwrap_or(&self.names),
            // Yugoslavia, Serbia and Montenegro, the Netherlands Antilles: browsers name their successors.
            "YU" | "CS" | "AN" => return None,
            _ => &self.names,
        };
        from.of(iso2).ok()?.as_string()
    }
}

/// The message for a language whose words could not be loaded.
pub fn failed() -> String {
    say!(words(), SHELL_LANGUAGE_FAILED)
}
