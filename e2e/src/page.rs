//! A page in the browser, and what tests ask of it.

use std::time::Duration;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use thirtyfour::prelude::*;

/// How long a test waits for what is to happen.
const PATIENCE: Duration = Duration::from_secs(15);

/// A tab with a site in it.
#[derive(Debug)]
pub struct Page {
    /// The browser, for what is not wrapped here.
    pub driver: WebDriver,
    origin: String,
}

/// Opens a browser window of a width, on the site of an origin.
///
/// # Errors
/// Where there is no ChromeDriver.
pub async fn open(origin: &str, width: u32) -> Result<Page> {
    open_with_letters(origin, width, 16).await
}

/// The same in a browser whose reader has chosen letters of a size, in pixels.
///
/// # Errors
/// Where there is no ChromeDriver.
pub async fn open_with_letters(origin: &str, width: u32, letters: u32) -> Result<Page> {
    let address =
        std::env::var("TIER_ATLAS_DRIVER").context("TIER_ATLAS_DRIVER is not set: run cargo xtask test")?;
    let mut caps = DesiredCapabilities::chrome();
    for arg in [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ] {
        caps.add_arg(arg)?;
    }
    // The words of the tests are English, wherever they run.
    let prefs = json!({ "intl.accept_languages": "en-US,en", "webkit.webprefs.default_font_size": letters });
    caps.add_experimental_option("prefs", prefs)?;
    if let Ok(binary) = std::env::var("TIER_ATLAS_BROWSER") {
        caps.set_binary(&binary)?;
    }
    let driver = WebDriver::new(address, caps).await?;
    let page = Page { driver, origin: origin.to_owned() };
    page.resize(width).await?;
    Ok(page)
}

impl Page {
    /// The same window on the site of another origin.
    pub fn at(&self, origin: &str) -> Page {
        Page { driver: self.driver.clone(), origin: origin.to_owned() }
    }

