//! Files of this site, fetched as text.

use gloo_net::http::Request;
use words::say;

use crate::language::words;

/// Fetches a file.
///
/// # Errors
/// Why it could not be had, as a clause in plain words.
pub async fn fetch(url: &str) -> Result<String, String> {
    let unreachable = |_| say!(words(), WAITING_OFFLINE);
    let response = Request::get(url).send().await.map_err(unreachable)?;
    if !response.ok() {
        return Err(say!(words(), WAITING_ANSWERED, status = response.status()));
    }
    response.text().await.map_err(unreachable)
}
