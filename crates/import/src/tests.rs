//! The made-up edition of `e2e/edition-2026/`, from its pages into the data and out of them again.

use std::fs;
use std::path::{Path, PathBuf};

use record::{Folder, MapSource, Outputs};
use tip::permalink::CountryView;
use tip::{Atlas, Code, Dossier, Movement, Tier};

use super::*;
use crate::files::{File, Kind};
use crate::reading::Edition;
use crate::rehearse::{BEFORE, add_edition, until};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn made_up() -> PathBuf {
    root().join("e2e/edition-2026")
}

/// `data/` with the row of the made-up edition.
fn with_edition() -> Folder {
    let mut folder = until(&record::tables::folder(&root().join("data")).unwrap(), BEFORE);
    add_edition(&mut folder, &made_up()).unwrap();
    folder
}

fn source(replace: &[&str]) -> Source {
    let replace = replace.iter().map(|code| (*code).to_owned()).collect();
    Source { edition: 2026, kind: "primary".to_owned(), url: None, replace, sections: false }
}

fn names() -> Names {
    Names::new(&tables(&with_edition()).unwrap())
}

/// What the made-up pages say.
fn made_up_edition() -> Edition {
    let files = files::read(&[made_up().join("pages")]).unwrap();
    let mut all = editions(&files.files, None, &names());
    assert_eq!(all.unread, ["index.html: no heading with a country and its tier"]);
    assert_eq!(all.editions.len(), 1);
    all.editions.remove(&2026).unwrap()
}

fn found() -> Vec<Found> {
    made_up_edition().found
}

fn short(made: &Proposal) -> Vec<String> {
    let one = |placed: &Placed| {
        let instead = placed.instead_of.as_ref().map_or_else(String::new, |old| format!(" instead of {old}"));
        format!("{} {}{instead}", placed.code, placed.tier.code())
    };
    made.placed.iter().map(one).collect()
}

fn outputs(folder: &Folder) -> Outputs {
    let world = fs::read_to_string(root().join("assets/map/world.json")).unwrap();
    record::make(folder, MapSource::Made(&world)).unwrap()
}

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

