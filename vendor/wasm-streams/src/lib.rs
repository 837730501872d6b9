//! Stands in for the crate `wasm-streams` (`[patch.crates-io]` in the workspace's `Cargo.toml`).
//!
//! Leptos depends on it for the bodies of server functions. This site has no server and calls none, but the original exports
//! classes to JavaScript, and the linker keeps whatever is exported: 12 kB of WebAssembly in the part that every page fetches.
//! This crate has the same types and functions as far as `server_fn` names them. Calling them is an error.

use futures_util::stream::Pending;
use wasm_bindgen::{JsValue, throw_str};

const NO_SERVER: &str = "this site has no server functions, so it is built without streams";

/// A stream of the browser's.
#[derive(Debug)]
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// Wraps a stream of the browser's.
    pub fn from_raw(raw: web_sys::ReadableStream) -> ReadableStream {
        ReadableStream(raw)
    }

    /// Returns the stream of the browser's.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// Would make a stream of the browser's from a stream of Rust's. Throws.
    pub fn from_stream<S>(_: S) -> ReadableStream {
        throw_str(NO_SERVER)
    }

    /// Would read the stream. Throws.
    pub fn into_stream(self) -> Pending<Result<JsValue, JsValue>> {
        throw_str(NO_SERVER)
    }
}
