//! Ports of this machine, for programs that are started to be talked to.

use std::net::{TcpListener, TcpStream};
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

/// A port that is free at the moment.
///
/// # Errors
/// Where none is.
pub fn free() -> Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

/// Waits until a program answers on a port.
///
/// # Errors
/// Where it does not within so long.
pub fn answers(name: &str, port: u16, patience: Duration) -> Result<()> {
    let start = Instant::now();
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        if start.elapsed() > patience {
            bail!("{name} does not answer on port {port}");
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    Ok(())
}
