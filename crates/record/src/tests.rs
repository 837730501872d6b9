//! The real data with one fault put in, and the problem that is reported.

use super::*;

fn folder() -> Folder {
    tables::folder(&testdata::root().join("data")).unwrap()
}

fn made(folder: &Folder) -> Result<Outputs> {
    let world = fs::read_to_string(testdata::root().join("assets/map/world.json")).unwrap();
    make(folder, MapSource::Made(&world))
}

/// Returns the problems reported when a text in a file is replaced by another.
fn said(file: &str, from: &str, to: &str) -> String {
    let mut folder = folder();
    let text = folder.get_mut(file).unwrap();
    assert!(text.contains(from), "{file} has no {from:?} any more");
    *text = text.replacen(from, to, 1);
    made(&folder).map(drop).unwrap_err().to_string()
}

/// The same for a line put at the end of a file.
fn said_of_line(file: &str, line: &str) -> String {
    let mut folder = folder();
    folder.get_mut(file).unwrap().push_str(&format!("{line}\n"));
    made(&folder).map(drop).unwrap_err().to_string()
}

#[test]
fn the_facts_are_in_order_and_the_outputs_are_made_of_them() {
    let outputs = made(&folder()).unwrap();
    assert_eq!(
        differences(&outputs, &testdata::root().join("assets")).unwrap(),
        Vec::<String>::new(),
        "run cargo xtask data"
    );
}

