//! What can be taken along.

use e2e::{Fault, Server};
use serde_json::Value;

use crate::in_browser;

/// Presses a button that makes a file, and gives the file's name and text (of a PNG, its first letters).
const TAKE: &str = "
    const files = [];
    const make = URL.createObjectURL;
    URL.createObjectURL = blob => { files.push(blob); return make.call(URL, blob); };
    const names = [];
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function () { names.push(this.download); };
    document.querySelector('[data-save=KIND]').click();
    for (let i = 0; i < 200 && !names.length; i++) await new Promise(done => setTimeout(done, 25));
    URL.createObjectURL = make;
    HTMLAnchorElement.prototype.click = click;
    const bytes = new Uint8Array(await files.at(-1).arrayBuffer());
    return [names[0] || '', files.at(-1).type, KIND_TEXT ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) : String.fromCharCode(...bytes.slice(1, 4)) + bytes.length];
";

fn take(kind: &str) -> String {
    TAKE.replace("KIND_TEXT", if kind == "png" { "false" } else { "true" }).replace("KIND", kind)
}

#[test]
fn every_view_gives_its_data_and_its_picture() {
    in_browser(1200, |scene| async {
        let page = &scene.page;
        page.listen().await?;
        for (path, name, title) in [
            ("/country/CIV", "tip-tiers-CIV", "Côte d'Ivoire: every edition"),
            ("/compare?c=KOR,JPN", "tip-tiers-KOR-JPN", "Countries side by side: every edition"),
            ("/changes?year=2024", "tip-changes-2023-2024", "What moved from 2023 to 2024"),
            ("/consequences", "tip-consequences", "What the President determined for countries on Tier 3"),
            (
                "/trends",
                "tip-counts",
                "How many countries and territories stand on each tier, by edition and region",
            ),
        ] {
            page.visit(path).await?;
            page.click("#take > summary").await?;
            page.until("document.querySelector('[data-save=png]')", "the buttons").await?;
            if path.starts_with("/changes") {
                page.until("document.querySelector('.movers-map svg')", "the map").await?;
            }
            let file = |value: Value| -> [String; 3] { serde_json::from_value(value).unwrap_or_default() };
            let csv = file(page.run(&take("csv")).await?);
            assert_eq!(csv[0], format!("{name}.csv"));
            let excel = file(page.run(&take("csv-excel")).await?);
            assert_eq!(excel[0], format!("{name}-excel.csv"));
            assert_eq!(excel[2].strip_prefix('\u{feff}'), Some(csv[2].as_str()), "a mark, and the same rows");
            let json = file(page.run(&take("json")).await?);
            let read: Value = serde_json::from_str(&json[2])?;
            assert_eq!(read["title"], title);
            assert!(read["citation"][0].as_str().unwrap_or_default().starts_with("Tier Atlas, data version"));
            let rows = read["rows"].as_array().map(Vec::len).unwrap_or_default();
            // Its heading and its rows, and nothing else.
            assert_eq!(csv[2].lines().count(), 1 + rows, "{path}");
            assert!(csv[2].starts_with(|letter: char| letter.is_ascii_lowercase()), "{csv:?}");
            let zip = file(page.run(&take("zip")).await?);
            assert_eq!(
                (zip[0].as_str(), zip[1].as_str()),
                (format!("{name}.zip").as_str(), "application/zip")
            );
            assert!(zip[2].contains("README.txt") && zip[2].contains("datapackage.json"), "{path}");
            let graphics = page
                .run(
                    "return [...document.querySelectorAll('#picture-graphic option')].map(one => one.value);",
                )
                .await?;
            let graphics: Vec<String> = serde_json::from_value(graphics)?;
            assert!(!graphics.is_empty(), "{path}");
            for graphic in graphics {
                page.eval(&format!("(document.querySelector('#picture-graphic').value = '{graphic}', 0)"))
                    .await?;
                let svg = file(page.run(&take("svg")).await?);
                assert_eq!(svg[0], format!("{name}-{graphic}-1600x900.svg"));
                assert!(
                    svg[2].starts_with("<svg") && svg[2].contains("Licence of the compilation"),
                    "{path}"
                );
                assert!(
                    !svg[2].contains("class=") && !svg[2].contains("var(") && !svg[2].contains("rgba"),
                    "what it looks like is in the picture: {path}"
                );
                // In the reader's dark theme, too, a picture is light.
                assert!(svg[2].contains("fill=\"#fbfaf6\""), "{path}");
            }
            page.eval("(document.querySelector('#picture-size').value = '1080x1350', 0)").await?;
            page.eval("(document.querySelector('#picture-colours').value = 'dark', 0)").await?;
            let png = file(page.run(&take("png")).await?);
            assert!(png[0].starts_with(name) && png[0].ends_with("-1080x1350-dark.png"), "{}", png[0]);
            assert_eq!(png[1], "image/png");
            assert!(
                png[2].starts_with("PNG") && png[2][3..].parse::<usize>()? > 10_000,
                "{path}: {}",
                png[2]
            );
        }
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(scene)
    });
}

