//! Parts of the app in a real browser, each by itself.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a panic is a failed test")]

use leptos::prelude::*;
use page::{Node, el};
use tip::permalink::View;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// An element in the page, gone with the test.
struct Place(web_sys::Element);

impl Place {
    fn new() -> Place {
        let place = document().create_element("div").unwrap();
        document().body().unwrap().append_child(&place).unwrap();
        Place(place)
    }

    fn put(&self, nodes: &[Node]) {
        dom::put(&self.0, nodes);
    }

    fn find(&self, selector: &str) -> web_sys::Element {
        self.0.query_selector(selector).unwrap().unwrap_or_else(|| panic!("there is no {selector}"))
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.0.remove();
    }
}

async fn a_moment() {
    let promise = js_sys::Promise::new(&mut |done, _| {
        window().set_timeout_with_callback_and_timeout_and_arguments_0(&done, 30).unwrap();
    });
    wasm_bindgen_futures::JsFuture::from(promise).await.unwrap();
}

#[wasm_bindgen_test]
fn markup_in_a_text_stays_text() {
    let place = Place::new();
    let hostile = "<img src=x onerror=alert(1)><script>alert(2)</script>";
    place.put(&[el("p").attr("title", hostile).with(hostile.to_owned()).into()]);
    assert_eq!(place.0.text_content().unwrap(), hostile);
    assert_eq!(place.0.query_selector_all("img, script").unwrap().length(), 0);
    assert_eq!(place.find("p").get_attribute("title").unwrap(), hostile);
}

#[wasm_bindgen_test]
fn from_an_svg_on_down_elements_are_svg() {
    let place = Place::new();
    let svg = el("svg").with(el("g").with(el("title").with("a")).with(el("path")));
    place.put(&[svg.into(), el("title").into()]);
    for selector in ["svg", "svg g", "svg title", "svg path"] {
        assert_eq!(place.find(selector).namespace_uri().unwrap(), "http://www.w3.org/2000/svg", "{selector}");
    }
    assert_eq!(place.find(":scope > title").namespace_uri().unwrap(), "http://www.w3.org/1999/xhtml");
}

#[wasm_bindgen_test]
fn links_lead_to_views_and_files_of_this_site() {
    let place = Place::new();
    place.put(&[
        el("a").to(View::parse("/country/kor?year=2014")).with("Korea").into(),
        el("a").file("NOTICE.txt").with("Notice").into(),
    ]);
    let href = |selector| place.find(selector).get_attribute("href").unwrap();
    assert_eq!(href("a:first-child"), "/country/KOR?year=2014");
    assert_eq!(href("a:last-child"), "/NOTICE.txt");
}

#[wasm_bindgen_test]
fn new_contents_replace_the_old() {
    let place = Place::new();
    place.put(&[el("p").with("old").into()]);
    place.put(&["new".into()]);
    assert_eq!(place.0.inner_html(), "new");
}

/// Lists of nodes of some kinds, made from a number.
fn some_nodes(mut seed: u32, depth: u32) -> Vec<Node> {
    let mut next = |below: u32| {
        // A linear congruential generator: the numbers of Numerical Recipes.
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 16) % below
    };
    let n = next(4);
    (0..n)
        .map(|_| {
            if depth == 0 || next(3) == 0 {
                return format!("text {}", next(3)).into();
            }
            let tags = ["p", "ul", "svg", "a"];
            let mut element = el(tags[next(4) as usize]);
            if next(2) == 0 {
                element = element.attr("id", format!("id-{}", next(3)));
            }
            if next(2) == 0 {
                element = element.attr("title", format!("title {}", next(3)));
            }
            if element.tag == "a" && next(2) == 0 {
                element = element.to(View::parse(&format!("/?year={}", 2001 + next(20))));
            }
            element.all(some_nodes(next(u32::MAX), depth - 1)).into()
        })
        .collect()
}

#[wasm_bindgen_test]
fn a_patched_tree_is_the_same_as_one_made_anew() {
    for seed in 0..400 {
        let (old, new) = (some_nodes(seed, 3), some_nodes(seed * 7 + 1, 3));
        let (patched, made) = (Place::new(), Place::new());
        patched.put(&old);
        dom::patch(&patched.0, &old, &new);
        made.put(&new);
        assert_eq!(patched.0.inner_html(), made.0.inner_html(), "seed {seed}");
    }
}

#[wasm_bindgen_test]
fn what_is_equal_stays_the_same_node() {
    let place = Place::new();
    let old = [el("p").attr("id", "a").with("one").into(), el("p").with("two").into()];
    let new = [el("p").attr("id", "a").attr("title", "t").with("1").into(), el("p").with("two").into()];
    place.put(&old);
    let (first, second) = (place.find("p:first-child"), place.find("p:last-child"));
    dom::patch(&place.0, &old, &new);
    assert!(first.is_same_node(Some(&place.find("p:first-child"))));
    assert!(second.is_same_node(Some(&place.find("p:last-child"))));
    assert_eq!(place.0.inner_html(), "<p id=\"a\" title=\"t\">1</p><p>two</p>");
}

/// The test's own server has no data: the whole app has to say so, and offer to try again.
#[wasm_bindgen_test]
async fn without_data_the_app_says_so() {
    let place = Place::new();
    let app = leptos::mount::mount_to(
        place.0.clone().unchecked_into(),
        || view! { <tier_atlas::App spoken=true /> },
    );
    let mut tries = 0;
    while place.0.query_selector("[role=alert] + *, [role=alert]").unwrap().is_none() && tries < 100 {
        a_moment().await;
        tries += 1;
    }
    let said = place.find("[role=alert]").text_content().unwrap();
    assert!(said.contains("The atlas could not be loaded."), "{said}");
    assert_eq!(place.find("[role=alert] button").text_content().unwrap(), "Try again");
    drop(app);
}
