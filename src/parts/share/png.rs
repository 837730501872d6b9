//! A picture painted by the browser.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// How much finer than a CSS pixel a PNG is.
const FINE: u32 = 2;

/// An SVG of a size in pixels, painted as a PNG.
pub async fn png(svg: &web_sys::Blob, (width, height): (u32, u32)) -> Result<web_sys::Blob, JsValue> {
    let document = dom::document().ok_or(JsValue::NULL)?;
    let url = web_sys::Url::create_object_url_with_blob(svg)?;
    let image: web_sys::HtmlImageElement = document.create_element("img")?.dyn_into()?;
    image.set_src(&url);
    let loaded = JsFuture::from(image.decode()).await;
    web_sys::Url::revoke_object_url(&url)?;
    loaded?;
    let canvas: web_sys::HtmlCanvasElement = document.create_element("canvas")?.dyn_into()?;
    canvas.set_width(width * FINE);
    canvas.set_height(height * FINE);
    let context: web_sys::CanvasRenderingContext2d =
        canvas.get_context("2d")?.ok_or(JsValue::NULL)?.dyn_into()?;
    let (wide, high) = (f64::from(width * FINE), f64::from(height * FINE));
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, wide, high)?;
    let made = js_sys::Promise::new(&mut |done, failed| {
        let take = Closure::once_into_js(move |blob: JsValue| {
            let answer = if blob.is_null() { &failed } else { &done };
            // A promise accepts its result; an error here could not be reported.
            drop(answer.call1(&JsValue::NULL, &blob));
        });
        if canvas.to_blob(take.unchecked_ref()).is_err() {
            dom::log("the picture could not be painted");
        }
    });
    JsFuture::from(made).await?.dyn_into()
}