#[test]
fn the_map_offers_the_same() {
    in_browser(1200, |scene| async {
        let page = &scene.page;
        page.visit("/?year=2014").await?;
        page.press("Share and download").await?;
        page.until("document.querySelector('#take[open] [data-save=svg]')", "the buttons").await?;
        let code = page.string("document.querySelector('#embed-code').value").await?;
        assert!(
            code.contains(&format!(
                "<iframe class=\"tier-atlas\" src=\"{}/embed?year=2014\"",
                scene.server.origin
            )),
            "{code}"
        );
        let svg: [String; 3] = serde_json::from_value(page.run(&take("svg")).await?)?;
        assert_eq!(svg[0], "tip-tiers-2014-map-1600x900.svg");
        assert!(svg[2].contains("<pattern") && svg[2].contains("2014: 31 countries on Tier 1"));
        assert!(
            svg[2].contains("Tier 3 · 23") && svg[2].contains("year=2014"),
            "the key has counts, the foot the address"
        );
        // What a shared link shows elsewhere is said.
        let told = format!("its preview shows the {} edition; whoever opens it sees 2014", crate::newest());
        assert!(page.text("#take").await?.contains(&told));
        // It follows the year.
        page.click("#year-after").await?;
        page.until("document.querySelector('#embed-code').value.includes('year=2015')", "the next year")
            .await?;
        Ok(scene)
    });
}

#[test]
fn a_map_and_a_timeline_stand_in_another_sites_page() {
    in_browser(700, |scene| async {
        let page = &scene.page;
        page.visit("/embed?year=2014&region=near-east").await?;
        assert!(!page.find(".masthead").await?.is_displayed().await?);
        assert!(page.text("h1").await?.starts_with("2014: "));
        page.click("#year-after").await?;
        page.until_address("/embed?year=2015&region=near-east").await?;
        assert_eq!(page.attribute(".full a", "href").await?, "/?year=2015&region=near-east");
        page.visit("/embed?country=KOR").await?;
        assert_eq!(page.text("h1").await?, "South Korea");
        page.click("#point-2010 .hit").await?;
        page.until_address("/embed?country=KOR&year=2010").await?;
        // What is no embedded view opens by itself.
        let windows = page.driver.windows().await?.len();
        page.press("Tier Atlas: the whole page").await?;
        for _ in 0..100 {
            if page.driver.windows().await?.len() > windows {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(30)).await;
        }
        assert_eq!(page.driver.windows().await?.len(), windows + 1);
        assert_eq!(page.address().await?, "/embed?country=KOR&year=2010");
        // In a page of another origin, in a frame of the size that is offered.
        let other = Server::start().await?;
        let frame = format!(
            "<!doctype html><iframe src=\"{}/embed?year=2014&amp;region=near-east\" width=\"100%\" height=\"720\" style=\"border:0\"></iframe>",
            scene.server.origin
        );
        other.break_file("frame.html", Fault::Instead(frame));
        page.driver.goto(format!("{}/frame.html", other.origin)).await?;
        page.driver.enter_frame(0).await?;
        page.until("document.documentElement.dataset.app === 'ready'", "the embedded map").await?;
        assert!(page.text("h1").await?.starts_with("2014: "));
        assert!(page.number("document.documentElement.scrollWidth - innerWidth").await? <= 0);
        page.click("#year-after").await?;
        page.until("document.querySelector('h1').innerText.startsWith('2015: ')", "the next edition").await?;
        Ok(scene)
    });
}

/// What the system's share sheet is given: the link, and the sentence with the reason of the move.
#[test]
fn a_shared_country_says_why_it_moved() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        page.goto("/about").await?;
        page.listen().await?;
        page.visit("/country/KOR?year=2024").await?;
        page.run(
            "navigator.share = data => { window.__shared = data; return Promise.resolve(); }; return 0;",
        )
        .await?;
        page.click("#take > summary").await?;
        page.until("document.querySelector('#share:not([hidden])')", "the button").await?;
        page.click("#share").await?;
        page.until("window.__shared", "what is shared").await?;
        let text = page.string("window.__shared.text").await?;
        assert!(text.starts_with("South Korea returned to Tier 1 in the 2024 edition"), "{text}");
        assert!(text.contains("victim identification index"), "{text}");
        assert!(page.string("window.__shared.url").await?.ends_with("/country/KOR?year=2024"));
        Ok(scene)
    });
}
