//! A view as a file made in the browser: its data as CSV, JSON or ZIP, its graphics as SVG or PNG.

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use dom::language::words;
use leptos::prelude::set_timeout;
use page::picture::{self, Files, Graphic, Size, Style};
use page::share::{COLOURS, GRAPHIC, SIZE};
use tip::export::{self, Csv};
use tip::permalink::View;
use wasm_bindgen::{JsCast, JsValue};
use words::say;

use super::png::png;
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
    let consequences = store.consequences().ok();
    // Data are in English whatever the page's language, so that files of two readers can be joined.
    let data = store.english().ok_or(JsValue::NULL)?;
    let table = export::table(data, view, consequences).ok_or(JsValue::NULL)?;
    let name = &table.name;
    let csv = |csv: Csv| blob(&table.csv(csv).into(), "text/csv;charset=utf-8");
    match kind {
        "csv" => offer(&csv(Csv::Plain)?, &format!("{name}.csv")),
        "csv-excel" => offer(&csv(Csv::for_excel(&decimal()))?, &format!("{name}-excel.csv")),
        "json" => offer(&blob(&table.json(&citation).into(), "application/json")?, &format!("{name}.json")),
        "zip" => {
            let bytes = table.zip(&citation).map_err(|_| JsValue::NULL)?;
            let bytes = js_sys::Uint8Array::from(bytes.as_slice());
            offer(&blob(&bytes.into(), "application/zip")?, &format!("{name}.zip"))
        }
        _ => {
            let (graphic, style) = asked().ok_or(JsValue::NULL)?;
            let files = Files { world: store.world().ok(), consequences };
            let svg = picture::draw(atlas, view, graphic, files, style, &citation).ok_or(JsValue::NULL)?;
            let svg = blob(&picture::text(&svg).into(), "image/svg+xml")?;
            let dark = if style.dark { "-dark" } else { "" };
            let name = format!("{name}-{}-{}{dark}.{kind}", graphic.slug(), style.size.slug());
            match kind {
                "svg" => offer(&svg, &name),
                _ => offer(&png(&svg, style.size.pixels()).await?, &name),
            }
        }
    }
}

/// Which graphic the reader picked, and how it is to be.
fn asked() -> Option<(Graphic, Style)> {
    let (graphic, size) = (dom::value(GRAPHIC), dom::value(SIZE));
    let graphic = Graphic::ALL.into_iter().find(|one| one.slug() == graphic)?;
    let size = Size::ALL.into_iter().find(|one| one.slug() == size).unwrap_or_default();
    Some((graphic, Style { size, dark: dom::value(COLOURS) == "dark" }))
}

/// One and a half as the reader's locale writes it.
fn decimal() -> String {
    let language = web_sys::window().and_then(|window| window.navigator().language()).unwrap_or_default();
    js_sys::Number::from(1.5).to_locale_string(&language).into()
}

fn blob(part: &JsValue, kind: &str) -> Result<web_sys::Blob, JsValue> {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(kind);
    web_sys::Blob::new_with_str_sequence_and_options(&js_sys::Array::of1(part), &options)
}

/// How long the address of a file is kept: some browsers begin to read it only after a while.
const KEPT: Duration = Duration::from_secs(60);

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
    set_timeout(
        move || {
            if web_sys::Url::revoke_object_url(&url).is_err() {
                dom::log("the address of a file was not given back");
            }
        },
        KEPT,
    );
    Ok(())
}
