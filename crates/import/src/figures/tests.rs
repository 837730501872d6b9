use tip::Tier;

use super::*;
use crate::heading::Section;
use crate::names::Names;
use crate::narrative::Paragraph;

fn names() -> Names {
    Names::of([
        ("GAB", "Gabon"),
        ("FRA", "France"),
        ("ESP", "Spain"),
        ("THA", "Thailand"),
        ("NGA", "Nigeria"),
        ("NER", "Niger"),
    ])
}

/// What is read of a text in a section of Gabon's narrative in the 2026 edition.
fn of(section: Section, text: &str) -> (Vec<Figure>, Vec<String>) {
    let paragraph = Paragraph { section, text: text.to_owned(), place: "line 7".to_owned() };
    let narrative = Narrative {
        heading: "GABON (Tier 2)".to_owned(),
        name: "GABON".to_owned(),
        before: None,
        tier: Tier::Two,
        place: "line 1".to_owned(),
        paragraphs: vec![paragraph],
    };
    figures(&narrative, &Context { edition: 2026, code: "GAB", names: &names() })
}

/// The figures as `kind value` or `kind qualifier value`.
fn read(text: &str) -> Vec<String> {
    let section = if text.contains("identif") { Section::Protection } else { Section::Prosecution };
    let line = |figure: &Figure| {
        [figure.kind, figure.qualifier.name(), &figure.value.to_string()].join(" ").replace("  ", " ")
    };
    of(section, text).0.iter().map(line).collect()
}

#[test]
fn figures_of_the_reporting_period_are_read_with_their_words_and_place() {
    let text = "The law of 2013 is in force. In 2025, police investigated 1,204 cases (compared with 900 in 2024), \
        prosecuted 40 suspects, and convicted eight traffickers, compared with 12 convictions the year before.";
    assert_eq!(read(text), ["investigations 1204", "prosecutions 40", "convictions 8"]);
    let (found, _) = of(Section::Prosecution, text);
    assert!(found[0].words.starts_with("In 2025, police investigated 1,204"), "{}", found[0].words);
    assert_eq!(found[0].place, "line 7");
}

#[test]
fn figures_are_read_where_they_can_be_read_one_way() {
    for (text, expected) in [
        ("Police investigated 15 cases.", "investigations 15"),
        ("Authorities investigated a total of 15 trafficking cases.", "investigations 15"),
        ("The government reported investigating 120 cases.", "investigations 120"),
        ("Courts convicted only three traffickers.", "convictions 3"),
        ("Courts convicted twenty-five traffickers.", "convictions 25"),
        ("Courts convicted two hundred traffickers.", "convictions 200"),
        ("Courts convicted one hundred and twelve traffickers.", "convictions 112"),
        ("Courts convicted no traffickers.", "convictions 0"),
        ("The government prosecuted at least 61 suspects.", "prosecutions at least 61"),
        ("The government prosecuted no fewer than 61 suspects.", "prosecutions at least 61"),
        ("The government prosecuted more than 1,000 suspects.", "prosecutions more than 1000"),
        ("The government prosecuted over 1,000 suspects.", "prosecutions more than 1000"),
        ("The government prosecuted nearly 300 suspects.", "prosecutions nearly 300"),
        ("The government prosecuted almost 300 suspects.", "prosecutions nearly 300"),
        ("The government initiated 15 new trafficking investigations.", "investigations 15"),
        ("Prosecutors initiated at least 15 prosecutions.", "prosecutions at least 15"),
        ("In 2025, courts convicted 33 traffickers under the 2013 anti-trafficking law.", "convictions 33"),
        ("Courts convicted 33 traffickers in 2025.", "convictions 33"),
        ("Courts convicted 33 traffickers during the reporting period.", "convictions 33"),
        ("Courts convicted 33 traffickers, including 12 women.", "convictions 33"),
        ("The government identified 75 trafficking victims.", "victims_identified 75"),
        ("Gabonese police identified 75 victims.", "victims_identified 75"),
        ("Local authorities identified 75 victims.", "victims_identified 75"),
    ] {
        assert_eq!(read(text), [expected], "{text}: {:?}", of(Section::Prosecution, text).1);
    }
}

#[test]
fn none_is_a_figure_too() {
    let text = "The government reported no prosecutions and initiated 15 new trafficking investigations.";
    assert_eq!(read(text), ["investigations 15", "prosecutions 0"]);
}

