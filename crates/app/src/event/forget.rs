//! What is kept of participants goes on the day that the form told them; that their organisation took part stays.

use std::time::Duration;

use domain::event::{Event, Seat};
use store::event::{self as rows, registration};

use super::attendance::keep;
use super::now;
use crate::partner::Known;
use crate::{App, Error};

/// How often what is old is looked for.
const LOOK: Duration = Duration::from_hours(1);

/// Deletes the registrations of events whose time is over, and says how many. Where nobody marked who came, those who
/// had a place count as having come; the event goes on saying that it was not marked.
pub async fn delete_old(app: &App) -> Result<u64, Error> {
    let until = Event::forgotten_until(now(app).date());
    let mut reading = app.database().begin().await?;
    let is_any_old = !rows::with_registrations_until(&mut reading, until).await?.is_empty();
    drop(reading);
    if !is_any_old {
        return Ok(0);
    }
    let known = Known::load(app).await?;
    let app = app.clone();
    app.clone()
        .database()
        .write(move |on| {
            Box::pin(async move {
                let mut count = 0;
                // Read anew: another node may have been here, or the coordinator.
                for event in rows::with_registrations_until(on, until).await? {
                    let all = registration::by_event(on, &event.id).await?;
                    if all.is_empty() {
                        continue;
                    }
                    if event.attendance_marked.is_none() && !event.is_cancelled {
                        let seated = all.into_iter().enumerate().filter(|(place, _)| {
                            Seat::of(*place, event.facts.capacity) == Seat::Taken
                        });
                        let came = seated.map(|(_, one)| one.registrant.organisation).collect();
                        keep(on, &app, &event, &known, came).await?;
                    }
                    count += registration::delete_of(on, &event.id).await?;
                }
                Ok(count)
            })
        })
        .await
}

/// Deletes what is old, now and from then on.
pub async fn forget_old(app: App) {
    loop {
        match delete_old(&app).await {
            Ok(0) => {}
            Ok(count) => tracing::info!(count, "registrations of past events are deleted"),
            Err(error) => tracing::warn!("old registrations could not be deleted: {error}"),
        }
        tokio::time::sleep(LOOK).await;
    }
}