    /// Sets the width of the window's inside, in CSS pixels.
    ///
    /// # Errors
    /// Where the browser refuses.
    pub async fn resize(&self, width: u32) -> Result<()> {
        let metrics = json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false });
        self.cdp("Emulation.setDeviceMetricsOverride", metrics).await?;
        Ok(())
    }

    /// A command of the Chrome DevTools Protocol.
    ///
    /// # Errors
    /// Where the browser refuses.
    pub async fn cdp(&self, method: &str, params: Value) -> Result<Value> {
        Ok(self.driver.cdp().send_raw(method, params).await?)
    }

    /// Goes to an address of the site, without waiting for the app.
    ///
    /// # Errors
    /// Where the browser cannot.
    pub async fn goto(&self, path: &str) -> Result<()> {
        self.driver.goto(format!("{}{path}", self.origin)).await?;
        Ok(())
    }

    /// Goes to an address of the site and waits until the app can be used.
    ///
    /// # Errors
    /// Where it cannot be used in time.
    pub async fn visit(&self, path: &str) -> Result<()> {
        self.goto(path).await?;
        self.until("document.documentElement.dataset.app === 'ready'", "the app to be ready").await
    }

    /// The value of a JavaScript expression.
    ///
    /// # Errors
    /// Where it throws.
    pub async fn eval(&self, expression: &str) -> Result<Value> {
        let script = format!("return ({expression});");
        let value = self.driver.execute(&script, Vec::<Value>::new()).await;
        let value = value.with_context(|| format!("in the page: {expression}"))?;
        Ok(value.json().clone())
    }

    /// Runs statements that return a value, which may be a promise.
    ///
    /// # Errors
    /// Where they throw.
    pub async fn run(&self, statements: &str) -> Result<Value> {
        let script = format!(
            "const done = arguments[arguments.length - 1]; (async () => {{ {statements} }})().then(done, e => done('error: ' + e));"
        );
        Ok(self.driver.execute_async(&script, Vec::<Value>::new()).await?.json().clone())
    }

    /// The text that an expression gives.
    ///
    /// # Errors
    /// Where it gives none.
    pub async fn string(&self, expression: &str) -> Result<String> {
        let value = self.eval(expression).await?;
        value.as_str().map(str::to_owned).with_context(|| format!("{expression} is {value}, and no text"))
    }

    /// The whole number that an expression gives.
    ///
    /// # Errors
    /// Where it gives none.
    pub async fn number(&self, expression: &str) -> Result<i64> {
        let value = self.eval(expression).await?;
        let whole = value.as_f64().map(|number| number.round() as i64);
        whole.with_context(|| format!("{expression} is {value}, and no number"))
    }

    /// Waits until an expression is true. Where it reads from an element that is not there, it is not true yet.
    ///
    /// # Errors
    /// Where it does not become true in time.
    pub async fn until(&self, expression: &str, what: &str) -> Result<()> {
        let start = tokio::time::Instant::now();
        let tried = format!(
            "(() => {{ try {{ return Boolean({expression}); }} catch (error) {{ if (error instanceof TypeError) return false; throw error; }} }})()"
        );
        loop {
            if self.eval(&tried).await? == Value::Bool(true) {
                return Ok(());
            }
            if start.elapsed() > PATIENCE {
                let text = self.string("document.body.innerText.slice(0, 400)").await.unwrap_or_default();
                bail!("waited in vain for {what} ({expression}); the page says:\n{text}");
            }
            tokio::time::sleep(Duration::from_millis(40)).await;
        }
    }

    /// The first element of a selector.
    ///
    /// # Errors
    /// Where there is none.
    pub async fn find(&self, selector: &str) -> Result<WebElement> {
        self.driver.find(By::Css(selector)).await.with_context(|| format!("there is no {selector}"))
    }

    /// The visible text of the first element of a selector.
    ///
    /// # Errors
    /// Where there is none.
    pub async fn text(&self, selector: &str) -> Result<String> {
        Ok(self.find(selector).await?.text().await?)
    }

    /// The visible texts of all elements of a selector.
    ///
    /// # Errors
    /// If the browser has no answer.
    pub async fn texts(&self, selector: &str) -> Result<Vec<String>> {
        let selector = serde_json::to_string(selector)?;
        let value =
            self.eval(&format!("[...document.querySelectorAll({selector})].map(e => e.innerText)")).await?;
        Ok(serde_json::from_value(value)?)
    }

    /// An attribute of the first element of a selector.
    ///
    /// # Errors
    /// Where there is no such element or attribute.
    pub async fn attribute(&self, selector: &str, name: &str) -> Result<String> {
        let value = self.find(selector).await?.attr(name).await?;
        value.with_context(|| format!("{selector} has no {name}"))
    }

    /// The path of a file in this build: `hashed/data/atlas-0123456789abcdef.json` of `data/atlas.json`.
    ///
    /// # Errors
    /// Where the page does not list it.
    pub async fn name_of(&self, file: &str) -> Result<String> {
        let listed = self.attribute("#build", "data-files").await?;
        let words: Vec<&str> = listed.split(' ').collect();
        let name = words.chunks_exact(3).find_map(|listed| match listed {
            [path, name, _] if path.ends_with('/') => Some(format!("{name}{}", file.strip_prefix(path)?)),
            [path, name, _] => (*path == file).then(|| (*name).to_owned()),
            _ => None,
        });
        name.with_context(|| format!("the page lists no {file}"))
    }

    /// Follows a link to a view of the site, wherever the page has one: the app hears of it as of any other.
    ///
    /// # Errors
    /// Where the browser does not answer.
    pub async fn follow(&self, path: &str) -> Result<()> {
        let path = serde_json::to_string(path)?;
        self.run(&format!(
            "const a = document.createElement('a'); a.href = {path}; document.body.append(a); a.click(); a.remove(); return 0;"
        ))
        .await?;
        Ok(())
    }

    /// Clicks the first element of a selector, as a mouse does.
    ///
    /// # Errors
    /// Where there is none, or something covers it.
    pub async fn click(&self, selector: &str) -> Result<()> {
        let element = self.find(selector).await?;
        element.scroll_into_view().await?;
        element.click().await.with_context(|| format!("{selector} cannot be clicked"))
    }

    /// Clicks the button, link or option whose visible text or accessible name is this.
    ///
    /// # Errors
    /// Where there is none.
    pub async fn press(&self, name: &str) -> Result<()> {
        let quoted = serde_json::to_string(name)?;
        let mark = format!(
            "(() => {{ const name = e => {{ const c = e.cloneNode(true); c.querySelectorAll('[aria-hidden=true]').forEach(h => h.remove()); \
             return (e.getAttribute('aria-label') || c.textContent).trim(); }}; \
             const e = [...document.querySelectorAll('button, a, [role=option], summary')].find(e => name(e) === {quoted} && e.offsetParent); \
             if (e) e.dataset.pressed = ''; return Boolean(e); }})()"
        );
        if self.eval(&mark).await? != Value::Bool(true) {
            bail!("there is nothing named {name:?} to press");
        }
        let pressed = self.click("[data-pressed]").await;
        self.eval("document.querySelectorAll('[data-pressed]').forEach(e => delete e.dataset.pressed) ?? 0")
            .await?;
        pressed
    }

    /// Types keys into whatever has the focus.
    ///
    /// # Errors
    /// Where the browser cannot.
    pub async fn keys(&self, keys: impl Into<TypingData>) -> Result<()> {
        self.driver.active_element().await?.send_keys(keys).await?;
        Ok(())
    }

    /// The path and query of the address bar.
    ///
    /// # Errors
    /// If the browser has no answer.
    pub async fn address(&self) -> Result<String> {
        self.string("location.pathname + location.search").await
    }

    /// Waits until the address bar shows a path and query.
    ///
    /// # Errors
    /// Where it does not in time.
    pub async fn until_address(&self, address: &str) -> Result<()> {
        let quoted = serde_json::to_string(address)?;
        self.until(&format!("location.pathname + location.search === {quoted}"), address).await
    }

    /// What the page wrote into the console that is bad: errors but for missing documents (deep links are
    /// answered with status 404 by a host that knows no rewriting).
    ///
    /// # Errors
    /// If the browser has no answer.
    pub async fn complaints(&self) -> Result<Vec<String>> {
        let log = self.eval("window.__complaints || []").await?;
        Ok(serde_json::from_value(log)?)
    }

    /// Collects errors, refused policies and rejected promises of the documents to come.
    ///
    /// # Errors
    /// Where the browser refuses.
    pub async fn listen(&self) -> Result<()> {
        let source = "window.__complaints = []; const say = t => window.__complaints.push(String(t)); \
            addEventListener('securitypolicyviolation', e => say('policy: ' + e.violatedDirective + ' ' + e.blockedURI)); \
            addEventListener('error', e => say('error: ' + (e.message || e.target.src || e.target.href)), true); \
            addEventListener('unhandledrejection', e => say('rejection: ' + e.reason)); \
            const error = console.error; console.error = (...a) => { say('console: ' + a.join(' ')); error(...a); };";
        self.cdp("Page.enable", json!({})).await?;
        self.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": source })).await?;
        Ok(())
    }

    /// Ends the browser.
    ///
    /// # Errors
    /// Where it does not answer.
    pub async fn close(self) -> Result<()> {
        self.driver.quit().await?;
        Ok(())
    }
}
