//! nginx, on which the recipe for it is tested.

use std::path::PathBuf;
use std::process::Command;

use crate::process::{answer, on_path, run, say};

/// Debian's modules, and the one that sends brotli files.
const MODULE: &str = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

/// Debian's packages that have both.
const PACKAGES: [&str; 2] = ["nginx-light", "libnginx-mod-http-brotli-static"];

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
    let install = ["install", "-y", "-q", "--no-install-recommends"];
    for args in [&["update", "-q"][..], &[&install[..], &PACKAGES[..]].concat()] {
        if let Err(error) = run(Command::new("apt-get").args(args).env("DEBIAN_FRONTEND", "noninteractive")) {
            println!("nginx could not be installed: {error:#}");
            return None;
        }
    }
    found()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::PACKAGES;

    /// No engine for containers is here to build it with. What can be known without one: it installs what the recipe for
    /// nginx is tested with, and puts configuration and site where that looks for them.
    #[test]
    fn the_container_has_what_the_recipe_for_nginx_needs() {
        let hosts = Path::new(env!("CARGO_MANIFEST_DIR")).join("../hosts");
        let read = |file: &str| std::fs::read_to_string(hosts.join(file)).unwrap();
        let (container, recipe) = (read("Containerfile"), read("nginx.conf"));
        for package in PACKAGES {
            assert!(container.contains(package), "{package}");
        }
        assert!(container.contains("COPY hosts/nginx.conf /etc/nginx/conf.d/"), "{container}");
        let (_, site) = container.split_once("COPY dist/ ").unwrap();
        let site = site.lines().next().unwrap().trim_end_matches('/');
        assert!(recipe.contains(&format!("root {site};")), "{site}");
        let (_, port) = container.split_once("EXPOSE ").unwrap();
        let port = port.lines().next().unwrap();
        assert!(recipe.contains(&format!("listen {port};")), "{port}");
    }
}
