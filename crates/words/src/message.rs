//! A message, and how it is filled in.

use crate::catalogue::{inside, parts};
use crate::{Lang, numbers};

/// A message of the interface.
#[derive(Clone, Copy, Debug)]
pub struct Message {
    /// Its number: its place in the file of a language.
    pub at: u16,
    /// The message in English.
    pub english: &'static str,
    /// The names that it has filled in, in alphabetical order.
    pub names: &'static [&'static str],
}

/// What is filled in for a name.
#[derive(Clone, Copy, Debug)]
pub enum Arg<'a> {
    /// A text, as it is.
    Text(&'a str),
    /// A number, by which a message may choose its form.
    Number(u32),
}

/// What can be filled in.
pub trait Fills {
    /// As it is filled in.
    fn arg(&self) -> Arg<'_>;
}

impl Fills for str {
    fn arg(&self) -> Arg<'_> {
        Arg::Text(self)
    }
}

impl<T: Fills + ?Sized> Fills for &T {
    fn arg(&self) -> Arg<'_> {
        (**self).arg()
    }
}

impl Fills for String {
    fn arg(&self) -> Arg<'_> {
        Arg::Text(self)
    }
}

impl Fills for u16 {
    fn arg(&self) -> Arg<'_> {
        Arg::Number((*self).into())
    }
}

impl Fills for u32 {
    fn arg(&self) -> Arg<'_> {
        Arg::Number(*self)
    }
}

impl Fills for usize {
    fn arg(&self) -> Arg<'_> {
        Arg::Number(u32::try_from(*self).unwrap_or(u32::MAX))
    }
}

/// The names of a message, and what is given for each.
struct Given<'a> {
    names: &'a [&'a str],
    args: &'a [Arg<'a>],
}

/// The words of a language. A message that its file lacks is in English.
#[derive(Clone, Debug, Default)]
pub struct Words {
    lang: Lang,
    /// The messages by their numbers; empty for English, which is compiled in.
    texts: Vec<String>,
}

impl Words {
    /// The words of a language, by the numbers of the messages.
    pub const fn new(lang: Lang, texts: Vec<String>) -> Words {
        Words { lang, texts }
    }

    /// The language.
    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// Whether these are the English words.
    pub fn is_english(&self) -> bool {
        self.lang == Lang::English
    }

    /// A message that has no names.
    pub fn text(&self, message: &Message) -> String {
        self.fill(message.at, message.english, &[], &[])
    }

    /// A message with its names filled in: what [`crate::say`] calls, with the names and what is to be filled in for
    /// them in one order. A name that nothing is given for stands as it is, in braces.
    // Not inlined: it is called from some hundreds of places.
    #[inline(never)]
    pub fn fill(&self, at: u16, english: &str, names: &[&str], args: &[Arg]) -> String {
        let text = self.texts.get(usize::from(at)).map_or(english, String::as_str);
        let mut out = String::with_capacity(text.len() + 16);
        self.write(&mut out, text, &Given { names, args });
        out
    }

    fn write(&self, out: &mut String, text: &str, given: &Given) {
        let mut rest = text;
        while let Some((before, from)) = rest.find('{').and_then(|open| rest.split_at_checked(open)) {
            out.push_str(before);
            let Some(within) = inside(from) else {
                rest = from;
                break;
            };
            self.one(out, within, given);
            rest = from.get(within.len() + 2..).unwrap_or_default();
        }
        out.push_str(rest);
    }

    /// Writes what a pair of braces asks for.
    fn one(&self, out: &mut String, within: &str, given: &Given) {
        let mut forms = parts(within);
        let asked = forms.next().unwrap_or_default();
        let name = asked.trim_end_matches(['!', '#', ',']);
        let found =
            given.names.iter().position(|known| *known == name).and_then(|at| given.args.get(at)).copied();
        match (found, forms.next(), forms.next()) {
            (Some(Arg::Number(n)), Some(one), Some(more)) => {
                self.write(out, if self.lang.is_one(n) { one } else { more }, given);
            }
            (Some(Arg::Number(n)), ..) => out.push_str(&match asked.strip_prefix(name) {
                Some("!") => self.in_letters(n),
                Some("#") => numbers::ordinal(n),
                Some(",") => self.grouped(n),
                _ => n.to_string(),
            }),
            (Some(Arg::Text(text)), ..) => out.push_str(text),
            (None, ..) => {
                out.push('{');
                out.push_str(within);
                out.push('}');
            }
        }
    }
}

