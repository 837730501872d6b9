//! The data described for search engines of datasets: schema.org's `Dataset`, as JSON-LD.

use serde_json::json;
use tip::Atlas;

use crate::site::Base;

/// The description, as JSON.
pub fn described(atlas: &Atlas, base: &Base) -> String {
    let site = base.whole().unwrap_or_else(|| base.as_str().to_owned());
    let (first, last) = atlas.years();
    let words = atlas.words();
    let files = page::about::FILES.map(|(name, what)| {
        let format = match name.rsplit('.').next() {
            Some("tsv") => "text/tab-separated-values",
            Some("jsonl") => "application/jsonl",
            Some("csv") => "text/csv",
            Some("xlsx") => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Some("zip") => "application/zip",
            _ => "application/json",
        };
        json!({
            "@type": "DataDownload",
            "name": name,
            "description": words.text(&what),
            "encodingFormat": format,
            "contentUrl": format!("{site}download/{name}"),
        })
    });
    json!({
        "@context": "https://schema.org",
        "@type": "Dataset",
        "@id": format!("{site}about"),
        "name": format!("Tier placements of the Trafficking in Persons Report, {first} to {last}"),
        "description": format!(
            "How {} editions of the U.S. State Department’s annual Trafficking in Persons Report placed {} countries \
             and territories on Tier 1, Tier 2, the Tier 2 Watch List and Tier 3, each placement with its sources; \
             findings and excerpts of recent editions.",
            atlas.editions().len(),
            atlas.countries().len()
        ),
        "url": format!("{site}about"),
        "version": atlas.version(),
        "temporalCoverage": format!("{first}/{last}"),
        "spatialCoverage": "World",
        "isAccessibleForFree": true,
        "license": ["https://spdx.org/licenses/MIT", "https://spdx.org/licenses/Apache-2.0"],
        "creator": { "@type": "Organization", "name": "Tier Atlas", "url": site },
        "isBasedOn": {
            "@type": "Report",
            "name": "Trafficking in Persons Report",
            "publisher": { "@type": "GovernmentOrganization", "name": "U.S. Department of State" },
        },
        "keywords": ["Trafficking in Persons Report", "TIP Report", "human trafficking", "TVPA", "tier placement"],
        "variableMeasured": "Tier placement: 1, 2, 2W (Tier 2 Watch List), 3, SC (Special Case)",
        "distribution": files,
    })
    .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::static_pages::Data;

    #[test]
    fn every_file_to_take_along_is_named_with_its_whole_address() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let data = Data::read(&testdata::root().join("assets")).unwrap();
        let base = Base::parse("https://example.org/a/").unwrap();
        let described: serde_json::Value = serde_json::from_str(&described(&data.atlas, &base)).unwrap();
        assert_eq!(described["temporalCoverage"], format!("2001/{}", data.atlas.year(data.atlas.latest())));
        let files = described["distribution"].as_array().unwrap();
        for file in files {
            let address = file["contentUrl"].as_str().unwrap();
            let name = address.strip_prefix("https://example.org/a/download/").unwrap();
            let made =
                ["all.json", "datapackage.json", "placements.csv", "tier-atlas.xlsx", "tier-atlas.zip"];
            let made = made.contains(&name);
            assert!(made || root.join("data").join(name).is_file(), "{name}");
        }
        assert_eq!(files.len(), page::about::FILES.len());
    }
}
