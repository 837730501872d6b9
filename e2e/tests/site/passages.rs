//! Looking for words: in findings and excerpts of all countries, and on a country's page.

use anyhow::{Context, Result};
use e2e::Fault;
use thirtyfour::Key;
use tip::Code;
use tip::passages::{Index, Shard, Terms};
use tip::permalink::SearchQuery;

use crate::{atlas, in_browser};

/// How many files of the index were fetched.
const FETCHED: &str =
    "performance.getEntriesByType('resource').filter(e => e.name.includes('/data/search')).length";

/// What is found in the record under test, best first: the country, and the file with the text.
fn found(sought: &str) -> Result<Vec<(Code, String)>> {
    let file = |name: &str| testdata::file(&format!("assets/data/search/{name}.json"));
    let index = Index::from_json(&file("index")?)?;
    let terms = Terms::new(&SearchQuery::new(sought));
    let mut shards = Vec::new();
    for at in index.shards_of(&terms) {
        shards.push(Shard::from_json(&file(&format!("terms-{at}"))?)?);
    }
    let outcome = index.search(terms, &shards.iter().collect::<Vec<_>>(), &|_, _| true);
    let file_of = |passage| format!("/texts-{}.json", index.text_of(passage).0);
    Ok(outcome.found.iter().map(|one| (one.code, file_of(one.passage))).collect())
}

#[test]
fn words_are_found_marked_narrowed_and_followed() {
    in_browser(1200, |scene| async {
        let page = &scene.page;
        page.visit("/").await?;
        page.click("#to-search").await?;
        page.until("document.querySelector('#sought')", "the field").await?;
        assert_eq!(page.text("h1").await?, "What the report found and said, word by word");
        assert_eq!(page.number(FETCHED).await?, 0, "the index is fetched by who searches");
        page.find("#sought").await?.send_keys("fishing" + Key::Enter).await?;
        page.until_address("/search?q=fishing").await?;
        let all = "document.querySelector('.passages mark') && !document.querySelector('main .loading')";
        page.until(all, "passages").await?;
        let shown = page.number("document.querySelectorAll('.passages > li').length").await?;
        let n = found("fishing")?.len();
        assert_eq!(page.text(".told").await?, format!("{n} findings and excerpts have “fishing”."));
        assert_eq!(shown, n.min(20) as i64);
        assert_eq!(page.text("#page-said").await?, page.text(".told").await?, "and it is said");
        let every = "[...document.querySelectorAll('.passages > li')].every(li => [...li.querySelectorAll('mark')].some(m => /^fish/i.test(m.textContent)))";
        assert_eq!(page.eval(every).await?, true);
        // By edition: a view of its own, undone by Back.
        page.run("const f = document.querySelector('form [name=year]'); f.value = '2024'; f.dispatchEvent(new Event('change', { bubbles: true })); return 0;").await?;
        page.until_address("/search?q=fishing&year=2024").await?;
        assert!(page.number("document.querySelectorAll('.passages > li').length").await? < n as i64);
        page.driver.back().await?;
        page.until_address("/search?q=fishing").await?;
        page.until(&format!("document.querySelectorAll('.passages > li').length === {shown}"), "all again")
            .await?;
        // Who follows one finds the words on the country's page.
        page.click(".passages a").await?;
        page.until("document.querySelector('.entry mark')", "the words on the country's page").await?;
        assert!(page.address().await?.contains("q=fishing"));
        assert!(page.text(".within .told").await?.contains("“fishing”"));
        Ok(scene)
    });
}

#[test]
fn a_phrase_an_acronym_a_part_of_a_word_and_a_name() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        for (sought, marked) in [
            ("%22forced+labor%22", "forced labor"),
            ("WHO", "WHO"),
            ("ROK", "rok"),
            ("prosecutions+Kuwait", "prosecut"),
            ("protocol", "protocol"),
            ("pr%C3%B2toc", "protocol"),
        ] {
            page.visit(&format!("/search?q={sought}")).await?;
            let all = "document.querySelector('.told') && !document.querySelector('main .loading')";
            page.until(all, "an answer").await?;
            let marks = page.texts(".passages mark").await?;
            match marked {
                // Where it is an acronym, and nowhere else.
                "WHO" => assert!(marks.iter().all(|mark| mark.starts_with("WHO")), "{marks:?}"),
                marked => assert!(
                    !marks.is_empty() && marks.iter().any(|mark| mark.to_lowercase().starts_with(marked)),
                    "{sought}: {marks:?}"
                ),
            }
        }
        page.visit("/search?q=prosecution+Kuwait").await?;
        page.until("document.querySelector('.passages > li')", "passages").await?;
        let first = found("prosecution Kuwait")?.first().context("nothing is found")?.0;
        assert_eq!(page.attribute(".passages > li", "data-iso3").await?, first.as_str());
        page.find(".passages > li[data-iso3=KWT]").await?;
        Ok(scene)
    });
}

