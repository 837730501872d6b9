//! Country codes.

use std::fmt;

/// An ISO 3166-1 alpha-3 code (or XKX for Kosovo, or the code of a former country): three capital
/// letters. That a code is well formed does not mean that the atlas has such a country.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Code([u8; 3]);

impl Code {
    /// Reads three letters of either case; `None` for anything else.
    pub fn parse(text: &str) -> Option<Code> {
        let letters: [u8; 3] = text.as_bytes().try_into().ok()?;
        letters
            .iter()
            .all(u8::is_ascii_alphabetic)
            .then(|| Code(letters.map(|letter| letter.to_ascii_uppercase())))
    }

    /// The three capital letters.
    pub fn as_str(&self) -> &str {
        // Only ASCII letters get in, so the default is never taken.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::Code;

    #[test]
    fn only_three_letters_are_a_code() {
        assert_eq!(Code::parse("kor").map(|c| c.to_string()), Some("KOR".into()));
        for bad in ["", "KO", "KORE", "K R", "K0R", "ÅÄ", "é1"] {
            assert_eq!(Code::parse(bad), None, "{bad}");
        }
    }
}
