//! Files by which editors that know oEmbed (version 1.0, type `rich`) make a frame from a pasted link to the map or to a country.

use page::{Setting, share};
use serde_json::json;
use tip::permalink::{Embedded, View};
use words::Words;

use crate::site::Base;

/// The size that is named: that of a column of text.
const WIDTH: u32 = 640;

/// The file of a view: its path within the site, and its text. Nothing for a view that is not framed, or where the site does not
/// know its own address, which oEmbed asks for.
pub fn file(view: &View, title: &str, base: &Base) -> Option<(String, String)> {
    let home = base.whole()?;
    let (name, shows) = match view {
        View::Map(view) => ("map".to_owned(), Embedded::Map(*view)),
        View::Country(view, _) => (view.code.to_string(), Embedded::Country(*view)),
        _ => return None,
    };
    let site = home.trim_end_matches('/').to_owned();
    let (height, _) = share::room(shows);
    let file = json!({
        "version": "1.0",
        "type": "rich",
        "provider_name": "Tier Atlas",
        "provider_url": home,
        "title": title,
        "html": share::snippet(&Words::default(), shows, &Setting { site, ..Setting::default() }),
        "width": WIDTH,
        "height": height,
    });
    Some((format!("oembed/{name}.json"), file.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    #[test]
    fn a_country_has_a_frame_with_a_whole_address() {
        let base = Base::parse("https://example.org/a/").unwrap();
        let (path, text) = file(&View::parse("/country/KOR"), "South Korea", &base).unwrap();
        assert_eq!(path, "oembed/KOR.json");
        let read: Value = serde_json::from_str(&text).unwrap();
        assert_eq!((read["version"].as_str(), read["type"].as_str()), (Some("1.0"), Some("rich")));
        assert!(read["html"].as_str().unwrap().contains("src=\"https://example.org/a/embed?country=KOR\""));
        assert!(file(&View::parse("/trends"), "", &base).is_none());
        assert!(file(&View::parse("/"), "", &Base::parse("/a/").unwrap()).is_none());
    }
}
