//! A page that a browser saved as one file (MHTML): an e-mail message whose first part in HTML is the page.

use mail_parser::{MessageParser, MimeHeaders, PartType};

use super::encoding;

/// The page in such a file, the address that it was saved from, and how many other pages (frames) in it name a tier.
///
/// # Errors
/// Where there is no page in it.
pub fn page(bytes: &[u8]) -> Result<(String, Option<String>, usize), String> {
    let message = MessageParser::new().parse(bytes).ok_or("it is no web page in one file")?;
    let mut pages = message.parts.iter().filter(|part| part.is_content_type("text", "html"));
    let page = pages.next().ok_or("it has no page of HTML in it")?;
    let text = body(&page.body)?;
    let others = pages.filter_map(|page| body(&page.body).ok()).filter(|text| text.contains("Tier ")).count();
    let saved = message.header_raw("Snapshot-Content-Location").map(|address| address.trim().to_owned());
    Ok((text, saved.or_else(|| page.content_location().map(str::to_owned)), others))
}

fn body(part: &PartType<'_>) -> Result<String, String> {
    match part {
        PartType::Html(text) | PartType::Text(text) => Ok(text.to_string()),
        PartType::Binary(bytes) | PartType::InlineBinary(bytes) => encoding::text(bytes),
        PartType::Message(_) | PartType::Multipart(_) => Err("it has no page of HTML in it".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::page;

    #[test]
    fn the_page_and_its_address_are_read() {
        let file = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/2024/x/\r\nSubject: x\r\nMIME-Version: 1.0\r\n\
            Content-Type: multipart/related; type=\"text/html\"; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\
            Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://example.org/2024/x/\r\n\r\n\
            <h2>C=C3=94TE D=E2=80=99IVOIRE (Tier=202)</h2>\r\n--b\r\nContent-Type: text/css\r\n\r\np {}\r\n--b--\r\n";
        let (text, address, others) = page(file.as_bytes()).unwrap();
        assert_eq!(others, 0);
        assert_eq!(text.trim(), "<h2>CÔTE D’IVOIRE (Tier 2)</h2>");
        assert_eq!(address.as_deref(), Some("https://example.org/2024/x/"));
        assert!(page(b"Content-Type: text/plain\r\n\r\nx").is_err());
    }
}
