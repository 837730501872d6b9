//! The Watch List and what the law says of the next edition.

use tip::law::{self, Prospect, Result as Came};

use crate::{atlas, consequences, in_browser, newest};

/// A reporter's question: “Who falls next year unless waived, and why?”
#[test]
fn the_law_says_who_falls_unless_upgraded_or_waived() {
    in_browser(1200, |scene| async {
        let page = &scene.page;
        page.visit("/watch-list?year=2025").await?;
        assert!(
            page.text("h1").await?.starts_with("2025: 25 countries on the Watch List; 2026 decides on 15")
        );
        let congo = page.text("#tier-3 li[data-iso3=COG]").await?;
        for part in [
            "3 consecutive editions on the Watch List, since 2023.",
            "The waiver is used up (2025).",
            "Unless it is upgraded, the law moves it to Tier 3 in 2026.",
        ] {
            assert!(congo.contains(part), "{part}: {congo}");
        }
        assert!(page.text("#tier-3").await?.contains("Public Law 115-427, section 6(2)(C)"));
        let back = page.text("#tier-3 li[data-iso3=TKM]").await?;
        assert!(back.contains("came back from Tier 3") && back.contains("one edition only"), "{back}");
        assert!(
            page.text("#waiver li[data-iso3=HKG]").await?.contains("or the Secretary of State waives it")
        );
        assert!(page.text("#may-stay li[data-iso3=BRA]").await?.contains("then 2027 decides"));
        let brunei = page.text("#may-stay li[data-iso3=BRN]").await?;
        assert!(brunei.contains("does not say how far back an earlier stay counts"), "{brunei}");
        assert!(page.text("#calendar").await?.contains("2026 edition"));
        // The country's page says the same.
        page.visit("/country/COG?year=2025").await?;
        let told = page.text("#followed").await?;
        assert!(
            told.contains("the law moves it to Tier 3 in 2026. Public Law 115-427, section 6(2)(C)"),
            "{told}"
        );
        Ok(scene)
    });
}

#[test]
fn each_group_holds_whom_the_law_says() {
    in_browser(1200, |scene| async {
        let page = &scene.page;
        let atlas = atlas();
        for year in [2010, 2012, 2018, 2019, 2023, newest()] {
            page.visit(&format!("/watch-list?year={year}")).await?;
            let edition = atlas.edition_of(year).unwrap();
            for (group, prospects) in [
                ("tier-3", &[Prospect::Tier3, Prospect::OneYear][..]),
                ("waiver", &[Prospect::Tier3OrWaiver]),
                ("may-stay", &[Prospect::MayStay]),
            ] {
                let mut expected: Vec<String> = atlas
                    .countries()
                    .iter()
                    .filter(|country| {
                        law::prospect(&atlas, country.id, edition).is_some_and(|one| prospects.contains(&one))
                    })
                    .map(|country| country.code.to_string())
                    .collect();
                let shown = format!(
                    "[...document.querySelectorAll('#{group} li[data-iso3]')].map(item => item.dataset.iso3)"
                );
                let mut shown: Vec<String> = serde_json::from_value(page.eval(&shown).await?)?;
                expected.sort();
                shown.sort();
                assert_eq!(shown, expected, "{group} in {year}");
            }
        }
        // Before the rule was applied, nothing is decided.
        page.visit("/watch-list?year=2009").await?;
        assert!(page.text("header.headline").await?.contains("first applied in 2011"));
        page.visit("/watch-list?year=2003").await?;
        assert!(page.text("header.headline").await?.contains("exists since the 2004 edition"));
        Ok(scene)
    });
}

/// China, Russia and Uzbekistan on Tier 3 in 2013, after waivers in 2011 and 2012.
#[test]
fn the_rule_is_held_against_the_record() {
    in_browser(1200, |scene| async {
        let page = &scene.page;
        page.visit("/watch-list?year=2012").await?;
        for code in ["CHN", "RUS", "UZB"] {
            let told = page.text(&format!("#tier-3 li[data-iso3={code}]")).await?;
            assert!(told.contains("The waiver is used up (2011 and 2012)."), "{told}");
            assert!(told.contains("In 2013: Tier 3."), "{told}");
        }
        let (atlas, known) = (atlas(), consequences());
        for year in [2011, 2013, 2016, 2024] {
            let decided = law::decided(&atlas, &known, atlas.edition_of(year).unwrap(), None);
            let of = |came: Came| decided.iter().filter(|(_, one)| *one == came).count();
            let cells = format!(
                "[...document.querySelectorAll('#history tr[data-year=\"{year}\"] td')].map(cell => Number(cell.innerText) || 0)"
            );
            let cells: Vec<usize> = serde_json::from_value(page.eval(&cells).await?)?;
            let expected: Vec<usize> =
                std::iter::once(decided.len()).chain(Came::ALL.into_iter().map(of)).collect();
            assert_eq!(cells, expected, "{year}");
        }
        let told = page.text("#history").await?;
        assert!(told.contains("In no edition did a country stay against the rule"), "{told}");
        assert!(
            told.contains("Algeria (2024 to 2025") && told.contains("Uzbekistan (2018 to 2020)"),
            "{told}"
        );
        Ok(scene)
    });
}

/// A reporter's question: “How long has Kuwait been there?”
#[test]
fn a_country_says_since_when() {
    in_browser(390, |scene| async {
        let page = &scene.page;
        page.visit("/country/KWT?year=2024").await?;
        let told = page.text("#followed").await?;
        assert!(told.contains("3 consecutive editions on the Watch List, since 2022."), "{told}");
        assert!(told.contains("was waived in 2024"), "{told}");
        Ok(scene)
    });
}
