//! The languages of the interface: who chooses them, what is said in them, what stays in English.

use e2e::{Fault, Page};
use serde_json::json;

use crate::in_browser;

const PAGES: [&str; 14] = [
    "/",
    "/?view=table&region=near-east&year=2004",
    "/country/KOR",
    "/country/SOM?year=2003",
    "/compare?c=KOR,PRK,JPN",
    "/changes?year=2024&cell=2,1",
    "/trends?c=KOR&year=2014",
    "/search?q=fishing",
    "/country/KOR?q=upgraded",
    "/consequences?year=2005",
    "/watch-list?year=2025",
    "/country/COG?year=2025",
    "/about",
    "/nowhere",
];

/// Has the browser read these languages.
async fn reads(page: &Page, languages: &str) -> anyhow::Result<()> {
    let agent = page.string("navigator.userAgent").await?;
    let of = json!({ "userAgent": agent, "acceptLanguage": languages });
    page.cdp("Emulation.setUserAgentOverride", of).await?;
    Ok(())
}

#[test]
fn the_browser_chooses_the_language_and_addresses_stay_without_it() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        reads(page, "de-AT,fr-CA,en").await?;
        page.visit("/country/USA?year=2024").await?;
        assert_eq!(page.string("document.documentElement.lang").await?, "fr");
        page.until("document.querySelector('h1')", "the page").await?;
        assert_eq!(page.text("h1").await?, "États-Unis");
        assert!(page.text(".also-named").await?.contains("United States of America"));
        assert!(page.text(".standing-tier").await?.contains("Niveau 1"));
        assert_eq!(page.number("document.querySelectorAll('main a[href*=lang]').length").await?, 0);
        Ok(scene)
    });
}

#[test]
fn the_switch_leads_to_the_same_view_and_links_keep_the_language() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        page.visit("/?year=2014&tiers=3").await?;
        page.click(".languages a[lang=ko]").await?;
        page.until(
            "document.documentElement.lang === 'ko' && document.documentElement.dataset.app === 'ready'",
            "Korean",
        )
        .await?;
        page.until_address("/?year=2014&tiers=3&lang=ko").await?;
        assert!(page.text("#headline").await?.starts_with("2014년"));
        assert_eq!(
            page.string("document.querySelector('.languages [aria-current]').textContent").await?,
            "한국어"
        );
        page.click("#to-changes").await?;
        page.until_address("/changes?lang=ko").await?;
        page.until("document.querySelector('#up')", "the lists").await?;
        // An edition may have moved none up.
        page.click("#up tbody a, #down tbody a").await?;
        page.until(
            "location.pathname.startsWith('/country/') && location.search === '?lang=ko'",
            "a country in Korean",
        )
        .await?;
        page.driver.back().await?;
        page.until_address("/changes?lang=ko").await?;
        page.driver.back().await?;
        page.until_address("/?year=2014&tiers=3&lang=ko").await?;
        // English again, though the address before was without a language.
        page.click(".languages a[lang=en]").await?;
        page.until_address("/?year=2014&tiers=3&lang=en").await?;
        page.until("document.documentElement.lang === 'en'", "English").await?;
        Ok(scene)
    });
}

#[test]
fn countries_are_found_by_their_names_in_the_readers_languages() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        reads(page, "de,en").await?;
        page.visit("/").await?;
        page.until("document.querySelector('#search')", "the search").await?;
        page.click("#search").await?;
        page.keys("Frankr").await?;
        page.until("document.querySelector('#search-0')", "a hit").await?;
        assert!(page.text("#search-0").await?.contains("Frankreich"));
        page.visit("/?lang=ko").await?;
        page.until("document.querySelector('#search')", "the search").await?;
        for (typed, name) in [("일본", "일본"), ("Japan", "일본"), ("콩고", "콩고"), ("Burma", "미얀마")]
        {
            page.eval("(document.querySelector('#search').value = '', 0)").await?;
            page.click("#search").await?;
            page.keys(typed).await?;
            page.until(
                &format!("document.querySelector('#search-0')?.textContent.includes('{name}')"),
                &format!("{name} for {typed}"),
            )
            .await?;
            page.keys(thirtyfour::Key::Escape + "").await?;
            page.keys(thirtyfour::Key::Escape + "").await?;
        }
        Ok(scene)
    });
}

/// Two English words side by side, outside of what is marked as English, are words that somebody forgot.
#[test]
fn nothing_is_left_in_english_but_what_says_so() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        let sources: serde_json::Value = serde_json::from_str(&testdata::file("assets/data/sources.json")?)?;
        let left = format!("const sources = {}.sort((a, b) => b.length - a.length);", sources["names"]);
        let left = left + "
            const left = [];
            const told = text => /[A-Za-z]{3,}[ ,]+[a-z]{3,}/.test(text);
            const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            while (walk.nextNode()) {
                const at = walk.currentNode.parentElement;
                if (at.closest('[lang=en], noscript, script, .languages, #take textarea')) continue;
                if (told(walk.currentNode.data)) left.push(walk.currentNode.data.trim().slice(0, 120));
            }
            for (const e of document.querySelectorAll('[aria-label], [title], [placeholder], [aria-valuetext]')) {
                if (e.closest('[lang=en]')) continue;
                for (const name of ['aria-label', 'title', 'placeholder', 'aria-valuetext']) {
                    let text = e.getAttribute(name);
                    // What a source is called stays as the data have it; the words around it do not.
                    if (text && name === 'title') text = sources.reduce((left, source) => left.replace(source, ''), text);
                    if (text && told(text)) left.push(name + ': ' + text.slice(0, 120));
                }
            }
            if (told(document.title)) left.push(document.title);
            return [...new Set(left)];
        ";
        for path in PAGES {
            let sign = if path.contains('?') { '&' } else { '?' };
            page.visit(&format!("{path}{sign}lang=ko")).await?;
            page.until("!document.querySelector('.loading') && document.querySelector('h1')", "all files")
                .await?;
            assert_eq!(page.run(&left).await?, json!([]), "{path}");
        }
        Ok(scene)
    });
}

#[test]
fn words_that_do_not_arrive_leave_the_page_in_english_and_say_so() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        for fault in [Fault::Missing, Fault::Half, Fault::Instead("<!doctype html>".to_owned())] {
            scene.server.break_file("/words/fr.json", fault);
            page.visit("/country/KOR?lang=fr").await?;
            page.until("document.querySelector('h1')", "the page").await?;
            assert_eq!(page.text("h1").await?, "South Korea");
            assert_eq!(page.string("document.documentElement.lang").await?, "en");
            assert!(page.text("main").await?.contains("The words of this language did not arrive"));
        }
        scene.server.mend();
        page.click("main .notice a").await?;
        page.until("document.querySelector('h1')?.textContent === 'Corée du Sud'", "French").await?;
        Ok(scene)
    });
}
