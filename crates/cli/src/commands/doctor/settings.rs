//! Whether the configuration says what it should.

use std::path::Path;

use super::Finding;
use crate::configuration::Configuration;

/// Looks at the configuration.
pub(super) fn examine(configuration: &Configuration, file: Option<&Path>) -> Vec<Finding> {
    let mut findings = vec![Finding::right(match file {
        Some(file) => format!("The configuration {} can be read.", file.display()),
        None => "No configuration is named: the defaults hold.".to_owned(),
    })];
    findings.push(imports(configuration));
    findings.extend(reach(configuration));
    findings
}

fn imports(configuration: &Configuration) -> Finding {
    match crate::schedule::feeds(configuration) {
        Ok(_) if configuration.imports.is_empty() => Finding::note(
            "Nothing is imported by itself: the configuration has no [[imports]].",
            "Name the county under [[imports]], unless tarjotin import is run by another timer.",
        ),
        Ok(_) => Finding::right(format!(
            "{} of imports by schedule, and what they need is there.",
            configuration.imports.len()
        )),
        Err(error) => Finding::wrong(
            format!("The imports by schedule cannot run: {error:#}."),
            "Mend what the sentence names: serve does not start with it.",
        ),
    }
}

fn reach(configuration: &Configuration) -> Vec<Finding> {
    let mut findings = Vec::new();
    let is_local = configuration.listen.ip().is_loopback();
    if configuration.admin_pages && !is_local {
        findings.push(Finding::wrong(
            format!(
                "The operators' pages are open to everybody who reaches {}.",
                configuration.listen
            ),
            "Listen on 127.0.0.1 behind a proxy that asks who comes, or leave out admin_pages.",
        ));
    }
    if configuration.base_url.is_none() {
        findings.push(Finding::note(
            "base_url is not set: pages do not say under which address they belong, and search \
             engines get no list of them.",
            "Write the public address into the configuration, e.g. base_url = \
             \"https://tarjotin.example\".",
        ));
    }
    if configuration.contact.is_none() {
        findings.push(Finding::note(
            "[contact] is not set: the accessibility statement names nobody, which the law wants.",
            "Write under [contact] who answers for the site: name, email, phone.",
        ));
    }
    findings
}
