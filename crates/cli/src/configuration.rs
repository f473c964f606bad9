//! The configuration: one TOML file, every key with a default, unknown keys refused.
//!
//! The file is named by `--config`, or by `TARJOTIN_CONFIG`; without either the defaults hold. The
//! command line goes before the file.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use domain::campaign::Campaigns;
use domain::{Language, Localized};
use serde::Deserialize;

/// All that an operator may set.
#[derive(Debug, Clone, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Configuration {
    /// `sqlite:PATH` or `postgres://USER@HOST/NAME`.
    pub database: String,
    /// The folder for the index's snapshot and the pages of imports under way.
    pub data: PathBuf,
    /// The address to listen on.
    pub listen: SocketAddr,
    /// The address by which the public reaches the site, e.g. `https://tarjotin.example`.
    pub base_url: Option<String>,
    /// The files of the counties that have a site of their own: its host names, name, logo, colours
    /// and area. Without any there is one site, of everything.
    pub counties: Vec<PathBuf>,
    /// Whether the operators' pages are served to everybody; the coordinator, who signs in, sees them anyway.
    pub admin_pages: bool,
    /// The file that `tarjotin coordinator-password` made, where there is one site; without it nobody signs in. Of several
    /// counties each names a file of its own.
    pub coordinator_password_file: Option<PathBuf>,
    /// Who answers for the site: told on its information pages.
    pub contact: Option<Contact>,
    /// The server that takes our mail; without it none is sent, and visitors are not asked for an address.
    pub mail: Option<Mail>,
    /// Where one leaves pages about violence, addiction and crises to, by language.
    pub leave: Leave,
    /// Campaigns: from each code (`/k/CODE`) to the page of this site that it leads to.
    pub campaigns: BTreeMap<String, String>,
    /// What the search knows beside the catalogue.
    pub search: Search,
    /// Where PTV is read.
    pub ptv: Ptv,
    /// What `serve` imports by itself.
    pub imports: Vec<ScheduledImport>,
}

/// Who answers for the site.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// The organisation, and the unit in it.
    pub name: ContactName,
    /// An e-mail address.
    pub email: Option<String>,
    /// A phone number, as people write it.
    pub phone: Option<String>,
}

/// A name in Finnish, or one by language.
#[derive(Debug, Clone, Deserialize)]
#[serde(try_from = "WrittenName")]
pub struct ContactName(pub Localized);

/// It as it is written.
#[derive(Deserialize)]
#[serde(untagged)]
enum WrittenName {
    /// In Finnish alone.
    One(String),
    /// By the code of the language.
    ByLanguage(BTreeMap<String, String>),
}

impl TryFrom<WrittenName> for ContactName {
    type Error = String;

    fn try_from(written: WrittenName) -> Result<Self, String> {
        let name = match written {
            WrittenName::One(name) => Localized::new(Language::Fi, name),
            WrittenName::ByLanguage(names) => {
                let mut all = Localized::default();
                for (code, name) in names {
                    let known = Language::INTERFACE.into_iter().find(|one| one.code() == code);
                    let language = known.ok_or_else(|| {
                        format!("contact.name: \"{code}\" is none of fi, sv and en")
                    })?;
                    all.insert(language, name);
                }
                all
            }
        };
        if name.is_empty() {
            return Err("contact.name: name who answers for the site".to_owned());
        }
        Ok(Self(name))
    }
}

/// The server that takes our mail.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mail {
    /// Its host name.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the connection is kept secret.
    #[serde(default)]
    pub encryption: MailEncryption,
    /// Our name there.
    pub user: Option<String>,
    /// The file that holds our password there, and nothing else.
    pub password_file: Option<PathBuf>,
    /// In whose name it goes out, e.g. `Tarjotin <tarjotin@example.fi>`.
    pub from: String,
}

/// How the connection to the mail server is kept secret.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MailEncryption {
    /// It begins in clear and must become encrypted.
    #[default]
    StartTls,
    /// It is encrypted from the beginning.
    Tls,
    /// It is in clear: for a server on the same machine.
    None,
}

/// Pages that tell nothing of where one came from; the usual ones where none is named.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Leave {
    /// From Finnish pages.
    pub fi: Option<String>,
    /// From Swedish ones.
    pub sv: Option<String>,
    /// From English ones.
    pub en: Option<String>,
}

/// What the search knows beside the catalogue.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Search {
    /// A file of words that Voikko's dictionary lacks: a line is `word = model`, the model being a word
    /// that is inflected in the same way.
    pub words: Option<PathBuf>,
    /// Word vectors that `tarjotin search train` made of more texts than the catalogue's own.
    pub vectors: Option<PathBuf>,
}

/// Which version of the PTV Open API is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, clap::ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum PtvVersion {
    /// Version 11, open until 2027.
    V11,
    /// Version 12, with a key.
    V12,
}

/// Where and how PTV is read.
#[derive(Debug, Clone, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Ptv {
    /// The version of the API.
    pub version: PtvVersion,
    /// The address of version 11.
    pub v11_url: String,
    /// The address of version 12.
    pub v12_url: String,
    /// The file that holds the key of version 12, and nothing else.
    pub key_file: Option<PathBuf>,
    /// Whom the keepers of PTV may write to about our requests.
    pub contact: Option<String>,
}

/// An import that `serve` does by itself: what changed each day, everything once a week.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScheduledImport {
    /// The county's code.
    pub county: Option<String>,
    /// The municipality's code.
    pub municipality: Option<String>,
    /// The organisation's id.
    pub organisation: Option<String>,
    /// Whether everything is read.
    #[serde(default)]
    pub all: bool,
    /// When the day's changes are read, Finnish time.
    #[serde(default = "early_morning")]
    pub daily: jiff::civil::Time,
    /// On which day everything is read, at the same time.
    #[serde(default = "sunday")]
    pub weekly: String,
}