/// Each of these is left out, and listed with its sentence.
#[test]
fn what_cannot_be_read_one_way_is_listed() {
    for text in [
        // Not done, or not known to be.
        "The government had not prosecuted 12 suspects.",
        "Courts never convicted 12 traffickers.",
        "The government did not report whether it prosecuted 12 suspects.",
        "The government planned to have prosecuted 12 suspects.",
        "The government considered prosecuting 12 suspects.",
        "Courts acquitted most of those who had prosecuted 12 suspects.",
        // Of another time.
        "In 2024, police investigated 38 cases; in 2025, 40.",
        "In 2025, police investigated 38 cases; in 2026, 40.",
        "In 2023, courts convicted 31 traffickers.",
        "In the previous reporting period, authorities convicted 31 traffickers.",
        "Cumulatively since 2015, courts convicted 400 traffickers.",
        "Cumulatively, courts convicted 400 traffickers.",
        "Over the past five years, courts convicted 120 traffickers.",
        "Over the last decade, courts convicted 120 traffickers.",
        "From 2019 to 2025, courts convicted 120 traffickers.",
        "Between January and June, courts convicted 12 traffickers.",
        "To date, courts convicted 120 traffickers.",
        "Courts convicted 12 traffickers annually.",
        "Police investigated 12 cases in the first quarter.",
        "Police continued to prosecute, and prosecuted 12 suspects.",
        // Of somebody else.
        "NGOs identified 75 victims.",
        "NGOs reported that police identified 75 victims.",
        "An international organization identified 75 victims.",
        "IOM identified 75 victims.",
        "The government, with civil society, identified 75 victims.",
        "Spanish police prosecuted 12 suspects.",
        "French authorities convicted 12 traffickers.",
        "Dutch courts convicted 12 traffickers.",
        "Authorities in Spain prosecuted 12 suspects.",
        "The Government of France prosecuted 12 suspects.",
        "A foreign government prosecuted 12 suspects.",
        "Nigerian police prosecuted 12 suspects.",
        // No number, or no exact one.
        "Police investigated case number 45 and others.",
        "Police investigated 4,5 cases.",
        "Police investigated 1.204 cases.",
        "Police investigated 1 204 cases.",
        "Police investigated two dozen cases.",
        "Police investigated dozens of cases.",
        "Police investigated hundreds of cases.",
        "Police investigated approximately 300 cases.",
        "Police investigated about 300 cases.",
        "Police investigated up to 300 cases.",
        "Police investigated no more than 300 cases.",
        "Police investigated fewer than 300 cases.",
        "Police investigated an additional 12 cases.",
        "Police investigated another 12 cases.",
        "Police investigated 45 percent of cases.",
        // A part of it, or more than it.
        "Courts convicted 10 sex traffickers and five labor traffickers.",
        "Courts convicted 10 sex traffickers.",
        "Courts convicted 10 people for smuggling.",
        "Police investigated 12 cases in the capital.",
        "Police investigated 12 police officers.",
        "Police investigated 12 cases of domestic servitude.",
        "Police investigated 12 cases involving 30 suspects.",
        "Police investigated 12 cases, 10 of them new.",
        "The government identified 75 potential victims.",
        "The government identified 75 child victims.",
        "The government identified 40 women and 35 men as victims.",
        "The government reported no investigations, prosecutions, or convictions of complicit officials.",
        "The government reported 15 investigations, 12 prosecutions, and three convictions of officials.",
        "Police learned of 15 investigations.",
        "The government initiated prosecutions of 12 suspects.",
        // Found by a review: a part read as the whole, another kind, another actor, another time.
        "In one case, police investigated two suspects.",
        "Of these, police investigated 12 cases.",
        "The government identified at least two victims as a result of hotline calls.",
        "Courts convicted 12 traffickers under Article 240 and 30 traffickers under Article 241.",
        "Police prosecuted 15 suspects under the anti-trafficking law and 20 under other provisions.",
        "Police investigated 12 cases during the first half and 30 during the second half.",
        "Courts convicted 12 traffickers as well as 30 accomplices.",
        "Courts convicted five traffickers under non-trafficking laws.",
        "The government prosecuted 300 individuals under prostitution laws.",
        "Courts convicted 45 individuals, most of them for migrant smuggling.",
        "Courts convicted 12 individuals who were trafficking victims.",
        "The government discontinued 12 investigations.",
        "The government sought 12 convictions.",
        "The government reported delays in prosecuting 12 suspects, with trials pending.",
        "The government reported fining rather than prosecuting 12 suspects.",
        "MONUSCO identified 75 victims.",
        "Terre des Hommes (an NGO) identified 75 victims.",
        "Lao authorities convicted 12 traffickers.",
        "Police in Madrid convicted 12 traffickers.",
        "The government extradited suspects to Madrid, where courts convicted 12 traffickers.",
        "Police investigated 45 cases (in 2022).",
        "Courts convicted 33 traffickers (in the previous reporting period).",
        "In 2022 under the anti-trafficking law courts convicted 33 traffickers.",
        "In 2022 authorities applied the penal code and convicted 12 traffickers.",
        "Under the 2013 law, courts have convicted 400 traffickers.",
        "A year earlier, courts convicted 12 traffickers.",
        "Courts convicted 12 traffickers in the first six months.",
        "In FY22, courts convicted 12 traffickers.",
        "That year, courts convicted 45 traffickers.",
        "The government initiated between 30 and 40 investigations.",
        "The government initiated 30 or 40 investigations.",
        "Police investigated one or two suspects.",
        "Police initiated at most 12 investigations.",
        "Police investigated 2024 cases.",
        "Police investigated 120 (98 percent smuggling) cases.",
        "Police investigated 12 persons and found no trafficking.",
        "Police investigated ~120 cases.",
        "Police investigated 120+ cases.",
        "The government identified 75 (potential) victims.",
        // Before its verb.
        "12 suspects were prosecuted.",
        "Twelve suspects were prosecuted and 8 convicted.",
        "75 victims were identified by NGOs.",
    ] {
        let section = if text.contains("identif") { Section::Protection } else { Section::Prosecution };
        let (found, unread) = of(section, text);
        assert_eq!(found, [], "{text}");
        assert!(
            unread.iter().any(|line| line.contains(text.split(". ").next().unwrap())),
            "{text}: {unread:?}"
        );
    }
}

