use super::*;

fn blocks(text: &str) -> Vec<Block> {
    let block = |(at, line): (usize, &str)| Block {
        text: line.to_owned(),
        place: format!("line {}", at + 1),
        is_heading: false,
        is_link: false,
    };
    text.lines().enumerate().map(block).collect()
}

fn names() -> Names {
    Names::of([
        ("FRA", "France"),
        ("GAB", "Gabon"),
        ("PNG", "Papua New Guinea"),
        ("GIN", "Guinea"),
        ("GNQ", "Equatorial Guinea"),
        ("COD", "Democratic Republic of the Congo"),
        ("COG", "Republic of the Congo"),
    ])
}

fn of(text: &str) -> Reading {
    narratives(&blocks(text), &names())
}

const LONG: &str = "The Government of Freedonia does not fully meet the minimum standards for the elimination of trafficking but is making efforts; therefore Freedonia remained on Tier 2.";

#[test]
fn a_narrative_has_its_paragraphs_by_section() {
    let Reading { narratives: read, unread } = of(&format!(
        "Home\nFREEDONIA (Tier 2)\n{LONG}\nPROSECUTION\nIt prosecuted.\nSYLVANIA\nTier 3\n{LONG}x"
    ));
    assert_eq!((read.len(), unread.len()), (2, 0), "{unread:?}");
    assert_eq!(
        (read[0].name.as_str(), read[0].tier, read[0].place.as_str()),
        ("FREEDONIA", Tier::Two, "line 2")
    );
    assert_eq!(read[0].opening().unwrap().text, LONG);
    let second = &read[0].paragraphs[1];
    assert_eq!(
        (second.section, second.text.as_str(), second.place.as_str()),
        (Section::Prosecution, "It prosecuted.", "line 5")
    );
    assert_eq!(read[0].paragraphs.len(), 2, "the next one's name is no paragraph");
    assert_eq!((read[1].name.as_str(), read[1].tier), ("SYLVANIA", Tier::Three));
    assert!(read[1].opening().is_err(), "it does not end");
}

#[test]
fn a_list_of_places_is_no_narrative() {
    assert_eq!(of("TIER PLACEMENTS\nTIER 1\nFREEDONIA\nTIER 2\nSYLVANIA\nTIER 3"), Reading::default());
}

#[test]
fn a_heading_and_a_text_that_differ_are_told() {
    let agrees = |heading: &str, text: &str| of(&format!("{heading}\n{text}")).narratives[0].agrees();
    assert_eq!(agrees("FREEDONIA (Tier 2)", LONG), Ok(()));
    assert!(agrees("FREEDONIA (Tier 1)", LONG).unwrap_err().contains("does not fully meet"));
    assert!(agrees("FREEDONIA (Tier 2 Watch List)", LONG).unwrap_err().contains("remained on tier 2"));
    assert!(
        agrees("FREEDONIA (Tier 3)", "It fully meets the minimum standards.")
            .unwrap_err()
            .contains("fully meets")
    );
    for text in [
        "Therefore it was downgraded to Tier 2 Watch List.",
        "Therefore it remained on Tier 2 Watchlist for the second year. It had been downgraded to Tier 3 in 2013.",
        "Therefore it was placed on the Watch List.",
    ] {
        assert_eq!(agrees("FREEDONIA (Tier 2 Watch List)", text), Ok(()), "{text}");
    }
}

/// A line that may be another country's heading ends what came before, however it is damaged.
#[test]
fn a_line_that_may_be_a_heading_ends_the_narrative_before_it() {
    for line in [
        "GABON",
        "Gabon",
        "GABBON",
        "Gabon Tier 2",
        "GABON (Tier 2 pending)",
        "GABON (Tier II)",
        "GABON (Tier 2) (Tier 3)",
        "(Tier 2)",
        "Tier 3",
        "CONGO",
        "2026 Trafficking in Persons Report: Gabon",
        "the capital GABON (Tier 2) The Government of it",
        "GABON (Special Case) Gabon remains a special case, as it has been for so many years that nobody counts them any more at all, says this text.",
        "Gabon – Tier 2. It is a country of which this text, made up for a test, goes on to speak at very great length, so that it is a paragraph.",
        "RECOMMENDATIONS FOR GABON",
        "Recommendations for Gabon:",
    ] {
        let reading = of(&format!(
            "FRANCE (Tier 2)\n{LONG}\nPROSECUTION\nIt did.\n{line}\nIt prosecuted 77 suspects.\nPROTECTION\nIt too."
        ));
        assert_eq!(reading.narratives.len(), 1, "{line}");
        assert_eq!(
            reading.narratives[0].paragraphs.len(),
            2,
            "{line}: {:?}",
            reading.narratives[0].paragraphs
        );
        assert_eq!(reading.unread.len(), 1, "{line}");
        assert!(
            reading.unread[0].starts_with("line 5: “")
                && reading.unread[0].contains("the 2 paragraphs after"),
            "{:?}",
            reading.unread
        );
    }
}

