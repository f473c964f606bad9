//! Who lets the coordinators in: on each county's site a password of its own.

use std::path::PathBuf;

use anyhow::{Context, bail, ensure};
use app::coordinator::{Access, Password};
use domain::reference::County;
use web::WebConfig;

use crate::configuration::Configuration;
use crate::county_file::{CountySite, read_all};

/// Lets the coordinators in on the sites of a configuration, each with the password of its own.
///
/// # Errors
/// When a password's file is not right, or a password would be good for more than one county.
pub fn let_in(configuration: &Configuration, sites: &mut [WebConfig]) -> anyhow::Result<()> {
    let counties = read_all(&configuration.counties)?;
    if counties.is_empty() {
        for site in sites {
            site.access = of_everything(configuration)?;
        }
        return Ok(());
    }
    give(&counties, of_counties(configuration, &counties)?, sites);
    Ok(())
}

/// Gives each site what is of the county with its hosts: the files may have changed since the sites were read from
/// them, and a site that is not among them stays closed.
fn give(counties: &[CountySite], accesses: Vec<Option<Access>>, sites: &mut [WebConfig]) {
    for (county, access) in counties.iter().zip(accesses) {
        let mut own = sites.iter_mut().filter(|site| site.face.hosts == county.face.hosts);
        if let Some(site) = own.next() {
            site.access = access;
        }
    }
}

/// What lets the coordinator of the one site of everything in, where there is a password.
fn of_everything(configuration: &Configuration) -> anyhow::Result<Option<Access>> {
    let Some(file) = &configuration.coordinator_password_file else { return Ok(None) };
    access(configuration, None, Password::in_file(file)?).map(Some)
}

/// What lets the coordinators of counties' sites in, in the order of their files; none where a county has no password.
/// The configuration's own is that of a county which is alone: with several it would open the pages of all.
fn of_counties(
    configuration: &Configuration,
    counties: &[CountySite],
) -> anyhow::Result<Vec<Option<Access>>> {
    let of_all = &configuration.coordinator_password_file;
    ensure!(
        of_all.is_none() || counties.len() == 1,
        "coordinator_password_file in the configuration would open the pages of all {} counties: take it away there, and \
         name a file of its own in each county's file",
        counties.len()
    );
    let mut seen: Vec<(PathBuf, Password)> = Vec::new();
    let mut found = Vec::new();
    for county in counties {
        let host = county.face.hosts.first().map_or("", String::as_str);
        let Some(file) = county.coordinator_password_file.as_ref().or(of_all.as_ref()) else {
            found.push(None);
            continue;
        };
        let password = Password::in_file(file)
            .with_context(|| format!("the county of {host} is not right"))?;
        if let Some((other, _)) = seen.iter().find(|(_, other)| *other == password) {
            bail!(
                "the county of {host}: the coordinator's password in {} is that of another county, in {}; make one of \
                 its own with `tarjotin coordinator-password FILE`",
                file.display(),
                other.display()
            );
        }
        seen.push((file.clone(), password.clone()));
        found.push(Some(access(configuration, county.face.county, password)?));
    }
    Ok(found)
}

/// Lets in who knows a password on each site that has none yet.
///
/// # Errors
/// When the key of the sessions cannot be read or made.
pub fn open_the_rest(
    configuration: &Configuration,
    sites: &mut [WebConfig],
    password: &Password,
) -> anyhow::Result<()> {
    for site in sites.iter_mut().filter(|site| site.access.is_none()) {
        site.access = Some(access(configuration, site.face.county, password.clone())?);
    }
    Ok(())
}

fn access(
    configuration: &Configuration,
    county: Option<&County>,
    password: Password,
) -> anyhow::Result<Access> {
    let key = configuration.data.join("sessions.key");
    Ok(Access::new(password, county.map(|county| county.code), &key)?)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use tempfile::TempDir;

    use super::*;

    /// A folder with counties' files; of each its code, its host, and the file of its password, if it names one.
    fn counties(files: &[(&str, &str, Option<&str>)]) -> (TempDir, Configuration, Vec<CountySite>) {
        let folder = tempfile::tempdir().unwrap();
        let write = |(code, host, password): &(&str, &str, Option<&str>)| {
            let password = password.map_or_else(String::new, |name| {
                format!("coordinator_password_file = \"{name}\"\n")
            });
            let file = folder.path().join(format!("{host}.toml"));
            let text = format!(
                "hosts = [\"{host}\"]\ncounty = \"{code}\"\nlanguages = [\"fi\"]\n{password}[name]\nfi = \"Tarjotin\"\n"
            );
            std::fs::write(&file, text).unwrap();
            file
        };
        let paths: Vec<PathBuf> = files.iter().map(write).collect();
        let counties = read_all(&paths).unwrap();
        let data = folder.path().to_owned();
        (folder, Configuration { data, ..Configuration::default() }, counties)
    }

    fn password(folder: &Path, name: &str) -> PathBuf {
        let file = folder.join(name);
        Password::make().unwrap().1.write(&file).unwrap();
        file
    }

    #[test]
    fn each_county_has_the_password_beside_its_own_file_and_others_none() {
        let files = [("05", "a.example", Some("a")), ("02", "b.example", None)];
        let (folder, configuration, counties) = counties(&files);
        let refusal = format!("{:#}", of_counties(&configuration, &counties).unwrap_err());
        assert!(
            refusal.contains("a.example") && refusal.contains("coordinator-password"),
            "{refusal}"
        );
        password(folder.path(), "a");
        let found = of_counties(&configuration, &counties).unwrap();
        assert_eq!(found.iter().map(Option::is_some).collect::<Vec<_>>(), [true, false]);
    }

    #[test]
    fn the_configurations_own_password_is_for_one_county_alone() {
        let (folder, mut configuration, counties) =
            counties(&[("05", "a.example", None), ("02", "b.example", None)]);
        configuration.coordinator_password_file = Some(password(folder.path(), "all"));
        let refusal = of_counties(&configuration, &counties).unwrap_err().to_string();
        assert!(refusal.contains("all 2 counties"), "{refusal}");
        assert!(of_counties(&configuration, &counties[..1]).unwrap()[0].is_some());
        assert!(of_everything(&configuration).unwrap().is_some());
    }

    #[test]
    fn a_password_is_for_the_site_with_its_countys_hosts_in_whatever_order() {
        let files = [("05", "a.example", Some("a")), ("02", "b.example", None)];
        let (folder, configuration, counties) = counties(&files);
        password(folder.path(), "a");
        let site =
            |county: &CountySite| WebConfig { face: county.face.clone(), ..WebConfig::default() };
        let mut sites: Vec<WebConfig> = counties.iter().rev().map(site).collect();
        give(&counties, of_counties(&configuration, &counties).unwrap(), &mut sites);
        assert_eq!(
            sites.iter().map(|site| site.access.is_some()).collect::<Vec<_>>(),
            [false, true]
        );
    }

    #[test]
    fn two_counties_cannot_have_the_same_password() {
        let files = [("05", "a.example", Some("a")), ("02", "b.example", Some("b"))];
        let (folder, configuration, counties) = counties(&files);
        std::fs::copy(password(folder.path(), "a"), folder.path().join("b")).unwrap();
        let refusal = of_counties(&configuration, &counties).unwrap_err().to_string();
        assert!(refusal.contains("b.example") && refusal.contains("another county"), "{refusal}");
        password(folder.path(), "b");
        assert!(of_counties(&configuration, &counties).unwrap().iter().all(Option::is_some));
    }
}
