//! `host <folder> [base] [port]`: serves a built site at a loopback address until it is stopped. Port 0, or
//! none, is any free one.

use std::error::Error;
use std::path::Path;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let folder = args.first().ok_or("which folder is to be served?")?;
    let base = args.get(1).map_or("/", String::as_str);
    let port: u16 = args.get(2).map_or(Ok(0), |port| port.parse())?;
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", port)).await?;
    println!("\nTier Atlas is at http://{}{base}  (Ctrl-C ends it)", listener.local_addr()?);
    axum::serve(listener, host::site(Path::new(folder), base)?).await?;
    Ok(())
}
