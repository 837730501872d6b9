//! A view as a file: its data as CSV or JSON, its graphic as SVG or PNG, made in the browser.

use std::future::Future;
use std::pin::Pin;

use dom::language::words;
use tip::export;
use tip::permalink::View;
use wasm_bindgen::{JsCast, JsValue};
use words::say;

use super::picture;
use crate::part::part;
use crate::parts::copy_link;
use crate::store::Store;

/// Saves a view as a file of a kind. The error is the message for the reader.
type Save = fn(Store, View, String) -> Pin<Box<dyn Future<Output = Result<(), String>>>>;

part!(tools: Save = |store, view, kind| {
    Box::pin(async move {
        saved(store, &view, &kind).await.map_err(|_| say!(words(), SHARE_FAILED))
    })
});

async fn saved(store: Store, view: &View, kind: &str) -> Result<(), JsValue> {
    let atlas = store.atlas().map_err(|_| JsValue::NULL)?;
    let citation = export::citation(atlas, &copy_link::address(atlas, view));
    // Data are in English whatever the page's language, so that files of two readers can be joined.
    let data = store.english().ok_or(JsValue::NULL)?;
    let table = export::table(data, view, store.consequences().ok()).ok_or(JsValue::NULL)?;
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
