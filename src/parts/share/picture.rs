//! The graphic of a page as a picture by itself: what the style sheet says is written into each node, and
//! with title above, citation and licence below.

use chart::number::decimal;
use chart::shape::text_width;
use page::{Node, el};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// What is kept of the style sheet.
const STYLES: [&str; 13] = [
    "fill",
    "stroke",
    "stroke-width",
    "stroke-dasharray",
    "opacity",
    "font-family",
    "font-size",
    "font-weight",
    "text-anchor",
    "paint-order",
    "vector-effect",
    "transform",
    "display",
];

/// How much finer than a CSS pixel a PNG is.
const FINE: f64 = 2.0;

/// A picture as SVG.
pub struct Picture {
    /// Its text.
    pub text: String,
    /// Width and height in pixels.
    pub size: (f64, f64),
}

/// The picture of the page's first graphic.
pub fn of_page(notes: &[String]) -> Result<Picture, JsValue> {
    let document = dom::document().ok_or(JsValue::NULL)?;
    let title = document.query_selector("h1")?.and_then(|title| title.text_content()).unwrap_or_default();
    let graphic = in_sight(&document)?;
    let copy: web_sys::Element = graphic.clone_node_with_deep(true)?.dyn_into()?;
    dress(&graphic, &copy)?;
    let rect = graphic.get_bounding_client_rect();
    let (width, high) = (rect.width(), rect.height());
    let paper = styles(&document.body().ok_or(JsValue::NULL)?.into())?;
    let (paper, ink) = (paper.get_property_value("background-color")?, paper.get_property_value("color")?);
    let lines = wrapped(&title, 20.0, width - 32.0);
    let notes: Vec<String> = notes.iter().flat_map(|note| wrapped(note, 11.0, width - 32.0)).collect();
    let top = 28.0 + 26.0 * lines.len() as f64;
    let height = top + high + 24.0 + 16.0 * notes.len() as f64;
    let line = |at: usize, text: &String, from: f64, step: f64, size: &'static str| {
        el("text")
            .attr("x", "16")
            .attr("y", decimal(from + step * at as f64, 1))
            .attr("font-size", size)
            .attr("font-family", if size == "20" { "Georgia, serif" } else { "sans-serif" })
            .attr("fill", ink.clone())
            .with(text.clone())
    };
    let frame = el("svg")
        .attr("xmlns", "http://www.w3.org/2000/svg")
        .attr("width", decimal(width, 0))
        .attr("height", decimal(height, 0))
        .attr("viewBox", format!("0 0 {} {}", decimal(width, 0), decimal(height, 0)))
        .with(el("title").with(title))
        .with(el("rect").attr("width", "100%").attr("height", "100%").attr("fill", paper))
        .all(lines.iter().enumerate().map(|(at, text)| line(at, text, 32.0, 26.0, "20")))
        .all(notes.iter().enumerate().map(|(at, text)| line(at, text, top + high + 20.0, 16.0, "11")));
    let place = document.create_element("div")?;
    dom::put(&place, &[Node::from(frame)]);
    let frame = place.first_element_child().ok_or(JsValue::NULL)?;
    copy.set_attribute("x", "0")?;
    copy.set_attribute("y", &decimal(top, 1))?;
    copy.set_attribute("width", &decimal(width, 1))?;
    copy.set_attribute("height", &decimal(high, 1))?;
    frame.append_child(&copy)?;
    let text = web_sys::XmlSerializer::new()?.serialize_to_string(&frame)?;
    Ok(Picture { text, size: (width, height) })
}

/// Returns the first visible graphic of the page. A chart may also be there for another width, hidden.
fn in_sight(document: &web_sys::Document) -> Result<web_sys::Element, JsValue> {
    let all = document.query_selector_all("svg.world, svg.timeline-chart, svg.chart, .movers-map svg")?;
    let all = (0..all.length()).filter_map(|at| all.item(at)?.dyn_into::<web_sys::Element>().ok());
    all.into_iter().find(|graphic| graphic.get_bounding_client_rect().width() > 0.0).ok_or(JsValue::NULL)
}

/// Writes what the style sheet says into a copy of a node and all that is in it.
fn dress(node: &web_sys::Element, copy: &web_sys::Element) -> Result<(), JsValue> {
    let style = styles(node)?;
    for name in STYLES {
        let value = style.get_property_value(name)?;
        if !value.is_empty() && value != "none" || name == "fill" || name == "display" {
            copy.set_attribute(name, &value)?;
        }
    }
    for name in ["class", "style", "tabindex", "aria-label", "aria-describedby", "role", "href", "id"] {
        // The textures are referred to by their ids.
        if !(name == "id" && node.tag_name() == "pattern") {
            copy.remove_attribute(name)?;
        }
    }
    let (nodes, copies) = (node.children(), copy.children());
    for at in 0..nodes.length() {
        if let (Some(node), Some(copy)) = (nodes.item(at), copies.item(at)) {
            dress(&node, &copy)?;
        }
    }
    Ok(())
}

fn styles(node: &web_sys::Element) -> Result<web_sys::CssStyleDeclaration, JsValue> {
    web_sys::window().ok_or(JsValue::NULL)?.get_computed_style(node)?.ok_or(JsValue::NULL)
}

/// A text in lines that are no wider than so many pixels.
fn wrapped(text: &str, size: f64, width: f64) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        if let Some(line) = lines.last_mut() {
            if line.is_empty() || text_width(&format!("{line} {word}"), size) <= width {
                if !line.is_empty() {
                    line.push(' ');
                }
                line.push_str(word);
            } else {
                lines.push(word.to_owned());
            }
        }
    }
    lines
}

/// The picture painted, as a PNG.
pub async fn png(svg: &web_sys::Blob, (width, height): (f64, f64)) -> Result<web_sys::Blob, JsValue> {
    let document = dom::document().ok_or(JsValue::NULL)?;
    let url = web_sys::Url::create_object_url_with_blob(svg)?;
    let image: web_sys::HtmlImageElement = document.create_element("img")?.dyn_into()?;
    image.set_src(&url);
    let loaded = JsFuture::from(image.decode()).await;
    web_sys::Url::revoke_object_url(&url)?;
    loaded?;
    let canvas: web_sys::HtmlCanvasElement = document.create_element("canvas")?.dyn_into()?;
    // A page is some thousand pixels wide, far within what a u32 holds.
    canvas.set_width((width * FINE) as u32);
    canvas.set_height((height * FINE) as u32);
    let context: web_sys::CanvasRenderingContext2d =
        canvas.get_context("2d")?.ok_or(JsValue::NULL)?.dyn_into()?;
    context.draw_image_with_html_image_element_and_dw_and_dh(
        &image,
        0.0,
        0.0,
        width * FINE,
        height * FINE,
    )?;
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
