//! Pages that each test makes, read and proposed as the 2026 edition.

use super::*;

const TEXT: &str = "<p>The government does not fully meet the minimum standards for the elimination of trafficking, made up for a test.</p>";

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
