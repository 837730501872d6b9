//! The way between the app and the annex: what the app asks for, what the annex asks of it.

use tip::permalink::View;

/// The view that the app asks for.
pub fn view() -> Option<View> {
    let place = dom::by_id("annex").or_else(|| dom::by_id("annex-share"))?;
    Some(View::parse(&place.get_attribute("data-address")?))
}

/// Asks the app for another view.
pub fn go(address: &str) {
    let init = web_sys::CustomEventInit::new();
    init.set_detail(&address.into());
    let sent = web_sys::CustomEvent::new_with_event_init_dict("annex-go", &init)
        .ok()
        .zip(web_sys::window())
        .is_some_and(|(event, window)| window.dispatch_event(&event).is_ok());
    if !sent {
        dom::log("the app could not be asked for another view");
    }
}

/// Tells the app that the annex has come.
pub fn here() {
    if let Some(root) = dom::document().and_then(|document| document.document_element()) {
        dom::set(&root, "data-annex-here", "");
    }
    dom::tell("annex-here");
}
