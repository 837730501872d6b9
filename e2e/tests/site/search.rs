//! The search field.

use thirtyfour::Key;

use crate::in_browser;

#[test]
fn a_country_is_found_by_an_old_name_and_opened_by_keys() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        page.visit("/about").await?;
        let field = page.find("[role=combobox]").await?;
        field.send_keys("burm").await?;
        page.until("document.querySelectorAll('[role=option]').length > 0", "options").await?;
        assert_eq!(page.attribute("[role=combobox]", "aria-expanded").await?, "true");
        assert!(page.text("[role=option]").await?.contains("Myanmar (Burma)"));
        field.send_keys(Key::Down + "").await?;
        page.until(
            "document.querySelector('[role=option]').getAttribute('aria-selected') === 'true'",
            "the first option",
        )
        .await?;
        assert_eq!(page.attribute("[role=combobox]", "aria-activedescendant").await?, "search-0");
        field.send_keys(Key::Enter + "").await?;
        page.until_address("/country/MMR").await?;
        assert_eq!(page.string("document.querySelector('[role=combobox]').value").await?, "");
        Ok(scene)
    });
}

#[test]
fn accents_typos_and_codes_are_forgiven() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        page.visit("/").await?;
        for (typed, name) in [
            ("turkiye", "Türkiye"),
            ("TÜRKİYE", "Türkiye"),
            ("cote divoire", "Côte d'Ivoire"),
            ("germny", "Germany"),
            ("kor", "South Korea"),
            ("holland", "Netherlands (Holland)"),
        ] {
            let field = page.find("[role=combobox]").await?;
            field.send_keys(typed).await?;
            page.until("document.querySelectorAll('[role=option]').length > 0", typed).await?;
            assert_eq!(page.text("[role=option] .hit-name").await?, name, "{typed}");
            // Escape closes the list, then empties the field.
            field.send_keys(Key::Escape + "").await?;
            field.send_keys(Key::Escape + "").await?;
            page.until("document.querySelector('[role=combobox]').value === ''", "an empty field").await?;
        }
        let field = page.find("[role=combobox]").await?;
        field.send_keys("xyzzy").await?;
        page.until("!document.querySelector('#search-none').hidden", "the word that there is none").await?;
        assert_eq!(
            page.text("#search-none").await?,
            "No country or territory of that name. Look for “xyzzy” in findings and excerpts"
        );
        Ok(scene)
    });
}

#[test]
fn the_way_to_the_search_in_words_is_reached_by_keys() {
    in_browser(1000, |scene| async {
        let page = &scene.page;
        page.visit("/about").await?;
        page.find("[role=combobox]").await?.send_keys("fishing").await?;
        page.until("!document.querySelector('#search-none').hidden", "the word that there is none").await?;
        page.keys(Key::Tab + "").await?;
        page.until("document.activeElement.matches('#search-none a')", "the focus on it").await?;
        page.keys(Key::Tab + "").await?;
        page.until("document.querySelector('#search-none').hidden", "it to go").await?;
        Ok(scene)
    });
}

#[test]
fn an_option_can_be_clicked() {
    in_browser(360, |scene| async {
        let page = &scene.page;
        page.visit("/").await?;
        page.find("[role=combobox]").await?.send_keys("viet").await?;
        page.until("document.querySelectorAll('[role=option]').length > 0", "options").await?;
        page.click("[role=option]").await?;
        page.until_address("/country/VNM").await?;
        Ok(scene)
    });
}