/// Sections are taken if they are asked for. Text that is not a whole paragraph, or is on several pages, is listed.
#[test]
fn sections_are_excerpts_where_they_are_asked_for() {
    let asked = Source { sections: true, ..source(&[]) };
    let made = proposal(&with_edition(), &found(), &asked).unwrap();
    let korea = |about: &str| {
        let lines = made.files["excerpts.jsonl"].lines().filter(|line| {
            line.contains("\"KOR\",\"edition\":2026") && line.contains(&format!("\"about\":\"{about}\""))
        });
        lines.count()
    };
    assert_eq!((korea("opening"), korea("recommendations"), korea("prosecution")), (1, 2, 1));
    let unread = made.unread.join("\n");
    assert!(
        unread.contains("KOR: 1 lines in prevention are no whole paragraphs, and are left out"),
        "{unread}"
    );
    let none = proposal(&with_edition(), &found(), &source(&[])).unwrap();
    assert!(none.quoted.iter().all(|quoted| quoted.about == "opening"), "{:?}", none.quoted);
    let foot = "<h3>PREVENTION</h3><p>This is the foot of every page of the site, which manages itself as a portal for itself and no more.</p>";
    let page = |name: &str| {
        let html = format!("<h2>{name} (Tier 2)</h2>{TEXT}{foot}");
        (format!("{name}.html"), html)
    };
    let pages = [page("CHAD"), page("FRANCE")];
    let pages = pages.each_ref().map(|(name, html)| (name.as_str(), html.as_str()));
    let made = proposal(&with_edition(), &read(&pages).found, &asked).unwrap();
    assert!(!made.files["excerpts.jsonl"].contains("the foot of every page"));
    assert!(made.unread.iter().any(|why| why.contains("is in the narratives of several countries")));
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

/// What files say that are asked for as the 2026 edition.
fn read(pages: &[(&str, &str)]) -> Edition {
    let file = |(name, text): &(&str, &str)| File {
        name: (*name).to_owned(),
        path: (*name).to_owned(),
        kind: if name.ends_with(".txt") { Kind::Text } else { Kind::Html },
        text: (*text).to_owned(),
        address: None,
    };
    let mut all = editions(&pages.iter().map(file).collect::<Vec<_>>(), Some(2026), &names());
    let mut edition = all.editions.remove(&2026).unwrap_or_default();
    edition.unread.append(&mut all.unread);
    edition
}

/// What is proposed from pages.
fn of(pages: &[(&str, &str)]) -> Proposal {
    let read = read(pages);
    let mut made = proposal(&with_edition(), &read.found, &source(&[])).unwrap();
    made.unread.extend(read.unread);
    made
}

const TEXT: &str = "<p>The government does not fully meet the minimum standards for the elimination of trafficking, made up for a test.</p>";

#[test]
fn several_texts_of_one_country_are_none() {
    let (one, other) = (format!("<h2>CHAD (Tier 2)</h2>{TEXT}"), format!("<h2>CHAD (Tier 3)</h2>{TEXT}"));
    assert_eq!(short(&of(&[("a.html", &one), ("b.html", &one)])), ["TCD 2"], "twice the same is one");
    let made = of(&[("a.html", &one), ("b.html", &other)]);
    assert_eq!(
        (short(&made), made.unread),
        (vec![], vec!["a.html, b.html: TCD has several texts; none is taken".to_owned()])
    );
    let list = "<ul><li>CHAD (Tier 1)</li><li>FRANCE (Tier 1)</li></ul>";
    let made = of(&[("a.html", &one), ("list.html", list)]);
    assert_eq!(short(&made), Vec::<String>::new(), "a list of places is no narrative, and casts doubt");
    assert!(made.unread.iter().any(|why| why.contains("TCD is refused elsewhere")), "{:?}", made.unread);
}

#[test]
fn a_page_of_another_edition_is_not_taken() {
    let old = format!("<h1>2025 Trafficking in Persons Report: Chad</h1><h2>CHAD (Tier 2)</h2>{TEXT}");
    let made = of(&[("a.html", &old)]);
    assert_eq!(short(&made), Vec::<String>::new());
    assert!(
        made.unread[0].contains("a.html: it is of the 2025 edition, and 2026 was asked for"),
        "{:?}",
        made.unread
    );
}

#[test]
fn a_name_over_two_lines_is_the_whole_name_or_none() {
    let text = "The government does not fully meet the minimum standards for the elimination of trafficking.\nPAPUA NEW\nGUINEA (Tier 2)\n";
    let page = |before: &str| {
        format!(
            "{before}\nThe government does not fully meet the minimum standards for the elimination of trafficking.\n"
        )
    };
    assert_eq!(short(&of(&[("a.txt", &page(text))])), ["PNG 2"]);
    assert_eq!(short(&of(&[("a.txt", &page("CONGO, DEMOCRATIC REPUBLIC OF THE\n(Tier 3)"))])), ["COD 3"]);
    let made = of(&[("a.txt", &page("UPPER\nGUINEA (Tier 2)"))]);
    assert_eq!(short(&made), Vec::<String>::new());
    assert!(made.unread[0].contains("“UPPER”, may be a part of its name"), "{:?}", made.unread);
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

/// What a PDF has at the head of its pages is no part of a name; what copies add to a heading neither.
#[test]
fn the_head_of_a_page_and_the_credit_of_a_copy_are_no_names() {
    let text = "COUNTRY NARRATIVES 55\n\nCHAD: TIER 2\n\nThe government does not fully meet the minimum standards for the elimination of trafficking, made up for a test.\n";
    assert_eq!(short(&of(&[("a.txt", text)])), ["TCD 2"]);
    let copy = format!(
        "<p><b>CHAD (Tier 2)</b> – Extracted in part from the U.S. State Dept\n2026 TIP Report</p>{TEXT}"
    );
    assert_eq!(short(&of(&[("a.html", &copy)])), ["TCD 2"]);
    let old = copy.replace("2026", "2025");
    assert_eq!(short(&of(&[("a.html", &old)])), Vec::<String>::new(), "of another edition");
}

/// The fault that this importer once had: a heading that it did not know gave Gabon's text to France.
#[test]
fn a_remark_or_a_mark_behind_a_heading_gives_nothing_to_another_country() {
    const OPENING: &str = "the minimum standards for the elimination of trafficking, as this text that is made up for a test says.";
    for mark in [
        " (Auto Downgrade)",
        "*",
        "<sup>1</sup>",
        "¹",
        " [1]",
        "1",
        " † (second year)",
        " (Tier 3)",
        " pending",
        " – see note",
    ] {
        let html = format!(
            "<title>2026 Trafficking in Persons Report</title><h2>FRANCE (Tier 1)</h2><p>The Government of France fully meets {OPENING}</p>\
             <h3>PROSECUTION</h3><p>It prosecuted.</p>\
             <h2>GABON (Tier 2 Watch List){mark}</h2><p>The Government of Gabon does not fully meet {OPENING}</p>\
             <h3>PROSECUTION</h3><p>The government prosecuted 77 suspects.</p>"
        );
        let read = read(&[("a.html", &html)]);
        let asked = Source { sections: true, ..source(&[]) };
        let mut made = proposal(&with_edition(), &read.found, &asked).unwrap();
        made.unread.extend(read.unread);
        let is_read =
            heading::country(&format!("GABON (Tier 2 Watch List){}", mark.replace("<sup>1</sup>", "")))
                .is_some();
        let expected: &[&str] = if is_read { &["FRA 1", "GAB 2W"] } else { &["FRA 1"] };
        assert_eq!(short(&made), expected, "{mark}");
        assert!(made.figures.iter().all(|(code, _)| code == "GAB"), "{mark}: {:?}", made.figures);
        assert_eq!(made.figures.len(), expected.len() - 1, "{mark}");
        let others = made.files["excerpts.jsonl"]
            .lines()
            .filter(|line| line.contains("\"edition\":2026"))
            .filter(|line| line.contains("Gabon") && !line.contains("\"GAB\""));
        assert_eq!(others.count(), 0, "{mark}");
        let ended = made.unread.iter().filter(|line| line.contains("“GABON (Tier 2 Watch List)")).count();
        assert_eq!(ended, 2 - expected.len(), "{mark}: {:?}", made.unread);
    }
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

/// A folder with files of several editions gives a proposal an edition, each by its own files.
#[test]
fn each_edition_is_read_by_its_own_files() {
    let page = |year: u16, name: &str| {
        let title = format!("<title>{year} Trafficking in Persons Report: {name}</title>");
        format!(
            "{title}<nav><a href='/reports/2026-trafficking-in-persons-report/'>2026 Trafficking in Persons Report</a></nav><h2>{name} (Tier 2)</h2>{TEXT}"
        )
    };
    let pages =
        [("a.html", page(2024, "CHAD")), ("b.html", page(2025, "CHAD")), ("c.html", page(2024, "KENYA"))];
    let file = |(name, text): &(&str, String)| File {
        name: (*name).to_owned(),
        path: (*name).to_owned(),
        kind: Kind::Html,
        text: text.clone(),
        address: None,
    };
    let files: Vec<File> = pages.iter().map(file).collect();
    let all = editions(&files, None, &names());
    let told: Vec<(u16, Vec<&str>)> = all
        .editions
        .iter()
        .map(|(year, edition)| (*year, edition.found.iter().map(|one| one.file.as_str()).collect()))
        .collect();
    assert_eq!(told, [(2024, vec!["a.html", "c.html"]), (2025, vec!["b.html"])]);
    let only = editions(&files, Some(2025), &names());
    assert_eq!(only.editions.keys().collect::<Vec<_>>(), [&2025]);
    assert_eq!(only.unread.len(), 2, "{:?}", only.unread);
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
