//! Files of this site, fetched as text: found under the names that they have in this build, checked against what they were
//! when the page was built, and asked for again where the connection failed.

use gloo_net::http::{Request, RequestBuilder, Response};
use wasm_bindgen_futures::JsFuture;
use words::say;

use crate::address;
use crate::language::words;

/// How long to wait before each further try, in milliseconds.
const AGAIN: [i32; 2] = [300, 1000];

/// Fetches a file, `data/atlas.json`.
///
/// # Errors
/// Why the file could not be loaded, as a clause in plain words.
pub async fn fetch(path: &str) -> Result<String, String> {
    let built = Built::of(path);
    let mut waits = AGAIN.into_iter();
    loop {
        match tried(&built).await {
            Ok(text) => return Ok(text),
            Err(Why::Lasting(reason)) => return Err(reason),
            Err(Why::Passing(reason)) => match waits.next() {
                Some(wait) => pause(wait).await,
                None => return Err(reason),
            },
        }
    }
}

/// Why a try failed.
enum Why {
    /// It may be better the next time.
    Passing(String),
    /// It will be the same.
    Lasting(String),
}

async fn tried(built: &Built) -> Result<String, Why> {
    let url = &built.url;
    let Some(integrity) = &built.integrity else {
        return text(answer(Request::get(url)).await?).await;
    };
    match answer(Request::get(url).integrity(integrity)).await {
        Ok(response) => text(response).await,
        // A browser refuses what is not as expected as if there were no connection: what comes unchecked tells which. It
        // comes from the host, and takes the place of what was kept for a year and may be what is damaged.
        Err(_) => {
            answer(Request::get(url).cache(web_sys::RequestCache::Reload)).await?;
            Err(Why::Passing(say!(words(), WAITING_ALTERED)))
        }
    }
}

async fn answer(request: RequestBuilder) -> Result<Response, Why> {
    let response = request.send().await.map_err(offline)?;
    if response.ok() {
        return Ok(response);
    }
    let reason = say!(words(), WAITING_ANSWERED, status = response.status());
    Err(match response.status() {
        408 | 425 | 429 | 500.. => Why::Passing(reason),
        _ => Why::Lasting(reason),
    })
}

async fn text(response: Response) -> Result<String, Why> {
    response.text().await.map_err(offline)
}

fn offline(_: gloo_net::Error) -> Why {
    Why::Passing(say!(words(), WAITING_OFFLINE))
}

/// Whether a file is checked against what it was when the page was built: then it is of the page's build.
pub fn is_checked(path: &str) -> bool {
    Built::of(path).integrity.is_some()
}

/// What the build wrote into the page, by the name of the attribute.
pub(crate) fn built(name: &str) -> Option<String> {
    crate::by_id("build")?.get_attribute(name)
}

/// A file as it was built.
struct Built {
    url: String,
    /// Its hash; `None` for one that the page does not know beforehand.
    integrity: Option<String>,
}

impl Built {
    /// Finds a file in the list that the build wrote into the page: path, name, hash, path, …, where a path that ends in
    /// `/` is that of a folder. What is not listed stands under its own path.
    fn of(path: &str) -> Built {
        let listed = built("data-files").unwrap_or_default();
        let mut words = listed.split(' ');
        while let (Some(known), Some(name), Some(hash)) = (words.next(), words.next(), words.next()) {
            if known == path {
                let integrity = (hash != "-").then(|| hash.to_owned());
                return Built { url: address::file(name), integrity };
            }
            if let Some(file) = path.strip_prefix(known).filter(|_| known.ends_with('/')) {
                return Built { url: address::file(&format!("{name}{file}")), integrity: None };
            }
        }
        Built { url: address::file(path), integrity: None }
    }
}

async fn pause(milliseconds: i32) {
    let waited = js_sys::Promise::new(&mut |done, _| {
        let set = web_sys::window()
            .map(|window| window.set_timeout_with_callback_and_timeout_and_arguments_0(&done, milliseconds));
        if !matches!(set, Some(Ok(_))) {
            crate::log("the browser does not wait");
        }
    });
    // A timer's promise is never refused.
    drop(JsFuture::from(waited).await);
}