#[test]
fn each_fault_is_named_with_file_line_and_reason() {
    let end = |file: &str| folder()[file].lines().count() + 1;
    let tiers = end("tiers.tsv");
    let excerpt = |order: &str, about: &str, source: &str| {
        format!(
            "{{\"iso3\":\"KOR\",\"edition\":2024,\"order\":{order},\"text\":\"X.\",\"about\":\"{about}\",\"source\":\"{source}\"}}"
        )
    };
    let cases = [
        (
            said_of_line("tiers.tsv", "QQQ\t2024\t1\tkelley\tsingle"),
            format!("data/tiers.tsv:{tiers}: unknown code QQQ"),
        ),
        (
            said_of_line("tiers.tsv", "KOR\t2024\t2\tkelley\tsingle"),
            format!("data/tiers.tsv:{tiers}: duplicate: KOR 2024"),
        ),
        (
            said("tiers.tsv", "KOR\t2001\t3", "KOR\t2001\t2W"),
            "there is no Watch List before 2004, this is 2001".into(),
        ),
        (said("tiers.tsv", "KOR\t2001\t3", "KOR\t2001\t4"), "unknown tier “4”".into()),
        (said("tiers.tsv", "KOR\t2001\t3", "KOR\t2001\t2w"), "unknown tier “2w”".into()),
        (said("tiers.tsv", "KOR\t2001\t3", "KOR\t1999\t3"), "edition 1999 is out of range".into()),
        (said("tiers.tsv", "KOR\t2001\t3", "KOR\tMMI\t3"), "field 2: invalid digit".into()),
        (said("tiers.tsv", "KOR\t2001\t3\t", "KOR\t2001\t3\tnobody,"), "unknown source “nobody”".into()),
        (said_of_line("tiers.tsv", "KOR\t2024"), "2 fields where the heading has 5".into()),
        (said("tiers.tsv", "\tconfirmed", "\tsure"), "unknown confidence “sure”".into()),
        (
            said_of_line("tiers.tsv", "AND\t2001\t1\tkelley\tconfirmed"),
            "confirmed by kelley alone, which is no official list".into(),
        ),
        (
            said("tiers.tsv", "JPN\t2024\t2", "JPN\t2024\t1"),
            "edition 2024, tier 1: 34 rows in tiers.tsv, 33 published".into(),
        ),
        (
            said_of_line("explained.tsv", "2017\t2\t78\t80\tMade up."),
            "explains a difference that there is not: edition 2017, tier 2".into(),
        ),
        (
            said_of_line("excerpts.jsonl", &excerpt("9", "reason", "")),
            format!("data/excerpts.jsonl:{}: an excerpt without a source", end("excerpts.jsonl")),
        ),
        (said_of_line("excerpts.jsonl", &excerpt("1", "reason", "A source")), "duplicate: KOR 2024 1".into()),
        (said("findings.jsonl", "{", "["), "data/findings.jsonl:1:".into()),
        (
            said(
                "findings.jsonl",
                "\"source\": \"press\", \"url\": null",
                "\"source\": \"press\", \"url\": \"https://x\"",
            ),
            "does not link to the press".into(),
        ),
        (
            said("findings.jsonl", "\"tier\": \"2\"", "\"tier\": \"1\""),
            "says tier 1, tiers.tsv says 2".into(),
        ),
        (
            said("findings.jsonl", "not_fully_but_significant_efforts", "fully_meets"),
            "fully_meets does not go with tier 2".into(),
        ),
        (said("entities.tsv", "KOR\tKR", "kor\tKR"), "“kor” is not three capital letters".into()),
        (said("entities.tsv", "East Asia and Pacific", "Oceania"), "unknown region “Oceania”".into()),
        (
            said_of_line("entities.tsv", "ATA\tAQ\t010\tAntarctica\tAntarctica\tAfrica\t"),
            "ATA has no shape on the map and no row in markers.tsv".into(),
        ),
        (said("editions.tsv", "2024-06-24", "2024-06-31"), "released “2024-06-31” is no date".into()),
        (said("editions.tsv", "2003\t2003", "2002\t2003"), "edition 2002 does not come after 2002".into()),
        (said("editions.tsv", "\thttps://", "\tftp://"), "is not https".into()),
        (said("sources.tsv", "\tpress\t", "\trumour\t"), "unknown kind of source “rumour”".into()),
        (said("sources.tsv", "\thttps://", "\tjavascript:"), "is no address".into()),
        (said_of_line("aliases.tsv", "QQQ\ten\tNowhere"), "unknown code QQQ".into()),
        (said_of_line("aliases.tsv", "KOR\txx\tNowhere"), "unknown language xx".into()),
        (said("entities.tsv", "\t410\t", "\t41\t"), "41 is no numeric code of three digits".into()),
        (said_of_line("aliases.tsv", "KOR\ten\tROK"), "duplicate: KOR ROK is already on line".into()),
        (said_of_line("markers.tsv", "QQQ\t1\t2\tx"), "unknown code QQQ".into()),
        (said("markers.tsv", "\t12.11", "\tnorth"), "field 3: invalid float".into()),
        (
            said_of_line(
                "determinations.tsv",
                "2024\tKOR\trestricted\t\tNo. 2024-14, 30 September 2024\thttps://x\tfull",
            ),
            format!(
                "data/determinations.tsv:{}: a determination of KOR in 2024 goes with tier 3, tiers.tsv says 1",
                end("determinations.tsv")
            ),
        ),
        (
            said("determinations.tsv", "PRK\trestricted", "PRK\tpunished"),
            "unknown outcome “punished”: one of restricted, partial_waiver, full_waiver, complied".into(),
        ),
        (said("determinations.tsv", "\tpress", "\thearsay"), "unknown way of reading “hearsay”".into()),
        (
            said("determinations.tsv", "No. 2003-35,", "No. 2003-36,"),
            "has another determination on line 2".into(),
        ),
        (said("determinations.tsv", "\thttps://", "\tftp://"), "is no address".into()),
        (said("determinations.tsv", "2003\tBIH", "2003\tQQQ"), "unknown code QQQ".into()),
        (
            said_of_line("watchlist_waivers.tsv", "2024\tKOR\thttps://x"),
            "a waiver of KOR in 2024 goes with tier 2W, tiers.tsv says 1".into(),
        ),
        (said_of_line("watchlist_waivers.tsv", "2011\tCHN\thttps://x"), "duplicate: CHN 2011".into()),
        (said("listings.tsv", "\tchild_soldiers\t", "\tsoldiers\t"), "unknown list “soldiers”".into()),
        (said("listings.tsv", "\tyes\t", "\tno\t"), "is said to be whole or not on line".into()),
        (
            said("listings.tsv", "\tyes\t", "\tperhaps\t"),
            "unknown variant `perhaps`, expected `yes` or `no`".into(),
        ),
        (
            said_of_line("listings.tsv", "1999\tchild_soldiers\tMMR\tno\thttps://x"),
            "edition 1999 is out of range".into(),
        ),
        (said("VERSION", folder()["VERSION"].trim(), ""), "there is no version of the data".into()),
        (
            said("findings.jsonl", "\"summary\": \"", "\"summary\": \"\", \"x\": \""),
            "unknown field `x`".into(),
        ),
        (said("findings.jsonl", "\"trend\": \"upgraded\"", "\"trend\": \"up\""), "unknown trend “up”".into()),
        (
            said_of_line("excerpts.jsonl", &excerpt("\"9\"", "reason", "A source")),
            format!("data/excerpts.jsonl:{}: invalid type", end("excerpts.jsonl")),
        ),
        (said("editions.tsv", "\t2023-04-01", "\t"), "a reporting period has a first and a last day".into()),
        (said("entities.tsv", "\tAruba\tAruba", "\tAfghanistan\tAruba"), "duplicate: Afghanistan".into()),
        (
            said("dictionary.tsv", "tiers.tsv\ttier\t", "tiers.tsv\trank\t"),
            "tiers.tsv has no field rank".into(),
        ),
        (
            said("dictionary.tsv", "tiers.tsv\ttier\t", "tiers.tsv\trank\t"),
            "data/tiers.tsv:1: dictionary.tsv does not explain the field tier".into(),
        ),
        (
            said_of_line("figures.tsv", "KOR\t2024\tarrests\t3\t\tThree arrests.\tkelley"),
            format!(
                "data/figures.tsv:{}: unknown figure “arrests”: one of investigations",
                end("figures.tsv")
            ),
        ),
        (said_of_line("figures.tsv", "KOR\t2024\tconvictions\t3\t\t\tkelley"), "without the words".into()),
        (
            said_of_line("figures.tsv", "KOR\t2024\tconvictions\tx\t\tX.\tkelley"),
            "field 4: invalid digit".into(),
        ),
        (
            said_of_line("figures.tsv", "KOR\t2024\tconvictions\t3\tabout\tX.\tkelley"),
            "unknown qualifier “about”: one of at least".into(),
        ),
        (said_of_line("figures.tsv", "KOR\t2024\tconvictions\t3\t\tX.\tme"), "unknown source “me”".into()),
        (
            said_of_line("figures.tsv", "KOR\t2024\tvictims_identified\t54\t\tX.\tkelley"),
            "victims_identified are 54 here and 55 in findings.jsonl".into(),
        ),
        (
            said_of_line("excerpts.jsonl", &excerpt("9", "reasons", "A source")),
            "unknown about “reasons”: one of determination".into(),
        ),
        (said("dictionary.tsv", "\tinteger\t", "\tnumeral\t"), "unknown type “numeral”".into()),
    ];
    for (said, expected) in cases {
        assert!(said.contains(&expected), "expected {expected:?}, was told:\n{said}");
        assert!(said.contains("nothing was written"), "{said}");
    }
}

