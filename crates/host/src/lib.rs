//! A plain static host, as the site meets it in the world: files as they are, the brotli file beside them
//! where the browser takes it, and `404.html` with status 404 for every other address, deep links among them.

use std::path::{Path, PathBuf};

use axum::Router;
use axum::http::{HeaderName, HeaderValue, StatusCode};
use tower_http::services::{ServeDir, ServeFile};
use tower_http::set_header::SetResponseHeaderLayer;
use tower_http::set_status::SetStatus;

/// The site of a folder under a base path (`/`, `/atlas/`).
pub fn site(folder: &Path, base: &str) -> Router {
    let lost: PathBuf = folder.join("404.html");
    let lost = SetStatus::new(ServeFile::new(lost).precompressed_br(), StatusCode::NOT_FOUND);
    let files = ServeDir::new(folder).precompressed_br().fallback(lost);
    let site = match base.trim_end_matches('/') {
        "" => Router::new().fallback_service(files),
        path => Router::new().nest_service(path, files),
    };
    // What the browser has is asked for again each time, so that a rebuilt site is seen at once.
    site.layer(SetResponseHeaderLayer::overriding(
        HeaderName::from_static("cache-control"),
        HeaderValue::from_static("no-cache"),
    ))
    .layer(SetResponseHeaderLayer::overriding(
        HeaderName::from_static("x-content-type-options"),
        HeaderValue::from_static("nosniff"),
    ))
}
