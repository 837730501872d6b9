//! Every country can be met with a pointer, however small.

use std::collections::BTreeSet;

use crate::{atlas, in_browser, newest_whole};

/// Points at each country of the map (within its outline, else at its symbol) and returns the names shown.
const POINT: &str = "
    const svg = document.querySelector('.world');
    svg.scrollIntoView({ block: 'center' });
    await new Promise(done => setTimeout(done, 400));
    const told = [];
    for (const node of document.querySelectorAll('.world [data-iso3]')) {
        if (node.dataset.tier === 'none') continue;
        const shape = node.querySelector('.mark path') || node;
        const box = shape.getBoundingClientRect();
        const toScreen = shape.getScreenCTM();
        let points = [];
        for (let i = 1; i < 60; i++) for (let j = 1; j < 60; j++) {
            const [x, y] = [box.left + box.width * i / 60, box.top + box.height * j / 60];
            if (shape.isPointInFill(new DOMPoint(x, y).matrixTransform(toScreen.inverse()))) points.push([x, y]);
        }
        // Forty of them will do, from all over it.
        const every = Math.ceil(points.length / 40);
        points = points.filter((_, at) => at % every === every >> 1);
        points.push([box.left + box.width / 2, box.top + box.height / 2]);
        for (const [x, y] of points) {
            const under = document.elementFromPoint(x, y);
            if (!under || !svg.contains(under)) continue;
            under.dispatchEvent(new PointerEvent('pointermove', { clientX: x, clientY: y, bubbles: true, pointerType: 'mouse' }));
            await new Promise(done => setTimeout(done));
            const name = document.querySelector('#map-tip:not([hidden]) .tip-name')?.textContent;
            if (name === node.getAttribute('aria-label')) { told.push(node.dataset.iso3); break; }
        }
    }
    return told;
";

/// The map of an edition that is recorded whole.
fn whole_map() -> String {
    format!("/?year={}", newest_whole())
}

/// The same with a region in focus, for each of them.
fn regions() -> [String; 6] {
    tip::Region::ALL.map(|region| format!("{}&region={}", whole_map(), region.slug()))
}

/// The countries that cannot be met at a width, on the maps of some addresses.
fn missed(width: u32, addresses: Vec<String>) {
    in_browser(width, |scene| async move {
        let page = &scene.page;
        let atlas = atlas();
        let edition = atlas.edition_of(newest_whole()).unwrap();
        let mut left: BTreeSet<String> = atlas
            .countries()
            .iter()
            .filter(|country| atlas.cell(country.id, edition).tier().is_some())
            .map(|country| country.code.to_string())
            .collect();
        for address in addresses {
            page.visit(&address).await?;
            let told: Vec<String> = serde_json::from_value(page.run(POINT).await?)?;
            for code in told {
                left.remove(&code);
            }
        }
        assert!(left.is_empty(), "not to be met at {width}: {left:?}");
        Ok(scene)
    });
}

#[test]
fn on_a_wide_screen() {
    missed(1440, vec![whole_map()]);
}

#[test]
fn on_a_middling_screen() {
    missed(768, vec![whole_map()]);
}

/// On a narrow screen with a region in focus: one tap more.
#[test]
fn on_a_narrow_screen() {
    missed(320, regions().into());
}

/// A marker with no other small place within 24 pixels is met anywhere within 12 of it (WCAG 2.5.8); lands that
/// are large enough to be met elsewhere give way.
#[test]
fn what_stands_alone_is_24_pixels_wide() {
    for width in [768, 1440] {
        in_browser(width, move |scene| async move {
            let page = &scene.page;
            page.visit(&whole_map()).await?;
            let missed = page
                .run(
                    "const svg = document.querySelector('.world'); svg.scrollIntoView({ block: 'center', behavior: 'instant' });
                     await new Promise(done => setTimeout(done, 400));
                     const places = [...document.querySelectorAll('.world .markers [data-iso3]:not([data-tier=none])')].map(node => {
                         const at = node.querySelector('.mark').parentNode.getScreenCTM();
                         return { code: node.dataset.iso3, name: node.getAttribute('aria-label'), x: at.e, y: at.f }; });
                     const small = [...document.querySelectorAll('.world .lands [data-iso3]:not([data-tier=none])')].map(node => node.getBoundingClientRect())
                         .filter(box => Math.min(box.width, box.height) < 48);
                     // How far a box is from a point.
                     const far = (box, p) => Math.hypot(Math.max(box.left - p.x, 0, p.x - box.right), Math.max(box.top - p.y, 0, p.y - box.bottom));
                     const missed = [];
                     let alone = 0;
                     for (const p of places) {
                         if (places.some(q => q !== p && Math.hypot(q.x - p.x, q.y - p.y) < 24) || small.some(box => far(box, p) < 24)) continue;
                         alone += 1;
                         for (const [dx, dy] of [[11, 0], [-11, 0], [0, 11], [0, -11]]) {
                             const under = document.elementFromPoint(p.x + dx, p.y + dy);
                             if (!under || !svg.contains(under)) continue;
                             under.dispatchEvent(new PointerEvent('pointermove', { clientX: p.x + dx, clientY: p.y + dy, bubbles: true, pointerType: 'mouse' }));
                             await new Promise(done => setTimeout(done));
                             const told = document.querySelector('#map-tip:not([hidden]) .tip-name')?.textContent;
                             if (told !== p.name) missed.push(`${p.code} at ${dx},${dy}: ${told}`);
                         }
                     }
                     return { alone, missed };",
                )
                .await?;
            assert!(missed["alone"].as_u64() > Some(1), "{missed}");
            assert_eq!(missed["missed"], serde_json::json!([]), "at {width}");
            Ok(scene)
        });
    }
}

/// No marker covers another: on the whole map where the screen is wide enough, else with a region in focus.
#[test]
fn no_marker_covers_another() {
    let whole = [768, 1440].map(|width| (width, whole_map()));
    let regions = regions().map(|address| (320, address));
    for (width, address) in whole.into_iter().chain(regions) {
        in_browser(width, move |scene| async move {
            let page = &scene.page;
            page.visit(&address).await?;
            let covered = page
                .run(
                    "await new Promise(done => setTimeout(done, 600));
                     const world = document.querySelector('.world'), frame = world.getBoundingClientRect();
                     const marks = [...world.querySelectorAll('.markers [data-iso3]:not([data-tier=none])')]
                         .filter(node => !world.dataset.region || node.dataset.region === world.dataset.region).map(node => {
                         const box = node.querySelector('.mark path').getBoundingClientRect();
                         return { code: node.dataset.iso3, x: box.left + box.width / 2, y: box.top + box.height / 2, r: Math.min(box.width, box.height) / 2 }; })
                         .filter(p => p.x > frame.left && p.x < frame.right && p.y > frame.top && p.y < frame.bottom);
                     const covered = [];
                     marks.forEach((p, at) => marks.slice(at + 1).forEach(q => {
                         if (Math.hypot(q.x - p.x, q.y - p.y) < (p.r + q.r) * 0.9) covered.push(`${p.code} ${q.code}: ${Math.hypot(q.x - p.x, q.y - p.y).toFixed(1)} of ${(p.r + q.r).toFixed(1)} px`); }));
                     return covered;",
                )
                .await?;
            assert_eq!(covered, serde_json::json!([]), "{address} at {width}");
            Ok(scene)
        });
    }
}
