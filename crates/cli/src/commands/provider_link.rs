//! `tarjotin provider-link`: private links to organisations' own descriptions, without an account.

use std::process::ExitCode;

use anyhow::{Context, bail};
use app::campaign::Counter;
use app::coordinator::Coordinator;
use app::provider::{LinkDraft, Made, ProviderAddresses, links, make, renew, revoke};
use app::schedule::finnish_time;
use domain::Language;
use domain::catalogue::EntityId;
use domain::coordinator::CoordinatorName;
use domain::provider_link::{DigestRhythm, LinkValidity, ProviderKey, ProviderLink};
use jiff::Timestamp;
use web::ProviderPages;

use crate::configuration::Configuration;
use crate::wiring;

/// The command's own arguments.
#[derive(Debug, clap::Args)]
#[group(id = "provider-link")]
pub struct Arguments {
    /// The county on whose site the link is, by its code; needed where several counties are served.
    #[arg(long, value_name = "CODE")]
    county: Option<String>,
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    /// Makes a link, and prints its address: it is printed once, and kept nowhere.
    Make {
        /// The organisation's id.
        organisation: String,
        /// For how many days it leads somewhere.
        #[arg(long, default_value = "90", value_parser = ["30", "90", "365"])]
        days: String,
        /// The language in which it is written to them.
        #[arg(long, default_value = "fi", value_parser = ["fi", "sv", "en"])]
        language: String,
        /// Where digests go.
        #[arg(long, value_name = "ADDRESS")]
        email: Option<String>,
        /// How often digests go at most.
        #[arg(long, default_value = "weekly", value_parser = ["weekly", "monthly"])]
        rhythm: String,
    },
    /// Prints an organisation's links with their ids, the newest first.
    List {
        /// The organisation's id.
        organisation: String,
    },
    /// Lets a link lead somewhere for a while from today.
    Renew {
        /// The link's id, as the list prints it.
        id: String,
        /// For how many days.
        #[arg(long, default_value = "90", value_parser = ["30", "90", "365"])]
        days: String,
    },
    /// Ends a link at once.
    Revoke {
        /// The link's id, as the list prints it.
        id: String,
    },
}

/// Does what is asked.
pub async fn run(configuration: &Configuration, arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let sites = wiring::sites(configuration, &Counter::new(configuration.campaigns()?))?;
    let counties: Vec<Option<&'static str>> =
        sites.iter().map(|site| site.face.county.map(|county| county.code)).collect();
    let county = chosen(&counties, arguments.county.as_deref())?;
    let pages = ProviderPages::new(&sites);
    let app = wiring::open(configuration).await?;
    if county.is_some() {
        // The index knows who is responsible for a service there without being at home there.
        app::index::open(&app, &wiring::snapshot(configuration)).await?;
    }
    let operator = Coordinator::operator(CoordinatorName::take("tarjotin provider-link")?);
    let absent =
        "there is no such link: it was revoked before, ended long ago, or is of another county";
    match &arguments.what {
        What::Make { organisation, days, language, email, rhythm } => {
            let draft = LinkDraft {
                language: Language::from_code(language).unwrap_or(Language::Fi),
                validity: validity(days),
                rhythm: match email {
                    Some(_) => DigestRhythm::from_name(rhythm).unwrap_or_default(),
                    None => DigestRhythm::Never,
                },
                email: email.clone().unwrap_or_default(),
            };
            let organisation = read(organisation)?;
            // Before a link is kept whose address nobody could be told.
            let any_key = ProviderKey::of_chance([0; ProviderKey::LENGTH]);
            let no_address =
                "the link's address is not known: set base_url, where the public reaches the site";
            pages.view(county, draft.language, &any_key).context(no_address)?;
            let made = make(&app, &operator, county, &organisation, draft).await;
            let made = made.context(
                "the organisation is not in the catalogue, or has nothing to do with the county",
            )?;
            let Made { link, key } = made?;
            let address = pages.view(county, link.language, &key).context(no_address)?;
            println!("{address}\n{}", line(&link, app.now()));
        }
        What::List { organisation } => {
            let found = links(&app, &operator, county, &read(organisation)?).await;
            let found = found.context(
                "the organisation is not in the catalogue, or has nothing to do with the county",
            )?;
            if found.is_empty() {
                println!("The organisation has no links.");
            }
            for link in &found {
                println!("{}", line(link, app.now()));
            }
        }
        What::Renew { id, days } => {
            renew(&app, &operator, county, id, validity(days)).await.context(absent)?;
            println!("The link {id} leads somewhere for {days} days from today.");
        }
        What::Revoke { id } => {
            revoke(&app, &operator, county, id).await.context(absent)?;
            println!("The link {id} is revoked.");
        }
    }
    app.database().close().await;
    Ok(ExitCode::SUCCESS)
}

/// The county of the link: the only one that is served, or else the one that is named.
fn chosen(
    counties: &[Option<&'static str>],
    named: Option<&str>,
) -> anyhow::Result<Option<&'static str>> {
    match (counties, named) {
        ([only], None) => Ok(*only),
        (several, Some(code)) => several
            .iter()
            .copied()
            .find(|one| *one == Some(code))
            .with_context(|| format!("no county {code} is served here")),
        _ => bail!("several counties are served: name one with --county"),
    }
}

fn validity(days: &str) -> LinkValidity {
    LinkValidity::of_days(days).unwrap_or_default()
}

fn read(id: &str) -> anyhow::Result<EntityId> {
    EntityId::from_guid(id).with_context(|| format!("\"{id}\" is no organisation's id"))
}

/// A link on a line.
fn line(link: &ProviderLink, now: Timestamp) -> String {
    let day = |at: Timestamp| finnish_time(at).date();
    let state = match link.revoked {
        Some(at) => format!("revoked {}", day(at)),
        None if link.is_open(now) => format!("until {}", day(link.expires)),
        None => format!("ended {}", day(link.expires)),
    };
    format!("{}  {state}  {}  {}", link.id, link.language, link.rhythm.name())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_county_is_the_only_one_or_the_one_that_is_named() {
        assert_eq!(chosen(&[None], None).unwrap(), None);
        assert_eq!(chosen(&[Some("05")], None).unwrap(), Some("05"));
        assert_eq!(chosen(&[Some("05"), Some("06")], Some("06")).unwrap(), Some("06"));
        assert!(chosen(&[Some("05"), Some("06")], None).is_err());
        assert!(chosen(&[Some("05")], Some("07")).is_err());
    }
}
