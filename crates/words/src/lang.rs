//! The languages of the interface.

/// A language that all of the interface is written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Lang {
    /// English, the report's own language.
    #[default]
    English,
    /// Spanish.
    Spanish,
    /// French.
    French,
    /// Korean.
    Korean,
}

impl Lang {
    /// All of them, in the order of the switch.
    pub const ALL: [Lang; 4] = [Lang::English, Lang::Spanish, Lang::French, Lang::Korean];

    /// The tag in `lang=` and in files: `ko`.
    pub const fn tag(self) -> &'static str {
        match self {
            Lang::English => "en",
            Lang::Spanish => "es",
            Lang::French => "fr",
            Lang::Korean => "ko",
        }
    }

    /// The language's own name.
    pub const fn name(self) -> &'static str {
        match self {
            Lang::English => "English",
            Lang::Spanish => "Español",
            Lang::French => "Français",
            Lang::Korean => "한국어",
        }
    }

    /// The language of a tag, with or without a region (`fr`, `fr-CA`, `KO_kr`); `None` for one that the interface is
    /// not written in.
    pub fn of_tag(tag: &str) -> Option<Lang> {
        let first = tag.split(['-', '_']).next().unwrap_or_default();
        Lang::ALL.into_iter().find(|lang| lang.tag().eq_ignore_ascii_case(first))
    }

    /// The language to speak: the one asked for, else the first that the reader reads, else English.
    pub fn choose<'a>(asked: Option<Lang>, read: impl IntoIterator<Item = &'a str>) -> Lang {
        asked.or_else(|| read.into_iter().find_map(Lang::of_tag)).unwrap_or_default()
    }

    /// How many digits a number has at least whose thousands are set apart. (CLDR, minimum grouping digits.)
    pub(crate) const fn grouped_from(self) -> usize {
        match self {
            Lang::Spanish => 5,
            Lang::English | Lang::French | Lang::Korean => 4,
        }
    }

    /// Whether a number takes the form of one thing: 1 in English and Spanish, 0 too in French; Korean has no
    /// such form. (Unicode CLDR, plural rules, cardinal; the form for millions does not occur here.)
    pub(crate) const fn is_one(self, n: u32) -> bool {
        match self {
            Lang::English | Lang::Spanish => n == 1,
            Lang::French => n < 2,
            Lang::Korean => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_asked_for_goes_before_those_of_the_browser() {
        assert_eq!(Lang::choose(Some(Lang::French), ["ko-KR"]), Lang::French);
        assert_eq!(Lang::choose(None, ["de-AT", "ko-KR", "fr"]), Lang::Korean);
        assert_eq!(Lang::choose(None, ["de"]), Lang::English);
        assert_eq!(Lang::choose(None, []), Lang::English);
    }

    #[test]
    fn tags_lead_back() {
        for lang in Lang::ALL {
            assert_eq!(Lang::of_tag(lang.tag()), Some(lang));
            assert_eq!(Lang::of_tag(&format!("{}-XX", lang.tag().to_uppercase())), Some(lang));
        }
        for none in ["", "-", "kor", "xx", "k"] {
            assert_eq!(Lang::of_tag(none), None, "{none}");
        }
    }
}
