//! The file `_headers` at a site’s root, as Netlify and Cloudflare Pages read it: paths, and the headers of each in the
//! lines indented below it. A path that ends in `*` stands for all that begin so.

use axum::http::{HeaderMap, HeaderName, HeaderValue};

/// The rules of such a file.
#[derive(Clone, Debug, Default)]
pub struct Rules(Vec<(String, HeaderName, HeaderValue)>);

impl Rules {
    /// Reads the file. Lines that are neither path nor header are left out.
    pub fn read(file: &str) -> Rules {
        let mut rules = Vec::new();
        let mut path = "";
        for line in file.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')) {
            if !line.starts_with([' ', '\t']) {
                path = line.trim();
                continue;
            }
            if let Some((name, value)) = line.split_once(':')
                && let Ok(name) = name.trim().parse()
                && let Ok(value) = value.trim().parse()
            {
                rules.push((path.to_owned(), name, value));
            }
        }
        Rules(rules)
    }

    /// Adds the headers of a path.
    pub fn apply(&self, path: &str, headers: &mut HeaderMap) {
        for (rule, name, value) in &self.0 {
            let fits = match rule.strip_suffix('*') {
                Some(beginning) => path.starts_with(beginning),
                None => path == rule,
            };
            if fits {
                headers.append(name, value.clone());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_rules_that_fit_apply() {
        let rules =
            Rules::read("/*\n  X-A: 1\n# a comment\n/embed\n  X-B: a: b\n/country/*\n\tX-B: c\nno header\n");
        let of = |path: &str| {
            let mut headers = HeaderMap::new();
            rules.apply(path, &mut headers);
            let mut told: Vec<String> =
                headers.iter().map(|(name, value)| format!("{name}={}", value.to_str().unwrap())).collect();
            told.sort();
            told.join(" ")
        };
        assert_eq!(of("/"), "x-a=1");
        assert_eq!(of("/embed"), "x-a=1 x-b=a: b");
        assert_eq!(of("/embedded"), "x-a=1");
        assert_eq!(of("/country/KOR"), "x-a=1 x-b=c");
    }
}
