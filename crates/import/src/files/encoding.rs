//! The bytes of a file made into text, in the encodings that browsers and editors save.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// The text of some bytes: in UTF-8, in UTF-16 with or without its mark, in the encoding that a page of HTML declares, or in
/// Windows-1252.
///
/// # Errors
/// Where the encoding cannot be told, or is not the one that is declared.
pub fn text(bytes: &[u8]) -> Result<String, String> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return decoded(encoding, bytes.get(mark..).unwrap_or_default(), "by its mark");
    }
    if let Some(encoding) = wide(bytes) {
        return decoded(encoding, bytes, "by its zeros");
    }
    // Letters of several bytes are no chance: a page that says otherwise was saved in another encoding than it was sent in.
    if let Ok(text) = std::str::from_utf8(bytes)
        && !text.is_ascii()
        && !text.contains('\0')
    {
        return Ok(text.to_owned());
    }
    if let Some(encoding) = declared(bytes) {
        return decoded(encoding, bytes, "as it says");
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return match text.contains('\0') {
            true => Err(unreadable("it has bytes that are no text")),
            false => Ok(text.to_owned()),
        };
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    if guess == WINDOWS_1252 && !bytes.contains(&0) {
        let text = decoded(WINDOWS_1252, bytes, "by its letters")?;
        // The bytes that Windows-1252 does not use.
        if !text.chars().any(|c| ('\u{80}'..='\u{9f}').contains(&c)) {
            return Ok(text);
        }
    }
    Err(unreadable("it is not in UTF-8, and says nothing of its encoding"))
}

fn decoded(encoding: &'static Encoding, bytes: &[u8], why: &str) -> Result<String, String> {
    let (text, broken) = encoding.decode_without_bom_handling(bytes);
    match broken || text.contains('\0') {
        true => {
            Err(unreadable(&format!("it is in {} {why}, and has bytes that are none of it", encoding.name())))
        }
        false => Ok(text.into_owned()),
    }
}

fn unreadable(why: &str) -> String {
    format!("its encoding cannot be read: {why}; open it and save it in UTF-8")
}

/// UTF-16 without its mark: every other byte of plain text in it is zero.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..bytes.len().min(4096))?;
    let zeros = |first: usize| sample.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let most = sample.len() / 4;
    match (even, odd) {
        _ if sample.len() < 4 || !bytes.len().is_multiple_of(2) => None,
        (0, odd) if odd > most => Some(UTF_16LE),
        (even, 0) if even > most => Some(UTF_16BE),
        _ => None,
    }
}

/// The encoding that a page of HTML declares at its beginning.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    const BEGINNING: usize = 2048;
    let beginning = String::from_utf8_lossy(bytes.get(..bytes.len().min(BEGINNING))?).to_lowercase();
    let tag = beginning.split('<').find(|tag| {
        (tag.starts_with("meta") || tag.starts_with("?xml")) && tag.contains("charset=")
            || tag.starts_with("?xml") && tag.contains("encoding=")
    })?;
    let (_, value) = tag.split_once("charset=").or_else(|| tag.split_once("encoding="))?;
    let label = value.trim_start_matches(['"', '\'', ' ']);
    let label = label.split(['"', '\'', ' ', ';', '>', '/', '?']).next()?;
    let encoding = Encoding::for_label(label.as_bytes())?;
    // A page that was read to here as single bytes is in no UTF-16, whatever it says.
    Some(if [UTF_16LE, UTF_16BE].contains(&encoding) { UTF_8 } else { encoding })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf16(text: &str, big: bool) -> Vec<u8> {
        text.encode_utf16()
            .flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() })
            .collect()
    }

    #[test]
    fn text_is_read_in_the_encodings_that_files_have() {
        let words = "TÜRKİYE".replace('İ', "I");
        let windows =
            WINDOWS_1252.encode("<meta charset='windows-1252'>CÔTE D’IVOIRE – São Tomé").0.into_owned();
        assert!(text(&windows).unwrap().ends_with("CÔTE D’IVOIRE – São Tomé"));
        let undeclared = WINDOWS_1252
            .encode("The Government of Côte d’Ivoire does not fully meet the standards – it’s so.")
            .0;
        assert_eq!(
            text(&undeclared).unwrap(),
            "The Government of Côte d’Ivoire does not fully meet the standards – it’s so."
        );
        for big in [false, true] {
            assert_eq!(text(&utf16(&words, big)).unwrap(), words);
            assert_eq!(text(&utf16(&format!("\u{feff}{words}"), big)).unwrap(), words);
        }
        assert_eq!(text("\u{feff}é".as_bytes()).unwrap(), "é");
        let page = "<meta http-equiv=x content='text/html; charset=iso-8859-1'>Côte d’Ivoire";
        assert_eq!(text(page.as_bytes()).unwrap(), page);
    }

    #[test]
    fn an_encoding_that_cannot_be_read_is_called_that() {
        for bytes in [
            &b"\x89PNG\r\n\x1a\n\0\0\0"[..],
            b"abc\x81\x8d\x90 \xff\xfe",
            b"<meta charset=utf-8>caf\xe9",
            b"a\0b",
        ] {
            let why = text(bytes).unwrap_err();
            assert!(why.starts_with("its encoding cannot be read"), "{bytes:?}: {why}");
        }
    }
}