const fn early_morning() -> jiff::civil::Time {
    jiff::civil::time(4, 0, 0, 0)
}

fn sunday() -> String {
    "sunday".to_owned()
}

impl Default for Configuration {
    fn default() -> Self {
        Self {
            database: "sqlite:data/tarjotin.db".to_owned(),
            data: PathBuf::from("data"),
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            base_url: None,
            counties: Vec::new(),
            admin_pages: false,
            coordinator_password_file: None,
            contact: None,
            mail: None,
            leave: Leave::default(),
            campaigns: BTreeMap::new(),
            search: Search::default(),
            ptv: Ptv::default(),
            imports: Vec::new(),
        }
    }
}

impl Default for Ptv {
    fn default() -> Self {
        Self {
            version: PtvVersion::V12,
            v11_url: "https://api.palvelutietovaranto.suomi.fi".to_owned(),
            v12_url: "https://api-gw.palvelutietovaranto.suomi.fi".to_owned(),
            key_file: None,
            contact: None,
        }
    }
}

impl Configuration {
    /// Reads the file, or gives the defaults where none is named.
    pub fn read(file: Option<&Path>) -> anyhow::Result<Self> {
        let Some(file) = file else { return Ok(Self::default()) };
        let text = std::fs::read_to_string(file)
            .with_context(|| format!("the configuration {} cannot be read", file.display()))?;
        let wrong = || format!("the configuration {} is not right", file.display());
        let configuration: Self = toml::from_str(&text).with_context(wrong)?;
        configuration.campaigns().with_context(wrong)?;
        configuration.leave.check().with_context(wrong)?;
        Ok(configuration)
    }

    /// The campaigns.
    ///
    /// # Errors
    /// When a code or a target cannot be one.
    pub fn campaigns(&self) -> anyhow::Result<Campaigns> {
        Ok(Campaigns::new(self.campaigns.clone())?)
    }
}

impl Leave {
    /// Refuses what is no web address.
    fn check(&self) -> anyhow::Result<()> {
        for address in [&self.fi, &self.sv, &self.en].into_iter().flatten() {
            if !address.starts_with("https://") && !address.starts_with("http://") {
                bail!("{address:?} under [leave] must begin with https://");
            }
        }
        Ok(())
    }
}

impl Ptv {
    /// The key of version 12.
    ///
    /// # Errors
    /// When no file is named, or it cannot be read, or it holds no key.
    pub fn key(&self) -> anyhow::Result<String> {
        let Some(file) = &self.key_file else {
            bail!(
                "PTV's version 12 wants a key: write it into a file and name the file in the \
                 configuration as key_file under [ptv] (or read version 11 with --api v11)"
            );
        };
        read_key(file)
    }
}

/// The key of a service in a file of its own.
///
/// # Errors
/// When the file cannot be read, or holds something else.
pub fn read_key(file: &Path) -> anyhow::Result<String> {
    let key = std::fs::read_to_string(file)
        .with_context(|| format!("the key file {} cannot be read", file.display()))?;
    let key = key.trim();
    if key.is_empty() || key.chars().any(|character| !character.is_ascii_graphic()) {
        bail!("the key file {} must hold the key, on one line, and nothing else", file.display());
    }
    Ok(key.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_file_gives_the_defaults() {
        let configuration: Configuration = toml::from_str("").unwrap();
        assert_eq!(configuration.database, "sqlite:data/tarjotin.db");
        assert!(!configuration.admin_pages, "the operators' pages are denied by default");
    }

    #[test]
    fn an_unknown_key_is_refused_by_its_name() {
        let refusal = toml::from_str::<Configuration>("databse = 'x'").unwrap_err().to_string();
        assert!(refusal.contains("databse"), "{refusal}");
    }

    #[test]
    fn a_scheduled_import_has_a_time_and_a_day_of_its_own_or_the_usual_ones() {
        let configuration: Configuration = toml::from_str(
            "[[imports]]\ncounty = '05'\n[[imports]]\nall = true\ndaily = '02:30:00'\n",
        )
        .unwrap();
        assert_eq!(configuration.imports[0].daily, early_morning());
        assert_eq!(configuration.imports[1].daily, jiff::civil::time(2, 30, 0, 0));
        assert_eq!(configuration.imports[1].weekly, "sunday");
    }

    #[test]
    fn a_campaign_that_leads_elsewhere_is_refused_by_its_code() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("own.toml");
        for (text, told) in [
            ("[campaigns]\nfb1 = 'https://evil.example'\n", "fb1"),
            ("[campaigns]\nFB = '/fi/'\n", "FB"),
            ("[leave]\nfi = 'javascript:alert(1)'\n", "javascript"),
        ] {
            std::fs::write(&file, text).unwrap();
            let refusal = format!("{:#}", Configuration::read(Some(&file)).unwrap_err());
            assert!(refusal.contains(told) && refusal.contains("own.toml"), "{refusal}");
        }
        std::fs::write(&file, "[campaigns]\nfb1 = '/fi/haku?teema=liikunta'\n").unwrap();
        assert!(
            Configuration::read(Some(&file)).unwrap().campaigns().unwrap().find("fb1").is_some()
        );
    }

    #[test]
    fn a_key_file_with_more_than_a_key_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("key");
        let ptv = Ptv { key_file: Some(file.clone()), ..Ptv::default() };
        assert!(ptv.key().is_err(), "no file");
        std::fs::write(&file, "two words\n").unwrap();
        assert!(ptv.key().is_err());
        std::fs::write(&file, "abc123\n").unwrap();
        assert_eq!(ptv.key().unwrap(), "abc123");
    }
}
