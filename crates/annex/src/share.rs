//! Links, the system's share sheet, and files made in the browser.

mod picture;

use dom::language::words;
use tip::permalink::{Address, View};
use tip::{Atlas, export};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use words::text::{SHARE_COPIED, SHARE_COPY};
use words::{Message, say};

use crate::{door, files};

/// The address of the site, with its base path, without a slash at its end.
pub fn site() -> String {
    format!("{}{}", dom::address::origin(), dom::address::base().trim_end_matches('/'))
}

/// The link to a view that goes on meaning what is shown now.
fn link(atlas: &Atlas, view: &View) -> String {
    let address = Address { view: view.clone().pinned(atlas), lang: dom::language::asked() };
    format!("{}{address}", site())
}

/// What can be taken along of the map, in the place that the app keeps for it.
pub fn beside_the_map(view: &View) {
    let (Ok(atlas), Some(place)) = (files::atlas(), dom::by_id("annex-share")) else { return };
    // Only once it was asked for: before, the app's own button stands there.
    let asked = place.has_attribute("data-asked");
    let there = dom::by_id("take");
    if !asked && there.is_none() {
        return;
    }
    let open = asked || there.is_some_and(|there| there.has_attribute("open"));
    let more = page::share::more(atlas, view, &crate::room::setting());
    dom::put(&place, &[if open { more.attr("open", "") } else { more }.into()]);
    reset();
    if asked {
        dom::set_of("annex-share", "data-asked", None);
        dom::focus_on_first(&place, "summary");
    }
}

/// What was copied or could not be saved belongs to the view of then.
pub fn reset() {
    if dom::by_id("annex").is_some() {
        shows(SHARE_COPY, None);
    }
    dom::flag_of("save-failed", "hidden", true);
    let able = web_sys::window()
        .is_some_and(|window| js_sys::Reflect::has(&window.navigator(), &"share".into()).unwrap_or(false));
    dom::flag_of("share", "hidden", !able);
}

/// Shows what the button says, and the address where it has to be copied by hand.
fn shows(label: Message, by_hand: Option<&str>) {
    dom::text_of("copy", &words().text(&label));
    dom::flag_of("copy-by-hand", "hidden", by_hand.is_none());
    dom::value_of("copy-address", by_hand.unwrap_or_default());
}

/// Does what a button of the bar is for; `false` for any other place.
pub fn click(event: &web_sys::Event) -> bool {
    let (Ok(atlas), Some(view)) = (files::atlas(), door::view()) else { return false };
    if dom::closest(event, "#annex #copy").is_some() {
        let address = link(atlas, &view);
        spawn_local(async move {
            if dom::copied(&address).await {
                dom::text_of("annex-said", &words().text(&SHARE_COPIED));
                shows(SHARE_COPIED, None);
            } else {
                shows(SHARE_COPY, Some(&address));
            }
        });
    } else if dom::closest(event, "#share").is_some() {
        let data = web_sys::ShareData::new();
        data.set_title(&dom::document().map(|document| document.title()).unwrap_or_default());
        data.set_url(&link(atlas, &view));
        if let Some(window) = web_sys::window() {
            let sheet = window.navigator().share_with_data(&data);
            // A reader who closes the sheet has shared nothing, and wants no message.
            spawn_local(async move { JsFuture::from(sheet).await.map(drop).unwrap_or_default() });
        }
    } else if let Some(button) = dom::closest(event, "[data-save]") {
        let kind = button.get_attribute("data-save").unwrap_or_default();
        spawn_local(async move {
            if save(atlas, &view, &kind).await.is_err() {
                dom::text_of("save-failed", &say!(words(), SHARE_FAILED));
                dom::flag_of("save-failed", "hidden", false);
            }
        });
    } else {
        return false;
    }
    true
}

async fn save(atlas: &'static Atlas, view: &View, kind: &str) -> Result<(), JsValue> {
    let citation = export::citation(atlas, &link(atlas, view));
    // Data are in English whatever the page's language, so that files of two readers can be joined.
    let data = files::english().ok_or(JsValue::NULL)?;
    let table = export::table(data, view).ok_or(JsValue::NULL)?;
    let name = format!("{}.{kind}", table.name);
    match kind {
        "csv" => offer(&blob(&table.csv(&citation), "text/csv;charset=utf-8")?, &name),
        "json" => offer(&blob(&table.json(&citation), "application/json")?, &name),
        _ => {
            let picture = picture::of_page(&citation)?;
            let svg = blob(&picture.text, "image/svg+xml")?;
            if kind == "svg" {
                return offer(&svg, &name);
            }
            offer(&picture::png(&svg, picture.size).await?, &name)
        }
    }
}

fn blob(text: &str, kind: &str) -> Result<web_sys::Blob, JsValue> {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(kind);
    web_sys::Blob::new_with_str_sequence_and_options(&js_sys::Array::of1(&text.into()), &options)
}

/// Gives a file to the reader under a name.
fn offer(file: &web_sys::Blob, name: &str) -> Result<(), JsValue> {
    let document = dom::document().ok_or(JsValue::NULL)?;
    let url = web_sys::Url::create_object_url_with_blob(file)?;
    let link: web_sys::HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    link.set_href(&url);
    link.set_download(name);
    // Not a way within the atlas.
    link.set_attribute("rel", "external")?;
    link.click();
    web_sys::Url::revoke_object_url(&url)
}
