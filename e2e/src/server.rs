//! The built site on a loopback port, with faults where a test wants them.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use anyhow::{Context, Result};
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

/// What is wrong with a file.
#[derive(Clone, Debug)]
pub enum Fault {
    /// It is not there.
    Missing,
    /// It is there with another content.
    Instead(String),
    /// Only its first half arrives.
    Half,
    /// One byte of it, in its middle, is another.
    Flipped,
    /// The server is busy (503) so many times, and then serves it.
    Busy(u32),
    /// It arrives after so long.
    Slow(std::time::Duration),
}

/// The faults of a server, by how the paths of their files end.
#[derive(Clone, Debug, Default)]
struct Faults {
    files: Arc<Mutex<BTreeMap<String, Fault>>>,
    /// Whether its pages know no hash of what they fetch.
    hashless: Arc<AtomicBool>,
    /// Whether browsers may keep what the site says.
    kept: Arc<AtomicBool>,
}

/// A server for one test; it ends with the test's runtime.
#[derive(Debug)]
pub struct Server {
    /// `http://127.0.0.1:port`.
    pub origin: String,
    base: String,
    faults: Faults,
    running: Mutex<Option<Running>>,
}

/// The task that answers until it is stopped.
#[derive(Debug)]
struct Running {
    stop: oneshot::Sender<()>,
    stopped: JoinHandle<()>,
}

impl Server {
    /// Serves the built site at its base path.
    ///
    /// # Errors
    /// Where there is no built site.
    pub async fn start() -> Result<Server> {
        Server::start_at("TIER_ATLAS_DIST", "/").await
    }

    /// Serves the site of a variable's folder under a base path.
    ///
    /// # Errors
    /// Where there is no such site.
    pub async fn start_at(variable: &str, base: &str) -> Result<Server> {
        let folder = std::env::var(variable)
            .with_context(|| format!("{variable} is not set: run cargo xtask test"))?;
        Server::start_in(Path::new(&folder), base).await
    }

    /// Serves the site of a folder under a base path.
    ///
    /// # Errors
    /// If no port is free.
    pub async fn start_in(folder: &Path, base: &str) -> Result<Server> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let server = Server {
            origin: format!("http://{}", listener.local_addr()?),
            base: base.to_owned(),
            faults: Faults::default(),
            running: Mutex::default(),
        };
        server.serve(listener, folder)?;
        Ok(server)
    }

    fn serve(&self, listener: TcpListener, folder: &Path) -> Result<()> {
        let router = host::site(folder, &self.base)?.layer(from_fn_with_state(self.faults.clone(), faulty));
        let (stop, told) = oneshot::channel();
        let stopped = tokio::spawn(async move {
            let end = async {
                // Without anybody to tell it, it ends with the runtime.
                if told.await.is_err() {
                    std::future::pending::<()>().await;
                }
            };
            if let Err(error) = axum::serve(listener, router).with_graceful_shutdown(end).await {
                eprintln!("the test's server: {error}");
            }
        });
        if let Ok(mut running) = self.running.lock() {
            *running = Some(Running { stop, stopped });
        }
        Ok(())
    }

    /// Stops to answer: what is asked from now on gets no connection.
    ///
    /// # Errors
    /// Where it does not stop.
    pub async fn stop(&self) -> Result<()> {
        let running = self.running.lock().ok().and_then(|mut running| running.take());
        if let Some(Running { stop, stopped }) = running {
            stop.send(()).ok().context("the server has stopped by itself")?;
            stopped.await?;
        }
        Ok(())
    }

    /// Answers again at the same address, with the site of a folder: another build, where it is another.
    ///
    /// # Errors
    /// Where there is no such site, or its port is taken.
    pub async fn serve_instead(&self, folder: &Path) -> Result<()> {
        self.stop().await?;
        let address = self.origin.trim_start_matches("http://").to_owned();
        self.serve(TcpListener::bind(address).await?, folder)
    }

    /// Puts a fault on every file whose path ends so.
    pub fn break_file(&self, ending: &str, fault: Fault) {
        if let Ok(mut faults) = self.faults.files.lock() {
            faults.insert(ending.to_owned(), fault);
        }
    }

    /// How many times a busy file is still to be asked for in vain.
    pub fn left(&self, ending: &str) -> Option<u32> {
        match self.faults.files.lock().ok()?.get(ending)? {
            Fault::Busy(left) => Some(*left),
            _ => None,
        }
    }

    /// Takes all faults away.
    pub fn mend(&self) {
        if let Ok(mut faults) = self.faults.files.lock() {
            faults.clear();
        }
        self.faults.hashless.store(false, Ordering::Relaxed);
    }

    /// Lets browsers keep what the site says they may, for use without a connection too.
    pub fn let_keep(&self) {
        self.faults.kept.store(true, Ordering::Relaxed);
    }

    /// Has the pages take any dataset, map, record and words, as if what a test puts in place were their own.
    pub fn trust_any_file(&self) {
        self.faults.hashless.store(true, Ordering::Relaxed);
    }
}

