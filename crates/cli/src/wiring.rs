//! From the configuration to the parts.

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::Context;
use app::App;
use app::campaign::Counter;
use app::mail::{Encryption, Post};
use app::my_list::ListKey;
use app::quality::Standards;
use app::search_gap::GapKey;
use app::sources::{Client, PtvV11, PtvV12, Source};
use app::words::Words;
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;
use web::{Face, LeavePages, MapTiles, WebConfig};

use crate::configuration::{Configuration, Contact, MailEncryption, Ptv, PtvVersion};
use crate::county_file::{self, CountySite};
use crate::map_tiles::TileSettings;

/// How long a page may take before the visitor is told to try again.
const TIME_LIMIT: Duration = Duration::from_secs(10);

/// Logs to standard error: our own notes, and of others only what went wrong.
pub fn log() {
    let ours = ["app", "search", "sources", "store", "tarjotin", "web"];
    let targets = Targets::new()
        .with_default(LevelFilter::WARN)
        .with_targets(ours.map(|target| (target, LevelFilter::INFO)));
    let lines = tracing_subscriber::fmt::layer().with_writer(std::io::stderr).with_ansi(false);
    tracing_subscriber::registry().with(lines).with(targets).init();
}

/// Opens the database, and makes the folders that are missing. Where the database is refused,
/// nothing is made beside it.
pub async fn open(configuration: &Configuration) -> anyhow::Result<App> {
    let words = words(configuration)?;
    if let Some(path) = database_file(configuration)
        && let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty())
    {
        make_folder(folder)?;
    }
    let database = app::Database::open(&configuration.database).await?;
    make_folder(&configuration.data)?;
    let key = GapKey::in_file(&gap_key(configuration))?;
    let lists = ListKey::in_file(&list_key(configuration))?;
    Ok(App::new(database, words).with_gap_key(key).with_list_key(lists))
}

/// What is known of words on this machine, with the configuration's own list.
pub fn words(configuration: &Configuration) -> anyhow::Result<Words> {
    let words = Words::installed(configuration.search.words.as_deref())?;
    match &configuration.search.vectors {
        Some(file) => Ok(words.with_vectors(file)?),
        None => Ok(words),
    }
}

/// The file of an SQLite database.
pub fn database_file(configuration: &Configuration) -> Option<&Path> {
    configuration.database.strip_prefix("sqlite:").map(Path::new)
}

fn make_folder(folder: &Path) -> anyhow::Result<()> {
    std::fs::create_dir_all(folder)
        .with_context(|| format!("cannot make the folder {}", folder.display()))
}

/// Where the index's snapshot lies.
pub fn snapshot(configuration: &Configuration) -> PathBuf {
    configuration.data.join("index.snapshot")
}

/// Where the key lies under which searches in vain are counted.
pub fn gap_key(configuration: &Configuration) -> PathBuf {
    configuration.data.join("gaps.key")
}

/// Where the key lies with which visitors' lists are signed.
pub fn list_key(configuration: &Configuration) -> PathBuf {
    configuration.data.join("lists.key")
}

/// Where the pages of imports under way lie.
pub fn pages(configuration: &Configuration) -> PathBuf {
    configuration.data.join("imports")
}

/// What the pages need of the configuration: of each county's site, or of the one site of everything.
///
/// # Errors
/// When a county's file is not right.
pub fn sites(configuration: &Configuration, campaigns: &Counter) -> anyhow::Result<Vec<WebConfig>> {
    let defaults = LeavePages::default();
    let leave = &configuration.leave;
    let usual = WebConfig {
        contact: configuration.contact.as_ref().map(contact),
        leave: LeavePages {
            fi: leave.fi.clone().unwrap_or(defaults.fi),
            sv: leave.sv.clone().unwrap_or(defaults.sv),
            en: leave.en.clone().unwrap_or(defaults.en),
        },
        campaigns: campaigns.clone(),
        base_url: configuration.base_url.clone(),
        admin_pages: configuration.admin_pages,
        answers: configuration.mail.is_some(),
        time_limit: TIME_LIMIT,
        ..WebConfig::default()
    };
    let counties = county_file::read_all(&configuration.counties)?;
    if counties.is_empty() {
        return Ok(vec![usual]);
    }
    // An address is of one site only.
    let is_alone = counties.len() == 1;
    let site = |county: CountySite| {
        anyhow::Ok(WebConfig {
            tiles: county
                .tiles
                .map(|settings| open_tiles(settings, &county.face, configuration))
                .transpose()?,
            base_url: county.base_url.or_else(|| usual.base_url.clone().filter(|_| is_alone)),
            contact: county.contact.as_ref().map(contact).or_else(|| usual.contact.clone()),
            face: county.face,
            coverage: county.coverage,
            quality: county.quality,
            ..usual.clone()
        })
    };
    counties.into_iter().map(site).collect()
}

/// The pictures under a county's maps, kept under the name of its first host.
fn open_tiles(
    settings: TileSettings,
    face: &Face,
    configuration: &Configuration,
) -> anyhow::Result<MapTiles> {
    let host = face.hosts.first().map_or("site", String::as_str);
    settings.open(face.county, &configuration.data.join("tiles").join(host))
}

/// The server that takes our mail, if there is one.
///
/// # Errors
/// When what is configured of it cannot be.
pub fn post(configuration: &Configuration) -> anyhow::Result<Option<Post>> {
    let Some(mail) = &configuration.mail else { return Ok(None) };
    let encryption = match mail.encryption {
        MailEncryption::StartTls => Encryption::StartTls,
        MailEncryption::Tls => Encryption::Tls,
        MailEncryption::None => Encryption::None,
    };
    let credentials = match (&mail.user, &mail.password_file) {
        (None, None) => None,
        (Some(user), Some(file)) => {
            let password = std::fs::read_to_string(file)
                .with_context(|| format!("the mail password {} cannot be read", file.display()))?;
            Some((user.clone(), password.trim_end_matches(['\r', '\n']).to_owned()))
        }
        _ => anyhow::bail!("[mail] wants both user and password_file, or neither"),
    };
    Ok(Some(Post::new(&mail.host, mail.port, encryption, credentials, &mail.from)?))
}

/// By what descriptions are checked: each county by its own settings.
///
/// # Errors
/// When a county's file is not right.
pub fn standards(configuration: &Configuration) -> anyhow::Result<Standards> {
    let counties = county_file::read_all(&configuration.counties)?;
    let settings = |site: CountySite| Some((site.face.county?.code, site.quality));
    Ok(Standards::of_counties(counties.into_iter().filter_map(settings)))
}

/// Who answers for a site, as its pages name them.
fn contact(contact: &Contact) -> web::Contact {
    web::Contact {
        name: contact.name.0.clone(),
        email: contact.email.clone(),
        phone: contact.phone.clone(),
    }
}

/// PTV, of the version that the configuration names.
pub fn ptv(configuration: &Ptv) -> anyhow::Result<Box<dyn Source>> {
    let client = Client::new(configuration.contact.as_deref())?;
    Ok(match configuration.version {
        PtvVersion::V11 => Box::new(PtvV11::new(client, &configuration.v11_url)?),
        PtvVersion::V12 => {
            Box::new(PtvV12::new(client, &configuration.v12_url, &configuration.key()?)?)
        }
    })
}
