//! Files of this site, fetched as text.

use gloo_net::http::Request;

/// Fetches a file.
///
/// # Errors
/// Why it could not be had, as a clause in plain words.
pub async fn fetch(url: &str) -> Result<String, String> {
    let unreachable = |_| "the connection failed".to_owned();
    let response = Request::get(url).send().await.map_err(unreachable)?;
    if !response.ok() {
        return Err(format!("the server answered {}", response.status()));
    }
    response.text().await.map_err(unreachable)
}
