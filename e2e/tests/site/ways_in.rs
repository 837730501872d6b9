//! Names typed, keys pressed, fields filled in: what opens, where the focus goes, what is said.

use anyhow::Result;
use serde_json::json;
use thirtyfour::Key;

use crate::{Scene, in_browser};

const OPTIONS: &str = "document.querySelectorAll('#search-hits [role=option]').length";

async fn typed(scene: &Scene, text: &str) -> Result<()> {
    let page = &scene.page;
    page.eval("(document.querySelector('#search').select(), 0)").await?;
    page.find("#search").await?.send_keys(text).await?;
    page.until(&format!("document.querySelector('#search').value === '{text}' && ({OPTIONS} > 0)"), text)
        .await
}

#[test]
fn names_of_the_site_s_languages_are_found() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        page.visit("/about").await?;
        for (text, name) in [
            ("한국", "South Korea"),
            ("남한", "South Korea"),
            ("북한", "North Korea"),
            ("호주", "Australia"),
            ("터키", "Türkiye"),
            ("Costa de Marfil", "Côte d'Ivoire"),
            ("EE.UU.", "United States"),
            ("RDC", "DR Congo"),
            ("Korea, South", "South Korea"),
            ("S. Korea", "South Korea"),
            ("DPRK", "North Korea"),
            ("UAE", "United Arab Emirates"),
            ("Burma/Myanmar", "Myanmar"),
            ("Holland", "Netherlands"),
            ("804", "Ukraine"),
            ("Bielorrusia", "Belarus"),
            ("Birmanie", "Myanmar"),
            ("P.N.G.", "Papua New Guinea"),
        ] {
            typed(&scene, text).await?;
            page.until(
                &format!("document.querySelector('#search-0 .hit-name').innerText.startsWith(\"{name}\")"),
                text,
            )
            .await?;
        }
        Ok(scene)
    });
}

#[test]
fn enter_opens_only_what_can_be_meant() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        page.visit("/?year=2014").await?;
        typed(&scene, "korea").await?;
        page.keys(Key::Enter + "").await?;
        page.until_address("/search?q=korea&year=2014").await?;
        page.until("document.querySelectorAll('#countries li').length === 2", "both").await?;
        let found = page.texts("#countries li").await?.join(" ");
        assert!(found.contains("South Korea") && found.contains("North Korea"), "{found}");
        assert_eq!(page.attribute("#countries [data-iso3=PRK]", "data-tier").await?, "3");
        assert_eq!(page.attribute("#countries [data-iso3=KOR]", "data-tier").await?, "1");
        page.press("Side by side").await?;
        page.until("location.pathname === '/compare'", "the comparison").await?;

        // The one match is opened, in the edition on show.
        page.visit("/?year=2024").await?;
        typed(&scene, "thai").await?;
        page.keys(Key::Enter + "").await?;
        page.until_address("/country/THA?year=2024").await?;
        Ok(scene)
    });
}

#[test]
fn where_several_fit_the_comparison_asks_which() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        page.visit("/compare?c=JPN").await?;
        page.find("#pick").await?.send_keys("korea").await?;
        page.until("document.querySelectorAll('#pick-hits [role=option]').length > 1", "options").await?;
        page.keys(Key::Enter + "").await?;
        page.until("!document.querySelector('#pick-none').hidden", "a word").await?;
        assert_eq!(page.text("#pick-none").await?, "Several countries fit. Choose one with the arrow keys.");
        assert_eq!(page.address().await?, "/compare?c=JPN");
        page.keys(Key::Down + "").await?;
        page.keys(Key::Enter + "").await?;
        page.until("/c=JPN,(KOR|PRK)$/.test(location.search)", "one more").await?;
        Ok(scene)
    });
}

/// Whether a country moved is asked on the page of what moved, where one that did not is on no list.
#[test]
fn whether_a_country_moved_is_looked_up() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        page.visit("/changes?year=2024").await?;
        page.find("#look").await?.send_keys("corea").await?;
        page.until("document.querySelectorAll('#look-hits [role=option]').length > 1", "options").await?;
        page.keys(Key::Enter + "").await?;
        page.until("!document.querySelector('#look-none').hidden", "a word").await?;
        assert_eq!(page.text("#look-none").await?, "Several countries fit. Choose one with the arrow keys.");
        assert_eq!(page.address().await?, "/changes?year=2024");

        page.keys(" del sur").await?;
        page.until("document.querySelectorAll('#look-hits [role=option]').length === 1", "the one").await?;
        page.keys(Key::Enter + "").await?;
        page.until_address("/changes?year=2024&c=KOR").await?;
        let told = page.text("#looked-up").await?.replace('\n', " ");
        assert!(told.contains("South Korea") && told.contains("Tier 2 → Tier 1"), "{told}");
        assert!(told.contains("returned to Tier 1 in the 2024 edition"), "{told}");

        // One that stayed, by the code of its link; then away with it.
        page.visit("/changes?year=2024&c=jp").await?;
        page.until_address("/changes?year=2024&c=JPN").await?;
        let told = page.text("#looked-up").await?.replace('\n', " ");
        assert!(told.contains("Japan") && told.contains("Tier 2") && !told.contains('→'), "{told}");
        page.click("#look-away").await?;
        page.until_address("/changes?year=2024").await?;
        page.until("!document.querySelector('#looked-up')", "nothing looked up").await?;
        page.visit("/changes?c=ZZZ").await?;
        assert!(page.text(".notice").await?.contains("has the code ZZZ"));
        Ok(scene)
    });
}

