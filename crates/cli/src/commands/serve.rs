//! `tarjotin serve`: the site and the API, and imports by schedule.

use std::net::SocketAddr;
use std::process::ExitCode;

use anyhow::Context;
use app::App;
use app::campaign::Counter;
use tokio::net::TcpListener;
use web::WebConfig;

use crate::configuration::Configuration;
use crate::{coordinators, wiring};

/// The command's own arguments.
#[derive(Debug, clap::Args)]
#[group(id = "serve")]
pub struct Arguments {
    /// The address to listen on; port 0 takes a free one.
    #[arg(long, value_name = "ADDRESS")]
    pub listen: Option<SocketAddr>,
    /// Serves the operators' pages to everybody, not to the coordinator alone: only where nobody else comes.
    #[arg(long)]
    pub admin_pages: bool,
}

impl Arguments {
    /// Puts the arguments in the place of the configuration's own words.
    pub fn apply(&self, configuration: &mut Configuration) {
        if let Some(listen) = self.listen {
            configuration.listen = listen;
        }
        configuration.admin_pages |= self.admin_pages;
    }
}

/// Serves until it is told to end.
pub async fn run(
    mut configuration: Configuration,
    arguments: Arguments,
) -> anyhow::Result<ExitCode> {
    arguments.apply(&mut configuration);
    wiring::log();
    let app = wiring::open(&configuration).await?;
    serve(app, configuration, |_, _| Ok(())).await
}

/// Serves an app that is open; the sites as they are after `prepare`.
pub async fn serve(
    app: App,
    configuration: Configuration,
    prepare: impl FnOnce(&Configuration, &mut [WebConfig]) -> anyhow::Result<()>,
) -> anyhow::Result<ExitCode> {
    let feeds = crate::schedule::feeds(&configuration)?;
    let campaigns = Counter::new(configuration.campaigns()?);
    let mut sites = wiring::sites(&configuration, &campaigns)?;
    coordinators::let_in(&configuration, &mut sites)?;
    prepare(&configuration, &mut sites)?;
    let standards = wiring::standards(&configuration)?;
    let post = wiring::post(&configuration)?;
    let listener = TcpListener::bind(configuration.listen)
        .await
        .with_context(|| format!("cannot listen on {}", configuration.listen))?;
    app.words().log();
    app::index::open(&app, &wiring::snapshot(&configuration)).await?;
    println!("Tarjotin serves at http://{}", listener.local_addr()?);

    let following = tokio::spawn(app::index::follow(app.clone(), wiring::snapshot(&configuration)));
    let reading_ahead = tokio::spawn(app::catalogue::follow(app.clone()));
    let checking = tokio::spawn(app::quality::follow(app.clone(), standards));
    let pages = web::ProviderPages::new(&sites);
    let digesting = post.is_some().then(|| tokio::spawn(app::provider::follow(app.clone(), pages)));
    let forgetting_links = tokio::spawn(app::provider::forget_ended(app.clone()));
    let mailing = post.map(|post| tokio::spawn(app::mail::follow(app.clone(), post)));
    let importing = tokio::spawn(crate::schedule::run(app.clone(), configuration.clone(), feeds));
    let list = tokio::spawn(app::search_list::follow(app.clone()));
    let borders = tokio::spawn(app::borders::follow(app.clone()));
    let covering = tokio::spawn(app::coverage::follow(app.clone()));
    let counting = tokio::spawn(campaigns.clone().follow(app.clone()));
    let forgetting = tokio::spawn(app::shared_list::forget_expired(app.clone()));
    let forgetting_feedback = tokio::spawn(app::feedback::forget_old(app.clone()));
    let forgetting_participants = tokio::spawn(app::event::forget_old(app.clone()));
    let forgetting_mail = tokio::spawn(app::mail::forget_old(app.clone()));
    let router = web::sites(&app, sites);
    let served = web::serve(listener, router, ended()).await;
    counting.abort();
    if let Err(error) = campaigns.write(&app).await {
        tracing::warn!("the last visits of campaigns were not counted: {error}");
    }
    importing.abort();
    following.abort();
    reading_ahead.abort();
    checking.abort();
    if let Some(mailing) = mailing {
        mailing.abort();
    }
    if let Some(digesting) = digesting {
        digesting.abort();
    }
    forgetting_links.abort();
    list.abort();
    borders.abort();
    covering.abort();
    forgetting.abort();
    forgetting_feedback.abort();
    forgetting_participants.abort();
    forgetting_mail.abort();
    served.context("serving ended")?;
    Ok(ExitCode::SUCCESS)
}

/// Waits for the end: Ctrl-C, or the service manager's SIGTERM.
async fn ended() {
    let interrupted = tokio::signal::ctrl_c();
    match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        Ok(mut terminated) => {
            tokio::select! {
                _ = interrupted => {}
                _ = terminated.recv() => {}
            }
        }
        Err(_) => {
            let _ = interrupted.await;
        }
    }
}
