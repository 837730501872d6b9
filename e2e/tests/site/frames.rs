//! The map and a country's timeline in a page of another site.

use anyhow::Result;
use e2e::{Fault, Server};
use serde_json::json;

use crate::{Scene, in_browser};

/// A page of another origin, with some HTML in it.
async fn host(scene: &Scene, html: &str) -> Result<Server> {
    let host = Server::start().await?;
    host.break_file("robots.txt", Fault::Instead("A page before".to_owned()));
    host.break_file("frame.html", Fault::Instead(format!("<!doctype html><body style=\"margin:0\">{html}")));
    scene.page.driver.goto(format!("{}/robots.txt", host.origin)).await?;
    scene.page.driver.goto(format!("{}/frame.html", host.origin)).await?;
    Ok(host)
}

/// The snippet that the site gives.
async fn snippet(scene: &Scene, field: &str) -> Result<String> {
    scene.page.visit("/embed/about").await?;
    scene
        .page
        .until(&format!("document.querySelector('#{field}').value.includes('http')"), "a whole address")
        .await?;
    scene.page.string(&format!("document.querySelector('#{field}').value")).await
}

const READY: &str = "document.documentElement.dataset.app === 'ready'";

/// How much of the framed page is below the frame, in pixels; negative where there is room.
const HIDDEN: &str = "Math.ceil(document.querySelector('#app').getBoundingClientRect().bottom - innerHeight)";

#[test]
fn a_frame_gets_the_height_it_asks_for() {
    in_browser(700, |scene| async {
        let page = &scene.page;
        for field in ["embed-map", "embed-country"] {
            let code = snippet(&scene, field).await?;
            let host = host(&scene, &code).await?;
            for width in [320, 640, 960] {
                page.resize(width).await?;
                page.driver.enter_frame(0).await?;
                page.until(READY, "the frame").await?;
                page.until(&format!("{HIDDEN} === 0"), &format!("{field} fits at {width}")).await?;
                page.driver.enter_default_frame().await?;
            }
            host.stop().await?;
        }
        Ok(scene)
    });
}

#[test]
fn without_its_script_the_frame_has_room_for_all() {
    in_browser(700, |scene| async {
        let page = &scene.page;
        for field in ["embed-map", "embed-country"] {
            let code = snippet(&scene, field).await?;
            let (frame, _) = code.split_once("<script>").unwrap_or((&code, ""));
            let host = host(&scene, frame).await?;
            for width in [320, 640, 960] {
                page.resize(width).await?;
                page.driver.enter_frame(0).await?;
                page.until(READY, "the frame").await?;
                page.run("await new Promise(done => setTimeout(done, 300)); return 0;").await?;
                let hidden = page.number(HIDDEN).await?;
                assert!(hidden <= 0, "{field} at {width}: {hidden} px are cut off");
                assert!(hidden > -200, "{field} at {width}: {} px are empty", -hidden);
                page.driver.enter_default_frame().await?;
            }
            host.stop().await?;
        }
        Ok(scene)
    });
}

#[test]
fn back_leads_out_of_the_page_around_the_frame_at_once() {
    in_browser(700, |scene| async {
        let page = &scene.page;
        let frame =
            format!("<iframe src=\"{}/embed?year=2014\" width=600 height=700></iframe>", scene.server.origin);
        let host = host(&scene, &frame).await?;
        page.driver.enter_frame(0).await?;
        page.until(READY, "the frame").await?;
        for year in ["2015", "2016"] {
            page.click("#year-after").await?;
            page.until(&format!("document.querySelector('h1').innerText.startsWith('{year}: ')"), year)
                .await?;
        }
        page.until_address("/embed?year=2016").await?;
        page.driver.enter_default_frame().await?;
        page.driver.back().await?;
        page.until("location.pathname === '/robots.txt'", "the page before").await?;
        host.stop().await?;
        Ok(scene)
    });
}