/// One placement fewer, explained: the edition is no longer whole, and the tables say what they did not have to say before.
#[test]
fn coverage_says_what_is_lacking_and_nothing_else() {
    let coverage = |folder: &Folder| {
        let made = made(folder).unwrap();
        let record: serde_json::Value = serde_json::from_str(&made["data/record.json"]).unwrap();
        let table = record["tables"][0].clone();
        let columns: Vec<String> = serde_json::from_value(table["columns"].clone()).unwrap();
        (table["note"].as_str().unwrap().to_owned(), columns)
    };
    let mut folder = folder();
    let (note, columns) = coverage(&folder);
    let whole = |note: &str| note.split(' ').next().unwrap().parse::<usize>().unwrap();
    let before = whole(&note);
    let editions = folder["editions.tsv"].lines().count() - 1;
    assert!(note.starts_with(&format!("{before} of {editions} editions are recorded whole")), "{note}");
    // These columns are there for what the record has, and for nothing else.
    let has = |column: &str| columns.iter().any(|own| own == column);
    assert_eq!(has("Why it differs"), folder["explained.tsv"].lines().count() > 1);
    assert_eq!(has("Unsourced"), folder["tiers.tsv"].lines().any(|line| line.ends_with("\tunsourced")));
    let tiers = folder.get_mut("tiers.tsv").unwrap();
    let row = tiers.lines().find(|line| line.starts_with("BRN\t2017\t2\t")).unwrap().to_owned();
    *tiers = tiers.replacen(&format!("{row}\n"), "", 1);
    let explained = folder.get_mut("explained.tsv").unwrap();
    explained.push_str("2017\t2\t79\t80\tBrunei is left out by this test.\n");
    explained.push_str("2017\tall\t186\t187\tThe same.\n");
    let (note, columns) = coverage(&folder);
    assert!(note.starts_with(&format!("{} of {editions} editions", before - 1)), "{note}");
    assert_eq!(columns.last().map(String::as_str), Some("Why it differs"));
    let outputs = made(&folder).unwrap();
    let edition =
        outputs["data/atlas.json"].lines().find(|line| line.starts_with("{\"year\":2017,")).unwrap();
    assert!(edition.contains("\"published\":187,\"url\""), "2017 is not whole");
}

#[test]
fn stale_files_are_told_by_number_and_the_first_three() {
    let files: Vec<String> = (1..=190).map(|n| format!("data/country/{n}.json")).collect();
    assert_eq!(
        stale_files(&files),
        "Stale: 190 (data/country/1.json, data/country/2.json, data/country/3.json, …)"
    );
    assert_eq!(stale_files(&files[..2]), "Stale: 2 (data/country/1.json, data/country/2.json)");
}

#[test]
fn a_missing_file_is_named() {
    let mut folder = folder();
    folder.remove("tiers.tsv");
    let said = made(&folder).map(drop).unwrap_err().to_string();
    assert!(said.contains("data/tiers.tsv: the file is missing"), "{said}");
}

#[test]
fn the_press_is_never_linked() {
    for (name, text) in made(&folder()).unwrap() {
        for line in text.lines().filter(|line| line.contains("\"kind\":\"press\"")) {
            assert!(!line.contains("\"url\""), "{name}: {line}");
        }
    }
}

#[test]
fn what_is_made_no_more_is_removed() {
    let assets = tempfile::tempdir().unwrap();
    let mut outputs = made(&folder()).unwrap();
    assert_eq!(write(&outputs, assets.path()).unwrap(), outputs.len());
    assert_eq!(write(&outputs, assets.path()).unwrap(), 0);
    outputs.remove("data/country/KOR.json");
    assert_eq!(write(&outputs, assets.path()).unwrap(), 1);
    assert!(!assets.path().join("data/country/KOR.json").exists());
}

#[test]
fn whoever_cites_cites_the_version_of_the_data() {
    let citation =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../CITATION.cff")).unwrap();
    let version = folder()["VERSION"].trim().to_owned();
    assert!(citation.contains(&format!("\nversion: \"{version}\"\n")), "CITATION.cff is not of {version}");
}
