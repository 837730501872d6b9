//! The recipes for hosts, on the hosts themselves.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};

use anyhow::{Context, Result, bail};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// nginx with our configuration, until it is dropped.
struct Nginx {
    process: Child,
    port: u16,
    folder: PathBuf,
}

impl Nginx {
    /// Serves a folder; `lost` is the address of the page for what is not there.
    async fn start(root: &Path, lost: &str) -> Result<Nginx> {
        let nginx =
            std::env::var("TIER_ATLAS_NGINX").context("TIER_ATLAS_NGINX is not set: run cargo xtask test")?;
        // A port that was free a moment ago.
        let port = std::net::TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        let recipe = include_str!("../../../hosts/nginx.conf");
        let mut ours = recipe.to_owned();
        for (theirs, here) in [
            ("listen 8080;", format!("listen 127.0.0.1:{port};")),
            ("root /srv/tier-atlas;", format!("root {};", root.display())),
            ("error_page 404 /404.html;", format!("error_page 404 {lost};")),
        ] {
            assert_eq!(ours.matches(theirs).count(), 1, "{theirs}");
            ours = ours.replace(theirs, &here);
        }
        let folder = std::env::temp_dir().join(format!("tier-atlas-nginx-{port}"));
        fs::create_dir_all(&folder)?;
        let here = folder.display();
        let config = format!(
            "load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;
            daemon off; pid {here}/pid; error_log {here}/error.log; worker_processes 1; user root;
            events {{ worker_connections 64; }}
            http {{ include /etc/nginx/mime.types; default_type application/octet-stream; access_log off;
              client_body_temp_path {here}; proxy_temp_path {here}; fastcgi_temp_path {here};
              uwsgi_temp_path {here}; scgi_temp_path {here};
              {ours} }}"
        );
        let file = folder.join("nginx.conf");
        fs::write(&file, config)?;
        let process = Command::new(nginx).arg("-c").arg(&file).arg("-p").arg(&folder).spawn()?;
        let nginx = Nginx { process, port, folder };
        for _ in 0..100 {
            if TcpStream::connect(("127.0.0.1", port)).await.is_ok() {
                return Ok(nginx);
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        bail!(
            "nginx does not answer: {}",
            fs::read_to_string(nginx.folder.join("error.log")).unwrap_or_default()
        )
    }

    /// What it answers: status, headers, and how many bytes.
    async fn get(&self, path: &str, encoding: &str) -> Result<(u16, BTreeMap<String, String>, Vec<u8>)> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).await?;
        let request = format!(
            "GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: {encoding}\r\nConnection: close\r\n\r\n"
        );
        stream.write_all(request.as_bytes()).await?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).await?;
        let end = answer
            .windows(4)
            .position(|four| four == b"\r\n\r\n")
            .context("an answer without an end of its headers")?;
        let head = String::from_utf8_lossy(&answer[..end]).into_owned();
        let mut lines = head.lines();
        let status = lines.next().and_then(|line| line.split(' ').nth(1)).context("no status")?.parse()?;
        let headers = lines
            .filter_map(|line| line.split_once(": "))
            .map(|(name, value)| (name.to_lowercase(), value.to_owned()))
            .collect();
        Ok((status, headers, answer.split_off(end + 4)))
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        // It ends with the test; what it left in the temporary folder is not worth a failure.
        let _ = Command::new("kill").arg(self.process.id().to_string()).status();
        let _ = self.process.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn dist(variable: &str) -> PathBuf {
    PathBuf::from(std::env::var(variable).unwrap())
}

fn run(test: impl Future<Output = Result<()>>) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    if let Err(error) = runtime.block_on(test) {
        panic!("{error:?}");
    }
}

