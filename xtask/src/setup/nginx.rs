//! nginx, on which the recipe for it is tested.

use std::path::PathBuf;
use std::process::Command;

use crate::process::{answer, on_path, run, say};

/// Debian's modules, and the one that sends brotli files.
const MODULE: &str = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

/// nginx with its module for brotli files; installs Debian's packages where that can be done. `None` where there is
/// none to be had: the site does not need it.
pub fn nginx() -> Option<PathBuf> {
    let found = || {
        let path = on_path("nginx")
            .or_else(|| Some(PathBuf::from("/usr/sbin/nginx")).filter(|path| path.is_file()))?;
        PathBuf::from(MODULE).is_file().then_some(path)
    };
    if let Some(path) = found() {
        return Some(path);
    }
    let root = answer("id", &["-u"]).as_deref() == Some("0");
    on_path("apt-get").filter(|_| root)?;
    say("Installing Debian's nginx");
    let packages = ["nginx-light", "libnginx-mod-http-brotli-static"];
    let install = ["install", "-y", "-q", "--no-install-recommends"];
    for args in [&["update", "-q"][..], &[&install[..], &packages[..]].concat()] {
        if let Err(error) = run(Command::new("apt-get").args(args).env("DEBIAN_FRONTEND", "noninteractive")) {
            println!("nginx could not be installed: {error:#}");
            return None;
        }
    }
    found()
}
