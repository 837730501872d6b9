//! Percent-encoding, undone without ever failing.

use std::{borrow::Cow, fmt};

/// A text as forms escape it.
pub fn escaped(text: &str) -> String {
    let mut value = String::new();
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => {
                value.push(char::from(byte));
            }
            b' ' => value.push('+'),
            other => value.push_str(&format!("%{other:02X}")),
        }
    }
    value
}

/// Undoes percent-encoding. A `%` that starts no valid escape stays as it is; bytes that are no UTF-8
/// become U+FFFD. `decodeURIComponent` would throw on both.
pub fn decoded(text: &str, plus_is_space: bool) -> Cow<'_, str> {
    if !text.bytes().any(|b| b == b'%' || (plus_is_space && b == b'+')) {
        return Cow::Borrowed(text);
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    loop {
        match rest {
            [b'%', high, low, tail @ ..] if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() => {
                bytes.push(hex(*high) << 4 | hex(*low));
                rest = tail;
            }
            [b'+', tail @ ..] if plus_is_space => {
                bytes.push(b' ');
                rest = tail;
            }
            [byte, tail @ ..] => {
                bytes.push(*byte);
                rest = tail;
            }
            [] => break,
        }
    }
    Cow::Owned(String::from_utf8_lossy(&bytes).into_owned())
}

fn hex(digit: u8) -> u8 {
    char::from(digit).to_digit(16).map_or(0, |value| value as u8)
}

/// Writes a path with all escaped that could be read as anything but the path.
pub fn encoded(f: &mut fmt::Formatter<'_>, path: &str) -> fmt::Result {
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' | b'~' => {
                write!(f, "{}", char::from(byte))?;
            }
            other => write!(f, "%{other:02X}")?,
        }
    }
    Ok(())
}