/// Pages without their ending, missing files and addresses, headers, compressed files, caches.
async fn serves_as_it_should(nginx: &Nginx, base: &str, site: &Path) -> Result<()> {
    let index = fs::read_to_string(site.join("index.html"))?;
    let (_, rest) =
        index.split_once("http-equiv=\"Content-Security-Policy\" content=\"").context("no policy")?;
    let policy = rest.split('"').next().unwrap_or_default();
    for (path, status) in [
        ("", 200),
        ("?year=2014", 200),
        ("country/KOR", 200),
        ("country/KOR?year=2014", 200),
        ("compare?c=KOR,PRK", 200),
        ("changes", 200),
        ("trends", 200),
        ("about", 200),
        ("embed?year=2014", 200),
        ("country/XXX", 404),
        ("nowhere", 404),
        ("hashed/tier-atlas-0000000000000000.js", 404),
        ("hashed/data/atlas-0000000000000000.json", 404),
        ("country/", 404),
    ] {
        let (answered, headers, body) = nginx.get(&format!("{base}{path}"), "identity").await?;
        assert_eq!(answered, status, "{path}");
        // Who asks for a page that is none gets the page that says so, and the app in it.
        assert!(String::from_utf8_lossy(&body).contains("<div id=\"app\">"), "{path}");
        let ancestors = if path.starts_with("embed") { "*" } else { "'none'" };
        assert_eq!(
            headers["content-security-policy"],
            format!("{policy}; frame-ancestors {ancestors}"),
            "{path}"
        );
        assert_eq!(headers["x-content-type-options"], "nosniff", "{path}");
        assert_eq!(headers["referrer-policy"], "same-origin", "{path}");
        assert!(headers["permissions-policy"].contains("geolocation=()"), "{path}");
        assert_eq!(headers["cache-control"], "no-cache", "{path}");
        assert_eq!(headers["content-type"], "text/html; charset=utf-8", "{path}");
    }
    // The WebAssembly and the dataset, by the names that the page has for them.
    let named = |from: &str, to: &str| {
        let (_, rest) = index.split_once(from)?;
        Some(format!("hashed/{}", rest.split_once(to)?.0.rsplit_once("hashed/")?.1))
    };
    let wasm = named("type=\"application/wasm\" href=\"", ".wasm\"")
        .context("the page has no WebAssembly")?
        + ".wasm";
    let data = named("data-files=\"", " sha384").context("the page has no dataset")?;
    for (encoding, ending) in [("br", ".br"), ("gzip", ".gz"), ("identity", "")] {
        let (status, headers, body) = nginx.get(&format!("{base}{wasm}"), encoding).await?;
        assert_eq!(status, 200);
        assert_eq!(headers.get("content-encoding").map_or("identity", String::as_str), encoding);
        assert_eq!(headers["content-type"], "application/wasm");
        assert_eq!(headers["cache-control"], "public, max-age=31536000, immutable");
        assert_eq!(body, fs::read(site.join(format!("{wasm}{ending}")))?);
    }
    let (_, headers, _) = nginx.get(&format!("{base}{data}"), "br").await?;
    assert_eq!(headers["cache-control"], "public, max-age=31536000, immutable", "{data}");
    assert_eq!(headers["content-encoding"], "br");
    // What people link to, and take along, is asked for again.
    for path in ["download/tiers.tsv", "robots.txt"] {
        let (status, headers, _) = nginx.get(&format!("{base}{path}"), "br").await?;
        assert_eq!((status, headers["cache-control"].as_str()), (200, "no-cache"), "{path}");
    }
    Ok(())
}

#[test]
fn nginx_serves_the_site_by_our_recipe() {
    run(async {
        let site = dist("TIER_ATLAS_DIST");
        let nginx = Nginx::start(&site, "/404.html").await?;
        serves_as_it_should(&nginx, "/", &site).await
    });
}

#[test]
fn nginx_serves_the_site_under_a_base_path() {
    run(async {
        let site = dist("TIER_ATLAS_DIST_BASE");
        let root = std::env::temp_dir().join(format!("tier-atlas-root-{}", std::process::id()));
        fs::create_dir_all(&root)?;
        let place = root.join("atlas");
        std::os::unix::fs::symlink(&site, &place)?;
        let nginx = Nginx::start(&root, "/atlas/404.html").await?;
        let outcome = serves_as_it_should(&nginx, "/atlas/", &site).await;
        fs::remove_file(&place)?;
        fs::remove_dir(&root)?;
        outcome
    });
}