/// A frame with `sandbox` is of no origin, and has no storage.
#[test]
fn a_sandboxed_frame_works() {
    in_browser(700, |scene| async {
        let page = &scene.page;
        for (view, heading) in
            [("year=2014", "2014: "), ("country=KOR", "South Korea"), ("lang=ko&country=KOR", "대한민국")]
        {
            let frame = format!(
                "<iframe sandbox=\"allow-scripts\" src=\"{}/embed?{view}\" width=600 height=700></iframe>",
                scene.server.origin
            );
            let host = host(&scene, &frame).await?;
            page.driver.enter_frame(0).await?;
            page.until(READY, view).await?;
            page.until(&format!("document.querySelector('h1').innerText.startsWith('{heading}')"), heading)
                .await?;
            // Where nothing can be written into the history, the view goes on all the same.
            if view == "year=2014" {
                page.click("#year-after").await?;
                page.until("document.querySelector('h1').innerText.startsWith('2015: ')", "the next year")
                    .await?;
            }
            page.driver.enter_default_frame().await?;
            host.stop().await?;
        }
        Ok(scene)
    });
}

/// Where a host lets a frame fetch nothing, there is a word and a way, from the first.
#[test]
fn where_nothing_can_be_fetched_there_is_a_way_to_the_atlas() {
    in_browser(700, |scene| async {
        let page = &scene.page;
        page.visit("/about").await?;
        let html = page.run("return await (await fetch('/embed')).text();").await?;
        let names = html.as_str().unwrap_or_default().split('"').filter(|name| name.contains("/hashed/"));
        for name in names {
            let name = name.rsplit('/').next().unwrap_or_default().to_owned();
            scene.server.break_file(&name, Fault::Missing);
        }
        page.goto("/embed?year=2014").await?;
        let said = page.text("body").await?;
        assert!(said.contains("If nothing comes, open Tier Atlas in a page of its own."), "{said}");
        assert_eq!(page.attribute("#waits a", "href").await?, "/");
        Ok(scene)
    });
}

#[test]
fn theme_and_controls_are_as_the_address_says() {
    in_browser(700, |scene| async {
        let page = &scene.page;
        let ground = "getComputedStyle(document.body).backgroundColor";
        let (light, dark) = ("rgb(251, 250, 246)", "rgb(23, 22, 20)");
        for scheme in ["light", "dark"] {
            let media = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
            page.cdp("Emulation.setEmulatedMedia", media).await?;
            page.visit("/embed?theme=dark").await?;
            assert_eq!(page.string(ground).await?, dark);
            page.visit("/embed?country=KOR&theme=light").await?;
            assert_eq!(page.string(ground).await?, light);
            page.visit("/embed?theme=blue").await?;
            assert_eq!(page.string(ground).await?, if scheme == "dark" { dark } else { light });
            page.until_address("/embed").await?;
        }
        page.visit("/embed?controls=0&region=africa").await?;
        assert!(!page.find(".year").await?.is_displayed().await?);
        assert!(page.find(".world").await?.is_displayed().await?);
        // A step keeps them.
        page.visit("/embed?theme=dark&year=2014").await?;
        page.click("#year-after").await?;
        page.until_address("/embed?year=2015&theme=dark").await?;
        Ok(scene)
    });
}

#[test]
fn a_page_tells_how_it_is_done() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        page.visit("/country/KOR?year=2014").await?;
        page.click("#take > summary").await?;
        page.press("How embedding works, and all its options").await?;
        page.until_address("/embed/about").await?;
        page.until("document.querySelector('#embed-map')", "the snippet").await?;
        let code = page.string("document.querySelector('#embed-country').value").await?;
        assert!(code.contains(&format!("src=\"{}/embed?country=KOR\"", scene.server.origin)), "{code}");
        assert!(code.contains("tier-atlas:height"));
        let told = page.text("main").await?;
        for parameter in ["theme=dark", "controls=0", "region=near-east", "postMessage", "oEmbed"] {
            assert!(told.contains(parameter), "{parameter}");
        }
        Ok(scene)
    });
}