/// Keys that an input method uses while it composes are its own.
#[test]
fn an_input_method_keeps_its_keys() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        for (path, field) in
            [("/about", "search"), ("/compare?c=JPN", "pick"), ("/changes?year=2024", "look")]
        {
            page.visit(path).await?;
            page.eval(&format!("(document.querySelector('#{field}').focus(), 0)")).await?;
            let compose = json!({ "text": "한국", "selectionStart": 2, "selectionEnd": 2 });
            page.cdp("Input.imeSetComposition", compose).await?;
            page.until(
                &format!("document.querySelectorAll('#{field}-hits [role=option]').length > 0"),
                "options",
            )
            .await?;
            for key in ["Enter", "ArrowDown", "Escape"] {
                let event =
                    json!({ "type": "rawKeyDown", "key": key, "code": key, "windowsVirtualKeyCode": 229 });
                page.cdp("Input.dispatchKeyEvent", event).await?;
            }
            page.run("await new Promise(done => setTimeout(done, 200)); return 0;").await?;
            assert_eq!(page.address().await?, path);
            assert_eq!(page.attribute(&format!("#{field}"), "aria-expanded").await?, "true");
            assert_eq!(
                page.eval(&format!(
                    "document.querySelector('#{field}').hasAttribute('aria-activedescendant')"
                ))
                .await?,
                json!(false)
            );
        }
        // Once it is composed, Enter opens.
        page.visit("/about").await?;
        page.eval("(document.querySelector('#search').focus(), 0)").await?;
        page.cdp("Input.insertText", json!({ "text": "한국" })).await?;
        page.until(&format!("{OPTIONS} > 0"), "options").await?;
        page.keys(Key::Enter + "").await?;
        page.until_address("/country/KOR").await?;
        Ok(scene)
    });
}

/// Back by keyboard leads to the link that led away, and Tab goes on from there.
#[test]
fn back_leads_to_the_link_that_led_away() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        for (path, link) in [
            ("/changes?year=2024", "main a[href*='/country/RUS'], main a[href*='/country/LAO']"),
            ("/search?q=fishing", ".passages li:nth-child(9) a"),
            ("/watch-list?year=2025", ".watched li:last-child a"),
        ] {
            page.visit(path).await?;
            page.until(&format!("document.querySelector(\"{link}\")"), link).await?;
            let focus = format!("(document.querySelector(\"{link}\").focus(), scrollY)");
            let scrolled = page.number(&focus).await?;
            let href = page.string("document.activeElement.getAttribute('href')").await?;
            page.keys(Key::Enter + "").await?;
            page.until("location.pathname.startsWith('/country/')", "the country").await?;
            page.until("document.querySelector('.country-page h1')", "its page").await?;
            page.driver.back().await?;
            page.until(&format!("document.activeElement.getAttribute('href') === '{href}'"), "the focus")
                .await?;
            page.run("await new Promise(done => setTimeout(done, 200)); return 0;").await?;
            assert!((page.number("scrollY").await? - scrolled).abs() < 4, "{path}: scrolled");
            page.keys(Key::Tab + "").await?;
            let on = format!(
                "document.activeElement.compareDocumentPosition(document.querySelector(\"{link}\")) & 2"
            );
            page.until(&on, "the focus behind it").await?;
        }
        Ok(scene)
    });
}

#[test]
fn a_year_that_is_none_is_put_right_with_a_word() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        page.visit("/?year=2014").await?;
        for (typed, shown, said) in [
            ("1999", "2001", "There is no 1999 edition; showing 2001."),
            ("20", "2001", "There is no 20 edition; showing 2001."),
            ("2010", "2010", ""),
            ("2010.5", "2010", "That is no year; still showing 2010."),
            ("", "2010", "That is no year; still showing 2010."),
            ("2e3", "2001", "There is no 2000 edition; showing 2001."),
        ] {
            let field = page.find("#year-typed").await?;
            page.eval("(document.querySelector('#year-typed').select(), 0)").await?;
            field.send_keys(Key::Backspace + "").await?;
            field.send_keys(typed).await?;
            field.send_keys(Key::Enter + "").await?;
            field.send_keys(Key::Tab + "").await?;
            let is = format!(
                "(field => (field.value || field.placeholder) === '{shown}')(document.querySelector('#year-typed'))"
            );
            page.until(&is, &format!("{typed:?}")).await?;
            assert_eq!(page.text("#year-said").await?, said, "{typed:?}");
            assert_eq!(
                page.string("document.querySelector('input[name=year]').value").await?,
                shown,
                "{typed:?}"
            );
            assert!(page.text("h1").await?.starts_with(shown), "{typed:?}");
        }
        Ok(scene)
    });
}

