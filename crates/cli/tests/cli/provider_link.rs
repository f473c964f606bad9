//! `provider-link`: private links as operators make and end them.

use crate::Place;

#[test]
fn a_link_is_made_listed_renewed_and_revoked_and_its_address_is_kept_nowhere() {
    let place = Place::new();
    place.pages(40);
    place.import();
    std::fs::write(place.file("t.toml"), "base_url = \"https://tarjotin.example\"\n").unwrap();
    let organisation = {
        let rows = place.run(&["quality", "--csv"]).stdout;
        let rows = String::from_utf8(rows).unwrap();
        let row = rows.lines().find(|row| row.contains(",organisation,")).unwrap().to_owned();
        row.split(',').nth(3).unwrap().to_owned()
    };
    let with = |arguments: &[&str]| {
        let mut all = vec!["--config", "t.toml", "provider-link"];
        all.extend(arguments);
        place.well(&all)
    };
    let made = with(&["make", &organisation, "--language", "sv"]);
    let address = made.lines().next().unwrap();
    let key = address.strip_prefix("https://tarjotin.example/sv/aktor/").unwrap();
    assert_eq!(key.len(), 26);
    let listed = with(&["list", &organisation]);
    let id = listed.split_whitespace().next().unwrap().to_owned();
    assert!(!listed.contains(key));
    for entry in std::fs::read_dir(place.file("")).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            let bytes = std::fs::read(&path).unwrap();
            let is_in = bytes.windows(key.len()).any(|part| part == key.as_bytes());
            assert!(!is_in, "the key is in {}", path.display());
        }
    }
    assert!(with(&["renew", &id, "--days", "365"]).contains("365 days"));
    assert!(with(&["revoke", &id]).contains("revoked"));
    let again = place.run(&["--config", "t.toml", "provider-link", "revoke", &id]);
    assert_eq!(again.status.code(), Some(2));
    assert!(with(&["list", &organisation]).contains("revoked"));
}

#[test]
fn an_organisation_that_is_not_there_is_refused_with_a_reason() {
    let place = Place::new();
    std::fs::write(place.file("t.toml"), "base_url = \"https://tarjotin.example\"\n").unwrap();
    let absent = "a0000000-0000-4000-8000-00000000dead";
    let output = place.run(&["--config", "t.toml", "provider-link", "make", absent]);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("not in the catalogue"), "{said}");
}

#[test]
fn no_link_is_kept_whose_address_is_not_known() {
    let place = Place::new();
    let output = place.run(&["provider-link", "make", "a0000000-0000-4000-8000-00000000dead"]);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("set base_url"), "{said}");
}

#[test]
fn an_organisation_from_elsewhere_with_a_service_in_the_county_can_have_a_link() {
    let place = Place::new();
    place.pages(40);
    place.import();
    let county = "county = \"05\"\nhosts = [\"varha.example\"]\nbase_url = \"https://varha.example\"\n\
                  languages = [\"fi\"]\ncoordinator_password_file = \"not-for-this\"\nname = { fi = \"Varha\" }\n";
    std::fs::write(place.file("varha.toml"), county).unwrap();
    std::fs::write(place.file("t.toml"), "counties = [\"varha.toml\"]\n").unwrap();
    let services = std::fs::read(place.file("pages/services-0001.json")).unwrap();
    let services: serde_json::Value = serde_json::from_slice(&services).unwrap();
    let organisations = services["items"].as_array().unwrap().iter();
    let organisations: std::collections::BTreeSet<&str> =
        organisations.map(|one| one["organizationContentId"].as_str().unwrap()).collect();
    // Nothing was checked yet: none is known to be at home in the county.
    let is_known = |organisation: &&str| {
        let list = ["--config", "t.toml", "provider-link", "list", organisation];
        place.run(&list).status.success()
    };
    assert!(organisations.iter().any(is_known), "{organisations:?}");
}