/// The path of a file without what its name bears in a build: `/data/atlas.json`.
fn source(path: &str) -> String {
    let mut words = path.replace("/hashed/", "/");
    while let Some(at) = words.rmatch_indices('-').map(|(at, _)| at).find(|at| is_hash(&words, at + 1)) {
        words.replace_range(at..at + 17, "");
    }
    words
}

fn is_hash(text: &str, at: usize) -> bool {
    text.get(at..at + 16).is_some_and(|hash| hash.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// What a browser has kept would hide a fault, so it asks each time, and has no worker that keeps anything; only tests of
/// what is kept see the site's own rules.
async fn faulty(State(faults): State<Faults>, request: Request, next: Next) -> Response {
    let kept = faults.kept.load(Ordering::Relaxed);
    if !kept && request.uri().path().ends_with("/sw.js") {
        return StatusCode::NOT_FOUND.into_response();
    }
    let mut response = with_faults(faults, request, next).await;
    if !kept {
        response.headers_mut().insert("cache-control", axum::http::HeaderValue::from_static("no-cache"));
    }
    response
}

async fn with_faults(faults: Faults, mut request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let source = source(&path);
    let fault = faults.files.lock().ok().and_then(|mut faults| {
        let (_, fault) = faults
            .iter_mut()
            .find(|(ending, _)| path.ends_with(ending.as_str()) || source.ends_with(ending.as_str()))?;
        match fault {
            Fault::Busy(0) => None,
            Fault::Busy(left) => {
                *left -= 1;
                Some(Fault::Busy(*left))
            }
            fault => Some(fault.clone()),
        }
    });
    match fault {
        None if faults.hashless.load(Ordering::Relaxed) => {
            // What the browser has is the page with its hashes.
            for name in ["accept-encoding", "if-modified-since", "if-none-match"] {
                request.headers_mut().remove(name);
            }
            hashless(next.run(request).await).await
        }
        None => next.run(request).await,
        Some(Fault::Missing) => StatusCode::NOT_FOUND.into_response(),
        Some(Fault::Instead(text)) => {
            let kind = if text.starts_with('<') { "text/html" } else { "application/json" };
            ([("content-type", kind)], text).into_response()
        }
        Some(Fault::Busy(_)) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
        Some(Fault::Slow(time)) => {
            tokio::time::sleep(time).await;
            next.run(request).await
        }
        Some(fault @ (Fault::Half | Fault::Flipped)) => {
            request.headers_mut().remove("accept-encoding");
            let (parts, body) = next.run(request).await.into_parts();
            let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap_or_default();
            let mut bytes = bytes.to_vec();
            let middle = bytes.len() / 2;
            match (fault, bytes.get_mut(middle)) {
                (Fault::Flipped, Some(byte)) => *byte ^= 1,
                _ => bytes.truncate(middle),
            }
            let mut response = Response::new(Body::from(bytes));
            if let Some(kind) = parts.headers.get("content-type") {
                response.headers_mut().insert("content-type", kind.clone());
            }
            response
        }
    }
}

/// A page without the hashes of what it fetches; any other file as it is.
async fn hashless(response: Response) -> Response {
    let (mut parts, body) = response.into_parts();
    let is_page =
        parts.headers.get("content-type").is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if !is_page {
        return Response::from_parts(parts, body);
    }
    parts.headers.remove("content-length");
    let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap_or_default();
    let mut page = String::from_utf8_lossy(&bytes).replace("as=\"fetch\" crossorigin", "crossorigin");
    if let Some((head, tail)) = page.split_once("data-files=\"")
        && let Some((listed, tail)) = tail.split_once('"')
    {
        // The names stay, without hashes.
        let names = listed.split(' ').map(|word| if word.starts_with("sha384-") { "-" } else { word });
        page = format!("{head}data-files=\"{}\"{tail}", names.collect::<Vec<_>>().join(" "));
    }
    Response::from_parts(parts, Body::from(page))
}
