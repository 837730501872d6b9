//! Files of this site, fetched as text: checked against what they were when the page was built, and asked for again
//! where the connection failed.

use gloo_net::http::{Request, RequestBuilder, Response};
use wasm_bindgen_futures::JsFuture;
use words::say;

use crate::address;
use crate::language::words;

/// How long to wait before each further try, in milliseconds.
const AGAIN: [i32; 2] = [300, 1000];

/// Fetches a file.
///
/// # Errors
/// Why it could not be had, as a clause in plain words.
pub async fn fetch(url: &str) -> Result<String, String> {
    let mut waits = AGAIN.into_iter();
    loop {
        match tried(url).await {
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

async fn tried(url: &str) -> Result<String, Why> {
    let Some(integrity) = integrity(url) else {
        return text(answer(Request::get(url)).await?).await;
    };
    match answer(Request::get(url).integrity(&integrity)).await {
        Ok(response) => text(response).await,
        // A browser refuses what is not as expected as if there were no connection: what comes unchecked tells which.
        Err(_) => {
            answer(Request::get(url)).await?;
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

/// The hash of a file as it was built; `None` for one that the page does not know beforehand.
fn integrity(url: &str) -> Option<String> {
    let base = address::base();
    let path = url.strip_prefix(base.as_str())?;
    let known = crate::document()?.document_element()?.get_attribute("data-integrity")?;
    let mut words = known.split(' ');
    while let (Some(file), Some(hash)) = (words.next(), words.next()) {
        if file == path {
            return Some(hash.to_owned());
        }
    }
    None
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
