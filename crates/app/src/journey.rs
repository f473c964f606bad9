//! Marking how far a partner is on its way to good descriptions.

use domain::journey::{JourneyPlan, Mark, Marked};
use store::{journey as rows, partner};

use crate::coordinator::Coordinator;
use crate::{App, Error};

/// Marks steps of a partner: of those that are given, the ones that say something else than what was marked last. Says
/// how many these are.
///
/// # Errors
/// When the county has no partner of that id, or its plan no such step.
pub async fn mark(
    app: &App,
    coordinator: &Coordinator,
    county: Option<&str>,
    plan: &JourneyPlan,
    id: &str,
    steps: Vec<(String, Mark)>,
) -> Result<usize, Error> {
    if steps.iter().any(|(step, _)| plan.find(step).is_none()) {
        return Err(Error::NotFound);
    }
    let (id, county) = (id.to_owned(), county.map(str::to_owned));
    let (app, author) = (app.clone(), coordinator.name().to_owned());
    app.clone()
        .database()
        .write(move |on| {
            Box::pin(async move {
                let found = partner::get(on, county.as_deref(), &id).await?;
                let id = found.ok_or(Error::NotFound)?.id;
                let before = rows::by_partner(on, &id).await?;
                let mut count = 0;
                for (step, mark) in steps {
                    let last = before.iter().rev().find(|marked| marked.step == step);
                    let known = last.map(|marked| marked.mark.clone()).unwrap_or_default();
                    if known == mark {
                        continue;
                    }
                    let marked = Marked { step, mark, author: author.clone(), at: app.now() };
                    rows::insert(on, &app.new_id(), &id, &marked).await?;
                    count += 1;
                }
                Ok(count)
            })
        })
        .await
}
