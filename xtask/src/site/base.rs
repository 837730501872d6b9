//! Where the site is served.

use anyhow::{Result, bail};

/// Where the site is served: the path, which starts and ends with `/`, and, where it was said, the origin before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Base {
    path: String,
    origin: Option<String>,
}

impl Default for Base {
    fn default() -> Base {
        Base { path: "/".to_owned(), origin: None }
    }
}

impl Base {
    /// Reads a base path such as `/atlas/`, or the whole address of a site, `https://example.org/atlas/`.
    ///
    /// # Errors
    /// Where it is neither.
    pub fn parse(text: &str) -> Result<Base> {
        let plain = |text: &str| text.chars().all(|c| c.is_ascii_alphanumeric() || "-_.~/".contains(c));
        let (origin, path) = match text.split_once("://") {
            Some((scheme @ ("http" | "https"), rest)) => {
                let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
                if host.is_empty() || !plain(&host.replace(':', "")) {
                    bail!("the address “{text}” names no host");
                }
                (Some(format!("{scheme}://{host}")), if path.is_empty() { "/" } else { path })
            }
            _ => (None, text),
        };
        if !(path.starts_with('/') && path.ends_with('/') && plain(path)) || path.contains("//") {
            bail!("the base path “{text}” does not have the form /atlas/ or https://example.org/atlas/");
        }
        Ok(Base { path: path.to_owned(), origin })
    }

    /// The path.
    pub fn as_str(&self) -> &str {
        &self.path
    }

    /// The whole address, `https://example.org/atlas/`, where the origin is known.
    pub fn whole(&self) -> Option<String> {
        self.origin().map(|origin| format!("{origin}{}", self.path))
    }

    /// The origin, `https://example.org`.
    pub fn origin(&self) -> Option<&str> {
        self.origin.as_deref()
    }
}

#[cfg(test)]
mod tests {
    use super::Base;

    #[test]
    fn a_base_stands_between_slashes() {
        for good in ["/", "/atlas/", "/a/b-c/"] {
            assert!(Base::parse(good).is_ok(), "{good}");
        }
        let whole = Base::parse("https://example.org:8443/atlas/").unwrap();
        assert_eq!((whole.origin(), whole.as_str()), (Some("https://example.org:8443"), "/atlas/"));
        assert_eq!(Base::parse("https://example.org").unwrap().as_str(), "/");
        for bad in [
            "",
            "atlas",
            "/atlas",
            "atlas/",
            "//",
            "/a b/",
            "/\"><script>/",
            "https://",
            "ftp://a/",
            "https://a b/",
        ] {
            assert!(Base::parse(bad).is_err(), "{bad}");
        }
    }
}