/// Who follows what was found by a country's name, or by some of the words, finds something there.
#[test]
fn what_is_found_is_found_again_on_the_country_s_page() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        for (sought, told) in [
            ("philippines+scam", "“philippines scam”"),
            ("myanmar", ""),
            ("fishing+zzzz", "No edition has all of these words; "),
            ("saudi+arabia+deported", "“saudi arabia deported”"),
        ] {
            page.visit(&format!("/search?q={sought}")).await?;
            page.until("document.querySelector('.passages a')", sought).await?;
            page.click(".passages a").await?;
            page.until("document.querySelector('.within .told')", sought).await?;
            let said = page.text(".within .told").await?;
            assert!(said.contains(told), "{sought}: {said}");
            assert!(
                page.number("document.querySelectorAll('.entry .finding, .entry .quoted').length").await? > 0,
                "{sought}"
            );
            if !told.is_empty() {
                assert!(
                    page.number("document.querySelectorAll('.entry mark').length").await? > 0,
                    "{sought}"
                );
                // A reader who hears the page is told so, too, when they look for something else.
                page.find("#sought").await?.send_keys("x" + Key::Enter).await?;
                page.until("document.querySelector('.within .told')?.textContent.startsWith(document.querySelector('#page-said').textContent)", "what is said").await?;
            }
        }
        Ok(scene)
    });
}

#[test]
fn more_is_shown_where_there_is_more_and_nothing_is_told_in_words() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        page.visit("/search?q=trafficking").await?;
        page.until("document.querySelectorAll('.passages > li').length === 20", "twenty").await?;
        page.click("#more-found").await?;
        page.until_address("/search?q=trafficking&more=1").await?;
        page.until("document.querySelectorAll('.passages > li').length === 40", "forty").await?;
        page.visit("/search?q=zzzz&year=1999").await?;
        page.until("document.querySelector('.told')", "an answer").await?;
        let said = page.text("main").await?;
        assert!(said.contains("Nothing here has “zzzz”."), "{said}");
        assert!(said.contains("There is no 1999 edition; showing 2001."), "{said}");
        // No words, hostile ones, far too many.
        for hostile in [
            "/search?q=the+of",
            "/search?q=%22%3Cimg+src%3Dx%3E%FF%00&more=65535",
            &format!("/search?q={}", "trafficking+".repeat(900)),
        ] {
            page.visit(hostile).await?;
            page.until("document.querySelector('.told')", hostile).await?;
            assert_eq!(page.number("document.querySelectorAll('main img').length").await?, 0);
        }
        Ok(scene)
    });
}

#[test]
fn what_is_no_country_is_looked_for_in_words() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        page.visit("/about").await?;
        let field = page.find("[role=combobox]").await?;
        field.send_keys("fishing vessels").await?;
        page.until("!document.querySelector('#search-none').hidden", "the word that there is none").await?;
        page.click("#search-none a").await?;
        page.until_address("/search?q=fishing+vessels").await?;
        assert_eq!(page.string("document.querySelector('#sought').value").await?, "fishing vessels");
        assert_eq!(page.string("document.querySelector('[role=combobox]').value").await?, "");
        page.find("[role=combobox]").await?.send_keys("cyber scam" + Key::Enter).await?;
        page.until_address("/search?q=cyber+scam").await?;
        page.until("document.querySelector('.passages mark')", "passages").await?;
        Ok(scene)
    });
}

#[test]
fn without_the_index_the_page_says_so_and_a_retry_mends_it() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        let (_, texts) = found("trafficking")?.first().context("nothing is found")?.clone();
        for (part, fault) in [
            ("search/index.json", Fault::Missing),
            (texts.as_str(), Fault::Half),
            (
                "search/index.json",
                Fault::Instead("{\"schema\":1,\"cells\":[[\"KOR\",[1]]],\"shards\":[],\"texts\":[]}".into()),
            ),
        ] {
            scene.server.trust_any_file();
            scene.server.break_file(part, fault);
            page.visit("/search?q=trafficking").await?;
            page.until("document.querySelector('main [role=alert] [data-again]')", "the message").await?;
            let said = page.text("main [role=alert]").await?;
            assert!(said.contains("The index could not be loaded.") && said.contains(part), "{said}");
            assert_eq!(
                page.string("document.querySelector('#sought').value").await?,
                "trafficking",
                "nothing is lost"
            );
            scene.server.mend();
            page.press("Try again").await?;
            page.until("document.querySelector('.passages mark')", "passages").await?;
        }
        Ok(scene)
    });
}

#[test]
fn a_country_s_own_record_is_searched_where_there_is_much_of_it() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        page.visit("/country/KOR?q=upgraded&year=2024").await?;
        page.until("document.querySelector('#edition-2024 q mark')", "the word in the excerpt").await?;
        assert_eq!(page.text("#edition-2024 q mark").await?, "upgraded");
        let entries = "[...document.querySelectorAll('.entry')]";
        assert_eq!(page.eval(&format!("{entries}.every(e => e.querySelector('mark'))")).await?, true);
        let editions = atlas().editions().len() as i64;
        assert!(page.number(&format!("{entries}.length")).await? < editions);
        let field = page.find("#sought").await?;
        field.clear().await?;
        field.send_keys("zzzz" + Key::Enter).await?;
        page.until_address("/country/KOR?year=2024&q=zzzz").await?;
        assert!(page.text(".within .told").await?.starts_with("Nothing we hold on South Korea has “zzzz”."));
        assert_eq!(page.number("document.querySelectorAll('.entry').length").await?, 0);
        page.click("#within-all").await?;
        page.until_address("/country/KOR?year=2024").await?;
        assert_eq!(page.number("document.querySelectorAll('.entry').length").await?, editions);
        assert_eq!(page.number("document.querySelectorAll('mark').length").await?, 0);
        page.driver.back().await?;
        page.until("document.querySelector('#sought')?.value === 'zzzz'", "the word again").await?;
        Ok(scene)
    });
}
