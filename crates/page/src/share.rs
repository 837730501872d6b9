//! Taking a view along: its link, a frame for another site, files.

use tip::permalink::{Address, EmbedView, View};
use tip::{Atlas, export};
use words::{Message, Words, say, text};

use crate::parts::{LINK, around, english};
use crate::{Element, Setting, el};

/// The button that copies the link, and the field it is shown in where the browser does not let it.
pub fn copy_link(words: &Words) -> Element {
    el("span")
        .class("copy-link")
        .with(el("button").attr("type", "button").attr("id", "copy").with(say!(words, SHARE_COPY)))
        .with(
            el("label")
                .attr("id", "copy-by-hand")
                .attr("hidden", "")
                .with(format!("{} ", say!(words, SHARE_BY_HAND)))
                .with(el("input").attr("id", "copy-address").attr("type", "text").attr("readonly", "")),
        )
}

/// The link, and behind a button what else there is.
pub fn bar(atlas: &Atlas, view: &View, setting: &Setting) -> Element {
    el("div").class("share").with(copy_link(atlas.words())).with(menu(atlas, view, setting))
}

/// [`more`], once it has been opened; before, what opens it.
pub fn menu(atlas: &Atlas, view: &View, setting: &Setting) -> Element {
    match setting.shares {
        true => more(atlas, view, setting),
        false => details(atlas.words()),
    }
}

fn details(words: &Words) -> Element {
    el("details").class("take").attr("id", "take").with(el("summary").with(say!(words, SHARE_MORE)))
}

/// On the map's page: the id of the place of the button that fetches the menu, and then of the menu.
pub const PLACE: &str = "take-place";
/// The message if the menu cannot be loaded.
pub const LATE: &str = "take-failed";

/// The place of the menu on the map's page.
pub fn place(words: &Words) -> Element {
    let late = el("p").class("notice").attr("role", "status").attr("id", LATE).attr("hidden", "");
    el("div").with(el("div").attr("id", PLACE)).with(late.with(say!(words, SHARE_LATE)))
}

/// The button that fetches the menu.
pub fn button(words: &Words) -> Element {
    el("button").attr("type", "button").with(say!(words, SHARE_MORE))
}

/// What can be done with a view besides copying its link.
pub fn more(atlas: &Atlas, view: &View, setting: &Setting) -> Element {
    let words = atlas.words();
    let pinned = view.clone().pinned(atlas);
    let address = address(&pinned, setting);
    let save = |kind: &'static str, name: Message| {
        el("button").attr("type", "button").attr("data-save", kind).with(words.text(&name))
    };
    let data = export::has_table(atlas, view);
    // A table is no picture, and neither are strips.
    let picture = data
        && match view {
            View::Map(view) => !view.table,
            View::Compare(view) => !view.countries.is_empty(),
            _ => true,
        };
    let files = el("p")
        .class("save")
        .attr("role", "group")
        .attr("aria-label", say!(words, SHARE_DOWNLOAD))
        .maybe(data.then(|| save("csv", text::SHARE_CSV)))
        .maybe(data.then(|| save("json", text::SHARE_JSON)))
        .maybe(picture.then(|| save("svg", text::SHARE_SVG)))
        .maybe(picture.then(|| save("png", text::SHARE_PNG)));
    let embed = snippet(words, &pinned, setting).map(|snippet| {
        el("label").class("embed-code").with(say!(words, SHARE_EMBED)).with(
            el("textarea").attr("id", "embed-code").attr("readonly", "").attr("rows", "3").with(snippet),
        )
    });
    let citation = export::citation(atlas, &address).join(". ");
    let cited = english(words, el("span").with(citation));
    let sheet = el("button").attr("type", "button").attr("id", "share").attr("hidden", "");
    details(words).with(
        el("div")
            .with(sheet.with(say!(words, SHARE_SHEET)))
            .with(files)
            .with(el("p").attr("id", "save-failed").class("notice").attr("role", "status").attr("hidden", ""))
            .maybe(embed)
            .with(el("p").class("remark").all(around(&say!(words, SHARE_CITE, citation = LINK), cited))),
    )
}

/// The whole address of a view.
fn address(view: &View, setting: &Setting) -> String {
    format!("{}{}", setting.site, Address { view: view.clone(), lang: setting.lang })
}

/// The frame to put into another page; only a map and a country's timeline can be framed.
fn snippet(words: &Words, view: &View, setting: &Setting) -> Option<String> {
    let (embedded, title, height) = match view {
        View::Map(view) => (View::Embed(EmbedView::Map(*view)), say!(words, SHARE_EMBED_MAP), 720),
        View::Country(view, _) => {
            (View::Embed(EmbedView::Country(*view)), say!(words, SHARE_EMBED_COUNTRY), 520)
        }
        _ => return None,
    };
    // The address holds letters, digits and `/?=&,-` only; `&` is the one that HTML wants escaped.
    let address = address(&embedded, setting).replace('&', "&amp;");
    Some(format!(
        "<iframe src=\"{address}\" title=\"{title}\" width=\"100%\" height=\"{height}\" style=\"border:0\" loading=\"lazy\"></iframe>"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Node;

    #[test]
    fn the_frame_shows_the_edition_on_show_for_good() {
        let atlas = Atlas::from_json(&testdata::atlas_until(2025).unwrap()).unwrap();
        let setting = |site: &str| Setting { site: site.to_owned(), ..Setting::default() };
        let here = setting("https://example.org/atlas");
        let nodes: Node = more(&atlas, &View::parse("/?region=near-east"), &here).into();
        assert!(
            nodes.text().contains("src=\"https://example.org/atlas/embed?year=2025&amp;region=near-east\""),
            "{}",
            nodes.text()
        );
        let trends: Node = more(&atlas, &View::parse("/trends"), &here).into();
        assert!(!trends.text().contains("iframe"));
    }
}
