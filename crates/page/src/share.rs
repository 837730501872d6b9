//! Taking a view along: its link, a frame for another site, files.

use tip::permalink::{self, Address, Embedded, View};
use tip::{Atlas, export};
use words::{Message, Words, say, text};

use crate::parts::{LINK, around, english, link};
use crate::picture::{Graphic, Size};
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
    let data = export::has_table(atlas, view).then(|| {
        let all = el("a").file("download/tier-atlas.xlsx").attr("rel", "external").attr("download", "");
        el("p")
            .class("save")
            .attr("role", "group")
            .attr("aria-label", say!(words, SHARE_DATA))
            .with(save("csv", text::SHARE_CSV))
            .with(save("csv-excel", text::SHARE_CSV_EXCEL))
            .with(save("zip", text::SHARE_ZIP))
            .with(save("json", text::SHARE_JSON))
            .with(all.with(say!(words, SHARE_XLSX)))
    });
    let embed = framed(&pinned).map(|shows| {
        let field = el("textarea").attr("id", "embed-code").attr("readonly", "").attr("rows", "4");
        let code = field.with(snippet(words, shows, setting));
        let label = el("label").class("embed-code").with(say!(words, SHARE_EMBED)).with(code);
        el("div").class("embed-code").with(label).with(link(View::EmbedAbout, say!(words, SHARE_EMBED_ABOUT)))
    });
    let citation = export::citation(atlas, &address).join(". ");
    let cited = english(words, el("span").with(citation));
    let sheet = el("button").attr("type", "button").attr("id", "share").attr("hidden", "");
    details(words).with(
        el("div")
            .with(sheet.with(say!(words, SHARE_SHEET)))
            .maybe(data)
            .maybe(pictures(atlas, view))
            .with(el("p").attr("id", "save-failed").class("notice").attr("role", "status").attr("hidden", ""))
            .maybe(embed)
            .maybe(preview(atlas, view))
            .with(el("p").class("remark").all(around(&say!(words, SHARE_CITE, citation = LINK), cited))),
    )
}

/// The ids of the fields that say which picture is wanted.
pub const GRAPHIC: &str = "picture-graphic";
/// The size.
pub const SIZE: &str = "picture-size";
/// The colours: `light` or `dark`.
pub const COLOURS: &str = "picture-colours";

/// The pictures of a view: which graphic, in what size and colours, as what kind of file.
fn pictures(atlas: &Atlas, view: &View) -> Option<Element> {
    let words = atlas.words();
    let graphics = Graphic::of(atlas, view);
    if graphics.is_empty() {
        return None;
    }
    let field = |id: &'static str, name: Message, options: Vec<(&'static str, String)>| {
        let options = options.into_iter().map(|(value, text)| el("option").attr("value", value).with(text));
        el("label").with(format!("{} ", words.text(&name))).with(el("select").attr("id", id).all(options))
    };
    let graphics = graphics.into_iter().map(|graphic| (graphic.slug(), graphic.named(words)));
    let size = |size: Size| match size {
        Size::Wide => say!(words, PICTURE_WIDE),
        Size::Tall => say!(words, PICTURE_TALL),
    };
    let sizes = Size::ALL.into_iter().map(|one| (one.slug(), size(one)));
    let colours = [("light", say!(words, PICTURE_LIGHT)), ("dark", say!(words, PICTURE_DARK))];
    let save = |kind: &'static str, name: Message| {
        el("button").attr("type", "button").attr("data-save", kind).with(words.text(&name))
    };
    Some(
        el("p")
            .class("save pictures")
            .attr("role", "group")
            .attr("aria-label", say!(words, PICTURE_GROUP))
            .with(field(GRAPHIC, text::PICTURE_GRAPHIC, graphics.collect()))
            .with(field(SIZE, text::PICTURE_SIZE, sizes.collect()))
            .with(field(COLOURS, text::PICTURE_COLOURS, colours.into()))
            .with(save("svg", text::SHARE_SVG))
            .with(save("png", text::SHARE_PNG)),
    )
}

/// What the preview of a shared link shows, where that is another edition: a static file does not know what its address asks for.
fn preview(atlas: &Atlas, view: &View) -> Option<Element> {
    let words = atlas.words();
    let edition = permalink::edition(atlas, Some(view.year()?));
    let newest = atlas.latest();
    let has_card = !matches!(view, View::Trends(_) | View::Search(_));
    (edition != newest && has_card).then(|| {
        let (year, newest) = (atlas.year(edition), atlas.year(newest));
        el("p").class("remark").with(say!(words, SHARE_PREVIEW, year = year, newest = newest))
    })
}

/// The whole address of a view.
fn address(view: &View, setting: &Setting) -> String {
    format!("{}{}", setting.site, Address { view: view.clone(), lang: setting.lang })
}

/// What can be framed of a view: a map, or a country's timeline.
fn framed(view: &View) -> Option<Embedded> {
    match view {
        View::Map(view) => Some(Embedded::Map(*view)),
        View::Country(view, _) => Some(Embedded::Country(*view)),
        _ => None,
    }
}

/// The type of the message by which a frame tells its height to the page around it: `{ type, height }`, in CSS pixels.
pub const HEIGHT_MESSAGE: &str = "tier-atlas:height";

/// The least height of a frame where its page runs no script, in pixels, and its proportion where it is wide: all fits at widths
/// of 320, 640 and 960 pixels.
pub const fn room(shows: Embedded) -> (u32, &'static str) {
    match shows {
        Embedded::Map(_) => (760, "4/3"),
        Embedded::Country(_) => (780, "16/9"),
    }
}

/// The frame to put into another page, and the script by which that gives it the height it asks for.
pub fn snippet(words: &Words, shows: Embedded, setting: &Setting) -> String {
    let title = match shows {
        Embedded::Map(_) => say!(words, SHARE_EMBED_MAP),
        Embedded::Country(_) => say!(words, SHARE_EMBED_COUNTRY),
    };
    // The address holds letters, digits and `/?=&,-` only; `&` is the one that HTML wants escaped.
    let address = address(&View::Embed(shows.into()), setting).replace('&', "&amp;");
    let (least, proportion) = room(shows);
    format!(
        "<iframe class=\"tier-atlas\" src=\"{address}\" title=\"{title}\" loading=\"lazy\" \
         style=\"width:100%;border:0;min-height:{least}px;aspect-ratio:{proportion}\"></iframe>
<script>
addEventListener(\"message\", ({{ data, source }}) => {{
  if (!data || data.type !== \"{HEIGHT_MESSAGE}\" || !(data.height > 0)) return;
  for (const frame of document.querySelectorAll(\"iframe.tier-atlas\")) {{
    if (frame.contentWindow !== source) continue;
    Object.assign(frame.style, {{ aspectRatio: \"auto\", minHeight: \"0\", height: data.height + \"px\" }});
  }}
}});
</script>"
    )
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
