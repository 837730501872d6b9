//! A plain static host, as the site meets it in the world: files as they are, the brotli file beside them
//! where the browser takes it, `about.html` for `/about`, the headers of the site’s own `_headers`, and `404.html`
//! with status 404 for every other address.

mod headers;

use std::io;
use std::path::{Path, PathBuf};

use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, Uri, header};
use axum::middleware::{Next, from_fn};
use tower_http::services::{ServeDir, ServeFile};
use tower_http::set_status::SetStatus;

use headers::Rules;

/// The file of a page that is asked for without its ending: `/about` is `about.html`.
fn page(folder: &Path, base: &str, asked: &str) -> Option<Uri> {
    let path = asked.strip_prefix(base)?.trim_start_matches('/');
    let plain = path.chars().all(|c| c.is_ascii_alphanumeric() || c == '/' || c == '-');
    let there = plain && !path.is_empty() && folder.join(path).with_extension("html").is_file();
    there.then(|| format!("{asked}.html").parse().ok())?
}

/// The site of a folder under a base path (`/`, `/atlas/`).
///
/// # Errors
/// Where the folder has a file `_headers` that cannot be read.
pub fn site(folder: &Path, base: &str) -> io::Result<Router> {
    let lost: PathBuf = folder.join("404.html");
    let lost = SetStatus::new(ServeFile::new(lost).precompressed_br(), StatusCode::NOT_FOUND);
    let files = ServeDir::new(folder).precompressed_br().fallback(lost);
    let site = match base.trim_end_matches('/') {
        "" => Router::new().fallback_service(files),
        path => Router::new().nest_service(path, files),
    };
    let rules = match std::fs::read_to_string(folder.join("_headers")) {
        Ok(file) => Rules::read(&file),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Rules::default(),
        Err(error) => return Err(error),
    };
    let (folder, base) = (folder.to_owned(), base.trim_end_matches('/').to_owned());
    Ok(site.layer(from_fn(move |mut request: Request, next: Next| {
        let rules = rules.clone();
        let page = page(&folder, &base, request.uri().path());
        async move {
            let path = request.uri().path().to_owned();
            if let Some(page) = page {
                *request.uri_mut() = page;
            }
            let mut response = next.run(request).await;
            let headers = response.headers_mut();
            rules.apply(&path, headers);
            // What may be kept, the site's own rules say; all else is asked for again each time, so that a rebuilt site is
            // seen at once. What is not there is not kept either.
            if response.status() == StatusCode::NOT_FOUND {
                response.headers_mut().remove(header::CACHE_CONTROL);
            }
            let asked_again = HeaderValue::from_static("no-cache");
            response.headers_mut().entry(header::CACHE_CONTROL).or_insert(asked_again);
            response
        }
    })))
}