#[test]
fn texts_of_every_generation_agree_with_their_headings() {
    let agrees = |tier: &str, text: &str| of(&format!("FREEDONIA ({tier})\n{text}")).narratives[0].agrees();
    for (tier, text) in [
        (
            "Tier 2",
            "The Government of Freedonia does not yet fully comply with minimum standards for the elimination of trafficking.",
        ),
        (
            "Tier 3",
            "Freedonia does not comply with the minimum standards, and is not making significant efforts.",
        ),
        ("Tier 1", "Freedonia fully complies with minimum standards for the elimination of trafficking."),
        (
            "Tier 3",
            "It was placed on Tier 2 Watch List for the last two consecutive years and is placed on Tier 3.",
        ),
        (
            "Tier 2 Watch List",
            "It does not fully meet the standards; otherwise it would be downgraded to Tier 3. It remained on Tier 2 (Watch List).",
        ),
        ("Tier 3", "It was downgraded from Tier 2 Watch List to Tier 3."),
    ] {
        assert_eq!(agrees(tier, text), Ok(()), "{text}");
    }
    for (tier, text) in [
        ("Tier 2", "It does not fully meet the standards, and was moved from Tier 2 to Tier 3."),
        ("Tier 2", "It does not fully meet the standards, and is on Tier 2 Watch List."),
        ("Tier 2", "It does not fully meet the standards, and remained on Tier 2 (Watch List)."),
        ("Tier 2", "It does not fully meet the standards, and is ranked Tier 3."),
        ("Tier 2", "It does not fully meet the standards, and is not making significant efforts."),
        (
            "Tier 2 Watch List",
            "Countries whose governments do not fully meet the minimum standards but are making efforts.",
        ),
    ] {
        assert!(agrees(tier, text).is_err(), "{text}");
    }
}

#[test]
fn a_narrative_that_an_unread_heading_begins_is_listed_though_none_is_before_it() {
    let old = "Gabon is a source country for many. The Government of Gabon does not fully comply with the minimum standards for elimination.";
    let reading =
        of(&format!("GABON (Tier II)\n{old}\nPolice investigated 17 cases.\nFRANCE (Tier 2)\n{LONG}"));
    assert_eq!((reading.narratives.len(), reading.unread.len()), (1, 1), "{:?}", reading.unread);
}

#[test]
fn another_opening_ends_the_narrative_before_it() {
    let again =
        "The Government of Gabon fully meets the minimum standards for the elimination of trafficking.";
    for between in ["", "PROSECUTION\n", "It did.\n"] {
        let reading = of(&format!("FRANCE (Tier 2)\n{LONG}\n{between}{again}\nIt prosecuted 77 suspects."));
        let texts: Vec<&str> = reading.narratives[0].paragraphs.iter().map(|one| one.text.as_str()).collect();
        assert!(!texts.iter().any(|text| text.contains("Gabon") || text.contains("77")), "{texts:?}");
        assert!(
            reading.unread[0].contains("“The Government of Gabon fully meets the minimum …”"),
            "{:?}",
            reading.unread
        );
    }
}

#[test]
fn the_head_of_a_page_ends_nothing() {
    for line in [
        "FRANCE",
        "FRANCE 191",
        "191 FRANCE",
        "France",
        "2026 TRAFFICKING IN PERSONS REPORT",
        "COUNTRY NARRATIVES 55",
        "2026 Trafficking in Persons Report: France",
    ] {
        let reading = of(&format!("FRANCE (Tier 2)\n{LONG}\n{line}\nIt did."));
        // The last one is a title with a name, which may begin a page: it is safer ended.
        let kept = reading.narratives[0].paragraphs.len();
        assert!(kept == 2 || line.contains(": France") && kept == 1, "{line}: {:?}", reading.unread);
    }
}

#[test]
fn a_name_over_several_lines_is_the_whole_name_or_none() {
    let before = |lines: &str| {
        of(&format!("{lines}\n{LONG}")).narratives.first().map(|one| (one.before.clone(), one.name.clone()))
    };
    let of = |before: &str, name: &str| Some((Some(before.to_owned()), name.to_owned()));
    assert_eq!(before("PAPUA NEW\nGUINEA (Tier 2)"), of("PAPUA NEW", "GUINEA"));
    assert_eq!(before("Papua New\nGuinea (Tier 2)"), of("Papua New", "Guinea"));
    assert_eq!(before("PAPUA\nNEW\nGUINEA (Tier 2)"), of("PAPUA NEW", "GUINEA"));
    assert_eq!(
        before("DEMOCRATIC REPUBLIC OF\nTHE\nCONGO (Tier 3)"),
        of("DEMOCRATIC REPUBLIC OF THE", "CONGO")
    );
    assert_eq!(before("PAPUA NEW\nGUINEA\nTier 2"), of("PAPUA NEW", "GUINEA"));
    assert_eq!(before("Guinea\nGUINEA (Tier 2)"), Some((None, "GUINEA".to_owned())));
    assert_eq!(
        before("EQUATORIAL\n2025 TRAFFICKING IN PERSONS REPORT\nGUINEA (Tier 2)"),
        of("EQUATORIAL", "GUINEA")
    );
    assert_eq!(before("Papua New\nGUINEA (Tier 2)"), of("Papua New", "GUINEA"));
    // What is no part of a name is none, before a name that is no end of one.
    assert_eq!(before("SHARE\nGABON (Tier 2)"), Some((None, "GABON".to_owned())));
    assert_eq!(before("Report\nGabon (Tier 2)"), Some((None, "Gabon".to_owned())));
    let end = format!("FRANCE (Tier 2)\n{LONG} Papua New\nGuinea (Tier 2)\n{LONG}");
    assert_eq!(super::narratives(&blocks(&end), &names()).narratives[1].before.as_deref(), Some("New"));
}