/// Whether a message has the names given, and no others. Both lists are short, and each name is there once.
pub const fn agree(names: &[&str], given: &[&str]) -> bool {
    if names.len() != given.len() {
        return false;
    }
    let mut at = 0;
    while at < given.len() {
        let mut other = 0;
        let mut found = false;
        while other < names.len() {
            #[expect(
                clippy::indexing_slicing,
                reason = "both are within bounds, and it runs when the crate is built"
            )]
            if same(names[other].as_bytes(), given[at].as_bytes()) {
                found = true;
            }
            other += 1;
        }
        if !found {
            return false;
        }
        at += 1;
    }
    true
}

const fn same(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let mut at = 0;
    while at < a.len() {
        #[expect(clippy::indexing_slicing, reason = "within bounds")]
        if a[at] != b[at] {
            return false;
        }
        at += 1;
    }
    true
}

/// A number that changes when messages come or go, for the file of a language to be told from that of another
/// build (FNV-1a over the names).
pub const fn fingerprint(keys: &[&str]) -> u32 {
    let mut hash: u32 = 0x811c_9dc5;
    let mut at = 0;
    while at < keys.len() {
        #[expect(clippy::indexing_slicing, reason = "within bounds")]
        let key = keys[at].as_bytes();
        let mut letter = 0;
        while letter < key.len() {
            #[expect(clippy::indexing_slicing, reason = "within bounds")]
            let byte = key[letter];
            hash = (hash ^ byte as u32).wrapping_mul(0x0100_0193);
            letter += 1;
        }
        hash = (hash ^ 0x2c).wrapping_mul(0x0100_0193);
        at += 1;
    }
    hash
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(lang: Lang, text: &str, given: &[(&str, Arg)]) -> String {
        let (names, args): (Vec<&str>, Vec<Arg>) = given.iter().copied().unzip();
        Words::new(lang, Vec::new()).fill(0, text, &names, &args)
    }

    #[test]
    fn names_numbers_and_forms_are_filled_in() {
        let out = |n: u32| {
            filled(Lang::English, "{name}: {n!} {n|edition|editions}", &[("name", "x".arg()), ("n", n.arg())])
        };
        assert_eq!(out(1), "x: one edition");
        assert_eq!(out(3), "x: three editions");
        assert_eq!(out(20), "x: 20 editions");
        assert_eq!(filled(Lang::English, "the {n#} time", &[("n", 22u32.arg())]), "the 22nd time");
        assert_eq!(filled(Lang::English, "{n,}", &[("n", 4687u32.arg())]), "4,687");
    }

    #[test]
    fn forms_follow_the_language_and_may_hold_the_number() {
        let text = "{n|seule|{n} de plus}";
        assert_eq!(filled(Lang::French, text, &[("n", 0u32.arg())]), "seule");
        assert_eq!(filled(Lang::Spanish, text, &[("n", 0u32.arg())]), "0 de plus");
        assert_eq!(filled(Lang::Korean, text, &[("n", 1u32.arg())]), "1 de plus");
    }

    #[test]
    fn a_damaged_text_is_said_as_it_is() {
        for text in ["{", "}", "{n", "a {b} c", "{n|x}", "{}", "{{n}}"] {
            let out = filled(Lang::English, text, &[]);
            assert!(!out.is_empty(), "{text}");
        }
    }

    #[test]
    fn what_a_language_lacks_is_said_in_english() {
        let words = Words::new(Lang::French, vec!["Bonjour".to_owned()]);
        assert_eq!(words.fill(0, "Hello", &[], &[]), "Bonjour");
        assert_eq!(words.fill(1, "World", &[], &[]), "World");
    }

    #[test]
    fn the_names_given_are_those_of_the_message() {
        assert!(agree(&["a", "b"], &["b", "a"]));
        assert!(!agree(&["a"], &[]));
        assert!(!agree(&["a"], &["b"]));
        assert_ne!(fingerprint(&["a", "b"]), fingerprint(&["ab"]));
    }
}
