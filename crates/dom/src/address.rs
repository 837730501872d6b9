//! The addresses of this site: views and files under its base path, from `<html data-base>`.

use std::sync::OnceLock;

use tip::permalink::{Address, View};
use words::Lang;

use crate::language;

/// The base path of the site; starts and ends with `/`. Read once, since it never changes in a document.
pub fn base() -> &'static str {
    static BASE: OnceLock<String> = OnceLock::new();
    BASE.get_or_init(|| {
        crate::document()
            .and_then(|document| document.document_element()?.get_attribute("data-base"))
            .filter(|base| base.starts_with('/') && base.ends_with('/'))
            .unwrap_or_else(|| "/".to_owned())
    })
}

/// The address of a view on this site, in the language that the page's own address asks for: what goes into an
/// `href`.
pub fn href(view: &View) -> String {
    href_in(view, language::asked())
}

/// The address of a view in a language.
pub fn href_in(view: &View, lang: Option<Lang>) -> String {
    under(base(), view, lang)
}

/// The address of a view under a base path.
pub(crate) fn under(base: &str, view: &View, lang: Option<Lang>) -> String {
    Address { view: view.clone(), lang }.under(base)
}

/// The address of a file of this site.
pub fn file(path: &str) -> String {
    format!("{}{path}", base())
}

/// The view that an `href` of this site leads to; `None` where it leads out of it, or to another language.
pub fn view_of(href: &str) -> Option<View> {
    let rest = href.strip_prefix(base().trim_end_matches('/')).filter(|rest| rest.starts_with('/'))?;
    let address = Address::parse(rest);
    (address.lang == language::asked()).then_some(address.view)
}

/// Returns scheme and host, such as `https://example.org`, or an empty text if the browser has none.
pub fn origin() -> String {
    web_sys::window().and_then(|window| window.location().origin().ok()).unwrap_or_default()
}

/// The view in the address bar.
pub fn current() -> View {
    View::parse(&typed())
}

/// The path and the query in the address bar, from the site's base path on.
pub fn typed() -> String {
    let Some(location) = web_sys::window().map(|window| window.location()) else { return "/".to_owned() };
    let path = location.pathname().unwrap_or_default();
    let query = location.search().unwrap_or_default();
    let base = base();
    let path = path.strip_prefix(base.trim_end_matches('/')).unwrap_or(&path);
    format!("{path}{query}")
}

/// Puts an address into the address bar, in the place of what is there; a place within the page (`#coverage`) stays.
pub fn replace(address: &Address) {
    let Some(window) = web_sys::window() else { return };
    let place = window.location().hash().unwrap_or_default();
    let url = format!("{}{place}", address.under(base()));
    let replaced = window
        .history()
        .and_then(|history| history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&url)));
    if replaced.is_err() {
        crate::log("the address could not be written");
    }
}
