//! The map and the timeline without a pointer.

use thirtyfour::Key;

use crate::{atlas, in_browser, newest_whole, sources_of};

#[test]
fn the_map_is_one_tab_stop_and_arrows_walk_it() {
    in_browser(1200, |scene| async {
        let page = &scene.page;
        page.visit("/").await?;
        assert_eq!(page.number("document.querySelectorAll('.world [tabindex=\"0\"]').length").await?, 1);
        page.eval("(document.querySelector('.world [data-iso3=FRA]').focus(), 0)").await?;
        page.until("!document.querySelector('#map-tip').hidden", "the tooltip").await?;
        assert!(page.text("#map-tip").await?.contains("France"));
        let focused = "document.activeElement.dataset.iso3";
        page.keys(Key::Right + "").await?;
        page.until(&format!("{focused} === 'CHE'"), "Switzerland").await?;
        assert!(page.text("#map-tip").await?.contains("Switzerland"));
        assert_eq!(page.number("document.querySelectorAll('.world [tabindex=\"0\"]').length").await?, 1);
        page.keys(Key::Escape + "").await?;
        page.until("document.querySelector('#map-tip').hidden", "the tooltip to go").await?;
        page.keys("+").await?;
        page.until(
            "Number(document.querySelector('.world').getAttribute('viewBox').split(' ')[2]) < 2600",
            "zoom",
        )
        .await?;
        page.keys("0").await?;
        page.until(
            "document.querySelector('.world').getAttribute('viewBox').split(' ')[2] === '4000'",
            "the whole map",
        )
        .await?;
        page.keys(Key::Enter + "").await?;
        page.until_address("/country/CHE").await?;
        Ok(scene)
    });
}

#[test]
fn letters_home_and_end_lead_to_countries_by_name() {
    in_browser(1200, |scene| async {
        let page = &scene.page;
        page.visit("/").await?;
        page.eval("(document.querySelector('.world [tabindex=\"0\"]').focus(), 0)").await?;
        let focused = "document.activeElement.dataset.iso3";
        page.keys(Key::End + "").await?;
        page.until(&format!("{focused} === 'ZWE'"), "the last by name").await?;
        page.keys(Key::Home + "").await?;
        page.until(&format!("{focused} === 'AFG'"), "the first by name").await?;
        page.keys("turkm").await?;
        page.until(&format!("{focused} === 'TKM'"), "Turkmenistan").await?;
        page.run("await new Promise(done => setTimeout(done, 1100));").await?;
        page.keys("cot").await?;
        page.until(&format!("{focused} === 'CIV'"), "a name with an accent").await?;
        page.run("await new Promise(done => setTimeout(done, 1100));").await?;
        page.keys("j").await?;
        page.until(&format!("{focused} === 'JAM'"), "Jamaica").await?;
        page.keys("j").await?;
        page.until(&format!("{focused} === 'JPN'"), "Japan").await?;
        Ok(scene)
    });
}

/// From every country the four arrows lead to others, and all can be reached.
#[test]
fn every_country_on_the_map_can_be_reached_by_arrows() {
    in_browser(1200, |scene| async {
        let page = &scene.page;
        page.visit("/").await?;
        let reached = page
            .run(
                "const seen = new Set(), queue = [document.querySelector('.world [tabindex=\"0\"]')]; \
                 while (queue.length) { const e = queue.pop(); if (seen.has(e)) continue; seen.add(e); \
                   for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) { e.focus(); \
                     e.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })); \
                     const next = document.activeElement; if (!seen.has(next)) queue.push(next); } } \
                 return [...seen].map(e => e.dataset.iso3).sort();",
            )
            .await?;
        let reached: Vec<String> = serde_json::from_value(reached)?;
        let atlas = atlas();
        let mut rated: Vec<String> = atlas
            .countries()
            .iter()
            .filter(|country| !["ANT", "SCG", "YUG"].contains(&country.code.as_str()))
            .map(|country| country.code.to_string())
            .collect();
        rated.sort();
        assert_eq!(reached, rated);
        Ok(scene)
    });
}