#[test]
fn the_tooltip_can_be_pointed_at_and_dismissed() {
    in_browser(1200, |scene| async {
        let page = &scene.page;
        page.visit("/?year=2024").await?;
        let place = "(r => [r.x + r.width / 2, r.y + r.height / 2])(document.querySelector('.world [data-iso3=BRA]').getBoundingClientRect())";
        let at: Vec<f64> = serde_json::from_value(page.eval(place).await?)?;
        let move_to = |x: f64, y: f64| {
            page.cdp("Input.dispatchMouseEvent", json!({ "type": "mouseMoved", "x": x, "y": y }))
        };
        move_to(at[0], at[1]).await?;
        page.until("document.querySelector('#map-tip').innerText.includes('Brazil')", "the tooltip").await?;
        page.until("document.querySelector('#map-tip').classList.contains('rests')", "it to rest").await?;
        let tip = "(r => [r.x + r.width / 2, r.y + r.height / 2, r.top, r.bottom])(document.querySelector('#map-tip').getBoundingClientRect())";
        let tip: Vec<f64> = serde_json::from_value(page.eval(tip).await?)?;
        for step in 1..=10 {
            let along = f64::from(step) / 10.0;
            move_to(at[0], at[1] + (tip[1] - at[1]) * along).await?;
        }
        page.run("await new Promise(done => setTimeout(done, 200)); return 0;").await?;
        assert!(page.text("#map-tip").await?.contains("Brazil"), "it stays under the pointer");
        page.keys(Key::Escape + "").await?;
        page.until("document.querySelector('#map-tip').hidden", "it to go").await?;
        Ok(scene)
    });
}

#[test]
fn the_map_is_one_tab_stop() {
    in_browser(1200, |scene| async {
        let page = &scene.page;
        page.visit("/?year=2024").await?;
        page.eval("(document.querySelector('#as-table').focus(), 0)").await?;
        let mut stops = Vec::new();
        for _ in 0..3 {
            page.keys(Key::Tab + "").await?;
            stops.push(
                page.string("document.activeElement.closest('.world') ? 'map' : document.activeElement.id || document.activeElement.tagName").await?,
            );
        }
        assert_eq!(stops.iter().filter(|stop| *stop == "map").count(), 1, "{stops:?}");
        Ok(scene)
    });
}

/// WCAG 2.5.8: 24 pixels.
#[test]
fn links_in_tables_are_large_enough_on_a_phone() {
    in_browser(320, |scene| async {
        let page = &scene.page;
        for path in ["/?view=table", "/changes?year=2024", "/consequences?year=2024"] {
            page.visit(path).await?;
            page.until("document.querySelector('tbody th a')", "a table").await?;
            let least = page
                .number("Math.min(...[...document.querySelectorAll('tbody th a')].map(link => link.getBoundingClientRect().height).filter(high => high > 0))")
                .await?;
            assert!(least >= 24, "{path}: {least}");
            let wide = page.number("document.documentElement.scrollWidth").await?;
            assert!(wide <= 320, "{path}: {wide}");
        }
        // What is said of a year that was typed does not widen the page.
        page.visit("/").await?;
        page.find("#year-typed").await?.send_keys("9").await?;
        page.keys(Key::Enter + "").await?;
        page.until("document.querySelector('#year-said').innerText", "a word").await?;
        assert!(page.number("document.documentElement.scrollWidth").await? <= 320);
        Ok(scene)
    });
}

#[test]
fn what_cannot_be_done_is_said() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        let blocked = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError'); } }); Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new DOMException('', 'NotAllowedError')) } });";
        page.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": blocked })).await?;
        page.visit("/country/KOR?year=2014").await?;
        page.click("#pin").await?;
        page.until("document.querySelector('.headline .notice')", "a word").await?;
        assert_eq!(
            page.text(".headline .notice").await?,
            "This browser keeps nothing for this site, so South Korea is not pinned."
        );
        assert_eq!(page.attribute("#pin", "aria-pressed").await?, "false");
        page.click("#copy").await?;
        page.until("document.activeElement.id === 'copy-address'", "the address").await?;
        assert!(page.string("getSelection().toString() || (e => e.value.slice(e.selectionStart, e.selectionEnd))(document.activeElement)").await?.ends_with("/country/KOR?year=2014"));
        Ok(scene)
    });
}

#[test]
fn spellings_count_as_one() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        for (british, american) in [("forced labour", "forced labor"), ("organised crime", "organized crime")]
        {
            let mut told = Vec::new();
            for sought in [british, american] {
                page.visit(&format!("/search?q={}", sought.replace(' ', "+"))).await?;
                page.until("document.querySelector('.passages')", sought).await?;
                told.push(page.text(".told").await?.replace(sought, "…"));
            }
            assert_eq!(told[0], told[1]);
        }
        Ok(scene)
    });
}