/// What counts nothing that is looked for is not worth a line.
#[test]
fn what_only_looks_like_a_figure_is_none() {
    for text in [
        "Of those convicted, five traffickers, all police officers, received fines.",
        "Of the victims identified, 30 victims, all girls, received shelter.",
        "Courts convicted traffickers and sentenced most of them to at least 10 years’ imprisonment.",
        "Officials prosecuted suspects under article 240 of the penal code.",
        "Officials prosecuted suspects under Section 370.",
        "Police investigated cases in 14 of the country’s provinces.",
        "Officials identified gaps in three laws.",
    ] {
        let section = if text.contains("identif") { Section::Protection } else { Section::Prosecution };
        assert_eq!(of(section, text), (vec![], vec![]), "{text}");
    }
}

#[test]
fn sentences_that_differ_are_told_and_not_read() {
    let (found, unread) =
        of(Section::Prosecution, "Police investigated 12 cases. The prosecutor investigated 40 suspects.");
    assert_eq!(found, []);
    assert!(unread[0].starts_with("line 7: investigations: 12 in “Police"), "{unread:?}");
}

/// What somebody else did, or what was done before, does not take away what the government did now. What is unclear does.
#[test]
fn an_unclear_sentence_takes_the_others_with_it() {
    let text = "NGOs identified 20 victims. The government identified 75 victims.";
    let (found, unread) = of(Section::Protection, text);
    assert_eq!((found.len(), unread.len()), (1, 1), "{unread:?}");
    let text = "The government and NGOs identified 300 victims. The government identified 75 victims.";
    assert_eq!(of(Section::Protection, text).0, [], "a part of the whole");
    let text = "The government identified 75 victims. The government identified about 12 victims.";
    let (found, unread) = of(Section::Protection, text);
    assert_eq!(found, []);
    assert!(
        unread
            .iter()
            .any(|line| line.contains("75 in “The government identified 75 victims.” is left out too")),
        "{unread:?}"
    );
}

#[test]
fn victims_are_those_identified() {
    assert_eq!(
        read("The U.S. Embassy helped. Officials identified 75 trafficking victims."),
        ["victims_identified 75"]
    );
    assert_eq!(read("Officials identified three gaps in the law."), [""; 0]);
}
