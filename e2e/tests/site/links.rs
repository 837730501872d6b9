//! Links as people send them: with names and other codes, capitals, files' names, what trackers add; and copies of a page.

use serde_json::json;

use crate::in_browser;

#[test]
fn a_country_is_named_as_people_name_it() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        for (link, address) in [
            ("/country/KR", "/country/KOR"),
            ("/Country/kor/", "/country/KOR"),
            ("/country/410", "/country/KOR"),
            ("/country/south-korea", "/country/KOR"),
            ("/country/Republic%20of%20Korea", "/country/KOR"),
            ("/country/KOR.", "/country/KOR"),
            ("/country/Birmania?year=2014", "/country/MMR?year=2014"),
            ("/country/%ED%98%B8%EC%A3%BC", "/country/AUS"),
            ("/country/KOR.html", "/country/KOR"),
            ("/ghana", "/country/GHA"),
            ("/ABOUT", "/about"),
            ("/about.html", "/about"),
        ] {
            page.visit(link).await?;
            page.until_address(address).await?;
            assert!(!page.text("main").await?.contains("There is no such page"), "{link}");
        }
        page.visit("/country/KR").await?;
        assert_eq!(page.text("h1").await?, "South Korea");
        Ok(scene)
    });
}

#[test]
fn several_countries_and_regions_are_named_so_too() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        for (link, address) in [
            ("/compare?c=KR,JP", "/compare?c=KOR,JPN"),
            ("/compare?c=KOR;PRK", "/compare?c=KOR,PRK"),
            ("/compare?c=KOR|PRK", "/compare?c=KOR,PRK"),
            ("/compare?c=KOR+PRK", "/compare?c=KOR,PRK"),
            ("/compare?c=KOR&c=PRK", "/compare?c=KOR,PRK"),
            ("/compare?c=Allemagne,EE.UU.,410", "/compare?c=DEU,USA,KOR"),
            ("/compare.html?c=KOR,PRK", "/compare?c=KOR,PRK"),
            ("/embed?country=KR", "/embed?country=KOR"),
            ("/embed.html?country=KOR", "/embed?country=KOR"),
            ("/trends?c=Japan", "/trends?c=JPN"),
            ("/?region=Near%20East", "/?region=near-east"),
            ("/changes?region=EAP&year=2024", "/changes?year=2024&region=east-asia-and-pacific"),
        ] {
            page.visit(link).await?;
            page.until_address(address).await?;
        }
        // What names no country is said, and the others are there.
        page.visit("/compare?c=KR,Atlantis,ZZZ,Japan").await?;
        page.until_address("/compare?c=KOR,ZZZ,JPN,Atlantis").await?;
        let said = page.texts(".notice").await?.join(" ");
        assert!(said.contains("Atlantis") && said.contains("ZZZ"), "{said}");
        assert_eq!(page.text("h1").await?, "South Korea and Japan");
        Ok(scene)
    });
}

/// A country or region that is none is said on every page, until the reader goes on.
#[test]
fn what_names_nothing_is_said() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        for (link, address, named) in [
            ("/trends?c=Atlantis&show=shares", "/trends?show=shares", "“Atlantis”"),
            ("/?region=Narnia&year=2014", "/?year=2014", "“Narnia”"),
            ("/changes?c=El+Dorado", "/changes", "“El Dorado”"),
            ("/embed?country=Utopia", "/embed", "“Utopia”"),
        ] {
            page.visit(link).await?;
            page.until_address(address).await?;
            let said = page.text(".notice").await?;
            assert!(said.contains(named) && said.contains("The link is shown without"), "{link}: {said}");
        }
        page.visit("/trends?c=Atlantis").await?;
        page.click("#as-shares").await?;
        page.until("!document.body.innerText.includes('Atlantis')", "no word of it").await?;
        // The newest edition's page stays in sight where all is understood.
        page.visit("/trends?c=Japan").await?;
        assert!(!page.text("main").await?.contains("is shown without"));
        Ok(scene)
    });
}

/// Links that work without the names of countries do not wait for them.
#[test]
fn what_is_clear_fetches_no_names() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        let fetched = "performance.getEntriesByType('resource').some(one => one.name.includes('names-'))";
        for link in
            ["/?utm_source=x&year=2014", "/country/KOR?fbclid=x", "/compare?c=KOR,PRK", "/changes.html"]
        {
            page.visit(link).await?;
            assert_eq!(page.eval(fetched).await?, json!(false), "{link}");
        }
        page.visit("/country/KR").await?;
        assert_eq!(page.eval(fetched).await?, json!(true));
        Ok(scene)
    });
}

#[test]
fn what_is_no_page_leads_to_the_search() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        page.visit("/country/atlantis").await?;
        assert_eq!(page.text("h1").await?, "There is no such page");
        page.press("Search for “atlantis”").await?;
        page.until_address("/search?q=atlantis").await?;
        Ok(scene)
    });
}

/// An archive serves a page under a path of its own. The page stays as the file has it.
#[test]
fn a_copy_of_a_page_stays_to_be_read() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        page.visit("/about").await?;
        for (path, heading) in [("/country/KOR", "South Korea"), ("/watch-list", "Watch List")] {
            let html = page.run(&format!("return await (await fetch('{path}')).text();")).await?;
            let html = html.as_str().unwrap_or_default().to_owned();
            scene.server.break_file(path, e2e::Fault::Instead(html));
            page.goto(&format!("/web/2026/https://tier-atlas.example{path}")).await?;
            page.until("document.documentElement.dataset.copy !== undefined", "a copy").await?;
            page.until("!document.querySelector('#boot-message').hidden", "a word of it").await?;
            // The program would be here by now.
            page.run("await new Promise(done => setTimeout(done, 1500)); return 0;").await?;
            assert!(page.text("h1").await?.contains(heading), "{path}");
            assert_eq!(
                page.eval("getComputedStyle(document.querySelector('h1')).visibility").await?,
                json!("visible")
            );
            assert!(page.text("#boot-message").await?.starts_with("You are reading a copy of this page."));
            scene.server.mend();
        }
        Ok(scene)
    });
}

#[test]
fn a_place_within_a_page_is_gone_to() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        for link in ["/about#cite", "/about#law", "/consequences?year=2014#countries"] {
            page.visit(link).await?;
            let id = link.split('#').next_back().unwrap_or_default();
            page.run("await new Promise(done => setTimeout(done, 300)); return 0;").await?;
            let top = page
                .number(&format!("document.querySelector('#{id} :is(h2, h3)').getBoundingClientRect().top"))
                .await?;
            assert!((0..=72).contains(&top), "{link}: {top}");
        }
        Ok(scene)
    });
}
