//! The made-up edition, from its pages into a proposal, into the data, and out of them again.

use super::*;

#[test]
fn what_is_there_is_read_and_what_is_not_is_listed() {
    let Edition { found, unread } = made_up_edition();
    assert_eq!(unread, Vec::<String>::new());
    assert_eq!(found.len(), 7);
    let made = proposal(&with_edition(), &found, &source(&[])).unwrap();
    assert_eq!(short(&made), ["COD 3", "FRA 1", "KOR 2", "SOM SC", "THA 2W"]);
    assert_eq!(made.contradictions, Vec::<String>::new());
    let unread = made.unread.join("\n");
    for why in [
        "freedonia.html: FREEDONIA: no name in entities.tsv or aliases.tsv is this; the nearest is ",
        "chad.html: CHAD: its heading says Tier 1, its text that the government does not fully meet",
        "france.html: FRA: <p> 6: convictions: “sex” is not all that is counted",
    ] {
        assert!(unread.contains(why), "{why}\n{unread}");
    }
    assert_eq!(made.unread.len(), 3, "{unread}");
    assert!(made.absent.contains(&"TCD".to_owned()) && !made.absent.contains(&"KOR".to_owned()));
    let figures: Vec<String> = made
        .figures
        .iter()
        .flat_map(|(code, all)| {
            all.iter().map(move |figure| format!("{code} {} {}", figure.kind, figure.value))
        })
        .collect();
    assert_eq!(
        figures,
        [
            "KOR investigations 120",
            "KOR prosecutions 61",
            "KOR convictions 33",
            "KOR victims_identified 75",
            "THA investigations 15",
            "THA prosecutions 0"
        ]
    );
}

#[test]
fn a_proposal_is_a_diff_of_whole_rows() {
    let folder = with_edition();
    let diff = proposal(&folder, &found(), &source(&[])).unwrap().diff(&folder);
    for row in [
        "+KOR\t2026\t2\treport2026\tsingle",
        "+THA\t2026\t2W\treport2026\tsingle",
        "+report2026\tprimary\tTrafficking in Persons Report, 2026 edition\tU.S. Department of State\thttps://www.state.gov/reports/2026-trafficking-in-persons-report/\t5 cells, 2026",
        "+KOR\t2026\tconvictions\t33\t\tIn 2025, the made-up police investigated 120 trafficking cases (compared with 98 in 2024), prosecuted 61 suspects, and convicted 33 traffickers.\treport2026",
        "+{\"iso3\":\"THA\",\"edition\":2026,\"order\":1,\"text\":\"The Government of Thailand does not fully meet the minimum standards for the elimination of trafficking but is making significant efforts to do so. This is made up for a test. Because of that, Thailand was downgraded to Tier 2 Watch List. The elimination of what is made up goes on.\",",
    ] {
        assert!(diff.contains(&format!("\n{row}")), "{row}\n{diff}");
    }
    assert!(
        !diff.lines().any(|line| line.starts_with('-') && !line.starts_with("---")),
        "nothing is taken away"
    );
}

/// A figure that `data/` has otherwise is shown with both, and left.
#[test]
fn figures_that_differ_are_contradictions() {
    let mut folder = with_edition();
    let words = "It convicted 30.";
    folder.get_mut("figures.tsv").unwrap().push_str(&format!(
        "KOR\t2026\tconvictions\t30\t\t{words}\tcia2025\nTHA\t2026\tprosecutions\t0\t\tNone.\tcia2025\n"
    ));
    let made = proposal(&folder, &found(), &source(&[])).unwrap();
    assert_eq!(made.contradictions.len(), 1, "{:?}", made.contradictions);
    assert!(made.contradictions[0].starts_with(
        "KOR 2026, convictions: data/ has 30 (figures.tsv, “It convicted 30.”), the report 33 (“In 2025, the made-up police"
    ), "{:?}", made.contradictions);
    let figures = &made.files["figures.tsv"];
    assert!(
        figures.contains("KOR\t2026\tconvictions\t30\t") && !figures.contains("KOR\t2026\tconvictions\t33\t")
    );
    assert_eq!(figures.matches("THA\t2026\tprosecutions").count(), 1, "known, and the same");
}

/// From pages into the outputs, and, when it is taken out, back to the last byte.
#[test]
fn the_made_up_edition_comes_and_goes() {
    let before = record::tables::folder(&root().join("data")).unwrap();
    let folder = with_edition();
    let made = proposal(&folder, &found(), &source(&[])).unwrap();
    let all = outputs(&made.accepted(&folder));
    let atlas = Atlas::from_json(&all["data/atlas.json"]).unwrap();
    let korea = atlas.find(Code::parse("KOR").unwrap()).unwrap();
    let edition = atlas.edition_of(2026).unwrap();
    assert_eq!(atlas.latest(), edition);
    assert_eq!(atlas.cell(korea.id, edition).tier(), Some(Tier::Two));
    assert_eq!(atlas.movement(korea.id, edition), Movement::Downgrade);
    let dossier = Dossier::from_json(&all["data/country/KOR.json"], korea.code).unwrap();
    let setting = page::Setting { width: 1000, ..page::Setting::default() };
    let view = CountryView { code: korea.code, year: None };
    let said: String = page::country::page(
        &atlas,
        korea,
        (view, &tip::permalink::SearchQuery::default()),
        Ok(&dossier),
        &setting,
    )
    .nodes
    .iter()
    .map(page::Node::text)
    .collect();
    assert!(said.contains("This sentence is made up for a test of fishing crews"), "{said}");
    assert!(said.contains("South Korea was downgraded to Tier 2 in the 2026 edition"), "{said}");
    // Read again, it is known, and nothing changes.
    let with = made.accepted(&folder);
    let again = proposal(&with, &found(), &source(&[])).unwrap();
    assert_eq!((again.placed.len(), again.agreed.len()), (0, 5));
    assert_eq!(again.files, Folder::new());
    // Taken out: the outputs are those of the repository.
    let outputs = outputs(&before);
    assert_eq!(record::differences(&outputs, &root().join("assets")).unwrap(), Vec::<String>::new());
}

