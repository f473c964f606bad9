//! `tarjotin feedback`: what visitors told of services and of the site, for the staff to read.

use std::collections::BTreeMap;
use std::process::ExitCode;

use app::catalogue::service_names;
use app::coordinator::Coordinator;
use app::feedback::{delete, list};
use domain::catalogue::EntityId;
use domain::coordinator::CoordinatorName;
use domain::feedback::{Feedback, FeedbackKind};
use domain::{Language, Localized};

use crate::configuration::Configuration;
use crate::wiring;

/// The command's own arguments.
#[derive(Debug, clap::Args)]
#[group(id = "feedback")]
pub struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    /// Prints it, the newest first.
    List {
        /// Of how many days, today included.
        #[arg(long, default_value_t = 30, value_parser = clap::value_parser!(u16).range(1..=740))]
        days: u16,
    },
    /// Deletes one, for instance when it tells of a person.
    Delete {
        /// Its id, as the list prints it.
        id: String,
    },
}

/// Does what is asked.
pub async fn run(configuration: &Configuration, arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let app = wiring::open(configuration).await?;
    let code = match &arguments.what {
        What::List { days } => {
            let operator = Coordinator::operator(CoordinatorName::take("tarjotin feedback")?);
            let feedback = list(&app, &operator, None, *days).await?;
            let about: Vec<EntityId> =
                feedback.iter().filter_map(|one| one.about.clone()).collect();
            let names = service_names(&app, &about).await?;
            if feedback.is_empty() {
                println!("No feedback was given in the last {days} days.");
            }
            for one in &feedback {
                println!("{}", entry(one, &names));
            }
            ExitCode::SUCCESS
        }
        What::Delete { id } if delete(&app, id).await? => {
            println!("The feedback {id} is deleted.");
            ExitCode::SUCCESS
        }
        What::Delete { id } => {
            println!("There is no feedback {id}.");
            ExitCode::from(1)
        }
    };
    app.database().close().await;
    Ok(code)
}

/// One piece of feedback in lines: what it is and of what, then its words.
fn entry(feedback: &Feedback, names: &BTreeMap<EntityId, Localized>) -> String {
    let kind = match feedback.told.kind {
        FeedbackKind::Helped => "helped",
        FeedbackKind::Wrong => "wrong",
        FeedbackKind::Wish => "wish",
    };
    let about = feedback.about.as_ref().map_or_else(
        || "the site".to_owned(),
        |id| match names.get(id).and_then(|names| names.best(Language::Fi)) {
            Some((_, name)) => format!("{name} ({id})"),
            None => id.to_string(),
        },
    );
    let county =
        feedback.county.as_deref().map_or(String::new(), |code| format!(", county {code}"));
    let mut entry = format!(
        "{}  {}  {kind}  {}{county}\n  of: {about}\n",
        feedback.id,
        feedback.created.strftime("%Y-%m-%d %H:%MZ"),
        feedback.language,
    );
    for line in feedback.told.words().unwrap_or_default().lines() {
        entry.push_str("  | ");
        entry.push_str(line);
        entry.push('\n');
    }
    entry
}

#[cfg(test)]
mod tests {
    use domain::feedback::Told;

    use super::*;

    #[test]
    fn an_entry_says_what_is_told_of_what_and_its_words_cannot_pass_for_another() {
        let id = EntityId::new("a-1").unwrap();
        let words = "Ajat puuttuvat.\n7  2026-01-01  helped  fi";
        let feedback = Feedback {
            id: "7".to_owned(),
            about: Some(id.clone()),
            county: Some("05".to_owned()),
            told: Told::take(Some(FeedbackKind::Wrong), words).unwrap(),
            language: Language::Fi,
            created: "2026-11-24T21:30:00Z".parse().unwrap(),
        };
        let names = BTreeMap::from([(id, Localized::new(Language::Sv, "Biblioteket"))]);
        assert_eq!(
            entry(&feedback, &names),
            "7  2026-11-24 21:30Z  wrong  fi, county 05\n  of: Biblioteket (a-1)\n  \
             | Ajat puuttuvat.\n  | 7  2026-01-01  helped  fi\n"
        );
        let of_the_site = Feedback { about: None, county: None, ..feedback };
        assert!(entry(&of_the_site, &names).contains("  of: the site\n"));
    }
}
