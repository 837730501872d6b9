//! The year control and the history of the browser.

use anyhow::Result;
use serde_json::json;
use thirtyfour::Key;

use crate::{Scene, atlas, in_browser, newest};

async fn drag(scene: &Scene, from: u16, to: u16) -> Result<()> {
    let page = &scene.page;
    page.eval("(document.querySelector('input[name=year]').scrollIntoView({ block: 'center' }), 0)").await?;
    let editions = atlas().editions().len();
    let x = |year: u16| {
        format!(
            "(() => {{ const r = document.querySelector('input[name=year]').getBoundingClientRect(); return [r.x + ({year} - 2001 + 0.5) * r.width / {editions}, r.y + r.height / 2]; }})()"
        )
    };
    let start: Vec<f64> = serde_json::from_value(page.eval(&x(from)).await?)?;
    let end: Vec<f64> = serde_json::from_value(page.eval(&x(to)).await?)?;
    let event = |kind: &str, x: f64, y: f64| json!({ "type": kind, "x": x, "y": y, "button": "left", "buttons": 1, "clickCount": 1 });
    page.cdp("Input.dispatchMouseEvent", event("mousePressed", start[0], start[1])).await?;
    for step in 1..=8 {
        let x = start[0] + (end[0] - start[0]) * f64::from(step) / 8.0;
        page.cdp("Input.dispatchMouseEvent", event("mouseMoved", x, end[1])).await?;
    }
    page.cdp("Input.dispatchMouseEvent", event("mouseReleased", end[0], end[1])).await?;
    Ok(())
}

#[test]
fn a_drag_is_one_entry_and_back_undoes_it() {
    in_browser(1200, |scene| async {
        let page = &scene.page;
        page.visit("/").await?;
        let entries = page.number("history.length").await?;
        drag(&scene, newest(), 2014).await?;
        page.until_address("/?year=2014").await?;
        assert_eq!(page.number("history.length").await?, entries + 1);
        assert!(page.text("h1").await?.starts_with("2014: 31 countries on Tier 1"));
        page.driver.back().await?;
        page.until_address("/").await?;
        assert!(page.text("h1").await?.starts_with(&format!("{}:", newest())));
        assert_eq!(
            page.string("document.querySelector('input[name=year]').value").await?,
            newest().to_string()
        );
        page.driver.forward().await?;
        page.until_address("/?year=2014").await?;
        assert!(page.text("h1").await?.starts_with("2014:"));
        Ok(scene)
    });
}

/// What made the router crate skip a `pushState`: an entry that was replaced, Back, then the same address
/// again.
#[test]
fn the_address_follows_after_a_drag_back_and_the_same_year_again() {
    in_browser(1200, |scene| async {
        let page = &scene.page;
        page.visit("/").await?;
        drag(&scene, newest(), 2014).await?;
        page.until_address("/?year=2014").await?;
        page.driver.back().await?;
        page.until_address("/").await?;
        page.eval("(() => { const e = document.querySelector('#year-typed'); e.value = '2014'; e.dispatchEvent(new Event('change', { bubbles: true })); return 0; })()").await?;
        page.until_address("/?year=2014").await?;
        assert!(page.text("h1").await?.starts_with("2014:"));
        Ok(scene)
    });
}

#[test]
fn arrow_keys_step_the_years() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        page.visit("/?year=2010").await?;
        page.eval("(document.querySelector('input[name=year]').focus(), 0)").await?;
        page.keys(Key::Right + "").await?;
        page.until_address("/?year=2011").await?;
        page.keys(Key::Left + "").await?;
        page.until_address("/?year=2010").await?;
        page.keys(Key::Home + "").await?;
        page.until_address("/?year=2001").await?;
        page.keys(Key::End + "").await?;
        page.until_address("/").await?;
        assert_eq!(
            page.attribute("input[name=year]", "aria-valuetext").await?,
            format!("{} edition", newest())
        );
        Ok(scene)
    });
}

#[test]
fn a_year_is_typed() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        page.visit("/").await?;
        let field = page.find("#year-typed").await?;
        field.scroll_into_view().await?;
        field.clear().await?;
        field.send_keys("2008" + Key::Enter).await?;
        page.until_address("/?year=2008").await?;
        // A year without an edition leads to the nearest there is.
        field.clear().await?;
        field.send_keys("1999" + Key::Enter).await?;
        page.until_address("/?year=2001").await?;
        Ok(scene)
    });
}

#[test]
fn buttons_step_and_stop_at_the_ends() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        page.visit("/").await?;
        assert_eq!(page.eval("document.querySelector('#year-after').disabled").await?, true);
        page.press("Previous edition").await?;
        page.until_address(&format!("/?year={}", newest() - 1)).await?;
        page.press("Next edition").await?;
        page.until_address("/").await?;
        page.visit("/?year=2001").await?;
        assert_eq!(page.eval("document.querySelector('#year-before').disabled").await?, true);
        Ok(scene)
    });
}

#[test]
fn playing_goes_through_the_years_as_one_entry() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        page.visit("/?year=2022").await?;
        let entries = page.number("history.length").await?;
        page.press("Play").await?;
        assert_eq!(page.text("#play").await?, "Pause");
        page.until_address("/?year=2024").await?;
        page.press("Pause").await?;
        assert_eq!(page.text("#play").await?, "Play");
        assert_eq!(page.number("history.length").await?, entries + 1);
        // From the newest it begins again with the first.
        page.visit("/").await?;
        page.press("Play").await?;
        page.until_address("/?year=2001").await?;
        Ok(scene)
    });
}

#[test]
fn where_less_motion_is_asked_for_nothing_plays_or_glides() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        let features = json!({ "features": [{ "name": "prefers-reduced-motion", "value": "reduce" }] });
        page.cdp("Emulation.setEmulatedMedia", features).await?;
        page.visit("/").await?;
        assert_eq!(page.eval("document.querySelector('#play').hidden").await?, true);
        page.press("Zoom in").await?;
        assert_eq!(
            page.string("document.querySelector('.world').getAttribute('viewBox').split(' ')[2]").await?,
            "2500"
        );
        Ok(scene)
    });
}