#[test]
fn the_timeline_is_walked_by_arrows_and_chosen_by_enter() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        page.visit("/country/KOR").await?;
        let stops = "[...document.querySelectorAll('.timeline [tabindex=\"0\"]')].filter(e => e.getClientRects().length).length";
        assert_eq!(page.number(stops).await?, 1);
        page.eval("(document.querySelector('#point-2025').focus(), 0)").await?;
        page.keys(Key::Left + "").await?;
        page.until("document.activeElement.id === 'point-2024'", "the point of 2024").await?;
        let told = format!("2024: Tier 1, up from Tier 2. {}.", sources_of("KOR", 2024));
        let told = serde_json::to_string(&told)?;
        page.until(
            &format!("document.querySelector('.timeline .pointed-at').textContent === {told}"),
            "the placement with its source",
        )
        .await?;
        assert_eq!(page.string("document.activeElement.id").await?, "point-2024");
        page.keys(Key::Enter + "").await?;
        page.until_address("/country/KOR?year=2024").await?;
        assert_eq!(page.string("document.activeElement.id").await?, "point-2024");
        page.keys(Key::Home + "").await?;
        page.until("document.activeElement.id === 'point-2001'", "the point of 2001").await?;
        Ok(scene)
    });
}

#[test]
fn the_first_tab_stop_skips_to_the_content() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        page.visit("/country/KOR").await?;
        page.keys(Key::Tab + "").await?;
        assert_eq!(page.string("document.activeElement.textContent").await?, "Skip to the content");
        page.keys(Key::Enter + "").await?;
        page.until("document.activeElement.id === 'main'", "the content to have the focus").await?;
        assert!(page.address().await?.starts_with("/country/KOR"));
        Ok(scene)
    });
}

#[test]
fn a_question_mark_lists_the_keys() {
    in_browser(320, |scene| async {
        let page = &scene.page;
        page.visit("/").await?;
        page.keys("?").await?;
        page.until("document.querySelector('#shortcuts')?.open", "the list").await?;
        assert!(page.text("#shortcuts").await?.contains("the nearest country that way"));
        page.keys(Key::Escape + "").await?;
        page.until("!document.querySelector('#shortcuts').open", "the list to close").await?;
        // In a field it is a letter like any other.
        page.click("#search").await?;
        page.keys("?").await?;
        assert_eq!(page.eval("document.querySelector('#shortcuts').open").await?, false);
        page.press("Keys").await?;
        page.press("Close").await?;
        page.until("!document.querySelector('#shortcuts').open", "the list to close").await?;
        page.visit("/about#accessibility").await?;
        assert!(page.text("#accessibility").await?.contains("axe-core finds no violation"));
        Ok(scene)
    });
}

/// The tooltip tells the country that has the focus, and lies upon no part of its middle, nor out of sight.
#[test]
fn the_focused_country_is_never_behind_its_tooltip() {
    for width in [320, 1200] {
        in_browser(width, move |scene| async move {
            let page = &scene.page;
            page.visit(&format!("/?year={}", newest_whole())).await?;
            page.eval("(document.querySelector('.world [tabindex=\"0\"]').focus(), 0)").await?;
            page.keys(Key::Home + "").await?;
            let hidden = page
                .run(
                    "const hidden = [], world = document.querySelector('.world');
                     const nodes = [...document.querySelectorAll('.world [data-iso3]')].filter(n => n.dataset.tier !== 'none');
                     for (const node of nodes) {
                         node.focus();
                         await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
                         const tip = document.querySelector('#map-tip');
                         const name = node.getAttribute('aria-label');
                         if (tip.hidden || !tip.textContent.includes(name)) { hidden.push(name + ': not told'); continue; }
                         const box = (node.querySelector('.mark path') || node).getBoundingClientRect(), t = tip.getBoundingClientRect();
                         const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
                         if (x > t.left && x < t.right && y > t.top && y < t.bottom) hidden.push(name + ': behind the tooltip');
                         if (t.left < 0 || t.right > innerWidth) hidden.push(name + ': its tooltip is cut off');
                     }
                     return hidden;",
                )
                .await?;
            assert_eq!(hidden, serde_json::json!([]), "at {width}");
            Ok(scene)
        });
    }
}
