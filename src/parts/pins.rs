//! The countries that a reader has pinned: kept in the browser's own storage, sent nowhere, needed for nothing.

use tip::Code;

/// The name that they are kept under.
const NAME: &str = "tier-atlas-pins";

/// Where they are kept; a browser may have none, or let nobody at it.
fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

/// The countries pinned, in the order they were.
pub fn all() -> Vec<Code> {
    let kept = storage().and_then(|storage| storage.get_item(NAME).ok().flatten()).unwrap_or_default();
    kept.split(',').filter_map(Code::parse).collect()
}

/// Pins a country, or takes the pin away; whether the browser keeps it.
pub fn toggle(code: Code) -> bool {
    let Some(storage) = storage() else { return false };
    let mut pins = all();
    if pins.contains(&code) {
        pins.retain(|pin| *pin != code);
    } else {
        pins.push(code);
    }
    let kept: Vec<String> = pins.iter().map(ToString::to_string).collect();
    let done = match kept.is_empty() {
        true => storage.remove_item(NAME),
        false => storage.set_item(NAME, &kept.join(",")),
    };
    done.is_ok()
}
