//! Taking a view along: its link, a frame for another site, files.

use tip::permalink::{EmbedView, View};
use tip::{Atlas, export};

use crate::{Element, Setting, el};

/// What the button says.
pub const COPY: &str = "Copy link";
/// What it says once it has done so.
pub const COPIED: &str = "Link copied";

/// The button that copies the link, and the field it is shown in where the browser does not let it.
pub fn copy_link() -> Element {
    el("span")
        .class("copy-link")
        .with(el("button").attr("type", "button").attr("id", "copy").with(COPY))
        .with(
            el("label")
                .attr("id", "copy-by-hand")
                .attr("hidden", "")
                .with("Copy this address: ")
                .with(el("input").attr("id", "copy-address").attr("type", "text").attr("readonly", "")),
        )
}

/// The link, and behind a button what else there is.
pub fn bar(atlas: &Atlas, view: &View, setting: &Setting) -> Element {
    el("div").class("share").with(copy_link()).with(more(atlas, view, &setting.site))
}

/// What can be done with a view besides copying its link. `site` is the address of the site, with its base path
/// and without a slash at its end.
pub fn more(atlas: &Atlas, view: &View, site: &str) -> Element {
    let pinned = view.clone().pinned(atlas);
    let address = format!("{site}{pinned}");
    let save = |kind: &'static str, name: &'static str| {
        el("button").attr("type", "button").attr("data-save", kind).with(name)
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
        .attr("aria-label", "Download")
        .maybe(data.then(|| save("csv", "Data as CSV")))
        .maybe(data.then(|| save("json", "Data as JSON")))
        .maybe(picture.then(|| save("svg", "Picture as SVG")))
        .maybe(picture.then(|| save("png", "Picture as PNG")));
    let embed = snippet(&pinned, site).map(|snippet| {
        el("label").class("embed-code").with("To embed it in another page, paste this there:").with(
            el("textarea").attr("id", "embed-code").attr("readonly", "").attr("rows", "3").with(snippet),
        )
    });
    let citation = export::citation(atlas, &address).join(". ");
    el("details").class("take").attr("id", "take").with(el("summary").with("Share and download")).with(
        el("div")
            .with(el("button").attr("type", "button").attr("id", "share").attr("hidden", "").with("Share …"))
            .with(files)
            .with(el("p").attr("id", "save-failed").class("notice").attr("role", "status").attr("hidden", ""))
            .maybe(embed)
            .with(el("p").class("remark").with(format!("To cite: {citation}."))),
    )
}

/// The frame to put into another page; only a map and a country's timeline can be framed.
fn snippet(view: &View, site: &str) -> Option<String> {
    let (embedded, title, height) = match view {
        View::Map(view) => (View::Embed(EmbedView::Map(*view)), "World tier map", 720),
        View::Country(view) => (View::Embed(EmbedView::Country(*view)), "Timeline of a country", 520),
        _ => return None,
    };
    // The address holds letters, digits and `/?=&,-` only; `&` is the one that HTML wants escaped.
    let address = format!("{site}{embedded}").replace('&', "&amp;");
    Some(format!(
        "<iframe src=\"{address}\" title=\"{title}: Tier Atlas\" width=\"100%\" height=\"{height}\" style=\"border:0\" loading=\"lazy\"></iframe>"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Node;

    #[test]
    fn the_frame_shows_the_edition_on_show_for_good() {
        let atlas = Atlas::from_json(include_str!("../../../assets/data/atlas.json")).unwrap();
        let nodes: Node =
            more(&atlas, &View::parse("/?region=near-east"), "https://example.org/atlas").into();
        assert!(
            nodes.text().contains("src=\"https://example.org/atlas/embed?year=2025&amp;region=near-east\""),
            "{}",
            nodes.text()
        );
        let trends: Node = more(&atlas, &View::parse("/trends"), "https://example.org").into();
        assert!(!trends.text().contains("iframe"));
    }
}