#[test]
fn what_data_has_otherwise_is_shown_and_left_unless_asked_for() {
    let mut folder = with_edition();
    folder
        .get_mut("tiers.tsv")
        .unwrap()
        .push_str("KOR\t2026\t1\tcia2025\tsingle\nFRA\t2026\t1\tcia2025\tsingle\n");
    let made = proposal(&folder, &found(), &source(&[])).unwrap();
    assert_eq!(
        made.contradictions,
        ["KOR 2026: data/ has 1 (cia2025), south-korea.html, <h2> 1, has 2 (“SOUTH KOREA”)"]
    );
    let tiers = &made.files["tiers.tsv"];
    assert!(tiers.contains("KOR\t2026\t1\tcia2025\tsingle"), "it stays");
    assert!(tiers.contains("FRA\t2026\t1\tcia2025,report2026\tconfirmed"), "two sources agree");
    let made = proposal(&folder, &found(), &source(&["KOR"])).unwrap();
    assert_eq!(made.contradictions, Vec::<String>::new());
    assert!(made.files["tiers.tsv"].contains("KOR\t2026\t2\treport2026\tsingle"));
    assert!(made.files["conflicts.tsv"].contains("KOR 2026\tcia2025: 1; report2026: 2\t2\t"));
}

#[test]
fn an_edition_that_data_does_not_know_is_asked_for() {
    let folder = until(&record::tables::folder(&root().join("data")).unwrap(), BEFORE);
    let error = proposal(&folder, &found(), &source(&[])).unwrap_err().to_string();
    assert!(error.contains("editions.tsv has no row for 2026: add it first"), "{error}");
}

/// What is accepted is taken whole, in a folder of its own here, and only where it is in order.
#[test]
fn accepting_writes_the_files_or_nothing() {
    let place = tempfile::tempdir().unwrap();
    let folder = with_edition();
    for (name, text) in &folder {
        fs::write(place.path().join(name), text).unwrap();
    }
    let made = proposal(&folder, &found(), &source(&[])).unwrap();
    let mut with = made.accepted(&folder);
    assert_eq!(accept(&root(), place.path(), &folder, &with).unwrap(), made.files.len());
    assert!(fs::read_to_string(place.path().join("tiers.tsv")).unwrap().contains("KOR\t2026\t2\t"));
    with.insert("tiers.tsv".to_owned(), "iso3\n".to_owned());
    let error = format!("{:#}", accept(&root(), place.path(), &folder, &with).unwrap_err());
    assert!(error.contains("data/ would not be in order"), "{error}");
    assert!(fs::read_to_string(place.path().join("tiers.tsv")).unwrap().contains("KOR\t2026\t2\t"));
}

/// A list of a host and its copies of the narratives are one source, seen twice.
#[test]
fn two_pages_of_one_host_do_not_confirm_each_other() {
    let mut folder = with_edition();
    let sources = folder.get_mut("sources.tsv").unwrap();
    sources.push_str("list2026\tcopy\tA list\tA host\thttps://www.example.org/list\t1 cell\n");
    folder.get_mut("tiers.tsv").unwrap().push_str("KOR\t2026\t2\tlist2026\tsingle\n");
    let of = |url: &str| Source { kind: "copy".to_owned(), url: Some(url.to_owned()), ..source(&[]) };
    let same = proposal(&folder, &found(), &of("http://example.org/korea")).unwrap();
    assert!(same.files["tiers.tsv"].contains("KOR\t2026\t2\tlist2026,report2026copy\tsingle"));
    let other = proposal(&folder, &found(), &of("http://example.net/korea")).unwrap();
    assert!(other.files["tiers.tsv"].contains("KOR\t2026\t2\tlist2026,report2026copy\tconfirmed"));
}

#[test]
fn a_proposal_says_where_each_narrative_begins_and_ends_and_where_each_fact_was_read() {
    let asked = Source { sections: true, ..source(&[]) };
    let text = review(&proposal(&with_edition(), &found(), &asked).unwrap(), &asked);
    for line in [
        "- KOR: “SOUTH KOREA (Tier 2)” (south-korea.html, <h2> 1), 7 paragraphs, from “The Government of the Republic of Korea (ROK) …” to “… in it, and made-up victims of it abroad.” (<p> 5)",
        "- KOR 2 (south-korea.html, <h2> 1)",
        "- COD 3 (report.txt, line 31)",
        "- KOR, convictions: 33 (south-korea.html, <p> 2: “In 2025, the made-up police",
        "- KOR opening (south-korea.html, <p> 1)",
        "- KOR recommendations (south-korea.html, <li> 2)",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
}

/// A record without the editions after one is the record as it was before them.
#[test]
fn later_editions_are_left_out_of_the_rehearsal() {
    let before = with_edition();
    let made = proposal(&before, &found(), &source(&[])).unwrap();
    let cut = until(&made.accepted(&before), BEFORE);
    for file in
        ["tiers.tsv", "editions.tsv", "sources.tsv", "figures.tsv", "excerpts.jsonl", "findings.jsonl"]
    {
        assert_eq!(cut[file], until(&before, BEFORE)[file], "{file}");
        assert!(
            file == "findings.jsonl" || cut[file] != made.accepted(&before)[file],
            "{file} has a row of 2026"
        );
    }
}
